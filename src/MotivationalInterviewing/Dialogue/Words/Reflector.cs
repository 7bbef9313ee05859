using System.Text;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Turns what the client said into what a counselor may give back: the client's own clause in the second person, the same
/// said another way, or a guess at the meaning beneath. Pure; the content decides the words.
/// </summary>
internal sealed class Reflector(DialogueContent content)
{
    /// <summary>More words than this are not given back in one piece.</summary>
    public const int Longest = 17;

    private const int MostRest = 14;
    private static readonly HashSet<string> s_adverbs = new(StringComparer.OrdinalIgnoreCase) { "really", "just", "definitely", "actually", "probably", "honestly", "truly", "also", "totally", "simply", "absolutely", "still", "always", "do", "even", "only", "kind", "sort", "maybe", "perhaps", "possibly" };
    private static readonly HashSet<string> s_habits = new(StringComparer.OrdinalIgnoreCase) { "end", "get", "have", "be", "find", "smoke", "drink", "use", "feel", "know", "see", "wake", "sit", "forget", "think", "just", "sometimes", "usually", "always", "never", "pretty", "probably" };
    private static readonly string[] s_change = ["family", "legal", "money", "work", "health", "sleep", "self", "control"];
    private static readonly string[] s_sustain = ["noproblem", "coping", "social", "pleasure"];
    private static readonly string[] s_neutral = ["family"];
    private static readonly string[] s_values = ["family", "health", "sleep"];

    /// <summary>
    /// The client's own clauses that can be given back for a coded one, best first: read from the whole turn when the clause
    /// stands in it, so that a restart in the middle does no harm.
    /// </summary>
    public static List<(string[] Words, bool Own)> Clauses(HeardTurn turn, ClientClause clause)
    {
        var found = turn.Text.Contains(clause.Text, StringComparison.Ordinal) ? turn.Clauses : ClauseFinder.Find(clause.Text);
        var wanted = ClientWords.Plain(clause.Text);
        var rated = new List<(string[] Words, int Worth, bool Own)>();
        var others = new List<(string[] Words, int Worth, bool Own)>();
        foreach (var words in found)
        {
            var fit = Shortened(words);
            if (fit is null) continue;
            var worth = ClauseFinder.Worth(fit, Longest);
            var shared = 0;
            foreach (var word in fit)
                if (wanted.Contains(word.TrimEnd(',').ToLowerInvariant())) shared++;
            var same = shared * 10 >= fit.Length * 7 || (wanted.Count > 3 && fit.Length <= 2 * wanted.Count && wanted.TrueForAll(w => Array.Exists(fit, f => f.TrimEnd(',').Equals(w, StringComparison.OrdinalIgnoreCase))));
            if (same) rated.Add((fit, worth + 4, true));
            else if (worth >= 5) others.Add((fit, worth, false));
        }

        // A directed clause stands for itself, unless there is nothing in it.
        if (clause.Direction == TalkDirection.Neutral || !rated.Exists(r => r.Worth >= 8)) rated.AddRange(others);
        return [.. rated.OrderByDescending(r => r.Worth).Select(r => (r.Words, r.Own))];
    }

    /// <summary>The clause itself when it can stand; a long one up to where it can be cut; null when neither can.</summary>
    private static string[]? Shortened(string[] words)
    {
        if (ClauseFinder.Worth(words, Longest) > 0) return words;
        if (words.Length <= 6) return null;
        for (var cut = Math.Min(words.Length - 1, Longest); cut >= 4; cut--)
        {
            if (!(words[cut - 1].EndsWith(',') || words[cut].ToLowerInvariant() is "when" or "where" or "if" or "while" or "and" or "since" or "until" or "so" or "after" or "before" or "like" or "because" or "whenever" or "unless" or "even" or "especially" or "without")) continue;
            if (words[cut - 1].EndsWith(',') && words[cut].ToLowerInvariant() is "a" or "an" or "the") continue;
            if (words[cut].ToLowerInvariant() is "and" && words[cut - 1].ToLowerInvariant() is "try" or "go" or "come" or "here" or "back" or "tried" or "again" or "more") continue;
            if (words[cut - 1].ToLowerInvariant() is "point" or "place" or "stage" or "way" or "time" or "reason" or "thing" or "stuff" or "something" or "somewhere" or "be" or "to" or "both" or "not") continue;
            if (words.AsSpan()[..cut].Contains("as") && words.AsSpan()[cut..].Contains("as")) continue;
            var head = words[..cut];
            head[^1] = head[^1].TrimEnd(',');
            if (Array.FindIndex(head, w => w.Equals("that", StringComparison.OrdinalIgnoreCase)) is > 0 and var that && that + 1 < head.Length && ClauseFinder.IsQuestionWord(head[that + 1])) continue;
            if (head is ["I", "don't", "know", ..] or ["I'm", "not", "sure", ..] && words[cut].ToLowerInvariant() is "because" or "and" or "so") continue;
            if (head.Length > 2 && head[^2].EndsWith(',')) continue;
            if (head is [.., "no", "idea"] or [.., "not", "sure"]) continue;
            if (ClauseFinder.Worth(head, Longest) >= 4) return head;
        }

        return null;
    }

    /// <summary>The clause in the second person, without a full stop.</summary>
    public string AsSaid(string[] words)
    {
        // "I do get annoyed" was said in answer to somebody; given back, it needs no stress.
        if (words.Length > 3 && words[1] == "do" && words[0] is "I" or "we" or "they" && Inflection.IsVerb(words[2])) words = [words[0], .. words[2..]];
        var said = Lower(string.Join(' ', ClientWords.Turn(words)));
        if (words.Length > 1 && said.StartsWith("you'll ", StringComparison.Ordinal) && s_habits.Contains(words[1])) return said;
        foreach (var (from, to) in content.NotAsAdvice)
            if (said.StartsWith(from, StringComparison.OrdinalIgnoreCase) && said.Length > from.Length && said[from.Length] == ' ' && !said.StartsWith(from + " have been", StringComparison.Ordinal)) return to + said[from.Length..];
        return said;
    }

    /// <summary>As said, with other words for some of the client's until little enough is an echo.</summary>
    public string OtherWords(string said, HeardTurn turn, double most)
    {
        if (turn.Overlap(said) <= most) return said;
        foreach (var (from, to) in content.OtherWords)
        {
            var at = (" " + said + " ").IndexOf(" " + from + " ", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (from.StartsWith("you", StringComparison.Ordinal) && at > 0)) continue;
            said = to.Length == 0 ? (said[..at] + said[(at + from.Length)..].TrimStart()).TrimEnd() : said[..at] + to + said[(at + from.Length)..];
            if (turn.Overlap(said) <= most) break;
        }

        return said;
    }

    /// <summary>Whether the clause is about the client and nobody else.</summary>
    public static bool IsOfSelf(string[] words) => words[0].ToLowerInvariant() is not ("it" or "it's" or "that" or "that's" or "there" or "there's" or "nobody" or "everybody" or "everyone" or "they" or "nothing" or "this") || words[1].ToLowerInvariant() is "my" or "how" or "what" or "where" or "why";

    /// <summary>The clause without what hangs on at its end ("in my life", "after work"), as often as that leaves a statement.</summary>
    public static IEnumerable<string[]> Shorter(string[] words)
    {
        for (var cut = words.Length - 1; cut >= 3; cut--)
        {
            if (words[cut].ToLowerInvariant() is not ("in" or "on" or "at" or "with" or "from" or "about" or "before" or "after" or "since" or "when" or "because" or "during" or "until" or "for" or "while" or "so" or "if" or "and" or "as" or "this" or "every" or "all" or "right" or "again" or "anymore" or "lately" or "now") && !(words[cut].Equals("to", StringComparison.OrdinalIgnoreCase) && words[cut - 1].ToLowerInvariant() is "time" or "chance" or "energy" or "money" or "reason" or "strength" or "patience")) continue;
            if (words.AsSpan()[cut..].Contains("without") || words.AsSpan()[cut..].Contains("not") || words.AsSpan()[cut..].Contains("no")) continue;
            var head = words[..cut];
            head[^1] = head[^1].TrimEnd(',');
            if (head[^1].ToLowerInvariant() is "none" or "nothing" or "all") continue;
            if (head.Length > 3 && head[^1].ToLowerInvariant() is "though" or "too" or "then") head = head[..^1];
            if (head[^1].ToLowerInvariant() is "all" or "every" or "right" or "up" or "out" or "even" or "after" or "before" or "until" || ClauseFinder.Worth(head, Longest) < 4 || (head.Length == 3 && head[^1].ToLowerInvariant() is "it" or "that" or "him" or "her" or "them" or "this") || head[^1].EndsWith("ing", StringComparison.Ordinal)) continue;
            yield return head;
        }
    }

    /// <summary>What may be added to a clause: where it leads, or what it means to the client. Without the joining comma.</summary>
    public IEnumerable<string> Tails(ClientClause clause, string[] words)
    {
        if (words.Any(w => content.IsAbout("loss", w.TrimEnd(',')))) return content.Lines("tails.loss");
        var side = clause.Direction switch { TalkDirection.Change => "change", TalkDirection.Sustain => "sustain", _ => "neutral" };
        var kind = clause.Kind?.ToString() ?? "any";
        if (words[0].ToLowerInvariant() is "that" or "that's" or "it" or "it's" or "this" or "there's" && !words.Any(w => w.ToLowerInvariant() is "i" or "my" or "me" or "i'm" or "i've" or "i'd")) return [];

        // What others do or are is given back, and what it is worth to the client left open.
        if (!words.Any(w => w.TrimEnd(',').ToLowerInvariant() is "i" or "i'm" or "i've" or "i'd" or "i'll" or "me" or "my" or "myself" or "mine" or "we" or "we're" or "we've" or "us" or "our")) return [];
        var lower = Array.ConvertAll(words, w => w.TrimEnd(',').ToLowerInvariant());
        if (clause is { Direction: TalkDirection.Change, Kind: ChangeTalkKind.Ability } && !Array.Exists(lower, w => w is "can" or "could" or "able" or "managed" or "easy" or "easily" or "capable" or "know")) kind = "any";
        if (clause is { Direction: TalkDirection.Change, Kind: ChangeTalkKind.Commitment, Strength: < 2 }) kind = "any";

        // "I don't think that I have a problem": what is denied weighs on nobody.
        if (clause.Direction == TalkDirection.Sustain && Array.Exists(lower, w => w is "not" or "no" or "never" or "nothing" || w.EndsWith("n't", StringComparison.Ordinal)) && Array.Exists(lower, w => content.IsAbout("noproblem", w) || w is "problems" or "trouble")) return Array.Exists(lower, w => w is "think" or "believe") ? [] : content.Lines("tails.sustain.Need");
        if (clause.Direction == TalkDirection.Change && words.Any(w => w is "used" || w.EndsWith("n't", StringComparison.Ordinal) || w is "not" or "never" or "no")) return content.Lines("tails.change.not");
        var bright = words.Any(w => content.IsAbout("bright", w.TrimEnd(','))) && !words.Any(w => content.IsAbout("dark", w.TrimEnd(',')));
        if (!bright && clause is { Direction: TalkDirection.Change, Kind: ChangeTalkKind.Reason or ChangeTalkKind.Other or ChangeTalkKind.Need or null } && words.Any(w => content.IsAbout("dark", w.TrimEnd(',')))) return content.Lines("tails.change.dark");
        if (!bright && clause.Direction == TalkDirection.Sustain && words.Any(w => content.IsAbout("dark", w.TrimEnd(',')))) return content.Lines("tails.sustain.dark");
        if (bright && clause is { Direction: TalkDirection.Change, Kind: ChangeTalkKind.Reason or ChangeTalkKind.Other or null }) kind = "bright";
        if (side == "neutral")
        {
            if (words[0].ToLowerInvariant() is not ("i" or "i'm" or "i've" or "i'd" or "i'll" or "my" or "we" or "our")) return [];
            foreach (var category in s_values)
                if (words.Any(w => content.IsAbout(category, w.TrimEnd(',')))) return content.Lines("tails.neutral." + category);
        }

        return content.Lines($"tails.{side}.{kind}");
    }

    /// <summary>The same said another way, without a full stop, in the order of the content.</summary>
    public IEnumerable<string> SaidAnew(string[] clause)
    {
        var words = WithoutAdverbs(clause);
        var lower = Array.ConvertAll(words, w => w.TrimEnd(',').ToLowerInvariant());
        if (!content.Leads.TryGetValue(lower[0], out var leads)) yield break;
        foreach (var lead in leads)
        {
            if (lead.When.Length > 1 && lower.Length > 1 && lead.When[1] != lower[1] && lead.When[1][0] != '{') continue;
            var slots = new Dictionary<string, string>(StringComparer.Ordinal);
            if (!Match(lead.When, words, lower, 0, 0, slots)) continue;
            foreach (var say in lead.Say)
                if (Fill(say, slots) is { } said) yield return said;
            yield break;
        }
    }

    /// <summary>What to say to a clause that is common and holds little: "I'll think about it". Empty for others.</summary>
    public string[] Little(string[] words) => content.Lines("little." + string.Join(' ', WithoutAdverbs(words)).Replace(",", "", StringComparison.Ordinal).ToLowerInvariant());

    /// <summary>Guesses at the meaning beneath that the clause's own words give ground for, without a full stop.</summary>
    public IEnumerable<string> Meanings(ClientClause clause)
    {
        var words = ClientWords.Plain(clause.Text);
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
            if (!words.Exists(w => content.IsAbout(category, w)) || (category == "noproblem" && !DeniesProblem(words))) continue;
            foreach (var line in content.Lines($"meaning.{side}.{category}"))
                if (Fill(line, slots) is { } said) yield return said;
        }

        // What kind of thing it is, where the coder is sure, says something even if no words can be given back.
        if (Math.Abs(clause.Strength) < 2) yield break;
        foreach (var line in content.Lines($"meaning.{side}.{clause.Kind}")) yield return line;
    }

    /// <summary>Gentle overstatements of what was said against change; none when the clause gives no ground for one.</summary>
    public string[] Amplified(ClientClause clause) => clause.Kind is ChangeTalkKind.Ability or ChangeTalkKind.Need
        ? content.Lines($"Amplified.{clause.Kind}")
        : ClientWords.Plain(clause.Text) is var words && words.Exists(w => content.IsAbout("noproblem", w)) && DeniesProblem(words) ? content.Lines("Amplified") : [];

    /// <summary>"It's no problem" denies one; "part of the problem" names one.</summary>
    private static bool DeniesProblem(List<string> words) =>
        words.IndexOf("problem") is var at && (at < 0 || words.GetRange(Math.Max(0, at - 4), Math.Min(at, 4)).Exists(w => w is "no" or "not" or "never" or "what" || w.EndsWith("n't", StringComparison.Ordinal)));

    /// <summary>A feeling that the client names, as "ashamed"; null when none is.</summary>
    public string? Feeling(string text)
    {
        var words = text.Split([' ', ',', '.', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < words.Length; i++)
        {
            if (!content.IsFeeling(Bare(words[i]))) continue;
            for (var k = i - 1; k >= Math.Max(0, i - 3); k--)
                if (Bare(words[k]).ToLowerInvariant() is "i'm" or "feel" or "felt" or "am" or "im" or "was" && !Negated(words, k, i)) return Bare(words[i]).ToLowerInvariant();
        }

        return null;
    }

    private static bool Negated(string[] words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Bare(words[i]).ToLowerInvariant() is "not" or "never" or "don't" or "didn't") return true;
        return from > 0 && Bare(words[from - 1]).ToLowerInvariant() is "not" or "never" or "don't" or "didn't";
    }

    private static string[] WithoutAdverbs(string[] words)
    {
        var kept = new List<string>(words.Length) { words[0] };
        var head = true;
        for (var i = 1; i < words.Length; i++)
        {
            // "Not just an hour" is not "not an hour".
            if (head && i <= 4 && s_adverbs.Contains(words[i]) && !(words[i] is "just" or "only" or "always" && (words[i - 1] == "not" || words[i - 1].EndsWith("n't", StringComparison.Ordinal)))) continue;
            if (head && words[i] == "of" && words[i - 1] is "kind" or "sort") continue;
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
                    if (!ClauseFinder.IsQuestionWord(lower[w]) || lower[w] is "if" or "whether") return false;
                    slots["q"] = lower[w];
                    break;
                case "{p}":
                    if (!char.IsLetter(lower[w][0]) || w + 1 >= words.Length) return false;
                    slots["p"] = lower[w];
                    if (lower[w + 1] != pattern[p + 1] && w + 2 < words.Length && lower[w + 2] == pattern[p + 1]) slots["p"] += " " + lower[++w];
                    if (!content.IsAbout("person", slots["p"].Split(' ')[^1])) return false;
                    break;
                case "{v}":
                    return Rest(words, w) is { } verb && Verb(verb, slots);
                case "{s}":
                    if (Rest(words, w) is not { Length: >= 3 } clause || !ClauseFinder.IsSubject(Bare(clause[0])) || Bare(clause[0]).ToLowerInvariant() is "if" or "when" || (clause[0] == "that" && ClauseFinder.IsSubject(Bare(clause[1])))) return false;

                    // "I know a couple of friends that don't drink": whom, and not what.
                    if (Array.FindIndex(clause, c => Bare(c) is "that" or "who" or "which") is > 0 and var joint && !Array.Exists(clause[..joint], ClauseFinder.IsFinite)) return false;
                    slots["s"] = Lower(string.Join(' ', ClientWords.Turn(clause)));
                    return true;
                case "{f}":
                    var rest = Rest(words, w);
                    if (rest is { Length: > 1 } && Bare(rest[0]).ToLowerInvariant() is "so" or "very" or "too" or "pretty" or "quite" or "that" or "a" or "bit") rest = rest![1..];
                    if (rest is null || rest.Length > 4 || !(content.IsFeeling(Bare(rest[0])) && (rest.Length == 1 || Bare(rest[1]).ToLowerInvariant() is "and" or "of" or "about" or "all" or "most"))) return false;
                    slots["f"] = string.Join(' ', ClientWords.Turn(rest));
                    return true;
                case "{x}":
                    if (Rest(words, w) is not { Length: >= 1 } x || lower[w] is "to" or "that" or "if" or "when" or "and" or "but" or "so") return false;
                    if (lower[w] is "off" or "out" or "up" or "over" or "on" or "in" or "at" or "with" or "by" or "for" or "from") return false;
                    if (lower[w] is "like" or "none" or "nothing" or "some" or "all" or "without") return false;

                    // "I keep talking and make things worse": the second verb has another form.
                    if (lower[w].EndsWith("ing", StringComparison.Ordinal) && Array.FindIndex(lower, w, l => l is "and" or "or") is > 0 and var and && and + 1 < lower.Length && Inflection.IsVerb(lower[and + 1])) return false;
                    if (x.Length == 1 && lower[w] is "it" or "him" or "her" or "them" or "this") return false;

                    // "My son to grow up" is no thing that one is after.
                    if (p > 0 && pattern[p - 1] is "want" or "like" or "need" or "love" or "hate" && Array.IndexOf(lower, "to", w) >= 0) return false;
                    slots["x"] = string.Join(' ', ClientWords.Turn(x));
                    return true;
                default:
                    if (lower[w] != pattern[p]) return false;
                    if (lower[w] == "i'll") slots["will"] = lower[w];
                    if (lower[w] == "going") slots["going"] = lower[w];
                    if (lower[w] is "could" or "can" or "might") slots["can"] = lower[w];
                    break;
            }
        }

        return w == words.Length;
    }

    private static bool Verb(string[] rest, Dictionary<string, string> slots)
    {
        var head = Bare(rest[0]);
        if (Inflection.Gerund(head) is not { } gerund) return false;

        // "having hit him" is no plan, and "stopping thinking" no English.
        var next = rest.Length > 1 ? Bare(rest[1]).ToLowerInvariant() : "";
        if (head is "see" or "say" or "think" or "imagine" or "believe" or "know" && next is "that" or "how" or "why" or "what") return false;
        if (head is "imagine" && next is "like" or "him" or "her" or "them" or "me") return false;
        if (s_habits.Contains(head) && slots.ContainsKey("will")) return false;
        if (slots.ContainsKey("going") && head is "be" or "have" or "lose" or "die" or "fail" or "end" or "feel" or "miss" or "need" or "want" or "like" or "get") return false;
        if (slots.ContainsKey("can") && head is "lose" or "die" or "fail" or "hurt" or "ruin" or "get" or "end" or "be" or "have" or "fall" or "break" or "see" or "feel" or "imagine" or "hear" or "remember" or "say") return false;
        if (rest.Length == 1 && head is "find" or "take" or "make" or "get" or "put" or "have" or "give" or "use" or "see" or "want" or "need" or "let" or "keep") return false;
        if (head is "have" && (next is "been" or "had" or "done" or "gone" or "said" || next.EndsWith("ed", StringComparison.Ordinal))) return false;

        // "fighting it and maybe wait": the second verb would have to change too.
        var and = Array.FindIndex(rest, w => w is "and" or "or");
        if (and > 0 && and + 1 < rest.Length && Inflection.IsVerb(rest[and + 1] is "maybe" or "then" or "just" or "not" && and + 2 < rest.Length ? rest[and + 2] : rest[and + 1])) next = "ing";
        var turned = ClientWords.Turn(rest);
        slots["v"] = string.Join(' ', turned);
        if (!next.EndsWith("ing", StringComparison.Ordinal) || next is "nothing" or "something" or "anything" or "everything" or "morning" or "evening") slots["ving"] = string.Join(' ', [gerund, .. turned[1..]]);
        return true;
    }

    private static string[]? Rest(string[] words, int from) => words.Length > from && words.Length - from <= MostRest && !words[from..].Any(w => w.EndsWith(',')) ? words[from..] : null;

    /// <summary>"my daughter" or "our kids" as "your daughter", when a person is meant.</summary>
    private string? Kin(List<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
            if (words[i].ToLowerInvariant() is "my" or "our" && content.IsAbout("family", words[i + 1]) && words[i + 1].ToLowerInvariant() is not ("family" or "marriage")) return "your " + words[i + 1].ToLowerInvariant();
        return null;
    }

    private static string Bare(string word) => word.TrimEnd(',', '.', ';', ':', '!', '-').Replace('\u2019', '\'');

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
            if (capital && name == "X" && slots.GetValueOrDefault("x") is { } x && x.Split(' ')[0] is "it" or "him" or "her" or "them" or "this" or "that") return null;
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
        return ClauseFinder.IsSubject(Bare(first)) || first is "You" or "You'd" or "You're" or "You've" or "You'll" or "Your" or "Part" or "Some" or "It's" or "It" or "There's" or "There" or "What" or "As" or "The" or "Something" or "Nobody" or "From" or "Time" or "To" or "If" or "That's"
            || first.EndsWith("ing", StringComparison.Ordinal) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
