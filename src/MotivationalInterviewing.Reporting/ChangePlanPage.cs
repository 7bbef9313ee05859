using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Dialogue.Help;
using static MotivationalInterviewing.Reporting.SessionReport;

namespace MotivationalInterviewing.Reporting;

/// <summary>
/// Writes a change plan as one self-contained HTML page to print and keep: the client's own words, and lines to write on where
/// nothing was said yet. The page holds words of the client. Thread-safe.
/// </summary>
public static class ChangePlanPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="writer">Receives the HTML. Not disposed.</param>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(TextWriter writer, ChangePlan plan)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(plan);
        var sheet = plan.Worksheet;
        WriteHead(writer, "My plan");
        writer.Write($"<p class=\"note\">Made on {Day(plan.MadeOn)}. In my own words; I can change it or drop it at any time.</p>");
        Part(nameof(sheet.Change), sheet.Change is null ? [] : [sheet.Change], 2);
        Part(nameof(sheet.Reasons), sheet.Reasons, 3);
        Part(nameof(sheet.Steps), sheet.Steps, 3);
        Part(nameof(sheet.Helpers), sheet.Helpers, 2);
        Part(nameof(sheet.Obstacles), sheet.Obstacles, 2);
        Part(nameof(sheet.SignsOfSuccess), sheet.SignsOfSuccess is null ? [] : [sheet.SignsOfSuccess], 2);
        Part(nameof(sheet.IfItDoesNotWork), sheet.IfItDoesNotWork is null ? [] : [sheet.IfItDoesNotWork], 2);
        writer.Write("<h2>In numbers</h2><div class=\"card\">");
        Scale("How ready I was to plan", plan.ReadinessBefore);
        Scale("How sure I am that I can do it", sheet.Confidence);
        Scale("How committed I am", plan.CommitmentAfter);
        writer.Write($"</div><h2>I look at it again on</h2><div class=\"card\">{(sheet.ReviewOn is { } day ? $"<p>{Day(day)}</p>" : Line)}</div></main></body></html>\n");

        void Part(string field, ImmutableArray<string> said, int lines)
        {
            writer.Write($"<h2>{Html(ChangePlan.Question(field))}</h2><div class=\"card\">");
            var any = said.IsDefault ? [] : said.Where(s => !string.IsNullOrWhiteSpace(s)).ToList();
            if (any.Count > 1) writer.Write("<ul>");
            foreach (var one in any) writer.Write(any.Count > 1 ? $"<li>{Html(one)}</li>" : $"<p>{Html(one)}</p>");
            if (any.Count > 1) writer.Write("</ul>");
            for (var i = any.Count; i < lines && any.Count == 0; i++) writer.Write(Line);
            writer.Write("</div>");
        }

        // A row of eleven numbers with the chosen one framed; in words for screen readers.
        void Scale(string what, int? value)
        {
            writer.Write($"<p class=\"scale\" role=\"img\" aria-label=\"{Html(what)}: {(value is { } v ? Number(v) + " of 10" : "not said")}\">{Html(what)} <span aria-hidden=\"true\">");
            for (var i = 0; i <= 10; i++) writer.Write(i == value ? $"<b>{Number(i)}</b>" : $"<i>{Number(i)}</i>");
            writer.Write("</span></p>");
        }
    }

    private const string Line = "<p class=\"line\" aria-label=\"empty line to write on\">&nbsp;</p>";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
