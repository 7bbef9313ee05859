namespace MotivationalInterviewing.Sessions;

/// <summary>A closed interval of plausible values, 95 % unless a member says otherwise. The default value is [0, 0].</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
public readonly record struct Interval(double Low, double High)
{
    private const double Z95 = 1.959963984540054;

    /// <summary>True when a threshold lies inside, so that the data do not tell on which side of it the true value is.</summary>
    /// <param name="threshold">The value to look for; the lower end itself counts as reached.</param>
    public bool Crosses(double threshold) => Low < threshold && threshold <= High;

    /// <summary>Wilson's 95 % score interval for a proportion (Wilson 1927), without continuity correction.</summary>
    /// <param name="numerator">Successes, 0 to <paramref name="denominator"/>.</param>
    /// <param name="denominator">Trials, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no trials, or more successes than trials.</exception>
    public static Interval Wilson(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        double n = denominator, p = numerator / n, z2 = Z95 * Z95;
        var middle = (p + z2 / (2 * n)) / (1 + z2 / n);
        var half = Z95 / (1 + z2 / n) * Math.Sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Interval(numerator == 0 ? 0 : Math.Max(0, middle - half), numerator == denominator ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>"[0.42, 0.61]", the same in every culture.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"[{Low:0.###}, {High:0.###}]");
}
