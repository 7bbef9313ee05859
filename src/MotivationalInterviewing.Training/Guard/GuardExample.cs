using System.Text.Json;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Training.Guard;

/// <summary>
/// One reply in context with the verdict that a person gave it. <see cref="ToString"/> never prints the words.
/// Immutable and safe to share between threads.
/// </summary>
public sealed record GuardExample
{
    /// <summary>The pair or session that it comes from. Examples of one group are never split over folds.</summary>
    public required string Group { get; init; }

    /// <summary>The turns before the reply.</summary>
    public required IReadOnlyList<Utterance> History { get; init; }

    /// <summary>The counselor's reply.</summary>
    public required string Reply { get; init; }

    /// <summary>The verdict it should get.</summary>
    public required AdherenceVerdict Verdict { get; init; }

    /// <summary>Ids of the rules that it breaks; empty when adherent or not stated.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The corpus's counselor codes, such as "complex-reflection"; empty when not coded.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Weight in training as a reply like those that the guard will judge, at least 0.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Weight in training as background, which shapes only what is shared with other sources; at least 0.</summary>
    public float BackgroundWeight { get; init; }

    /// <summary>Group and verdict; never the words.</summary>
    public override string ToString() => $"GuardExample {{ Group = {Group}, Verdict = {Verdict} }}";

    /// <summary>Reads minimal pairs: lines with pair, history, reply, verdict and rules.</summary>
    /// <param name="path">A JSON Lines file.</param>
    /// <param name="weight">Weight of each example in training.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not of that form; the message names it.</exception>
    public static IEnumerable<GuardExample> ReadPairs(string path, float weight = 1) => JsonRows.Read(path, "pair, history (speaker, text), reply, verdict and rules", row =>
    {
        var turns = new List<Utterance>();
        foreach (var turn in row.GetProperty("history").EnumerateArray())
            turns.Add(Turn(turns.Count + 1, turn.GetProperty("speaker").GetString() == "counselor", turn.GetProperty("text").GetString()!));
        return new GuardExample
        {
            Group = row.GetProperty("pair").GetString()!,
            History = turns,
            Reply = row.GetProperty("reply").GetString()!,
            Verdict = Enum.Parse<AdherenceVerdict>(row.GetProperty("verdict").GetString()!, ignoreCase: true),
            Rules = [.. row.GetProperty("rules").EnumerateArray().Select(r => r.GetString()!)],
            Weight = weight,
        };
    });

    /// <summary>
    /// Reads the counselor's turns of coded sessions with the turns before them. Persuade, confront, warn, direct,
    /// advise without permission and raise concern count as inconsistent, all else as adherent.
    /// </summary>
    /// <param name="path">A JSON Lines file of sessions, each with a header line.</param>
    /// <param name="weight">Weight of each example in training.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">A line is not of that form.</exception>
    public static IEnumerable<GuardExample> ReadSessions(string path, float weight = 1)
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
            if (counselor)
            {
                var codes = row.GetProperty("c").EnumerateArray().Select(c => c.GetString()!).ToArray();
                yield return new GuardExample
                {
                    Group = row.GetProperty("session").GetString()!,
                    History = turns.TakeLast(10).ToArray(),
                    Reply = words.GetString()!,
                    Verdict = codes.Any(IsInconsistent) ? AdherenceVerdict.Inconsistent : AdherenceVerdict.Adherent,
                    Codes = codes,
                    Weight = weight,
                };
            }

            turns.Add(Turn(turns.Count + 1, counselor, words.GetString()!));
        }
    }

    /// <summary>True for the counselor codes of the open corpus that count as inconsistent.</summary>
    /// <param name="code">A code's long name, such as "confront".</param>
    public static bool IsInconsistent(string code) =>
        code is "persuade" or "confront" or "warn" or "direct" or "advise-without-permission" or "raise-concern";

    private static Utterance Turn(int number, bool counselor, string text) =>
        new() { Turn = number, Speaker = counselor ? Speaker.Counselor : Speaker.Client, Text = text };
}
