namespace MotivationalInterviewing.Coding;

/// <summary>
/// Codes a conversation while it runs. Remembers a fixed number of facts of what was said so far, and words only of a
/// clause that broke off, until its speaker goes on.
/// One instance belongs to one conversation and must not be used by two threads at once; any number of live coders may
/// share one <see cref="UtteranceCoder"/>.
/// </summary>
public sealed class LiveCoder
{
    private readonly TurnReader _reader;
    private readonly ConversationState _state = new();
    private readonly ContextState _context;

    internal LiveCoder(TurnReader reader, TargetBehavior? target)
    {
        _reader = reader;
        _context = new ContextState(reader.Model, target);
        Target = target;
    }

    /// <summary>What would change; null when unknown.</summary>
    public TargetBehavior? Target { get; }

    /// <summary>Codes the next turn in the light of those before it.</summary>
    /// <param name="utterance">The turn. Turns of other speakers come back uncoded and change nothing that is remembered.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utterance"/> is null.</exception>
    public CodedUtterance Next(Utterance utterance)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return _reader.Code(utterance, Target, _state, _context, default);
    }

    /// <summary>Forgets the conversation so far.</summary>
    public void Reset()
    {
        _state.Reset();
        _context.Reset(Target);
    }

    /// <summary>What is remembered so far.</summary>
    public LiveCoderState ToState()
    {
        var said = _state.LastCounselor;
        return new LiveCoderState
        {
            Memory = [.. _context.States],
            Turns = _context.Turns,
            LastStance = _state.LastStance,
            LastTalk = _state.LastTalk,
            LastSpeaker = _state.LastSpeaker,
            Main = said.Main,
            Proposition = said.Proposition,
            Kind = said.Kind,
            Facts = Bits(
                _state.LastTalkMixed, _state.ClientAsked, _state.MayAdvise, _state.AskedToAdvise,
                said.Asks, said.AsksYesNo, said.AsksRuler),
        };
    }

    /// <summary>Goes on from a kept state. A memory of another model's size is left out; the rest is taken.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public void Restore(LiveCoderState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Reset();
        if (!state.Memory.IsDefault && state.Memory.Length == _context.States.Length)
        {
            state.Memory.CopyTo(_context.States);
            _context.Turns = state.Turns;
        }

        bool Fact(int bit) => (state.Facts >> bit & 1) != 0;
        (_state.LastStance, _state.LastTalk, _state.LastSpeaker) = (state.LastStance, state.LastTalk, state.LastSpeaker);
        (_state.LastTalkMixed, _state.ClientAsked, _state.MayAdvise) = (Fact(0), Fact(1), Fact(2));
        _state.AskedToAdvise = Fact(3);
        _state.LastCounselor = new CounselorTurn { Main = state.Main, Asks = Fact(4), AsksYesNo = Fact(5), AsksRuler = Fact(6), Proposition = state.Proposition, Kind = state.Kind };
    }

    private static int Bits(params ReadOnlySpan<bool> facts)
    {
        var bits = 0;
        for (var i = 0; i < facts.Length; i++) bits |= facts[i] ? 1 << i : 0;
        return bits;
    }
}
