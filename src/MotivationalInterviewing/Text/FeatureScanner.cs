using System.Runtime.CompilerServices;

namespace MotivationalInterviewing.Text;

/// <summary>Receives hashed features while a text is scanned. Implemented by structs, so that the scan inlines them.</summary>
internal interface IFeatureSink
{
    /// <summary>A word-level feature and the part of the text it rests on.</summary>
    /// <param name="hash">Well mixed 32 bits.</param>
    /// <param name="start">Start of the evidence, in UTF-16 units.</param>
    /// <param name="length">Length of the evidence.</param>
    void Word(uint hash, int start, int length);

    /// <summary>A character-level feature, inside one word.</summary>
    void Character(uint hash, int start, int length);

    /// <summary>
    /// Takes a plain word whole: itself, crossed with the behavior, and its characters. False when it is not known so.
    /// </summary>
    /// <param name="hash">The word's hash.</param>
    /// <param name="flags">The word's flags, when it is known.</param>
    bool TakeWord(uint hash, out WordFlags flags);

    /// <summary>Takes all character-level features of a plain word at once; false when the word is not known whole.</summary>
    /// <param name="hash">The word's hash.</param>
    bool TakeCharacters(uint hash);
}

/// <summary>What the scan counts besides features. All zero for blank text.</summary>
internal struct TextShape
{
    /// <summary>Words, without punctuation and transcription marks.</summary>
    public int Words;

    /// <summary>Question marks.</summary>
    public int Questions;

    /// <summary>1 when the text ends in a question mark.</summary>
    public int EndsInQuestion;

    /// <summary>1 when the text ends in a dash: cut off.</summary>
    public int CutOff;

    /// <summary>1 when every word is a backchannel or agreement ("mm-hmm", "yeah", "right").</summary>
    public int OnlyBackchannel;

    /// <summary>First-person singular words.</summary>
    public int FirstPerson;

    /// <summary>Second-person words.</summary>
    public int SecondPerson;

    /// <summary>Negations.</summary>
    public int Negations;
}

/// <summary>
/// Scans a text once, left to right, and reports hashed features: word 1-3-grams, words under negation, character
/// 2-5-grams inside words, lexicon categories and their neighbors, and each word crossed with the target behavior.
/// Accepts any text; allocates nothing; time is linear; independent of culture. The same scan trains and predicts.
/// </summary>
internal static class FeatureScanner
{
    private const int MaxWord = 24;
    private const uint BreakToken = 0xB4EA4B4Eu;

    /// <summary>Scans the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="behavior">The behavior's group, from <see cref="BehaviorGroup"/>.</param>
    /// <param name="sink">Receives the features.</param>
    /// <returns>Counts that the session model uses.</returns>
    public static TextShape Scan<TSink>(ReadOnlySpan<char> text, BehaviorGroup behavior, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        // The buffer is kept apart from the loop: a method with a loop and a buffer of its own is compiled slowly at the first call.
        Span<char> word = stackalloc char[MaxWord + 2];
        return Scan(text, behavior, ref sink, word);
    }

    private static TextShape Scan<TSink>(ReadOnlySpan<char> text, BehaviorGroup behavior, ref TSink sink, scoped Span<char> word)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var shape = new TextShape { OnlyBackchannel = 1 };
        uint previous = BreakToken, beforePrevious = BreakToken;
        int previousStart = 0, beforeStart = 0;
        var negationLeft = 0;
        uint whole = 2166136261u;
        uint lastCategory = 0;
        int categoryAge = 0, categoryStart = 0;
        var behaviorSeed = BehaviorSeed(behavior);
        var goalSeed = GoalSeed(behavior);
        var person = 0u;
        var i = 0;
        var lastSignificant = '\0';
        while (i < text.Length)
        {
            var c = text[i];
            if (c == ' ')
            {
                i++;
                continue;
            }

            if (c is '[' or '(')
            {
                var close = MarkLength(text[i..]);
                if (close > 0)
                {
                    // A transcription mark such as [laughs]: one token, by its first letters.
                    uint mark = 0x7F4A7C15u;
                    for (var k = 1; k < close && k < 5; k++) mark = (mark ^ char.ToLowerInvariant(text[i + k])) * 16777619u;
                    sink.Word(Mix(mark), i, close + 1);
                    i += close + 1;
                    continue;
                }
            }

            if (!IsWordCharacter(c))
            {
                if (c is '?' or '!' or '.' or ';' or '\n' or '…' or '—' or '–' || (c == '-' && !(i > 0 && i + 1 < text.Length && IsWordCharacter(text[i - 1]) && IsWordCharacter(text[i + 1]))))
                {
                    if (c is '?')
                    {
                        shape.Questions++;
                        sink.Word(Mix(0x3F3F3F3Fu), i, 1);
                        sink.Word(Mix(previous * 31 + 0x3F), previousStart, i + 1 - previousStart);
                    }
                    else if (c is '!') sink.Word(Mix(0x21212121u), i, 1);
                    if (previous != BreakToken)
                    {
                        sink.Word(Mix(previous * 0x9E3779B1u + 0xE0Du), previousStart, i - previousStart);
                        beforePrevious = previous;
                        beforeStart = previousStart;
                    }

                    previous = BreakToken;
                    previousStart = i;
                    negationLeft = 0;
                    person = 0;
                    categoryAge = 0;
                }
                else if (c is ',') negationLeft = 0;
                if (!char.IsWhiteSpace(c)) lastSignificant = c;
                i++;
                continue;
            }

            // One word: letters and digits; apostrophes are dropped, so "don't", "don’t" and "dont" are one.
            var start = i;
            var length = 1;
            word[0] = '<';
            var digits = false;
            uint hash = 2166136261u;
            while (i < text.Length)
            {
                c = text[i];
                var lower = Fold(c);
                if (lower != '\0')
                {
                    digits |= lower == '#';
                    if (length <= MaxWord)
                    {
                        word[length++] = lower;
                        hash = (hash ^ lower) * 16777619u;
                    }

                    i++;
                }
                else if (IsApostrophe(c) && i + 1 < text.Length && char.IsLetter(text[i + 1])) i++;
                else break;
            }

            word[length++] = '>';
            var span = i - start;
            lastSignificant = 'a';
            hash = Mix(hash);
            if (digits && length <= 6) hash = 0x23232323u;
            if (i - span > 0 && text[start - 1] == '-' && hash == previous) continue; // a stutter: "I-I just"
            shape.Words++;
            whole = (whole ^ hash) * 16777619u;

            var plain = !digits && length <= MaxWord;
            WordFlags flags = default;
            var taken = plain && sink.TakeWord(hash, out flags);
            if (!taken) flags = Lexicon.Flags(hash);
            if ((flags & WordFlags.Backchannel) == 0) shape.OnlyBackchannel = 0;
            if ((flags & WordFlags.FirstPerson) != 0) { shape.FirstPerson++; person = 1; }
            else if ((flags & WordFlags.SecondPerson) != 0) { shape.SecondPerson++; person = 2; }
            else if ((flags & WordFlags.ThirdPerson) != 0) person = 3;

            if (!taken) sink.Word(hash, start, span);
            sink.Word(Mix(hash * 0x9E3779B1u + previous), previousStart, i - previousStart);
            if (previous != BreakToken) sink.Word(Mix((hash * 0x85EBCA6Bu + previous) * 0xC2B2AE35u + beforePrevious), beforeStart, i - beforeStart);
            if (beforePrevious != BreakToken && previous != BreakToken) sink.Word(Mix(hash * 0x27D4EB2Fu + beforePrevious + 77), beforeStart, i - beforeStart);
            if (!taken && IsKnown(behavior))
            {
                sink.Word(Mix(hash + behaviorSeed), start, span);
                sink.Word(Mix(hash + goalSeed), start, span);
            }

            if (negationLeft > 0)
            {
                sink.Word(Mix(hash + 0x0E6A0E6Au), start, span);
                negationLeft--;
            }

            var categories = (flags & WordFlags.Category) == 0 ? 0 : Lexicon.Categories(hash, previous, beforePrevious);
            while (categories != 0)
            {
                var category = (uint)System.Numerics.BitOperations.TrailingZeroCount(categories) + 1;
                categories &= categories - 1;
                var signed = category * 2 + (negationLeft > 0 ? 1u : 0u);
                sink.Word(Mix(0xCA7E0000u + signed), start, span);
                sink.Word(Mix(0xCA7E1000u + signed * 4 + person), start, span);
                sink.Word(Mix(0xCA7E5000u + signed + goalSeed), start, span);
                sink.Word(Mix(0xCA7E6000u + signed + behaviorSeed), start, span);
                if (categoryAge > 0 && lastCategory != signed)
                {
                    sink.Word(Mix(0xCA7E8000u + signed * 512 + lastCategory), categoryStart, i - categoryStart);
                    sink.Word(Mix(0xCA7EF000u + signed * 512 + lastCategory + goalSeed), categoryStart, i - categoryStart);
                }

                lastCategory = signed;
                categoryAge = 6;
                categoryStart = start;
            }

            if (categoryAge > 0) categoryAge--;
            if ((flags & WordFlags.Negation) != 0)
            {
                shape.Negations++;
                negationLeft = 4;
            }

            if (!taken && !(plain && sink.TakeCharacters(hash))) ScanCharacters(word[..length], start, span, ref sink);

            (beforePrevious, beforeStart) = (previous, previousStart);
            (previous, previousStart) = (hash, start);
        }

        if (previous != BreakToken) sink.Word(Mix(previous * 0x9E3779B1u + 0xE0Du), previousStart, text.Length - previousStart);
        if (shape.Words is > 0 and <= 5) sink.Word(Mix(whole + 0x5A5Au), 0, text.Length);
        var bucket = shape.Words == 0 ? 0 : 1 + System.Numerics.BitOperations.Log2((uint)shape.Words);
        sink.Word(Mix(0x1E460000u + (uint)bucket), 0, text.Length);
        if (shape.Words == 0) shape.OnlyBackchannel = 0;
        shape.EndsInQuestion = lastSignificant == '?' ? 1 : 0;
        shape.CutOff = lastSignificant is '-' or '—' or '–' or '…' ? 1 : 0;
        return shape;
    }

    /// <summary>A word's hash plus these, mixed, is the word crossed with the behavior's class and with its goal.</summary>
    internal static uint BehaviorSeed(BehaviorGroup behavior) => 0x51ED270Bu * ((uint)behavior.Class + 1);

    internal static uint GoalSeed(BehaviorGroup behavior) => 0x2545F491u * ((uint)behavior.Goal + 1);

    /// <summary>Words are crossed with a behavior that is known.</summary>
    internal static bool IsKnown(BehaviorGroup behavior) => behavior.Class != 0 || behavior.Goal != 0;

    /// <summary>Reports the characters of one word between its marks.</summary>
    public static void ScanCharacters<TSink>(scoped ReadOnlySpan<char> word, int start, int span, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        for (var a = 0; a < word.Length - 1; a++)
        {
            uint gram = 0x811C9DC5u ^ word[a];
            gram *= 16777619u;
            var end = Math.Min(word.Length, a + 5);
            for (var b = a + 1; b < end; b++)
            {
                gram = (gram ^ word[b]) * 16777619u;
                sink.Character(gram * 0x9E3779B1u, start, span);
            }
        }
    }

    /// <summary>The hash of a word as the scan sees it; for lexicons.</summary>
    public static uint HashWord(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261u;
        foreach (var c in word)
        {
            if (IsWordCharacter(c)) hash = (hash ^ char.ToLowerInvariant(c)) * 16777619u;
        }

        return Mix(hash);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x7FEB352Du;
        h ^= h >> 15;
        h *= 0x846CA68Bu;
        return h ^ (h >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWordCharacter(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c);

    /// <summary>A word character in lower case, digits as '#'; zero for any other character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Fold(char c) => c < 128 ? (char)s_fold[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';

    private static readonly byte[] s_fold = Folded();

    private static byte[] Folded()
    {
        var fold = new byte[128];
        for (var c = '\0'; c < 128; c++) fold[c] = char.IsAsciiDigit(c) ? (byte)'#' : char.IsAsciiLetter(c) ? (byte)(c | 0x20) : (byte)0;
        return fold;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>Length of a bracketed mark without its closing bracket, or 0 when this is none.</summary>
    private static int MarkLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '(') return 0;
        var end = text[..Math.Min(text.Length, 48)].IndexOf(']');
        return end > 1 ? end : 0;
    }
}
