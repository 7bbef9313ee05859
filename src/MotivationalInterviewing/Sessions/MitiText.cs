using System.Collections.Frozen;

namespace MotivationalInterviewing.Sessions;

/// <summary>The little that MITI parsing must hear in the words themselves. Linear in the text, nothing allocated.</summary>
internal static class MitiText
{
    private const int MurmurWords = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_murmurs = Words(
        "mm mmm mhm mmhm mmhmm hm hmm uh huh uhhuh ah aha oh right okay ok k yeah yep yup yes sure alright all true exactly gotcha see i");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_praise = Words(
        "great good well done job nice excellent fantastic wonderful awesome amazing brilliant perfect super cool lovely bravo congratulations congrats " +
        "that thats that's it its it's is was so really very just absolutely for you youre you're doing are keep up the work way to go i im i'm am proud of what a an oh wow yes yeah okay ok terrific cheers love glad happy hear keep going");

    private static readonly string[] s_permission =
    [
        "okay if", "ok if", "all right if", "alright if", "mind if", "mind me", "help if", "can i", "could i", "may i", "would you like me", "like to hear",
        "want me to", "would you be interested", "are you interested", "be willing", "be open to", "permission", "be okay", "be ok", "be all right", "be alright", "happy for me", "shall i", "if i shared", "if i share",
    ];

    private static readonly string[] s_asksAdvice =
    [
        "should i do", "should i", "would you do", "do you suggest", "do you recommend", "would you suggest", "would you recommend", "any ideas", "any suggestions",
        "any tips", "any advice", "your advice", "do you think i", "what do you think", "what works", "what helps", "how do people", "how do i", "what can i do", "how can i",
    ];

    /// <summary>"mm-hm", "right, okay", "[nods]": keeps the counselor going and says nothing.</summary>
    public static bool IsMurmur(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '?') return false;
            if (c is '[' or '(')
            {
                var end = text[i..].IndexOf(c == '[' ? ']' : ')');
                i = end < 0 ? text.Length : i + end + 1;
            }
            else if (IsWord(c))
            {
                var word = Word(text, ref i);
                if (++words > MurmurWords || !s_murmurs.Contains(word)) return false;
            }
            else i++;
        }

        return true;
    }

    /// <summary>"Great job!", "I'm proud of you": praise that names nothing.</summary>
    public static bool IsBarePraise(ReadOnlySpan<char> text)
    {
        var any = false;
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i])) { i++; continue; }
            any = true;
            if (!s_praise.Contains(Word(text, ref i))) return false;
        }

        return any;
    }

    /// <summary>"Would it be okay if I told you...": asks permission.</summary>
    public static bool AsksPermission(ReadOnlySpan<char> text) => HoldsAny(text, s_permission);

    /// <summary>"Do you mind if I...": a plain "no" consents.</summary>
    public static bool AsksWhetherMinded(ReadOnlySpan<char> text) => text.Contains("mind", StringComparison.OrdinalIgnoreCase);

    /// <summary>"What would you do?": the client asks for advice.</summary>
    public static bool AsksAdvice(ReadOnlySpan<char> text) => text.Contains('?') && HoldsAny(text, s_asksAdvice);

    /// <summary>"No.", "Rather not": declines what was asked.</summary>
    public static bool Declines(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsWord(text[i])) { i++; continue; }
            var first = Word(text, ref i);
            return first.Equals("no", StringComparison.OrdinalIgnoreCase) || first.Equals("nah", StringComparison.OrdinalIgnoreCase)
                || first.Equals("nope", StringComparison.OrdinalIgnoreCase) || first.Equals("not", StringComparison.OrdinalIgnoreCase)
                || text.Contains("rather not", StringComparison.OrdinalIgnoreCase) || text.Contains("rather you didn", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <summary>The last mark that is not white space, a quote or a bracket is a question mark.</summary>
    public static bool EndsAsQuestion(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t\r\n\"'”’)]");
        return text is [.., '?'];
    }

    /// <summary>"..., right?", "..., is that it?": a statement with a tag of at most four words that checks it.</summary>
    public static bool HasTag(ReadOnlySpan<char> text)
    {
        var comma = text.LastIndexOfAny(',', '.', '!');
        if (comma <= 0) return false;
        var words = 0;
        var tag = text[(comma + 1)..];
        for (var i = 0; i < tag.Length;)
        {
            if (!IsWord(tag[i])) { i++; continue; }
            Word(tag, ref i);
            words++;
        }

        return words is >= 1 and <= 4;
    }

    /// <summary>More than one sentence: a mark that ends one stands before further words.</summary>
    public static bool HasSeveralSentences(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
            if (text[i] is '.' or '!' or '?' && char.IsWhiteSpace(text[i + 1]) && !text[(i + 1)..].IsWhiteSpace()) return true;
        return false;
    }

    /// <summary>Number of words: runs of letters, digits and apostrophes; what stands in square brackets is not speech.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '[' && text[i..].IndexOf(']') is var end and > 0) { i += end; inside = false; continue; }
            var word = c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '\'' : IsWord(c);
            if (word && !inside) words++;
            inside = word;
        }

        return words;
    }

    /// <summary>Hashes of the words of more than two letters, in the order of occurrence, at most as many as the buffer holds.</summary>
    public static int HashWords(ReadOnlySpan<char> text, Span<int> hashes)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < hashes.Length;)
        {
            if (!IsWord(text[i])) { i++; continue; }
            var word = Word(text, ref i);
            if (word.Length <= 2) continue;
            var hash = 17;
            foreach (var c in word) hash = unchecked(hash * 31 + char.ToLowerInvariant(c));
            if (!hashes[..count].Contains(hash)) hashes[count++] = hash;
        }

        return count;
    }

    private static bool HoldsAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '’';

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && IsWord(text[i])) i++;
        return text[start..i];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
