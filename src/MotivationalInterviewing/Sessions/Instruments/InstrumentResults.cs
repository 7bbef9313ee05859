using System.Collections.Immutable;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Sessions.Instruments;

/// <summary>The three rulers, each 0 to 10. Immutable.</summary>
public sealed record RulersResult
{
    /// <summary>How much it matters.</summary>
    public required int Importance { get; init; }

    /// <summary>How sure of being able to.</summary>
    public required int Confidence { get; init; }

    /// <summary>How ready.</summary>
    public required int Readiness { get; init; }
}

/// <summary>SOCRATES 8A or 8D. There is no diagnostic cut-off; high ambivalence is read together with recognition. Immutable.</summary>
public sealed record SocratesResult
{
    /// <summary>Recognition, 7 to 35. Low: denies a problem.</summary>
    public required int Recognition { get; init; }

    /// <summary>Ambivalence, 4 to 20.</summary>
    public required int Ambivalence { get; init; }

    /// <summary>Taking steps, 8 to 40.</summary>
    public required int TakingSteps { get; init; }
}

/// <summary>URICA-32. Readiness is for use before treatment; a high maintenance score means struggling to keep a change. Immutable.</summary>
public sealed record UricaResult
{
    /// <summary>Precontemplation, mean, 1 to 5.</summary>
    public required double Precontemplation { get; init; }

    /// <summary>Contemplation, mean, 1 to 5.</summary>
    public required double Contemplation { get; init; }

    /// <summary>Action, mean, 1 to 5.</summary>
    public required double Action { get; init; }

    /// <summary>Maintenance, mean, 1 to 5: struggling to maintain.</summary>
    public required double Maintenance { get; init; }

    /// <summary>Contemplation plus action plus maintenance less precontemplation, -2 to 14.</summary>
    public required double Readiness { get; init; }

    /// <summary>Stage by UMBC's cut-offs: up to 8 precontemplation, above 8 to 11 contemplation, above 11 preparation (preparing or in action). UMBC calls them arbitrary.</summary>
    public required StageOfChange StageByUmbc { get; init; }

    /// <summary>Stage by the nearest of VCU's group means: 9.3 precontemplation, 11.0 contemplation, 12.6 action. Disagrees with UMBC; a tie goes to the later stage.</summary>
    public required StageOfChange StageByVcu { get; init; }
}

/// <summary>Readiness to Change Questionnaire. Immutable.</summary>
public sealed record RtcqResult
{
    /// <summary>Precontemplation, -8 to 8.</summary>
    public required int Precontemplation { get; init; }

    /// <summary>Contemplation, -8 to 8.</summary>
    public required int Contemplation { get; init; }

    /// <summary>Action, -8 to 8.</summary>
    public required int Action { get; init; }

    /// <summary>The stage of the highest scale; a tie goes to the later stage.</summary>
    public required StageOfChange Stage { get; init; }

    /// <summary>A continuous score: the mean of the reversed precontemplation, contemplation and action scales, -8 to 8.</summary>
    public required double Continuous { get; init; }
}

/// <summary>Contemplation Ladder. Immutable.</summary>
public sealed record LadderResult
{
    /// <summary>The rung, 0 to 10.</summary>
    public required int Rung { get; init; }

    /// <summary>The anchor at or next below the rung, in this library's own words.</summary>
    public required string Name { get; init; }
}

/// <summary>Decisional balance by the weight of its four cells. Immutable.</summary>
public sealed record DecisionalBalanceResult
{
    /// <summary>Weight toward change: what is less good now plus what would be good about change, 0 to 20.</summary>
    public required int ForChange { get; init; }

    /// <summary>Weight toward staying: what is good now plus what would be less good about change, 0 to 20.</summary>
    public required int ForStaying { get; init; }

    /// <summary>For change less for staying, -20 to 20.</summary>
    public int Difference => ForChange - ForStaying;
}

/// <summary>Risk level by AUDIT. A screening label, not a diagnosis. The default value is <see cref="None"/>.</summary>
public enum AuditLevel
{
    /// <summary>Not scored.</summary>
    None = 0,

    /// <summary>0 to 7.</summary>
    Low,

    /// <summary>8 to 15.</summary>
    Hazardous,

    /// <summary>16 to 19.</summary>
    Harmful,

    /// <summary>20 to 40: refer to a specialist.</summary>
    PossibleDependence,
}

/// <summary>AUDIT. Immutable.</summary>
public sealed record AuditResult
{
    /// <summary>Total, 0 to 40.</summary>
    public required int Total { get; init; }

    /// <summary>Use, items 1 to 3, 0 to 12.</summary>
    public required int Use { get; init; }

    /// <summary>Dependence, items 4 to 6, 0 to 12.</summary>
    public required int Dependence { get; init; }

    /// <summary>Harm, items 7 to 10, 0 to 16.</summary>
    public required int Harm { get; init; }

    /// <summary>Level by the total alone.</summary>
    public required AuditLevel LevelByTotal { get; init; }

    /// <summary>Level after the step up: one higher with 2 or more on any of items 4 to 6, or 4 on item 9 or 10.</summary>
    public required AuditLevel Level { get; init; }
}

/// <summary>AUDIT-C. Immutable.</summary>
public sealed record AuditCResult
{
    /// <summary>Total, 0 to 12.</summary>
    public required int Total { get; init; }

    /// <summary>Positive by the cut-off for men: 4 or more.</summary>
    public required bool PositiveForMen { get; init; }

    /// <summary>Positive by the cut-off for women: 3 or more.</summary>
    public required bool PositiveForWomen { get; init; }

    /// <summary>All points come from item 1 (how often): ask again about amounts before acting on it.</summary>
    public required bool AllFromFrequency { get; init; }
}

/// <summary>Level by DAST-10. A screening label, not a diagnosis. The default value is <see cref="Unscored"/>.</summary>
public enum DastLevel
{
    /// <summary>Not scored.</summary>
    Unscored = 0,

    /// <summary>0.</summary>
    NoProblem,

    /// <summary>1 to 2.</summary>
    Low,

    /// <summary>3 to 5.</summary>
    Moderate,

    /// <summary>6 to 8.</summary>
    Substantial,

    /// <summary>9 to 10.</summary>
    Severe,
}

/// <summary>DAST-10. Immutable.</summary>
public sealed record DastResult
{
    /// <summary>Total, 0 to 10; item 3 counts when answered no.</summary>
    public required int Total { get; init; }

    /// <summary>The level.</summary>
    public required DastLevel Level { get; init; }
}

/// <summary>Nicotine dependence by FTND. The bands vary by site. The default value is <see cref="None"/>.</summary>
public enum FtndLevel
{
    /// <summary>Not scored.</summary>
    None = 0,

    /// <summary>0 to 2.</summary>
    VeryLow,

    /// <summary>3 to 4.</summary>
    Low,

    /// <summary>5.</summary>
    Medium,

    /// <summary>6 to 7.</summary>
    High,

    /// <summary>8 to 10.</summary>
    VeryHigh,
}

/// <summary>FTND with the Heaviness of Smoking Index. Immutable.</summary>
public sealed record FtndResult
{
    /// <summary>Total, 0 to 10.</summary>
    public required int Total { get; init; }

    /// <summary>Heaviness of Smoking Index: items 1 and 4, 0 to 6.</summary>
    public required int HeavinessOfSmoking { get; init; }

    /// <summary>The level.</summary>
    public required FtndLevel Level { get; init; }
}

/// <summary>PHQ-2. Immutable.</summary>
public sealed record Phq2Result
{
    /// <summary>Total, 0 to 6.</summary>
    public required int Total { get; init; }

    /// <summary>Positive by the usual cut-off, 3 or more.</summary>
    public required bool Positive { get; init; }

    /// <summary>Positive by the more sensitive cut-off, 2 or more.</summary>
    public required bool PositiveSensitive { get; init; }
}

/// <summary>Depression severity by PHQ-9. A screening label, not a diagnosis. The default value is <see cref="Unscored"/>.</summary>
public enum Phq9Severity
{
    /// <summary>Not scored.</summary>
    Unscored = 0,

    /// <summary>0 to 4.</summary>
    Minimal,

    /// <summary>5 to 9.</summary>
    Mild,

    /// <summary>10 to 14.</summary>
    Moderate,

    /// <summary>15 to 19.</summary>
    ModeratelySevere,

    /// <summary>20 to 27.</summary>
    Severe,
}

/// <summary>PHQ-9. Immutable.</summary>
public sealed record Phq9Result
{
    /// <summary>Total, 0 to 27.</summary>
    public required int Total { get; init; }

    /// <summary>The severity band.</summary>
    public required Phq9Severity Severity { get; init; }

    /// <summary>Answer to item 9, 0 to 3. Zero does not rule out risk.</summary>
    public required int SafetyItem { get; init; }

    /// <summary>Item 9 was answered with 1 or more: enter the safety flow, before anything else is done with the score.</summary>
    public bool EntersSafetyFlow => SafetyItem >= 1;

    /// <summary>
    /// The answer to item 9 as the risk flow takes it: 0 is clear, 1 ("several days") low, 2 and 3 moderate. Hand it to
    /// <see cref="SafetyGate.HandleAsync(string, SafetyState, RiskAssessment)"/>. A questionnaire never reaches high by
    /// itself: plan, means and time are asked, not scored.
    /// </summary>
    /// <param name="policy">What is done at which level; null for the shipped table.</param>
    public RiskAssessment ToRisk(RiskPolicy? policy = null)
    {
        var level = SafetyItem switch { <= 0 => RiskLevel.None, 1 => RiskLevel.Low, _ => RiskLevel.Moderate };
        var action = (policy ?? RiskPolicy.Default).ActionFor(RiskCategory.SuicidalIdeation, level);
        return new RiskAssessment
        {
            Level = level,
            Action = action,
            Findings = level == RiskLevel.None ? [] : [new RiskFinding { Category = RiskCategory.SuicidalIdeation, Level = level, Action = action, Start = 0, Length = 0, Rule = "phq-9 item 9" }],
            SupportedLanguage = true,
        };
    }
}

/// <summary>
/// A change plan as a worksheet, in the client's own words. A field left null is not filled in yet. Immutable;
/// <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record ChangePlanWorksheet
{
    /// <summary>The terms of the worksheet's wording: this library's own.</summary>
    public static InstrumentLicense License { get; } = new(true, "Generic; the wording is this library's own.", "No source claims the worksheet");

    /// <summary>The fields in order: how FHIR links them, how they are asked, of what type, and whether there may be several answers.</summary>
    internal static ImmutableArray<(string Link, string Text, string Type, bool Repeats)> Fields { get; } =
    [
        ("change", "What change do you want to make?", "text", false),
        ("reasons", "What are your most important reasons?", "text", true),
        ("steps", "What are the first and next steps, with when, where and how much?", "text", true),
        ("helpers", "Who can help, and how?", "text", true),
        ("obstacles", "What could get in the way, and what will you do then?", "text", true),
        ("signs-of-success", "How will you know that it works?", "text", false),
        ("confidence", "On a scale from 0 to 10, how confident are you that you can do this?", "integer", false),
        ("review-on", "When will you look at the plan again?", "date", false),
        ("if-it-does-not-work", "What will you do if it does not work?", "text", false),
    ];

    /// <summary>The change.</summary>
    public string? Change { get; init; }

    /// <summary>The most important reasons.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>First and next steps, with when, where and how much.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Who helps, and how.</summary>
    public ImmutableArray<string> Helpers { get; init; } = [];

    /// <summary>What could get in the way, and the response to it.</summary>
    public ImmutableArray<string> Obstacles { get; init; } = [];

    /// <summary>How the client will know that it works.</summary>
    public string? SignsOfSuccess { get; init; }

    /// <summary>Confidence, 0 to 10; null when not asked.</summary>
    public int? Confidence { get; init; }

    /// <summary>When to look at the plan again; null when not set.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>What to do if it does not work.</summary>
    public string? IfItDoesNotWork { get; init; }

    /// <summary>Names of the fields that are not filled in, in the worksheet's order. A confidence out of range counts as not filled in.</summary>
    public ImmutableArray<string> Open()
    {
        var open = ImmutableArray.CreateBuilder<string>();
        if (string.IsNullOrWhiteSpace(Change)) open.Add(nameof(Change));
        if (Empty(Reasons)) open.Add(nameof(Reasons));
        if (Empty(Steps)) open.Add(nameof(Steps));
        if (Empty(Helpers)) open.Add(nameof(Helpers));
        if (Empty(Obstacles)) open.Add(nameof(Obstacles));
        if (string.IsNullOrWhiteSpace(SignsOfSuccess)) open.Add(nameof(SignsOfSuccess));
        if (Confidence is not (>= 0 and <= 10)) open.Add(nameof(Confidence));
        if (ReviewOn is null) open.Add(nameof(ReviewOn));
        if (string.IsNullOrWhiteSpace(IfItDoesNotWork)) open.Add(nameof(IfItDoesNotWork));
        return open.ToImmutable();

        static bool Empty(ImmutableArray<string> list) => list.IsDefault || list.All(string.IsNullOrWhiteSpace);
    }

    /// <summary>The number of open fields; never the words.</summary>
    public override string ToString() => $"ChangePlanWorksheet {{ Open = {Open().Length} }}";
}
