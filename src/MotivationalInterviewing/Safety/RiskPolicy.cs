using System.Collections.Immutable;

namespace MotivationalInterviewing.Safety;

/// <summary>One row of the policy: what is done about a category at a level, and why.</summary>
public sealed record RiskPolicyRow
{
    /// <summary>What the risk is about.</summary>
    public required RiskCategory Category { get; init; }

    /// <summary>How pressing it is.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>What is done, at least.</summary>
    public required RiskAction Action { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Category, level and action.</summary>
    public override string ToString() => $"{Category} {Level} {Action}";
}

/// <summary>
/// Category by level to action. A host may raise an action, never lower it. Immutable and safe to share between threads.
/// </summary>
public sealed class RiskPolicy
{
    private readonly RiskAction[] _actions;

    private RiskPolicy(RiskAction[] actions) => _actions = actions;

    /// <summary>The shipped table: the least that every host does.</summary>
    public static ImmutableArray<RiskPolicyRow> Table { get; } =
    [
        .. Row(RiskCategory.SuicidalIdeation, RiskAction.Ask, RiskAction.Stop, "a passive wish needs the direct question", "a method or repeated thoughts need a human", "plan, means, time or attempt: now"),
        .. Row(RiskCategory.SelfHarm, RiskAction.Ask, RiskAction.Ask, "an unclear sign needs the direct question", "repeated self-harm needs the question and a referral", "fresh or deep wounds, or the means at hand: now"),
        .. Row(RiskCategory.Overdose, RiskAction.Ask, RiskAction.Ask, "how much and when decides, so ask", "mixing, blackouts or lost tolerance: ask before anything else", "too much was taken or somebody cannot be woken: emergency number now"),
        .. Row(RiskCategory.WithdrawalRisk, RiskAction.Ask, RiskAction.Ask, "whether it is daily decides, so ask", "signs of dependence: never praise or plan a sudden stop", "sudden stop, seizure, confusion or pregnancy can kill: medical help now"),
        .. Row(RiskCategory.IntimatePartnerViolence, RiskAction.Ask, RiskAction.Ask, "ask whether it is safe to talk now", "violence or control: safety before any other goal", "danger to life or watched now: human help, with a quick exit"),
        .. Row(RiskCategory.ChildHarm, RiskAction.Ask, RiskAction.Stop, "a child's safety cannot wait on a guess, so ask", "a human decides about reporting; no promise of secrecy", "a child is in danger now"),
        .. Row(RiskCategory.HarmToOthers, RiskAction.Ask, RiskAction.Ask, "anger or intent: ask directly", "thoughts of violence: ask about target and means", "target, means or time: a human now"),
        .. Row(RiskCategory.Psychosis, RiskAction.Ask, RiskAction.Ask, "one odd experience: ask gently", "voices or persecution: no technique, a human", "orders to harm, no sleep for days, sudden confusion: now"),
        .. Row(RiskCategory.MedicalEmergency, RiskAction.Ask, RiskAction.Stop, "ask how the person is right now", "a body in trouble comes first", "emergency number now"),
        .. Row(RiskCategory.EatingDisorderRisk, RiskAction.Ask, RiskAction.Ask, "never run a weight goal before asking", "purging or starving: no weight goal, a referral", "fainting, heart signs or very low weight: medical help now"),
    ];

    /// <summary>The policy as shipped.</summary>
    public static RiskPolicy Default { get; } = new(Least());

    /// <summary>The action for a finding.</summary>
    /// <param name="category">What the risk is about.</param>
    /// <param name="level">How pressing it is.</param>
    /// <param name="past">Long past and said to be over: resources beside the reply, by default.</param>
    public RiskAction ActionFor(RiskCategory category, RiskLevel level, bool past = false)
    {
        if (category is <= RiskCategory.None or > RiskCategory.EatingDisorderRisk || level is <= RiskLevel.None or > RiskLevel.High) return RiskAction.None;
        return past ? RiskAction.Resources : _actions[((int)category * 4) + (int)level];
    }

    /// <summary>A policy that does more about a category at a level.</summary>
    /// <param name="category">What the risk is about.</param>
    /// <param name="level">How pressing it is.</param>
    /// <param name="action">The action from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The action is less than the shipped one, or category or level is none.</exception>
    public RiskPolicy Raise(RiskCategory category, RiskLevel level, RiskAction action)
    {
        if (category is <= RiskCategory.None or > RiskCategory.EatingDisorderRisk) throw new ArgumentOutOfRangeException(nameof(category));
        if (level is <= RiskLevel.None or > RiskLevel.High) throw new ArgumentOutOfRangeException(nameof(level));
        var at = ((int)category * 4) + (int)level;
        if (action < _actions[at] || action > RiskAction.Stop)
            throw new ArgumentOutOfRangeException(nameof(action), "An action may be raised, never lowered.");
        var actions = (RiskAction[])_actions.Clone();
        actions[at] = action;
        return new RiskPolicy(actions);
    }

    private static RiskAction[] Least()
    {
        var actions = new RiskAction[11 * 4];
        foreach (var row in Table) actions[((int)row.Category * 4) + (int)row.Level] = row.Action;
        return actions;
    }

    private static RiskPolicyRow[] Row(RiskCategory category, RiskAction low, RiskAction moderate, string whyLow, string whyModerate, string whyHigh) =>
    [
        new() { Category = category, Level = RiskLevel.Low, Action = low, Reason = whyLow },
        new() { Category = category, Level = RiskLevel.Moderate, Action = moderate, Reason = whyModerate },
        new() { Category = category, Level = RiskLevel.High, Action = RiskAction.Stop, Reason = whyHigh },
    ];
}
