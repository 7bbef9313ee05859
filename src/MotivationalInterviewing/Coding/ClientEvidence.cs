using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>What the written cues of a whole client turn say for each direction.</summary>
internal readonly record struct ClientEvidence(double Change, double Sustain, bool AllAside)
{
    private const int MostClauses = 4000;
    private const double FullClauses = 2;

    /// <summary>Reads the turn clause by clause; the sentences come with it, without discord and interest when only the direction is asked.</summary>
    [SkipLocalsInit]
    internal static ClientEvidence Read(ReadOnlySpan<char> text, TargetBehavior? target, bool directionOnly, out ClientSentences sentences)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        var words = TargetWords.Of(target);
        sentences = default;
        double change = 0, sustain = 0, reportedChange = 0, reportedSustain = 0;
        int aside = 0, own = 0;
        for (var clauses = 0; clauses < MostClauses && reader.MoveNext(); clauses++)
        {
            if (reader.IsFirstOfSentence) ClientRules.ReadSentence(reader.SentenceTokens, reader.SentenceMark, directionOnly, reader.Current.Quoted, ref sentences);
            if (reader.Current.Mark == '?') continue;
            var evidence = ClauseCues.Read(reader.Tokens, words, out var stance);
            if ((stance & (ClauseStance.Sarcastic | ClauseStance.Beside)) != 0)
            {
                aside++;
                continue;
            }

            if ((stance & ClauseStance.Endorsing) != 0)
            {
                change += reportedChange + 0.5;
                sustain += reportedSustain;
            }

            if ((stance & ClauseStance.Reported) != 0)
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

        // Evidence per clause of the client's own: a long turn is not surer for having room for more phrases.
        var share = Math.Min(1, FullClauses / own);
        return new ClientEvidence(Math.Min(change, 4) * share, Math.Min(sustain, 4) * share, aside > 0 && own == 0);
    }
}
