using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Tests.Stages;

public class StageTrackerTests
{
    private int _turn;

    private CodedUtterance Client(string codes, int strength = 3, string text = "a few words of a reply here", bool discord = false, bool interest = false)
    {
        var all = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DarnCat.Codebook.Parse).ToArray();
        var talk = all.Length == 0 ? TalkDirection.Neutral : all[0].Direction;
        return new CodedUtterance
        {
            Utterance = new Utterance { Turn = ++_turn, Speaker = Speaker.Client, Text = text },
            Talk = talk,
            Strength = talk == TalkDirection.Neutral ? 0 : talk == TalkDirection.Sustain ? -strength : strength,
            Codes = [.. all.Select(c => new CodeSpan { Code = c, Start = 0, Length = 1 })],
            Discord = discord,
            Interest = interest,
        };
    }

    private CodedUtterance Counselor(Code? code = null) => new()
    {
        Utterance = new Utterance { Turn = ++_turn, Speaker = Speaker.Counselor, Text = "..." },
        Codes = code is null ? [] : [new CodeSpan { Code = code, Start = 0, Length = 1 }],
    };

    private void Say(StageTracker tracker, int times, string codes, int strength = 3, string text = "a few words of a reply here")
    {
        for (var i = 0; i < times; i++)
        {
            tracker.Observe(Counselor());
            tracker.Observe(Client(codes, strength, text));
        }
    }

    [Fact]
    public void Tables_Rows_SumToOne()
    {
        var t = StageTables.Default;
        Assert.Equal(1, t.Prior.Sum(), 9);
        Assert.Equal(1, t.RelapseTo.Sum(), 9);
        foreach (var row in t.Transition.Concat(t.BetweenSessions).Concat(t.Emission)) Assert.Equal(1, row.Sum(), 9);
    }

    [Fact]
    public void Tables_Defaults_AreTheDesign()
    {
        var t = StageTables.Default;
        Assert.Equal([.25, .35, .20, .15, .05], t.Prior);
        Assert.Equal([.96, .96, .97, .99, .995], Enumerable.Range(0, 5).Select(s => t.Transition[s][s]));
        Assert.Equal((.04, .02, .02, .02, .01), (t.Transition[0][1], t.Transition[1][0], t.Transition[1][2], t.Transition[2][1], t.Transition[2][3]));
        Assert.Equal((.005, .005, .003, .002), (t.Transition[3][1], t.Transition[3][2], t.Transition[4][3], t.Transition[4][1]));
        Assert.Equal([.80, .17, .03, 0, 0], t.BetweenSessions[0]);
        Assert.Equal([.10, .62, .23, .05, 0], t.BetweenSessions[1]);
        Assert.Equal([.03, .20, .45, .32, 0], t.BetweenSessions[2]);
        Assert.Equal([.03, .09, .08, .72, .08], t.BetweenSessions[3]);
        Assert.Equal([.02, .04, .02, .04, .88], t.BetweenSessions[4]);
        Assert.Equal([.30, .06, .05, .01, .005, .005, .57], t.Emission[0]);
        Assert.Equal([.16, .12, .16, .03, .02, .01, .50], t.Emission[1]);
        Assert.Equal([.07, .07, .16, .14, .06, .01, .49], t.Emission[2]);
        Assert.Equal([.05, .04, .10, .10, .18, .05, .48], t.Emission[3]);
        Assert.Equal([.04, .03, .07, .06, .10, .22, .48], t.Emission[4]);
        Assert.Equal((1.0, .8, .6, .4, .4, .1, .1), (t.Trust.DatedFact, t.Trust.Mobilizing, t.Trust.Preparatory, t.Trust.LedReply, t.Trust.WeakCommitment, t.Trust.BareAgreement, t.Trust.Neutral));
        Assert.Equal((.4, .05, 2, .1), (t.ClearProbability, t.ClearLead, t.VolleysToSwitch, t.RelapseKeeps));
        Assert.Equal([.2, .5, .3, 0, 0], t.RelapseTo);
    }

    [Theory]
    [InlineData("", StageObservation.Neutral, .1)]
    [InlineData("R-", StageObservation.Sustain, .6)]
    [InlineData("R+ R-", StageObservation.Mixed, .6)]
    [InlineData("D+", StageObservation.Preparatory, .6)]
    [InlineData("C+", StageObservation.Mobilizing, .8)]
    [InlineData("AC+", StageObservation.Mobilizing, .8)]
    [InlineData("TS+", StageObservation.Step, .8)]
    public void Observe_Codes_GiveObservationAndTrust(string codes, StageObservation observation, double weight)
    {
        var tracker = new StageTracker();
        tracker.Observe(Client(codes));
        Assert.Equal((observation, weight), (tracker.Volleys[0].Observation, tracker.Volleys[0].Weight));
    }

    [Fact]
    public void Observe_WeakCommitmentLedReplyBareYeah_AreTrustedLess()
    {
        var tracker = new StageTracker();
        tracker.Observe(Client("C+", 2));
        tracker.Observe(Counselor(Misc25.ClosedQuestion));
        tracker.Observe(Client("C+", 4, "yes I would"));
        tracker.Observe(Counselor());
        tracker.Observe(Client("R+", 3, "yeah"));
        Assert.Equal([.4, .4, .1], tracker.Volleys.Select(v => v.Weight));
    }

    [Fact]
    public void Observe_StepKeptForSixMonths_IsSustainedChangeAtFullTrust()
    {
        var tracker = new StageTracker();
        tracker.Observe(Client("TS+", 4, "I have been off it for seven months now"));
        Assert.Equal((StageObservation.SustainedChange, 1.0, 7), (tracker.Volleys[0].Observation, tracker.Volleys[0].Weight, tracker.Volleys[0].MonthsKept));
    }

    [Fact]
    public void Observe_ClientTurnsOfOneRun_AreOneVolley()
    {
        var tracker = new StageTracker();
        tracker.Observe(Client("R-"));
        tracker.Observe(Client("R+"));
        Assert.Equal(StageObservation.Mixed, Assert.Single(tracker.Volleys).Observation);
        var whole = new StageTracker();
        whole.Observe(Client("R+ R-"));
        Assert.Equal(whole.Belief, tracker.Belief);
    }

    [Fact]
    public void Filter_OneVolley_IsTransitionTimesEmissionToTheTrust()
    {
        var t = StageTables.Default;
        var tracker = new StageTracker();
        tracker.Observe(Client("R-"));
        var expected = Enumerable.Range(0, 5)
            .Select(to => Enumerable.Range(0, 5).Sum(from => t.Prior[from] * t.Transition[from][to]) * Math.Pow(t.Emission[to][0], .6)).ToArray();
        for (var s = 0; s < 5; s++) Assert.Equal(expected[s] / expected.Sum(), tracker.Belief[s], 12);
    }

    [Fact]
    public void Estimate_NothingSaid_IsInsufficient()
    {
        var estimate = new StageTracker().Estimate();
        Assert.Equal((StageStatus.Insufficient, StageOfChange.Unknown, "insufficient"), (estimate.Status, estimate.Stage, estimate.Label));
        Assert.Empty(estimate.Probabilities);
        Assert.Null(new StageTracker().Readiness());
    }

    [Fact]
    public void Estimate_SustainTalkOnly_IsPrecontemplation()
    {
        var tracker = new StageTracker();
        Say(tracker, 10, "O-", 4);
        var estimate = tracker.Estimate();
        Assert.Equal((StageStatus.Clear, StageOfChange.Precontemplation), (estimate.Status, estimate.Stage));
        Assert.NotEmpty(estimate.EvidenceTurns);
        Assert.All(estimate.EvidenceTurns, n => Assert.Contains(tracker.Volleys, v => v.Turn == n));
        Assert.Equal(1, estimate.Probabilities.Sum(), 9);
    }

    [Fact]
    public void Estimate_GrowingCommitment_IsPreparationWithHigherReadiness()
    {
        var tracker = new StageTracker();
        Say(tracker, 4, "R+", 3);
        Say(tracker, 4, "");
        Say(tracker, 6, "C+ AC+", 4);
        Assert.Equal(StageOfChange.Preparation, tracker.Estimate().Stage);
        var against = new StageTracker();
        Say(against, 10, "O-", 4);
        Assert.True(tracker.Readiness()!.Readiness.Value > against.Readiness()!.Readiness.Value + 3);
        Assert.InRange(tracker.Readiness()!.Readiness.Value, tracker.Readiness()!.Readiness.Interval.Low, tracker.Readiness()!.Readiness.Interval.High);
    }

    [Fact]
    public void Gate_NoBehaviorReport_NoAction()
    {
        var tracker = new StageTracker();
        Say(tracker, 30, "C+", 5);
        Assert.Equal(0, tracker.Estimate().Probability(StageOfChange.Action));
        Assert.Equal(0, tracker.Estimate().Probability(StageOfChange.Maintenance));
    }

    [Fact]
    public void Gate_StepsForFiveMonths_NoMaintenance()
    {
        var tracker = new StageTracker();
        Say(tracker, 20, "TS+", 5, "I have kept it up for five months now, every day");
        Assert.Equal(0, tracker.Estimate().Probability(StageOfChange.Maintenance));
        Assert.True(tracker.Estimate().Probability(StageOfChange.Action) > 0);
    }

    [Fact]
    public void Gate_StepsForAYear_MaintenanceIsOpen()
    {
        var tracker = new StageTracker();
        Say(tracker, 20, "TS+", 5, "I have kept it up for a year now, every day");
        Assert.True(tracker.Estimate().Probability(StageOfChange.Maintenance) > .5);
    }

    [Fact]
    public void Relapse_Recorded_MovesActionAndMaintenanceBack()
    {
        Span<double> belief = [0, 0, 0, .6, .4];
        StageFilter.Relapse(belief, StageTables.Default);
        double[] expected = [.18, .45, .27, .06, .04];
        for (var s = 0; s < 5; s++) Assert.Equal(expected[s], belief[s], 12);
    }

    [Fact]
    public void Relapse_Told_IsListedAsEventAndLowersAction()
    {
        var tracker = new StageTracker();
        Say(tracker, 10, "TS+", 4);
        var before = tracker.Estimate().Probability(StageOfChange.Action)!.Value;
        Say(tracker, 1, "TS-", 4);
        Assert.Equal([_turn], tracker.RelapseTurns);
        Assert.True(tracker.Estimate().Probability(StageOfChange.Action) < before / 3);
    }

    [Fact]
    public void StartSession_ADayLater_BeliefDrifts()
    {
        var tracker = new StageTracker();
        var prior = tracker.Belief;
        tracker.StartSession(TimeSpan.FromHours(23));
        Assert.Equal(prior, tracker.Belief);
        tracker.StartSession(TimeSpan.FromDays(1));
        Assert.Equal(prior[0] * .8 + prior[1] * .1 + prior[2] * .03 + prior[3] * .03 + prior[4] * .02, tracker.Belief[0], 12);
    }

    [Fact]
    public void Switch_OneVolleyOnly_IsMixed()
    {
        // A table that makes the first volley of the other side flip the lead at once.
        var seen = new List<StageStatus>();
        var tracker = new StageTracker();
        Say(tracker, 6, "O-", 4);
        var last = StageOfChange.Precontemplation;
        for (var i = 0; i < 30; i++)
        {
            Say(tracker, 1, "C+ R+", 5);
            var e = tracker.Estimate();
            seen.Add(e.Status);
            if (e.Status == StageStatus.Clear && e.Stage != last)
            {
                Assert.True(tracker.ToState().Streak >= 2);
                last = e.Stage;
            }
        }

        Assert.Contains(StageStatus.Mixed, seen);
        Assert.NotEqual(StageOfChange.Precontemplation, last);
    }

    [Fact]
    public void Clear_Reported_NeverBelowThresholds()
    {
        var random = new Random(4);
        string[] codes = ["", "", "R-", "O-", "R+", "D+", "C+", "TS+", "R+ R-", "TS-"];
        for (var run = 0; run < 100; run++)
        {
            var tracker = new StageTracker();
            for (var i = 0; i < 25; i++)
            {
                Say(tracker, 1, codes[random.Next(codes.Length)], random.Next(1, 6));
                var e = tracker.Estimate();
                if (e.Status != StageStatus.Clear) { Assert.Equal(StageOfChange.Unknown, e.Stage); continue; }
                var p = e.Probabilities.OrderDescending().ToArray();
                Assert.True(p[0] >= .4 && p[0] - p[1] >= .05);
                Assert.Equal(p[0], e.Probability(e.Stage));
            }
        }
    }

    [Fact]
    public void Answer_DirectQuestions_DecideAndOpenTheGates()
    {
        var tracker = new StageTracker();
        var result = tracker.Answer(new StagingAnswers { MeetsCriterion = true, MonthsMet = 8 }, StagingRule.For(TargetBehavior.Alcohol));
        Assert.Equal(StageOfChange.Maintenance, result.Stage);
        Assert.Equal((StageStatus.Clear, StageOfChange.Maintenance), (tracker.Estimate().Status, tracker.Estimate().Stage));
    }

    [Fact]
    public void State_RoundTrip_GoesOnTheSame()
    {
        var one = new StageTracker();
        Say(one, 5, "R+", 3);
        Say(one, 3, "TS+", 4, "two weeks now without it");
        var two = StageTracker.Restore(StageTrackerState.FromJson(one.ToState().ToJson()));
        Assert.Equal(one.Belief, two.Belief);
        var turn = _turn;
        Say(one, 4, "C+", 4);
        _turn = turn;
        Say(two, 4, "C+", 4);
        Assert.Equal(one.Estimate(), two.Estimate());
        Assert.Equal(one.Readiness(), two.Readiness());
    }

    [Fact]
    public void State_Broken_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => StageTracker.Restore(new StageTrackerState { Belief = [1, 0, 0, 0, double.NaN] }));
        Assert.Throws<ArgumentException>(() => StageTracker.Restore(new StageTrackerState { Belief = [1] }));
        Assert.Throws<System.Text.Json.JsonException>(() => StageTrackerState.FromJson("{\"belief\":[1]}"));
    }

    [Theory]
    [InlineData(InferencePurpose.Practice, false, true)]
    [InlineData(InferencePurpose.Supervision, false, true)]
    [InlineData(InferencePurpose.Research, false, true)]
    [InlineData(InferencePurpose.LiveClient, false, false)]
    [InlineData(InferencePurpose.LiveClient, true, true)]
    [InlineData(InferencePurpose.Unspecified, true, false)]
    public void InferenceOptions_Purpose_DecidesWhetherAnythingIsInferred(InferencePurpose purpose, bool allow, bool on)
    {
        var tracker = new StageTracker(new InferenceOptions { Purpose = purpose, AllowLiveClients = allow });
        Say(tracker, 10, "O-", 4);
        Assert.Equal(on ? StageStatus.Clear : StageStatus.NotInferred, tracker.Estimate().Status);
        Assert.Equal(on, tracker.Readiness() is not null);
        Assert.Equal(on, tracker.Planning() is not null);
        Assert.Equal(on ? 10 : 0, tracker.Volleys.Length);
        Assert.Equal(on, !tracker.Belief.IsEmpty);
    }

    [Fact]
    public void ToString_Estimates_HoldNoWords()
    {
        var tracker = new StageTracker();
        Say(tracker, 5, "TS+", 4, "xyzzy three days");
        Assert.DoesNotContain("xyzzy", tracker.Estimate().ToString() + tracker.ToState().ToJson() + tracker.ToState() + tracker.Planning(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eight months", 8)]
    [InlineData("for a year", 12)]
    [InlineData("half a year", 6)]
    [InlineData("2 years and three weeks", 24)]
    [InlineData("26 weeks", 6)]
    [InlineData("182 days", 5)]
    [InlineData("[pause] ages", null)]
    [InlineData("month after month", null)]
    public void DurationReader_Text_GivesWholeMonths(string text, int? months) => Assert.Equal(months, DurationReader.Months(text));

    [Fact]
    public void Planning_EverySign_IsHeardWithItsTurns()
    {
        var tracker = new StageTracker();
        tracker.Observe(Client("R-", 3, discord: true));
        tracker.Observe(Counselor());
        tracker.Observe(Client("O-", 3));
        tracker.Observe(Counselor());
        tracker.Observe(Client("TS+", 3));
        tracker.Observe(Counselor());
        tracker.Observe(Client("", interest: true));
        tracker.Observe(Counselor());
        tracker.Observe(Client("D+", 3, "I can see myself at the top of that hill"));
        tracker.Observe(Counselor());
        tracker.Observe(Client("C+", 4));
        var planning = tracker.Planning()!;
        Assert.Equal(
            [PlanningSign.LessSustainTalk, PlanningSign.MoreChangeTalk, PlanningSign.StrongerChangeTalk, PlanningSign.TakingSteps, PlanningSign.QuestionsAboutChange, PlanningSign.Envisioning, PlanningSign.CalmResolve],
            planning.Signs.Select(s => s.Sign));
        Assert.Equal([[1, 3], [9, 11], [9, 11], [5], [7], [9], [11]], planning.Signs.Select(s => s.Turns.ToArray()));
        Assert.True(planning.IsReady);
    }

    [Fact]
    public void Planning_SustainTalkBack_ReturnsToEvoking()
    {
        var tracker = new StageTracker();
        Say(tracker, 3, "R+");
        Say(tracker, 2, "TS+");
        Say(tracker, 3, "C+", 4);
        Assert.True(tracker.Planning()!.IsReady);
        Say(tracker, 2, "C-", 4);
        Assert.False(tracker.Planning()!.IsReady);
        Assert.Equal(2, tracker.Planning()!.ReboundTurns.Length);
    }

    [Fact]
    public void Planning_NothingSaid_HasNoSigns()
    {
        var planning = new StageTracker().Planning()!;
        Assert.Empty(planning.Signs);
        Assert.False(planning.IsReady);
    }
}
