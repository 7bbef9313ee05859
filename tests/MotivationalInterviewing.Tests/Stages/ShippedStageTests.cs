using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Stages;
using MotivationalInterviewing.Training.Stages;

namespace MotivationalInterviewing.Tests.Stages;

/// <summary>What ships reaches its floors on sessions that neither the coder nor the fit has seen.</summary>
public class ShippedStageTests
{
    [Fact]
    public void StageTracker_OnFrozenSessionsCodedByTheLibrary_StaysAboveItsFloors()
    {
        var sessions = RatedSession.ReadAuthored([Repository.Path("src/MotivationalInterviewing.Training/Corpus")]).Where(s => s.Frozen).ToArray();
        var estimates = sessions.Select(s => (s.StageEnd, StageTracker.Follow(SessionCoder.Default.Code(s.Coded.ToTranscript())).Estimate())).ToArray();
        Assert.True(sessions.Length >= 30);
        Assert.True(Share(e => e.Said == e.Truth) >= .55, "accuracy, mixed and insufficient counted as wrong");
        Assert.True(Share(e => e.Said != StageOfChange.Unknown && Math.Abs(e.Said - e.Truth) <= 1) >= .90, "within one stage");

        double Share(Func<(StageOfChange Truth, StageOfChange Said), bool> holds) => estimates.Count(e => holds((e.StageEnd, e.Item2.Stage))) / (double)estimates.Length;
    }
}
