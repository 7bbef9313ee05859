using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Tests.Stages;

public class StagingAlgorithmTests
{
    private static readonly StagingRule s_plain = new() { Behavior = "exercise", Criterion = "x" };
    private static readonly StagingRule s_attempt = s_plain with { RequiresPastYearAttempt = true };

    [Theory]
    [InlineData(6, StageOfChange.Maintenance)]
    [InlineData(5, StageOfChange.Action)]
    [InlineData(0, StageOfChange.Action)]
    public void Stage_CriterionMet_SixMonthsDivideActionFromMaintenance(int months, StageOfChange stage) =>
        Assert.Equal(stage, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = true, MonthsMet = months }, s_plain).Stage);

    [Theory]
    [InlineData(0, StageOfChange.Preparation)]
    [InlineData(30, StageOfChange.Preparation)]
    [InlineData(31, StageOfChange.Contemplation)]
    [InlineData(182, StageOfChange.Contemplation)]
    [InlineData(183, StageOfChange.Precontemplation)]
    public void Stage_CriterionNotMet_IntentionDecides(int days, StageOfChange stage) =>
        Assert.Equal(stage, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false, DaysUntilChange = days }, s_plain).Stage);

    [Fact]
    public void Stage_NoIntention_IsPrecontemplation() =>
        Assert.Equal(StageOfChange.Precontemplation, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false, IntendsToChange = false }, s_plain).Stage);

    [Theory]
    [InlineData(true, StageOfChange.Preparation)]
    [InlineData(false, StageOfChange.Contemplation)]
    [InlineData(null, StageOfChange.Unknown)]
    public void Stage_PastYearAttemptConfigured_IsNeededForPreparation(bool? attempt, StageOfChange stage) =>
        Assert.Equal(stage, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false, DaysUntilChange = 10, PastYearAttempt = attempt }, s_attempt).Stage);

    [Fact]
    public void Stage_PastYearAttemptNotConfigured_IsIgnored() =>
        Assert.Equal(StageOfChange.Preparation, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false, DaysUntilChange = 10, PastYearAttempt = false }, s_plain).Stage);

    [Fact]
    public void Stage_DecidingAnswerMissing_IsUnknownAndSaysWhich()
    {
        var result = StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = true }, s_plain);
        Assert.Equal(StageOfChange.Unknown, result.Stage);
        Assert.Equal("Not answered: for how long the criterion has been met.", result.Reason);
        Assert.Equal(StageOfChange.Unknown, StagingAlgorithm.Stage(new StagingAnswers(), s_plain).Stage);
        Assert.Equal(StageOfChange.Unknown, StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false }, s_plain).Stage);
    }

    [Fact]
    public void Stage_NegativeNumbers_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = true, MonthsMet = -1 }, s_plain));
        Assert.Throws<ArgumentOutOfRangeException>(() => StagingAlgorithm.Stage(new StagingAnswers { MeetsCriterion = false, DaysUntilChange = -1 }, s_plain));
    }

    [Fact]
    public void For_KnownAndCustomBehaviors_GiveRules()
    {
        Assert.True(StagingRule.For(TargetBehavior.Tobacco).RequiresPastYearAttempt);
        var custom = StagingRule.For(TargetBehavior.Custom("nail biting"));
        Assert.Equal((6, 30, 6), (custom.MaintenanceMonths, custom.PreparationDays, custom.ContemplationMonths));
    }

    [Fact]
    public void All_Rules_NamePresets() =>
        Assert.All(StagingRule.All, r => Assert.Contains(TargetBehavior.Presets, p => p.Id == r.Behavior));
}
