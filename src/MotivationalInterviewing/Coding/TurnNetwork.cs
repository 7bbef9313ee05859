using System.Numerics;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// A small gated recurrent network over the turns of a session with one layer of outputs on top. Live networks read
/// left to right; session networks read both ways. Weights are laid out input-major. Immutable after loading; safe to
/// share between threads.
/// </summary>
internal sealed class TurnNetwork
{
    public const int Inputs = ModelLayout.TurnVector;

    public TurnNetwork(int hidden, bool bothWays)
    {
        Hidden = hidden;
        BothWays = bothWays;
        Ways = bothWays ? 2 : 1;
        Weights = new float[Ways * CellSize(hidden) + HeadSize(hidden, Ways)];
    }

    public int Hidden { get; }

    public bool BothWays { get; }

    public int Ways { get; }

    /// <summary>All weights: the cells (input matrix, recurrent matrix, bias, candidate's recurrent bias), then the head.</summary>
    public float[] Weights { get; }

    public static int CellSize(int hidden) => (Inputs + hidden) * 3 * hidden + 4 * hidden;

    public static int HeadSize(int hidden, int ways) => (Inputs + ways * hidden) * ModelLayout.Outputs + ModelLayout.Outputs;

    public ReadOnlySpan<float> Cell(int way) => Weights.AsSpan(way * CellSize(Hidden), CellSize(Hidden));

    public ReadOnlySpan<float> Head => Weights.AsSpan(Ways * CellSize(Hidden));

    /// <summary>One step: reads the turn and updates the state.</summary>
    public void Step(int way, ReadOnlySpan<float> x, Span<float> state)
    {
        Span<float> a = stackalloc float[3 * Hidden];
        Span<float> r = stackalloc float[3 * Hidden];
        Step(Cell(way), Hidden, x, state, a, r, state);
    }

    /// <summary>The step with its parts kept: on return <paramref name="a"/> holds z, r, n and <paramref name="r"/> the recurrent part.</summary>
    public static void Step(ReadOnlySpan<float> cell, int hidden, ReadOnlySpan<float> x, ReadOnlySpan<float> previous, Span<float> a, Span<float> r, Span<float> next)
    {
        var width = 3 * hidden;
        var recurrent = cell[(Inputs * width)..];
        var bias = cell[((Inputs + hidden) * width)..];
        bias[..width].CopyTo(a);
        r[..(2 * hidden)].Clear();
        bias.Slice(width, hidden).CopyTo(r[(2 * hidden)..]);
        Kernels.AddRows(1, x[..Inputs], cell[..(Inputs * width)], a[..width]);
        Kernels.AddRows(1, previous[..hidden], recurrent[..(hidden * width)], r[..width]);
        var j = 0;
        for (; j <= hidden - Vector<float>.Count; j += Vector<float>.Count)
        {
            var z = Kernels.Sigmoid(At(a, j) + At(r, j));
            var g = Kernels.Sigmoid(At(a, hidden + j) + At(r, hidden + j));
            var n = Kernels.Tanh(At(a, (2 * hidden) + j) + (g * At(r, (2 * hidden) + j)));
            z.CopyTo(a[j..]);
            g.CopyTo(a[(hidden + j)..]);
            n.CopyTo(a[((2 * hidden) + j)..]);
            (((Vector<float>.One - z) * n) + (z * At(previous, j))).CopyTo(next[j..]);
        }

        for (; j < hidden; j++)
        {
            var z = Kernels.Sigmoid(a[j] + r[j]);
            var g = Kernels.Sigmoid(a[hidden + j] + r[hidden + j]);
            var n = MathF.Tanh(a[2 * hidden + j] + g * r[2 * hidden + j]);
            a[j] = z;
            a[hidden + j] = g;
            a[2 * hidden + j] = n;
            next[j] = (1 - z) * n + z * previous[j];
        }
    }

    /// <summary>Adds the outputs of a turn to <paramref name="outputs"/>.</summary>
    public void AddOutputs(ReadOnlySpan<float> x, ReadOnlySpan<float> forward, ReadOnlySpan<float> backward, float scale, Span<float> outputs)
    {
        const int width = ModelLayout.Outputs;
        outputs = outputs[..width];
        var head = Head;
        Kernels.AddRows(scale, x[..Inputs], head, outputs);
        head = head[(Inputs * width)..];
        Kernels.AddRows(scale, forward[..Hidden], head, outputs);
        head = head[(Hidden * width)..];
        if (BothWays)
        {
            Kernels.AddRows(scale, backward[..Hidden], head, outputs);
            head = head[(Hidden * width)..];
        }

        Kernels.AddScaled(scale, head[..width], outputs);
    }

    private static Vector<float> At(ReadOnlySpan<float> values, int at) => new(values[at..]);
}
