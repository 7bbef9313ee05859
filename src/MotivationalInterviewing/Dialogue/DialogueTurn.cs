using System.Collections.Immutable;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Who put the reply into words. The default value is <see cref="BuiltIn"/>.</summary>
public enum ReplySource
{
    /// <summary>The built-in writer.</summary>
    BuiltIn = 0,

    /// <summary>The host's writer.</summary>
    Host,

    /// <summary>A plain sentence, since no written reply passed.</summary>
    Plain,

    /// <summary>The safety protocol.</summary>
    Safety,
}

/// <summary>
/// What came of one client turn. Holds words: confidential. Immutable. <see cref="ToString"/> never prints them.
/// </summary>
public sealed record DialogueTurn
{
    /// <summary>What was noticed.</summary>
    public required Appraisal Appraisal { get; init; }

    /// <summary>What was chosen, and why.</summary>
    public required NextMove Move { get; init; }

    /// <summary>What the client reads or hears.</summary>
    public required string Reply { get; init; }

    /// <summary>Who put it into words.</summary>
    public ReplySource Source { get; init; }

    /// <summary>What the guard found in the reply that stands; findings of discarded attempts are not kept.</summary>
    public ImmutableArray<AdherenceFinding> Findings { get; init; } = [];

    /// <summary>Attempts that the guard sent back, 0 or more.</summary>
    public int Discarded { get; init; }

    /// <summary>Crisis resources to show beside the reply; empty when none are called for.</summary>
    public ImmutableArray<CrisisResource> Resources { get; init; } = [];

    /// <summary>What the program says of itself, to show before the reply: at the start, on the place's cadence, and on request; null otherwise.</summary>
    public string? Disclosure { get; init; }

    /// <summary>What is laid before the client after their yes; null otherwise.</summary>
    public HelpOffer? Help { get; init; }

    /// <summary>True while motivational interviewing is silent.</summary>
    public bool Stopped { get; init; }

    /// <summary>The session from now on.</summary>
    public required DialogueSession Session { get; init; }

    /// <summary>The move's name; never the words.</summary>
    public override string ToString() => $"DialogueTurn {{ {Move?.Name}, Source = {Source}, Stopped = {Stopped} }}";
}
