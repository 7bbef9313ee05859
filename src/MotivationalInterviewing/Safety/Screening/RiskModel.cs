using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>
/// Linear scores with one-byte weights: whether there is any risk, and, where there is, which kind and how pressing. File:
/// "MIRISK02", threshold (single), then for every output scale and bias (singles), then the weights of "any risk", then those of
/// the kinds slot by slot. Immutable and safe to share between threads.
/// </summary>
internal sealed class RiskModel
{
    /// <summary>Ten categories, then "at least moderate" and "high".</summary>
    public const int Kinds = 12;

    /// <summary>Log odds of "at least moderate" and "high" stand after those of the categories.</summary>
    public const int Moderate = 10, High = 11;

    private const int KindShift = 3;
    private const int Head = 12 + ((Kinds + 1) * 8);
    private const int KindSlots = RiskFeatures.Slots >> KindShift;
    private static readonly byte[] s_magic = "MIRISK02"u8.ToArray();
    private readonly sbyte[] _any, _kinds;
    private readonly float[] _scale, _bias;

    private RiskModel(sbyte[] any, sbyte[] kinds, float[] scale, float[] bias, float threshold) =>
        (_any, _kinds, _scale, _bias, Threshold) = (any, kinds, scale, bias, threshold);

    /// <summary>The shipped model.</summary>
    public static RiskModel Embedded { get; } = Load();

    /// <summary>Log odds of any risk from which the screen speaks.</summary>
    public float Threshold { get; }

    /// <summary>The same model with another threshold.</summary>
    public RiskModel With(float threshold) => new(_any, _kinds, _scale, _bias, threshold);

    /// <summary>The slot of a feature in the table of kinds.</summary>
    public static int KindSlot(int slot) => slot >> KindShift;

    /// <summary>Log odds of any risk.</summary>
    public float Any(ReadOnlySpan<int> slots)
    {
        var sum = 0;
        foreach (var slot in slots) sum += _any[slot];
        return (sum * _scale[0] * Norm(slots.Length)) + _bias[0];
    }

    /// <summary>Log odds of each category given some risk, then of the levels.</summary>
    public void Kind(ReadOnlySpan<int> slots, Span<float> scores)
    {
        Span<int> sums = stackalloc int[Kinds];
        sums.Clear();
        foreach (var slot in slots)
        {
            var row = _kinds.AsSpan(KindSlot(slot) * Kinds, Kinds);
            for (var o = 0; o < Kinds; o++) sums[o] += row[o];
        }

        for (var o = 0; o < Kinds; o++) scores[o] = (sums[o] * _scale[o + 1] * Norm(slots.Length)) + _bias[o + 1];
    }

    /// <summary>What the sum of the weights of so many features is multiplied by.</summary>
    public static float Norm(int features) => 1 / MathF.Sqrt(features + 1);

    public static RiskModel FromWeights(float[] any, float[][] kinds, float[] bias, float threshold)
    {
        var scale = new float[Kinds + 1];
        var bytes = new sbyte[KindSlots * Kinds];
        var first = Quantize(any, out scale[0]);
        for (var o = 0; o < Kinds; o++)
        {
            var column = Quantize(kinds[o], out scale[o + 1]);
            for (var s = 0; s < KindSlots; s++) bytes[(s * Kinds) + o] = column[s];
        }

        return new RiskModel(first, bytes, scale, bias, threshold);
    }

    public byte[] ToBytes()
    {
        var file = new byte[Head + _any.Length + _kinds.Length];
        s_magic.CopyTo(file, 0);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8), Threshold);
        for (var o = 0; o <= Kinds; o++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(12 + (o * 8)), _scale[o]);
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(16 + (o * 8)), _bias[o]);
        }

        MemoryMarshal.AsBytes(_any.AsSpan()).CopyTo(file.AsSpan(Head));
        MemoryMarshal.AsBytes(_kinds.AsSpan()).CopyTo(file.AsSpan(Head + _any.Length));
        return file;
    }

    public static RiskModel FromBytes(ReadOnlySpan<byte> file)
    {
        if (file.Length != Head + RiskFeatures.Slots + (KindSlots * Kinds) || !file.StartsWith(s_magic)) throw new InvalidDataException("Not a risk model of this version.");
        float[] scale = new float[Kinds + 1], bias = new float[Kinds + 1];
        for (var o = 0; o <= Kinds; o++)
        {
            scale[o] = BinaryPrimitives.ReadSingleLittleEndian(file[(12 + (o * 8))..]);
            bias[o] = BinaryPrimitives.ReadSingleLittleEndian(file[(16 + (o * 8))..]);
        }

        var weights = MemoryMarshal.Cast<byte, sbyte>(file[Head..]);
        return new RiskModel(weights[..RiskFeatures.Slots].ToArray(), weights[RiskFeatures.Slots..].ToArray(), scale, bias, BinaryPrimitives.ReadSingleLittleEndian(file[8..]));
    }

    private static sbyte[] Quantize(float[] weights, out float scale)
    {
        var largest = 1e-6f;
        foreach (var w in weights) largest = Math.Max(largest, Math.Abs(w));
        var step = scale = largest / 127;
        return Array.ConvertAll(weights, w => (sbyte)Math.Round(w / step));
    }

    private static RiskModel Load()
    {
        using var stream = typeof(RiskModel).Assembly.GetManifestResourceStream("MotivationalInterviewing.Models.risk.model")
            ?? throw new InvalidOperationException("The risk model is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromBytes(bytes);
    }
}
