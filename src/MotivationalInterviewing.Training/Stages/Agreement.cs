namespace MotivationalInterviewing.Training.Stages;

/// <summary>Rank correlation and agreement figures.</summary>
internal static class Agreement
{
    public static double Spearman(IReadOnlyList<double> a, IReadOnlyList<double> b) => Pearson(Ranks(a), Ranks(b));

    public static (double Low, double High) SpearmanInterval(IReadOnlyList<double> a, IReadOnlyList<double> b, int samples, int seed)
    {
        var random = new Random(seed);
        var values = new List<double>(samples);
        for (var s = 0; s < samples; s++)
        {
            var pick = Enumerable.Range(0, a.Count).Select(_ => random.Next(a.Count)).ToArray();
            values.Add(Spearman([.. pick.Select(i => a[i])], [.. pick.Select(i => b[i])]));
        }

        values.Sort();
        return (values[(int)(0.025 * samples)], values[(int)(0.975 * samples)]);
    }

    /// <summary>Cohen's kappa with quadratic weights over 0..classes-1.</summary>
    public static double QuadraticKappa(IReadOnlyList<int> a, IReadOnlyList<int> b, int classes)
    {
        double observed = 0, expected = 0;
        for (var i = 0; i < a.Count; i++) observed += Math.Pow(a[i] - b[i], 2) / a.Count;
        for (var i = 0; i < classes; i++)
            for (var j = 0; j < classes; j++)
                expected += Math.Pow(i - j, 2) * a.Count(x => x == i) / a.Count * b.Count(x => x == j) / b.Count;
        return expected > 0 ? 1 - observed / expected : 0;
    }

    public static double[] Ranks(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (var i = 0; i < order.Length;)
        {
            var j = i;
            while (j < order.Length && values[order[j]] == values[order[i]]) j++;
            for (var k = i; k < j; k++) ranks[order[k]] = (i + j - 1) / 2.0 + 1;
            i = j;
        }

        return ranks;
    }

    private static double Pearson(double[] a, double[] b)
    {
        double ma = a.Average(), mb = b.Average(), ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - ma) * (b[i] - mb);
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
