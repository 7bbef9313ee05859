using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>
/// The time rules and the criterion of one behavior, as data. The defaults are the published cut-points, which critics
/// call arbitrary. Immutable.
/// </summary>
public sealed record StagingRule
{
    /// <summary>Identifier of the behavior, as <see cref="TargetBehavior.Id"/>.</summary>
    public required string Behavior { get; init; }

    /// <summary>What counts as having changed, in plain words, to be asked about.</summary>
    public required string Criterion { get; init; }

    /// <summary>Months of meeting the criterion from which on the stage is maintenance. 6.</summary>
    public int MaintenanceMonths { get; init; } = 6;

    /// <summary>Days within which an intention means preparation. 30.</summary>
    public int PreparationDays { get; init; } = 30;

    /// <summary>Months within which an intention means contemplation. 6.</summary>
    public int ContemplationMonths { get; init; } = 6;

    /// <summary>Whether preparation also asks for an attempt in the past year, as several versions do. False by default.</summary>
    public bool RequiresPastYearAttempt { get; init; }

    /// <summary>Rules for common behaviors. Criteria are in this library's own words; replace them where your program defines its own.</summary>
    public static ImmutableArray<StagingRule> All { get; } =
    [
        new() { Behavior = "tobacco", Criterion = "not smoking or using tobacco at all", RequiresPastYearAttempt = true },
        new() { Behavior = "vaping", Criterion = "not vaping at all" },
        new() { Behavior = "alcohol", Criterion = "staying within the limit that you chose, or not drinking" },
        new() { Behavior = "cannabis", Criterion = "not using cannabis, or staying within the limit that you chose" },
        new() { Behavior = "opioids", Criterion = "not using opioids other than as prescribed" },
        new() { Behavior = "stimulants", Criterion = "not using stimulants other than as prescribed" },
        new() { Behavior = "drugs", Criterion = "not using" },
        new() { Behavior = "gambling", Criterion = "not gambling, or staying within the limit that you chose" },
        new() { Behavior = "exercise", Criterion = "being active as often as you set out to" },
        new() { Behavior = "diet", Criterion = "eating as you set out to" },
        new() { Behavior = "medication", Criterion = "taking your medication as agreed" },
        new() { Behavior = "diabetes-care", Criterion = "looking after your diabetes as agreed" },
    ];

    /// <summary>The rule for a behavior: one of <see cref="All"/>, or the default time rules with the behavior's own words as the criterion.</summary>
    /// <param name="behavior">The behavior.</param>
    /// <exception cref="ArgumentNullException"><paramref name="behavior"/> is null.</exception>
    public static StagingRule For(TargetBehavior behavior)
    {
        ArgumentNullException.ThrowIfNull(behavior);
        foreach (var rule in All)
            if (rule.Behavior == behavior.Id) return rule;
        return new StagingRule { Behavior = behavior.Id, Criterion = behavior.ChangeDescription };
    }

    /// <summary>The behavior's identifier.</summary>
    public override string ToString() => Behavior;
}

/// <summary>Answers to direct staging questions; null where a question was not asked or not answered. Immutable.</summary>
public sealed record StagingAnswers
{
    /// <summary>Meets the criterion now.</summary>
    public bool? MeetsCriterion { get; init; }

    /// <summary>Whole months for which the criterion has been met, at least 0.</summary>
    public int? MonthsMet { get; init; }

    /// <summary>Days until the intended change, at least 0; leave null and set <see cref="IntendsToChange"/> to false when none is intended.</summary>
    public int? DaysUntilChange { get; init; }

    /// <summary>Intends to change at all; needed only when <see cref="DaysUntilChange"/> is null.</summary>
    public bool? IntendsToChange { get; init; }

    /// <summary>Tried to change in the past year.</summary>
    public bool? PastYearAttempt { get; init; }
}

/// <summary>A stage by direct questions. Immutable.</summary>
public sealed record StagingResult
{
    /// <summary>The stage; <see cref="StageOfChange.Unknown"/> when an answer that decides is missing.</summary>
    public required StageOfChange Stage { get; init; }

    /// <summary>The rule that decided, or the answer that is missing.</summary>
    public required string Reason { get; init; }
}

/// <summary>
/// The staging algorithm from direct questions: meeting the criterion now? Then maintenance from six months on, else
/// action. Not: preparation when change is intended within thirty days (and, where configured, was tried in the past
/// year), contemplation within six months, else precontemplation. Scores what was answered; infers nothing.
/// </summary>
public static class StagingAlgorithm
{
    /// <summary>Stages one person's answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="rule">The behavior's rule.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of months or days is negative.</exception>
    public static StagingResult Stage(StagingAnswers answers, StagingRule rule)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(rule);
        if (answers.MonthsMet is { } m) ArgumentOutOfRangeException.ThrowIfNegative(m, nameof(answers));
        if (answers.DaysUntilChange is { } d) ArgumentOutOfRangeException.ThrowIfNegative(d, nameof(answers));
        return answers switch
        {
            { MeetsCriterion: null } => Result(StageOfChange.Unknown, "Not answered: whether the criterion is met now."),
            { MeetsCriterion: true, MonthsMet: null } => Result(StageOfChange.Unknown, "Not answered: for how long the criterion has been met."),
            { MeetsCriterion: true } when answers.MonthsMet >= rule.MaintenanceMonths => Result(StageOfChange.Maintenance, $"Criterion met for {rule.MaintenanceMonths} months or longer."),
            { MeetsCriterion: true } => Result(StageOfChange.Action, $"Criterion met for less than {rule.MaintenanceMonths} months."),
            { DaysUntilChange: null, IntendsToChange: false } => Result(StageOfChange.Precontemplation, $"No change intended within {rule.ContemplationMonths} months."),
            { DaysUntilChange: null } => Result(StageOfChange.Unknown, "Not answered: whether and when a change is intended."),
            _ when answers.DaysUntilChange > rule.ContemplationMonths * 365.25 / 12 => Result(StageOfChange.Precontemplation, $"No change intended within {rule.ContemplationMonths} months."),
            _ when answers.DaysUntilChange > rule.PreparationDays => Result(StageOfChange.Contemplation, $"Change intended within {rule.ContemplationMonths} months."),
            { PastYearAttempt: null } when rule.RequiresPastYearAttempt => Result(StageOfChange.Unknown, "Not answered: whether change was tried in the past year."),
            { PastYearAttempt: false } when rule.RequiresPastYearAttempt => Result(StageOfChange.Contemplation, $"Change intended within {rule.PreparationDays} days, but not tried in the past year."),
            _ => Result(StageOfChange.Preparation, $"Change intended within {rule.PreparationDays} days."),
        };
    }

    private static StagingResult Result(StageOfChange stage, string reason) => new() { Stage = stage, Reason = reason };
}
