namespace MotivationalInterviewing.Coding;

/// <summary>
/// Codes a conversation while it runs. Remembers a fixed number of facts of what was said so far and none of the words.
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
}
