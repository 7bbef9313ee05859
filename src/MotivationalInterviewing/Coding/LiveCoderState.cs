using System.Collections.Immutable;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// All that a <see cref="LiveCoder"/> remembers, to go on later or on another machine with the same outcome. Numbers and
/// facts, none of the words: a clause that broke off just before is not joined to its end afterwards. Immutable.
/// </summary>
public sealed record LiveCoderState
{
    /// <summary>The network's memory; empty before the first turn. Belongs to one model.</summary>
    public ImmutableArray<float> Memory { get; init; } = [];

    /// <summary>Turns seen, at least 0.</summary>
    public int Turns { get; init; }

    /// <summary>Direction of the client's latest turn that took a stance.</summary>
    public TalkDirection LastStance { get; init; }

    /// <summary>Direction of the client's latest turn.</summary>
    public TalkDirection LastTalk { get; init; }

    /// <summary>Facts that are true, one bit each, in an order of this library's own.</summary>
    public int Facts { get; init; }

    /// <summary>Who spoke last.</summary>
    public Speaker LastSpeaker { get; init; }

    /// <summary>Main act of the counselor's latest turn.</summary>
    public CounselorMain Main { get; init; }

    /// <summary>Direction of what that turn put forward.</summary>
    public TalkDirection Proposition { get; init; }

    /// <summary>Kind of what that turn put forward.</summary>
    public ChangeTalkKind Kind { get; init; }

    /// <summary>Equal when all members are, number by number.</summary>
    /// <param name="other">The state to compare with, or null.</param>
    public bool Equals(LiveCoderState? other) =>
        other is not null && Turns == other.Turns && LastStance == other.LastStance && LastTalk == other.LastTalk && Facts == other.Facts
        && LastSpeaker == other.LastSpeaker && Main == other.Main && Proposition == other.Proposition && Kind == other.Kind
        && Memory.AsSpan().SequenceEqual(other.Memory.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Turns, Facts, LastTalk, Memory.Length);

    /// <summary>Number of turns.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"LiveCoderState {{ Turns = {Turns} }}");
}
