using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Training.Guard;

namespace MotivationalInterviewing.Training.Practice;

/// <summary>Draws the items of the practice drills from the open corpus and from written pairs of replies.</summary>
public static class DrillBook
{
    private const int PerKind = 30;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private sealed record Line(string Session, string Behavior, bool Client, string Text, string[] Codes, string Main, int Strength, bool Discord);

    /// <summary>Writes the items as JSON.</summary>
    /// <param name="corpus">Folder with sessions-*.jsonl.</param>
    /// <param name="pairs">File of counselor replies in minimal pairs.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="seed">Decides which items.</param>
    /// <returns>How many items were written.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static int Write(string corpus, string pairs, string path, int seed = 12)
    {
        var random = new Random(seed);
        var items = new List<DrillItem>();
        var turns = Directory.EnumerateFiles(corpus, "sessions-*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read).ToArray();
        var around = Enumerable.Range(1, turns.Length - 1).Select(i => (Before: turns[i - 1], Now: turns[i])).Where(x => x.Before.Session == x.Now.Session && x.Before.Client != x.Now.Client).ToArray();
        var answers = around.Where(x => x.Now.Client && Words(x.Now.Text) is >= 5 and <= 30).ToArray();
        foreach (var main in new[] { "change", "sustain", "neutral" })
            Take(answers.Where(x => x.Now.Main == main && !x.Now.Discord && (main == "neutral" || x.Now.Strength >= 4)), DrillKind.SpotChangeTalk, PerKind / 3);
        Take(answers.Where(x => x.Now.Main != "neutral" && x.Now.Strength >= 3), DrillKind.ReflectionsOnly, PerKind);
        Take(answers.Where(x => x.Now.Codes.Any(c => c.EndsWith('+')) && x.Now.Codes.Any(c => c.EndsWith('-'))), DrillKind.DoubleSided, PerKind);
        Take(answers.Where(x => x.Now.Discord), DrillKind.AnswerDiscord, PerKind);
        Take(answers.Where(x => x.Now.Text.EndsWith('?') && Follows(x.Now, "give-information", "advise-with-permission")), DrillKind.ElicitProvideElicit, PerKind);
        foreach (var (client, question) in Pick(around.Where(x => !x.Now.Client && x.Now.Codes is ["closed-question"] && x.Now.Text.EndsWith('?') && Words(x.Now.Text) is >= 4 and <= 16), PerKind))
            Add(DrillKind.OpenClosedQuestions, question, client.Text, question.Text);
        foreach (var group in Pick(GuardExample.ReadPairs(pairs).GroupBy(e => e.Group).Where(g => g.Select(e => e.History.Count > 0 ? e.History[^1].Text : "").Distinct().Count() == 1 && g.Any(e => e.Verdict == AdherenceVerdict.Adherent) && g.Any(e => e.Verdict == AdherenceVerdict.Inconsistent)), PerKind))
        {
            var options = group.Where(e => e.Verdict == AdherenceVerdict.Adherent).Take(1).Concat(group.Where(e => e.Verdict == AdherenceVerdict.Inconsistent).Take(2)).ToArray();
            random.Shuffle(options);
            items.Add(new DrillItem
            {
                Id = $"{DrillKind.RankResponses}-{group.Key}",
                Kind = DrillKind.RankResponses,
                Behavior = "",
                Client = group.First().History[^1].Text,
                Options = [.. options.Select(o => o.Reply)],
                Good = [.. options.Index().Where(o => o.Item.Verdict == AdherenceVerdict.Adherent).Select(o => o.Index)],
            });
        }

        File.WriteAllText(path, JsonSerializer.Serialize(items, s_json).ReplaceLineEndings("\n") + "\n");
        return items.Count;

        void Take(IEnumerable<(Line Before, Line Now)> from, DrillKind kind, int count)
        {
            foreach (var (before, now) in Pick(from, count))
                Add(kind, now, now.Text, before.Text, kind == DrillKind.SpotChangeTalk ? now.Main switch { "change" => TalkDirection.Change, "sustain" => TalkDirection.Sustain, _ => TalkDirection.Neutral } : null);
        }

        void Add(DrillKind kind, Line line, string client, string counselor, TalkDirection? talk = null) =>
            items.Add(new DrillItem { Id = $"{kind}-{items.Count(i => i.Kind == kind) + 1}", Kind = kind, Behavior = line.Behavior, Counselor = counselor, Client = client, Talk = talk });

        IEnumerable<T> Pick<T>(IEnumerable<T> from, int count)
        {
            var all = from.ToArray();
            random.Shuffle(all);
            return all.Take(count);
        }

        bool Follows(Line line, params string[] codes)
        {
            var at = Array.IndexOf(turns, line);
            // A long answer: information, not the way to the parking lot.
            return at + 1 < turns.Length && turns[at + 1].Session == line.Session && Words(turns[at + 1].Text) >= 18 && turns[at + 1].Codes.Any(codes.Contains);
        }
    }

    private static int Words(string text) => text.Count(c => c == ' ') + 1;

    private static IEnumerable<Line> Read(string file)
    {
        var behavior = "";
        foreach (var text in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            using var document = JsonDocument.Parse(text);
            var row = document.RootElement;
            if (!row.TryGetProperty("t", out var words))
            {
                behavior = row.GetProperty("b").GetString()!;
                continue;
            }

            if (row.TryGetProperty("risk", out _)) continue;
            yield return new Line(
                row.GetProperty("session").GetString()!, behavior, row.GetProperty("s").GetString() == "client", words.GetString()!,
                [.. row.GetProperty("c").EnumerateArray().Select(c => c.GetString()!)], row.GetProperty("m").GetString()!,
                row.TryGetProperty("i", out var strength) ? strength.GetInt32() : 0,
                row.TryGetProperty("f", out var flags) && flags.EnumerateArray().Any(f => f.GetString() == "discord"));
        }
    }
}
