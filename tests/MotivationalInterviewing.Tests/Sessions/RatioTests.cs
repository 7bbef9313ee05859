using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class RatioTests
{
    [Fact]
    public void Ratio_ZeroDenominator_HasReasonAndShowsBothCounts()
    {
        var ratio = Ratio.Of(7, 0, 5);
        Assert.Null(ratio.Value);
        Assert.Equal(RatioGap.ZeroDenominator, ratio.Gap);
        Assert.Equal("The denominator is zero.", ratio.Reason);
        Assert.Equal("7:0", ratio.ToString());
    }

    [Fact]
    public void Ratio_BelowMinimum_HasReasonWithBothNumbers()
    {
        var ratio = Ratio.Share(2, 4, 5);
        Assert.Null(ratio.Value);
        Assert.Equal("Only 4 observed; at least 5 are needed.", ratio.Reason);
        Assert.NotNull(ratio.Interval);
    }

    [Fact]
    public void Ratio_AtMinimum_HasValue() => Assert.Equal(0.4, Ratio.Share(2, 5, 5).Value);

    // Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3 (Wilson score without continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_Wilson_EqualsNewcombesTable(int r, int n, double low, double high)
    {
        var interval = Interval.Wilson(r, n);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }
}
