using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Reads turns by the written cues alone.</summary>
internal sealed class CueModel : ITurnModel
{
    private const int MostClauses = 4000;

    public string Name => "cues 1";

    public void ReadClient(ReadOnlySpan<char> text, TargetBehavior? target, Span<double> p)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        double change = 0, sustain = 0, reportedChange = 0, reportedSustain = 0;
        for (var clauses = 0; clauses < MostClauses && reader.MoveNext(); clauses++)
        {
            if (reader.Current.Mark == '?' || ClauseStance.IsSarcastic(reader.Tokens)) continue;
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
                continue;
            }

            // What is said last weighs a little more: "I like it, but it scares me".
            change = (change * 0.8) + evidence.Change;
            sustain = (sustain * 0.8) + evidence.Sustain;
        }

        p[0] = 1;
        p[1] = Math.Exp((1.3 * Math.Min(change, 6)) - 1) - Math.Exp(-1);
        p[2] = Math.Exp((1.3 * Math.Min(sustain, 6)) - 1) - Math.Exp(-1);
        var sum = p[0] + p[1] + p[2];
        for (var i = 0; i < 3; i++) p[i] /= sum;
    }

    public void ReadCounselor(ReadOnlySpan<char> text, Span<double> p)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer, sentencesOnly: true);
        p[..4].Fill(0.05);
        for (var units = 0; units < MostClauses && reader.MoveNext(); units++)
        {
            var code = CounselorUnits.Read(reader.Tokens, reader.Current.Mark, out var sure);
            var main = code == Misc25.EmphasizeControl && CounselorUnits.AsksPermission(reader.Tokens) ? CounselorMain.Question : CounselorUnits.MainOf(code);
            var words = Math.Min(reader.Tokens.Length, 20);
            p[(int)main] += main == CounselorMain.Other ? sure * 0.1 : sure * (0.5 + (words * 0.05));
        }

        if (p[0] + p[1] + p[2] + p[3] < 0.21) p[0] += 0.5;
        var sum = p[0] + p[1] + p[2] + p[3];
        for (var i = 0; i < 4; i++) p[i] /= sum;
    }
}
