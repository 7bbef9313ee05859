using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Practice;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ClientState))]
[JsonSerializable(typeof(ClientDynamics))]
[JsonSerializable(typeof(Portfolio))]
[JsonSerializable(typeof(DrillItem[]))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string[]>>))]
internal sealed partial class PracticeJson : JsonSerializerContext;
