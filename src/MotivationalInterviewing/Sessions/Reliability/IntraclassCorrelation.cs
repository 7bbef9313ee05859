using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>The forms of the intraclass correlation (Shrout and Fleiss 1979). The default value is <see cref="None"/>.</summary>
public enum IccForm
{
    /// <summary>No form.</summary>
    None = 0,

    /// <summary>ICC(1,1): each target rated by other coders; one rating.</summary>
    OneWaySingle,

    /// <summary>ICC(2,1): coders are a sample; absolute agreement of one rating.</summary>
    TwoWayRandomSingle,

    /// <summary>ICC(3,1): these coders only; consistency of one rating.</summary>
    TwoWayMixedSingle,

    /// <summary>ICC(1,k): as ICC(1,1), for the mean of k ratings.</summary>
    OneWayAverage,

    /// <summary>ICC(2,k): as ICC(2,1), for the mean of k ratings.</summary>
    TwoWayRandomAverage,

    /// <summary>ICC(3,k): as ICC(3,1), for the mean of k ratings.</summary>
    TwoWayMixedAverage,
}

/// <summary>One intraclass correlation. Immutable.</summary>
public sealed record IccResult
{
    /// <summary>The form.</summary>
    public required IccForm Form { get; init; }

    /// <summary>The form as the literature writes it, such as "ICC(2,1)".</summary>
    public string Name => Form switch
    {
        IccForm.OneWaySingle => "ICC(1,1)",
        IccForm.TwoWayRandomSingle => "ICC(2,1)",
        IccForm.TwoWayMixedSingle => "ICC(3,1)",
        IccForm.OneWayAverage => "ICC(1,k)",
        IccForm.TwoWayRandomAverage => "ICC(2,k)",
        IccForm.TwoWayMixedAverage => "ICC(3,k)",
        _ => "",
    };

    /// <summary>The estimate, at most 1; null when <see cref="Reason"/> says why.</summary>
    public double? Value { get; init; }

    /// <summary>Confidence interval, from the F distribution; null without a value.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Form, value and interval.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name} {Value:0.####} {Interval}");
}

/// <summary>Intraclass correlations of numeric ratings, with confidence intervals (Shrout and Fleiss 1979; McGraw and Wong 1996).</summary>
public static class IntraclassCorrelation
{
    /// <summary>All six forms, in the order of <see cref="IccForm"/>.</summary>
    /// <param name="ratings">One row per target, one entry per coder. At least two rows and two coders; nothing missing.</param>
    /// <param name="confidence">Above 0 and below 1; 0.95 by default.</param>
    /// <exception cref="ArgumentException">Too few rows or coders, rows of different length, or a rating that is not finite.</exception>
    public static ImmutableArray<IccResult> Of(IReadOnlyList<IReadOnlyList<double>> ratings, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must be above 0 and below 1.");
        int n = ratings.Count, k = n == 0 ? 0 : ratings[0].Count;
        if (n < 2 || k < 2) throw new ArgumentException($"{n} targets and {k} coders; at least two of each are needed.", nameof(ratings));
        for (var i = 0; i < n; i++)
        {
            if (ratings[i].Count != k) throw new ArgumentException($"Target {i} has {ratings[i].Count} ratings, target 0 has {k}.", nameof(ratings));
            if (!ratings[i].All(double.IsFinite)) throw new ArgumentException($"Target {i} has a rating that is not a finite number.", nameof(ratings));
        }

        var grand = ratings.Average(r => r.Average());
        double rows = ratings.Sum(r => k * Math.Pow(r.Average() - grand, 2));
        double columns = Enumerable.Range(0, k).Sum(j => n * Math.Pow(ratings.Average(r => r[j]) - grand, 2));
        double total = ratings.Sum(r => r.Sum(v => (v - grand) * (v - grand)));
        double bms = rows / (n - 1), wms = (total - rows) / (n * (k - 1.0)), jms = columns / (k - 1), ems = Math.Max(0, (total - rows - columns) / ((n - 1.0) * (k - 1)));
        if (total <= 0 || bms <= 0)
            return [.. Enum.GetValues<IccForm>().Skip(1).Select(f => new IccResult { Form = f, Reason = total <= 0 ? "All ratings are equal." : "The targets do not differ." })];

        var tail = 1 - (1 - confidence) / 2;
        double d1 = n - 1, within = n * (k - 1.0), d2 = (n - 1.0) * (k - 1);
        var (low1, high1) = Bounds(bms, wms, d1, within, tail);
        var (low3, high3) = Bounds(bms, ems, d1, d2, tail);
        var random = (bms - ems) / (bms + (k - 1) * ems + k * (jms - ems) / n);
        var (low2, high2) = TwoWayRandom(random, n, k, bms, jms, ems, tail);
        return
        [
            Make(IccForm.OneWaySingle, (bms - wms) / (bms + (k - 1) * wms), (low1 - 1) / (low1 + k - 1), Single(high1, k)),
            Make(IccForm.TwoWayRandomSingle, random, low2, high2),
            Make(IccForm.TwoWayMixedSingle, (bms - ems) / (bms + (k - 1) * ems), (low3 - 1) / (low3 + k - 1), Single(high3, k)),
            Make(IccForm.OneWayAverage, (bms - wms) / bms, 1 - 1 / low1, 1 - 1 / high1),
            Make(IccForm.TwoWayRandomAverage, (bms - ems) / (bms + (jms - ems) / n), Stepped(low2, k), Stepped(high2, k)),
            Make(IccForm.TwoWayMixedAverage, (bms - ems) / bms, 1 - 1 / low3, 1 - 1 / high3),
        ];
    }

    private static double Single(double f, int k) => double.IsPositiveInfinity(f) ? 1 : (f - 1) / (f + k - 1);

    private static double Stepped(double rho, int k) => k * rho / (1 + (k - 1) * rho);

    /// <summary>The observed F ratio, divided by and multiplied with its quantiles.</summary>
    private static (double Low, double High) Bounds(double between, double error, double d1, double d2, double tail) =>
        error <= 0 ? (double.PositiveInfinity, double.PositiveInfinity) : (between / error / Quantiles.F(tail, d1, d2), between / error * Quantiles.F(tail, d2, d1));

    private static (double Low, double High) TwoWayRandom(double rho, int n, int k, double bms, double jms, double ems, double tail)
    {
        if (ems <= 0 && jms <= 0) return (1, 1);
        double fj = ems <= 0 ? double.PositiveInfinity : jms / ems;
        // Satterthwaite's degrees of freedom for the error of absolute agreement.
        double a = k * rho, b = n * (1 + (k - 1) * rho) - k * rho;
        double v = double.IsPositiveInfinity(fj) ? k - 1
            : (k - 1.0) * (n - 1) * Math.Pow(a * fj + b, 2) / ((n - 1) * a * a * fj * fj + b * b);
        double up = Quantiles.F(tail, n - 1, v), down = Quantiles.F(tail, v, n - 1);
        double spread = k * jms + ((double)k * n - k - n) * ems;
        return (n * (bms - up * ems) / (up * spread + n * bms), n * (down * bms - ems) / (spread + n * down * bms));
    }

    private static IccResult Make(IccForm form, double value, double low, double high) => new()
    {
        Form = form,
        Value = value,
        Interval = new Interval(double.IsNaN(low) ? 1 : low, double.IsNaN(high) ? 1 : high),
    };
}
