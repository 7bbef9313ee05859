using System.Text;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training.Practice;

/// <summary>Gives a client's words back with the persons changed: the plainest reflection there is.</summary>
internal static class GiveBack
{
    private static readonly HashSet<string> s_openers = [.. "well um uh oh so yeah and but look listen honestly because okay right no mm ha".Split(' ')];

    private static readonly string[] s_phrases = ["i mean,", "you know,", "to be honest,", "the thing is,", "i guess", "i suppose", "how to say,", "to be fair,", "yeah, exactly.", "let's just say", "put it this way,", "you know what,", "i'm telling you,", "it's just,", "i don't know,"];

    /// <summary>The sentence that says most: change talk before sustain talk before the longest.</summary>
    internal static (string Sentence, TalkDirection Direction) Find(string client, TargetBehavior target)
    {
        var (sentence, direction, best) = (client, TalkDirection.Neutral, -1.0);
        foreach (var part in client.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Count(c => c == ' ') < 3) continue;
            var read = UtteranceCoder.Default.ReadClient(part, target);
            var weight = read.Direction switch { TalkDirection.Change => 2 + read.PChange, TalkDirection.Sustain => 1 + read.PSustain, _ => part.Length / 400.0 };
            if (weight > best) (sentence, direction, best) = (part, read.Direction, weight);
        }

        return (sentence, direction);
    }

    internal static string Of(string sentence, int most = 24)
    {
        var rest = sentence.Trim();
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var phrase in s_phrases)
            {
                if (!rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) continue;
                rest = rest[phrase.Length..].TrimStart();
                cut = true;
            }
        }

        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = new StringBuilder();
        var from = 0;
        while (from < words.Length - 2 && s_openers.Contains(words[from].TrimEnd(',', '.').ToLowerInvariant())) from++;
        for (var i = from; i < words.Length && i < from + most; i++)
        {
            var word = words[i];
            var bare = word.Trim(',', ';').ToLowerInvariant();
            var swapped = bare switch
            {
                "i" => "you",
                "i'm" or "im" => "you're",
                "i've" or "ive" => "you've",
                "i'd" => "you'd",
                "i'll" => "you'll",
                "my" => "your",
                "me" => "you",
                "mine" => "yours",
                "myself" => "yourself",
                "am" => "are",
                "was" when i > from && words[i - 1] is "I" or "i" => "were",
                _ => word,
            };
            if (text.Length > 0) text.Append(' ');
            text.Append(swapped);
            if (!ReferenceEquals(swapped, word) && word.EndsWith(',')) text.Append(',');
        }

        var result = text.ToString().TrimEnd(',', '-', ' ');
        return result.Length == 0 ? "Mm-hm." : char.ToUpperInvariant(result[0]) + result[1..] + ".";
    }
}
