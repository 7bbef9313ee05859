namespace MotivationalInterviewing.Dialogue;

/// <summary>Reads the answer to a question for leave. When in doubt it is no yes.</summary>
internal static class LeaveAnswer
{
    private static readonly string[][] s_soft =
    [
        .. Phrases("i don't mind; don't mind; no problem; not a problem; couldn't hurt; can't hurt; wouldn't hurt; why not; no wait yes; no wait yeah; no go ahead; no go on; no please; no that's fine; no that's okay; no that would be; i don't see why not"),
    ];

    private static readonly string[][] s_yes =
    [
        .. Phrases("yes; yeah; yea; yep; yup; yess; y; sure; ok; okay; please; fine; alright; all right; definitely; absolutely; of course; go ahead; go on; i would; i'd like; i'd love; sounds good; sounds fine; show me; tell me; let's; let us; that would; i guess so; i suppose so; by all means; do it; i want to; i'd want; 👍"),
    ];

    private static readonly string[][] s_no =
    [
        .. Phrases("no; nope; nah; n; rather not; absolutely not; definitely not; certainly not; of course not; hell not; not really; not now; not today; not yet; not interested; not for me; not me; not a chance; forget it; forget that; don't want; don't need; don't think so; pass; leave it; leave me; stop; as if; yeah right; oh sure; on my own; maybe later; another time; i'm good; i'm okay; none of"),
    ];

    private static readonly string[][] s_back =
    [
        .. Phrases("take that back; take it back; forget it; forget that; forget the; drop it; drop that; changed my mind; no more; don't show; don't want that; don't want this; don't want the; don't want a plan; don't want any; don't want your; don't want help; don't want it; rather not; leave it; leave that; never mind; nevermind; actually no; stop this; stop that; stop it; enough of; not anymore; i'd like to stop"),
    ];

    /// <summary>True for a yes, false for a no, null for something else.</summary>
    internal static bool? Of(string text)
    {
        var words = Read(text);
        if (words.Count == 0) return text.Contains("👍", StringComparison.Ordinal) ? true : null;
        if (words.Count <= 14 && Last(words, s_soft) >= 0) return true;
        var (yes, no) = (Last(words, s_yes), Last(words, s_no));
        if (no >= 0 || (words.Count <= 5 && words.Exists(w => w is "not" or "never" or "don't" or "won't" or "can't"))) return false;

        // A yes stands at the beginning, not somewhere in a story.
        return yes >= 0 && First(words, s_yes) <= 2 && !(words is ["i", "know"]) ? true : null;
    }

    /// <summary>"I take that back", "no more options", "forget it": leave given before ends.</summary>
    internal static bool TakesBack(string text)
    {
        var words = Read(text);
        return words.Count is > 0 and <= 12 && (Last(words, s_back) >= 0 || words is ["stop"] or ["enough"]);
    }

    /// <summary>The words with "do not", "dont" and the like as "don't".</summary>
    private static List<string> Read(string text)
    {
        var words = ClientWords.Plain(text);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count && words[i + 1] == "not";
            var joined = words[i] switch
            {
                "dont" => "don't",
                "wont" => "won't",
                "cant" or "cannot" => "can't",
                "im" => "i'm",
                "id" => "i'd",
                "lets" => "let's",
                "do" when next => "don't",
                "will" when next => "won't",
                "can" when next => "can't",
                "would" when next => "wouldn't",
                "could" when next => "couldn't",
                _ => null,
            };
            if (joined is null) continue;
            if (next && words[i] is "do" or "will" or "can" or "would" or "could") words.RemoveAt(i + 1);
            words[i] = joined;
        }

        return words;
    }

    private static IEnumerable<string[]> Phrases(string list) => list.Split(';', StringSplitOptions.TrimEntries).Select(p => p.Split(' '));

    private static int Last(List<string> words, string[][] phrases)
    {
        for (var i = words.Count - 1; i >= 0; i--)
            if (StartsAt(words, i, phrases)) return i;
        return -1;
    }

    private static int First(List<string> words, string[][] phrases)
    {
        for (var i = 0; i < words.Count; i++)
            if (StartsAt(words, i, phrases)) return i;
        return -1;
    }

    private static bool StartsAt(List<string> words, int at, string[][] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length > words.Count) continue;
            var all = true;
            for (var i = 0; i < phrase.Length && all; i++) all = words[at + i] == phrase[i];
            if (all) return true;
        }

        return false;
    }
}
