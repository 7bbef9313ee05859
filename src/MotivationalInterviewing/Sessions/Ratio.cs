using System.Globalization;

namespace MotivationalInterviewing.Sessions;

/// <summary>Why a ratio has no value. The default value is <see cref="None"/>: it has one.</summary>
public enum RatioGap
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>The denominator is zero.</summary>
    ZeroDenominator,

    /// <summary>The denominator is below the smallest count from which the measure says anything.</summary>
    BelowMinimum,
}

/// <summary>
/// A measure made of two counts: a share of a whole (%CR) or one count against another (R:Q). It has no value, and says
/// why, when the denominator is zero or too small: never NaN, never a made-up zero. Immutable; equality is by value.
/// </summary>
public sealed record Ratio
{
    private Ratio() { }

    /// <summary>What was counted.</summary>
    public int Numerator { get; private init; }

    /// <summary>What it is held against; for a share, the whole.</summary>
    public int Denominator { get; private init; }

    /// <summary>Smallest denominator that gives a value, at least 1.</summary>
    public int Minimum { get; private init; } = 1;

    /// <summary>True for a share of a whole, 0 to 1; false for one count against another, 0 or more.</summary>
    public bool IsProportion { get; private init; }

    /// <summary>Why <see cref="Value"/> is null.</summary>
    public RatioGap Gap => Denominator == 0 ? RatioGap.ZeroDenominator : Denominator < Minimum ? RatioGap.BelowMinimum : RatioGap.None;

    /// <summary>Numerator by denominator, never rounded; null when <see cref="Gap"/> says why.</summary>
    public double? Value => Gap == RatioGap.None ? (double)Numerator / Denominator : null;

    /// <summary>Why there is no value, in words; null when there is one.</summary>
    public string? Reason => Gap switch
    {
        RatioGap.ZeroDenominator => "The denominator is zero.",
        RatioGap.BelowMinimum => string.Create(CultureInfo.InvariantCulture, $"Only {Denominator} observed; at least {Minimum} are needed."),
        _ => null,
    };

    /// <summary>Wilson's 95 % interval of a share; null for other ratios and when nothing was observed. Given also below the minimum.</summary>
    public Interval? Interval => IsProportion && Denominator > 0 ? Sessions.Interval.Wilson(Numerator, Denominator) : null;

    /// <summary>A share of a whole.</summary>
    /// <param name="part">The counted part, 0 to <paramref name="whole"/>.</param>
    /// <param name="whole">The whole, at least 0.</param>
    /// <param name="minimum">Smallest whole that gives a value, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or the part exceeds the whole.</exception>
    public static Ratio Share(int part, int whole, int minimum = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        return new Ratio { Numerator = part, Denominator = whole, Minimum = minimum, IsProportion = true };
    }

    /// <summary>One count against another, such as reflections to questions.</summary>
    /// <param name="count">The first count, at least 0.</param>
    /// <param name="against">The second count, at least 0.</param>
    /// <param name="minimum">Smallest second count that gives a value, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Ratio Of(int count, int against, int minimum = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(against);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        return new Ratio { Numerator = count, Denominator = against, Minimum = minimum };
    }

    /// <summary>"7:0" when there is no value, otherwise "1.4 (7:5)" or "58.3 % (7 of 12)"; the same in every culture.</summary>
    public override string ToString() => (IsProportion, Value) switch
    {
        (true, double v) => string.Create(CultureInfo.InvariantCulture, $"{100 * v:0.0} % ({Numerator} of {Denominator})"),
        (true, null) => string.Create(CultureInfo.InvariantCulture, $"{Numerator} of {Denominator}"),
        (false, double v) => string.Create(CultureInfo.InvariantCulture, $"{v:0.##} ({Numerator}:{Denominator})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Numerator}:{Denominator}"),
    };
}
