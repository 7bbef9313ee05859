using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>Reads the data files that ship with the help.</summary>
internal static class HelpData
{
    internal static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{name} is empty.");
    }

    internal static Stream Open(string name) => typeof(HelpData).Assembly.GetManifestResourceStream("MotivationalInterviewing.Help." + name)
        ?? throw new InvalidDataException($"{name} is missing.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(Dictionary<string, TreatmentOption[]>))]
[JsonSerializable(typeof(Dictionary<string, ProfessionalGuide>))]
[JsonSerializable(typeof(Helpline[]))]
[JsonSerializable(typeof(OptionReview))]
[JsonSerializable(typeof(ChangePlan))]
internal sealed partial class HelpJson : JsonSerializerContext
{
    internal static void Check(int version, int current, string what)
    {
        if (version < 1 || version > current)
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{what} of version {version} cannot be read; this library reads up to {current}."));
    }
}
