using System.Numerics;
using System.Runtime.InteropServices;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>The linear stage with float weights, while it is being trained and for out-of-fold scores.</summary>
internal sealed class LinearModel
{
    public float[] Weights { get; } = new float[ModelLayout.Buckets * ModelLayout.Row];

    public float[] Bias { get; } = new float[ModelLayout.Row];

    public void Score(LabeledTurn turn, Span<float> z)
    {
        Span<float> words = stackalloc float[ModelLayout.Row];
        Span<float> characters = stackalloc float[ModelLayout.Row];
        words.Clear();
        characters.Clear();
        foreach (var f in turn.Features)
        {
            Kernels.AddScaled(1, Weights.AsSpan(f * ModelLayout.Row, ModelLayout.Row), f < 1 << ModelLayout.WordBits ? words : characters);
        }

        for (var i = 0; i < z.Length; i++) z[i] = Bias[i] + turn.Scale * (words[i] + ModelLayout.CharacterValue * characters[i]);
    }

    /// <summary>Signed bytes per weight, one scale per column.</summary>
    public LinearBank Quantize()
    {
        var scales = new float[ModelLayout.Row];
        const int first = (1 << ModelLayout.WordBits) * ModelLayout.Row;
        for (var i = 0; i < Weights.Length; i++)
        {
            var value = MathF.Abs(Weights[i]) * (i < first ? 1 : ModelLayout.CharacterValue);
            scales[i % ModelLayout.Row] = MathF.Max(scales[i % ModelLayout.Row], value);
        }

        // The few largest weights are clipped: finer steps for the many are worth more.
        for (var i = 0; i < scales.Length; i++) scales[i] = MathF.Max(scales[i] * 0.6f / 127f, 1e-9f);
        var bytes = new sbyte[Weights.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = Weights[i] * (i < first ? 1 : ModelLayout.CharacterValue) / scales[i % ModelLayout.Row];
            bytes[i] = (sbyte)Math.Clamp(MathF.Round(value), -127, 127);
        }

        return new LinearBank(bytes, scales, [.. Bias]);
    }
}

/// <summary>Trains one speaker's linear stage by AdaGrad on all outputs together.</summary>
internal static class LinearTrainer
{
    /// <summary>A turn with its targets: per output a target in 0..1 and a weight (0 when unlabeled).</summary>
    private sealed record Row(LabeledTurn Turn, float[] Target, float[] Weight);

    public static LinearModel Train(bool client, IReadOnlyList<LabeledSession> sessions, TrainingOptions options, ulong seed)
    {
        var rows = new List<Row>();
        foreach (var s in sessions)
        {
            for (var i = 0; i < s.Turns.Count; i++)
            {
                if (s.Turns[i].Client == client && MakeRow(s, i, options) is { } row) rows.Add(row);
            }
        }

        Balance(client, rows, options);
        var model = new LinearModel();
        Prior(client, rows, model.Bias);
        var gradients = new float[model.Weights.Length];
        var biasGradients = new float[ModelLayout.Row];
        Array.Fill(gradients, 0.05f);
        Array.Fill(biasGradients, 1f);
        var decay = new float[ModelLayout.Row];
        Array.Fill(decay, options.LinearLabelL2);
        foreach (var (start, length) in Groups(client)) decay.AsSpan(start, length).Fill(options.LinearL2);
        var random = new SplitMix(seed);
        var order = new int[rows.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Span<float> z = stackalloc float[ModelLayout.Row];
        Span<float> g = stackalloc float[ModelLayout.Row];
        for (var epoch = 0; epoch < options.LinearEpochs; epoch++)
        {
            random.Shuffle<int>(order);
            var rate = options.LinearRate * (1f - (float)epoch / (options.LinearEpochs + 1));
            foreach (var at in order)
            {
                var row = rows[at];
                model.Score(row.Turn, z);
                Gradient(client, z, row, g);
                Update(model, gradients, row.Turn, g, rate, decay);
                for (var i = 0; i < g.Length; i++)
                {
                    biasGradients[i] += g[i] * g[i];
                    model.Bias[i] -= 0.1f * rate * g[i] / MathF.Sqrt(biasGradients[i]);
                }
            }
        }

        return model;
    }

    /// <summary>Softmax groups of a speaker's row: start and length. Every other output is a sigmoid.</summary>
    public static ReadOnlySpan<(int Start, int Length)> Groups(bool client) => client ? s_client : s_counselor;

    private static readonly (int, int)[] s_client =
        [(ModelLayout.ClientDirection, 3), (ModelLayout.ClientOriginal, 3), (ModelLayout.ClientNextMain, 4), (ModelLayout.ClientNextDirection, 3)];

    private static readonly (int, int)[] s_counselor =
        [(ModelLayout.CounselorMain, 4), (ModelLayout.CounselorAuthored, 4)];

    private static void Update(LinearModel model, float[] gradients, LabeledTurn turn, ReadOnlySpan<float> g, float rate, float[] decay)
    {
        ref var w0 = ref MemoryMarshal.GetArrayDataReference(model.Weights);
        ref var s0 = ref MemoryMarshal.GetArrayDataReference(gradients);
        ref var g0 = ref MemoryMarshal.GetReference(g);
        ref var d0 = ref MemoryMarshal.GetArrayDataReference(decay);
        var step = new Vector<float>(rate * turn.Scale);
        foreach (var f in turn.Features)
        {
            var x = turn.Scale * (f < 1 << ModelLayout.WordBits ? 1 : ModelLayout.CharacterValue);
            var vx = new Vector<float>(x);
            var vr = new Vector<float>(rate);
            var at = (nuint)(f * ModelLayout.Row);
            for (nuint i = 0; i < ModelLayout.Row; i += (nuint)Vector<float>.Count)
            {
                var gv = Vector.LoadUnsafe(ref g0, i) * vx;
                var s = Vector.LoadUnsafe(ref s0, at + i) + gv * gv;
                s.StoreUnsafe(ref s0, at + i);
                var w = Vector.LoadUnsafe(ref w0, at + i) * (Vector<float>.One - step * Vector.LoadUnsafe(ref d0, i)) - vr * gv / Vector.SquareRoot(s);
                w.StoreUnsafe(ref w0, at + i);
            }
        }
    }

    private static void Gradient(bool client, Span<float> z, Row row, Span<float> g)
    {
        Span<float> p = stackalloc float[ModelLayout.Row];
        for (var i = 0; i < z.Length; i++) p[i] = Kernels.Sigmoid(z[i]);
        foreach (var (start, length) in Groups(client))
        {
            z.Slice(start, length).CopyTo(p[start..]);
            Kernels.Softmax(p.Slice(start, length));
        }

        for (var i = 0; i < g.Length; i++) g[i] = (p[i] - row.Target[i]) * row.Weight[i];
    }

    private static Row? MakeRow(LabeledSession session, int index, TrainingOptions options)
    {
        var turn = session.Turns[index];
        var target = new float[ModelLayout.Row];
        var weight = new float[ModelLayout.Row];
        var w = session.Domain switch
        {
            Domain.Authored => session.Pair ? options.PairWeight : options.AuthoredWeight,
            Domain.MiBot => options.MiBotWeight,
            _ => 1f,
        };
        if (turn.Client)
        {
            Targets.Direction(turn, options.OriginalWeight, w, target.AsSpan(ModelLayout.ClientDirection, 3), weight.AsSpan(ModelLayout.ClientDirection, 3));
            if (turn.OriginalDirection >= 0) One(target, weight, ModelLayout.ClientOriginal, 3, turn.OriginalDirection, 1);
            if (turn.HasKinds)
            {
                for (var k = 0; k < ModelLayout.Kinds; k++)
                {
                    target[ModelLayout.ClientKinds + k] = (turn.Kinds >> k) & 1;
                    weight[ModelLayout.ClientKinds + k] = w;
                }

                target[ModelLayout.ClientStrength] = turn.Strength / 5f;
                weight[ModelLayout.ClientStrength] = w;
            }

            if (turn.Flags >= 0)
            {
                for (var k = 0; k < 2; k++)
                {
                    target[ModelLayout.ClientFlags + k] = (turn.Flags >> k) & 1;
                    weight[ModelLayout.ClientFlags + k] = w;
                }
            }

            if (index + 1 < session.Turns.Count && session.Turns[index + 1].Main >= 0) One(target, weight, ModelLayout.ClientNextMain, 4, session.Turns[index + 1].Main, w);
            if (index + 2 < session.Turns.Count && session.Turns[index + 2].Direction >= 0) One(target, weight, ModelLayout.ClientNextDirection, 3, session.Turns[index + 2].Direction, w);
        }
        else
        {
            Targets.Main(turn, options.OriginalWeight, session.Domain == Domain.AnnoMi ? w : w * options.AuthoredMainWeight, target.AsSpan(ModelLayout.CounselorMain, 4), weight.AsSpan(ModelLayout.CounselorMain, 4));
            if (session.Domain == Domain.Authored && turn.Main >= 0) One(target, weight, ModelLayout.CounselorAuthored, 4, turn.Main, w);
            if (turn.HasCodes)
            {
                for (var k = 0; k < ModelLayout.Codes; k++)
                {
                    target[ModelLayout.CounselorCodes + k] = (turn.Codes >> k) & 1;
                    weight[ModelLayout.CounselorCodes + k] = w;
                }
            }

            if (index + 1 < session.Turns.Count && session.Turns[index + 1].Direction is >= 0 and var answer)
            {
                for (var k = 0; k < 2; k++)
                {
                    target[ModelLayout.CounselorNextDirection + k] = answer == k + 1 ? 1 : 0;
                    weight[ModelLayout.CounselorNextDirection + k] = w;
                }
            }

            var (open, openWeight) = Targets.Open(turn, options.OriginalOpenWeight);
            target[ModelLayout.CounselorOpen] = open;
            weight[ModelLayout.CounselorOpen] = openWeight * w;
        }

        return weight.Any(v => v > 0) ? new Row(turn, target, weight) : null;
    }

    private static void One(float[] target, float[] weight, int start, int length, int label, float w)
    {
        target[start + label] = 1;
        for (var i = 0; i < length; i++) weight[start + i] = w;
    }

    /// <summary>Rare classes weigh more, by a power of their rarity.</summary>
    private static void Balance(bool client, List<Row> rows, TrainingOptions options)
    {
        var grouped = new bool[ModelLayout.Row];
        foreach (var (start, length) in Groups(client))
        {
            var mass = new double[length];
            foreach (var row in rows)
            {
                for (var i = 0; i < length; i++) mass[i] += row.Target[start + i] * row.Weight[start + i];
            }

            var total = mass.Sum();
            var factor = Array.ConvertAll(mass, m => m > 0 ? (float)Math.Pow(total / (length * m), options.Balance) : 1f);
            foreach (var row in rows)
            {
                var f = 0f;
                for (var i = 0; i < length; i++) f += row.Target[start + i] * factor[i];
                for (var i = 0; i < length; i++) row.Weight[start + i] *= f;
            }

            for (var i = 0; i < length; i++) grouped[start + i] = true;
        }

        for (var k = 0; k < ModelLayout.Row; k++)
        {
            if (grouped[k] || (client && k == ModelLayout.ClientStrength)) continue;
            double positive = 1, negative = 1;
            foreach (var row in rows)
            {
                positive += row.Weight[k] * row.Target[k];
                negative += row.Weight[k] * (1 - row.Target[k]);
            }

            var f = (float)Math.Min(6, Math.Pow(negative / positive, options.LabelBalance));
            foreach (var row in rows)
            {
                if (row.Target[k] > 0.5f) row.Weight[k] *= f;
            }
        }
    }

    private static void Prior(bool client, List<Row> rows, float[] bias)
    {
        var grouped = new bool[ModelLayout.Row];
        foreach (var (start, length) in Groups(client))
        {
            for (var i = start; i < start + length; i++) grouped[i] = true;
        }

        for (var k = 0; k < ModelLayout.Row; k++)
        {
            double positive = 1, total = 2;
            foreach (var row in rows)
            {
                positive += row.Weight[k] * row.Target[k];
                total += row.Weight[k];
            }

            var p = positive / total;
            bias[k] = (float)(grouped[k] ? Math.Log(p) : Math.Log(p / (1 - p)));
        }
    }
}

/// <summary>Soft targets: the teacher's label mixed with the first annotator's or the votes.</summary>
internal static class Targets
{
    public static void Direction(LabeledTurn turn, float original, float w, Span<float> target, Span<float> weight) =>
        Mix(turn.Direction, turn.OriginalDirection, turn.DirectionVotes, original, w, target, weight);

    public static void Main(LabeledTurn turn, float original, float w, Span<float> target, Span<float> weight) =>
        Mix(turn.Main, turn.OriginalMain, turn.MainVotes, original, w, target, weight);

    /// <summary>Open against closed: the first annotator's word where there is one, else the teacher's at less weight.</summary>
    public static (float Target, float Weight) Open(LabeledTurn turn, float original)
    {
        var codes = turn.HasCodes ? turn.Codes & 3 : 0;
        var taught = codes is 1 or 2;
        if (turn.OriginalOpen >= 0) return (taught ? (original * turn.OriginalOpen) + ((1 - original) * (codes == 1 ? 1 : 0)) : turn.OriginalOpen, 1);
        return taught ? (codes == 1 ? 1 : 0, 0.4f) : (0, 0);
    }

    private static void Mix(int teacher, int first, float[]? votes, float original, float w, Span<float> target, Span<float> weight)
    {
        if (teacher < 0) return;
        if (first < 0) target[teacher] = 1;
        else
        {
            target[teacher] = 1 - original;
            if (votes is null) target[first] += original;
            else
            {
                for (var i = 0; i < target.Length; i++) target[i] += original * votes[i];
            }
        }

        weight.Fill(w);
    }
}
