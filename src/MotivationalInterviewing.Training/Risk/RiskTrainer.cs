using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Safety.Screening;

namespace MotivationalInterviewing.Training.Risk;

/// <summary>
/// Fits the screen's classifier by AdaGrad, seeded and deterministic: logistic regression for any risk, and, on the rows with
/// risk, for each category and the level. The corpora come by argument.
/// </summary>
public static class RiskTrainer
{
    /// <summary>A missed risk costs more than a needless question; ordinary talk is plenty, so each turn of it weighs less.</summary>
    private const float RiskWeight = 2, OrdinaryWeight = 1f;

    private const float Rate = 0.5f, Decay = 2e-4f;

    /// <summary>Trains on examples and gives back a model file.</summary>
    /// <param name="examples">The examples, in an order that is part of the result.</param>
    /// <param name="threshold">Log odds of any risk from which the screen speaks.</param>
    /// <param name="seed">Seeds the order of the passes.</param>
    /// <param name="epochs">Passes over the data, at least 1.</param>
    public static byte[] Train(IEnumerable<RiskExample> examples, float threshold, int seed = 17, int epochs = 8)
    {
        RiskExample[] data = [.. examples];
        return Fit(data, Array.ConvertAll(data, Features), Elsewhere(data), threshold, seed, epochs).ToBytes();
    }

    /// <summary>A screen with a model that <see cref="Train"/> made.</summary>
    /// <param name="model">The model file.</param>
    /// <exception cref="InvalidDataException">The bytes are not a risk model of this version.</exception>
    public static RiskScreen Load(ReadOnlySpan<byte> model) => new(RiskPolicy.Default, RiskModel.FromBytes(model));

    /// <summary>
    /// The same words in another place: rows that were written without talk before them get some from ordinary sessions, and
    /// ordinary turns lose theirs. Otherwise talk before a turn would itself speak against risk.
    /// </summary>
    internal static int[][] Elsewhere(RiskExample[] data, int seed = 23)
    {
        var random = new Random(seed);
        var talk = data.Where(e => e.Ordinary && e.History.Count > 0).ToArray();
        return Array.ConvertAll(data, e => e.Ordinary ? Features(e with { History = [] })
            : e.History.Count > 0 || talk.Length == 0 ? Features(e)
            : Features(e with { History = talk[random.Next(talk.Length)].History }));
    }

    internal static int[] Features(RiskExample example) => RiskScreen.Features(example.Text, example.History, !example.SeenByRules);

    internal static RiskModel Fit(RiskExample[] data, int[][] features, int[][] elsewhere, float threshold, int seed = 17, int epochs = 8)
    {
        var any = new Output(RiskFeatures.Slots);
        var kinds = Enumerable.Range(0, RiskModel.Kinds).Select(_ => new Output(RiskFeatures.Slots)).ToArray();
        var order = Enumerable.Range(0, data.Length).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var e = data[i];
                var risky = e.Category != RiskCategory.None;
                var slots = random.Next(2) == 0 ? features[i] : elsewhere[i];
                any.Learn(slots, risky, risky ? RiskWeight : e.Ordinary ? OrdinaryWeight : 1, shift: false);
                if (!risky) continue;
                for (var o = 0; o < RiskModel.Kinds; o++)
                {
                    var label = o switch
                    {
                        RiskModel.Moderate => e.Level >= RiskLevel.Moderate,
                        RiskModel.High => e.Level == RiskLevel.High,
                        _ => (int)e.Category == o + 1,
                    };
                    kinds[o].Learn(slots, label, 1, shift: true);
                }
            }

            if (epoch >= epochs / 2) any.Keep();
        }

        any.Settle();
        return RiskModel.FromWeights(any.Weights, [.. kinds.Select(k => k.Weights[..RiskModel.KindSlot(RiskFeatures.Slots)])], [any.Bias, .. kinds.Select(k => k.Bias)], threshold);
    }

    private sealed class Output(int slots)
    {
        private readonly float[] _squares = new float[slots];
        private readonly double[] _sums = new double[slots];
        private double _bias;
        private int _kept;

        public float[] Weights { get; } = new float[slots];

        public float Bias { get; private set; }

        /// <summary>Adds the weights as they stand to the average.</summary>
        public void Keep()
        {
            for (var i = 0; i < Weights.Length; i++) _sums[i] += Weights[i];
            _bias += Bias;
            _kept++;
        }

        /// <summary>Puts the average in place of the last weights.</summary>
        public void Settle()
        {
            for (var i = 0; i < Weights.Length; i++) Weights[i] = (float)(_sums[i] / _kept);
            Bias = (float)(_bias / _kept);
        }

        public void Learn(int[] features, bool label, float weight, bool shift)
        {
            var norm = RiskModel.Norm(features.Length);
            var sum = 0f;
            foreach (var slot in features) sum += Weights[shift ? RiskModel.KindSlot(slot) : slot];
            var error = weight * ((1 / (1 + MathF.Exp(-((sum * norm) + Bias)))) - (label ? 1 : 0));
            Bias -= 0.02f * error;
            foreach (var raw in features)
            {
                var slot = shift ? RiskModel.KindSlot(raw) : raw;
                var gradient = (error * norm) + (Decay * Weights[slot]);
                _squares[slot] += gradient * gradient;
                Weights[slot] -= Rate * gradient / (MathF.Sqrt(_squares[slot]) + 0.05f);
            }
        }
    }
}
