using System.Globalization;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Stages;
using MotivationalInterviewing.Training.Stages;

namespace MotivationalInterviewing.Tests.Stages;

/// <summary>What ships reaches its floors on sessions that neither the coder nor the fit has seen.</summary>
public class ShippedStageTests(ITestOutputHelper output)
{
    // Later files were written after the tracker had been fitted, with more action, maintenance and lapses: all of them are unseen.
    private static readonly string[] s_later = ["s16-", "s17-", "s18-", "s19-", "s20-"];

    [Fact]
    public void StageTracker_OnFrozenSessionsCodedByTheLibrary_StaysAboveItsFloors()
    {
        var (count, same, near) = Judge(s => s.Frozen && !IsLater(s));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} frozen: accuracy {same:0.000}, within one stage {near:0.000}"));
        Assert.True(count >= 30);
        Assert.True(same >= .55, "accuracy, mixed and insufficient counted as wrong");
        Assert.True(near >= .90, "within one stage");
    }

    [Fact]
    public void StageTracker_OnSessionsWrittenAfterIt_StaysAboveWhatWasMeasured()
    {
        var (count, same, near) = Judge(IsLater);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} sessions written after the tracker: accuracy {same:0.000}, within one stage {near:0.000}"));
        Assert.True(count >= 80);
        Assert.True(same >= .30, "accuracy, mixed and insufficient counted as wrong");
        Assert.True(near >= .66, "within one stage");
    }

    private static bool IsLater(RatedSession session) => s_later.Any(p => session.Coded.Session.StartsWith(p, StringComparison.Ordinal));

    private static (int Count, double Same, double Near) Judge(Func<RatedSession, bool> wanted)
    {
        var estimates = RatedSession.ReadAuthored([Repository.Path("src/MotivationalInterviewing.Training/Corpus")]).Where(wanted)
            .Select(s => (Truth: s.StageEnd, Said: StageTracker.Follow(SessionCoder.Default.Code(s.Coded.ToTranscript())).Estimate().Stage)).ToArray();
        double Share(Func<(StageOfChange Truth, StageOfChange Said), bool> holds) => estimates.Count(holds) / (double)estimates.Length;
        return (estimates.Length, Share(e => e.Said == e.Truth), Share(e => e.Said != StageOfChange.Unknown && Math.Abs(e.Said - e.Truth) <= 1));
    }
}
