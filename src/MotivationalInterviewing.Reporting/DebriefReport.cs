using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Practice;
using static MotivationalInterviewing.Reporting.SessionReport;
using PracticeItem = MotivationalInterviewing.Practice.FeedbackItem;

namespace MotivationalInterviewing.Reporting;

/// <summary>Writes a debrief of a practice session as one self-contained HTML page: strengths, things to try, moments played again, measures. The page holds words of the session. Thread-safe.</summary>
public static class DebriefReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="writer">Receives the HTML. Not disposed.</param>
    /// <param name="debrief">The debrief.</param>
    /// <param name="profile">The client.</param>
    /// <param name="own">The trainee's own ratings, 1 to 5, given before the debrief; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/>, <paramref name="debrief"/> or <paramref name="profile"/> is null.</exception>
    public static void Write(TextWriter writer, Debrief debrief, ClientProfile profile, ImmutableDictionary<PracticeSkill, int>? own = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(debrief);
        ArgumentNullException.ThrowIfNull(profile);
        WriteHead(writer, $"Practice with {profile.Name}");
        writer.Write("<p class=\"note\">Feedback by a program on practice with a simulated client. It judges no person and is no license to practice; talk it over with a supervisor.</p>");
        writer.Write($"<p>{Html(profile.Summary)} {debrief.Summary.Turns} turns. Readiness moved by {Signed(debrief.ReadinessGained)} of 10{(debrief.Left ? "; the client left before the end" : "")}.</p>");
        Items(writer, "What went well", debrief.Strengths, "The session was too short to say.");
        Items(writer, "Worth trying", debrief.ToTry, "Nothing stands out.");
        if (own is { IsEmpty: false })
        {
            writer.Write("<h2>Your own view</h2><div class=\"card\"><ul>");
            foreach (var (skill, rating) in own.OrderBy(o => o.Key)) writer.Write($"<li>{Html(debrief.Compare(skill, rating))}</li>");
            writer.Write("</ul></div>");
        }

        writer.Write($"<h2>Measures</h2><div class=\"card\"><p class=\"soft\">{Html(Sessions.MitiSummary.Instrument)}, by the library's coder; thresholds are expert opinion without norms.</p>");
        foreach (var verdict in debrief.Summary.Miti.Verdicts) Charts.Bullet(writer, verdict, null);
        writer.Write("</div><h2>What the client held back</h2><div class=\"card\">");
        Facts(writer, "Came out", debrief.Found, profile);
        Facts(writer, "Still unsaid", debrief.NotFound, null);
        if (debrief.MissedChangeTalk.Length > 0) writer.Write($"<p>Change talk that was not taken up: turn {string.Join(", ", debrief.MissedChangeTalk.Select(Number))}.</p>");
        writer.Write("</div></main></body></html>\n");
    }

    private static void Items(TextWriter w, string title, ImmutableArray<PracticeItem> items, string none)
    {
        w.Write($"<h2>{title}</h2><div class=\"card\">");
        if (items.IsEmpty) w.Write($"<p class=\"soft\">{none}</p>");
        foreach (var item in items)
        {
            var value = item.Value is { } v ? ": " + F(v) + (item.Interval is { } i ? $" (95 % interval {F(i.Low)} to {F(i.High)})" : "") : "";
            w.Write($"<p><strong>{Html(item.Reason)}</strong><br><span class=\"soft\">{Html(item.Measure)}{value}, {Html(item.Instrument)}; turn {string.Join(", ", item.Turns.Take(5).Select(Number))}</span></p>");
            if (item.Replay is not { } replay) continue;
            w.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Turn {Number(replay.Turn)} played again\"><table><caption class=\"soft\">Turn {Number(replay.Turn)}, played again from the same moment</caption><thead><tr><td></td><th scope=\"col\">As it was</th><th scope=\"col\">Another way</th></tr></thead><tbody>");
            w.Write($"<tr><th scope=\"row\">You</th><td>{Html(replay.Said)}</td><td>{Html(replay.Alternative)}</td></tr>");
            w.Write($"<tr><th scope=\"row\">Client</th><td>{Html(replay.Answered)}</td><td>{Html(replay.WouldHaveAnswered)}</td></tr>");
            w.Write($"</tbody></table></div><p class=\"soft\">Trust {Signed(replay.TrustGained)}, strain {Signed(replay.DiscordChanged)} against what happened.</p>");
        }

        w.Write("</div>");
    }

    private static void Facts(TextWriter w, string title, ImmutableArray<string> ids, ClientProfile? profile)
    {
        if (ids.IsEmpty) return;
        w.Write($"<p>{title}: {(profile is null ? Number(ids.Length) + (ids.Length == 1 ? " thing" : " things") : Html(string.Join(", ", ids)))}.</p>");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Signed(double value) => (value < 0 ? "" : "+") + F(value);
}
