namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>The F distribution, through the regularized incomplete beta function, to about 14 digits.</summary>
internal static class Quantiles
{
    /// <summary>The value below which the F distribution has the given probability.</summary>
    public static double F(double probability, double d1, double d2)
    {
        // Solve I_x(d1/2, d2/2) = p for x by bisection in [0, 1], then map x back to F.
        double low = 0, high = 1;
        for (var i = 0; i < 200 && high - low > 1e-16 * high; i++)
        {
            var middle = (low + high) / 2;
            if (Beta(middle, d1 / 2, d2 / 2) < probability) low = middle; else high = middle;
        }

        var x = (low + high) / 2;
        return d2 * x / (d1 * (1 - x));
    }

    /// <summary>The regularized incomplete beta function I_x(a, b), by Lentz's continued fraction.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - Beta(1 - x, b, a);
        const double tiny = 1e-300;
        double c = 1, d = 1 - (a + b) * x / (a + 1);
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var h = d;
        for (var m = 1; m < 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            Step(even);
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            if (Math.Abs(Step(odd) - 1) < 1e-16) break;
        }

        return h * Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + a * Math.Log(x) + b * Math.Log(1 - x)) / a;

        double Step(double factor)
        {
            d = 1 + factor * d;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1 + factor / c;
            if (Math.Abs(c) < tiny) c = tiny;
            h *= d * c;
            return d * c;
        }
    }

    // Lanczos' approximation with g = 7 and nine terms.
    private static readonly double[] s_lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
        12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    private static double LogGamma(double z)
    {
        if (z < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * z)) - LogGamma(1 - z);
        z -= 1;
        var sum = s_lanczos[0];
        for (var i = 1; i < s_lanczos.Length; i++) sum += s_lanczos[i] / (z + i);
        var t = z + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (z + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }
}
