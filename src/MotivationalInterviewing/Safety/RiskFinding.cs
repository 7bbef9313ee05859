namespace MotivationalInterviewing.Safety;

/// <summary>
/// One sign of risk in a turn. Holds positions, never the words. Immutable; equality by value.
/// </summary>
public readonly record struct RiskFinding
{
    /// <summary>What the risk is about.</summary>
    public required RiskCategory Category { get; init; }

    /// <summary>How pressing it is.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>What the policy says to do about it.</summary>
    public required RiskAction Action { get; init; }

    /// <summary>Where the evidence starts in the screened text, in UTF-16 code units; 0 when it is the turn as a whole.</summary>
    public required int Start { get; init; }

    /// <summary>Length of the evidence in UTF-16 code units, at least 0 and inside the text.</summary>
    public required int Length { get; init; }

    /// <summary>Name of the rule that found it; "classifier" for the trained model, "answer" for an answer to a direct question.</summary>
    public required string Rule { get; init; }

    /// <summary>True when the turn speaks of something long past and says that it is over.</summary>
    public bool Past { get; init; }
}
