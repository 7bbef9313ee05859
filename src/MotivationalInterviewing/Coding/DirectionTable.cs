using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// The direction of one utterance alone, in one pass: for a single utterance both stages of the model and its
/// calibration are linear, so each hashed feature's row is multiplied through to two numbers once, while loading: what
/// it adds to change and to sustain against neutral. Four bytes per feature instead of 32; common words are summed
/// whole. The same answer as the two stages, up to rounding. Immutable; safe to share between threads.
/// </summary>
internal sealed class DirectionTable
{
    private const int Goals = 3;

    private readonly Pair[] _rows;
    private readonly float _unit;
    private readonly Vector64<float> _bias;
    private readonly Vector64<float>[] _dense = new Vector64<float>[TurnVectors.Dense];

    // Per behavior, built when it is first asked for.
    private readonly Known?[] _known = new Known?[(byte.MaxValue + 1) * Goals];

    internal DirectionTable(LinearBank bank, TurnNetwork network, ClassDecision decision)
    {
        const int width = ModelLayout.Outputs;
        var head = network.Head;
        var scale = decision.Scale;

        // Change against neutral, sustain against neutral: scaled as the calibration scales each.
        float Against(ReadOnlySpan<float> row, int d) => (row[d] * scale[d]) - (row[0] * scale[0]);
        Span<float> columns = stackalloc float[2 * ModelLayout.Row];
        Span<float> bias = [decision.Bias[1] - decision.Bias[0], decision.Bias[2] - decision.Bias[0]];
        for (var d = 0; d < 2; d++)
        {
            bias[d] += Against(head[(TurnNetwork.Inputs * width)..], d + 1);
            for (var i = 0; i < ModelLayout.Row; i++)
            {
                var w = Against(head[(i * width)..], d + 1) * TurnVectors.ScoreScale;
                columns[(d * ModelLayout.Row) + i] = w * bank.ColumnScales[i];
                bias[d] += w * bank.Bias[i];
            }
        }

        _bias = Vector64.Create(bias[0], bias[1]);
        for (var i = 0; i < _dense.Length; i++)
        {
            var row = head[(((2 * ModelLayout.Row) + i) * width)..];
            _dense[i] = Vector64.Create(Against(row, 1), Against(row, 2));
        }

        var values = new float[ModelLayout.Buckets * 2];
        Span<float> weights = stackalloc float[ModelLayout.Row];
        var rows = bank.Weights;
        var greatest = 1e-9f;
        for (var bucket = 0; bucket < ModelLayout.Buckets; bucket++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = rows[(bucket * ModelLayout.Row) + i];
            for (var d = 0; d < 2; d++)
            {
                var value = Kernels.Dot(weights, columns.Slice(d * ModelLayout.Row, ModelLayout.Row));
                values[(bucket * 2) + d] = value;
                greatest = MathF.Max(greatest, MathF.Abs(value));
            }
        }

        _unit = greatest / short.MaxValue;
        _rows = new Pair[ModelLayout.Buckets];
        for (var i = 0; i < _rows.Length; i++) _rows[i] = new Pair((short)MathF.Round(values[2 * i] / _unit), (short)MathF.Round(values[(2 * i) + 1] / _unit));
    }

    /// <summary>Calibrated probabilities of neutral, change and sustain.</summary>
    internal void Score(ReadOnlySpan<char> text, BehaviorGroup behavior, Span<float> p)
    {
        var known = KnownOf(behavior);
        var sink = new Sink { Rows = ref MemoryMarshal.GetArrayDataReference(_rows), Known = ref MemoryMarshal.GetArrayDataReference(known.Slots), Mask = known.Slots.Length - 1, WordsEach = known.WordsEach };
        var shape = FeatureScanner.Scan(text, behavior, ref sink);
        var z = _bias + (Vector64.Create((float)sink.Change, sink.Sustain) * (_unit * LinearBank.Scale(sink.Words, sink.Characters)));
        Span<float> dense = stackalloc float[TurnVectors.Dense];
        dense.Clear();
        TurnVectors.FillDense(true, shape, behavior, 0, dense);
        for (var i = 0; i < dense.Length; i++) z += _dense[i] * dense[i];
        (p[0], p[1], p[2]) = (0, z[0], z[1]);
        Kernels.Softmax(p);
    }

    private Known KnownOf(BehaviorGroup behavior)
    {
        ref var known = ref _known[(behavior.Class * Goals) + behavior.Goal];
        return Volatile.Read(ref known) ?? Interlocked.CompareExchange(ref known, Sum(behavior), null) ?? known!;
    }

    private Known Sum(BehaviorGroup behavior)
    {
        var slots = 256;
        while (slots < Vocabulary.Entries.Length * 2) slots *= 2;
        var known = new Known(new Slot[slots], FeatureScanner.IsKnown(behavior) ? 3 : 1);
        foreach (var entry in Vocabulary.Entries)
        {
            var slot = new Slot { Key = entry.Hash, Characters = (short)entry.Buckets.Length, Flags = Lexicon.Flags(entry.Hash) };
            slot.Add(_rows[LinearBank.WordBucket(entry.Hash)]);
            if (known.WordsEach == 3)
            {
                slot.Add(_rows[LinearBank.WordBucket(FeatureScanner.Mix(entry.Hash + FeatureScanner.BehaviorSeed(behavior)))]);
                slot.Add(_rows[LinearBank.WordBucket(FeatureScanner.Mix(entry.Hash + FeatureScanner.GoalSeed(behavior)))]);
            }

            foreach (var bucket in entry.Buckets) slot.Add(_rows[bucket]);
            var at = (int)entry.Hash & (slots - 1);
            while (known.Slots[at].Key != 0 && known.Slots[at].Key != entry.Hash) at = (at + 1) & (slots - 1);
            known.Slots[at] = slot;
        }

        return known;
    }

    private readonly record struct Pair(short Change, short Sustain);

    /// <summary>What a common word adds, itself, with the behavior, and by its characters.</summary>
    private struct Slot
    {
        public uint Key;
        public short Characters;
        public WordFlags Flags;
        public int Change;
        public int Sustain;

        public void Add(Pair row)
        {
            Change += row.Change;
            Sustain += row.Sustain;
        }
    }

    private sealed record Known(Slot[] Slots, int WordsEach);

    private ref struct Sink : IFeatureSink
    {
        public ref Pair Rows;
        public ref Slot Known;
        public int Mask;
        public int WordsEach;
        public int Words;
        public int Characters;
        public int Change;
        public int Sustain;

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
        public bool TakeWord(uint hash, out WordFlags flags)
        {
            flags = default;
            for (var at = (int)hash & Mask; ; at = (at + 1) & Mask)
            {
                ref var slot = ref Unsafe.Add(ref Known, at);
                if (slot.Key == 0) return false;
                if (slot.Key != hash) continue;
                flags = slot.Flags;
                Words += WordsEach;
                Characters += slot.Characters;
                Change += slot.Change;
                Sustain += slot.Sustain;
                return true;
            }
        }

        public readonly bool TakeCharacters(uint hash) => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Add(int bucket)
        {
            ref var row = ref Unsafe.Add(ref Rows, bucket);
            Change += row.Change;
            Sustain += row.Sustain;
        }
    }
}
