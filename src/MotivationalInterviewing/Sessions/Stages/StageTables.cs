using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>How far each sort of evidence is trusted: the exponent of its emission probability, 0 (ignored) to 1 (taken at its word). Immutable.</summary>
public sealed record EvidenceTrust
{
    /// <summary>A direct staging answer or a dated fact.</summary>
    public double DatedFact { get; init; } = 1.0;

    /// <summary>Commitment or a step that the client brings up.</summary>
    public double Mobilizing { get; init; } = 0.8;

    /// <summary>Preparatory change talk, sustain talk, and both together.</summary>
    public double Preparatory { get; init; } = 0.6;

    /// <summary>A reply of a few words to a closed question.</summary>
    public double LedReply { get; init; } = 0.4;

    /// <summary>Commitment of strength 1 or 2 ("I'll try").</summary>
    public double WeakCommitment { get; init; } = 0.4;

    /// <summary>A bare "yeah" of one or two words.</summary>
    public double BareAgreement { get; init; } = 0.1;

    /// <summary>Follow, neutral or ask.</summary>
    public double Neutral { get; init; } = 0.1;
}

/// <summary>
/// The tables of the stage filter. Rows and columns of stages run precontemplation, contemplation, preparation, action,
/// maintenance; every row of <see cref="Transition"/>, <see cref="BetweenSessions"/> and <see cref="Emission"/> sums to 1.
/// The numbers are a design of this library, not of a manual. Immutable.
/// </summary>
public sealed record StageTables
{
    /// <summary>Number of stages, 5.</summary>
    public const int Stages = 5;

    /// <summary>The tables that the library uses.</summary>
    public static StageTables Default { get; } = new();

    /// <summary>Belief before anything is known, by stage.</summary>
    public ImmutableArray<double> Prior { get; init; } = [.25, .35, .20, .15, .05];

    /// <summary>Movement per client volley, from row to column.</summary>
    public ImmutableArray<ImmutableArray<double>> Transition { get; init; } =
    [
        [.96, .04, 0, 0, 0],
        [.02, .96, .02, 0, 0],
        [0, .02, .97, .01, 0],
        [0, .005, .005, .99, 0],
        [0, .002, 0, .003, .995],
    ];

    /// <summary>Movement between sessions that are a day or more apart, from row to column.</summary>
    public ImmutableArray<ImmutableArray<double>> BetweenSessions { get; init; } =
    [
        [.80, .17, .03, 0, 0],
        [.10, .62, .23, .05, 0],
        [.03, .20, .45, .32, 0],
        [.03, .09, .08, .72, .08],
        [.02, .04, .02, .04, .88],
    ];

    /// <summary>Probability of an observation given a stage. Columns in the order of <see cref="StageObservation"/> from <see cref="StageObservation.Sustain"/> on.</summary>
    public ImmutableArray<ImmutableArray<double>> Emission { get; init; } =
    [
        [.30, .06, .05, .01, .005, .005, .57],
        [.16, .12, .16, .03, .02, .01, .50],
        [.07, .07, .16, .14, .06, .01, .49],
        [.05, .04, .10, .10, .18, .05, .48],
        [.04, .03, .07, .06, .10, .22, .48],
    ];

    /// <summary>Trust per sort of evidence.</summary>
    public EvidenceTrust Trust { get; init; } = new();

    /// <summary>Share of a relapsed action or maintenance belief that stays where it was.</summary>
    public double RelapseKeeps { get; init; } = .1;

    /// <summary>Where the rest goes after a relapse, by stage.</summary>
    public ImmutableArray<double> RelapseTo { get; init; } = [.2, .5, .3, 0, 0];

    /// <summary>Smallest probability of a stage that is reported.</summary>
    public double ClearProbability { get; init; } = .4;

    /// <summary>Smallest lead over the next stage of one that is reported.</summary>
    public double ClearLead { get; init; } = .05;

    /// <summary>Consecutive volleys that must agree before the reported stage switches.</summary>
    public int VolleysToSwitch { get; init; } = 2;

    /// <summary>Client volleys with a stance below which nothing is reported.</summary>
    public int MinimumStances { get; init; } = 3;
}
