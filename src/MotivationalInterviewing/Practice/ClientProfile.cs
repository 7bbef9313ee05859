using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Practice;

/// <summary>
/// Who a simulated client is, as data. Immutable and safe to share between threads. Read from JSON by
/// <see cref="ClientProfiles"/>; the format is described in the folder's README. <see cref="ToString"/> prints the id only.
/// </summary>
public sealed record ClientProfile
{
    /// <summary>Short stable identifier in lower case: "alcohol-bricklayer".</summary>
    public required string Id { get; init; }

    /// <summary>The client's first name.</summary>
    public required string Name { get; init; }

    /// <summary>What a trainee may know beforehand, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>What would change.</summary>
    public required TargetBehavior Behavior { get; init; }

    /// <summary>Where the talk takes place.</summary>
    public required string Setting { get; init; }

    /// <summary>What led here; for the supervisor and the debrief, not for the trainee beforehand.</summary>
    public required string History { get; init; }

    /// <summary>Stage of change at the start.</summary>
    public required StageOfChange Stage { get; init; }

    /// <summary>Importance of the change at the start, 0 to 10, as the client would honestly answer.</summary>
    public required int Importance { get; init; }

    /// <summary>Confidence to manage it, 0 to 10.</summary>
    public required int Confidence { get; init; }

    /// <summary>Readiness for it, 0 to 10.</summary>
    public required int Readiness { get; init; }

    /// <summary>How the client talks.</summary>
    public required ClientStyle Style { get; init; }

    /// <summary>Spoken or typed.</summary>
    public required SpeechRegister Register { get; init; }

    /// <summary>How hard it is to reach the client, 1 (easy) to 5.</summary>
    public required int Resistance { get; init; }

    /// <summary>Somebody with power over the client sent them.</summary>
    public bool Mandated { get; init; }

    /// <summary>What the client opens with.</summary>
    public required ImmutableArray<ClientLine> Opening { get; init; }

    /// <summary>What the client holds dear, in their words.</summary>
    public required ImmutableArray<ClientLine> Values { get; init; }

    /// <summary>What the client worries about.</summary>
    public required ImmutableArray<ClientLine> Worries { get; init; }

    /// <summary>How it feels.</summary>
    public required ImmutableArray<ClientLine> Feelings { get; init; }

    /// <summary>What the client can talk about: facts and reasons on both sides.</summary>
    public required ImmutableArray<ClientTopic> Topics { get; init; }

    /// <summary>What the client keeps back until it is earned.</summary>
    public ImmutableArray<HiddenFact> Hidden { get; init; } = [];

    /// <summary>Steps that the client could accept, with the words for them.</summary>
    public required ImmutableArray<ClientTopic> Plans { get; init; }

    /// <summary>Answers to usual questions by kind: see <see cref="ClientProfiles.AnswerKinds"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<ClientLine>> Answers { get; init; } = ImmutableDictionary<string, ImmutableArray<ClientLine>>.Empty;

    /// <summary>Words of the counselor that put the client's back up, in lower case.</summary>
    public ImmutableArray<string> Triggers { get; init; } = [];

    /// <summary>What the client says when strained.</summary>
    public required ImmutableArray<ClientLine> Discord { get; init; }

    /// <summary>Questions of the client's own.</summary>
    public ImmutableArray<ClientLine> Asks { get; init; } = [];

    /// <summary>Last words when the client walks out.</summary>
    public required ImmutableArray<ClientLine> Leaving { get; init; }

    /// <summary>A danger that the client is in; null for none.</summary>
    public ClientRisk? Risk { get; init; }

    /// <summary>The id; none of the client's words.</summary>
    public override string ToString() => Id;
}

/// <summary>Something that a client can say, and what is meant by it. Immutable.</summary>
public sealed record ClientLine
{
    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>DARN-CAT codes with sign, most important first; empty for neutral talk.</summary>
    public ImmutableArray<Code> Codes { get; init; } = [];

    /// <summary>1 to 5; 0 for neutral talk.</summary>
    public int Strength { get; init; }

    /// <summary>Which way the words lean: that of the first code.</summary>
    public TalkDirection Direction => Codes.IsEmpty ? TalkDirection.Neutral : Codes[0].Direction;

    /// <inheritdoc/>
    public bool Equals(ClientLine? other) => other is not null && Text == other.Text && Strength == other.Strength && Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Strength, Codes.Length);

    /// <summary>Codes and strength; none of the words.</summary>
    public override string ToString() => $"ClientLine {{ Codes = [{string.Join(' ', Codes.Select(c => c.Abbreviation))}] }}";
}

/// <summary>One thing that a client can talk about. Immutable.</summary>
public sealed record ClientTopic
{
    /// <summary>Identifies the topic in its profile.</summary>
    public required string Id { get; init; }

    /// <summary>Words by which the client notices that the topic is meant.</summary>
    public required ImmutableArray<string> About { get; init; }

    /// <summary>What the client can say about it, in the order in which it comes out.</summary>
    public required ImmutableArray<ClientLine> Says { get; init; }

    /// <summary>The id; none of the words.</summary>
    public override string ToString() => Id;
}

/// <summary>Something kept back, and what earns it. Immutable.</summary>
public sealed record HiddenFact
{
    /// <summary>Identifies the fact in its profile.</summary>
    public required string Id { get; init; }

    /// <summary>Words by which the client notices that the counselor is near it.</summary>
    public required ImmutableArray<string> About { get; init; }

    /// <summary>Trust from which the client may tell, 0 to 1.</summary>
    public required double Trust { get; init; }

    /// <summary>The counselor must touch on it first.</summary>
    public bool Asked { get; init; }

    /// <summary>How it is told.</summary>
    public required ImmutableArray<ClientLine> Says { get; init; }

    /// <summary>The id; none of the words.</summary>
    public override string ToString() => Id;
}

/// <summary>A danger that the client is in. Immutable.</summary>
public sealed record ClientRisk
{
    /// <summary>Which danger.</summary>
    public required Safety.RiskCategory Category { get; init; }

    /// <summary>Trust from which a hint slips out, 0 to 1; a direct question brings it at half of that.</summary>
    public required double Trust { get; init; }

    /// <summary>Hints and plain words, from hint to plain.</summary>
    public required ImmutableArray<ClientLine> Says { get; init; }

    /// <summary>The category; none of the words.</summary>
    public override string ToString() => $"ClientRisk {{ Category = {Category} }}";
}
