using System.Globalization;
using MotivationalInterviewing.Sessions;
using static MotivationalInterviewing.Reporting.SessionReport;

namespace MotivationalInterviewing.Reporting;

/// <summary>The drawings of a report. Each has a title and a sentence that says the same in words.</summary>
internal static class Charts
{
    /// <summary>One bar per turn: counselor above, client below. Sides and kinds differ in place or outline, not in color alone.</summary>
    public static void Ribbon(TextWriter w, CodedTranscript session)
    {
        var turns = session.Utterances;
        var step = 100.0 / Math.Max(1, turns.Length);
        var change = turns.Count(t => t.Talk == TalkDirection.Change);
        var sustain = turns.Count(t => t.Talk == TalkDirection.Sustain);
        w.Write($"<figure><svg height=\"82\" role=\"img\" aria-label=\"Timeline of {turns.Length} turns: {change} with change talk, {sustain} with sustain talk\"><g aria-hidden=\"true\"><text x=\"0\" y=\"10\">counselor</text><text x=\"0\" y=\"80\">client</text>");
        for (var i = 0; i < turns.Length; i++)
        {
            var (color, top, height) = turns[i] switch
            {
                { Talk: TalkDirection.Change } => ("change", 42, 12),
                { Talk: TalkDirection.Sustain } => ("sustain", 54, 12),
                { Talk: TalkDirection.Neutral } => ("neutral", 51, 6),
                { Main: CounselorMain.Question } => ("question", 16, 20),
                { Main: CounselorMain.Reflection } => ("reflection", 16, 20),
                { Main: CounselorMain.Input } => ("input", 26, 10),
                { Main: CounselorMain.Other } => ("neutral", 23, 6),
                _ => ("band", 36, 6),
            };
            var paint = color == "question" ? "fill=\"none\" stroke=\"var(--question)\" stroke-width=\"1.5\"" : $"fill=\"var(--{color})\"";
            w.Write($"<rect x=\"{N((i + .08) * step)}%\" y=\"{top}\" width=\"{N(step * .84)}%\" height=\"{height}\" rx=\"1.5\" {paint}><title>turn {turns[i].Utterance.Turn}: {Html(Label(turns[i]))}</title></rect>");
        }

        w.Write("</g></svg><ul class=\"legend\"><li><span class=\"change\"></span>change talk (up)</li><li><span class=\"sustain\"></span>sustain talk (down)</li><li><span class=\"reflection\"></span>reflection</li><li><span class=\"question\"></span>question (outline)</li><li><span class=\"input\"></span>information, advice, persuasion (half)</li><li><span class=\"neutral\"></span>neutral, other</li></ul></figure>");
    }

    /// <summary>Strength of client language over time, change talk up, sustain talk down.</summary>
    public static void Strength(TextWriter w, CodedTranscript session, SessionSummary summary)
    {
        var turns = session.Utterances;
        var step = 100.0 / Math.Max(1, turns.Length);
        var words = summary.Strength.Slope is { } slope
            ? $"Over the tenths of the session strength moves by {slope.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture)} a tenth."
            : summary.Strength.Reason ?? "";
        w.Write($"<figure><svg height=\"132\" role=\"img\" aria-label=\"Strength of change and sustain talk over the session. {Html(words)}\"><g aria-hidden=\"true\"><line x1=\"0\" y1=\"66\" x2=\"100%\" y2=\"66\" stroke=\"var(--line)\"/><text x=\"0\" y=\"12\">toward change</text><text x=\"0\" y=\"128\">toward the status quo</text>");
        for (var i = 0; i < turns.Length; i++)
        {
            if (turns[i].Strength is not { } strength || strength == 0) continue;
            var height = 10 * Math.Min(5, Math.Abs(strength));
            w.Write($"<rect x=\"{N((i + .08) * step)}%\" y=\"{(strength > 0 ? 66 - height : 66)}\" width=\"{N(Math.Max(step * .84, .3))}%\" height=\"{height}\" rx=\"1.5\" fill=\"var(--{(strength > 0 ? "change" : "sustain")})\"><title>turn {turns[i].Utterance.Turn}: {strength.ToString("+0;-0", CultureInfo.InvariantCulture)}</title></rect>");
        }

        w.Write($"</g></svg><figcaption>Strength, -5 to +5. {Html(words)}</figcaption></figure>");
    }

    /// <summary>How the belief about the client's stage moves with what is said: one band per stage, stacked to the whole.</summary>
    public static void Stage(TextWriter w, StageStory story)
    {
        if (story.Beliefs.Count < 2 || story.Estimate.Label is not { } label) return;
        var stages = new[] { StageOfChange.Precontemplation, StageOfChange.Contemplation, StageOfChange.Preparation, StageOfChange.Action, StageOfChange.Maintenance };
        var names = stages.Select(s => s.ToString().ToLowerInvariant()).ToArray();
        var last = story.Beliefs[^1].Belief;
        var words = $"At the end: {label}. Probabilities at the last client turn: {string.Join(", ", names.Select((name, s) => $"{name} {F(last[s])}"))}.";
        w.Write($"<figure><svg height=\"100\" viewBox=\"0 0 {Math.Max(1, story.Turns - 1)} 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"Stage of change over the session, as the talk shows it. {Html(words)}\"><g aria-hidden=\"true\">");
        for (var s = 0; s < stages.Length; s++)
        {
            var band = story.Beliefs.Select(b => (X: b.Index, Low: b.Belief.Take(s).Sum(), High: b.Belief.Take(s + 1).Sum())).ToList();
            var path = string.Join(" ", band.Select(p => $"{p.X},{N(100 - (100 * p.Low))}").Concat(band.AsEnumerable().Reverse().Select(p => $"{p.X},{N(100 - (100 * p.High))}")));
            w.Write($"<polygon points=\"{path}\" fill=\"var(--stage{s + 1})\"><title>{names[s]}</title></polygon>");
        }

        w.Write($"</g></svg><ul class=\"legend\">{string.Concat(names.Select((name, s) => $"<li><span class=\"stage{s + 1}\"></span>{name}</li>"))}</ul><figcaption>Stage of change as the talk shows it, turn by turn, the earliest stage at the bottom. {Html(words)} {Html(story.Estimate.Reason)} An estimate for practice, supervision and research.</figcaption></figure>");
    }

    /// <summary>One client's sessions in order: change talk and readiness side by side.</summary>
    public static void Trend(TextWriter w, IReadOnlyList<(string Session, double? Share, double? Readiness)> sessions)
    {
        var step = sessions.Count > 1 ? 90.0 / (sessions.Count - 1) : 0;
        var words = string.Join("; ", sessions.Select((s, i) => $"{i + 1} {s.Session}: change talk {(s.Share is { } share ? (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %" : "too little to tell")}, readiness {(s.Readiness is { } r ? r.ToString("0.0", CultureInfo.InvariantCulture) : "too little to tell")}"));
        w.Write($"<figure><svg height=\"120\" role=\"img\" aria-label=\"Over the sessions. {Html(words)}\"><g aria-hidden=\"true\"><line x1=\"0\" y1=\"96\" x2=\"100%\" y2=\"96\" stroke=\"var(--line)\"/><line x1=\"0\" y1=\"16\" x2=\"100%\" y2=\"16\" stroke=\"var(--line)\"/>");
        Line([.. sessions.Select(s => s.Share)], "change", "");
        Line([.. sessions.Select(s => s.Readiness / 10)], "reflection", " stroke-dasharray=\"6 4\"");
        for (var i = 0; i < sessions.Count; i++) w.Write($"<text x=\"{N(5 + (i * step))}%\" y=\"114\" text-anchor=\"middle\">{i + 1}</text>");
        w.Write($"</g></svg><ul class=\"legend\"><li><span class=\"change\"></span>share of change talk, 0 to 100 %</li><li><span class=\"reflection\"></span>readiness, 0 to 10, estimated (dashed)</li></ul><figcaption>{Html(words)}.</figcaption></figure>");

        void Line(double?[] values, string color, string dashes)
        {
            (double X, double Y)? before = null;
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is not { } value) continue;
                var (x, y) = (5 + (i * step), 96 - (80 * value));
                if (before is { } b) w.Write($"<line x1=\"{N(b.X)}%\" y1=\"{N(b.Y)}\" x2=\"{N(x)}%\" y2=\"{N(y)}\" stroke=\"var(--{color})\" stroke-width=\"2.5\"{dashes}/>");
                w.Write($"<circle cx=\"{N(x)}%\" cy=\"{N(y)}\" r=\"4\" fill=\"var(--{color})\"/>");
                before = (x, y);
            }
        }
    }

    /// <summary>A measure against its thresholds, with its interval; the counts where there is no value.</summary>
    public static void Bullet(TextWriter w, MitiVerdict verdict, string? counts)
    {
        var (name, low, high) = verdict.Threshold.Measure switch
        {
            MitiMeasure.Relational => ("Relational (estimated)", 1.0, 5.0),
            MitiMeasure.Technical => ("Technical (estimated)", 1.0, 5.0),
            MitiMeasure.ComplexReflections => ("Complex reflections, share", 0.0, 1.0),
            _ => ("Reflections to questions", 0.0, 4.0),
        };
        string X(double value) => N(1 + (98 * (Math.Clamp(value, low, high) - low) / (high - low))) + "%";
        var level = verdict.Level switch
        {
            MitiLevel.Good => "good",
            MitiLevel.Fair => "fair",
            MitiLevel.BelowFair => "below fair",
            _ => "no verdict: " + verdict.Reason,
        };
        var value = verdict.Value is { } v ? F(v) : counts ?? "-";
        var interval = verdict.Interval is { } i ? $", 95 % interval {F(i.Low)} to {F(i.High)}" : "";
        var agreement = verdict.ExpertAgreement is { } kappa ? $"; experts hardly agree on simple against complex, kappa {F(kappa)}" : "";
        w.Write($"<figure><figcaption><b>{Html(name)}</b> {Html(value)}{interval}. <span class=\"level\">{Html(level)}</span> <span class=\"soft\">({Html(MitiVerdict.Instrument)}: fair from {F(verdict.Threshold.Fair)}, good from {F(verdict.Threshold.Good)}{agreement})</span></figcaption>");
        w.Write($"<svg height=\"44\" role=\"img\" aria-label=\"{Html(name)}: {Html(value)}{interval}; {Html(level)}\"><g aria-hidden=\"true\"><rect x=\"1%\" y=\"8\" width=\"98%\" height=\"14\" rx=\"3\" fill=\"var(--band)\"/>");
        if (verdict.Interval is { } range)
            w.Write($"<line x1=\"{X(range.Low)}\" y1=\"15\" x2=\"{X(range.High)}\" y2=\"15\" stroke=\"var(--reflection)\" stroke-width=\"5\" opacity=\".55\"/>");
        foreach (var (at, label) in new[] { (verdict.Threshold.Fair, "fair"), (verdict.Threshold.Good, "good") })
            w.Write($"<line x1=\"{X(at)}\" y1=\"4\" x2=\"{X(at)}\" y2=\"26\" stroke=\"var(--ink)\" stroke-width=\"1.5\"/><text x=\"{X(at)}\" y=\"38\" text-anchor=\"middle\">{label}</text>");
        if (verdict.Value is { } point) w.Write($"<circle cx=\"{X(point)}\" cy=\"15\" r=\"6\" fill=\"var(--reflection)\"/>");
        w.Write("</g></svg></figure>");
    }

    private static string Label(CodedUtterance turn) =>
        turn.Talk is { } talk ? talk.ToString().ToLowerInvariant() : turn.Main is { } main ? main.ToString().ToLowerInvariant() : "other speaker";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
