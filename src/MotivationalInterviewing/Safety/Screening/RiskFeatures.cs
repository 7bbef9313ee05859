namespace MotivationalInterviewing.Safety.Screening;

/// <summary>Hashed features of a turn: words, pairs, skips, spelling, and the question before. The rules that matched are left out on purpose: the model is to learn what they miss.</summary>
internal static class RiskFeatures
{
    public const int Slots = 1 << 15;
    public const int Most = 1600;

    public static int Read(ReadOnlySpan<char> text, ReadOnlySpan<RiskToken> tokens, ReadOnlySpan<RiskToken> question, bool asked, Span<int> slots)
    {
        var n = 0;
        // Long texts are judged by their first and last words; the rules read them all.
        for (var t = 0; t < tokens.Length; t++)
        {
            if (tokens.Length > 240 && t == 120) t = tokens.Length - 120;
            var h = tokens[t].Hash;
            Add(1, h, slots, ref n);
            if (tokens[t].Word > 0) Add(2, (uint)tokens[t].Word, slots, ref n);
            if (t + 1 < tokens.Length) Add(3, (h * 31) + tokens[t + 1].Hash, slots, ref n);
            if (t + 2 < tokens.Length) Add(4, (h * 31) + tokens[t + 2].Hash, slots, ref n);
            var word = text.Slice(tokens[t].Start, tokens[t].Length);
            if (word.Length >= 5) Add(5, Prefix(word, 4), slots, ref n);
            if (word.Length >= 7) Add(6, Prefix(word, 6), slots, ref n);
        }

        for (var t = Math.Max(0, question.Length - 30); t < question.Length; t++) Add(20, question[t].Hash, slots, ref n);
        if (asked) Add(21, 0, slots, ref n);
        Add(30, (uint)Math.Min(6, tokens.Length / 6), slots, ref n);
        return n;
    }

    private static uint Prefix(ReadOnlySpan<char> word, int length)
    {
        var h = 2166136261u;
        for (var i = 0; i < length; i++) h = (h ^ RiskText.Fold(word[i])) * 16777619u;
        return h;
    }

    private static void Add(uint kind, uint value, Span<int> slots, ref int n)
    {
        if (n >= slots.Length) return;
        var h = (kind * 0x27D4EB2Fu) ^ (value + 0x9E3779B9u);
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 13;
        slots[n++] = (int)(h & (Slots - 1));
    }
}
