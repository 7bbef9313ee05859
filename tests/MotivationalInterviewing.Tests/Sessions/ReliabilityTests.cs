using MotivationalInterviewing.Sessions.Reliability;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class ReliabilityTests
{
    // Counts of a two-by-two or larger table, row coder first, as two lists of codes.
    private static (int[] First, int[] Second) Codes(int[][] table) =>
        ([.. table.SelectMany((row, i) => row.SelectMany(n => Enumerable.Repeat(i, n)))],
         [.. table.SelectMany(row => row.SelectMany((n, j) => Enumerable.Repeat(j, n)))]);

    // Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72, 323-327: 200 subjects, kappa 0.429 unweighted.
    // The weighted values follow from the same table by the formulas of Cohen 1968.
    [Theory]
    [InlineData(AgreementWeights.None, 0.4286)]
    [InlineData(AgreementWeights.Linear, 0.4923)]
    [InlineData(AgreementWeights.Quadratic, 0.5667)]
    public void Cohen_TableOfFleissCohenEveritt_IsThePrintedKappa(AgreementWeights weights, double expected)
    {
        var (first, second) = Codes([[106, 10, 4], [22, 28, 10], [2, 12, 6]]);
        Assert.Equal(expected, Agreement.Cohen(first, second, 3, weights).Value!.Value, 4);
    }

    // Gwet 2002, Kappa statistic is not satisfactory for assessing the extent of agreement: 118, 5, 2, 0.
    [Fact]
    public void GwetAc1_OneCategoryDominates_IsHighWhereKappaIsBelowZero()
    {
        var (first, second) = Codes([[118, 5], [2, 0]]);
        Assert.Equal(-0.0234, Agreement.Cohen(first, second, 2).Value!.Value, 4);
        Assert.Equal(0.9408, Agreement.GwetAc1(first, second, 2).Value!.Value, 4);
        Assert.Equal(0.8880, Agreement.Pabak(first, second, 2).Value!.Value, 4);
    }

    // The ten subjects, fourteen raters and five categories of the worked example in Wikipedia, "Fleiss' kappa",
    // which prints 0.378, 0.213 and 0.210; the fourth decimal is worked out from its table by another program.
    [Fact]
    public void Fleiss_WorkedExample_IsThePrintedKappa()
    {
        int[][] counts = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
        var kappa = Agreement.Fleiss(counts);
        Assert.Equal(0.3780, kappa.Observed!.Value, 4);
        Assert.Equal(0.2128, kappa.Expected!.Value, 4);
        Assert.Equal(0.2099, kappa.Value!.Value, 4);
    }

    // AnnoMI (Wu et al. 2023), the six transcripts that ten experts coded; ids and votes only.
    [Theory]
    [InlineData("change,neutral,sustain", 189, 0.439)]
    [InlineData("question,reflection,therapist_input,other", 193, 0.732)]
    public void Fleiss_VotesOfTenExperts_IsThePublishedKappa(string labels, int items, double expected)
    {
        var names = labels.Split(',');
        var counts = File.ReadLines(Beside("annomi-votes.csv")).Skip(1).Select(l => l.Split(','))
            .Where(v => names.Contains(v[3])).GroupBy(v => (v[0], v[1]))
            .Select(item => names.Select(name => item.Count(v => v[3] == name)).ToArray()).ToArray();
        Assert.Equal(items, counts.Length);
        Assert.Equal(expected, Agreement.Fleiss(counts).Value!.Value, 3);
    }

    // Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, example C/E: four observers, twelve units, missing data.
    // It prints 0.743, 0.815 and 0.849; the fourth decimal is worked out pair by pair, without a coincidence matrix, by another program.
    [Theory]
    [InlineData(MeasurementLevel.Nominal, 0.7434)]
    [InlineData(MeasurementLevel.Ordinal, 0.8154)]
    [InlineData(MeasurementLevel.Interval, 0.8491)]
    public void Krippendorff_CanonicalExample_IsThePrintedAlpha(MeasurementLevel level, double expected)
    {
        double?[][] ratings =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
            [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
        ];
        var alpha = Krippendorff.Alpha(ratings, level);
        Assert.Equal(11, alpha.Items);
        Assert.Equal(expected, alpha.Value!.Value, 4);
    }

    // Shrout and Fleiss 1979, Psychological Bulletin 86, 420-428, tables 2 and 4, print the values to two decimals (.17 .29
    // .71 .44 .62 .91), the R package psych the intervals; the other decimals are worked out from the data by another
    // program, with its own F distribution by numeric integration.
    [Theory]
    [InlineData(IccForm.OneWaySingle, 0.1657, -0.1329, 0.7226)]
    [InlineData(IccForm.TwoWayRandomSingle, 0.2898, 0.0188, 0.7611)]
    [InlineData(IccForm.TwoWayMixedSingle, 0.7148, 0.3425, 0.9459)]
    [InlineData(IccForm.OneWayAverage, 0.4428, -0.8844, 0.9124)]
    [InlineData(IccForm.TwoWayRandomAverage, 0.6201, 0.0711, 0.9272)]
    [InlineData(IccForm.TwoWayMixedAverage, 0.9093, 0.6757, 0.9859)]
    public void Icc_SixTargetsFourJudges_IsThePrintedValueAndInterval(IccForm form, double value, double low, double high)
    {
        double[][] ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
        var icc = IntraclassCorrelation.Of(ratings).Single(r => r.Form == form);
        Assert.Equal(value, icc.Value!.Value, 4);
        Assert.Equal(low, icc.Interval!.Value.Low, 4);
        Assert.Equal(high, icc.Interval!.Value.High, 4);
    }

    // Any printed table of the F distribution.
    [Theory]
    [InlineData(0.95, 1, 10, 4.9646)]
    [InlineData(0.95, 5, 15, 2.9013)]
    [InlineData(0.975, 5, 18, 3.3820)]
    [InlineData(0.99, 2, 20, 5.8489)]
    public void Quantiles_F_IsTheTablesValue(double p, double d1, double d2, double expected) => Assert.Equal(expected, Quantiles.F(p, d1, d2), 4);

    [Fact]
    public void Agreement_OneCategoryOnly_HasAReasonAndNoNumber()
    {
        var kappa = Agreement.Cohen([0, 0], [0, 0], 2);
        Assert.Null(kappa.Value);
        Assert.NotNull(kappa.Reason);
        Assert.Null(Agreement.Cohen([], [], 2).Value);
        Assert.Null(Krippendorff.Alpha([[1, 1], [1, null]], MeasurementLevel.Nominal).Value);
        Assert.All(IntraclassCorrelation.Of([[1, 1], [1, 1]]), r => Assert.NotNull(r.Reason));
    }

    [Fact]
    public void Agreement_CategoryOutOfRange_NamesItemAndValue() =>
        Assert.Contains("Item 1: categories 4 and 0; allowed are 0 to 2.", Assert.Throws<ArgumentException>(() => Agreement.Cohen([0, 4], [0, 0], 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void Fleiss_UnequalCoders_NamesTheItem() =>
        Assert.Contains("Item 1 has 2 codes, item 0 has 3.", Assert.Throws<ArgumentException>(() => Agreement.Fleiss([[3, 0], [1, 1]])).Message, StringComparison.Ordinal);

    [Fact]
    public void Bootstrap_SameSeed_GivesTheSameInterval()
    {
        double[] sessions = [1, 2, 3, 4, 5, 6, 7, 8];
        var first = Bootstrap.Of(sessions, draw => draw.Average(), new Random(7), 500);
        Assert.Equal(first, Bootstrap.Of(sessions, draw => draw.Average(), new Random(7), 500));
        Assert.True(first!.Value.Low < 4.5 && first.Value.High > 4.5);
        Assert.Null(Bootstrap.Of(sessions, _ => null, new Random(7), 500));
    }

    private static string Beside(string file) => Repository.Path("tests", "MotivationalInterviewing.Tests", "Sessions", file);
}
