using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Safety.Screening;

namespace MotivationalInterviewing.Training.Risk;

/// <summary>
/// Fits the screen's classifier: logistic regression for any risk and for each category by AdaGrad, seeded and
/// deterministic. The corpora come by argument.
/// </summary>
public static class RiskTrainer
{
    /// <summary>Trains on examples and gives back a model file.</summary>
    /// <param name="examples">The examples, in an order that is part of the result.</param>
    /// <param name="threshold">Log odds of any risk from which the classifier speaks alone.</param>
    /// <param name="seed">Seeds the order of the passes.</param>
    /// <param name="epochs">Passes over the data, at least 1.</param>
    public static byte[] Train(IEnumerable<RiskExample> examples, float threshold = 0, int seed = 17, int epochs = 8) => Fit([.. examples], threshold, seed, epochs).ToBytes();

    /// <summary>A screen with a model that <see cref="Train"/> made.</summary>
    /// <param name="model">The model file.</param>
    /// <exception cref="InvalidDataException">The bytes are not a risk model of this version.</exception>
    public static RiskScreen Load(ReadOnlySpan<byte> model) => new(RiskPolicy.Default, RiskModel.FromBytes(model));

    private static RiskModel Fit(RiskExample[] data, float threshold, int seed, int epochs)
    {
        var features = Array.ConvertAll(data, e => RiskScreen.Features(e.Text, e.History));
        var order = Enumerable.Range(0, data.Length).ToArray();
        var random = new Random(seed);
        var weights = new float[RiskModel.Outputs][];
        var squares = new float[RiskModel.Outputs][];
        var bias = new float[RiskModel.Outputs];
        for (var o = 0; o < RiskModel.Outputs; o++) (weights[o], squares[o]) = (new float[RiskFeatures.Slots], new float[RiskFeatures.Slots]);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var slots = features[i];
                var norm = 1 / MathF.Sqrt(Math.Max(1, slots.Length));
                for (var o = 0; o < RiskModel.Outputs; o++)
                {
                    if (o > 0 && data[i].Category == RiskCategory.None && i % 4 != 0) continue;
                    var label = o == 0 ? (data[i].Category != RiskCategory.None ? 1f : 0f) : (int)data[i].Category == o ? 1f : 0f;
                    var sum = 0f;
                    foreach (var slot in slots) sum += weights[o][slot];
                    var error = (1 / (1 + MathF.Exp(-((sum * norm) + bias[o])))) - label;
                    // A missed risk costs more than a needless question.
                    if (label > 0) error *= o == 0 ? 3f : 1f;
                    bias[o] -= 0.02f * error;
                    foreach (var slot in slots)
                    {
                        var gradient = (error * norm) + (2e-5f * weights[o][slot]);
                        squares[o][slot] += gradient * gradient;
                        weights[o][slot] -= 0.3f * gradient / (MathF.Sqrt(squares[o][slot]) + 0.02f);
                    }
                }
            }
        }

        return RiskModel.FromWeights(weights, bias, threshold);
    }
}
