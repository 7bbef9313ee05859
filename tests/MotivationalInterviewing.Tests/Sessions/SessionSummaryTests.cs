using CsCheck;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class SessionSummaryTests
{
    private static readonly string[] s_counselor =
    [
        "Patches come in three strengths. [GI]", "How was it? [QUO]", "Every day? [QUC]", "Stairs are hard. [RES]", "Part of you is done limping. [REC]",
        "You kept the log all week. [AF]", "You should stop. [ADW]", "Would it be okay if I told you? [EC=Seek]", "It is your call. [EC=Emphasize]", "Mm-hm. [FA]",
        "That is an excuse. [CO]", "Let us turn to sleep. [ST]", "Throw it away. [DI]", "Hard week. [SU] How was it? [QUO]",
    ];

    private static readonly string[] s_client = ["Mm-hm. [FN]", "It was long. [FN]", "My sugar would settle. [R+]", "It calms me. [R-]", "What would you do? [FN]", "No. [FN]", "Sure. [FN]", "I will, from Monday. [C+] But I like it. [D-]"];

    private static readonly Gen<CodedTranscript> s_sessions =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 999]).List[0, 60].Select(list => new CodedTranscript
        {
            Session = "s",
            Target = TargetBehavior.Presets[0],
            Utterances = [.. list.Select((t, i) => Turn(i + 1, t.Item1, t.Item2))],
        });

    private static CodedUtterance Turn(int number, int kind, int pick)
    {
        if (kind == 3 && pick % 10 == 0) return MitiSpec.Turn(number, Speaker.Other, "Hello there.");
        var turn = kind < 2 ? MitiSpec.Turn(number, Speaker.Counselor, s_counselor[pick % s_counselor.Length]) : MitiSpec.Turn(number, Speaker.Client, s_client[pick % s_client.Length]);
        return turn.Utterance.Speaker == Speaker.Client ? turn with { Strength = (int)turn.Talk! switch { 1 => 3, 2 => -2, _ => 0 } } : turn;
    }

    private static CodedTranscript Session(params string[] turns) => new()
    {
        Session = "s",
        Utterances = [.. turns.Select((t, i) => MitiSpec.Turn(i + 1, t.StartsWith("c:", StringComparison.Ordinal) ? Speaker.Client : Speaker.Counselor, t[2..]))],
    };

    private static CodedTranscript Repeat(params (string Turn, int Times)[] turns) => Session([.. turns.SelectMany(t => Enumerable.Repeat(t.Turn, t.Times))]);

    [Fact]
    public void SessionRecorder_AfterEveryTurn_EqualsTheBatch() => s_sessions.Sample(session =>
    {
        var recorder = new SessionRecorder("s", session.Target);
        for (var i = 0; i < session.Utterances.Length; i++)
        {
            recorder.Add(session.Utterances[i]);
            var live = recorder.Summarize();
            var batch = SessionSummary.Of(session with { Utterances = session.Utterances[..(i + 1)] });
            Assert.Equal(batch, live);
            Assert.Equal(batch.Miti.Volleys, live.Miti.Volleys);
            Assert.Equal(batch.Miti.ReflectionToQuestion, recorder.ReflectionToQuestion);
            Assert.Equal(batch.ChangeTalkShare, recorder.ChangeTalkShare);
        }
    }, iter: 200);

    [Fact]
    public void SessionRecorder_SummaryHandedOut_NeverChanges() => s_sessions.Sample(session =>
    {
        var recorder = new SessionRecorder("s");
        var half = session.Utterances.Length / 2;
        for (var i = 0; i < half; i++) recorder.Add(session.Utterances[i]);
        var then = recorder.Summarize();
        for (var i = half; i < session.Utterances.Length; i++) recorder.Add(session.Utterances[i]);
        var again = SessionSummary.Of(session with { Target = null, Utterances = session.Utterances[..half] });
        Assert.Equal(again.Miti.Volleys, then.Miti.Volleys);
        Assert.Equal(again.Misc.Explain(MiscMeasure.ChangeTalk), then.Misc.Explain(MiscMeasure.ChangeTalk));
    }, iter: 100);

    [Fact]
    public void SessionSummary_AnySession_VolleyCountsAddUpToTheTotals() => s_sessions.Sample(session =>
    {
        var miti = SessionSummary.Of(session).Miti;
        Assert.All(miti.Counts, c => Assert.Equal(miti.Volleys.CountOf(c.Code), c.Count));
        Assert.All(miti.Counts, c => Assert.Equal(c.Count, miti.Explain(c.Code).Turns.Length));
        Assert.All(miti.Volleys, v => Assert.True(v.Counts.Length <= 8));
        Assert.Equal(miti.VolleyCount, miti.Volleys.Count);
    }, iter: 200);

    [Fact]
    public void SessionSummary_WithoutEvidence_HasTheSameNumbersAndRefusesToExplain() => s_sessions.Sample(session =>
    {
        var with = SessionSummary.Of(session);
        var without = SessionSummary.Of(session, new SessionOptions { KeepEvidence = false });
        Assert.Equal(with.Misc, without.Misc);
        Assert.Equal(with.Miti.Counts, without.Miti.Counts);
        Assert.Throws<InvalidOperationException>(() => without.Misc.Explain(Misc25.Affirm));
        Assert.Throws<InvalidOperationException>(() => without.Miti.Volleys);
    }, iter: 50);

    [Theory]
    [InlineData(2048)]
    [InlineData(10_000)]
    public void StrengthTrend_OfALongSession_KeepsItsLineInBoundedMemory(int turns)
    {
        var recorder = new SessionRecorder("s", null, new SessionOptions { KeepEvidence = false });
        var strengths = new sbyte[turns];
        for (var i = 0; i < turns; i++)
        {
            strengths[i] = (sbyte)((i * 11 / turns) - 5);
            recorder.Add(MitiSpec.Turn(i, Speaker.Client, "Sure. [FN]") with { Strength = strengths[i] });
        }

        var (bounded, exact) = (recorder.Summarize().Strength, StrengthTrend.Of(strengths));
        if (turns <= 2048) Assert.Equal(exact, bounded);
        else Assert.All(exact.Deciles.Zip(bounded.Deciles), d => Assert.Equal(d.First!.Value, d.Second!.Value, .02));
    }

    [Fact]
    public void MiscSummary_EveryFormula_CountsUnitsNotVolleys()
    {
        var misc = SessionSummary.Of(Session(
            "k:How was it? [QUO] Every day? [QUC] At work? [QUC] At home? [QUC] Alone? [QUC]",
            "c:It calms me. [R-]",
            "k:Stairs are hard. [RES] Part of you is done. [REC] And tired. [REC] And sore. [REC] It hurts. [RES] Her fear. [RF]",
            "c:My sugar would settle. [R+] I will. [C+] I could. [A+] I must. [N+] I want it. [D+]",
            "k:Good of you to ring. [AF] Hard week. [SU] Your call. [EC] Try gum if you like. [ADP] You should stop. [ADW] Stop it. [DI]")).Misc;
        Assert.Equal(5.0 / 5, misc.ReflectionToQuestion.Value);
        Assert.Equal(1.0 / 5, misc.OpenQuestions.Value);
        Assert.Equal(3.0 / 5, misc.ComplexReflections.Value);
        Assert.Equal(5.0 / 6, misc.ChangeTalkShare.Value);
        Assert.Equal(4, misc.MiConsistent(MicoDefinition.Core));
        Assert.Equal(4 + 1 + 5, misc.MiConsistent(MicoDefinition.WithQuestionsAndReflections));
        Assert.Equal(2, misc.MiInconsistent);
        Assert.Equal(4.0 / 6, misc.MiConsistentShare(MicoDefinition.Core).Value);
        Assert.Equal(10.0 / 12, misc.MiConsistentShare(MicoDefinition.WithQuestionsAndReflections).Value);
        Assert.Equal([3, 3, 3], misc.Explain(MiscMeasure.ComplexReflections).Turns);
        Assert.Equal([4, 4, 4, 4, 4], misc.Explain(MiscMeasure.ChangeTalk).Turns);
        Assert.Equal([2, 4, 4, 4, 4, 4], misc.Explain(MiscMeasure.ChangeTalk).Against);
    }

    [Fact]
    public void MiscSummary_TalkWithoutCodes_CountsTheTurn()
    {
        var turn = new CodedUtterance { Utterance = new Utterance { Turn = 1, Speaker = Speaker.Client, Text = "It calms me." }, Talk = TalkDirection.Sustain };
        var misc = SessionSummary.Of(new CodedTranscript { Session = "s", Utterances = [turn] }).Misc;
        Assert.Equal((0, 1, 0), (misc.ChangeTalk, misc.SustainTalk, misc.NeutralTalk));
        Assert.Equal(RatioGap.BelowMinimum, misc.ChangeTalkShare.Gap);
    }

    [Fact]
    public void MitiSummary_Totals_LeaveOutInformationAndPermission()
    {
        var miti = SessionSummary.Of(Session(
            "k:You kept the log. [AF] Is it okay if I share? [EC=Seek] Your call. [EC=Emphasize]", "c:I do not know. [FN]",
            "k:That is an excuse. [CO] Facts. [GI] Try gum if you like. [ADP]", "c:Well then. [FN]", "k:You must stop. [DI]")).Miti;
        Assert.Equal(3, miti.TotalAdherent);
        Assert.Equal(2, miti.TotalNonAdherent);
    }

    [Fact]
    public void MitiSummary_NoQuestions_ShowsCountToZeroWithoutVerdict()
    {
        var miti = SessionSummary.Of(Repeat(("k:Stairs are hard. [RES]", 1), ("c:They are. [FN]", 1), ("k:And long. [RES]", 1))).Miti;
        Assert.Equal("2:0", miti.ReflectionToQuestion.ToString());
        var verdict = miti.Judge(MitiMeasure.ReflectionToQuestion);
        Assert.Equal(MitiLevel.None, verdict.Level);
        Assert.Equal("The denominator is zero.", verdict.Reason);
    }

    [Theory]
    [InlineData(2.0, MitiLevel.Good)]
    [InlineData(1.9999999, MitiLevel.Fair)]
    [InlineData(1.0, MitiLevel.Fair)]
    [InlineData(0.9999999, MitiLevel.BelowFair)]
    public void MitiThreshold_AtTheEdge_IsInclusiveAndNotRounded(double value, MitiLevel level) =>
        Assert.Equal(level, MitiThreshold.ReflectionToQuestion.LevelOf(value));

    [Fact]
    public void MitiThresholds_AreTheManuals()
    {
        Assert.Equal((3.5, 4.0), (MitiThreshold.Relational.Fair, MitiThreshold.Relational.Good));
        Assert.Equal((3.0, 4.0), (MitiThreshold.Technical.Fair, MitiThreshold.Technical.Good));
        Assert.Equal((0.4, 0.5), (MitiThreshold.ComplexReflections.Fair, MitiThreshold.ComplexReflections.Good));
        Assert.Equal((1.0, 2.0), (MitiThreshold.ReflectionToQuestion.Fair, MitiThreshold.ReflectionToQuestion.Good));
        Assert.Equal(
            [("R:Q", 1, 2), ("%OQ", .5, .7), ("%CR", .4, .5), ("%MIA", .9, 1.0)],
            Miti311Summary.Of(SessionSummary.Of(Session()).Misc).Verdicts.Select(v => (v.Measure, v.Proficiency, v.Competency)));
    }

    [Fact]
    public void Interval_ThatBeginsAtAThreshold_HasReachedIt()
    {
        Assert.False(new Interval(.5, .9).Crosses(.5));
        Assert.True(new Interval(.4, .5).Crosses(.5));
        Assert.False(new Interval(.3, .49).Crosses(.5));
    }

    [Fact]
    public void MiscSummary_EveryCode_JoinsTheGroupsOfTheManual()
    {
        foreach (var code in Misc25.Codebook.Codes)
        {
            var misc = SessionSummary.Of(Session($"k:Well. [{code.Abbreviation}]")).Misc;
            var core = code.Abbreviation is "AF" or "ADP" or "EC" or "RCP" or "SU";
            Assert.Equal(core, misc.MiConsistent(MicoDefinition.Core) == 1);
            Assert.Equal(core || code.Abbreviation is "QUO" or "RES" or "REC", misc.MiConsistent(MicoDefinition.WithQuestionsAndReflections) == 1);
            Assert.Equal(code.Abbreviation is "ADW" or "CO" or "DI" or "RCW" or "WA", misc.MiInconsistent == 1);
            Assert.Equal(code.Abbreviation is "RES" or "REC", misc.ReflectionToQuestion.Numerator == 1);
            Assert.Equal(code.Abbreviation is "QUO" or "QUC", misc.ReflectionToQuestion.Denominator == 1);
        }
    }

    [Fact]
    public void MitiSummary_Explain_NamesFormulaAndTurns()
    {
        var miti = SessionSummary.Of(Session("k:How was it? [QUO]", "c:Long and dull. [FN]", "k:Stairs are hard. [RES]", "c:They are that. [FN]", "k:Part of you is done. [REC]", "c:I am. [R+]")).Miti;
        var complex = miti.Explain(MitiMeasure.ComplexReflections);
        Assert.Equal(("%CR", "MITI 4.2.1", "CR / (SR + CR), by volley."), (complex.Measure, complex.Instrument, complex.Rule));
        Assert.Equal([5], complex.Turns);
        Assert.Equal([3, 5], complex.Against);
        var ratio = miti.Explain(MitiMeasure.ReflectionToQuestion);
        Assert.Equal([3, 5], ratio.Turns);
        Assert.Equal([1], ratio.Against);
    }

    [Fact]
    public void MitiThreshold_AlmostHalfComplex_IsNotGood() => Assert.Equal(MitiLevel.Fair, MitiThreshold.ComplexReflections.LevelOf(0.4999));

    [Theory]
    [InlineData(12, 20, MitiLevel.None)]
    [InlineData(95, 100, MitiLevel.Good)]
    [InlineData(45, 1000, MitiLevel.BelowFair)]
    public void MitiVerdict_ComplexReflections_IsWithheldWhenTheIntervalCrosses(int complex, int reflections, MitiLevel level)
    {
        var turns = new List<string>();
        for (var i = 0; i < reflections; i++)
        {
            turns.Add(i < complex ? "k:Part of you is done. [REC]" : "k:Stairs are hard. [RES]");
            turns.Add("c:Well, you could say so. [FN]");
        }

        var verdict = SessionSummary.Of(Session([.. turns])).Miti.Judge(MitiMeasure.ComplexReflections);
        Assert.Equal(level, verdict.Level);
        Assert.Equal(0.17, verdict.ExpertAgreement);
        Assert.Equal(level == MitiLevel.None, verdict.Reason is not null);
        Assert.Equal("MITI 4.2.1", MitiVerdict.Instrument);
    }

    [Fact]
    public void Miti311Summary_Percentages_StandInTheirOwnType()
    {
        var misc = SessionSummary.Of(Repeat(("k:How was it? [QUO]", 7), ("k:Every day? [QUC]", 3), ("k:You kept the log. [AF]", 9), ("k:You should stop. [ADW]", 1))).Misc;
        var verdicts = Miti311Summary.Of(misc).Verdicts.ToDictionary(v => v.Measure);
        Assert.Equal(Miti311Level.Competency, verdicts["%OQ"].Level);
        Assert.Equal(Miti311Level.BeginningProficiency, verdicts["%MIA"].Level);
        Assert.Equal(Miti311Level.None, verdicts["%CR"].Level);
        Assert.Equal(Miti311Level.Below, verdicts["R:Q"].Level);
    }

    [Fact]
    public void GlobalEstimates_WithoutTarget_WithholdTheTechnicalRatings()
    {
        var session = Repeat(("k:How was it? [QUO]", 1), ("c:Long and dull. [FN]", 1));
        session = session with { Utterances = [.. Enumerable.Repeat(session.Utterances, 12).SelectMany(u => u)] };
        var without = SessionSummary.Of(session).Miti;
        Assert.Null(without.Globals.Of(MitiGlobal.CultivatingChangeTalk));
        Assert.NotNull(without.Globals.Of(MitiGlobal.Empathy));
        Assert.Equal("No target behavior: the technical ratings need a change goal.", without.Judge(MitiMeasure.Technical).Reason);
        var with = SessionSummary.Of(session with { Target = TargetBehavior.Presets[0] }).Miti;
        Assert.Equal(4, with.Globals.Estimates.Length);
        Assert.All(with.Globals.Estimates, e => Assert.Contains("estimate", e.ToString(), StringComparison.Ordinal));
        Assert.All(with.Globals.Estimates, e => Assert.InRange(e.Value, e.Interval.Low, e.Interval.High));
    }

    [Fact]
    public void GlobalEstimates_ShortSession_AreWithheld() =>
        Assert.Equal("Only 1 counselor volleys; at least 10 are needed.", SessionSummary.Of(Session("k:How was it? [QUO]")).Miti.Globals.Withheld);

    [Fact]
    public void TalkShare_WordsAndTimes_AreTheCounselorsShare()
    {
        static CodedUtterance Said(int turn, Speaker speaker, string text, double start, double end) => new()
        {
            Utterance = new Utterance { Turn = turn, Speaker = speaker, Text = text, Start = TimeSpan.FromSeconds(start), End = TimeSpan.FromSeconds(end) },
        };
        var session = new CodedTranscript { Session = "s", Utterances = [Said(1, Speaker.Counselor, "How was it, [laughs] really?", 0, 1), Said(2, Speaker.Client, "I don't know. It was long and dull.", 1, 5)] };
        var share = SessionSummary.Of(session).TalkShare;
        Assert.Equal((4, 8), (share.CounselorWords, share.ClientWords));
        Assert.Equal(4.0 / 12, share.ByWords.Value);
        Assert.Equal(0.2, share.ByTime);
    }

    [Fact]
    public void QuestionRun_FacilitationBetween_DoesNotBreakIt()
    {
        var run = SessionSummary.Of(Session("k:How was it? [QUO]", "k:Mm-hm. [FA]", "k:Daily? [QUC]", "k:Stairs are hard. [RES] Are they? [QUC]", "k:Alone? [QUC]")).LongestQuestionRun;
        Assert.Equal(new QuestionRun(2, 1, 3), run);
    }

    [Fact]
    public void MiscSummary_MeanStrength_IsThatOfTheFirstCodeOnTheTurnsSide()
    {
        static CodedUtterance Said(string marked, int strength) => MitiSpec.Turn(1, Speaker.Client, marked) with { Strength = strength };
        var misc = SessionSummary.Of(new CodedTranscript { Session = "s", Utterances = [Said("I will. [C+]", 4), Said("I like it, [D-] but I will. [C+] I could. [A+]", 1), Said("It calms me. [R-]", -3), Said("Sure. [FN]", 0)] }).Misc;
        Assert.Equal((2.5, -3.0), (misc.MeanStrengthOf(DarnCat.Codebook.Parse("C+")), misc.MeanStrengthOf(DarnCat.Codebook.Parse("R-"))));
        Assert.Null(misc.MeanStrengthOf(DarnCat.Codebook.Parse("D-")));
        Assert.Null(misc.MeanStrengthOf(DarnCat.Codebook.Parse("A+")));
        Assert.Null(misc.MeanStrengthOf(Misc25.Affirm));
    }

    [Fact]
    public void StrengthTrend_StraightLine_HasItsSlope()
    {
        var trend = StrengthTrend.Of([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]);
        Assert.Equal(5, trend.Final);
        Assert.Equal(95 / 82.5, trend.Slope!.Value, 10);
        Assert.Null(StrengthTrend.Of([1, 2]).Slope);
        Assert.NotNull(StrengthTrend.Of([]).Reason);
    }
}
