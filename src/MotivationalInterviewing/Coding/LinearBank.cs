using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// The linear stage for one speaker: a row of 32 signed bytes per hashed feature, summed while the text is scanned.
/// Immutable after loading; safe to share between threads.
/// </summary>
internal sealed class LinearBank(ReadOnlyMemory<sbyte> weights, float[] columnScales, float[] bias)
{
    private readonly Lazy<KnownWords<short>> _known = new(() => SumCharacters(weights.Span));

    public ReadOnlySpan<sbyte> Weights => weights.Span;

    /// <summary>What one unit of a column is worth.</summary>
    public float[] ColumnScales { get; } = columnScales;

    public float[] Bias { get; } = bias;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WordBucket(uint hash) => (int)(hash >> (32 - ModelLayout.WordBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CharacterBucket(uint hash) => (1 << ModelLayout.WordBits) + (int)(hash >> (32 - ModelLayout.CharacterBits));

    /// <summary>The factor that makes texts of different lengths comparable.</summary>
    public static float Scale(int words, int characters) =>
        1f / MathF.Sqrt(Math.Max(1f, words + characters * (ModelLayout.CharacterValue * ModelLayout.CharacterValue)));

    /// <summary>Scores a text: 32 logits.</summary>
    public TextShape Score(ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> scores)
    {
        var sink = new Sink { Rows = ref MemoryMarshal.GetReference(Weights), Known = _known.Value };
        var shape = FeatureScanner.Scan(text, behavior, ref sink);
        var scale = Scale(sink.Words, sink.Characters);
        Span<int> sums = stackalloc int[ModelLayout.Row];
        sink.Finish(sums);
        for (var i = 0; i < ModelLayout.Row; i++) scores[i] = Bias[i] + sums[i] * (ColumnScales[i] * scale);
        return shape;
    }

    /// <summary>
    /// What each part of the text contributes to a weighted sum of columns: adds to <paramref name="perCharacter"/>,
    /// spread evenly over the characters that a feature rests on, so that a span can be pointed to.
    /// </summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="behavior">The behavior that it was scored for.</param>
    /// <param name="column">The column to explain.</param>
    /// <param name="against">A column to subtract, or -1.</param>
    /// <param name="perCharacter">At least as long as the text; added to.</param>
    public void Explain(ReadOnlySpan<char> text, BehaviorGroup behavior, int column, int against, Span<float> perCharacter)
    {
        var sink = new ExplainSink { Bank = this, Column = column, Against = against, Target = perCharacter };
        FeatureScanner.Scan(text, behavior, ref sink);
    }

    private static KnownWords<short> SumCharacters(ReadOnlySpan<sbyte> weights)
    {
        var known = new KnownWords<short>(Vocabulary.Entries.Length, ModelLayout.Row);
        foreach (var entry in Vocabulary.Entries)
        {
            var sums = known.Add(entry.Hash, entry.Buckets.Length);
            var (low, high) = (Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var bucket in entry.Buckets)
            {
                var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(in MemoryMarshal.GetReference(weights), (nuint)(bucket * ModelLayout.Row)));
                low += a;
                high += b;
            }

            low.CopyTo(sums);
            high.CopyTo(sums[16..]);
        }

        return known;
    }

    private ref struct Sink : IFeatureSink
    {
        public ref sbyte Rows;
        public KnownWords<short> Known;
        public int Words;
        public int Characters;
        private Vector256<short> _low;
        private Vector256<short> _high;
        private Vector256<int> _a, _b, _c, _d;
        private int _pending;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Word(uint hash, int start, int length)
        {
            Words++;
            Add(WordBucket(hash));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Character(uint hash, int start, int length)
        {
            Characters++;
            Add(CharacterBucket(hash));
        }

        public readonly bool TakeWord(uint hash, out WordFlags flags)
        {
            flags = default;
            return false;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TakeCharacters(uint hash)
        {
            var at = Known.Find(hash);
            if (at < 0) return false;
            ref var sums = ref Known.Sums(at);
            var low = Vector256.LoadUnsafe(ref sums);
            var high = Vector256.LoadUnsafe(ref sums, 16);
            var (a, b) = Vector256.Widen(low);
            var (c, d) = Vector256.Widen(high);
            _a += a;
            _b += b;
            _c += c;
            _d += d;
            Characters += Known.Count(at);
            return true;
        }

        public void Finish(scoped Span<int> sums)
        {
            Flush();
            _a.CopyTo(sums);
            _b.CopyTo(sums[8..]);
            _c.CopyTo(sums[16..]);
            _d.CopyTo(sums[24..]);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(int bucket)
        {
            var row = Vector256.LoadUnsafe(ref Rows, (nuint)bucket * ModelLayout.Row);
            var (low, high) = Vector256.Widen(row);
            _low += low;
            _high += high;
            if (++_pending == 240) Flush();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Flush()
        {
            var (a, b) = Vector256.Widen(_low);
            var (c, d) = Vector256.Widen(_high);
            _a += a;
            _b += b;
            _c += c;
            _d += d;
            _low = default;
            _high = default;
            _pending = 0;
        }
    }

    private ref struct ExplainSink : IFeatureSink
    {
        public LinearBank Bank;
        public int Column;
        public int Against;
        public Span<float> Target;

        public void Word(uint hash, int start, int length) => Add(WordBucket(hash), start, length);

        public void Character(uint hash, int start, int length) => Add(CharacterBucket(hash), start, length);

        public readonly bool TakeWord(uint hash, out WordFlags flags)
        {
            flags = default;
            return false;
        }

        public readonly bool TakeCharacters(uint hash) => false;

        private void Add(int bucket, int start, int length)
        {
            // A feature that rests on half the text says nothing of where.
            if (length <= 0 || length > 48) return;
            var at = bucket * ModelLayout.Row;
            var value = Bank.Weights[at + Column] * Bank.ColumnScales[Column];
            if (Against >= 0) value -= Bank.Weights[at + Against] * Bank.ColumnScales[Against];
            value /= length;
            for (var i = start; i < start + length && i < Target.Length; i++) Target[i] += value;
        }
    }
}
