using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Guard;

namespace MotivationalInterviewing.Training.Guard;

/// <summary>
/// Fits the guard's classifier: logistic regression over the guard's features by AdaGrad with weight decay, seeded and
/// deterministic. Every doubtful example is left out.
/// </summary>
public static class GuardTrainer
{
    private sealed record Vector(int[] Slots, float[] Values, float Label, float Weight, float BackgroundWeight, float Offset);

    /// <summary>Trains on examples and gives back a model file.</summary>
    /// <param name="examples">The examples, in an order that is part of the result.</param>
    /// <param name="seed">Seeds the order of the passes.</param>
    /// <param name="epochs">Passes over the data, at least 1.</param>
    /// <param name="decay">Weight decay per step, at least 0.</param>
    /// <returns>The model as bytes for Models/guard.model.</returns>
    public static byte[] Train(IEnumerable<GuardExample> examples, int seed = 17, int epochs = 12, float decay = 1e-4f) =>
        Fit([.. examples.Where(e => e.Verdict != AdherenceVerdict.Doubtful).Select(Extract)], seed, epochs, decay).ToBytes();

    /// <summary>A guard with a model that <see cref="Train"/> made.</summary>
    /// <param name="model">The model file.</param>
    /// <exception cref="InvalidDataException">The bytes are not a guard model of this version.</exception>
    public static AdherenceGuard Load(ReadOnlySpan<byte> model) => new(GuardModel.FromBytes(model));

    private static Vector Extract(GuardExample example)
    {
        var history = example.History.ToArray();
        using var text = GuardText.Read(example.Reply);
        var context = GuardContext.Read(history);
        var matches = default(GuardMatches);
        GuardLexicon.Reply.Match(text, ref matches);
        using var features = GuardFeatures.Read(example.Reply, text, matches, context, history);
        var slots = new int[features.Items.Length];
        var values = new float[slots.Length];
        for (var i = 0; i < slots.Length; i++) (slots[i], values[i]) = (features.Items[i].Slot, features.Items[i].Value);
        return new Vector(slots, values, example.Verdict == AdherenceVerdict.Inconsistent ? 1 : 0, example.Weight, example.BackgroundWeight, features.Offset);
    }

    private static GuardModel Fit(Vector[] data, int seed, int epochs, float decay)
    {
        var random = new Random(seed);
        var shared = new Weights();
        var own = new Weights();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(data);
            foreach (var vector in data)
            {
                if (vector.BackgroundWeight > 0) Step(vector, vector.BackgroundWeight, decay, shared, null);
                if (vector.Weight > 0) Step(vector, vector.Weight, decay, shared, own);
            }
        }

        for (var i = 0; i < GuardFeatures.Slots; i++) shared.Values[i] += own.Values[i];
        return GuardModel.FromWeights(shared.Values);
    }

    /// <summary>One step. What is known from whole sessions is shared; replies like those to be judged add weights of their own.</summary>
    private static void Step(Vector vector, float weight, float decay, Weights shared, Weights? own)
    {
        var sum = vector.Offset;
        for (var i = 0; i < vector.Slots.Length; i++) sum += (shared.Values[vector.Slots[i]] + (own is null ? 0 : own.Values[vector.Slots[i]])) * vector.Values[i];
        var error = weight * ((1 / (1 + MathF.Exp(-sum))) - vector.Label);
        for (var i = 0; i < vector.Slots.Length; i++)
        {
            shared.Move(vector.Slots[i], error * vector.Values[i], decay);
            own?.Move(vector.Slots[i], error * vector.Values[i], decay);
        }
    }

    private sealed class Weights
    {
        private readonly float[] _squares = new float[GuardFeatures.Slots];

        public float[] Values { get; } = new float[GuardFeatures.Slots];

        public void Move(int slot, float slope, float decay)
        {
            var gradient = slope + (decay * Values[slot]);
            _squares[slot] += gradient * gradient;
            Values[slot] -= 0.1f * gradient / (MathF.Sqrt(_squares[slot]) + 1e-3f);
        }
    }
}
