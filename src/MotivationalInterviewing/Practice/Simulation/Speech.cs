using System.Text;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>How a sentence comes out when it is spoken: a word begun twice, a filler, a break in the middle. Pure.</summary>
internal static class Speech
{
    private const int WordsPerSlip = 8;

    // As often as in faithful transcripts.
    private const double RunsOn = 0.4;
    private const double BreaksOff = 0.22;

    private static readonly HashSet<string> s_begunTwice = [.. "I I'm I've it's it the a my we he she they that that's and but to is was so you of in".Split(' ')];
    private static readonly HashSet<string> s_onlyAtStart = [.. "it that is was so of in to my".Split(' ')];
    private static readonly HashSet<string> s_pauseAfter = [.. "and but because so then when".Split(' ')];
    private static readonly HashSet<string> s_lowered = [.. "The A An It It's That That's This There There's They They're He He's She She's We We're You My Our When If Then So Because Since After Before Not Nobody Everybody Half Most Some Sometimes Last Every At On In For From With What How Just Maybe Used Got Going Work Usually Even".Split(' ')];
    private static readonly string[] s_beginnings = ["And, um,", "Um,", "I mean,", "You know,", "So, uh,", "And, you know,", "Like,", "Uh,", "And"];
    private static readonly string[] s_restarts = ["I just--", "It's--", "I--", "It's like--", "I mean, it's--", "I don't--", "And it--", "I was--", "And I--", "You know, I--"];
    private static readonly string[] s_joints = ["", "", "um, ", "you know, ", "uh, ", "so ", "I mean, ", ""];
    private static readonly string[] s_cuts = ["-", "-", ", so-", ", but-", ", and-", ", you know-", ", and, um-", ", and I-", ", so, uh-", ", and it's-", ", so I just-"];
    private static readonly string[] s_fillers = ["um,", "uh,", "you know,", "um,", "like,", "uh,", "you know,", "you know,", "I guess,"];

    /// <summary>Slips into a turn, with the places of its codes moved along.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="codes">Where its codes stand; changed.</param>
    /// <param name="share">How often a stretch of eight words has a slip, 0 to 1.</param>
    /// <param name="dice">Chance.</param>
    internal static string Slips(string text, List<CodeSpan> codes, double share, ref Dice dice)
    {
        var words = Words(text);
        if (words.Count < 5) return text;

        // Slips come in bursts: some turns have none, some many.
        share *= dice.Next() switch { < 0.3 => 0, < 0.7 => 0.8, _ => 2.2 };
        var slips = new SortedList<int, string>();
        for (var from = 0; from < words.Count - 2; from += WordsPerSlip)
        {
            if (!dice.Chance(share)) continue;
            var stretch = Math.Min(WordsPerSlip, words.Count - from - 1);
            for (var tries = 0; tries < 4; tries++)
            {
                var at = from + (int)(dice.Next() * stretch);
                var word = text[words[at]];
                var twice = dice.Chance(0.25);
                if (twice && s_begunTwice.Contains(word) && (!s_onlyAtStart.Contains(word) || at == 0 || text[words[at - 1]] is "and" or "but" or "so" or [.., ',' or '.']) && slips.TryAdd(words[at].Start.Value, word + (dice.Chance(0.7) ? "-" : "- "))) break;
                if (twice || at + 1 >= words.Count || !(s_pauseAfter.Contains(word) || word.EndsWith(','))) continue;
                if (slips.TryAdd(words[at].End.Value, (word.EndsWith(',') ? " " : ", ") + dice.Pick<string>(s_fillers))) break;
            }
        }

        // Some begin, break off and begin anew.
        if (Begins(text[words[0]]) && dice.Chance(share * 0.3)) slips.TryAdd(words[0].Start.Value, dice.Pick<string>(s_restarts) + " ");

        // A new sentence runs on from the one before, begins with a filler as often as not, or with a false start.
        var letters = text.ToCharArray();
        for (var i = 1; i < words.Count; i++)
        {
            if (text[words[i - 1]][^1] != '.' || text[words[i - 1]].EndsWith("..", StringComparison.Ordinal) || slips.ContainsKey(words[i].Start.Value)) continue;
            var word = text[words[i]];
            if (!Begins(word)) continue;
            if (dice.Chance(RunsOn))
            {
                letters[words[i].Start.Value - 2] = ',';
                if (word[0] != 'I' || s_lowered.Contains(word)) letters[words[i].Start.Value] = char.ToLowerInvariant(word[0]);
                if (dice.Pick<string>(s_joints) is { Length: > 0 } joint) slips.Add(words[i].Start.Value, joint);
                continue;
            }

            if (!dice.Chance(share * 0.35)) continue;
            if (dice.Chance(0.25))
            {
                slips.Add(words[i].Start.Value, dice.Pick<string>(s_restarts) + " ");
                continue;
            }

            slips.Add(words[i].Start.Value, dice.Pick<string>(s_beginnings) + " ");
            if (word[0] != 'I' || s_lowered.Contains(word)) letters[words[i].Start.Value] = char.ToLowerInvariant(word[0]);
        }

        text = new string(letters);

        // Talk is overlapped: one turn in five of some length breaks off before its end.
        if (words.Count >= 10 && text[^1] == '.' && text[^2] != '.' && dice.Chance(BreaksOff)) text = text[..^1] + dice.Pick<string>(s_cuts);
        if (slips.Count == 0) return text;
        var spoken = new StringBuilder(text.Length + 24);
        var done = 0;
        foreach (var (at, slip) in slips)
        {
            spoken.Append(text, done, at - done).Append(slip);
            done = at;
        }

        spoken.Append(text, done, text.Length - done);
        for (var i = 0; i < codes.Count; i++)
        {
            var (start, end) = (codes[i].Start, codes[i].Start + codes[i].Length);
            var (before, inside) = (0, 0);
            foreach (var (at, slip) in slips)
            {
                if (at < start) before += slip.Length;
                else if (at < end) inside += slip.Length;
            }

            codes[i] = codes[i] with { Start = start + before, Length = codes[i].Length + inside };
        }

        return spoken.ToString();
    }

    /// <summary>The turn as the second half of a sentence that was overlapped.</summary>
    internal static string GoesOn(string text, List<CodeSpan> codes)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var word = (end < 0 ? text : text[..end]).TrimEnd(',');
        if (text[0] == '-' || !(Begins(word) || word is "And" or "But" or "Um" or "Uh" or "Like")) return text;
        for (var i = 0; i < codes.Count; i++) codes[i] = codes[i] with { Start = codes[i].Start + (codes[i].Start == 0 ? 0 : 1), Length = codes[i].Length + (codes[i].Start == 0 ? 1 : 0) };
        return "-" + (word[0] == 'I' && !s_lowered.Contains(word) ? text[0] : char.ToLowerInvariant(text[0])) + text[1..];
    }

    private static bool Begins(string word) => s_lowered.Contains(word) || word == "I" || word.StartsWith("I'", StringComparison.Ordinal);

    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && text[i] != ' ';
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words.Add(start..i);
            start = -1;
        }

        return words;
    }
}
