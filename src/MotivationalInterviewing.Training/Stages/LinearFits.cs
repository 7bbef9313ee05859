namespace MotivationalInterviewing.Training.Stages;

/// <summary>Small penalized linear fits on standardized features. Deterministic.</summary>
internal static class LinearFits
{
    /// <summary>Mean and standard deviation per column; a constant column gets deviation 1.</summary>
    public static (double[] Mean, double[] Deviation) Scale(IReadOnlyList<double[]> rows)
    {
        var d = rows[0].Length;
        double[] mean = new double[d], deviation = new double[d];
        foreach (var row in rows)
            for (var j = 0; j < d; j++) mean[j] += row[j] / rows.Count;
        foreach (var row in rows)
            for (var j = 0; j < d; j++) deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / rows.Count;
        for (var j = 0; j < d; j++) deviation[j] = deviation[j] > 1e-9 ? Math.Sqrt(deviation[j]) : 1;
        return (mean, deviation);
    }

    public static double[] Standardize(double[] row, double[] mean, double[] deviation)
    {
        var z = new double[row.Length];
        for (var j = 0; j < z.Length; j++) z[j] = (row[j] - mean[j]) / deviation[j];
        return z;
    }

    /// <summary>Ridge regression; the last element of the result is the intercept, which is not penalized.</summary>
    public static double[] Ridge(IReadOnlyList<double[]> x, IReadOnlyList<double> y, double penalty, IReadOnlyList<double>? weight = null)
    {
        var d = x[0].Length;
        var a = new double[d + 1, d + 2];
        for (var i = 0; i < x.Count; i++)
        {
            var w = weight?[i] ?? 1;
            for (var j = 0; j <= d; j++)
            {
                var xj = j < d ? x[i][j] : 1;
                for (var k = 0; k <= d; k++) a[j, k] += w * xj * (k < d ? x[i][k] : 1);
                a[j, d + 1] += w * xj * y[i];
            }
        }

        for (var j = 0; j < d; j++) a[j, j] += penalty;
        return Solve(a, d + 1);
    }

    /// <summary>Multinomial logistic regression with a ridge penalty; one row per class, the last element of a row its intercept.</summary>
    public static double[][] Logistic(IReadOnlyList<double[]> x, IReadOnlyList<int> y, int classes, double penalty, IReadOnlyList<double>? weight = null, int steps = 500)
    {
        var d = x[0].Length;
        var w = Enumerable.Range(0, classes).Select(_ => new double[d + 1]).ToArray();
        var v = Enumerable.Range(0, classes).Select(_ => new double[d + 1]).ToArray();
        var rate = 1.0 / (penalty + 0.25 * x.Sum(r => r.Sum(q => q * q) + 1) / Math.Max(1, d) * 4);
        var p = new double[classes];
        for (var step = 0; step < steps; step++)
        {
            var momentum = step / (step + 3.0);
            var look = w.Select((row, c) => row.Select((q, j) => q + momentum * v[c][j]).ToArray()).ToArray();
            var gradient = Enumerable.Range(0, classes).Select(_ => new double[d + 1]).ToArray();
            for (var i = 0; i < x.Count; i++)
            {
                Softmax(look, x[i], p);
                for (var c = 0; c < classes; c++)
                {
                    var e = (p[c] - (y[i] == c ? 1 : 0)) * (weight?[i] ?? 1);
                    for (var j = 0; j < d; j++) gradient[c][j] += e * x[i][j];
                    gradient[c][d] += e;
                }
            }

            for (var c = 0; c < classes; c++)
                for (var j = 0; j <= d; j++)
                {
                    var next = look[c][j] - rate * (gradient[c][j] + (j < d ? penalty * look[c][j] : 0));
                    v[c][j] = next - w[c][j];
                    w[c][j] = next;
                }
        }

        return w;
    }

    public static void Softmax(double[][] w, double[] x, Span<double> p)
    {
        var max = double.NegativeInfinity;
        for (var c = 0; c < w.Length; c++)
        {
            p[c] = w[c][^1];
            for (var j = 0; j < x.Length; j++) p[c] += w[c][j] * x[j];
            max = Math.Max(max, p[c]);
        }

        var sum = 0.0;
        for (var c = 0; c < w.Length; c++) sum += p[c] = Math.Exp(p[c] - max);
        for (var c = 0; c < w.Length; c++) p[c] /= sum;
    }

    private static double[] Solve(double[,] a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var best = i;
            for (var r = i + 1; r < n; r++) if (Math.Abs(a[r, i]) > Math.Abs(a[best, i])) best = r;
            for (var c = 0; c <= n; c++) (a[i, c], a[best, c]) = (a[best, c], a[i, c]);
            for (var r = 0; r < n; r++)
            {
                if (r == i || a[i, i] == 0) continue;
                var f = a[r, i] / a[i, i];
                for (var c = i; c <= n; c++) a[r, c] -= f * a[i, c];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, i] == 0 ? 0 : a[i, n] / a[i, i])];
    }
}
