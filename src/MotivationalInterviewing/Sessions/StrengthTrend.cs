using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// Strength of client language over the session: mean signed strength (-5 to 5) of the client turns with a stance in each
/// tenth of the client's turns, and the line through them. A scale of the older manuals, dropped in MISC 2.5; the slope
/// toward the end is the usual reading (Amrhein 2003). Immutable; holds no words.
/// </summary>
public sealed record StrengthTrend
{
    /// <summary>Smallest number of tenths with a stance from which a slope is given.</summary>
    public const int MinimumTenths = 3;

    /// <summary>Mean strength per tenth, ten entries; null where no turn takes a stance.</summary>
    public required ImmutableArray<double?> Deciles { get; init; }

    /// <summary>Slope of the least-squares line through the tenths, in strength per tenth; null when fewer than three have a value.</summary>
    public double? Slope { get; init; }

    /// <summary>Mean strength in the last tenth; null when no turn there takes a stance.</summary>
    public double? Final => Deciles.IsDefaultOrEmpty ? null : Deciles[^1];

    /// <summary>Why there is no slope; null when there is one.</summary>
    public string? Reason => Slope is null ? "Fewer than three tenths of the session hold talk with a stance and a strength." : null;

    /// <summary>Equal when all members are equal.</summary>
    /// <param name="other">The trend to compare with, or null.</param>
    public bool Equals(StrengthTrend? other) => other is not null && Slope.Equals(other.Slope) && Deciles.AsSpan().SequenceEqual(other.Deciles.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Slope, Final);

    /// <summary>The slope and the end of the line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"StrengthTrend {{ Slope = {Slope:0.###}, Final = {Final:0.###} }}");

    /// <summary>Computes the trend from signed strengths of client turns in order.</summary>
    /// <param name="strengths">One entry per client turn, -5 to 5; 0 for turns without a stance.</param>
    public static StrengthTrend Of(ReadOnlySpan<sbyte> strengths)
    {
        Span<long> sums = stackalloc long[10];
        Span<long> counts = stackalloc long[10];
        for (var i = 0; i < strengths.Length; i++)
        {
            if (strengths[i] == 0) continue;
            var tenth = (int)(10L * i / strengths.Length);
            sums[tenth] += strengths[i];
            counts[tenth]++;
        }

        return Of(sums, counts);
    }

    /// <summary>Computes the trend from the sum and the number of stances in each tenth.</summary>
    internal static StrengthTrend Of(ReadOnlySpan<long> sums, ReadOnlySpan<long> counts)
    {
        var deciles = ImmutableArray.CreateBuilder<double?>(10);
        double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (var x = 0; x < 10; x++)
        {
            double? mean = counts[x] == 0 ? null : (double)sums[x] / counts[x];
            deciles.Add(mean);
            if (mean is not double y) continue;
            n++;
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }

        return new StrengthTrend { Deciles = deciles.MoveToImmutable(), Slope = n < MinimumTenths ? null : (n * sxy - sx * sy) / (n * sxx - sx * sx) };
    }
}
