namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>How far apart two categories are. The default value is <see cref="None"/>: any difference is a full one.</summary>
public enum AgreementWeights
{
    /// <summary>Unweighted: equal or not.</summary>
    None = 0,

    /// <summary>Disagreement grows with the distance of the categories.</summary>
    Linear,

    /// <summary>Disagreement grows with the square of the distance.</summary>
    Quadratic,
}

/// <summary>
/// An agreement coefficient with what it was computed from: a value from below 0 (worse than chance) to 1, or null with the
/// reason. Never NaN. Immutable; equality is by value.
/// </summary>
public sealed record AgreementResult
{
    /// <summary>The coefficient's name, such as "Fleiss' kappa".</summary>
    public required string Coefficient { get; init; }

    /// <summary>The coefficient, at most 1; null when <see cref="Reason"/> says why.</summary>
    public double? Value { get; init; }

    /// <summary>Share of agreement observed, 0 to 1 (weighted where weights are used); null when nothing was compared.</summary>
    public double? Observed { get; init; }

    /// <summary>Share of agreement expected by chance, 0 to 1; null when nothing was compared.</summary>
    public double? Expected { get; init; }

    /// <summary>Number of items compared.</summary>
    public required int Items { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Value and number of items.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"AgreementResult {{ Value = {Value:0.####}, Items = {Items} }}");

    internal static AgreementResult Of(string coefficient, int items, double observed, double expected) =>
        items == 0 ? new() { Coefficient = coefficient, Items = 0, Reason = "Nothing to compare." }
        : expected >= 1 - 1e-12 ? new() { Coefficient = coefficient, Items = items, Observed = observed, Expected = expected, Reason = "Only one category was used: agreement by chance cannot be told from agreement." }
        : new() { Coefficient = coefficient, Items = items, Observed = observed, Expected = expected, Value = (observed - expected) / (1 - expected) };
}

/// <summary>
/// Chance-corrected agreement on categories. Categories are whole numbers from 0; their order matters only with weights.
/// Pure functions, safe to call from many threads.
/// </summary>
public static class Agreement
{
    /// <summary>Cohen's kappa of two coders (Cohen 1960; weighted, Cohen 1968).</summary>
    /// <param name="first">Categories by the first coder.</param>
    /// <param name="second">Categories by the second coder, item by item.</param>
    /// <param name="categories">Number of categories, at least 1.</param>
    /// <param name="weights">How far apart categories are.</param>
    /// <exception cref="ArgumentException">The coders coded different numbers of items, or a category is out of range.</exception>
    public static AgreementResult Cohen(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int categories, AgreementWeights weights = AgreementWeights.None)
    {
        var table = CrossTable(first, second, categories);
        var rows = new double[categories];
        var columns = new double[categories];
        for (var i = 0; i < categories; i++)
            for (var j = 0; j < categories; j++)
            {
                rows[i] += table[i, j];
                columns[j] += table[i, j];
            }

        double observed = 0, expected = 0, n = first.Length;
        for (var i = 0; i < categories; i++)
            for (var j = 0; j < categories; j++)
            {
                var weight = Weight(i, j, categories, weights);
                observed += weight * table[i, j];
                expected += weight * rows[i] * columns[j];
            }

        return AgreementResult.Of(weights == AgreementWeights.None ? "Cohen's kappa" : $"Cohen's kappa, {(weights == AgreementWeights.Linear ? "linear" : "quadratic")} weights",
            first.Length, n == 0 ? 0 : observed / n, n == 0 ? 0 : expected / (n * n));
    }

    /// <summary>Gwet's AC1 of two coders (Gwet 2008): stable where one category dominates.</summary>
    /// <param name="first">Categories by the first coder.</param>
    /// <param name="second">Categories by the second coder, item by item.</param>
    /// <param name="categories">Number of categories, at least 2.</param>
    /// <exception cref="ArgumentException">The coders coded different numbers of items, or a category is out of range.</exception>
    public static AgreementResult GwetAc1(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        var table = CrossTable(first, second, categories);
        double n = Math.Max(1, first.Length), observed = 0, expected = 0;
        for (var i = 0; i < categories; i++)
        {
            double share = 0;
            for (var j = 0; j < categories; j++) share += (table[i, j] + table[j, i]) / (2 * n);
            observed += table[i, i] / n;
            expected += share * (1 - share) / (categories - 1);
        }

        return AgreementResult.Of("Gwet's AC1", first.Length, observed, expected);
    }

    /// <summary>Prevalence- and bias-adjusted kappa (Byrt, Bishop and Carlin 1993), (k p - 1) / (k - 1) for k categories.</summary>
    /// <param name="first">Categories by the first coder.</param>
    /// <param name="second">Categories by the second coder, item by item.</param>
    /// <param name="categories">Number of categories, at least 2.</param>
    /// <exception cref="ArgumentException">The coders coded different numbers of items, or a category is out of range.</exception>
    public static AgreementResult Pabak(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 2);
        var table = CrossTable(first, second, categories);
        double observed = 0;
        for (var i = 0; i < categories; i++) observed += table[i, i] / (double)Math.Max(1, first.Length);
        return AgreementResult.Of("PABAK", first.Length, observed, 1.0 / categories);
    }

    /// <summary>Fleiss' kappa (Fleiss 1971) for items that equally many coders coded, not necessarily the same ones.</summary>
    /// <param name="counts">Per item, how many coders chose each category. All rows have the same length and sum, at least 2.</param>
    /// <exception cref="ArgumentException">Rows differ in length or in the number of coders.</exception>
    public static AgreementResult Fleiss(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0) return AgreementResult.Of("Fleiss' kappa", 0, 0, 0);
        var categories = counts[0].Count;
        var coders = counts[0].Sum();
        if (coders < 2) throw new ArgumentException("Item 0 has fewer than two codes.", nameof(counts));
        var totals = new double[categories];
        double observed = 0;
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i].Count != categories) throw new ArgumentException($"Item {i} has {counts[i].Count} categories, item 0 has {categories}.", nameof(counts));
            if (counts[i].Sum() != coders) throw new ArgumentException($"Item {i} has {counts[i].Sum()} codes, item 0 has {coders}.", nameof(counts));
            double pairs = 0;
            for (var c = 0; c < categories; c++)
            {
                double count = counts[i][c];
                pairs += count * (count - 1);
                totals[c] += count;
            }

            observed += pairs / (coders * (coders - 1.0));
        }

        var all = (double)counts.Count * coders;
        return AgreementResult.Of("Fleiss' kappa", counts.Count, observed / counts.Count, totals.Sum(t => t / all * (t / all)));
    }

    private static double Weight(int i, int j, int categories, AgreementWeights weights)
    {
        if (weights == AgreementWeights.None || categories < 2) return i == j ? 1 : 0;
        var distance = Math.Abs(i - j) / (categories - 1.0);
        return 1 - (weights == AgreementWeights.Linear ? distance : distance * distance);
    }

    private static int[,] CrossTable(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        if (first.Length != second.Length) throw new ArgumentException($"The coders coded {first.Length} and {second.Length} items.", nameof(second));
        var table = new int[categories, categories];
        for (var i = 0; i < first.Length; i++)
        {
            if ((uint)first[i] >= (uint)categories || (uint)second[i] >= (uint)categories)
                throw new ArgumentException($"Item {i}: categories {first[i]} and {second[i]}; allowed are 0 to {categories - 1}.", nameof(first));
            table[first[i], second[i]]++;
        }

        return table;
    }
}
