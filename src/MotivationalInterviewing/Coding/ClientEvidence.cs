using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>What the written cues of a whole client turn say for each direction.</summary>
internal readonly record struct ClientEvidence(double Change, double Sustain, bool AllAside)
{
    private const int MostClauses = 4000;

    internal static ClientEvidence Read(ReadOnlySpan<char> text, TargetBehavior? target)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        double change = 0, sustain = 0, reportedChange = 0, reportedSustain = 0;
        int aside = 0, own = 0;
        for (var clauses = 0; clauses < MostClauses && reader.MoveNext(); clauses++)
        {
            if (reader.Current.Mark == '?') continue;
            if (ClauseStance.IsSarcastic(reader.Tokens) || ClauseStance.IsBeside(reader.Tokens))
            {
                aside++;
                continue;
            }

            if (ClauseStance.Endorses(reader.Tokens))
            {
                change += reportedChange + 0.5;
                sustain += reportedSustain;
            }

            var evidence = ClauseCues.Read(reader.Tokens, target);
            if (ClauseStance.IsReported(reader.Tokens))
            {
                reportedChange += evidence.Change;
                reportedSustain += evidence.Sustain;
                if (reader.Current.TokenCount <= 12) aside++;
                else own++;
                continue;
            }

            if (reader.Current.TokenCount > 2) own++;

            // What is said last weighs a little more: "I like it, but it scares me".
            change = (change * 0.8) + evidence.Change;
            sustain = (sustain * 0.8) + evidence.Sustain;
        }

        return new ClientEvidence(Math.Min(change, 4), Math.Min(sustain, 4), aside > 0 && own == 0);
    }
}
