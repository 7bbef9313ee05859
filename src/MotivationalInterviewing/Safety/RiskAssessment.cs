using System.Collections.Immutable;

namespace MotivationalInterviewing.Safety;

/// <summary>
/// What the screen found in one turn. Immutable and safe to share between threads. An estimate that misses some risk:
/// the figures stand in the README of this folder. <see cref="ToString"/> prints level and action only.
/// </summary>
public sealed record RiskAssessment
{
    internal static RiskAssessment Clear { get; } = new() { Level = RiskLevel.None, Action = RiskAction.None, Findings = [], SupportedLanguage = true };

    /// <summary>The highest level of all findings.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>The strongest action of all findings; at least <see cref="RiskAction.Resources"/> when the language is not supported.</summary>
    public required RiskAction Action { get; init; }

    /// <summary>All findings, strongest first; at most one per category. Empty, never default.</summary>
    public required ImmutableArray<RiskFinding> Findings { get; init; }

    /// <summary>False when the text is in a language that the screen cannot read: its silence then means nothing.</summary>
    public required bool SupportedLanguage { get; init; }

    /// <summary>True when the turn clearly denies risk in answer to a direct question.</summary>
    public bool Denied { get; init; }

    /// <summary>True when motivational interviewing does not go on with this turn: the action is Ask or Stop.</summary>
    public bool StopsMotivationalInterviewing => Action >= RiskAction.Ask;

    /// <summary>True when the rules or the model found this category.</summary>
    /// <param name="category">The category to look for.</param>
    public bool Has(RiskCategory category)
    {
        foreach (var finding in Findings)
            if (finding.Category == category) return true;
        return false;
    }

    /// <summary>Level and action; no words and no positions.</summary>
    public override string ToString() => $"RiskAssessment {{ Level = {Level}, Action = {Action} }}";
}
