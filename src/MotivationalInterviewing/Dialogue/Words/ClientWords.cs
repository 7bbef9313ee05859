namespace MotivationalInterviewing.Dialogue;

/// <summary>The client's words in the second person, as sentences, and how much of them a reply repeats. Pure.</summary>
internal static class ClientWords
{
    /// <summary>From the first person to the second: "I was" to "you were", "my wife and I" to "you and your wife".</summary>
    public static string[] Turn(string[] words)
    {
        var turned = new List<string>(words.Length + 2);
        var selfFirst = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd(',');
            var mark = words[i][word.Length..];
            var lower = word.ToLowerInvariant();
            if (lower is "i" or "we" or "i'm" or "i've" or "i'd" or "i'll" && turned.Count <= 2) selfFirst = true;

            // "my wife and I" begins with the client in the second person.
            if (lower == "and" && i + 1 < words.Length && words[i + 1].TrimEnd(',') is "I" or "me" && turned.FindLastIndex(w => w is "your") is >= 0 and var your && turned.Count - your <= 3)
            {
                turned.InsertRange(your, ["you", "and"]);
                i++;
                turned[^1] += words[i][words[i].TrimEnd(',').Length..];
                continue;
            }

            if (lower == "i" && mark.Length == 0 && i + 2 < words.Length && words[i + 1] == "am")
            {
                turned.Add("you're");
                i++;
                continue;
            }

            turned.Add(lower switch
            {
                "i" or "me" or "us" or "we" => "you",
                "i'm" or "we're" => "you're",
                "i've" or "we've" => "you've",
                "i'd" or "we'd" => "you'd",
                "i'll" or "we'll" => "you'll",
                "my" or "our" => "your",
                "mine" or "ours" => "yours",
                "myself" => "yourself",
                "ourselves" => "yourselves",
                "am" => "are",
                "was" when IsSelf(words, i, selfFirst) => "were",
                "wasn't" when IsSelf(words, i, selfFirst) => "weren't",
                _ => word,
            } + mark);
        }

        return [.. turned];
    }

    /// <summary>Whether the subject of the verb at a place is the client: "I really was", "I went home and was sick".</summary>
    private static bool IsSelf(string[] words, int at, bool selfFirst)
    {
        for (var k = at - 1; k >= 0; k--)
        {
            var lower = words[k].TrimEnd(',').ToLowerInvariant();
            if (lower is "really" or "just" or "always" or "still" or "also" or "never" or "probably" or "definitely" or "actually" or "usually" or "only" or "even" or "sometimes" or "kind" or "sort" or "of" or "honestly" or "already" or "once" or "then" or "often") continue;
            return lower is "i" || (lower is "and" or "but" or "or" && selfFirst);
        }

        return false;
    }

    /// <summary>A sentence: capital first, one full stop.</summary>
    public static string Sentence(string text)
    {
        text = text.Trim().TrimEnd('.', ',', ';', ':', '-', ' ');
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '?' or '!' ? "" : ".");
    }

    /// <summary>Share of the client's words that stand unchanged in a reply, 0 to 1; repeats count as often as they are said.</summary>
    public static double Overlap(string client, string reply) => Overlap(Plain(client), reply);

    /// <inheritdoc cref="Overlap(string, string)"/>
    public static double Overlap(List<string> client, string reply)
    {
        if (client.Count == 0) return 0;
        var right = Plain(reply);
        var same = 0;
        foreach (var word in client)
        {
            var at = right.IndexOf(word);
            if (at < 0) continue;
            right[at] = "";
            same++;
        }

        return (double)same / client.Count;
    }

    /// <summary>"six or seven" out of "Maybe like a six or seven"; empty when other words of meaning stand beside.</summary>
    public static string Numbers(List<string> words)
    {
        int first = -1, last = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" || words[i].All(char.IsAsciiDigit))
            {
                if (first < 0) first = i;
                last = i;
            }
            else if (words[i] is not ("um" or "uh" or "like" or "a" or "an" or "about" or "maybe" or "probably" or "i" or "i'd" or "i'm" or "say" or "would" or "at" or "or" or "around" or "guess" or "think" or "right" or "now" or "yeah" or "well" or "hmm" or "it's" or "to" or "so" or "it" or "be" or "that's" or "gonna" or "going" or "give" or "put" or "myself" or "just" or "probably" or "there" or "pick" or "picked" or "oh"))
            {
                return "";
            }
        }

        if (first < 0 || last - first > 2 || (last - first == 1 && words[last] != words[first]) || (last - first == 2 && words[first + 1] is not ("or" or "to"))) return "";
        return string.Join(' ', words.GetRange(first, last - first + 1).Distinct());
    }

    /// <summary>Number of words.</summary>
    public static int Count(string text) => Plain(text).Count;

    /// <summary>The words in lower case, without marks.</summary>
    public static List<string> Plain(string text)
    {
        var words = new List<string>((text.Length / 4) + 2);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '\'' or '\u2019');
            if (inside && start < 0) start = i;
            if (!inside && start >= 0)
            {
                words.Add(text[start..i].Replace('\u2019', '\'').ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
