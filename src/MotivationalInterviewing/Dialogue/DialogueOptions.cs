using System.Globalization;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>How one conversation is held. Part of the session, so that it goes on elsewhere as it began. Immutable.</summary>
public sealed record DialogueOptions
{
    /// <summary>What would change, and toward which direction.</summary>
    public required TargetBehavior Target { get; init; }

    /// <summary>Culture name of the content, "en-US" by default.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>Typed or spoken.</summary>
    public ConversationMode Mode { get; init; }

    /// <summary>The client is an adolescent.</summary>
    public bool Adolescent { get; init; }

    /// <summary>Somebody else (a court, an employer, a parent) sent the client.</summary>
    public bool Mandated { get; init; }

    /// <summary>What was agreed on reporting to whoever sent the client; null when nothing is reported. Said before the first reply.</summary>
    public ReportingTerms? Reporting { get; init; }

    /// <summary>True: nothing is read but for risk until the client has agreed to <see cref="ConsentPurpose.LiveInference"/>. False: until they decline or take it back.</summary>
    public bool ConsentRequired { get; init; }

    /// <summary>The place whose profile says how often the program says what it is: "US-NY", "DE"; null for everywhere.</summary>
    public string? Place { get; init; }

    /// <summary>What stage inference is for. Live clients by default, for whom nothing is inferred until the host allows it.</summary>
    public InferenceOptions Inference { get; init; } = new() { Purpose = InferencePurpose.LiveClient };

    /// <summary>Decides among equal wordings. The same seed and the same client words give the same conversation.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// How many turns are kept word by word, 4 to 24; 24 by default. Single clauses that may be taken up again are kept beside
    /// them, at most 24.
    /// </summary>
    public int RetainedTurns { get; init; } = DialogueSession.MostTurns;

    internal IEnumerable<string> Faults()
    {
        if (Target is null) yield return "Target is missing; say what would change.";
        if (RetainedTurns is < 4 or > DialogueSession.MostTurns)
            yield return string.Create(CultureInfo.InvariantCulture, $"RetainedTurns is {RetainedTurns}; allowed are 4 to {DialogueSession.MostTurns}.");
        if (!Enum.IsDefined(Mode)) yield return $"Mode is {Mode}; allowed are {string.Join(", ", Enum.GetNames<ConversationMode>())}.";
        if (string.IsNullOrWhiteSpace(Locale)) yield return "Locale is missing.";
    }

    /// <summary>Behavior and locale.</summary>
    public override string ToString() => $"DialogueOptions {{ Target = {Target?.Id} }}";
}
