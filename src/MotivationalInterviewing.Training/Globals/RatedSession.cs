using System.Text.Json;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training.Globals;

/// <summary>A coded session with the four MITI 4.2.1 global ratings of its coder. Immutable.</summary>
public sealed record RatedSession
{
    private static readonly string[] s_globals = ["cultivating_change_talk", "softening_sustain_talk", "partnership", "empathy"];

    /// <summary>The session with the coder's codes.</summary>
    public required CodedTranscript Session { get; init; }

    /// <summary>Cultivating Change Talk, Softening Sustain Talk, Partnership, Empathy; whole numbers 1 to 5.</summary>
    public required IReadOnlyList<int> Ratings { get; init; }

    /// <summary>Held back from training as a test.</summary>
    public bool Frozen { get; init; }

    /// <summary>Reads the session files of the open corpus ("sessions-*.jsonl"): a header per session, then a line per turn.</summary>
    /// <param name="folder">The folder that holds them.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names file, line and value, never the words.</exception>
    public static IReadOnlyList<RatedSession> ReadFolder(string folder)
    {
        var sessions = new List<RatedSession>();
        foreach (var file in Directory.GetFiles(folder, "sessions-*.jsonl").Order(StringComparer.Ordinal))
        {
            var (number, place) = (0, CorpusLoader.FreezeOffset(file));
            var turns = new List<CodedUtterance>();
            (string Id, string Behavior, int[] Ratings, bool Frozen)? header = null;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                try
                {
                    using var json = JsonDocument.Parse(line);
                    var root = json.RootElement;
                    if (root.TryGetProperty("t", out _)) turns.Add(Turn(root));
                    else
                    {
                        Flush();
                        place++;
                        var globals = root.TryGetProperty("globals", out var g) ? g : default;
                        header = globals.ValueKind == JsonValueKind.Object
                            ? (root.GetProperty("session").GetString()!, root.GetProperty("b").GetString()!,
                                [.. s_globals.Select(k => globals.GetProperty(k).GetInt32())], place % 7 == 0)
                            : null;
                    }
                }
                catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
                {
                    throw new FormatException($"{Path.GetFileName(file)} line {number}: {(e is FormatException ? e.Message : "not a session header or turn.")}");
                }
            }

            Flush();

            void Flush()
            {
                if (header is { } h)
                    sessions.Add(new RatedSession
                    {
                        Session = new CodedTranscript { Session = h.Id, Target = TargetBehavior.FindOrCustom(h.Behavior), Utterances = [.. turns] },
                        Ratings = h.Ratings,
                        Frozen = h.Frozen,
                    });
                turns.Clear();
                header = null;
            }
        }

        return sessions;
    }

    private static CodedUtterance Turn(JsonElement line)
    {
        var text = line.GetProperty("t").GetString()!;
        var client = line.GetProperty("s").GetString() == "client";
        var codes = line.GetProperty("c").EnumerateArray().Select(c => c.GetString()!).Select(name => new CodeSpan
        {
            Code = (client ? DarnCat.Codebook : Misc25.Codebook).Parse(name),
            Miti = name switch
            {
                "seek-collaboration" => Miti42.SeekCollaboration,
                "emphasize-autonomy" => Miti42.EmphasizeAutonomy,
                "persuade" => Miti42.Persuade,
                _ => null,
            },
            Start = 0,
            Length = text.Length,
        });
        TalkDirection? talk = !client ? null : line.GetProperty("m").GetString() switch
        {
            "change" => TalkDirection.Change,
            "sustain" => TalkDirection.Sustain,
            "neutral" => TalkDirection.Neutral,
            var other => throw new FormatException($"'{other}' is no direction. Allowed: change, sustain, neutral."),
        };
        var strength = line.TryGetProperty("i", out var i) ? i.GetInt32() : 0;
        return new CodedUtterance
        {
            Utterance = new Utterance { Turn = line.GetProperty("n").GetInt32(), Speaker = client ? Speaker.Client : Speaker.Counselor, Text = text },
            Talk = talk,
            Strength = !client ? null : talk == TalkDirection.Sustain ? -strength : talk == TalkDirection.Change ? strength : 0,
            Codes = [.. codes],
        };
    }
}
