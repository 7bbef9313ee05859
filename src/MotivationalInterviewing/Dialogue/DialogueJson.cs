using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Dialogue;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DialogueSession))]
internal sealed partial class DialogueJson : JsonSerializerContext;
