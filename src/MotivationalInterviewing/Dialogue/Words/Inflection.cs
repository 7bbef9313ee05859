namespace MotivationalInterviewing.Dialogue;

/// <summary>The little English morphology that reflections need.</summary>
internal static class Inflection
{
    private static readonly HashSet<string> s_doubles = new(StringComparer.OrdinalIgnoreCase)
    {
        "stop", "quit", "cut", "get", "run", "sit", "put", "let", "plan", "drop", "swim", "shop", "chat", "hit", "win", "begin", "forget", "bet", "jog", "slip", "step",
        "grab", "beg", "rub", "skip", "trip", "hug", "dig", "set", "shut", "split", "spin", "admit", "commit", "refer", "regret", "control", "cancel", "travel", "nap", "bin", "vomit",
    };

    private static readonly Dictionary<string, string> s_gerunds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["be"] = "being",
        ["see"] = "seeing",
        ["die"] = "dying",
        ["lie"] = "lying",
        ["tie"] = "tying",
        ["agree"] = "agreeing",
        ["vomit"] = "vomiting",
        ["flee"] = "fleeing",
        ["age"] = "aging",
        ["binge"] = "bingeing",
    };

    /// <summary>Base forms that may follow "to" or a modal; what is not here is left alone.</summary>
    private static readonly HashSet<string> s_verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "be", "see", "die", "lie", "agree", "do", "go", "have", "make", "take", "get", "give", "keep", "feel", "try", "stop", "quit", "cut", "start", "begin", "change", "cook", "eat", "drink", "smoke", "vape", "use", "bet",
        "gamble", "play", "walk", "run", "sleep", "wake", "work", "talk", "tell", "ask", "call", "ring", "phone", "text", "write", "read", "think", "know", "find", "look", "watch", "hear", "listen", "wait", "stay", "leave",
        "move", "come", "bring", "buy", "sell", "pay", "save", "spend", "lose", "win", "hold", "let", "put", "set", "sit", "stand", "turn", "face", "fight", "argue", "shout", "hit", "hurt", "help", "handle", "manage",
        "cope", "deal", "live", "love", "like", "hate", "want", "need", "miss", "remember", "forget", "learn", "teach", "drive", "ride", "swim", "exercise", "lift", "train", "join", "meet", "visit", "see", "show", "hide",
        "carry", "clean", "wash", "brush", "floss", "check", "test", "measure", "weigh", "count", "plan", "set", "finish", "continue", "go", "sort", "fix", "mess", "slip", "fall", "break", "drop", "pick", "throw", "pour",
        "open", "close", "enjoy", "relax", "calm", "rest", "worry", "cry", "laugh", "smile", "care", "look", "raise", "support", "protect", "trust", "believe", "hope", "wish", "dream", "decide", "choose", "accept", "admit",
        "apologize", "promise", "prove", "attend", "show", "turn", "apply", "study", "graduate", "recycle", "share", "avoid", "reduce", "limit", "control", "lower", "increase", "improve", "avoid", "resist", "refuse", "say",
        "stick", "give", "touch", "lock", "hang", "push", "pull", "send", "grab", "hope", "act", "drag", "swear", "warm", "wipe", "puff", "roll", "skip", "miss", "log", "track", "breathe", "concentrate", "focus", "deliver", "return", "pass", "fail", "grow", "become", "end", "wear", "lose", "gain", "inject", "swallow", "add", "ignore", "imagine",
        "picture", "wonder", "notice", "disappoint", "embarrass", "scare", "spoil", "ruin", "destroy", "waste", "owe", "borrow", "lend", "afford", "earn", "cancel", "travel", "shop", "bake", "fry", "order", "cut", "chat", "cover", "rely", "depend",
    };

    public static bool IsVerb(string word) => s_verbs.Contains(word);

    /// <summary>"stop" as "stopping". Null when the word is no base verb that is known.</summary>
    public static string? Gerund(string verb)
    {
        if (!s_verbs.Contains(verb)) return null;
        if (s_gerunds.TryGetValue(verb, out var known)) return known;
        verb = verb.ToLowerInvariant();
        if (s_doubles.Contains(verb)) return verb is "cancel" or "travel" ? verb + "ing" : verb + verb[^1] + "ing";
        return verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing" : verb + "ing";
    }
}
