using System.Collections.Immutable;
using System.Text.Json;

namespace MotivationalInterviewing.Practice;

/// <summary>
/// What a counselor's act does to a simulated client. Odds multiply those of a turn in which nothing particular was done.
/// </summary>
public readonly record struct ActEffect
{
    /// <summary>Multiplies the odds of change talk in the answer.</summary>
    public double Change { get; init; }

    /// <summary>Multiplies the odds of sustain talk in the answer.</summary>
    public double Sustain { get; init; }

    /// <summary>Added to trust.</summary>
    public double Trust { get; init; }

    /// <summary>Added to discord, times how hard the client is to reach where it is more than nothing.</summary>
    public double Discord { get; init; }

    /// <summary>Added to readiness.</summary>
    public double Readiness { get; init; }

    /// <summary>Added to patience.</summary>
    public double Patience { get; init; }
}

/// <summary>
/// The dynamics of simulated clients as data. The defaults ship as JSON; each figure that rests on a study says so in the
/// folder's README. Immutable and safe to share between threads.
/// </summary>
public sealed record ClientDynamics
{
    /// <summary>The shipped figures.</summary>
    public static ClientDynamics Default => s_default.Value;

    /// <summary>Share of turns with a side when nothing particular was done, 0 to 1.</summary>
    public required double Stance { get; init; }

    /// <summary>Multiplies the odds of the side taken last when the client is left to go on.</summary>
    public required double Momentum { get; init; }

    /// <summary>Trust at the start of a client of resistance 1, and what each further step takes away.</summary>
    public required double StartTrust { get; init; }

    /// <summary>What each step of resistance takes from the start trust.</summary>
    public required double TrustPerResistance { get; init; }

    /// <summary>Discord at the start of a mandated client.</summary>
    public required double MandatedDiscord { get; init; }

    /// <summary>Log odds of change against sustain talk at the start, by stage from precontemplation to maintenance.</summary>
    public required ImmutableArray<double> StageBalance { get; init; }

    /// <summary>What each step of resistance above 1 takes from the balance.</summary>
    public required double BalancePerResistance { get; init; }

    /// <summary>Readiness gained by an own word of change of full strength, at full trust.</summary>
    public required double ChangeMoves { get; init; }

    /// <summary>Readiness lost by an own word of sustain of full strength.</summary>
    public required double SustainMoves { get; init; }

    /// <summary>What each step of resistance takes from <see cref="ChangeMoves"/>, as a share.</summary>
    public required double ResistanceSlows { get; init; }

    /// <summary>Balance moved by a point of readiness.</summary>
    public required double BalancePerReadiness { get; init; }

    /// <summary>Share of discord that is left after each turn.</summary>
    public required double DiscordLasts { get; init; }

    /// <summary>Discord added by each question after two in a row with nothing given back.</summary>
    public required double InterrogationDiscord { get; init; }

    /// <summary>Patience taken by each such question.</summary>
    public required double InterrogationPatience { get; init; }

    /// <summary>Readiness from which planning is not too soon.</summary>
    public required double PlanningReadiness { get; init; }

    /// <summary>Discord from which the client may leave.</summary>
    public required double LeavingDiscord { get; init; }

    /// <summary>Chance per turn of leaving at full discord.</summary>
    public required double LeavingChance { get; init; }

    /// <summary>Effects by act, in the names of <see cref="HeardAct"/>.</summary>
    public required ImmutableDictionary<HeardAct, ActEffect> Acts { get; init; }

    /// <summary>Effect of an act; nothing for one that is not listed.</summary>
    /// <param name="act">The act.</param>
    public ActEffect Of(HeardAct act) => Acts.TryGetValue(act, out var effect) ? effect : new ActEffect { Change = 1, Sustain = 1 };

    /// <summary>Reads dynamics from JSON in the form of the shipped file.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">Something is missing or of the wrong kind.</exception>
    /// <exception cref="FormatException">A figure is out of range.</exception>
    public static ClientDynamics Parse(string json)
    {
        var read = JsonSerializer.Deserialize(json, PracticeJson.Default.ClientDynamics) ?? throw new JsonException("No dynamics.");
        if (read.StageBalance.IsDefault || read.StageBalance.Length != 5) throw new FormatException("'stageBalance' must hold five numbers, precontemplation to maintenance.");
        if (!(read.Stance is > 0 and < 1)) throw new FormatException($"'stance' is {read.Stance}; allowed: above 0 and below 1.");
        return read;
    }

    private static readonly Lazy<ClientDynamics> s_default = new(() =>
    {
        using var reader = new StreamReader(typeof(ClientDynamics).Assembly.GetManifestResourceStream("MotivationalInterviewing.Practice.dynamics.json")!);
        return Parse(reader.ReadToEnd());
    });
}
