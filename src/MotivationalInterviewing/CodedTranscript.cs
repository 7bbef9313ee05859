using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>A session after coding. Immutable and safe to share between threads; <see cref="ToString"/> never prints the words.</summary>
public sealed record CodedTranscript
{
    /// <summary>Identifies the session within its source. Not empty.</summary>
    public required string Session { get; init; }

    /// <summary>What would change, and toward which direction; null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TargetBehavior? Target { get; init; }

    /// <summary>Joins sessions of one client into a trend; null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Client { get; init; }

    /// <summary>The coded turns, one per turn of the transcript, in the order of speaking.</summary>
    public ImmutableArray<CodedUtterance> Utterances { get; init; } = [];

    /// <summary>The transcript without its codes.</summary>
    public Transcript ToTranscript() => new()
    {
        Session = Session,
        Target = Target,
        Client = Client,
        Utterances = [.. Utterances.Select(u => u.Utterance)],
    };

    /// <summary>Equal when all members are equal, utterance by utterance.</summary>
    /// <param name="other">The coded transcript to compare with, or null.</param>
    public bool Equals(CodedTranscript? other) =>
        other is not null && Session == other.Session && Client == other.Client && Equals(Target, other.Target)
        && Utterances.AsSpan().SequenceEqual(other.Utterances.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Session, Client, Target, Utterances.Length);

    /// <summary>Session, behavior and number of turns; never the words.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"CodedTranscript {{ Session = {Session}, Target = {Target?.Id}, Turns = {Utterances.Length} }}");
}
