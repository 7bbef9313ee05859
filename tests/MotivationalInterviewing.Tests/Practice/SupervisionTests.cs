using System.Collections.Immutable;
using CsCheck;
using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Reporting;

namespace MotivationalInterviewing.Tests.Practice;

public sealed class SupervisionTests
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_pushing =
    [
        "Hello. Where would you like to start?", "You should stop drinking, you know.", "Do you drink every day?", "How many?", "With whom?", "You really need to think of your liver.",
        "What would it take for you to change?", "You feel torn about all of this.", "If you keep this up it will kill you.", "What else?",
    ];

    private static readonly string[] s_listening =
    [
        "Hello, thanks for coming in. Where would you like to start?", "It's not easy to be sent here.", "You've got your own view of this, and it's up to you what you do.", "What matters most to you?",
        "Family comes first for you.", "You work hard for the people around you.", "What worries you, if anything, about how things are?", "Part of you would like it to be different.", "What would be better then?",
        "You've thought about this, and that takes something.",
    ];

    [Fact]
    public void Hint_FadesFromEveryTurnToAfterSlipsToSilence()
    {
        var (client, replies) = Play("alcohol-ray", s_pushing);
        Assert.All(replies, r => Assert.NotNull(Coach.Hint(CoachingLevel.Full, client.Profile, r)));
        Assert.All(replies, r => Assert.Null(Coach.Hint(CoachingLevel.Silent, client.Profile, r)));
        Assert.Null(Coach.Hint(CoachingLevel.AfterSlips, client.Profile, replies[0]));
        Assert.StartsWith("That was advice", Coach.Hint(CoachingLevel.AfterSlips, client.Profile, replies[1])!.Offered, StringComparison.Ordinal);
        Assert.Equal([CoachingLevel.Full, CoachingLevel.AfterSlips, CoachingLevel.Silent, CoachingLevel.Silent], Enum.GetValues<LadderStep>().Select(s => Standing(s).Coaching));
    }

    [Fact]
    public void WhatWouldYouDo_EveryTurnOfEveryClient_OffersTwoKindsOfResponseThatTheGuardLetsPass()
    {
        foreach (var profile in ClientProfiles.All)
        {
            var (client, replies) = Play(profile.Id, s_listening);
            foreach (var reply in replies)
            {
                var hint = Coach.WhatWouldYouDo(client.Profile, reply);
                Assert.Equal(2, hint.Options.Length);
                Assert.All(hint.Options, o => Assert.True(o.Technique.Length > 0 && o.Example.Length > 3 && o.Reason.Length > 10));
                Assert.NotEqual(hint.Options[0].Technique, hint.Options[1].Technique);
            }
        }
    }

    [Fact]
    public void Debrief_PushyCounselor_StrengthsFirstAndAtMostThreeThingsEachReplayedFromItsOwnMoment()
    {
        var (client, replies) = Play("alcohol-ray", s_pushing);
        var debrief = Supervisor.Debrief(client, replies[^1].State);
        Assert.InRange(debrief.Strengths.Length, 1, 3);
        Assert.InRange(debrief.ToTry.Length, 1, 3);
        Assert.Contains(debrief.ToTry, t => t.Skill == PracticeSkill.Partnership);
        Assert.All(debrief.ToTry, t => Assert.True(t.Turns.Length > 0 && t.Reason.Length > 20 && t.Instrument.Length > 0 && t.Rating is >= 1 and <= 3));
        Assert.True(debrief.ToTry.SequenceEqual(debrief.ToTry.OrderBy(t => t.Rating)));
        foreach (var replay in debrief.ToTry.Select(t => t.Replay!))
        {
            var before = replay.Turn == 0 ? client.Begin(7) : replies[(replay.Turn / 2) - 1].State;
            Assert.Equal(client.Answer(before, replay.Alternative).Text, replay.WouldHaveAnswered);
            Assert.Equal(replies[replay.Turn / 2].Text, replay.Answered);
        }
    }

    [Fact]
    public void Debrief_ListeningCounselor_IsRatedAboveAPushyOneInPartnership()
    {
        var listening = Of("alcohol-denise", s_listening);
        var pushing = Of("alcohol-denise", s_pushing);
        Assert.True(listening.Skills[PracticeSkill.Partnership] > pushing.Skills[PracticeSkill.Partnership]);
        Assert.Equal(ClientProfiles.Find("alcohol-denise")!.Hidden.Length, listening.Found.Length + listening.NotFound.Length);
        Assert.NotEmpty(listening.Summary.Miti.Verdicts);

        static Debrief Of(string id, string[] turns)
        {
            var (client, replies) = Play(id, turns);
            return Supervisor.Debrief(client, replies[^1].State);
        }
    }

    [Fact]
    public void Debrief_DangerHintedAtAndNeverAskedAbout_ComesFirstAndBlocksTheLadder()
    {
        var told = 0;
        foreach (var profile in ClientProfiles.All.Where(p => p.Risk is not null))
        {
            for (var seed = 0; seed < 20 && told < 3; seed++)
            {
                var (client, replies) = Play(profile.Id, [.. s_listening, .. s_listening.Skip(1), .. s_listening.Skip(1)], seed);
                if (!replies[^1].State.RiskTold) continue;
                told++;
                var debrief = Supervisor.Debrief(client, replies[^1].State);
                Assert.True(debrief.UnmetRisk);
                Assert.Equal(PracticeSkill.RiskHandling, debrief.ToTry[0].Skill);
                Assert.Contains("danger", Coach.WhatWouldYouDo(client.Profile, replies[^1]).Offered, StringComparison.Ordinal);
            }
        }

        Assert.True(told > 0);
        var portfolio = Practiced(4, risk: true);
        Assert.False(Ladder.Assess(portfolio, SessionKind.Simulated, s_now).ReadyForSignOff);
    }

    [Theory]
    [InlineData(5, "you gave yourself 5, the measures say about 3")]
    [InlineData(3, "agree (3 of 5)")]
    [InlineData(1, "better than you thought")]
    public void Compare_OwnViewAgainstTheMeasures_DoesNotScold(int own, string says)
    {
        var (client, replies) = Play("alcohol-ray", s_pushing);
        var debrief = Supervisor.Debrief(client, replies[^1].State) with { Skills = ImmutableDictionary<PracticeSkill, double>.Empty.Add(PracticeSkill.Evoking, 0.5) };
        Assert.Contains(says, debrief.Compare(PracticeSkill.Evoking, own), StringComparison.Ordinal);
        Assert.Contains("too little", debrief.Compare(PracticeSkill.Planning, own), StringComparison.Ordinal);
    }

    [Fact]
    public void Portfolio_KindsOfSessions_AreNeverMixedAndMasteryFades()
    {
        var portfolio = Practiced(3);
        portfolio = portfolio with { Sessions = portfolio.Sessions.Add(portfolio.Sessions[0] with { Id = "real", Kind = SessionKind.Real, Skills = portfolio.Sessions[0].Skills.SetItem(PracticeSkill.Reflecting, 0) }) };
        Assert.Equal(3, portfolio.MasteryOf(SessionKind.Simulated, s_now).First(m => m.Skill == PracticeSkill.Reflecting).Sessions);
        Assert.Equal(0, portfolio.MasteryOf(SessionKind.Real, s_now).First(m => m.Skill == PracticeSkill.Reflecting).Value);
        Assert.Empty(portfolio.MasteryOf(SessionKind.RolePlayed, s_now));
        var later = portfolio.MasteryOf(SessionKind.Simulated, s_now.AddDays(200)).First(m => m.Skill == PracticeSkill.Reflecting).Value;
        Assert.True(later < portfolio.MasteryOf(SessionKind.Simulated, s_now).First(m => m.Skill == PracticeSkill.Reflecting).Value);
        Assert.Equal(PracticeSkill.Evoking, portfolio.NextExercise(SessionKind.Simulated, s_now).Skill);
    }

    [Fact]
    public void TrendOf_ThreeSessions_HasStudentsIntervalAndFewerHaveNone()
    {
        var portfolio = Practiced(3);
        portfolio = portfolio with { Sessions = [.. portfolio.Sessions.Select((s, i) => s with { Measures = s.Measures.SetItem("reflection-to-question", 1 + i) })] };
        var trend = portfolio.TrendOf(SessionKind.Simulated, "reflection-to-question");
        // Mean 2, standard error 1/sqrt(3), t(2) = 4.303.
        Assert.Equal(2, trend.Recent!.Value, 6);
        Assert.Equal(2 - (4.303 / Math.Sqrt(3)), trend.Interval!.Value.Low, 4);
        Assert.Null((portfolio with { Sessions = portfolio.Sessions[..2] }).TrendOf(SessionKind.Simulated, "reflection-to-question").Interval);
        Assert.Null(portfolio.TrendOf(SessionKind.Real, "reflection-to-question").Recent);
    }

    [Fact]
    public void Portfolio_SavedAndLoaded_IsTheSameAndHoldsNoWords()
    {
        var (client, replies) = Play("alcohol-ray", s_pushing);
        var portfolio = new Portfolio { Name = "t", Sessions = [PortfolioSession.Of(Supervisor.Debrief(client, replies[^1].State), client.Profile, "1", s_now)] };
        var json = portfolio.ToJson();
        Assert.Equal(json, Portfolio.FromJson(json).ToJson());
        Assert.DoesNotContain("liver", json, StringComparison.Ordinal);
        Assert.Contains("newer version (9)", Assert.Throws<FormatException>(() => Portfolio.FromJson(json.Replace("\"version\":1", "\"version\":9", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Portfolio.FromJson("{"));
        Assert.Throws<FormatException>(() => Portfolio.FromJson("[]"));
    }

    [Fact]
    public void Ladder_StepByStep_NeedsTheCriteriaAHumanAndPracticeThatGoesOn()
    {
        var portfolio = Practiced(4);
        Assert.Equal(LadderStep.Observed, Ladder.Assess(portfolio, SessionKind.Simulated, s_now).Step);
        Assert.True(Ladder.Assess(portfolio, SessionKind.Simulated, s_now).ReadyForSignOff);
        Assert.False(Ladder.Assess(portfolio, SessionKind.Real, s_now).ReadyForSignOff);
        portfolio = Ladder.SignOff(portfolio, SessionKind.Simulated, "Lee", s_now);
        Assert.Equal(LadderStep.Coached, Ladder.Assess(portfolio, SessionKind.Simulated, s_now).Step);
        Assert.Throws<InvalidOperationException>(() => Ladder.SignOff(portfolio, SessionKind.Simulated, "Lee", s_now));
        portfolio = Ladder.SignOff(portfolio, SessionKind.Simulated, "Lee", s_now.AddDays(1), "observed at work");
        Assert.Equal("observed at work", portfolio.SignOffs[^1].OverrideReason);
        Assert.Equal(LadderStep.Reviewed, Ladder.Assess(portfolio, SessionKind.Simulated, s_now.AddDays(2)).Step);
        var lapsed = Ladder.Assess(portfolio, SessionKind.Simulated, s_now.AddDays(200));
        Assert.True(lapsed.Lapsed);
        Assert.Equal(LadderStep.Coached, lapsed.Step);
    }

    [Fact]
    public void Record_SignedUnsignedChanged_SaysWhichAndThatItIsNoLicense()
    {
        var portfolio = Ladder.SignOff(Practiced(4), SessionKind.Simulated, "Lee", s_now);
        byte[] key = [1, 2, 3, 4, 5, 6, 7, 8];
        var record = Ladder.Record(portfolio, key);
        Assert.Contains("no license to practice", record, StringComparison.Ordinal);
        Assert.True(Ladder.Verify(record, key));
        Assert.False(Ladder.Verify(record.Replace("Coached", "Independent", StringComparison.Ordinal), key));
        Assert.False(Ladder.Verify(record, [9]));
        Assert.Contains("unsigned", Ladder.Record(portfolio), StringComparison.Ordinal);
        Assert.False(Ladder.Verify(Ladder.Record(portfolio), key));
    }

    [Fact]
    public void Drills_EveryKind_HasTwentyItemsAndDrawsNoneTwice()
    {
        foreach (var kind in Enum.GetValues<DrillKind>())
        {
            var drawn = Drills.Draw(kind, 20, 3);
            Assert.Equal(20, drawn.Select(d => d.Id).Distinct().Count());
            Assert.Equal(drawn.Select(d => d.Id), Drills.Draw(kind, 20, 3).Select(d => d.Id));
            Assert.True(Drills.Task(kind).Length > 5);
        }

        Assert.All(Drills.All.Where(d => d.Kind == DrillKind.RankResponses), d => Assert.True(d.Good.Length > 0 && d.Good.Length < d.Options.Length));
    }

    [Theory]
    [InlineData(DrillKind.ReflectionsOnly, "You feel torn about it.", true)]
    [InlineData(DrillKind.ReflectionsOnly, "How long have you felt like that?", false)]
    [InlineData(DrillKind.ReflectionsOnly, "You should see a doctor about that.", false)]
    [InlineData(DrillKind.OpenClosedQuestions, "What is that like for you?", true)]
    [InlineData(DrillKind.OpenClosedQuestions, "Do you drink every day?", false)]
    [InlineData(DrillKind.AnswerDiscord, "I'm sorry, I got ahead of you.", true)]
    [InlineData(DrillKind.AnswerDiscord, "You need to stop being so defensive.", false)]
    [InlineData(DrillKind.ElicitProvideElicit, "It depends.", false)]
    public void Check_Answer_IsReadByCoderAndGuard(DrillKind kind, string answer, bool met) =>
        Assert.Equal(met, Drills.Check(Drills.All.First(d => d.Kind == kind), answer).Met);

    [Fact]
    public void Check_SpotAndRank_GoByTheCorpus()
    {
        foreach (var item in Drills.All.Where(d => d.Kind == DrillKind.SpotChangeTalk))
        {
            var right = item.Talk switch { TalkDirection.Change => "change", TalkDirection.Sustain => "sustain", _ => "neither" };
            Assert.Equal([right], new[] { "change", "sustain", "neither" }.Where(a => Drills.Check(item, a).Met));
        }

        var rank = Drills.All.First(d => d.Kind == DrillKind.RankResponses);
        Assert.True(Drills.Check(rank, ((char)('a' + rank.Good[0])).ToString()).Met);
    }

    [Fact]
    public void Check_AnyText_NeverThrows() =>
        Gen.Select(Gen.Int[0, Drills.All.Length - 1], Gen.String[0, 80]).Sample((i, text) => Drills.Check(Drills.All[i], text).Reason.Length > 0, iter: 200);

    [Fact]
    public void DebriefReport_Page_IsSelfContainedAndEncodesWords()
    {
        var (client, replies) = Play("alcohol-ray", [.. s_pushing, "You <b>should</b> stop."]);
        using var page = new StringWriter();
        DebriefReport.Write(page, Supervisor.Debrief(client, replies[^1].State), client.Profile, ImmutableDictionary<PracticeSkill, int>.Empty.Add(PracticeSkill.Reflecting, 4));
        var html = page.ToString();
        Assert.Contains("What went well", html, StringComparison.Ordinal);
        Assert.Contains("played again", html, StringComparison.Ordinal);
        Assert.True(html.IndexOf("What went well", StringComparison.Ordinal) < html.IndexOf("Worth trying", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>should</b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_OfWhatHoldsWords_ShowsNone()
    {
        var (client, replies) = Play("alcohol-ray", s_pushing);
        var debrief = Supervisor.Debrief(client, replies[^1].State);
        Assert.DoesNotContain("drink", $"{debrief} {debrief.ToTry[0]} {debrief.ToTry[0].Replay} {Coach.WhatWouldYouDo(client.Profile, replies[1])}", StringComparison.Ordinal);
    }

    private static (SimulatedClient Client, List<ClientReply> Replies) Play(string id, string[] turns, int seed = 7)
    {
        var client = new SimulatedClient(ClientProfiles.Find(id)!);
        var replies = new List<ClientReply>();
        var state = client.Begin(seed);
        foreach (var turn in turns)
        {
            if (state.Left) break;
            replies.Add(client.Answer(state, turn));
            state = replies[^1].State;
        }

        return (client, replies);
    }

    private static LadderStanding Standing(LadderStep step) => new() { Step = step, Lapsed = false, ReadyForSignOff = false, Missing = [] };

    private static Portfolio Practiced(int sessions, bool risk = false) => new()
    {
        Name = "t",
        Sessions = [.. Enumerable.Range(0, sessions).Select(i => new PortfolioSession
        {
            Id = $"{i}",
            Kind = SessionKind.Simulated,
            At = s_now.AddDays(i - sessions),
            Client = "c",
            Resistance = 4,
            Mandated = true,
            Turns = 20,
            Instrument = Ladder.Default[0].Instrument,
            Measures = ImmutableDictionary<string, double>.Empty.Add("reflection-to-question", 2.1).Add("complex-reflections", 0.55).Add("non-adherent", 0),
            Skills = ImmutableDictionary<PracticeSkill, double>.Empty.Add(PracticeSkill.Reflecting, 0.9).Add(PracticeSkill.Evoking, 0.4),
            UnmetRisk = risk,
        })],
    };
}
