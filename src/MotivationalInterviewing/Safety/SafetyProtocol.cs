using System.Collections.Immutable;
using System.Text.Json;

namespace MotivationalInterviewing.Safety;

/// <summary>Where a conversation stands with regard to risk.</summary>
public enum SafetyPhase
{
    /// <summary>Nothing is open.</summary>
    Clear = 0,

    /// <summary>The direct question was asked and awaits an answer.</summary>
    Asked,

    /// <summary>Motivational interviewing is silent until a human or the host releases it.</summary>
    Stopped,
}

/// <summary>State of the protocol, small and serializable. Immutable; holds no words.</summary>
public sealed record SafetyState
{
    /// <summary>The start of every conversation.</summary>
    public static SafetyState Start { get; } = new() { Phase = SafetyPhase.Clear };

    /// <summary>Where the conversation stands.</summary>
    public required SafetyPhase Phase { get; init; }

    /// <summary>What it is about; none when clear.</summary>
    public RiskCategory Category { get; init; }

    /// <summary>The highest level since the conversation was last clear.</summary>
    public RiskLevel Level { get; init; }

    /// <summary>True when the phase began by an answer that did not deny, or by a stop: a human is to be called.</summary>
    public bool Escalated { get; init; }

    /// <summary>Turns since the phase began, at least 0.</summary>
    public int Turns { get; init; }

    /// <summary>The state as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SafetyJson.Default.SafetyState);

    /// <summary>Reads a state.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no state.</exception>
    public static SafetyState FromJson(string json) => JsonSerializer.Deserialize(json, SafetyJson.Default.SafetyState) ?? throw new JsonException("No state.");

    /// <summary>Phase and category.</summary>
    public override string ToString() => $"SafetyState {{ Phase = {Phase}, Category = {Category} }}";
}

/// <summary>What the protocol does with a turn.</summary>
public sealed record SafetyStep
{
    /// <summary>The state from now on.</summary>
    public required SafetyState State { get; init; }

    /// <summary>What is done.</summary>
    public required RiskAction Action { get; init; }

    /// <summary>The words for the client; null when motivational interviewing goes on. Names no level.</summary>
    public string? Reply { get; init; }

    /// <summary>Resources to show; empty when none are called for.</summary>
    public required ImmutableArray<CrisisResource> Resources { get; init; }

    /// <summary>True when a human is to be called now.</summary>
    public bool Escalates { get; init; }

    /// <summary>What the screen found in the turn; null when the step was not made of a turn.</summary>
    public RiskAssessment? Assessment { get; init; }

    /// <summary>Why, for the audit: "risk", "answer-not-denied", "denied", "still-stopped", "resources", "clear" or "released".</summary>
    public required string Reason { get; init; }

    /// <summary>Action and phase; no words.</summary>
    public override string ToString() => $"SafetyStep {{ Action = {Action}, Phase = {State?.Phase} }}";
}

/// <summary>
/// The state machine: clear, asked, stopped. A question answered by a clear denial clears; any other answer to it stops. While
/// stopped, every turn gets an acknowledgement and resources until <see cref="Release"/>. Pure: the same input gives the same step.
/// </summary>
public static class SafetyProtocol
{
    /// <summary>Moves on by one client turn.</summary>
    /// <param name="state">The state so far.</param>
    /// <param name="assessment">What the screen found in the turn, with the direct question in its history.</param>
    /// <param name="resources">The data to show from.</param>
    /// <param name="locale">Where the client is; null when unknown.</param>
    /// <exception cref="ArgumentNullException">State, assessment or resources are null.</exception>
    public static SafetyStep Next(SafetyState state, RiskAssessment assessment, CrisisResources resources, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(resources);
        var shown = resources.For(locale);
        var category = assessment.Findings.IsEmpty ? state.Category : assessment.Findings[0].Category;
        var level = assessment.Level > state.Level ? assessment.Level : state.Level;
        if (state.Phase == SafetyPhase.Stopped)
        {
            return new SafetyStep
            {
                State = state with { Turns = state.Turns + 1, Level = level },
                Action = RiskAction.Stop,
                Reply = Compose(state.Category, shown, again: true),
                Resources = shown,
                Reason = "still-stopped",
            };
        }

        if (state.Phase == SafetyPhase.Asked && assessment.Denied && !assessment.StopsMotivationalInterviewing)
            return new SafetyStep { State = SafetyState.Start, Action = RiskAction.Resources, Resources = shown, Reason = "denied" };

        if (assessment.Action == RiskAction.Stop || state.Phase == SafetyPhase.Asked)
        {
            return new SafetyStep
            {
                State = new SafetyState { Phase = SafetyPhase.Stopped, Category = category, Level = level, Escalated = true },
                Action = RiskAction.Stop,
                Reply = Compose(category, shown, again: false),
                Resources = shown,
                Escalates = true,
                Reason = assessment.Action == RiskAction.Stop ? "risk" : "answer-not-denied",
            };
        }

        if (assessment.Action == RiskAction.Ask)
        {
            return new SafetyStep
            {
                State = new SafetyState { Phase = SafetyPhase.Asked, Category = category, Level = level },
                Action = RiskAction.Ask,
                Reply = $"Thank you for telling me that. {Question(category)}",
                Resources = shown,
                Reason = "risk",
            };
        }

        return assessment.Action == RiskAction.Resources
            ? new SafetyStep { State = state, Action = RiskAction.Resources, Resources = shown, Reason = "resources" }
            : new SafetyStep { State = state, Action = RiskAction.None, Resources = [], Reason = "clear" };
    }

    /// <summary>Ends a stop by a human's decision.</summary>
    /// <param name="state">The state so far.</param>
    /// <exception cref="ArgumentNullException">The state is null.</exception>
    public static SafetyStep Release(SafetyState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new SafetyStep { State = SafetyState.Start, Action = RiskAction.None, Resources = [], Reason = "released" };
    }

    /// <summary>The one direct question about a category.</summary>
    /// <param name="category">What the risk is about.</param>
    public static string Question(RiskCategory category) => category switch
    {
        RiskCategory.SelfHarm => "Have you hurt yourself, or do you feel you might? And are you thinking about ending your life?",
        RiskCategory.Overdose => "Has anyone taken more than is safe, and can they be woken and breathe normally?",
        RiskCategory.WithdrawalRisk => "Are you shaking, confused, or seeing things, or have you ever had a fit after stopping? Please don't stop suddenly; ask a doctor about a supervised taper.",
        RiskCategory.IntimatePartnerViolence => "Is it safe for you to talk here right now? Does anyone at home hurt you or frighten you? You can close this at any moment.",
        RiskCategory.ChildHarm => "Is a child in danger or hurt right now? I can't promise to keep that secret.",
        RiskCategory.HarmToOthers => "Are you thinking about hurting someone?",
        RiskCategory.Psychosis => "Are you hearing or seeing things that trouble you, or that tell you to do something? Are you safe right now?",
        RiskCategory.MedicalEmergency => "How is your body right now: breathing, chest, speech, strength in both arms?",
        RiskCategory.EatingDisorderRisk => "Are you going without food, or getting rid of what you eat? Have you fainted, or felt your heart race? We'll leave weight goals aside.",
        _ => "Are you thinking about ending your life?",
    };

    /// <summary>The category whose direct question a turn asks; none when it asks none.</summary>
    internal static RiskCategory AskedAbout(ReadOnlySpan<char> turn)
    {
        if (turn.IndexOf('?') < 0) return RiskCategory.None;
        for (var category = RiskCategory.SelfHarm; category <= RiskCategory.EatingDisorderRisk; category++)
            if (turn.Contains(Question(category), StringComparison.Ordinal)) return category;
        return RiskCategory.None;
    }

    private static string Compose(RiskCategory category, ImmutableArray<CrisisResource> resources, bool again)
    {
        var emergency = resources.FirstOrDefault(r => r.Kind == "emergency") ?? resources[0];
        var line = resources.FirstOrDefault(r => r.Kind == Kind(category)) ?? resources.FirstOrDefault(r => r.Kind == "crisis") ?? resources[0];
        var first = again ? "I hear you, and this still comes first." : "Thank you for telling me. This matters more than anything else we talked about.";
        var care = category switch
        {
            RiskCategory.Overdose => "If someone can't be woken or isn't breathing well, call now, give naloxone if you have it, and stay with them.",
            RiskCategory.WithdrawalRisk => "Please don't stop suddenly and don't sit this out alone: get medical advice today about a supervised taper.",
            RiskCategory.IntimatePartnerViolence => "If this device may be watched, close this page and use a safer phone.",
            RiskCategory.ChildHarm => "A person who protects children has to hear about this.",
            RiskCategory.MedicalEmergency => "Please don't wait to see whether it passes.",
            RiskCategory.HarmToOthers => "Please move away from the person and from anything you could use.",
            RiskCategory.EatingDisorderRisk => "We'll set no weight goal. Please see a doctor today.",
            RiskCategory.Psychosis => "Please be with someone you trust until a professional has seen you.",
            _ => "Please go to someone who can stay with you, and move away from anything you could use to hurt yourself.",
        };
        var ask = !again && category is RiskCategory.SuicidalIdeation or RiskCategory.None ? " Are you thinking about ending your life?" : "";
        return $"{first}{ask} I'm a program and can't keep you safe. In danger right now: {emergency.Contact}. To talk to someone: {line.Name}, {line.Contact}. {care} I'd like to hand this over to a human.";
    }

    private static string Kind(RiskCategory category) => category switch
    {
        RiskCategory.IntimatePartnerViolence => "partner-violence",
        RiskCategory.ChildHarm => "child",
        RiskCategory.Overdose => "poison",
        RiskCategory.WithdrawalRisk => "substance-use",
        _ => "crisis",
    };
}
