using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>
/// Source-generated JSON for the library's nouns: works with trimming and native AOT, loses nothing on a round trip.
/// The written JSON holds the words; treat it as confidential.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(Utterance))]
[JsonSerializable(typeof(TargetBehavior))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(CodedUtterance))]
[JsonSerializable(typeof(CodedTranscript))]
public sealed partial class MotivationalInterviewingJson : JsonSerializerContext;
