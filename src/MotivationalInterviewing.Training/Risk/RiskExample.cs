using System.Text.Json;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Training.Risk;

/// <summary>
/// A client turn in context with the risk that its author put into it. <see cref="ToString"/> never prints the words.
/// Immutable and safe to share between threads.
/// </summary>
public sealed record RiskExample
{
    /// <summary>The row or session that it comes from. Examples of one group are never split over folds.</summary>
    public required string Group { get; init; }

    /// <summary>The turns before.</summary>
    public required IReadOnlyList<Utterance> History { get; init; }

    /// <summary>The client's words.</summary>
    public required string Text { get; init; }

    /// <summary>The risk; none for a harmless turn.</summary>
    public required RiskCategory Category { get; init; }

    /// <summary>True where motivational interviewing should not go on.</summary>
    public required bool Stop { get; init; }

    /// <summary>How pressing its author calls it; none for a harmless turn.</summary>
    public RiskLevel Level { get; init; }

    /// <summary>True for talk of a session that nobody wrote with risk in mind.</summary>
    public bool Ordinary { get; init; }

    /// <summary>True when the screen's rules were written with this row in view, so that what they find there teaches nothing.</summary>
    public bool SeenByRules { get; init; }

    /// <summary>True when the risk is said outright; false when oblique or when there is none.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Group and category; never the words.</summary>
    public override string ToString() => $"RiskExample {{ Group = {Group}, Category = {Category} }}";

    /// <summary>Reads rows with id, history, text and, for risk, category, stop and form.</summary>
    /// <param name="path">A JSON Lines file.</param>
    /// <param name="seenByRules">See <see cref="SeenByRules"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static IEnumerable<RiskExample> ReadRows(string path, bool seenByRules = false) => JsonRows.Read(path, "id, history (speaker, text), text and, for risk, category, stop and form", row =>
    {
        var turns = new List<Utterance>();
        foreach (var turn in row.GetProperty("history").EnumerateArray())
            turns.Add(Turn(turns.Count + 1, turn.GetProperty("speaker").GetString() == "counselor", turn.GetProperty("text").GetString()!));
        var risk = row.TryGetProperty("category", out var category);
        return new RiskExample
        {
            Group = row.GetProperty("id").GetString()!,
            History = turns,
            Text = row.GetProperty("text").GetString()!,
            Category = risk ? Enum.Parse<RiskCategory>(category.GetString()!) : RiskCategory.None,
            Level = risk && row.TryGetProperty("level", out var level) ? Enum.Parse<RiskLevel>(level.GetString()!, ignoreCase: true) : RiskLevel.None,
            SeenByRules = seenByRules,
            Stop = risk && row.GetProperty("stop").GetBoolean(),
            IsExplicit = risk && row.GetProperty("form").GetString() == "explicit",
        };
    });

    /// <summary>Reads the client's turns of authored sessions as ordinary talk; turns with a risk field are left out.</summary>
    /// <param name="path">A JSON Lines file of sessions.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">A line is not of that form.</exception>
    public static IEnumerable<RiskExample> ReadOrdinary(string path)
    {
        var turns = new List<Utterance>();
        foreach (var line in File.ReadLines(path))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            if (!row.TryGetProperty("t", out var words))
            {
                turns.Clear();
                continue;
            }

            var counselor = row.GetProperty("s").GetString() == "counselor";
            if (!counselor && !row.TryGetProperty("risk", out _))
            {
                yield return new RiskExample
                {
                    Group = row.GetProperty("session").GetString()!,
                    History = turns.TakeLast(2).ToArray(),
                    Text = words.GetString()!,
                    Category = RiskCategory.None,
                    Stop = false,
                    Ordinary = true,
                };
            }

            turns.Add(Turn(turns.Count + 1, counselor, words.GetString()!));
        }
    }

    /// <summary>The client's turns of a real session as ordinary talk, but for those in which a rule of the screen sees risk: some of it is real.</summary>
    internal static IEnumerable<RiskExample> OfOrdinary(LabeledSession session)
    {
        var turns = new List<Utterance>();
        foreach (var turn in session.Turns)
        {
            if (turn.Client && !RiskScreen.AnyRule(turn.Text))
            {
                yield return new RiskExample
                {
                    Group = session.Id,
                    History = turns.TakeLast(2).ToArray(),
                    Text = turn.Text,
                    Category = RiskCategory.None,
                    Stop = false,
                    Ordinary = true,
                };
            }

            turns.Add(Turn(turns.Count + 1, !turn.Client, turn.Text));
        }
    }

    private static Utterance Turn(int number, bool counselor, string text) =>
        new() { Turn = number, Speaker = counselor ? Speaker.Counselor : Speaker.Client, Text = text };
}
