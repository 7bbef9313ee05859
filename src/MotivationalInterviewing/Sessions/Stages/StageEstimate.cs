using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>How sure a stage estimate is. The default value is <see cref="NotInferred"/>.</summary>
public enum StageStatus
{
    /// <summary>Nothing was inferred: inference is switched off.</summary>
    NotInferred = 0,

    /// <summary>One stage leads clearly.</summary>
    Clear,

    /// <summary>The evidence points several ways, or a new stage leads only since one volley.</summary>
    Mixed,

    /// <summary>Too little was said toward or against change.</summary>
    Insufficient,
}

/// <summary>
/// Where a client seems to stand, with what it rests on. An estimate from talk, never a verdict or a diagnosis.
/// Immutable; holds no words.
/// </summary>
public sealed record StageEstimate
{
    /// <summary>The stage; <see cref="StageOfChange.Unknown"/> unless <see cref="Status"/> is <see cref="StageStatus.Clear"/>.</summary>
    public required StageOfChange Stage { get; init; }

    /// <summary>
    /// Probability per stage from precontemplation to maintenance, each 0 to 1, sum 1; empty unless the status is
    /// <see cref="StageStatus.Clear"/> or <see cref="StageStatus.Mixed"/>.
    /// </summary>
    public required ImmutableArray<double> Probabilities { get; init; }

    /// <summary>How sure the estimate is.</summary>
    public required StageStatus Status { get; init; }

    /// <summary>First turns of the client volleys that speak most for the leading stage, at most eight, in order.</summary>
    public required ImmutableArray<int> EvidenceTurns { get; init; }

    /// <summary>Why the estimate is what it is, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Probability of a stage, 0 to 1; null for <see cref="StageOfChange.Unknown"/> and when there are no probabilities.</summary>
    /// <param name="stage">The stage.</param>
    public double? Probability(StageOfChange stage) =>
        stage == StageOfChange.Unknown || Probabilities.IsDefaultOrEmpty ? null : Probabilities[(int)stage - 1];

    /// <summary>
    /// One word for tables: the stage in lower case, "mixed", "insufficient", or null when nothing was inferred.
    /// </summary>
    public string? Label => Status switch
    {
        StageStatus.Clear => StageNames.Lower(Stage),
        StageStatus.Mixed => "mixed",
        StageStatus.Insufficient => "insufficient",
        _ => null,
    };

    /// <summary>Equal when all members are equal, number by number.</summary>
    /// <param name="other">The estimate to compare with, or null.</param>
    public bool Equals(StageEstimate? other) =>
        other is not null && Stage == other.Stage && Status == other.Status && Reason == other.Reason
        && Probabilities.AsSpan().SequenceEqual(other.Probabilities.AsSpan()) && EvidenceTurns.AsSpan().SequenceEqual(other.EvidenceTurns.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stage, Status, Reason);

    /// <summary>Status, stage and reason.</summary>
    public override string ToString() => $"{Label ?? "not inferred"}: {Reason}";
}

/// <summary>A ruler's value estimated from talk, 0 to 10. Immutable.</summary>
public sealed record RulerEstimate
{
    /// <summary>The estimate, 0 to 10.</summary>
    public required double Value { get; init; }

    /// <summary>Where nine in ten clients' own answers lay in cross-validation, cut off at 0 and 10.</summary>
    public required Interval Interval { get; init; }

    /// <summary>"6.2 [3.9, 8.4]", the same in every culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.0} [{Interval.Low:0.0}, {Interval.High:0.0}]");
}

/// <summary>Importance, confidence and readiness as estimated from talk at one point of a session. Immutable.</summary>
public sealed record ReadinessEstimate
{
    /// <summary>How much the change matters to the client.</summary>
    public required RulerEstimate Importance { get; init; }

    /// <summary>How sure the client is of being able to.</summary>
    public required RulerEstimate Confidence { get; init; }

    /// <summary>How ready the client is.</summary>
    public required RulerEstimate Readiness { get; init; }
}

/// <summary>Names of the stages as tables and files write them.</summary>
internal static class StageNames
{
    public static string Lower(StageOfChange stage) => stage switch
    {
        StageOfChange.Precontemplation => "precontemplation",
        StageOfChange.Contemplation => "contemplation",
        StageOfChange.Preparation => "preparation",
        StageOfChange.Action => "action",
        StageOfChange.Maintenance => "maintenance",
        _ => "unknown",
    };
}
