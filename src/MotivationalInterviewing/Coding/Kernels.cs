using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MotivationalInterviewing.Coding;

/// <summary>Vector arithmetic for the session network. Order of additions is fixed, so results repeat on one machine type.</summary>
internal static class Kernels
{
    /// <summary>y += a * x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float a, ReadOnlySpan<float> x, Span<float> y)
    {
        var n = Math.Min(x.Length, y.Length);
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var va = new Vector<float>(a);
        var i = 0;
        for (; i <= n - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref px, (nuint)i) * va + Vector.LoadUnsafe(ref py, (nuint)i)).StoreUnsafe(ref py, (nuint)i);
        }

        for (; i < n; i++) Unsafe.Add(ref py, i) += a * Unsafe.Add(ref px, i);
    }

    /// <summary>y += scale * x * rows: each row of the matrix times its element of x, in the order of the rows; zeros are passed over.</summary>
    /// <remarks>The same additions in the same order as one <see cref="AddScaled"/> a row, with four vectors of y held in registers.</remarks>
    public static void AddRows(float scale, ReadOnlySpan<float> x, ReadOnlySpan<float> rows, Span<float> y)
    {
        var width = y.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, x.Length * width);
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var pr = ref MemoryMarshal.GetReference(rows);
        ref var py = ref MemoryMarshal.GetReference(y);
        var (one, at) = (Vector<float>.Count, 0);
        for (; at <= width - (4 * one); at += 4 * one)
        {
            ref var to = ref Unsafe.Add(ref py, at);
            var (a, b, c, d) = (Vector.LoadUnsafe(ref to), Vector.LoadUnsafe(ref to, (nuint)one), Vector.LoadUnsafe(ref to, (nuint)(2 * one)), Vector.LoadUnsafe(ref to, (nuint)(3 * one)));
            for (var i = 0; i < x.Length; i++)
            {
                var value = scale * Unsafe.Add(ref px, i);
                if (value == 0) continue;
                ref var row = ref Unsafe.Add(ref pr, (i * width) + at);
                var v = new Vector<float>(value);
                a = Vector.LoadUnsafe(ref row) * v + a;
                b = Vector.LoadUnsafe(ref row, (nuint)one) * v + b;
                c = Vector.LoadUnsafe(ref row, (nuint)(2 * one)) * v + c;
                d = Vector.LoadUnsafe(ref row, (nuint)(3 * one)) * v + d;
            }

            a.StoreUnsafe(ref to);
            b.StoreUnsafe(ref to, (nuint)one);
            c.StoreUnsafe(ref to, (nuint)(2 * one));
            d.StoreUnsafe(ref to, (nuint)(3 * one));
        }

        if (at == width) return;
        for (var i = 0; i < x.Length; i++)
        {
            var value = scale * Unsafe.Add(ref px, i);
            if (value != 0) AddScaled(value, rows.Slice((i * width) + at, width - at), y[at..]);
        }
    }

    /// <summary>The inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var n = Math.Min(x.Length, y.Length);
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= n - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += Vector.LoadUnsafe(ref px, (nuint)i) * Vector.LoadUnsafe(ref py, (nuint)i);
        }

        var total = Vector.Sum(sum);
        for (; i < n; i++) total += Unsafe.Add(ref px, i) * Unsafe.Add(ref py, i);
        return total;
    }

    public static float Sigmoid(float x) => 1f / (1f + MathF.Exp(-x));

    public static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Vector.Exp(-x));

    /// <summary>The hyperbolic tangent, from one exponential; the error is below a millionth.</summary>
    public static Vector<float> Tanh(Vector<float> x) => Vector<float>.One - new Vector<float>(2) / (Vector<float>.One + Vector.Exp(x + x));

    /// <summary>Turns logits into probabilities in place.</summary>
    public static void Softmax(Span<float> z)
    {
        var max = float.NegativeInfinity;
        foreach (var v in z) max = MathF.Max(max, v);
        var sum = 0f;
        for (var i = 0; i < z.Length; i++) sum += z[i] = MathF.Exp(z[i] - max);
        for (var i = 0; i < z.Length; i++) z[i] /= sum;
    }
}
