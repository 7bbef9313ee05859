using System.Collections.Immutable;
using MotivationalInterviewing.Sessions;
using MotivationalInterviewing.Sessions.Reliability;
using static MotivationalInterviewing.Reporting.SessionReport;

namespace MotivationalInterviewing.Reporting;

/// <summary>Writes how far two codings agree as one self-contained HTML page. The page holds no words of the sessions. Thread-safe.</summary>
public static class AgreementReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="writer">Receives the HTML. Not disposed.</param>
    /// <param name="report">The comparison.</param>
    /// <param name="first">What to call the first coding.</param>
    /// <param name="second">What to call the second coding.</param>
    public static void Write(TextWriter writer, DoubleCodingReport report, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        var title = $"Agreement of {first} and {second}";
        WriteHead(writer, title);
        writer.Write($"<p>{report.Turns} turns. Direction of client language: Cohen kappa {K(report.TalkKappa)}{I(report.TalkInterval(new Random(1)))}. Main act of the counselor: {K(report.MainKappa)}{I(report.MainInterval(new Random(1)))}.</p>");
        writer.Write($"<h2>Code by code</h2><div class=\"card scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Code by code\"><table><thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Both</th><th scope=\"col\">Only {Html(first)}</th><th scope=\"col\">Only {Html(second)}</th><th scope=\"col\">Kappa</th><th scope=\"col\">AC1</th></tr></thead><tbody>");
        foreach (var code in report.Codes.Where(c => c.Both + c.OnlyFirst + c.OnlySecond > 0))
            writer.Write($"<tr><th scope=\"row\">{Html(code.Code.Abbreviation)} <span class=\"soft\">{Html(code.Code.Name)}</span></th><td>{code.Both}</td><td>{code.OnlyFirst}</td><td>{code.OnlySecond}</td><td>{K(code.Kappa)}</td><td>{K(code.Ac1)}</td></tr>");
        writer.Write("</tbody></table></div>");
        Confusion(writer, "Direction of client language", report.Talk, ["neutral", "change", "sustain"], first, second);
        Confusion(writer, "Main act of the counselor", report.Main, ["other", "question", "reflection", "input"], first, second);
        if (report.Differences.Length > 0)
        {
            writer.Write($"<h2>Turns that differ</h2><p class=\"soft\">{report.Differences.Length} in all.</p><ul>");
            foreach (var session in report.Differences.GroupBy(d => d.Session))
                writer.Write($"<li>{Html(session.Key)}: {string.Join(", ", session.Select(d => d.Turn))}</li>");
            writer.Write("</ul>");
        }

        writer.Write("</main></body></html>\n");
    }

    /// <summary>Turns by what the first coding (rows) and the second (columns) made of them.</summary>
    private static void Confusion(TextWriter w, string title, ImmutableArray<ImmutableArray<int>> counts, string[] labels, string first, string second)
    {
        if (counts.All(row => row.All(n => n == 0))) return;
        w.Write($"<h2>{Html(title)}</h2><div class=\"card scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Html(title)}\"><table><caption class=\"soft\">Rows: {Html(first)}. Columns: {Html(second)}. Numbers of turns.</caption><thead><tr><td></td>{string.Concat(labels.Select(l => $"<th scope=\"col\">{l}</th>"))}</tr></thead><tbody>");
        for (var i = 0; i < labels.Length; i++)
            w.Write($"<tr><th scope=\"row\">{labels[i]}</th>{string.Concat(counts[i].Select(n => $"<td>{n}</td>"))}</tr>");
        w.Write("</tbody></table></div>");
    }

    private static string I(Interval? interval) => interval is { } i ? $" (95 % interval over sessions {F(i.Low)} to {F(i.High)})" : "";

    private static string K(AgreementResult result) => result.Value is { } value ? F(value) : Html("not enough to tell: " + result.Reason);
}
