using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>
/// Linear scores for "any risk" and each category, one-byte weights. File: "MIRISK01", then little-endian slots (int32),
/// outputs (int32), then per output scale, bias (single), threshold (single), then the weights slot by slot.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class RiskModel
{
    public const int Outputs = 11;
    private const int Head = 16 + (Outputs * 12);
    private static readonly byte[] s_magic = "MIRISK01"u8.ToArray();
    private readonly sbyte[] _weights;
    private readonly float[] _scale, _bias;

    private RiskModel(sbyte[] weights, float[] scale, float[] bias, float certain) => (_weights, _scale, _bias, Threshold) = (weights, scale, bias, certain);

    /// <summary>The shipped model.</summary>
    public static RiskModel? Embedded { get; } = Load();

    /// <summary>Log odds of any risk from which the classifier speaks alone.</summary>
    public float Threshold { get; }

    /// <summary>Log odds per output: any risk, then the categories in their order; only the first when there is room for one.</summary>
    public void Score(ReadOnlySpan<int> slots, Span<float> scores)
    {
        if (scores.Length == 1)
        {
            var sum = 0;
            foreach (var slot in slots) sum += _weights[slot * Outputs];
            scores[0] = (sum * _scale[0] / MathF.Sqrt(Math.Max(1, slots.Length))) + _bias[0];
            return;
        }

        Span<int> sums = stackalloc int[Outputs];
        sums.Clear();
        foreach (var slot in slots)
        {
            var row = _weights.AsSpan(slot * Outputs, Outputs);
            for (var o = 0; o < Outputs; o++) sums[o] += row[o];
        }

        var norm = 1 / MathF.Sqrt(Math.Max(1, slots.Length));
        for (var o = 0; o < Outputs; o++) scores[o] = (sums[o] * _scale[o] * norm) + _bias[o];
    }

    public static RiskModel FromWeights(float[][] weights, float[] bias, float threshold)
    {
        var bytes = new sbyte[RiskFeatures.Slots * Outputs];
        var scale = new float[Outputs];
        for (var o = 0; o < Outputs; o++)
        {
            var largest = 1e-6f;
            foreach (var w in weights[o]) largest = Math.Max(largest, Math.Abs(w));
            scale[o] = largest / 127;
            for (var s = 0; s < RiskFeatures.Slots; s++) bytes[(s * Outputs) + o] = (sbyte)Math.Round(weights[o][s] / scale[o]);
        }

        return new RiskModel(bytes, scale, bias, threshold);
    }

    public byte[] ToBytes()
    {
        var file = new byte[Head + _weights.Length];
        s_magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), RiskFeatures.Slots);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), Outputs);
        for (var o = 0; o < Outputs; o++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(16 + (o * 12)), _scale[o]);
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(20 + (o * 12)), _bias[o]);
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(24 + (o * 12)), Threshold);
        }

        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(file.AsSpan(Head));
        return file;
    }

    public static RiskModel FromBytes(ReadOnlySpan<byte> file)
    {
        if (file.Length != Head + (RiskFeatures.Slots * Outputs) || !file.StartsWith(s_magic)) throw new InvalidDataException("Not a risk model of this version.");
        float[] scale = new float[Outputs], bias = new float[Outputs];
        var threshold = 0f;
        for (var o = 0; o < Outputs; o++)
        {
            scale[o] = BinaryPrimitives.ReadSingleLittleEndian(file[(16 + (o * 12))..]);
            bias[o] = BinaryPrimitives.ReadSingleLittleEndian(file[(20 + (o * 12))..]);
            threshold = BinaryPrimitives.ReadSingleLittleEndian(file[(24 + (o * 12))..]);
        }

        return new RiskModel(MemoryMarshal.Cast<byte, sbyte>(file[Head..]).ToArray(), scale, bias, threshold);
    }

    private static RiskModel? Load()
    {
        using var stream = typeof(RiskModel).Assembly.GetManifestResourceStream("MotivationalInterviewing.Models.risk.model");
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromBytes(bytes);
    }
}
