using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Sessions;

/// <summary>Reads the cases of Specs/Miti-Volleys.md; the file's head explains the form.</summary>
internal sealed record MitiSpec(string Name, string Rule, CodedTranscript Session, ImmutableArray<string> Volleys)
{
    public static IEnumerable<MitiSpec> Read(string path)
    {
        string? name = null, rule = null;
        var turns = new List<CodedUtterance>();
        var volleys = new List<string>();
        foreach (var raw in File.ReadLines(path).Append("## "))
        {
            var line = raw.Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal) || raw == "## ")
            {
                if (name is not null)
                    yield return new MitiSpec(name, rule ?? throw new FormatException($"Case '{name}' names no rule."), new CodedTranscript { Session = name, Utterances = [.. turns] }, [.. volleys]);
                (name, rule) = (line.TrimStart('#', ' '), null);
                turns.Clear();
                volleys.Clear();
            }
            else if (name is null || line.Length == 0) continue;
            else if (After(line, "Rule:") is { } r) rule = r;
            else if (After(line, "volley:") is { } v) volleys.Add(v);
            else if (After(line, "counselor:") is { } counselor) turns.Add(Turn(turns.Count + 1, Speaker.Counselor, counselor));
            else if (After(line, "client:") is { } client) turns.Add(Turn(turns.Count + 1, Speaker.Client, client));
            else if (After(line, "other:") is { } other) turns.Add(Turn(turns.Count + 1, Speaker.Other, other));
            else throw new FormatException($"Case '{name}': cannot read '{line}'.");
        }
    }

    private static string? After(string line, string head) => line.StartsWith(head, StringComparison.Ordinal) ? line[head.Length..].Trim() : null;

    /// <summary>A turn written as utterances, each followed by its codes in square brackets.</summary>
    public static CodedUtterance Turn(int number, Speaker speaker, string marked)
    {
        var text = "";
        var spans = new List<CodeSpan>();
        var discord = false;
        var interest = false;
        for (var at = 0; at < marked.Length;)
        {
            var open = marked.IndexOf('[', at);
            while (open >= 0 && !IsCodes(marked, open)) open = marked.IndexOf('[', open + 1);
            if (open < 0) { text += marked[at..]; break; }
            var piece = marked[at..open].Trim();
            if (text.Length > 0 && piece.Length > 0) text += " ";
            var start = text.Length;
            text += piece;
            var close = marked.IndexOf(']', open);
            foreach (var item in marked[(open + 1)..close].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (item == "discord") { discord = true; continue; }
                if (item == "interest") { interest = true; continue; }
                var parts = item.Split('=');
                spans.Add(new CodeSpan
                {
                    Code = (speaker == Speaker.Client ? DarnCat.Codebook : Misc25.Codebook).Parse(parts[0]),
                    Miti = parts.Length > 1 ? Miti42.Codebook.Parse(parts[1]) : null,
                    Start = start,
                    Length = piece.Length,
                });
            }

            at = close + 1;
        }

        return new CodedUtterance
        {
            Utterance = new Utterance { Turn = number, Speaker = speaker, Text = text },
            Talk = speaker == Speaker.Client ? spans.Select(s => s.Code.Direction).FirstOrDefault(d => d != TalkDirection.Neutral) : null,
            Codes = [.. spans],
            Discord = discord,
            Interest = interest,
        };
    }

    private static bool IsCodes(string text, int open)
    {
        var close = text.IndexOf(']', open);
        return close > 0 && text[(open + 1)..close].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .All(i => i is "discord" or "interest" || Codebooks.Find(i.Split('=')[0]) is not null);
    }
}
