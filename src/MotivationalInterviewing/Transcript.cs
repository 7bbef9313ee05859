using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>
/// One session's utterances in order, and the behavior that it is about. Immutable and safe to share between threads.
/// <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record Transcript
{
    /// <summary>Identifies the session within its source. Not empty.</summary>
    public required string Session { get; init; }

    /// <summary>
    /// What would change, and toward which direction. Null when unknown: client language is then coded on words alone,
    /// and technical global ratings are withheld (MITI 4.2.1 requires a change goal).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TargetBehavior? Target { get; init; }

    /// <summary>Joins sessions of one client into a trend; null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Client { get; init; }

    /// <summary>The turns, in the order of speaking.</summary>
    public ImmutableArray<Utterance> Utterances { get; init; } = [];

    /// <summary>The uninterrupted runs of one speaker, in order. Built on each read.</summary>
    [JsonIgnore]
    public ImmutableArray<Volley> Volleys => Volley.Split(Utterances);

    /// <summary>Equal when all members are equal, utterance by utterance.</summary>
    /// <param name="other">The transcript to compare with, or null.</param>
    public bool Equals(Transcript? other) =>
        other is not null && Session == other.Session && Client == other.Client && Equals(Target, other.Target)
        && Utterances.AsSpan().SequenceEqual(other.Utterances.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Session, Client, Target, Utterances.Length);

    /// <summary>Session, behavior and number of turns; never the words.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"Transcript {{ Session = {Session}, Target = {Target?.Id}, Turns = {Utterances.Length} }}");
}
