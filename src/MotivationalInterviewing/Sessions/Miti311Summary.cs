using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>How a measure stands against the thresholds of MITI 3.1.1. The default value is <see cref="None"/>.</summary>
public enum Miti311Level
{
    /// <summary>No verdict.</summary>
    None = 0,

    /// <summary>Below beginning proficiency.</summary>
    Below,

    /// <summary>Beginning proficiency.</summary>
    BeginningProficiency,

    /// <summary>Competency.</summary>
    Competency,
}

/// <summary>A measure held against the thresholds of MITI 3.1.1. Immutable.</summary>
public sealed record Miti311Verdict
{
    /// <summary>The instrument with its version.</summary>
    public static string Instrument => "MITI 3.1.1";

    /// <summary>The measure as the manual writes it: "R:Q", "%OQ", "%CR", "%MIA".</summary>
    public required string Measure { get; init; }

    /// <summary>The counts and their ratio.</summary>
    public required Ratio Ratio { get; init; }

    /// <summary>From this value on, beginning proficiency.</summary>
    public required double Proficiency { get; init; }

    /// <summary>From this value on, competency.</summary>
    public required double Competency { get; init; }

    /// <summary>The verdict; none without a value. Thresholds are inclusive, nothing is rounded first.</summary>
    public Miti311Level Level => Ratio.Value is not double v || (IsComplexity && Crossed) ? Miti311Level.None
        : v >= Competency ? Miti311Level.Competency : v >= Proficiency ? Miti311Level.BeginningProficiency : Miti311Level.Below;

    /// <summary>Why there is no verdict; null when there is one.</summary>
    public string? Reason => Ratio.Reason ?? (IsComplexity && Crossed ? MitiVerdict.CrossesReason : null);

    /// <summary>Kappa of experts on simple against complex reflection for %CR; otherwise null.</summary>
    public double? ExpertAgreement => IsComplexity ? MitiSummary.ExpertAgreementOnComplexity : null;

    private bool IsComplexity => Measure == "%CR";

    private bool Crossed => Ratio.Interval is { } i && (i.Crosses(Proficiency) || i.Crosses(Competency));
}

/// <summary>
/// The measures of MITI 3.1.1 that behavior counts give, for old data that must be compared with old data. Counted from
/// MISC units (3.1.1 counts every utterance): MI-adherent are AF, EC, SU and asking permission (EC); non-adherent ADW, CO,
/// DI, RCW and WA. Immutable; never to be mixed with <see cref="MitiSummary"/>.
/// </summary>
public sealed class Miti311Summary
{
    private readonly MiscSummary _misc;

    private Miti311Summary(MiscSummary misc) => _misc = misc;

    /// <summary>The instrument with its version.</summary>
    public static string Instrument => Miti311Verdict.Instrument;

    /// <summary>MI-adherent units.</summary>
    public int Adherent => _misc.CountOf(Misc25.Affirm) + _misc.CountOf(Misc25.EmphasizeControl) + _misc.CountOf(Misc25.Support);

    /// <summary>MI non-adherent units.</summary>
    public int NonAdherent => _misc.MiInconsistent;

    /// <summary>R:Q, %OQ, %CR and %MIA against beginning proficiency and competency.</summary>
    public ImmutableArray<Miti311Verdict> Verdicts =>
    [
        new() { Measure = "R:Q", Ratio = _misc.ReflectionToQuestion, Proficiency = 1, Competency = 2 },
        new() { Measure = "%OQ", Ratio = _misc.OpenQuestions, Proficiency = 0.5, Competency = 0.7 },
        new() { Measure = "%CR", Ratio = _misc.ComplexReflections, Proficiency = 0.4, Competency = 0.5 },
        new() { Measure = "%MIA", Ratio = Ratio.Share(Adherent, Adherent + NonAdherent), Proficiency = 0.9, Competency = 1 },
    ];

    /// <summary>Reads MISC counts by MITI 3.1.1.</summary>
    /// <param name="misc">The MISC summary of the session.</param>
    public static Miti311Summary Of(MiscSummary misc)
    {
        ArgumentNullException.ThrowIfNull(misc);
        return new Miti311Summary(misc);
    }
}
