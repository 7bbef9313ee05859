namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>
/// The baseline that replies are compared with: keywords with ranks, decomposition, pronouns swapped word by word and
/// canned reassembly, after Weizenbaum's description of 1966. The rules are written anew. Deterministic: each rule's
/// answers come in turn.
/// </summary>
internal sealed class Eliza
{
    private static readonly (string Key, int Rank, string[] Answers)[] s_rules =
    [
        ("i remember", 5, ["Do you often think of {rest}?", "Why do you remember {rest} just now?", "What else do you remember?"]),
        ("i dreamed", 4, ["What does that dream suggest to you?", "Do you dream often?"]),
        ("i need", 4, ["Why do you need {rest}?", "Would it really help you to get {rest}?"]),
        ("i want", 4, ["What would it mean to you if you got {rest}?", "Why do you want {rest}?"]),
        ("i can't", 4, ["How do you know that you can't {rest}?", "Perhaps you could {rest} if you tried."]),
        ("i don't", 4, ["Don't you really {rest}?", "Why don't you {rest}?", "Do you wish to be able to {rest}?"]),
        ("i feel", 4, ["Do you often feel {rest}?", "Tell me more about such feelings.", "Do you enjoy feeling {rest}?"]),
        ("i am", 3, ["Is it because you are {rest} that you came to me?", "How long have you been {rest}?", "Do you believe it is normal to be {rest}?"]),
        ("i'm", 3, ["Is it because you are {rest} that you came to me?", "How long have you been {rest}?", "Do you enjoy being {rest}?"]),
        ("i was", 3, ["Were you really {rest}?", "Why do you tell me you were {rest} now?"]),
        ("i think", 3, ["Do you really think so?", "But you are not sure {rest}?"]),
        ("you are", 3, ["What makes you think I am {rest}?", "Does it please you to believe I am {rest}?"]),
        ("you", 1, ["We were discussing you, not me.", "You're not really talking about me, are you?"]),
        ("my mother", 6, ["Tell me more about your family.", "Who else in your family {rest}?"]),
        ("my wife", 6, ["Tell me more about your family.", "What else comes to mind when you think of your wife?"]),
        ("my", 2, ["Your {rest}?", "Why do you say your {rest}?", "Does that suggest anything else which belongs to you?"]),
        ("because", 2, ["Is that the real reason?", "Don't any other reasons come to mind?", "What other reasons might there be?"]),
        ("yes", 1, ["You seem quite positive.", "You are sure?", "I see.", "I understand."]),
        ("yeah", 1, ["You seem quite positive.", "I see.", "You are sure?"]),
        ("no", 1, ["Are you saying no just to be negative?", "You are being a bit negative.", "Why not?"]),
        ("maybe", 1, ["You don't seem quite certain.", "Why the uncertain tone?"]),
        ("always", 1, ["Can you think of a specific example?", "When?", "Really, always?"]),
        ("everyone", 2, ["Really, everyone?", "Can you think of anyone in particular?"]),
        ("sorry", 1, ["Please don't apologize.", "Apologies are not necessary."]),
        ("hello", 1, ["How do you do. Please state your problem."]),
        ("what", 1, ["Why do you ask?", "Does that question interest you?", "What is it you really want to know?"]),
        ("i", 0, ["You say you {rest}?", "Can you elaborate on that?", "Do you say you {rest} for some special reason?"]),
    ];

    private static readonly string[] s_else = ["Please go on.", "What does that suggest to you?", "I'm not sure I understand you fully.", "Do you feel strongly about discussing such things?", "I see."];

    private static readonly Dictionary<string, string> s_swaps = new(StringComparer.Ordinal)
    {
        ["i"] = "you",
        ["me"] = "you",
        ["my"] = "your",
        ["mine"] = "yours",
        ["myself"] = "yourself",
        ["am"] = "are",
        ["i'm"] = "you are",
        ["i've"] = "you have",
        ["i'd"] = "you would",
        ["i'll"] = "you will",
        ["you"] = "I",
        ["your"] = "my",
        ["yours"] = "mine",
        ["yourself"] = "myself",
        ["you're"] = "I am",
    };

    private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);

    public string Reply(string text)
    {
        (string Key, int Rank, string[] Answers)? best = null;
        string[] rest = [];
        foreach (var part in text.ToLowerInvariant().Replace('’', '\'').Split(['.', ',', '!', '?', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var rule in s_rules)
            {
                if (best is { } b && b.Rank >= rule.Rank) continue;
                var key = rule.Key.Split(' ');
                for (var i = 0; i + key.Length <= words.Length; i++)
                {
                    if (!words.AsSpan(i, key.Length).SequenceEqual(key)) continue;
                    best = rule;
                    rest = words[(i + key.Length)..];
                    break;
                }
            }
        }

        if (best is not { } found) return Next("", s_else);
        var answer = Next(found.Key, found.Answers);
        if (answer.Contains("{rest}", StringComparison.Ordinal) && rest.Length == 0) return Next("", s_else);
        return answer.Replace("{rest}", string.Join(' ', rest.Select(w => s_swaps.GetValueOrDefault(w, w))), StringComparison.Ordinal);
    }

    private string Next(string key, string[] answers)
    {
        var turn = _turns.GetValueOrDefault(key);
        _turns[key] = turn + 1;
        return answers[turn % answers.Length];
    }
}
