using System.Globalization;
using MotivationalInterviewing.Sessions;
using MotivationalInterviewing.Sessions.Stages;
using static MotivationalInterviewing.Reporting.SessionReport;

namespace MotivationalInterviewing.Reporting;

/// <summary>The drawings of a report. Each has a title and a sentence that says the same in words.</summary>
internal static class Charts
{
    private const int Width = 900;

    /// <summary>One bar per turn: counselor above, client below the line.</summary>
    public static void Ribbon(TextWriter w, CodedTranscript session)
    {
        var turns = session.Utterances;
        var step = (double)Width / Math.Max(1, turns.Length);
        var change = turns.Count(t => t.Talk == TalkDirection.Change);
        var sustain = turns.Count(t => t.Talk == TalkDirection.Sustain);
        w.Write($"<figure><svg viewBox=\"0 0 {Width} 74\" role=\"img\" aria-label=\"Timeline of {turns.Length} turns: {change} with change talk, {sustain} with sustain talk\"><text x=\"0\" y=\"10\">counselor</text><text x=\"0\" y=\"72\">client</text>");
        for (var i = 0; i < turns.Length; i++)
        {
            var (color, top) = turns[i] switch
            {
                { Talk: TalkDirection.Change } => ("change", 39),
                { Talk: TalkDirection.Sustain } => ("sustain", 39),
                { Talk: TalkDirection.Neutral } => ("neutral", 39),
                { Main: CounselorMain.Question } => ("question", 15),
                { Main: CounselorMain.Reflection } => ("reflection", 15),
                { Main: CounselorMain.Input } => ("input", 15),
                { Main: CounselorMain.Other } => ("neutral", 15),
                _ => ("band", 27),
            };
            w.Write($"<rect x=\"{N(i * step)}\" y=\"{top}\" width=\"{N(Math.Max(step - 1, 0.6))}\" height=\"22\" rx=\"1.5\" fill=\"var(--{color})\"><title>turn {turns[i].Utterance.Turn}: {Html(Label(turns[i]))}</title></rect>");
        }

        w.Write("</svg><ul class=\"legend\"><li><span class=\"change\"></span>change talk</li><li><span class=\"sustain\"></span>sustain talk</li><li><span class=\"reflection\"></span>reflection</li><li><span class=\"question\"></span>question</li><li><span class=\"input\"></span>information, advice, persuasion</li><li><span class=\"neutral\"></span>neutral, other</li></ul></figure>");
    }

    /// <summary>Strength of client language over time, change talk up, sustain talk down.</summary>
    public static void Strength(TextWriter w, CodedTranscript session, SessionSummary summary)
    {
        var turns = session.Utterances;
        var step = (double)Width / Math.Max(1, turns.Length);
        var words = summary.Strength.Slope is { } slope
            ? $"Over the tenths of the session strength moves by {slope.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture)} a tenth."
            : summary.Strength.Reason ?? "";
        w.Write($"<figure><svg viewBox=\"0 0 {Width} 132\" role=\"img\" aria-label=\"Strength of change and sustain talk over the session. {Html(words)}\"><line x1=\"0\" y1=\"66\" x2=\"{Width}\" y2=\"66\" stroke=\"var(--line)\"/><text x=\"0\" y=\"12\">toward change</text><text x=\"0\" y=\"128\">toward the status quo</text>");
        for (var i = 0; i < turns.Length; i++)
        {
            if (turns[i].Strength is not (> 0 or < 0) || turns[i].Strength is not { } strength) continue;
            var height = 10 * Math.Abs(strength);
            w.Write($"<rect x=\"{N(i * step)}\" y=\"{(strength > 0 ? 66 - height : 66)}\" width=\"{N(Math.Max(step - 1, 2))}\" height=\"{height}\" rx=\"1.5\" fill=\"var(--{(strength > 0 ? "change" : "sustain")})\"><title>turn {turns[i].Utterance.Turn}: {strength.ToString("+0;-0", CultureInfo.InvariantCulture)}</title></rect>");
        }

        w.Write($"</svg><figcaption>Strength, -5 to +5. {Html(words)}</figcaption></figure>");
    }

    /// <summary>How the belief about the client's stage moves with what is said: one band per stage, stacked to the whole.</summary>
    public static void Stage(TextWriter w, CodedTranscript session)
    {
        var tracker = new StageTracker();
        var beliefs = new List<(int Index, IReadOnlyList<double> Belief)>();
        for (var i = 0; i < session.Utterances.Length; i++)
        {
            tracker.Observe(session.Utterances[i]);
            if (session.Utterances[i].Utterance.Speaker == Speaker.Client && tracker.Estimate().Probabilities is { IsDefaultOrEmpty: false } now) beliefs.Add((i, now));
        }

        var estimate = tracker.Estimate();
        if (beliefs.Count < 2 || estimate.Label is not { } label) return;
        var stages = new[] { StageOfChange.Precontemplation, StageOfChange.Contemplation, StageOfChange.Preparation, StageOfChange.Action, StageOfChange.Maintenance };
        var names = stages.Select(s => s.ToString().ToLowerInvariant()).ToArray();
        var last = beliefs[^1].Belief;
        var words = $"At the end: {label}. Probabilities at the last client turn: {string.Join(", ", names.Select((name, s) => $"{name} {F(last[s])}"))}.";
        var step = (double)Width / Math.Max(1, session.Utterances.Length - 1);
        w.Write($"<figure><svg viewBox=\"0 0 {Width} 110\" role=\"img\" aria-label=\"Stage of change over the session, as the talk shows it. {Html(words)}\">");
        for (var s = 0; s < stages.Length; s++)
        {
            var below = beliefs.Select(b => (X: b.Index * step, Low: b.Belief.Take(s).Sum(), High: b.Belief.Take(s + 1).Sum())).ToList();
            var path = string.Join(" ", below.Select(p => $"{N(p.X)},{N(104 - (100 * p.Low))}").Concat(below.AsEnumerable().Reverse().Select(p => $"{N(p.X)},{N(104 - (100 * p.High))}")));
            w.Write($"<polygon points=\"{path}\" fill=\"var(--stage{s + 1})\"><title>{names[s]}</title></polygon>");
        }

        w.Write($"</svg><ul class=\"legend\">{string.Concat(names.Select((name, s) => $"<li><span class=\"stage{s + 1}\"></span>{name}</li>"))}</ul><figcaption>Stage of change as the talk shows it, turn by turn. {Html(words)} An estimate for practice, supervision and research; {Html(estimate.Reason)}</figcaption></figure>");
    }

    /// <summary>One client's sessions in order: change talk, strength and readiness side by side.</summary>
    public static void Trend(TextWriter w, IReadOnlyList<(string Session, double? Share, double? Readiness)> sessions)
    {
        var step = sessions.Count > 1 ? (Width - 80.0) / (sessions.Count - 1) : 0;
        string Points(Func<(string Session, double? Share, double? Readiness), double?> of) => string.Join(" ", sessions.Select((s, i) => (Value: of(s), X: 40 + (i * step))).Where(p => p.Value is not null).Select(p => $"{N(p.X)},{N(96 - (80 * p.Value!.Value))}"));
        var words = string.Join("; ", sessions.Select(s => $"{s.Session}: change talk {(s.Share is { } share ? (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %" : "too little to tell")}, readiness {(s.Readiness is { } r ? r.ToString("0.0", CultureInfo.InvariantCulture) : "too little to tell")}"));
        w.Write($"<figure><svg viewBox=\"0 0 {Width} 120\" role=\"img\" aria-label=\"Over the sessions. {Html(words)}\"><line x1=\"40\" y1=\"96\" x2=\"{Width - 40}\" y2=\"96\" stroke=\"var(--line)\"/><line x1=\"40\" y1=\"16\" x2=\"{Width - 40}\" y2=\"16\" stroke=\"var(--line)\"/>");
        w.Write($"<polyline points=\"{Points(s => s.Share)}\" fill=\"none\" stroke=\"var(--change)\" stroke-width=\"2.5\"/><polyline points=\"{Points(s => s.Readiness / 10)}\" fill=\"none\" stroke=\"var(--reflection)\" stroke-width=\"2.5\" stroke-dasharray=\"6 4\"/>");
        for (var i = 0; i < sessions.Count; i++)
        {
            if (sessions[i].Share is { } share) w.Write($"<circle cx=\"{N(40 + (i * step))}\" cy=\"{N(96 - (80 * share))}\" r=\"4\" fill=\"var(--change)\"/>");
            if (sessions[i].Readiness is { } readiness) w.Write($"<circle cx=\"{N(40 + (i * step))}\" cy=\"{N(96 - (8 * readiness))}\" r=\"4\" fill=\"var(--reflection)\"/>");
            var anchor = i == 0 ? "start" : i == sessions.Count - 1 ? "end" : "middle";
            w.Write($"<text x=\"{N(i == 0 ? 0 : i == sessions.Count - 1 ? Width : 40 + (i * step))}\" y=\"114\" text-anchor=\"{anchor}\">{Html(sessions[i].Session)}</text>");
        }

        w.Write("</svg><ul class=\"legend\"><li><span class=\"change\"></span>share of change talk, 0 to 100 %</li><li><span class=\"reflection\"></span>readiness, 0 to 10, estimated</li></ul></figure>");
    }

    /// <summary>A measure against its thresholds, with its interval.</summary>
    public static void Bullet(TextWriter w, MitiVerdict verdict)
    {
        var (name, low, high) = verdict.Threshold.Measure switch
        {
            MitiMeasure.Relational => ("Relational (estimated)", 1.0, 5.0),
            MitiMeasure.Technical => ("Technical (estimated)", 1.0, 5.0),
            MitiMeasure.ComplexReflections => ("Complex reflections, share", 0.0, 1.0),
            _ => ("Reflections to questions", 0.0, 4.0),
        };
        double X(double value) => 8 + ((Width - 16) * (Math.Clamp(value, low, high) - low) / (high - low));
        var level = verdict.Level switch
        {
            MitiLevel.Good => "good",
            MitiLevel.Fair => "fair",
            MitiLevel.BelowFair => "below fair",
            _ => "no verdict: " + verdict.Reason,
        };
        var value = verdict.Value is { } v ? F(v) : "-";
        var interval = verdict.Interval is { } i ? $", 95 % interval {F(i.Low)} to {F(i.High)}" : "";
        w.Write($"<figure><figcaption><b>{Html(name)}</b> {value}{interval}. <span class=\"level\">{Html(level)}</span> <span class=\"soft\">({Html(MitiVerdict.Instrument)}: fair from {F(verdict.Threshold.Fair)}, good from {F(verdict.Threshold.Good)})</span></figcaption>");
        w.Write($"<svg viewBox=\"0 0 {Width} 40\" role=\"img\" aria-label=\"{Html(name)}: {value}{interval}; {Html(level)}\"><rect x=\"8\" y=\"8\" width=\"{Width - 16}\" height=\"14\" rx=\"3\" fill=\"var(--band)\"/>");
        foreach (var (at, label) in new[] { (verdict.Threshold.Fair, "fair"), (verdict.Threshold.Good, "good") })
            w.Write($"<line x1=\"{N(X(at))}\" y1=\"4\" x2=\"{N(X(at))}\" y2=\"26\" stroke=\"var(--soft)\" stroke-width=\"1.5\"/><text x=\"{N(X(at))}\" y=\"38\" text-anchor=\"middle\">{label}</text>");
        if (verdict.Interval is { } range)
            w.Write($"<line x1=\"{N(X(range.Low))}\" y1=\"15\" x2=\"{N(X(range.High))}\" y2=\"15\" stroke=\"var(--reflection)\" stroke-width=\"4\" stroke-linecap=\"round\" opacity=\".45\"/>");
        if (verdict.Value is { } point) w.Write($"<circle cx=\"{N(X(point))}\" cy=\"15\" r=\"6\" fill=\"var(--reflection)\"/>");
        w.Write("</svg></figure>");
    }

    private static string Label(CodedUtterance turn) =>
        turn.Talk is { } talk ? talk.ToString().ToLowerInvariant() : turn.Main is { } main ? main.ToString().ToLowerInvariant() : "other speaker";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
