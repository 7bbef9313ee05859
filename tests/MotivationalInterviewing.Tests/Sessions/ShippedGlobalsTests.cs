using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;
using MotivationalInterviewing.Sessions.Reliability;
using MotivationalInterviewing.Training.Globals;

namespace MotivationalInterviewing.Tests.Sessions;

/// <summary>The estimated global ratings on frozen sessions, coded by the library: what neither the coder nor the fit has seen.</summary>
public class ShippedGlobalsTests
{
    // Measured when the tables were printed: kappa .80 .82 .86 .73, mean error .55 .52 .66 .64 (the mean: 1.23 1.24 1.50 1.24).
    [Fact]
    public void GlobalEstimates_OnFrozenSessions_StayFarBetterThanTheMean()
    {
        var frozen = RatedSession.ReadFolder(Repository.Path("src/MotivationalInterviewing.Training/Corpus")).Where(s => s.Frozen).ToArray();
        var estimates = frozen.Select(s => SessionSummary.Of(SessionCoder.Default.Code(s.Session.ToTranscript())).Miti.Globals).ToArray();
        for (var g = 0; g < 4; g++)
        {
            var global = (MitiGlobal)(g + 1);
            var rated = frozen.Select(s => s.Ratings[g]).ToArray();
            var said = estimates.Select(e => e.Of(global)!.Value).ToArray();
            var mean = rated.Average();
            Assert.True(rated.Zip(said, (r, v) => Math.Abs(r - v)).Average() <= .65 * rated.Average(r => Math.Abs(r - mean)), $"{global}: mean error");
            Assert.True(Agreement.Cohen([.. said.Select(v => (int)Math.Round(v) - 1)], [.. rated.Select(r => r - 1)], 5, AgreementWeights.Quadratic).Value >= .65, $"{global}: kappa");
            Assert.True(frozen.Select((_, i) => estimates[i].Of(global)!.Interval).Zip(rated, (i, r) => r >= i.Low && r <= i.High).Average(inside => inside ? 1.0 : 0) >= .85, $"{global}: interval");
        }
    }
}
