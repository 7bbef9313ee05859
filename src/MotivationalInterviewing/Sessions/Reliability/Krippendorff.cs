namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>What the numbers of the ratings mean. The default value is <see cref="Nominal"/>.</summary>
public enum MeasurementLevel
{
    /// <summary>Names: equal or not.</summary>
    Nominal = 0,

    /// <summary>Ranks: only the order counts.</summary>
    Ordinal,

    /// <summary>Distances count.</summary>
    Interval,
}

/// <summary>Krippendorff's alpha: any number of coders, missing codes allowed. Pure functions.</summary>
public static class Krippendorff
{
    /// <summary>Computes alpha (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability).</summary>
    /// <param name="ratings">One row per coder, one entry per item; null where the coder did not code the item. Rows have the same length.</param>
    /// <param name="level">What the numbers mean.</param>
    /// <returns>Alpha; items that fewer than two coders coded do not enter. For observed and expected, agreement is 1 - disagreement by the metric and may lie outside 0 to 1, so both are left null.</returns>
    /// <exception cref="ArgumentException">Rows differ in length or a rating is not finite.</exception>
    public static AgreementResult Alpha(IReadOnlyList<IReadOnlyList<double?>> ratings, MeasurementLevel level)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var name = $"Krippendorff's alpha, {(level == MeasurementLevel.Nominal ? "nominal" : level == MeasurementLevel.Ordinal ? "ordinal" : "interval")}";
        var items = ratings.Count == 0 ? 0 : ratings[0].Count;
        for (var coder = 0; coder < ratings.Count; coder++)
        {
            if (ratings[coder].Count != items) throw new ArgumentException($"Coder {coder} has {ratings[coder].Count} items, coder 0 has {items}.", nameof(ratings));
            for (var item = 0; item < items; item++)
                if (ratings[coder][item] is double v && !double.IsFinite(v)) throw new ArgumentException($"Coder {coder}, item {item}: {v} is not a finite number.", nameof(ratings));
        }

        var values = ratings.SelectMany(r => r).OfType<double>().Distinct().Order().ToArray();
        var coincidences = new double[values.Length, values.Length];
        var paired = 0;
        var counts = new int[values.Length];
        for (var item = 0; item < items; item++)
        {
            Array.Clear(counts);
            var m = 0;
            foreach (var coder in ratings)
                if (coder[item] is double v) { counts[Array.BinarySearch(values, v)]++; m++; }
            if (m < 2) continue;
            paired++;
            for (var c = 0; c < values.Length; c++)
                for (var k = 0; k < values.Length && counts[c] > 0; k++)
                    coincidences[c, k] += counts[c] * (counts[k] - (c == k ? 1.0 : 0)) / (m - 1);
        }

        var totals = new double[values.Length];
        for (var c = 0; c < values.Length; c++)
            for (var k = 0; k < values.Length; k++) totals[c] += coincidences[c, k];
        var n = totals.Sum();
        double observed = 0, expected = 0;
        for (var c = 0; c < values.Length; c++)
            for (var k = 0; k < values.Length; k++)
            {
                if (c == k) continue;
                var distance = Distance(c, k, values, totals, level);
                observed += coincidences[c, k] * distance;
                expected += totals[c] * totals[k] * distance;
            }

        if (paired == 0) return new AgreementResult { Coefficient = name, Items = 0, Reason = "No item was coded by two coders." };
        if (expected == 0) return new AgreementResult { Coefficient = name, Items = paired, Reason = "Only one value was used: agreement by chance cannot be told from agreement." };
        return new AgreementResult { Coefficient = name, Items = paired, Value = 1 - (n - 1) * observed / expected };
    }

    private static double Distance(int c, int k, double[] values, double[] totals, MeasurementLevel level)
    {
        if (level == MeasurementLevel.Nominal) return 1;
        if (level == MeasurementLevel.Interval) return (values[c] - values[k]) * (values[c] - values[k]);
        var (low, high) = (Math.Min(c, k), Math.Max(c, k));
        var between = -(totals[low] + totals[high]) / 2;
        for (var g = low; g <= high; g++) between += totals[g];
        return between * between;
    }
}
