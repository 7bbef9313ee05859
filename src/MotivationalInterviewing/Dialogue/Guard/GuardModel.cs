using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>
/// A linear classifier with one-byte weights. File: "MIGUARD1", then little-endian number of slots (int32), scale (single),
/// then one signed byte per slot. Immutable and safe to share between threads.
/// </summary>
internal sealed class GuardModel
{
    private static readonly byte[] s_magic = "MIGUARD1"u8.ToArray();
    private readonly sbyte[] _weights;
    private readonly float _scale;

    private GuardModel(sbyte[] weights, float scale) => (_weights, _scale) = (weights, scale);

    public static GuardModel Embedded { get; } = Load();

    /// <summary>Log odds that the reply is inconsistent.</summary>
    public float LogOdds(in GuardFeatures features)
    {
        var sum = 0f;
        foreach (var feature in features.Items) sum += _weights[feature.Slot] * feature.Value;
        return (sum * _scale) + features.Offset;
    }

    /// <summary>The sentence that speaks most for inconsistency, or -1 when there is none.</summary>
    public int WorstSentence(in GuardFeatures features)
    {
        int best = -1, current = -1;
        float bestSum = 0, sum = 0;
        foreach (var feature in features.Items)
        {
            if (feature.Sentence != current)
            {
                if (current >= 0 && (best < 0 || sum > bestSum)) (best, bestSum) = (current, sum);
                (current, sum) = (feature.Sentence, 0);
            }

            sum += _weights[feature.Slot] * feature.Value;
        }

        return current >= 0 && (best < 0 || sum > bestSum) ? current : best;
    }

    public static GuardModel FromWeights(ReadOnlySpan<float> weights)
    {
        var largest = 1e-6f;
        foreach (var w in weights) largest = Math.Max(largest, Math.Abs(w));
        var scale = largest / 127;
        var bytes = new sbyte[weights.Length];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Round(weights[i] / scale);
        return new GuardModel(bytes, scale);
    }

    public byte[] ToBytes()
    {
        var file = new byte[16 + _weights.Length];
        s_magic.CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), _weights.Length);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(12), _scale);
        MemoryMarshal.AsBytes(_weights.AsSpan()).CopyTo(file.AsSpan(16));
        return file;
    }

    public static GuardModel FromBytes(ReadOnlySpan<byte> file)
    {
        if (file.Length != 16 + GuardFeatures.Slots || !file.StartsWith(s_magic) || BinaryPrimitives.ReadInt32LittleEndian(file[8..]) != GuardFeatures.Slots)
            throw new InvalidDataException("Not a guard model of this version.");
        return new GuardModel(MemoryMarshal.Cast<byte, sbyte>(file[16..]).ToArray(), BinaryPrimitives.ReadSingleLittleEndian(file[12..]));
    }

    private static GuardModel Load()
    {
        using var stream = typeof(GuardModel).Assembly.GetManifestResourceStream("MotivationalInterviewing.Models.guard.model");
        if (stream is null) return new GuardModel(new sbyte[GuardFeatures.Slots], 0);
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return FromBytes(file);
    }
}
