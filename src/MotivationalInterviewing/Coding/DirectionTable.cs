using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// The direction of one utterance alone, in one pass: for a single utterance both stages of the model are linear, so
/// each hashed feature's row is multiplied through to the three directions once, while loading. Eight bytes per feature
/// instead of 32. The same answer as the two stages, up to rounding. Immutable; safe to share between threads.
/// </summary>
internal sealed class DirectionTable
{
    private const int Lanes = 4;

    private readonly short[] _rows;
    private readonly KnownWords<int> _known;
    private readonly float _unit;
    private readonly Vector128<float> _bias;
    private readonly Vector128<float>[] _dense = new Vector128<float>[TurnVectors.Dense];

    internal DirectionTable(LinearBank bank, TurnNetwork network)
    {
        const int width = ModelLayout.Outputs;
        var head = network.Head;
        Span<float> columns = stackalloc float[3 * ModelLayout.Row];
        var bias = Vector128<float>.Zero;
        for (var d = 0; d < 3; d++)
        {
            var sum = head[(TurnNetwork.Inputs * width) + d];
            for (var i = 0; i < ModelLayout.Row; i++)
            {
                var w = head[(i * width) + d] * TurnVectors.ScoreScale;
                columns[(d * ModelLayout.Row) + i] = w * bank.ColumnScales[i];
                sum += w * bank.Bias[i];
            }

            bias = bias.WithElement(d, sum);
        }

        _bias = bias;
        for (var i = 0; i < _dense.Length; i++)
        {
            var row = head[(((2 * ModelLayout.Row) + i) * width)..];
            _dense[i] = Vector128.Create(row[0], row[1], row[2], 0);
        }

        var values = new float[ModelLayout.Buckets * 3];
        Span<float> weights = stackalloc float[ModelLayout.Row];
        var greatest = 0f;
        for (var bucket = 0; bucket < ModelLayout.Buckets; bucket++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = bank.Weights[(bucket * ModelLayout.Row) + i];
            for (var d = 0; d < 3; d++)
            {
                var value = Kernels.Dot(weights, columns.Slice(d * ModelLayout.Row, ModelLayout.Row));
                values[(bucket * 3) + d] = value;
                greatest = MathF.Max(greatest, MathF.Abs(value));
            }
        }

        _unit = MathF.Max(greatest, 1e-9f) / short.MaxValue;
        _rows = new short[ModelLayout.Buckets * Lanes];
        for (var i = 0; i < values.Length; i++) _rows[(i / 3 * Lanes) + (i % 3)] = (short)MathF.Round(values[i] / _unit);
        _known = new KnownWords<int>(Vocabulary.Entries.Length, Lanes);
        foreach (var entry in Vocabulary.Entries)
        {
            var sums = _known.Add(entry.Hash, entry.Buckets.Length);
            foreach (var bucket in entry.Buckets)
            {
                for (var d = 0; d < 3; d++) sums[d] += _rows[(bucket * Lanes) + d];
            }
        }
    }

    /// <summary>Logits of neutral, change and sustain.</summary>
    internal void Score(ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> logits)
    {
        var sink = new Sink { Rows = ref MemoryMarshal.GetArrayDataReference(_rows), Known = _known };
        var shape = FeatureScanner.Scan(text, behavior, ref sink);
        var z = _bias + (Vector128.ConvertToSingle(sink.Sums) * (_unit * LinearBank.Scale(sink.Words, sink.Characters)));
        Span<float> dense = stackalloc float[TurnVectors.Dense];
        dense.Clear();
        TurnVectors.FillDense(true, shape, behavior, 0, dense);
        for (var i = 0; i < dense.Length; i++) z += _dense[i] * dense[i];
        (logits[0], logits[1], logits[2]) = (z[0], z[1], z[2]);
    }

    private ref struct Sink : IFeatureSink
    {
        public ref short Rows;
        public KnownWords<int> Known;
        public int Words;
        public int Characters;
        public Vector128<int> Sums;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Word(uint hash, int start, int length)
        {
            Words++;
            Add(LinearBank.WordBucket(hash));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Character(uint hash, int start, int length)
        {
            Characters++;
            Add(LinearBank.CharacterBucket(hash));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TakeCharacters(uint hash)
        {
            var at = Known.Find(hash);
            if (at < 0) return false;
            Sums += Vector128.LoadUnsafe(ref Known.Sums(at));
            Characters += Known.Count(at);
            return true;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(int bucket) =>
            Sums += Vector128.WidenLower(Vector64.LoadUnsafe(ref Rows, (nuint)bucket * Lanes).ToVector128Unsafe());
    }
}
