using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>
/// One turn of speech as it was transcribed. Immutable and safe to share between threads.
/// Equality is by value. <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record Utterance
{
    /// <summary>Number of the turn in its session, as the source numbers it. At least 0; need not be contiguous.</summary>
    public required int Turn { get; init; }

    /// <summary>Who spoke.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>
    /// The words, confidential when a client's. Well-formed UTF-16: readers repair broken surrogates to U+FFFD before
    /// they come here. All spans in codings count UTF-16 code units of this text.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The speaker's name or role as the source gives it ("Mother", "Officer"); null when it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SpeakerName { get; init; }

    /// <summary>Start, counted from the beginning of the session; null when the source has no times.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Start { get; init; }

    /// <summary>End, counted from the beginning of the session; null when the source has no times.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? End { get; init; }

    /// <summary>Turn, speaker and length; never the words.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"Utterance {{ Turn = {Turn}, Speaker = {Speaker}, Length = {Text.Length} }}");
}
