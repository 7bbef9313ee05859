using System.Text.Json.Serialization;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing;

/// <summary>
/// One code and the evidence for it: where in the utterance it stands and how probable it is.
/// Immutable; equality is by value; holds no words.
/// </summary>
public sealed record CodeSpan
{
    /// <summary>The code: DARN-CAT with sign for clients ("R+"), MISC 2.5 for counselors ("REC").</summary>
    [JsonConverter(typeof(CodeJsonConverter))]
    public required Code Code { get; init; }

    /// <summary>Start of the evidence in UTF-16 code units of the utterance's text, at least 0.</summary>
    public required int Start { get; init; }

    /// <summary>Length of the evidence in UTF-16 code units, at least 0; with <see cref="Start"/> never beyond the text.</summary>
    public required int Length { get; init; }

    /// <summary>Probability of the code, 0 to 1; null for a code set by a person.</summary>
    [JsonPropertyName("p")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Probability { get; init; }

    /// <summary>The same act in MITI 4.2.1 terms where the MISC code leaves it open (EC is Seek or Emphasize); null when uncoded there.</summary>
    [JsonConverter(typeof(CodeJsonConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Code? Miti { get; init; }

    /// <summary>For reflections, what is reflected: change talk (+), sustain talk (-), neither (0), in order; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Valence { get; init; }
}
