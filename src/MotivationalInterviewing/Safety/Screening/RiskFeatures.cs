using System.Buffers;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>
/// Hashed features of a turn in context: words, pairs, skips and beginnings of words; families of words alone, denied and
/// near each other; rules that matched; the question before and what the client said before it.
/// </summary>
internal static class RiskFeatures
{
    public const int Bits = 18;
    public const int Slots = 1 << Bits;
    public const int Most = 6144;
    private const int Reach = 10, Ahead = 4, Window = 240;

    /// <summary>The features of a turn; the first <c>own</c> of them are of its own words, whatever was said before.</summary>
    public static int Read(
        ReadOnlySpan<char> text, ReadOnlySpan<RiskToken> tokens, ReadOnlySpan<RiskToken> question, ReadOnlySpan<RiskToken> earlier, RiskLexicon rules, ReadOnlySpan<int> fired, Span<int> slots, out int own)
    {
        var n = 0;
        // Long texts are judged by their first and last words; the rules read them all.
        if (tokens.Length > Window)
        {
            Words(text, tokens[..(Window / 2)], slots, ref n);
            tokens = tokens[^(Window / 2)..];
        }

        Words(text, tokens, slots, ref n);
        var lexicon = RiskConcepts.Default;
        var rented = ArrayPool<RiskConcept>.Shared.Rent(RiskConcepts.Most * 2);
        var memory = rented.AsSpan(0, RiskConcepts.Most);
        var said = memory[..lexicon.Read(tokens, memory)];
        foreach (var c in said)
        {
            Add(10, c.Id, slots, ref n);
            if (c.Negated) Add(11, c.Id, slots, ref n);
        }

        Pairs(said, 12, all: true, slots, ref n);
        foreach (var r in fired)
        {
            var rule = rules.Rules[r];
            Add(40, rule.Hash, slots, ref n);
            Add(41, ((uint)rule.Category << 2) | (uint)rule.Level, slots, ref n);
            Add(42, (uint)rule.Level, slots, ref n);
        }

        if (!fired.IsEmpty) Add(43, 0, slots, ref n);
        if (tokens.Length <= 3) Add(7, Whole(tokens), slots, ref n);
        Add(8, (uint)Math.Min(6, tokens.Length / 5), slots, ref n);

        own = n;
        var before = rented.AsSpan(RiskConcepts.Most, RiskConcepts.Most);
        if (!question.IsEmpty)
        {
            var asked = before[..lexicon.Read(question[^Math.Min(question.Length, Window / 2)..], before)];
            foreach (var token in question[^Math.Min(question.Length, 40)..]) Add(20, token.Hash, slots, ref n);
            var (yes, no) = (false, false);
            var first = FirstTokens(said, 6);
            foreach (var a in first)
            {
                yes |= a.Id == lexicon.Yes;
                no |= a.Id == lexicon.No || a.Id == lexicon.Negation;
            }

            foreach (var q in asked)
            {
                Add(21, q.Id, slots, ref n);
                if (tokens.Length <= 8) Add(22, q.Id, slots, ref n);
                foreach (var a in first) Add(23, ((uint)q.Id << 8) | a.Id, slots, ref n);
            }

            Add(24, (yes ? 1u : 0) + (no ? 2u : 0), slots, ref n);
        }

        if (!earlier.IsEmpty)
        {
            var told = before[..lexicon.Read(earlier[^Math.Min(earlier.Length, Window / 2)..], before)];
            foreach (var c in told) Add(30, c.Id, slots, ref n);
            Pairs(told, 31, all: false, slots, ref n);
        }

        ArrayPool<RiskConcept>.Shared.Return(rented);
        return n;
    }

    private static void Words(ReadOnlySpan<char> text, ReadOnlySpan<RiskToken> tokens, Span<int> slots, ref int n)
    {
        for (var t = 0; t < tokens.Length; t++)
        {
            var h = tokens[t].Hash;
            Add(1, h, slots, ref n);
            if (t + 1 < tokens.Length) Add(2, (h * 31) + tokens[t + 1].Hash, slots, ref n);
            if (t + 2 < tokens.Length)
            {
                Add(3, (h * 31) + tokens[t + 2].Hash, slots, ref n);
                Add(4, (((h * 31) + tokens[t + 1].Hash) * 31) + tokens[t + 2].Hash, slots, ref n);
            }

            var word = text.Slice(tokens[t].Start, tokens[t].Length);
            if (word.Length >= 5) Add(5, Prefix(word, 4), slots, ref n);
            if (word.Length >= 7) Add(6, Prefix(word, 6), slots, ref n);
        }
    }

    /// <summary>Families that stand near each other, and in one clause, and three in a row.</summary>
    private static void Pairs(ReadOnlySpan<RiskConcept> found, uint kind, bool all, Span<int> slots, ref int n)
    {
        for (var i = 0; i < found.Length; i++)
        {
            var a = found[i];
            var (steps, at) = (0, a.At);
            for (var j = i + 1; j < found.Length && found[j].At - a.At <= Reach; j++)
            {
                var b = found[j];
                if (b.At == a.At) continue;
                if (b.At != at)
                {
                    if (++steps > Ahead) break;
                    at = b.At;
                }

                var pair = ((uint)a.Id << 8) | b.Id;
                Add(kind, pair, slots, ref n);
                if (!all) continue;
                if (a.Clause == b.Clause) Add(a.Negated ? 14u : 13u, pair, slots, ref n);
                if (steps != 1) continue;
                var third = (short)-1;
                for (var k = j + 1; k < found.Length && found[k].At - a.At <= Reach; k++)
                {
                    if (found[k].At == b.At) continue;
                    if (third < 0) third = found[k].At;
                    if (found[k].At != third) break;
                    Add(15, (pair << 8) | found[k].Id, slots, ref n);
                }
            }
        }
    }

    /// <summary>The families of the first tokens that have any.</summary>
    private static ReadOnlySpan<RiskConcept> FirstTokens(ReadOnlySpan<RiskConcept> found, int tokens)
    {
        var (seen, at) = (0, -1);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].At == at) continue;
            at = found[i].At;
            if (++seen > tokens) return found[..i];
        }

        return found;
    }

    private static uint Whole(ReadOnlySpan<RiskToken> tokens)
    {
        var h = 2166136261u;
        foreach (var token in tokens) h = (h * 31) + token.Hash;
        return h;
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
        h *= 0x297A2D39u;
        h ^= h >> 15;
        slots[n++] = (int)(h & (Slots - 1));
    }
}
