using System.Globalization;
using System.Text.Encodings.Web;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Reporting;

/// <summary>
/// Writes coded sessions as one self-contained HTML page: charts in SVG, no script, no network, light and dark, ready to
/// print. The page holds the words of the sessions and is as confidential as they are. Thread-safe.
/// </summary>
public static class SessionReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="writer">Receives the HTML. Not disposed.</param>
    /// <param name="sessions">Coded sessions, in the order to show; two or more are also compared.</param>
    /// <param name="title">The page's title; null for a usual one.</param>
    /// <exception cref="ArgumentException"><paramref name="sessions"/> is empty.</exception>
    public static void Write(TextWriter writer, IReadOnlyList<CodedTranscript> sessions, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sessions);
        if (sessions.Count == 0) throw new ArgumentException("At least one session is needed for a report.", nameof(sessions));
        title ??= sessions.Count == 1 ? "Session " + sessions[0].Session : $"{sessions.Count} sessions";
        var summaries = sessions.Select(s => SessionSummary.Of(s)).ToList();
        WriteHead(writer, title);
        writer.Write("<p class=\"note\">Coded by a program. Codes are estimates; people who know the session decide what they mean. The page holds confidential words.</p>");
        if (sessions.Count > 1) WriteComparison(writer, summaries);
        var stories = StageStory.Of(sessions);
        WriteTrends(writer, sessions, summaries, stories);
        for (var i = 0; i < sessions.Count; i++) WriteSession(writer, sessions[i], summaries[i], stories[i], i, several: sessions.Count > 1);
        WriteCodes(writer, sessions);
        writer.Write($"<h2>How to read this</h2><p class=\"soft\">Verdicts follow {MitiSummary.Instrument}; its thresholds are expert opinion without norms and hold for no other version. A verdict is withheld when there is too little to count or when the 95 % interval reaches over a threshold. Global ratings are estimated from counts, not rated. Experts agree only moderately on client language, and hardly (kappa {F(MitiSummary.ExpertAgreementOnComplexity)}) on simple against complex reflections.</p>");
        writer.Write("</main></body></html>\n");
    }

    private static void WriteComparison(TextWriter w, List<SessionSummary> summaries)
    {
        w.Write("<h2>Compared</h2><div class=\"card scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Sessions compared\"><table><thead><tr><th scope=\"col\">Session</th><th scope=\"col\">Turns</th><th scope=\"col\">% change talk</th><th scope=\"col\">R:Q</th><th scope=\"col\">% complex</th><th scope=\"col\">Adherent</th><th scope=\"col\">Non-adherent</th><th scope=\"col\">Technical</th><th scope=\"col\">Relational</th></tr></thead><tbody>");
        for (var i = 0; i < summaries.Count; i++)
        {
            var s = summaries[i];
            w.Write($"<tr><th scope=\"row\"><a href=\"#s{i}\">{Html(s.Session)}</a></th><td>{s.Turns}</td><td>{Percent(s.ChangeTalkShare)}</td><td>{Value(s.Miti.ReflectionToQuestion)}</td><td>{Percent(s.Miti.ComplexReflections)}</td><td>{s.Miti.TotalAdherent}</td><td>{s.Miti.TotalNonAdherent}</td><td>{Estimate(s.Miti.Globals.Technical)}</td><td>{Estimate(s.Miti.Globals.Relational)}</td></tr>");
        }

        w.Write("</tbody></table></div>");
    }

    /// <summary>Sessions that name the same client, followed as one story.</summary>
    private static void WriteTrends(TextWriter w, IReadOnlyList<CodedTranscript> sessions, List<SessionSummary> summaries, IReadOnlyList<StageStory> stories)
    {
        foreach (var client in sessions.Select((session, i) => (session, summary: summaries[i], story: stories[i])).Where(s => s.session.Client is not null).GroupBy(s => s.session.Client!).Where(g => g.Count() > 1))
        {
            w.Write($"<h2>Over the sessions of {Html(client.Key)}</h2><div class=\"card\">");
            Charts.Trend(w, [.. client.Select(s => (s.session.Session, s.summary.ChangeTalkShare.Value, s.story.Readiness))]);
            w.Write("</div>");
        }
    }

    private static void WriteSession(TextWriter w, CodedTranscript session, SessionSummary summary, StageStory story, int index, bool several)
    {
        w.Write($"<section id=\"s{index}\" aria-labelledby=\"h{index}\"><h2 id=\"h{index}\">{(several ? Html(session.Session) : "At a glance")}</h2>");
        w.Write($"<p class=\"soft\">{summary.Turns} turns about {Html(session.Target?.Name ?? "no stated behavior")}. The counselor has {Percent(summary.TalkShare.ByWords)} of the words; the longest run of questions is {summary.LongestQuestionRun.Length}.</p>");
        WriteFeedback(w, session, summary, index);
        w.Write("<h3>How the session went</h3><div class=\"card\">");
        Charts.Ribbon(w, session);
        Charts.Strength(w, session, summary);
        Charts.Stage(w, story);
        w.Write("</div><h3>Measures</h3><div class=\"card\">");
        foreach (var verdict in summary.Miti.Verdicts) Charts.Bullet(w, verdict, Counts(summary.Miti, verdict.Threshold.Measure));
        w.Write($"<p class=\"soft\">MI-adherent {summary.Miti.TotalAdherent}, non-adherent {summary.Miti.TotalNonAdherent} (no threshold is set). Change talk is {Percent(summary.ChangeTalkShare)} of talk with a stance.</p></div>");
        WriteTranscript(w, session, summary, index);
        w.Write("</section>");
    }

    private static void WriteFeedback(TextWriter w, CodedTranscript session, SessionSummary summary, int index)
    {
        var (strengths, suggestions) = Feedback.Of(session, summary);
        w.Write("<div class=\"card\"><h3>What went well</h3>");
        List(w, strengths, index, "Too little to say yet.");
        w.Write("<h3>Worth trying</h3>");
        List(w, suggestions, index, "Nothing stands out.");
        w.Write("</div>");
    }

    private static void List(TextWriter w, IReadOnlyList<FeedbackItem> items, int index, string none)
    {
        if (items.Count == 0)
        {
            w.Write($"<p class=\"soft\">{none}</p>");
            return;
        }

        w.Write("<ul>");
        foreach (var item in items)
        {
            w.Write($"<li>{Html(item.Words)}");
            if (item.Turns.Count > 0) w.Write($" <span class=\"soft\">(turn {string.Join(", ", item.Turns.Take(5).Select(t => $"<a href=\"#s{index}t{t}\" aria-label=\"turn {t}\">{t}</a>"))})</span>");
            w.Write("</li>");
        }

        w.Write("</ul>");
    }

    private static void WriteTranscript(TextWriter w, CodedTranscript session, SessionSummary summary, int index)
    {
        var miti = new Dictionary<int, string>();
        foreach (var volley in summary.Miti.Volleys)
        {
            if (volley.Counts.Length > 0)
                miti[volley.Turns.Max()] = string.Join("; ", volley.Counts.Select(c => $"{c.Code.Abbreviation}: {c.Reason}"));
        }

        w.Write("<h3>Transcript</h3><div class=\"card\"><ol class=\"turns\" role=\"list\">");
        var seen = new HashSet<int>();
        foreach (var coded in session.Utterances)
        {
            var turn = coded.Utterance.Turn;
            w.Write($"<li{(seen.Add(turn) ? $" id=\"s{index}t{turn}\"" : "")}><span class=\"n\">{turn}</span><span class=\"who\">{Html(Who(coded.Utterance))}</span><div><div class=\"words\">");
            WriteWords(w, coded);
            w.Write("</div><div class=\"codes\">");
            w.Write(string.Join(", ", coded.Codes.Select(c => $"<a href=\"#{Anchor(c.Code)}\"><b>{Html(c.Code.Abbreviation)}</b></a> {Html(c.Code.Name.ToLowerInvariant())}{(c.Probability is { } p ? $" {F(p)}" : "")}")));
            if (coded.Strength is { } strength and not 0) w.Write($" · strength {strength.ToString("+0;-0", CultureInfo.InvariantCulture)}");
            if (coded.Machine is { } machine) w.Write($" · coded by {Html(coded.CodedBy ?? "a person")}; the program: {Html(machine.Codes.IsEmpty ? "nothing" : string.Join(", ", machine.Codes.Select(c => c.Code.Abbreviation)))}");
            if (coded.Note is { } note) w.Write($"<br>note: {Html(note)}");
            if (coded.Discord) w.Write(" · discord");
            if (coded.Interest) w.Write(" · asks about change");
            if (!coded.SupportedLanguage) w.Write(" · not coded: the language is not supported");
            if (miti.TryGetValue(turn, out var counts) && coded.Utterance.Speaker == Speaker.Counselor) w.Write($"<br>volley: {Html(counts)}");
            w.Write("</div></div></li>");
        }

        w.Write("</ol></div>");
    }

    /// <summary>The words, with the evidence of what was coded marked; where codes overlap, that of the first.</summary>
    private static void WriteWords(TextWriter w, CodedUtterance coded)
    {
        var text = coded.Utterance.Text;
        var at = 0;
        foreach (var span in coded.Codes.Where(c => Mark(c.Code) is not null).OrderBy(c => c.Start))
        {
            if (span.Start < at || span.Length == 0) continue;
            w.Write(Html(text[at..span.Start]));
            w.Write($"<mark class=\"{Mark(span.Code)}\" title=\"{Html(span.Code.Name)}\">{Html(text.Substring(span.Start, span.Length))}</mark>");
            at = span.Start + span.Length;
        }

        w.Write(Html(text[at..]));
    }

    /// <summary>The color of a code's evidence; null for what says nothing of its own (neutral talk, facilitation, structure).</summary>
    private static string? Mark(Code code) => (code.Direction, code.Consistency) switch
    {
        (TalkDirection.Change, _) => "c",
        (TalkDirection.Sustain, _) => "s",
        _ when code.Oars == Oars.Reflection => "r",
        _ when code.Miti == Miti42.Question => "q",
        (_, MiConsistency.Inconsistent) => "i",
        (_, MiConsistency.Consistent) => "r",
        _ when code == Misc25.GiveInformation => "i",
        _ => null,
    };

    /// <summary>What each code on the page means, and where that is from: the reason why a turn has it.</summary>
    private static void WriteCodes(TextWriter w, IReadOnlyList<CodedTranscript> sessions)
    {
        var used = sessions.SelectMany(s => s.Utterances).SelectMany(u => u.Codes).Select(c => c.Code).ToHashSet();
        if (used.Count == 0) return;
        w.Write("<h2>What the codes mean</h2><div class=\"card\"><dl>");
        foreach (var code in Codebooks.All.SelectMany(b => b.Codes).Where(used.Contains))
            w.Write($"<dt id=\"{Anchor(code)}\">{Html(code.Abbreviation)} <span class=\"soft\">{Html(code.Name.ToLowerInvariant())}, {Html(code.Instrument)}</span></dt><dd>{Html(code.Definition)}</dd>");
        w.Write("</dl></div>");
    }

    private static string Anchor(Code code) => Html("code-" + code.Id.Replace(' ', '-').Replace('/', '-'));

    private static string? Counts(MitiSummary miti, MitiMeasure measure) => measure switch
    {
        MitiMeasure.ComplexReflections => miti.ComplexReflections.ToString(),
        MitiMeasure.ReflectionToQuestion => miti.ReflectionToQuestion.ToString(),
        _ => null,
    };

    internal static void WriteHead(TextWriter w, string title)
    {
        w.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Html(title)}</title><style>");
        w.Write(Style());
        w.Write($"</style></head><body><main><h1>{Html(title)}</h1>");
    }

    internal static string Html(string text) => HtmlEncoder.Default.Encode(text);

    internal static string F(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Who(Utterance utterance) => utterance.Speaker switch
    {
        Speaker.Client => "client",
        Speaker.Counselor => "counselor",
        _ => utterance.SpeakerName ?? "other",
    };

    private static string Percent(Ratio ratio) => ratio.Value is { } value ? (value * 100).ToString("0", CultureInfo.InvariantCulture) + " %" : $"{ratio.Numerator} of {ratio.Denominator}";

    private static string Value(Ratio ratio) => ratio.Value is { } value ? F(value) : $"{ratio.Numerator}:{ratio.Denominator}";

    private static string Estimate(double? value) => value is { } v ? "about " + v.ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static string Style()
    {
        using var stream = typeof(SessionReport).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
