using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>A session as the network sees it: one vector, targets and weights per turn.</summary>
internal sealed record NetworkSession(float[] X, float[] Target, float[] Weight, int Length);

/// <summary>Trains a <see cref="TurnNetwork"/> by back-propagation through whole sessions with Adam.</summary>
internal static class NetworkTrainer
{
    private const int In = ModelLayout.TurnVector;
    private const int Out = ModelLayout.Outputs;

    private static readonly (int Start, int Length)[] s_groups = [(ModelLayout.OutDirection, 3), (ModelLayout.OutMain, 4)];

    public static NetworkSession Prepare(LabeledSession session, Func<LabeledTurn, float[]> scores, TrainingOptions options, float[] factor, bool alone)
    {
        var n = session.Turns.Count;
        var result = new NetworkSession(new float[n * In], new float[n * Out], new float[n * Out], n);
        var w = session.Domain switch
        {
            Domain.Authored => session.Pair ? options.PairWeight : options.AuthoredWeight,
            Domain.MiBot => options.MiBotWeight,
            _ => 1f,
        };
        for (var i = 0; i < n; i++)
        {
            var turn = session.Turns[i];
            TurnVectors.Fill(turn.Client, scores(turn), turn.Shape, session.BehaviorGroup, (int)session.Domain, alone, result.X.AsSpan(i * In, In));
            var target = result.Target.AsSpan(i * Out, Out);
            var weight = result.Weight.AsSpan(i * Out, Out);
            if (turn.Client)
            {
                Targets.Direction(turn, options.NetworkOriginalWeight, w, target.Slice(ModelLayout.OutDirection, 3), weight.Slice(ModelLayout.OutDirection, 3));
                if (turn.HasKinds)
                {
                    for (var k = 0; k < ModelLayout.Kinds; k++)
                    {
                        target[ModelLayout.OutKinds + k] = (turn.Kinds >> k) & 1;
                        weight[ModelLayout.OutKinds + k] = w * options.NetworkLabelWeight;
                    }

                    target[ModelLayout.OutStrength] = turn.Strength / 5f;
                    weight[ModelLayout.OutStrength] = w;
                }

                for (var k = 0; k < 2 && turn.Flags >= 0; k++)
                {
                    target[ModelLayout.OutFlags + k] = (turn.Flags >> k) & 1;
                    weight[ModelLayout.OutFlags + k] = w * 0.5f;
                }
            }
            else
            {
                Targets.Main(turn, options.NetworkOriginalWeight, w, target.Slice(ModelLayout.OutMain, 4), weight.Slice(ModelLayout.OutMain, 4));
                if (turn.HasCodes)
                {
                    for (var k = 0; k < ModelLayout.Codes; k++)
                    {
                        target[ModelLayout.OutCodes + k] = (turn.Codes >> k) & 1;
                        weight[ModelLayout.OutCodes + k] = w * options.NetworkLabelWeight;
                    }
                }

                var (open, openWeight) = Targets.Open(turn, options.OriginalOpenWeight);
                target[ModelLayout.OutOpen] = open;
                weight[ModelLayout.OutOpen] = openWeight * w;
            }

            foreach (var (start, length) in s_groups)
            {
                var f = 0f;
                for (var k = start; k < start + length; k++) f += target[k] * factor[k];
                for (var k = start; k < start + length; k++) weight[k] *= f;
            }
        }

        return result;
    }

    /// <summary>Rare classes weigh more, by a power of their rarity.</summary>
    public static float[] BalanceFactors(IEnumerable<LabeledSession> sessions, float power)
    {
        var mass = new double[Out];
        foreach (var t in sessions.SelectMany(s => s.Turns))
        {
            if (t.Direction >= 0) mass[ModelLayout.OutDirection + t.Direction]++;
            if (t.Main >= 0) mass[ModelLayout.OutMain + t.Main]++;
        }

        var factor = new float[Out];
        foreach (var (start, length) in s_groups)
        {
            var total = 0.0;
            for (var k = start; k < start + length; k++) total += mass[k];
            for (var k = start; k < start + length; k++) factor[k] = (float)Math.Pow(total / (length * Math.Max(1, mass[k])), power);
        }

        return factor;
    }

    public static TurnNetwork Train(bool bothWays, IReadOnlyList<NetworkSession> sessions, TrainingOptions options, ulong seed)
    {
        var h = options.Hidden;
        var network = new TurnNetwork(h, bothWays);
        var random = new SplitMix(seed);
        Initialize(network, ref random);
        var weights = network.Weights;
        var gradient = new float[weights.Length];
        var first = new float[weights.Length];
        var second = new float[weights.Length];
        var average = new float[weights.Length];
        var averaged = 0;
        var order = new int[sessions.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var maximum = sessions.Max(s => s.Length);
        var workspace = new Workspace(maximum, h, network.Ways);
        var step = 0;
        var steps = options.NetworkEpochs * ((order.Length + options.NetworkBatch - 1) / options.NetworkBatch);
        for (var epoch = 0; epoch < options.NetworkEpochs; epoch++)
        {
            random.Shuffle<int>(order);
            for (var at = 0; at < order.Length; at += options.NetworkBatch)
            {
                Array.Clear(gradient);
                var mass = 0f;
                for (var k = at; k < Math.Min(order.Length, at + options.NetworkBatch); k++) mass += Backward(network, sessions[order[k]], gradient, workspace, options.Dropout, ref random);
                if (mass == 0) continue;
                step++;
                var rate = options.NetworkRate * 0.5f * (1 + MathF.Cos(MathF.PI * step / steps));
                Adam(weights, gradient, first, second, 1 / mass, rate, options.NetworkDecay, step);
                if (step > steps * 7 / 10)
                {
                    averaged++;
                    for (var i = 0; i < average.Length; i++) average[i] += (weights[i] - average[i]) / averaged;
                }
            }
        }

        average.CopyTo(weights, 0);
        return network;
    }

    private static void Adam(float[] w, float[] g, float[] m, float[] v, float scale, float rate, float decay, int step)
    {
        var c1 = 1 - MathF.Pow(0.9f, step);
        var c2 = 1 - MathF.Pow(0.999f, step);
        var a = rate / c1;
        var width = System.Numerics.Vector<float>.Count;
        var vs = new System.Numerics.Vector<float>(scale);
        var eps = new System.Numerics.Vector<float>(1e-8f);
        var shrink = new System.Numerics.Vector<float>(1 - rate * decay * 10);
        var i = 0;
        for (; i <= w.Length - width; i += width)
        {
            var gi = new System.Numerics.Vector<float>(g, i) * vs;
            var mi = new System.Numerics.Vector<float>(m, i) * 0.9f + gi * 0.1f;
            var vi = new System.Numerics.Vector<float>(v, i) * 0.999f + gi * gi * 0.001f;
            mi.CopyTo(m, i);
            vi.CopyTo(v, i);
            (new System.Numerics.Vector<float>(w, i) * shrink - mi * a / (System.Numerics.Vector.SquareRoot(vi / c2) + eps)).CopyTo(w, i);
        }

        for (; i < w.Length; i++)
        {
            var gi = g[i] * scale;
            m[i] = m[i] * 0.9f + gi * 0.1f;
            v[i] = v[i] * 0.999f + gi * gi * 0.001f;
            w[i] = w[i] * (1 - rate * decay * 10) - m[i] * a / (MathF.Sqrt(v[i] / c2) + 1e-8f);
        }
    }

    private static void Initialize(TurnNetwork network, ref SplitMix random)
    {
        var h = network.Hidden;
        var cell = TurnNetwork.CellSize(h);
        for (var way = 0; way < network.Ways; way++)
        {
            var w = network.Weights.AsSpan(way * cell, cell);
            Uniform(w[..(In * 3 * h)], MathF.Sqrt(3f / In), ref random);
            Uniform(w.Slice(In * 3 * h, h * 3 * h), MathF.Sqrt(1.5f / h), ref random);
            w.Slice((In + h) * 3 * h, h).Fill(0.5f);
        }

        // The head starts as the linear stage's own answer.
        var head = network.Weights.AsSpan(network.Ways * cell);
        Uniform(head.Slice(In * Out, network.Ways * h * Out), 0.3f * MathF.Sqrt(1f / (In + h)), ref random);
        const float one = 1 / 0.4f;
        Copy(head, ModelLayout.ClientDirection, ModelLayout.OutDirection, 3, one);
        Copy(head, ModelLayout.ClientKinds, ModelLayout.OutKinds, ModelLayout.Kinds, one);
        Copy(head, ModelLayout.ClientStrength, ModelLayout.OutStrength, 1, one);
        Copy(head, ModelLayout.ClientFlags, ModelLayout.OutFlags, 2, one);
        Copy(head, ModelLayout.Row + ModelLayout.CounselorMain, ModelLayout.OutMain, 4, one);
        Copy(head, ModelLayout.Row + ModelLayout.CounselorCodes, ModelLayout.OutCodes, ModelLayout.Codes, one);
        Copy(head, ModelLayout.Row + ModelLayout.CounselorOpen, ModelLayout.OutOpen, 1, 0.5f * one);
        Copy(head, ModelLayout.Row + ModelLayout.CounselorCodes, ModelLayout.OutOpen, 1, 0.25f * one);
        Copy(head, ModelLayout.Row + ModelLayout.CounselorCodes + 1, ModelLayout.OutOpen, 1, -0.25f * one);
    }

    private static void Copy(Span<float> head, int from, int to, int count, float weight)
    {
        for (var i = 0; i < count; i++) head[((from + i) * Out) + to + i] = weight;
    }

    private static void Uniform(Span<float> w, float range, ref SplitMix random)
    {
        for (var i = 0; i < w.Length; i++) w[i] = (random.NextFloat() * 2 - 1) * range;
    }

    private sealed class Workspace(int n, int h, int ways)
    {
        public readonly float[] X = new float[n * In];
        public readonly float[] A = new float[ways * n * 3 * h];
        public readonly float[] R = new float[ways * n * 3 * h];
        public readonly float[] H = new float[ways * (n + 1) * h];
        public readonly float[] Masked = new float[ways * n * h];
        public readonly float[] Mask = new float[ways * n * h];
        public readonly float[] DH = new float[ways * n * h];
        public readonly float[] Z = new float[Out];
        public readonly float[] Carry = new float[h];
        public readonly float[] DA = new float[3 * h];
        public readonly float[] DR = new float[3 * h];
    }

    /// <summary>Adds the gradients of one session and returns the mass of its weights.</summary>
    private static float Backward(TurnNetwork network, NetworkSession s, float[] gradient, Workspace ws, float dropout, ref SplitMix random)
    {
        int n = s.Length, h = network.Hidden, width = 3 * h, ways = network.Ways;
        var keep = 1 / (1 - dropout);
        for (var i = 0; i < n * In; i++) ws.X[i] = s.X[i] == 0 || (i % In < 76 && random.NextFloat() < dropout * 0.6f) ? 0 : s.X[i];
        for (var way = 0; way < ways; way++)
        {
            var cell = network.Cell(way);
            ws.H.AsSpan(way * (n + 1) * h, h).Clear();
            for (var k = 0; k < n; k++)
            {
                var t = way == 0 ? k : n - 1 - k;
                var at = way * n + t;
                TurnNetwork.Step(cell, h, ws.X.AsSpan(t * In, In), ws.H.AsSpan((way * (n + 1) + k) * h, h), ws.A.AsSpan(at * width, width), ws.R.AsSpan(at * width, width), ws.H.AsSpan((way * (n + 1) + k + 1) * h, h));
                var state = ws.H.AsSpan((way * (n + 1) + k + 1) * h, h);
                var masked = ws.Masked.AsSpan(at * h, h);
                var mask = ws.Mask.AsSpan(at * h, h);
                for (var j = 0; j < h; j++)
                {
                    mask[j] = random.NextFloat() < dropout ? 0 : keep;
                    masked[j] = state[j] * mask[j];
                }
            }
        }

        var mass = 0f;
        var cells = ways * TurnNetwork.CellSize(h);
        var head = network.Head;
        var headGradient = gradient.AsSpan(cells);
        ws.DH.AsSpan(0, ways * n * h).Clear();
        for (var t = 0; t < n; t++)
        {
            var weight = s.Weight.AsSpan(t * Out, Out);
            var target = s.Target.AsSpan(t * Out, Out);
            var sum = 0f;
            foreach (var w in weight) sum += w;
            if (sum == 0) continue;
            mass += MathF.Max(weight[0], weight[ModelLayout.OutMain]);
            var z = ws.Z.AsSpan();
            z.Clear();
            network.AddOutputs(ws.X.AsSpan(t * In, In), ws.Masked.AsSpan(t * h, h), ways == 2 ? ws.Masked.AsSpan((n + t) * h, h) : default, 1, z);
            foreach (var (start, length) in s_groups) Kernels.Softmax(z.Slice(start, length));
            for (var k = 0; k < Out; k++)
            {
                if (k is (>= ModelLayout.OutKinds and < ModelLayout.OutMain) or >= ModelLayout.OutCodes) z[k] = Kernels.Sigmoid(z[k]);
                z[k] = (z[k] - target[k]) * weight[k];
            }

            for (var i = 0; i < In; i++)
            {
                if (ws.X[t * In + i] != 0) Kernels.AddScaled(ws.X[t * In + i], z, headGradient.Slice(i * Out, Out));
            }

            for (var way = 0; way < ways; way++)
            {
                var at = way * n + t;
                var offset = (In + way * h) * Out;
                for (var j = 0; j < h; j++)
                {
                    var slot = at * h + j;
                    if (ws.Mask[slot] == 0) continue;
                    Kernels.AddScaled(ws.Masked[slot], z, headGradient.Slice(offset + j * Out, Out));
                    ws.DH[slot] = Kernels.Dot(head.Slice(offset + j * Out, Out), z) * ws.Mask[slot];
                }
            }

            Kernels.AddScaled(1, z, headGradient.Slice((In + ways * h) * Out, Out));
        }

        if (mass == 0) return 0;
        for (var way = 0; way < ways; way++)
        {
            var cell = network.Cell(way);
            var cg = gradient.AsSpan(way * TurnNetwork.CellSize(h), TurnNetwork.CellSize(h));
            var recurrent = cell[(In * width)..];
            var recurrentGradient = cg[(In * width)..];
            var biasGradient = cg[((In + h) * width)..];
            var carry = ws.Carry.AsSpan();
            carry.Clear();
            for (var k = n - 1; k >= 0; k--)
            {
                var t = way == 0 ? k : n - 1 - k;
                var at = way * n + t;
                var a = ws.A.AsSpan(at * width, width);
                var r = ws.R.AsSpan(at * width, width);
                var previous = ws.H.AsSpan((way * (n + 1) + k) * h, h);
                var da = ws.DA.AsSpan();
                var dr = ws.DR.AsSpan();
                for (var j = 0; j < h; j++)
                {
                    var d = ws.DH[at * h + j] + carry[j];
                    float z = a[j], g = a[h + j], c = a[2 * h + j];
                    var dc = d * (1 - z) * (1 - c * c);
                    var dz = d * (previous[j] - c) * z * (1 - z);
                    var dg = dc * r[2 * h + j] * g * (1 - g);
                    da[j] = dr[j] = dz;
                    da[h + j] = dr[h + j] = dg;
                    da[2 * h + j] = dc;
                    dr[2 * h + j] = dc * g;
                    carry[j] = d * z;
                }

                for (var i = 0; i < In; i++)
                {
                    if (ws.X[t * In + i] != 0) Kernels.AddScaled(ws.X[t * In + i], da, cg.Slice(i * width, width));
                }

                for (var i = 0; i < h; i++)
                {
                    carry[i] += Kernels.Dot(recurrent.Slice(i * width, width), dr);
                    if (previous[i] != 0) Kernels.AddScaled(previous[i], dr, recurrentGradient.Slice(i * width, width));
                }

                Kernels.AddScaled(1, da, biasGradient[..width]);
                Kernels.AddScaled(1, dr[(2 * h)..], biasGradient.Slice(width, h));
            }
        }

        return mass;
    }
}
