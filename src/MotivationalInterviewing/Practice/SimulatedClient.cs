using System.Collections.Immutable;
using MotivationalInterviewing.Practice.Simulation;

namespace MotivationalInterviewing.Practice;

/// <summary>
/// The library's own simulated client: composed words over documented dynamics, no language model. Understands the
/// counselor by the library's own coder and guard. Deterministic: the same profile, dynamics, seed and counselor's words
/// give the same session. Immutable and thread-safe; English only. Practice material, no picture of a real person.
/// </summary>
public sealed class SimulatedClient : ISimulatedClient
{
    private readonly ClientBook _book;
    private readonly Voices _voices;

    /// <summary>A client.</summary>
    /// <param name="profile">Who it is.</param>
    /// <param name="dynamics">How it moves; null for the shipped figures.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public SimulatedClient(ClientProfile profile, ClientDynamics? dynamics = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Profile = profile;
        Dynamics = dynamics ?? ClientDynamics.Default;
        _book = new ClientBook(profile);
        _voices = Voices.Of(profile.Style);
    }

    /// <inheritdoc/>
    public ClientProfile Profile { get; }

    /// <summary>How the client moves.</summary>
    public ClientDynamics Dynamics { get; }

    /// <inheritdoc/>
    public ClientState Begin(int seed) => new()
    {
        Seed = seed,
        Trust = Math.Max(0.05, Dynamics.StartTrust - (Dynamics.TrustPerResistance * (Profile.Resistance - 1))),
        Discord = Profile.Mandated ? Dynamics.MandatedDiscord : 0,
        Balance = Mind.StartBalance(Profile, Dynamics),
        Readiness = Profile.Readiness,
        Patience = 1 - (0.06 * (Profile.Resistance - 1)),
        Stage = Profile.Stage,
    };

    /// <summary>Answers a counselor's turn.</summary>
    /// <param name="state">The state after the turn before; unchanged by the call.</param>
    /// <param name="counselor">The counselor's words; any text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">The client has left.</exception>
    public ClientReply Answer(ClientState state, string counselor)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(counselor);
        if (state.Left) throw new InvalidOperationException("The client has left the session.");
        var heard = Hearing.Read(counselor, state, Profile, _book, Dynamics);
        var dice = new Dice(state.Seed, state.Turn);
        var moved = Mind.Take(state, heard, Profile, Dynamics);
        var leaves = Mind.Leaves(moved, Dynamics, ref dice);
        var direction = leaves ? TalkDirection.Neutral : Mind.Direction(moved, heard, Dynamics, _book, ref dice);
        SpokenTurn Compose(ref Dice dice)
        {
            var wording = new Wording(Profile, _book, _voices, moved, heard);
            return leaves ? wording.Leave(ref dice) : wording.Answer(direction, ref dice);
        }

        var turn = Compose(ref dice);
        for (var i = 0; i < 6 && Repeats(turn.Text, state.Turns); i++) turn = Compose(ref dice);
        if (Repeats(turn.Text, state.Turns)) turn = new SpokenTurn { Text = _voices["confirm"][0] };
        var utterance = new Utterance { Turn = state.Turns.Length + 1, Speaker = Speaker.Client, Text = turn.Text };
        var intended = new CodedUtterance
        {
            Utterance = utterance,
            Talk = turn.Direction,
            Strength = turn.Direction switch { TalkDirection.Change => turn.Strength, TalkDirection.Sustain => -turn.Strength, _ => 0 },
            Codes = turn.Codes,
            Discord = turn.Discord,
            Interest = turn.Interest,
            CodedBy = "simulated client",
        };
        var after = Mind.Settle(moved, turn, Profile, Dynamics) with
        {
            Turn = state.Turn + 1,
            Left = leaves,
            LastLine = turn.Lines.IsEmpty ? state.LastLine : turn.Lines[^1],
            Said = state.Said.AddRange(turn.Lines),
            Found = turn.Revealed is null || state.Found.Contains(turn.Revealed) ? state.Found : state.Found.Add(turn.Revealed),
            Pending = turn.Pending,
            RiskTold = state.RiskTold || turn.Risk,
            Turns = state.Turns.Add(new Utterance { Turn = state.Turns.Length, Speaker = Speaker.Counselor, Text = counselor }).Add(utterance),
        };
        return new ClientReply { Intended = intended, Heard = heard.Acts, State = after, Revealed = turn.Revealed };
    }

    /// <summary>Five words or more that the client has said before.</summary>
    private static bool Repeats(string text, ImmutableArray<Utterance> turns)
    {
        if (text.Count(c => c == ' ') < 4) return false;
        for (var i = 1; i < turns.Length; i += 2)
            if (string.Equals(turns[i].Text, text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <inheritdoc/>
    public ValueTask<ClientReply> AnswerAsync(ClientState state, string counselor, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Answer(state, counselor));
    }
}
