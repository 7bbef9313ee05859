using System.Collections.Immutable;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using Sylvan.Data.Csv;

namespace MotivationalInterviewing.Training.Stages;

/// <summary>A session with what its client answered or an author rated: the ground truth of stage and readiness. <see cref="ToString"/> never prints the words.</summary>
public sealed record RatedSession
{
    /// <summary>The session with its reference codes.</summary>
    public required CodedTranscript Coded { get; init; }

    /// <summary>Stage at the end; <see cref="StageOfChange.Unknown"/> when not rated.</summary>
    public StageOfChange StageEnd { get; init; }

    /// <summary>Importance, confidence, readiness before the session, each 0 to 10; empty when not rated.</summary>
    public ImmutableArray<double> RulersStart { get; init; } = [];

    /// <summary>Importance, confidence, readiness after the session, each 0 to 10; empty when not rated.</summary>
    public ImmutableArray<double> RulersEnd { get; init; } = [];

    /// <summary>Share of change talk among change and sustain talk by the source's own automatic codes; null when there are none.</summary>
    public double? AutomaticShare { get; init; }

    /// <summary>Held back from training as a test.</summary>
    public bool Frozen { get; init; }

    /// <summary>Session and number of turns.</summary>
    public override string ToString() => $"RatedSession {{ Session = {Coded.Session}, Turns = {Coded.Utterances.Length} }}";

    /// <summary>Reads sessions of the open corpus: a header with stages and rulers, then one line per turn.</summary>
    /// <param name="paths">Files or folders; of a folder, every <c>sessions-*.jsonl</c>.</param>
    public static ImmutableArray<RatedSession> ReadAuthored(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var headers = new Dictionary<string, RatedSession>(StringComparer.Ordinal);
        var turns = new Dictionary<string, List<CodedUtterance>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var path in paths.SelectMany(p => Directory.Exists(p) ? Directory.GetFiles(p, "sessions-*.jsonl").Order(StringComparer.Ordinal).ToArray() : [p]))
        {
            var n = CorpusLoader.FreezeOffset(path);
            foreach (var line in File.ReadLines(path))
            {
                if (string.IsNullOrWhiteSpace(line)) continue;
                using var json = JsonDocument.Parse(line);
                var row = json.RootElement;
                var session = row.GetProperty("session").GetString()!;
                if (row.TryGetProperty("stage_end", out var end))
                {
                    headers[session] = new RatedSession
                    {
                        Coded = new CodedTranscript { Session = session, Target = TargetBehavior.FindOrCustom(row.GetProperty("b").GetString()!) },
                        StageEnd = Enum.Parse<StageOfChange>(end.GetString()!, ignoreCase: true),
                        RulersStart = Rulers(row, "rulers_start"),
                        RulersEnd = Rulers(row, "rulers_end"),
                        Frozen = ++n % 7 == 0,
                    };
                    turns[session] = [];
                    order.Add(session);
                }
                else turns[session].Add(Turn(row));
            }
        }

        return [.. order.Select(s => headers[s] with { Coded = headers[s].Coded with { Utterances = [.. turns[s]] } })];
    }

    /// <summary>Reads MIBot conversations with their rulers.</summary>
    /// <param name="folder">A folder that holds <c>mibot.jsonl</c>, <c>mibot-recoded.csv</c> and <c>outcomes.csv</c>.</param>
    public static ImmutableArray<RatedSession> ReadMibot(string folder)
    {
        var codes = new Dictionary<(string Session, int Turn), (string Main, string Codes, int? Strength)>();
        foreach (var row in Rows(Path.Combine(folder, "mibot-recoded.csv")))
            codes[(row["session"], Int(row["turn"]))] = (row["main"], row["codes"], row["strength"].Length > 0 ? Int(row["strength"]) : null);
        var turns = new Dictionary<string, List<CodedUtterance>>(StringComparer.Ordinal);
        var automatic = new Dictionary<string, (int Change, int Sustain)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(folder, "mibot.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            var session = row.GetProperty("session").GetString()!;
            var number = row.GetProperty("turn").GetInt32();
            var client = row.GetProperty("speaker").GetString() == "client";
            var utterance = new Utterance { Turn = number, Speaker = client ? Speaker.Client : Speaker.Counselor, Text = row.GetProperty("text").GetString() ?? "" };
            if (!turns.TryGetValue(session, out var list)) turns[session] = list = [];
            var code = client && codes.TryGetValue((session, number), out var found) ? found : ("neutral", "", null);
            list.Add(client ? Client(utterance, code.Item1, code.Item2.Split([' ', ';', ',', '|'], StringSplitOptions.RemoveEmptyEntries), code.Item3) : new CodedUtterance { Utterance = utterance });
            var (c, s) = automatic.GetValueOrDefault(session);
            if (client) automatic[session] = row.GetProperty("auto_misc").GetString() switch { "C" => (c + 1, s), "S" => (c, s + 1), _ => (c, s) };
        }

        return
        [
            .. Rows(Path.Combine(folder, "outcomes.csv")).Select(o => new RatedSession
            {
                Coded = new CodedTranscript { Session = o["session"], Target = TargetBehavior.Tobacco, Utterances = [.. turns[o["session"]]] },
                RulersStart = [Num(o["PreRulerImportance"]), Num(o["PreRulerConfidence"]), Num(o["PreRulerReadiness"])],
                RulersEnd = [Num(o["PostRulerImportance"]), Num(o["PostRulerConfidence"]), Num(o["PostRulerReadiness"])],
                AutomaticShare = automatic[o["session"]] is var (change, sustain) && change + sustain > 0 ? (double)change / (change + sustain) : 0.5,
            }),
        ];
    }

    private static CodedUtterance Turn(JsonElement row)
    {
        var client = row.GetProperty("s").GetString() == "client";
        var counselor = row.GetProperty("s").GetString() == "counselor";
        var utterance = new Utterance
        {
            Turn = row.GetProperty("n").GetInt32(),
            Speaker = client ? Speaker.Client : counselor ? Speaker.Counselor : Speaker.Other,
            Text = row.GetProperty("t").GetString() ?? "",
        };
        var codes = row.TryGetProperty("c", out var c) ? c.EnumerateArray().Select(x => x.GetString()!).ToArray() : [];
        if (!client)
            return new CodedUtterance { Utterance = utterance, Codes = [.. codes.Select(Misc25.Codebook.Find).OfType<Code>().Select(k => new CodeSpan { Code = k, Start = 0, Length = utterance.Text.Length })] };
        var coded = Client(utterance, row.TryGetProperty("m", out var m) ? m.GetString()! : "neutral", codes, row.TryGetProperty("i", out var i) && i.ValueKind == JsonValueKind.Number ? i.GetInt32() : null);
        return row.TryGetProperty("f", out var f)
            ? coded with { Discord = f.EnumerateArray().Any(x => x.GetString() == "discord"), Interest = f.EnumerateArray().Any(x => x.GetString() == "interest") }
            : coded;
    }

    private static CodedUtterance Client(Utterance utterance, string main, IEnumerable<string> codes, int? strength)
    {
        var talk = main switch { "change" => TalkDirection.Change, "sustain" => TalkDirection.Sustain, _ => TalkDirection.Neutral };
        return new CodedUtterance
        {
            Utterance = utterance,
            Talk = talk,
            Strength = talk == TalkDirection.Sustain ? -strength : strength,
            Codes = [.. codes.Select(DarnCat.Codebook.Find).OfType<Code>().Select(k => new CodeSpan { Code = k, Start = 0, Length = utterance.Text.Length })],
        };
    }

    private static ImmutableArray<double> Rulers(JsonElement row, string name) =>
        row.TryGetProperty(name, out var r) ? [r.GetProperty("importance").GetDouble(), r.GetProperty("confidence").GetDouble(), r.GetProperty("readiness").GetDouble()] : [];

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var csv = CsvDataReader.Create(path);
        while (csv.Read())
            yield return Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString, StringComparer.Ordinal);
    }

    private static int Int(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static double Num(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
