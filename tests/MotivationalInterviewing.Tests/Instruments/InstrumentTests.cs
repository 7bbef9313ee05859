using MotivationalInterviewing.Sessions.Instruments;
using I = MotivationalInterviewing.Sessions.Instruments.Instruments;

namespace MotivationalInterviewing.Tests.Instruments;

public class InstrumentTests
{
    public static TheoryData<string> Ids => [.. Instrument.All.Select(i => i.Id)];

    private static int?[] Fill(int count, int value) => [.. Enumerable.Repeat<int?>(value, count)];

    /// <summary>Answers of a total: as many points as possible item by item.</summary>
    private static int?[] Points(Instrument instrument, int points)
    {
        var answers = new int?[instrument.Items.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var item = instrument.Items[i];
            var most = item.Allowed.Where(v => v <= points).DefaultIfEmpty(item.Allowed[0]).Max();
            answers[i] = most;
            points -= most;
        }

        Assert.Equal(0, points);
        return answers;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_OfEveryInstrument_IsConsistent(string id)
    {
        var i = Instrument.Find(id)!;
        Assert.Same(i, Instrument.Find(id.ToUpperInvariant()));
        Assert.Equal(Enumerable.Range(1, i.Items.Length), i.Items.Select(x => x.Number));
        Assert.All(i.Items, x => Assert.Equal(i.License.ShipsText, x.Text is not null));
        Assert.NotEmpty(i.License.Terms);
        Assert.NotEmpty(i.License.Source);
        foreach (var scale in i.Scales)
        {
            var lows = scale.Items.Select(n => (double)i.Items[n - 1].Allowed[0]).ToArray();
            var highs = scale.Items.Select(n => (double)i.Items[n - 1].Allowed[^1]).ToArray();
            Assert.Equal(scale.Method == ScaleMethod.Sum ? lows.Sum() : lows.Average(), scale.Minimum);
            Assert.Equal(scale.Method == ScaleMethod.Sum ? highs.Sum() : highs.Average(), scale.Maximum);
            foreach (var cutOffs in scale.CutOffs)
            {
                // Whole scores: every one has exactly one band.
                for (var score = (int)scale.Minimum; score <= scale.Maximum; score++) Assert.Single(cutOffs.Bands, b => score >= b.From && score <= b.To);
                Assert.NotEmpty(cutOffs.Source);
            }
        }
    }

    [Theory]
    [InlineData("rulers", 3, true)]
    [InlineData("socrates-8a", 19, true)]
    [InlineData("socrates-8d", 19, true)]
    [InlineData("urica-32", 32, false)]
    [InlineData("rtcq", 12, false)]
    [InlineData("contemplation-ladder", 1, true)]
    [InlineData("decisional-balance", 4, true)]
    [InlineData("audit", 10, false)]
    [InlineData("audit-c", 3, false)]
    [InlineData("dast-10", 10, false)]
    [InlineData("ftnd", 6, false)]
    [InlineData("phq-2", 2, true)]
    [InlineData("phq-9", 9, true)]
    public void Definition_ItemsAndText_ShipOnlyWhereFree(string id, int items, bool text)
    {
        Assert.Equal((items, text), (Instrument.Find(id)!.Items.Length, Instrument.Find(id)!.License.ShipsText));
        Assert.Equal(13, Instrument.All.Length);
    }

    [Theory]
    [InlineData("socrates-8a", "recognition", "1 3 7 10 12 15 17", 7, 35)]
    [InlineData("socrates-8a", "ambivalence", "2 6 11 16", 4, 20)]
    [InlineData("socrates-8a", "taking-steps", "4 5 8 9 13 14 18 19", 8, 40)]
    [InlineData("socrates-8d", "recognition", "1 3 7 10 12 15 17", 7, 35)]
    [InlineData("socrates-8d", "ambivalence", "2 6 11 16", 4, 20)]
    [InlineData("socrates-8d", "taking-steps", "4 5 8 9 13 14 18 19", 8, 40)]
    [InlineData("urica-32", "precontemplation", "1 5 11 13 23 26 29", 1, 5)]
    [InlineData("urica-32", "contemplation", "2 8 12 15 19 21 24", 1, 5)]
    [InlineData("urica-32", "action", "3 7 10 14 17 25 30", 1, 5)]
    [InlineData("urica-32", "maintenance", "6 16 18 22 27 28 32", 1, 5)]
    [InlineData("rtcq", "precontemplation", "1 5 10 12", -8, 8)]
    [InlineData("rtcq", "contemplation", "3 4 8 9", -8, 8)]
    [InlineData("rtcq", "action", "2 6 7 11", -8, 8)]
    [InlineData("audit", "total", "1 2 3 4 5 6 7 8 9 10", 0, 40)]
    [InlineData("audit", "use", "1 2 3", 0, 12)]
    [InlineData("audit", "dependence", "4 5 6", 0, 12)]
    [InlineData("audit", "harm", "7 8 9 10", 0, 16)]
    [InlineData("audit-c", "total", "1 2 3", 0, 12)]
    [InlineData("dast-10", "total", "1 2 3 4 5 6 7 8 9 10", 0, 10)]
    [InlineData("ftnd", "total", "1 2 3 4 5 6", 0, 10)]
    [InlineData("ftnd", "hsi", "1 4", 0, 6)]
    [InlineData("phq-2", "total", "1 2", 0, 6)]
    [InlineData("phq-9", "total", "1 2 3 4 5 6 7 8 9", 0, 27)]
    [InlineData("decisional-balance", "change", "2 3", 0, 20)]
    [InlineData("decisional-balance", "staying", "1 4", 0, 20)]
    public void Key_OfEveryScale_IsThePublishedOne(string id, string scale, string items, double minimum, double maximum)
    {
        var instrument = Instrument.Find(id)!;
        var s = instrument.Scales.Single(x => x.Id == scale);
        Assert.Equal(items.Split(' ').Select(int.Parse), s.Items);
        Assert.Equal((minimum, maximum), (s.Minimum, s.Maximum));
        // The score moves with its items and with no other.
        var lowest = instrument.Items.ToDictionary(x => x.Number, x => (int?)x.Allowed[0]);
        var at = instrument.ScoreScales(lowest).Single(x => x.Id == scale).Value;
        foreach (var item in instrument.Items)
        {
            var one = new Dictionary<int, int?>(lowest) { [item.Number] = item.Allowed[^1] };
            Assert.Equal(s.Items.Contains(item.Number), instrument.ScoreScales(one).Single(x => x.Id == scale).Value != at);
        }
    }

    [Fact]
    public void Socrates_Sums_AreTyped()
    {
        var low = I.Socrates8A.Score(Fill(19, 1));
        Assert.Equal((7, 4, 8), (low.Recognition, low.Ambivalence, low.TakingSteps));
        var high = I.Socrates8D.Score(Fill(19, 5));
        Assert.Equal((35, 20, 40), (high.Recognition, high.Ambivalence, high.TakingSteps));
    }

    [Theory]
    [InlineData(0, 26, "lowest")]
    [InlineData(0, 27, "below medium")]
    [InlineData(0, 32, "medium")]
    [InlineData(0, 33, "medium")]
    [InlineData(0, 34, "above medium")]
    [InlineData(1, 8, "lowest")]
    [InlineData(1, 9, "below medium")]
    [InlineData(1, 15, "medium")]
    [InlineData(1, 16, "above medium")]
    [InlineData(2, 25, "lowest")]
    [InlineData(2, 26, "below medium")]
    [InlineData(2, 33, "medium")]
    [InlineData(2, 34, "above medium")]
    public void Socrates_Deciles_HaveTheirEdges(int scale, int score, string band) => Assert.Equal(band, I.Socrates8A.Scales[scale].CutOffs[0].Find(score)!.Name);

    [Fact]
    public void Urica_Readiness_IsSumOfMeansLessPrecontemplation()
    {
        var answers = Fill(32, 1);
        foreach (var n in I.Urica32.Scales.Where(s => s.Id != "precontemplation").SelectMany(s => s.Items)) answers[n - 1] = 5;
        var top = I.Urica32.Score(answers);
        Assert.Equal((1, 5, 5, 5, 14), (top.Precontemplation, top.Contemplation, top.Action, top.Maintenance, top.Readiness));
        Assert.Equal(-2, I.Urica32.Score([.. answers.Select(a => (int?)(6 - a))]).Readiness);
    }

    [Theory]
    [InlineData(8, StageOfChange.Precontemplation)]
    [InlineData(8.01, StageOfChange.Contemplation)]
    [InlineData(11, StageOfChange.Contemplation)]
    [InlineData(11.01, StageOfChange.Preparation)]
    public void Urica_Umbc_HasItsEdges(double readiness, StageOfChange stage)
    {
        Assert.Equal(stage, I.UricaStageByUmbc(readiness));
        Assert.StartsWith(stage.ToString(), I.UricaUmbc.Find(readiness)!.Name, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(9.3, StageOfChange.Precontemplation)]
    [InlineData(10.1, StageOfChange.Precontemplation)]
    [InlineData(10.2, StageOfChange.Contemplation)]
    [InlineData(11.0, StageOfChange.Contemplation)]
    [InlineData(11.7, StageOfChange.Contemplation)]
    [InlineData(11.9, StageOfChange.Action)]
    [InlineData(12.6, StageOfChange.Action)]
    public void Urica_Vcu_PicksTheNearestMean(double readiness, StageOfChange stage) => Assert.Equal(stage, I.UricaStageByVcu(readiness));

    [Fact]
    public void Rtcq_Highest_WinsAndATieGoesToTheLaterStage()
    {
        Assert.Equal(StageOfChange.Action, I.Rtcq.Score(Fill(12, 0)).Stage);
        Assert.Equal(StageOfChange.Precontemplation, Score(1, 0, 0).Stage);
        Assert.Equal(StageOfChange.Contemplation, Score(1, 1, 0).Stage);
        Assert.Equal(StageOfChange.Action, Score(0, 1, 1).Stage);
        var r = Score(-2, 2, 1);
        Assert.Equal((-8, 8, 4), (r.Precontemplation, r.Contemplation, r.Action));
        Assert.Equal(20 / 3.0, r.Continuous, 12);

        static RtcqResult Score(int p, int c, int a)
        {
            var answers = new Dictionary<int, int?>();
            foreach (var (scale, value) in I.Rtcq.Scales.Zip([p, c, a]))
                foreach (var n in scale.Items) answers[n] = value;
            return I.Rtcq.Score(answers);
        }
    }

    [Theory]
    [InlineData(7, AuditLevel.Low)]
    [InlineData(8, AuditLevel.Hazardous)]
    [InlineData(15, AuditLevel.Hazardous)]
    [InlineData(16, AuditLevel.Harmful)]
    [InlineData(19, AuditLevel.Harmful)]
    [InlineData(20, AuditLevel.PossibleDependence)]
    [InlineData(40, AuditLevel.PossibleDependence)]
    public void Audit_Total_HasItsEdges(int total, AuditLevel level) => Assert.Equal((total, level), (I.Audit.Score(Points(I.Audit, total)).Total, I.Audit.Score(Points(I.Audit, total)).LevelByTotal));

    [Theory]
    [InlineData(4, 1, AuditLevel.Low)]
    [InlineData(4, 2, AuditLevel.Hazardous)]
    [InlineData(5, 2, AuditLevel.Hazardous)]
    [InlineData(6, 2, AuditLevel.Hazardous)]
    [InlineData(7, 4, AuditLevel.Low)]
    [InlineData(9, 2, AuditLevel.Low)]
    [InlineData(9, 4, AuditLevel.Hazardous)]
    [InlineData(10, 4, AuditLevel.Hazardous)]
    public void Audit_DependenceOrHarmAnswers_StepUpOneLevel(int item, int value, AuditLevel level)
    {
        var answers = Fill(10, 0);
        answers[item - 1] = value;
        Assert.Equal(level, I.Audit.Score(answers).Level);
        Assert.Equal(AuditLevel.Low, I.Audit.Score(answers).LevelByTotal);
    }

    [Fact]
    public void Audit_HighestLevel_StepsNoFurther() => Assert.Equal(AuditLevel.PossibleDependence, I.Audit.Score(Fill(10, 4)).Level);

    [Theory]
    [InlineData(2, false, false)]
    [InlineData(3, false, true)]
    [InlineData(4, true, true)]
    public void AuditC_CutOffs_DifferBySex(int total, bool men, bool women)
    {
        var r = I.AuditC.Score(0, total, 0);
        Assert.Equal((total, men, women, false), (r.Total, r.PositiveForMen, r.PositiveForWomen, r.AllFromFrequency));
    }

    [Fact]
    public void AuditC_AllPointsFromItemOne_AreFlagged()
    {
        Assert.True(I.AuditC.Score(4, 0, 0).AllFromFrequency);
        Assert.False(I.AuditC.Score(4, 1, 0).AllFromFrequency);
        Assert.False(I.AuditC.Score(0, 0, 0).AllFromFrequency);
    }

    [Theory]
    [InlineData(0, DastLevel.NoProblem)]
    [InlineData(1, DastLevel.Low)]
    [InlineData(2, DastLevel.Low)]
    [InlineData(3, DastLevel.Moderate)]
    [InlineData(5, DastLevel.Moderate)]
    [InlineData(6, DastLevel.Substantial)]
    [InlineData(8, DastLevel.Substantial)]
    [InlineData(9, DastLevel.Severe)]
    [InlineData(10, DastLevel.Severe)]
    public void Dast_Total_HasItsEdges(int total, DastLevel level)
    {
        var answers = Fill(10, 0);
        answers[2] = 1;
        for (int i = 0, left = total; left > 0; i++, left--) answers[i] = i == 2 ? 0 : 1;
        Assert.Equal((total, level), (I.Dast10.Score(answers).Total, I.Dast10.Score(answers).Level));
    }

    [Fact]
    public void Dast_ItemThree_CountsWhenNo()
    {
        Assert.Equal(1, I.Dast10.Score(Fill(10, 0)).Total);
        Assert.Equal(9, I.Dast10.Score(Fill(10, 1)).Total);
        Assert.Equal([3], I.Dast10.Scales[0].Reversed);
        Assert.All(Instrument.All.Where(i => i.Id != "dast-10").SelectMany(i => i.Scales), s => Assert.Empty(s.Reversed));
    }

    [Theory]
    [InlineData(2, FtndLevel.VeryLow)]
    [InlineData(3, FtndLevel.Low)]
    [InlineData(4, FtndLevel.Low)]
    [InlineData(5, FtndLevel.Medium)]
    [InlineData(6, FtndLevel.High)]
    [InlineData(7, FtndLevel.High)]
    [InlineData(8, FtndLevel.VeryHigh)]
    [InlineData(10, FtndLevel.VeryHigh)]
    public void Ftnd_Total_HasItsEdges(int total, FtndLevel level) => Assert.Equal((total, level), (I.Ftnd.Score(Points(I.Ftnd, total)).Total, I.Ftnd.Score(Points(I.Ftnd, total)).Level));

    [Theory]
    [InlineData(0, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 0)]
    public void Ftnd_FirstCigarette_HasItsEdges(int minutes, int points) => Assert.Equal(points, I.FtndFirstCigarette(minutes));

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(30, 2)]
    [InlineData(31, 3)]
    public void Ftnd_PerDay_HasItsEdges(int cigarettes, int points) => Assert.Equal(points, I.FtndPerDay(cigarettes));

    [Fact]
    public void Ftnd_HeavinessOfSmoking_IsItemsOneAndFour() => Assert.Equal(5, I.Ftnd.Score(3, 1, 1, 2, 1, 1).HeavinessOfSmoking);

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(2, false, true)]
    [InlineData(3, true, true)]
    public void Phq2_CutOffs_ThreeAndTwo(int total, bool positive, bool sensitive)
    {
        var r = I.Phq2.Score(Points(I.Phq2, total));
        Assert.Equal((total, positive, sensitive), (r.Total, r.Positive, r.PositiveSensitive));
    }

    [Theory]
    [InlineData(4, Phq9Severity.Minimal)]
    [InlineData(5, Phq9Severity.Mild)]
    [InlineData(9, Phq9Severity.Mild)]
    [InlineData(10, Phq9Severity.Moderate)]
    [InlineData(14, Phq9Severity.Moderate)]
    [InlineData(15, Phq9Severity.ModeratelySevere)]
    [InlineData(19, Phq9Severity.ModeratelySevere)]
    [InlineData(20, Phq9Severity.Severe)]
    [InlineData(27, Phq9Severity.Severe)]
    public void Phq9_Total_HasItsEdges(int total, Phq9Severity severity) => Assert.Equal((total, severity), (I.Phq9.Score(Points(I.Phq9, total)).Total, I.Phq9.Score(Points(I.Phq9, total)).Severity));

    [Fact]
    public void Phq9_ItemNine_EntersTheSafetyFlowFromOne()
    {
        Assert.False(I.Phq9.Score(3, 3, 3, 3, 3, 3, 3, 3, 0).EntersSafetyFlow);
        Assert.True(I.Phq9.Score(0, 0, 0, 0, 0, 0, 0, 0, 1).EntersSafetyFlow);
        Assert.Equal([9], I.Phq9.Items.Where(i => i.IsSafety).Select(i => i.Number));
    }

    [Fact]
    public void Phq9_ItemNineMissing_IsNeverProrated()
    {
        var faults = I.Phq9.Check(Instrument.InOrder(0, 0, 0, 0, 0, 0, 0, 0, null));
        Assert.Contains(faults, f => f.Kind == AnswerFault.SafetyItemMissing && f.Item == 9);
    }

    [Theory]
    [InlineData("rulers", 0)]
    [InlineData("phq-9", 0)]
    [InlineData("audit", 1)]
    [InlineData("dast-10", 1)]
    [InlineData("rtcq", 1)]
    [InlineData("socrates-8a", 1)]
    [InlineData("urica-32", 2)]
    public void Missing_UpToATenth_IsFilled(string id, int may)
    {
        var instrument = Instrument.Find(id)!;
        Assert.Equal(may, instrument.MayMiss);
        var answers = instrument.Items.ToDictionary(i => i.Number, i => (int?)i.Allowed[^1]);
        for (var n = 1; n <= may; n++) answers[n] = null;
        Assert.Empty(instrument.Check(answers));
        Assert.All(instrument.ScoreScales(answers), s => Assert.Equal(instrument.Scales.Single(x => x.Id == s.Id).Items.Any(n => n <= may), s.Prorated));
        Assert.All(instrument.ScoreScales(answers).Zip(instrument.Scales), p => { if (p.Second.Reversed.IsEmpty) Assert.Equal(p.Second.Maximum, p.First.Value); });
        answers.Remove(may + 1);
        Assert.Equal(AnswerFault.TooManyMissing, Assert.Single(instrument.Check(answers)).Kind);
    }

    [Fact]
    public void Missing_ItemsThatNoScaleCounts_AreNotMissed()
    {
        var scored = I.Urica32.Scales.SelectMany(s => s.Items).ToDictionary(n => n, _ => (int?)3);
        Assert.Equal(28, scored.Count);
        Assert.Equal(6, I.Urica32.Score(scored).Readiness);
        scored[1] = scored[2] = scored[3] = null;
        Assert.Equal("URICA (32 items): 3 of 28 items are missing (1, 2, 3); at most 2 may be.", Assert.Single(I.Urica32.Check(scored)).Message);
    }

    [Fact]
    public void Faults_OfAllKinds_AreListedAtOnceWithItemValueAndRange()
    {
        var e = Assert.Throws<InstrumentAnswersException>(() => I.Phq9.Score(new Dictionary<int, int?> { [1] = 4, [2] = -1, [3] = 0, [12] = 2 }));
        Assert.Equal(
            "PHQ-9 item 1: 4 is out of range; allowed are 0 to 3. PHQ-9 item 2: -1 is out of range; allowed are 0 to 3. "
            + "PHQ-9 has no item 12 (answered 2); its items are 1 to 9. PHQ-9 item 9 asks about safety and must be answered; allowed are 0 to 3. "
            + "PHQ-9: 6 of 9 items are missing (4, 5, 6, 7, 8, 9); at most 0 may be.", e.Message);
        Assert.Equal([1, 2, 12, 9, null], e.Faults.Select(f => f.Item));
        Assert.Equal([4, -1, 2, null, null], e.Faults.Select(f => f.Value));
    }

    [Fact]
    public void Faults_GapsInTheRange_AreNamed() =>
        Assert.Equal("AUDIT item 9: 1 is out of range; allowed are 0, 2 or 4.", Assert.Single(I.Audit.Check(Instrument.InOrder(0, 0, 0, 0, 0, 0, 0, 0, 1, 0))).Message);

    [Fact]
    public void RulersLadderBalance_Results_AreTyped()
    {
        var r = I.Rulers.Score(8, 3, 5);
        Assert.Equal((8, 3, 5), (r.Importance, r.Confidence, r.Readiness));
        Assert.Equal(["low", "mid", "mid", "high"], new[] { 3, 4, 6, 7 }.Select(v => I.Rulers.Scales[0].CutOffs[0].Find(v)!.Name));
        Assert.Equal("beginning to think how", I.ContemplationLadder.Score(8).Name);
        Assert.Equal(["no thought of changing", "ought to think of it some day", "ought to change, not quite ready", "already acting"], new[] { 0, 2, 5, 10 }.Select(v => I.ContemplationLadder.Score(v).Name));
        var b = I.DecisionalBalance.Score(1, 9, 8, 2);
        Assert.Equal((17, 3, 14), (b.ForChange, b.ForStaying, b.Difference));
    }

    [Fact]
    public void ChangePlan_Open_NamesTheFieldsNotFilledIn()
    {
        var empty = new ChangePlanWorksheet();
        Assert.Equal(["Change", "Reasons", "Steps", "Helpers", "Obstacles", "SignsOfSuccess", "Confidence", "ReviewOn", "IfItDoesNotWork"], empty.Open());
        var full = new ChangePlanWorksheet
        {
            Change = "x",
            Reasons = ["x"],
            Steps = ["x"],
            Helpers = ["x"],
            Obstacles = ["x"],
            SignsOfSuccess = "x",
            Confidence = 10,
            ReviewOn = new DateOnly(2026, 1, 1),
            IfItDoesNotWork = "x",
        };
        Assert.Empty(full.Open());
        Assert.Equal(["Confidence"], (full with { Confidence = 11 }).Open());
    }
}
