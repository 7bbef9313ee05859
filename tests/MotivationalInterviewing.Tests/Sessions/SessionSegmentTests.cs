using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class SessionSegmentTests
{
    private static CodedTranscript Timed(int turns, double seconds) => new()
    {
        Session = "s",
        Utterances = [.. Enumerable.Range(0, turns).Select(i => new CodedUtterance
        {
            Utterance = new Utterance
            {
                Turn = i + 1, Speaker = i % 2 == 0 ? Speaker.Counselor : Speaker.Client, Text = "Well now then.",
                Start = TimeSpan.FromSeconds(i * seconds), End = TimeSpan.FromSeconds((i + 1) * seconds),
            },
        })],
    };

    private static CodedTranscript Untimed(int turns) => Timed(turns, 1) with
    {
        Utterances = [.. Timed(turns, 1).Utterances.Select(u => u with { Utterance = u.Utterance with { Start = null, End = null } })],
    };

    [Fact]
    public void SessionSegment_Draw_TakesTwentyMinutesAndTheSeedDecides()
    {
        var hour = Timed(360, 10);
        var segment = SessionSegment.Draw(hour, new Random(3));
        Assert.Equal(SegmentKind.Timed, segment.Kind);
        Assert.Equal(120, segment.Session.Utterances.Length);
        Assert.Null(segment.Caution);
        Assert.Equal(segment.First, SessionSegment.Draw(hour, new Random(3)).First);
        Assert.True(Enumerable.Range(0, 20).Select(s => SessionSegment.Draw(hour, new Random(s)).First).Distinct().Count() > 5);
        Assert.Equal(hour.Utterances[segment.First], segment.Session.Utterances[0]);
    }

    [Theory]
    [InlineData(20, "Under five minutes: counts only.")]
    [InlineData(50, "Under ten minutes: global ratings are doubtful.")]
    [InlineData(70, null)]
    public void SessionSegment_ShortSession_IsTakenWholeWithACaution(int turns, string? caution)
    {
        var segment = SessionSegment.Draw(Timed(turns, 10), new Random(1));
        Assert.Equal(turns, segment.Session.Utterances.Length);
        Assert.Equal(caution, segment.Caution);
    }

    [Fact]
    public void SessionSegment_NoTimes_GoesByWords()
    {
        var segment = SessionSegment.Draw(Untimed(2000), new Random(1));
        Assert.Equal(SegmentKind.ChatEquivalent, segment.Kind);
        Assert.Equal(917, segment.Session.Utterances.Length);
        Assert.StartsWith("Chat-equivalent", segment.Caution, StringComparison.Ordinal);
    }

    [Fact]
    public void SessionSegment_Slide_CoversTheSessionAndStops()
    {
        Assert.Equal([(0, 4), (2, 4), (4, 4), (6, 4)], SessionSegment.Slide(Untimed(10), 4, 2).Select(w => (w.First, w.Session.Utterances.Length)));
        Assert.Equal([(0, 3)], SessionSegment.Slide(Untimed(3), 4, 2).Select(w => (w.First, w.Session.Utterances.Length)));
        Assert.Empty(SessionSegment.Slide(Untimed(0), 4, 2));
    }

    [Fact]
    public void SessionSegment_Measured_KeepsTheTurnNumbersOfTheWhole()
    {
        var window = SessionSegment.Slide(Untimed(10), 4, 4).ElementAt(1);
        Assert.Equal([5, 7], SessionSummary.Of(window.Session).Miti.Volleys.SelectMany(v => v.Turns));
    }
}
