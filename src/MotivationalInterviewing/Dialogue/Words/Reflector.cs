using System.Text;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Turns what the client said into what a counselor may give back: the client's own clause in the second person, the same
/// said another way, or a guess at the meaning beneath. Pure; the content decides the words.
/// </summary>
internal sealed class Reflector(DialogueContent content)
{
    private const int MostRest = 14;
    private static readonly HashSet<string> s_adverbs = new(StringComparer.OrdinalIgnoreCase) { "really", "just", "definitely", "actually", "probably", "honestly", "truly", "also", "totally", "simply", "absolutely", "still", "always", "do", "even", "only", "kind", "sort", "of" };
    private static readonly string[] s_change = ["family", "legal", "money", "work", "health", "sleep", "self", "control"];
    private static readonly string[] s_sustain = ["noproblem", "coping", "hard", "social", "pleasure", "family", "work", "money", "health", "legal", "control"];
    private static readonly string[] s_neutral = ["family", "work", "money", "health", "self"];

    /// <summary>The clause as it was said, in the second person, without a full stop; null when it is not fit to give back.</summary>
    public static string? AsSaid(string clause, int most = ClientWords.Longest)
    {
        var words = Main(clause);
        if (words is null || words.Length < 2 || words.Length > most) return null;
        if (!ClientWords.IsSubject(ClientWords.Bare(words[0])) || AddressesCounselor(words)) return null;
        return Lower(ClientWords.Join(ClientWords.Turn(words)));
    }

    /// <summary>The same said another way, without a full stop, in the order of the content.</summary>
    public IEnumerable<string> SaidAnew(string clause)
    {
        var words = Main(clause);
        if (words is null || words.Length > ClientWords.Longest + 4 || AddressesCounselor(words)) yield break;
        words = WithoutAdverbs(words);
        var lower = Array.ConvertAll(words, w => ClientWords.Bare(w).ToLowerInvariant());
        foreach (var lead in content.Leads)
        {
            var slots = new Dictionary<string, string>(StringComparer.Ordinal);
            if (!Match(lead.When, words, lower, 0, 0, slots)) continue;
            foreach (var say in lead.Say)
                if (Fill(say, slots) is { } said) yield return said;
            yield break;
        }
    }

    /// <summary>Guesses at the meaning beneath, without a full stop.</summary>
    public IEnumerable<string> Meanings(ClientClause clause)
    {
        var words = clause.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => ClientWords.Bare(w.Replace('’', '\''))).ToArray();
        var (side, order) = clause.Direction switch
        {
            TalkDirection.Change => ("change", s_change),
            TalkDirection.Sustain => ("sustain", s_sustain),
            _ => ("neutral", s_neutral),
        };
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Kin(words) is { } kin) slots["np"] = kin;
        foreach (var category in order)
        {
            if (!words.Any(w => content.IsAbout(category, w))) continue;
            foreach (var line in content.Lines($"meaning.{side}.{category}"))
                if (Fill(line, slots) is { } said) yield return said;
        }

        if (clause.Kind is { } kind)
            foreach (var line in content.Lines($"meaning.{side}.{kind}")) yield return line;
        if (clause.Kind is null or ChangeTalkKind.Reason or ChangeTalkKind.Other or ChangeTalkKind.Need or ChangeTalkKind.Desire)
            foreach (var line in content.Lines($"meaning.{side}.any")) yield return line;
    }

    /// <summary>A feeling that the client names, as "ashamed"; null when none is.</summary>
    public string? Feeling(string text)
    {
        var words = text.Split([' ', ',', '.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (!content.IsFeeling(ClientWords.Bare(words[i]))) continue;
            for (var k = i - 1; k >= Math.Max(0, i - 3); k--)
                if (ClientWords.Bare(words[k].Replace('’', '\'')).ToLowerInvariant() is "i'm" or "feel" or "felt" or "am" or "im" or "was" && !Negated(words, k, i)) return ClientWords.Bare(words[i]).ToLowerInvariant();
        }

        return null;
    }

    private static bool Negated(string[] words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (ClientWords.Bare(words[i].Replace('’', '\'')).ToLowerInvariant() is "not" or "never" or "don't" or "didn't") return true;
        return from > 0 && ClientWords.Bare(words[from - 1].Replace('’', '\'')).ToLowerInvariant() is "not" or "never" or "don't" or "didn't";
    }

    /// <summary>Cleaned, and cut to the first of several joined clauses when that is enough by itself.</summary>
    private static string[]? Main(string clause)
    {
        var words = ClientWords.Clean(clause);
        if (words is null) return null;
        for (var i = 3; i < words.Length - 1; i++)
        {
            var lower = ClientWords.Bare(words[i]).ToLowerInvariant();
            var breaks = lower is "but" or "because" or "although" || (lower is "and" or "so" && ClientWords.IsSubject(ClientWords.Bare(words[i + 1])) && words[i + 1] is not "my" and not "the")
                || (words[i - 1].EndsWith(',') && lower is "and" or "so" or "which" or "you" or "it's" or "I'm" && words[i - 1].EndsWith(','));
            if (!breaks) continue;
            words = words[..i];
            words[^1] = words[^1].TrimEnd(',', ';');
            break;
        }

        return words;
    }

    /// <summary>"You people", "you don't get it": words to the counselor, which no reflection may turn on the client.</summary>
    private static bool AddressesCounselor(string[] words) =>
        words.Any(w => ClientWords.Bare(w).ToLowerInvariant() is "you" or "your" or "you're" or "you've" or "yours" or "yourself" or "you'd" or "you'll" or "let's" or "lets");

    private static string[] WithoutAdverbs(string[] words)
    {
        var kept = new List<string>(words.Length) { words[0] };
        var head = true;
        for (var i = 1; i < words.Length; i++)
        {
            if (head && i <= 4 && s_adverbs.Contains(words[i])) continue;
            if (i > 2) head = false;
            kept.Add(words[i]);
        }

        return kept.Count > 1 ? [.. kept] : words;
    }

    private bool Match(string[] pattern, string[] words, string[] lower, int p, int w, Dictionary<string, string> slots)
    {
        for (; p < pattern.Length; p++, w++)
        {
            if (w >= words.Length) return false;
            switch (pattern[p])
            {
                case "{q}":
                    if (!ClientWords.IsQuestionWord(lower[w]) || lower[w] is "if" or "whether") return false;
                    slots["q"] = lower[w];
                    break;
                case "{p}":
                    if (!char.IsLetter(lower[w][0]) || w + 1 >= words.Length) return false;
                    slots["p"] = lower[w];
                    if (lower[w + 1] != pattern[p + 1] && w + 2 < words.Length && lower[w + 2] == pattern[p + 1]) slots["p"] += " " + lower[++w];
                    break;
                case "{v}":
                    return Rest(words, w) is { } verb && Verb(verb, slots);
                case "{s}":
                    if (Rest(words, w) is not { Length: >= 3 } clause || !ClientWords.IsSubject(ClientWords.Bare(clause[0]))) return false;
                    slots["s"] = Lower(ClientWords.Join(ClientWords.Turn(clause)));
                    return true;
                case "{f}":
                    var rest = Rest(words, w);
                    if (rest is { Length: > 1 } && ClientWords.Bare(rest[0]).ToLowerInvariant() is "so" or "very" or "too" or "pretty" or "quite" or "that" or "a" or "bit") rest = rest![1..];
                    if (rest is null || rest.Length > 4 || !(content.IsFeeling(ClientWords.Bare(rest[0])) && (rest.Length == 1 || ClientWords.Bare(rest[1]).ToLowerInvariant() is "and" or "of" or "about" or "all" or "most"))) return false;
                    slots["f"] = ClientWords.Join(ClientWords.Turn(rest));
                    return true;
                case "{x}":
                    if (Rest(words, w) is not { Length: >= 1 } x || ClientWords.Bare(x[0]).ToLowerInvariant() is "to" or "that" or "it" or "if" or "when" && x.Length == 1 || ClientWords.Bare(x[0]).ToLowerInvariant() is "to" or "and") return false;
                    slots["x"] = ClientWords.Join(ClientWords.Turn(x));
                    return true;
                default:
                    if (lower[w] != pattern[p]) return false;
                    break;
            }
        }

        return w == words.Length;
    }

    private static bool Verb(string[] rest, Dictionary<string, string> slots)
    {
        var head = ClientWords.Bare(rest[0]);
        if (Inflection.Gerund(head) is not { } gerund) return false;
        var turned = ClientWords.Turn(rest);
        slots["v"] = ClientWords.Join(turned);
        slots["ving"] = ClientWords.Join([gerund, .. turned[1..]]);
        return true;
    }

    private static string[]? Rest(string[] words, int from) => words.Length > from && words.Length - from <= MostRest ? words[from..] : null;

    /// <summary>"my daughter" or "our kids" as "your daughter", when a person is meant.</summary>
    private string? Kin(string[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
            if (words[i].ToLowerInvariant() is "my" or "our" && content.IsAbout("family", words[i + 1]) && words[i + 1].ToLowerInvariant() is not ("family" or "marriage")) return "your " + words[i + 1].ToLowerInvariant();
        return null;
    }

    /// <summary>A line with its slots filled; null when one is missing.</summary>
    public static string? Fill(string line, IReadOnlyDictionary<string, string> slots)
    {
        if (!line.Contains('{', StringComparison.Ordinal)) return line;
        var text = new StringBuilder(line.Length + 40);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{')
            {
                text.Append(line[i]);
                continue;
            }

            var end = line.IndexOf('}', i);
            var name = line[(i + 1)..end];
            var capital = char.IsUpper(name[0]);
            if (!slots.TryGetValue(capital ? char.ToLowerInvariant(name[0]) + name[1..] : name, out var value) || value.Length == 0) return null;
            text.Append(capital ? char.ToUpperInvariant(value[0]) + value[1..] : value);
            i = end;
        }

        return text.ToString();
    }

    /// <summary>The first letter in lower case unless it may begin a name.</summary>
    public static string Lower(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return ClientWords.IsSubject(ClientWords.Bare(first)) || first is "You" or "You'd" or "You're" or "You've" or "You'll" or "Your" or "Part" or "Some" or "It's" or "It" or "There's" or "There" or "What" or "As" or "The" or "Something" or "Nobody" or "From" or "Time" or "To" or "If" or "That's"
            || first.EndsWith("ing", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
