using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>How a MITI 4.2.1 measure stands against the manual's thresholds. The default value is <see cref="None"/>.</summary>
public enum MitiLevel
{
    /// <summary>No verdict; the reason says why.</summary>
    None = 0,

    /// <summary>Below the threshold for fair.</summary>
    BelowFair,

    /// <summary>At least fair.</summary>
    Fair,

    /// <summary>At least good.</summary>
    Good,
}

/// <summary>The measures for which MITI 4.2.1 sets thresholds. The default value is <see cref="None"/>.</summary>
public enum MitiMeasure
{
    /// <summary>No measure.</summary>
    None = 0,

    /// <summary>Relational = (Partnership + Empathy) / 2.</summary>
    Relational,

    /// <summary>Technical = (Cultivating Change Talk + Softening Sustain Talk) / 2.</summary>
    Technical,

    /// <summary>%CR = CR / (SR + CR).</summary>
    ComplexReflections,

    /// <summary>R:Q = (SR + CR) / Q.</summary>
    ReflectionToQuestion,
}

/// <summary>
/// The thresholds of MITI 4.2.1 as data: expert opinion without norms, says the manual itself. Not to be applied to scores of
/// other versions. Reaching a threshold exactly is enough; nothing is rounded first.
/// </summary>
/// <param name="Measure">The measure.</param>
/// <param name="Fair">From this value on, fair.</param>
/// <param name="Good">From this value on, good.</param>
public readonly record struct MitiThreshold(MitiMeasure Measure, double Fair, double Good)
{
    /// <summary>Relational: 3.5 and 4.</summary>
    public static MitiThreshold Relational { get; } = new(MitiMeasure.Relational, 3.5, 4);

    /// <summary>Technical: 3 and 4.</summary>
    public static MitiThreshold Technical { get; } = new(MitiMeasure.Technical, 3, 4);

    /// <summary>%CR: 40 % and 50 %.</summary>
    public static MitiThreshold ComplexReflections { get; } = new(MitiMeasure.ComplexReflections, 0.4, 0.5);

    /// <summary>R:Q: 1:1 and 2:1.</summary>
    public static MitiThreshold ReflectionToQuestion { get; } = new(MitiMeasure.ReflectionToQuestion, 1, 2);

    /// <summary>The level of a value.</summary>
    /// <param name="value">The value, not rounded.</param>
    public MitiLevel LevelOf(double value) => value >= Good ? MitiLevel.Good : value >= Fair ? MitiLevel.Fair : MitiLevel.BelowFair;

    internal MitiVerdict Judge(Ratio ratio, bool interval, double? agreement)
    {
        var crossed = interval && ratio.Interval is { } i && (i.Crosses(Fair) || i.Crosses(Good));
        return new MitiVerdict
        {
            Threshold = this,
            Value = ratio.Value,
            Interval = ratio.Interval,
            Level = ratio.Value is double v && !crossed ? LevelOf(v) : MitiLevel.None,
            Reason = ratio.Reason ?? (crossed ? MitiVerdict.CrossesReason : null),
            ExpertAgreement = agreement,
        };
    }
}

/// <summary>A measure held against the thresholds of MITI 4.2.1. Immutable; holds no words.</summary>
public sealed record MitiVerdict
{
    internal const string CrossesReason = "The 95 % interval reaches over a threshold: the session does not tell.";

    /// <summary>The instrument with its version.</summary>
    public static string Instrument => Miti42.Codebook.Instrument;

    /// <summary>The measure and its thresholds.</summary>
    public required MitiThreshold Threshold { get; init; }

    /// <summary>The verdict; <see cref="MitiLevel.None"/> when <see cref="Reason"/> says why.</summary>
    public required MitiLevel Level { get; init; }

    /// <summary>The value that was judged, never rounded; null when there is none.</summary>
    public double? Value { get; init; }

    /// <summary>Its 95 % interval; null when none can be given.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Why there is no verdict; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Kappa of human experts on the distinction that the measure rests on, where it is so low that one must know it:
    /// 0.17 on simple against complex reflection among turns that both call reflections (AnnoMI, ten experts); otherwise null.
    /// </summary>
    public double? ExpertAgreement { get; init; }

    /// <summary>Measure, level and instrument.</summary>
    public override string ToString() => $"{Threshold.Measure}: {(Level == MitiLevel.None ? "no verdict. " + Reason : Level.ToString())} ({Instrument})";
}
