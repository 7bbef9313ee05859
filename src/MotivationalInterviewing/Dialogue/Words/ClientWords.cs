using System.Text;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// A client's clause made ready to give back: fillers, repairs and marks dropped, chat spelling mended, turned from the
/// first person to the second. Pure; any text is taken.
/// </summary>
internal static class ClientWords
{
    /// <summary>Longer than this nothing is given back as it was said.</summary>
    public const int Longest = 18;

    private static readonly Dictionary<string, string> s_spelling = new(StringComparer.OrdinalIgnoreCase)
    {
        ["im"] = "I'm",
        ["ive"] = "I've",
        ["id"] = "I'd",
        ["ill"] = "I'll",
        ["dont"] = "don't",
        ["cant"] = "can't",
        ["wont"] = "won't",
        ["didnt"] = "didn't",
        ["doesnt"] = "doesn't",
        ["isnt"] = "isn't",
        ["wasnt"] = "wasn't",
        ["wouldnt"] = "wouldn't",
        ["couldnt"] = "couldn't",
        ["shouldnt"] = "shouldn't",
        ["havent"] = "haven't",
        ["hasnt"] = "hasn't",
        ["arent"] = "aren't",
        ["werent"] = "weren't",
        ["thats"] = "that's",
        ["theres"] = "there's",
        ["hes"] = "he's",
        ["shes"] = "she's",
        ["theyre"] = "they're",
        ["whats"] = "what's",
        ["u"] = "you",
        ["ur"] = "your",
        ["r"] = "are",
        ["gonna"] = "going to",
        ["wanna"] = "want to",
        ["gotta"] = "have to",
        ["kinda"] = "kind of",
        ["sorta"] = "sort of",
        ["cuz"] = "because",
        ["cos"] = "because",
        ["coz"] = "because",
        ["'cause"] = "because",
        ["'cos"] = "because",
        ["til"] = "until",
        ["tho"] = "though",
        ["ppl"] = "people",
        ["thru"] = "through",
        ["rn"] = "right now",
        ["bc"] = "because",
        ["b4"] = "before",
        ["nothin'"] = "nothing",
        ["nothin"] = "nothing",
        ["ain't"] = "isn't",
        ["yous"] = "you",
        ["mum's"] = "mum's",
        ["i"] = "I",
        ["i'm"] = "I'm",
        ["i've"] = "I've",
        ["i'll"] = "I'll",
        ["i'd"] = "I'd",
        ["me an"] = "me and",
        ["wee"] = "wee",
    };

    private static readonly HashSet<string> s_fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "um", "uh", "er", "erm", "uhm", "hmm", "hm", "mm", "ah", "oh", "eh", "lol", "lmao", "haha", "honestly", "actually", "basically", "literally", "obviously", "frankly", "anyway", "like,", "tbh", "ngl", "idk", "well,", "so,", "yeah,", "yes,", "no,", "right,", "okay,", "ok,", "look,", "listen,",
    };

    private static readonly string[] s_openers =
    [
        "but", "and", "because", "so", "or", "well", "yeah", "yes", "yep", "no", "nah", "okay", "ok", "right", "look", "listen", "then", "plus", "also", "though", "although", "since", "cause", "oh", "maybe", "i mean", "you know", "i guess", "i suppose", "to be honest", "to be fair", "the thing is",
        "the truth is", "if i'm honest", "if i'm being honest", "i'd say", "i dunno", "i don't know", "like", "see", "sure", "fine", "thing is", "truth is", "mind you", "at the end of the day", "in the end", "as i said", "like i said", "half the time", "still", "anyway", "now", "it's just", "it's just that", "just", "apart from that", "of course", "i'm not gonna lie", "not gonna lie", "that",
    ];

    private static readonly string[] s_tails =
    [
        "you know", "you know what i mean", "if that makes sense", "i guess", "i suppose", "to be honest", "to be fair", "or whatever", "or something", "and stuff", "and everything", "and all that", "and that", "though", "really", "right", "like", "anyway", "honestly", "at all", "as well", "too", "or anything", "i think", "isn't it", "innit", "to tell the truth", "if you see what i mean", "actually", "so", "and", "but", "or", "because", "then",
    ];

    /// <summary>The clause without what is not worth giving back; null when nothing fit is left.</summary>
    public static string[]? Clean(string clause)
    {
        var words = Mend(clause);
        if (words is null || words.Count == 0) return null;
        bool cut;
        do
        {
            cut = false;
            foreach (var opener in s_openers)
            {
                var parts = opener.Split(' ');
                if (words.Count <= parts.Length || !StartsWith(words, parts)) continue;
                // "I don't know" opens a sentence of its own when a question word follows: that is worth keeping.
                if (opener is "i don't know" or "i dunno" && IsQuestionWord(Bare(words[parts.Length]))) continue;
                if (opener is "that" or "now" or "still" or "just" or "like" or "since" or "see" or "so" && !IsSubject(Bare(words[parts.Length]))) continue;
                words.RemoveRange(0, parts.Length);
                cut = true;
                break;
            }
        }
        while (cut);

        do
        {
            cut = false;
            foreach (var tail in s_tails)
            {
                var parts = tail.Split(' ');
                if (words.Count <= parts.Length + 2 || !EndsWith(words, parts)) continue;
                if (tail is "too" or "at all" or "as well" or "really" or "though" or "right" or "so" or "then" && !words[^2].EndsWith(',') && tail is "right" or "so" or "really" or "like") continue;
                words.RemoveRange(words.Count - parts.Length, parts.Length);
                cut = true;
                break;
            }
        }
        while (cut);

        if (words.Count == 0) return null;
        words[^1] = words[^1].TrimEnd('.', ',', ';', ':', '!', '-', '—', '…', ' ');
        return words[^1].Length == 0 ? null : [.. words];
    }

    /// <summary>From the first person to the second: "I was" to "you were", "my wife and I" to "you and your wife".</summary>
    public static string[] Turn(string[] words)
    {
        var turned = new List<string>(words.Length + 2);
        var subject = "";
        for (var i = 0; i < words.Length; i++)
        {
            var (bare, mark) = Split(words[i]);
            var lower = bare.ToLowerInvariant();
            // "my wife and I" and "me and my wife".
            if (lower == "and" && turned.Count >= 2 && i + 1 < words.Length && Bare(words[i + 1]) is "I" or "me" && IsYour(turned))
            {
                var from = turned.FindLastIndex(w => w.Equals("your", StringComparison.OrdinalIgnoreCase));
                turned.InsertRange(from, ["you", "and"]);
                i++;
                var (_, after) = Split(words[i]);
                turned[^1] += after;
                subject = "we";
                continue;
            }

            switch (lower)
            {
                case "i": turned.Add("you" + mark); subject = "i"; break;
                case "i'm": turned.Add("you're" + mark); subject = "i"; break;
                case "i've": turned.Add("you've" + mark); subject = "i"; break;
                case "i'd": turned.Add("you'd" + mark); subject = "i"; break;
                case "i'll": turned.Add("you'll" + mark); subject = "i"; break;
                case "me" or "us": turned.Add("you" + mark); break;
                case "my" or "our": turned.Add("your" + mark); break;
                case "mine" or "ours": turned.Add("yours" + mark); break;
                case "myself": turned.Add("yourself" + mark); break;
                case "ourselves": turned.Add("yourselves" + mark); break;
                case "we": turned.Add("you" + mark); subject = "we"; break;
                case "we're": turned.Add("you're" + mark); subject = "we"; break;
                case "we've": turned.Add("you've" + mark); subject = "we"; break;
                case "we'd": turned.Add("you'd" + mark); subject = "we"; break;
                case "we'll": turned.Add("you'll" + mark); subject = "we"; break;
                case "am": turned.Add("are" + mark); break;
                case "was" when subject is "i": turned.Add("were" + mark); break;
                case "wasn't" when subject is "i": turned.Add("weren't" + mark); break;
                default:
                    turned.Add(words[i]);
                    if (lower is "he" or "she" or "it" or "they" or "that" or "this" or "there" or "who" or "which" or "what" or "he's" or "she's" or "it's" or "they're" or "everyone" or "nobody" or "everything" or "nothing"
                        || (lower is "the" or "a" or "an" or "his" or "her" or "their")) subject = lower;
                    break;
            }

            if (lower is "my" or "our") subject = "my";
        }

        return [.. turned];
    }

    /// <summary>Words to text, the first one as it stands.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words);

    /// <summary>A sentence: capital first, one full stop.</summary>
    public static string Sentence(string text)
    {
        text = text.Trim().TrimEnd('.', ',', ';', ':', '-', ' ');
        if (text.Length == 0) return text;
        return char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '?' or '!' or '…' ? "" : ".");
    }

    /// <summary>Share of the client's words that stand unchanged in a reply, 0 to 1; repeats count as often as they are said.</summary>
    public static double Overlap(string client, string reply)
    {
        var left = Plain(client);
        if (left.Count == 0) return 0;
        var right = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in Plain(reply)) right[word] = right.GetValueOrDefault(word) + 1;
        var same = 0;
        foreach (var word in left)
        {
            if (right.GetValueOrDefault(word) <= 0) continue;
            right[word]--;
            same++;
        }

        return (double)same / left.Count;
    }

    public static int Count(string text) => Plain(text).Count;

    internal static string Bare(string word) => Split(word).Bare;

    internal static (string Bare, string Mark) Split(string word)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetterOrDigit(word[end - 1]) && word[end - 1] != '\'' && word[end - 1] != '%') end--;
        return (word[..end], word[end..]);
    }

    private static List<string> Plain(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '’');
            if (inside && start < 0) start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i].Replace('’', '\'').ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Marks and fillers out, spelling mended, repeats said once. Null when it is a question, a quotation or addressed to the counselor.</summary>
    private static List<string>? Mend(string clause)
    {
        if (clause.Length > 400) return null;
        var text = new StringBuilder(clause.Length);
        var depth = 0;
        foreach (var c in clause)
        {
            if (c is '[' or '(' or '<') depth++;
            else if (c is ']' or ')' or '>') depth = Math.Max(0, depth - 1);
            else if (depth == 0)
            {
                if (c is '?' or '"' or '“' or '”' or '…' or '*' or '/' or '\uFFFD' || char.IsControl(c) && !char.IsWhiteSpace(c) || char.IsSurrogate(c)) return null;
                text.Append(c switch { '’' or '‘' or '`' => '\'', '\n' or '\t' or '\r' => ' ', '—' or '–' => '-', _ => c });
            }
        }

        var words = new List<string>();
        foreach (var raw in text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var word = raw;
            if (word.All(c => !char.IsLetterOrDigit(c))) continue;
            // A cut-off start is dropped when what follows begins it again.
            if (word.EndsWith('-')) continue;
            if (word.Contains("--", StringComparison.Ordinal)) return null;
            var (bare, mark) = Split(word);
            if (bare.Contains('-', StringComparison.Ordinal))
            {
                var parts = bare.Split('-');
                if (parts.Length == 2 && parts[0].Length > 0 && parts[1].StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)) bare = parts[1];
            }

            if (s_fillers.Contains(bare) || s_fillers.Contains(bare + mark)) continue;
            if (s_spelling.TryGetValue(bare, out var mended)) bare = mended;
            foreach (var part in bare.Split(' '))
            {
                if (words.Count > 0 && Bare(words[^1]).Equals(part, StringComparison.OrdinalIgnoreCase) && !part.Equals("had", StringComparison.OrdinalIgnoreCase) && !part.Equals("that", StringComparison.OrdinalIgnoreCase)) continue;
                words.Add(part);
            }

            if (words.Count > 0 && mark.Length > 0 && mark[0] is ',' or ';' or ':' && !words[^1].EndsWith(',')) words[^1] += ",";
            if (mark.Contains('.', StringComparison.Ordinal) || mark.Contains('!', StringComparison.Ordinal)) break;
        }

        return words;
    }

    private static bool IsYour(List<string> turned)
    {
        for (var k = turned.Count - 1; k >= Math.Max(0, turned.Count - 3); k--)
            if (turned[k].Equals("your", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool StartsWith(List<string> words, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            if (!Bare(words[i]).Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool EndsWith(List<string> words, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            if (!Bare(words[words.Count - parts.Length + i]).Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    internal static bool IsQuestionWord(string word) => word.ToLowerInvariant() is "what" or "how" or "why" or "when" or "where" or "who" or "if" or "whether" or "which";

    internal static bool IsSubject(string word) => word.ToLowerInvariant() is
        "i" or "i'm" or "i've" or "i'd" or "i'll" or "we" or "we're" or "we've" or "he" or "she" or "it" or "they" or "he's" or "she's" or "it's" or "they're" or "my" or "our" or "the" or "there" or "there's" or "that's" or "this" or "that"
        or "everyone" or "everybody" or "nobody" or "people" or "nothing" or "something" or "everything" or "his" or "her" or "their" or "you" or "a" or "an" or "some" or "all" or "most" or "these" or "those";
}
