using System.Collections.Immutable;
using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Training.Practice;

namespace MotivationalInterviewing.Tests.Practice;

/// <summary>Three scripted counselors against every shipped client, more than 1,000 seeded sessions of 60 turns.</summary>
public class PracticeStudyTests(PracticeStudyTests.Sessions sessions) : IClassFixture<PracticeStudyTests.Sessions>
{
    /// <summary>The sessions, played once for all tests of the class.</summary>
    public sealed class Sessions
    {
        public ImmutableArray<StudiedSession> All { get; } = PracticeStudy.Run(ClientProfiles.All, 14);
    }

    private readonly ILookup<(string, CounselorPolicy), StudiedSession> _sessions = sessions.All.ToLookup(s => (s.Client, s.Policy));

    [Fact]
    public void Clients_AreMany_OverBehaviorsAndAllStages()
    {
        var all = ClientProfiles.All;
        Assert.True(all.Length >= 24);
        Assert.True(all.Select(p => p.Behavior.Id).Distinct().Count() >= 10);
        Assert.Equal(5, all.Select(p => p.Stage).Distinct().Count());
        Assert.Equal(5, all.Select(p => p.Resistance).Distinct().Count());
        Assert.Equal(Enum.GetValues<ClientStyle>(), all.Select(p => p.Style).Distinct().Order());
        Assert.Contains(all, p => p.Mandated);
        Assert.Contains(all, p => p.Risk is not null);
        Assert.True(sessions.All.Length >= 1000);
    }

    [Theory]
    [MemberData(nameof(SimulatedClientTests.Clients), MemberType = typeof(SimulatedClientTests))]
    public void ConsistentCounselor_AClientOfResistanceTwoAndAbove_DoesBetterThanTheOthers(string id)
    {
        if (ClientProfiles.Find(id)!.Resistance < 2) return;
        var consistent = Outcome(id, CounselorPolicy.Consistent);
        foreach (var other in (CounselorPolicy[])[CounselorPolicy.Directive, CounselorPolicy.QuestionsOnly])
        {
            var worse = Outcome(id, other);
            Assert.True(consistent.Share > worse.Share, $"share of change talk {consistent.Share:0.00} against {worse.Share:0.00} ({other})");
            Assert.True(consistent.Gain > worse.Gain, $"readiness {consistent.Gain:0.00} against {worse.Gain:0.00} ({other})");
            Assert.True(consistent.Left < worse.Left, $"left {consistent.Left:0.00} against {worse.Left:0.00} ({other})");
        }
    }

    [Fact]
    public void Resistance_TheSameClientsHarderToReach_OrdersOutcomes()
    {
        var outcomes = Enumerable.Range(1, 5).Select(r =>
        {
            var run = PracticeStudy.Run(ClientProfiles.All.Select(c => c with { Resistance = r }), 5);
            var consistent = run.Where(s => s.Policy == CounselorPolicy.Consistent).ToList();
            return (Share: (double)consistent.Sum(s => s.Change) / consistent.Sum(s => s.Change + s.Sustain), Gain: consistent.Average(s => s.Gain), Left: run.Count(s => s.Left));
        }).ToList();
        for (var r = 1; r < 5; r++)
        {
            Assert.True(outcomes[r].Share < outcomes[r - 1].Share, $"share of change talk at resistance {r + 1}");
            Assert.True(outcomes[r].Gain < outcomes[r - 1].Gain, $"readiness at resistance {r + 1}");
            Assert.True(outcomes[r].Left > outcomes[r - 1].Left, $"leaving at resistance {r + 1}");
        }
    }

    [Fact]
    public void Directions_OverAllClients_AreSharedAsInRealTranscripts()
    {
        // AnnoMI, expert labels: neutral, change, sustain of 2,602 client turns with good counselors, 325 with poor ones.
        Assert.InRange(Distance(Directions(CounselorPolicy.Consistent), [.671, .229, .100]), 0, .08);
        Assert.InRange(Distance(Mixed(Directions), [.671, .223, .107]), 0, .08);
    }

    [Fact]
    public void TurnLengths_OverAllClients_AreSharedAsInRealTranscripts() =>
        // AnnoMI, all client turns, by PracticeStudy.LengthBins.
        Assert.InRange(Distance(Mixed(Lengths), [.296, .113, .144, .165, .165, .088, .029]), 0, .15);

    [Fact]
    public void Coder_AgainstWhatTheClientMeant_AgreesOnTheDirection() => Assert.InRange(PracticeStudy.Kappa(sessions.All), 0.6, 1);

    private (double Share, double Gain, double Left) Outcome(string id, CounselorPolicy policy)
    {
        var own = _sessions[(id, policy)].ToList();
        return ((double)own.Sum(s => s.Change) / Math.Max(1, own.Sum(s => s.Change + s.Sustain)), own.Average(s => s.Gain), own.Average(s => s.Left ? 1.0 : 0));
    }

    /// <summary>Good and poor counselors in the proportion of their client turns in AnnoMI.</summary>
    private static double[] Mixed(Func<CounselorPolicy, double[]> of) => [.. of(CounselorPolicy.Consistent).Zip(of(CounselorPolicy.Directive), (good, poor) => ((2602 * good) + (325 * poor)) / 2927)];

    private double[] Directions(CounselorPolicy policy)
    {
        var own = sessions.All.Where(s => s.Policy == policy).ToList();
        double turns = own.Sum(s => s.Turns);
        var (change, sustain) = (own.Sum(s => s.Change) / turns, own.Sum(s => s.Sustain) / turns);
        return [1 - change - sustain, change, sustain];
    }

    private double[] Lengths(CounselorPolicy policy)
    {
        var own = sessions.All.Where(s => s.Policy == policy).ToList();
        double turns = own.Sum(s => s.Turns);
        return [.. Enumerable.Range(0, PracticeStudy.LengthBins.Length).Select(b => own.Sum(s => s.Lengths[b]) / turns)];
    }

    private static double Distance(double[] one, double[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Sum() / 2;
}
