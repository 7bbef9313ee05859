using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Sessions;

/// <summary>The global ratings of MITI 4.2.1. The default value is <see cref="None"/>.</summary>
public enum MitiGlobal
{
    /// <summary>No rating.</summary>
    None = 0,

    /// <summary>Cultivating Change Talk: technical.</summary>
    CultivatingChangeTalk,

    /// <summary>Softening Sustain Talk: technical.</summary>
    SofteningSustainTalk,

    /// <summary>Partnership: relational.</summary>
    Partnership,

    /// <summary>Empathy: relational.</summary>
    Empathy,
}

/// <summary>
/// An estimate of one global rating from counts. It is never a rating: a rater hears the whole session, this hears how often
/// things happen. Immutable; holds no words.
/// </summary>
public sealed record GlobalEstimate
{
    /// <summary>What every display of the value says beside it.</summary>
    public const string Label = "estimate";

    /// <summary>The rating that is estimated.</summary>
    public required MitiGlobal Global { get; init; }

    /// <summary>The estimate, 1 to 5, not rounded.</summary>
    public required double Value { get; init; }

    /// <summary>95 % prediction interval within 1 to 5, from the errors on sessions that the fit had not seen, and never narrower than a point to either side.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The turns that speak for or against the rating, in order; empty when recorded without evidence.</summary>
    public required ImmutableArray<int> Evidence { get; init; }

    /// <summary>The nearest rating on the manual's scale of whole numbers, 1 to 5.</summary>
    public int Nearest => (int)Math.Round(Value, MidpointRounding.AwayFromZero);

    /// <summary>Equal when all members are equal.</summary>
    /// <param name="other">The estimate to compare with, or null.</param>
    public bool Equals(GlobalEstimate? other) =>
        other is not null && Global == other.Global && Value.Equals(other.Value) && Interval == other.Interval && Evidence.AsSpan().SequenceEqual(other.Evidence.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Global, Value);

    /// <summary>"Empathy 3.8 (estimate, [2.6, 5])".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Global} {Value:0.0} ({Label}, {Interval})");
}

/// <summary>
/// Estimates of the four global ratings of MITI 4.2.1, and reasons for those withheld: all of them in a session too short,
/// the technical ones without a target behavior. Immutable.
/// </summary>
public sealed record GlobalEstimates
{
    /// <summary>Smallest number of counselor volleys from which ratings are estimated.</summary>
    public const int MinimumVolleys = 10;

    /// <summary>The estimates that can be given, in the manual's order.</summary>
    public required ImmutableArray<GlobalEstimate> Estimates { get; init; }

    /// <summary>Why all estimates, or the technical ones, are withheld; null when all four are given.</summary>
    public string? Withheld { get; init; }

    /// <summary>Technical = (CCT + SST) / 2, estimated; null when withheld.</summary>
    public double? Technical => Mean(MitiGlobal.CultivatingChangeTalk, MitiGlobal.SofteningSustainTalk)?.Value;

    /// <summary>Relational = (Partnership + Empathy) / 2, estimated; null when withheld.</summary>
    public double? Relational => Mean(MitiGlobal.Partnership, MitiGlobal.Empathy)?.Value;

    /// <summary>The estimate of one rating; null when withheld.</summary>
    /// <param name="global">The rating.</param>
    public GlobalEstimate? Of(MitiGlobal global) => Estimates.FirstOrDefault(e => e.Global == global);

    /// <summary>Equal when all members are equal.</summary>
    /// <param name="other">The estimates to compare with, or null.</param>
    public bool Equals(GlobalEstimates? other) => other is not null && Withheld == other.Withheld && Estimates.AsSpan().SequenceEqual(other.Estimates.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Withheld, Estimates.Length);

    /// <summary>The estimates, and whether any are withheld.</summary>
    public override string ToString() =>
        (Estimates.IsDefaultOrEmpty ? "No estimates" : string.Join("; ", Estimates)) + (Withheld is null ? "." : "; withheld where the session does not allow one.");

    internal MitiVerdict Judge(MitiThreshold threshold)
    {
        var mean = threshold.Measure == MitiMeasure.Technical
            ? Mean(MitiGlobal.CultivatingChangeTalk, MitiGlobal.SofteningSustainTalk)
            : Mean(MitiGlobal.Partnership, MitiGlobal.Empathy);
        var crossed = mean is { } m && (m.Interval.Crosses(threshold.Fair) || m.Interval.Crosses(threshold.Good));
        return new MitiVerdict
        {
            Threshold = threshold,
            Value = mean?.Value,
            Interval = mean?.Interval,
            Level = mean is { } known && !crossed ? threshold.LevelOf(known.Value) : MitiLevel.None,
            Reason = mean is null ? Withheld : crossed ? MitiVerdict.CrossesReason : null,
        };
    }

    // Errors of two ratings of one session go together, so the interval of their mean is taken no narrower than theirs.
    private (double Value, Interval Interval)? Mean(MitiGlobal first, MitiGlobal second) => (Of(first), Of(second)) switch
    {
        ({ } a, { } b) => ((a.Value + b.Value) / 2, new Interval((a.Interval.Low + b.Interval.Low) / 2, (a.Interval.High + b.Interval.High) / 2)),
        _ => null,
    };
}
