using System.Text.Json;
using MotivationalInterviewing.Safety;

namespace ConsoleChat;

/// <summary>Writes what the screen found: level, categories and action, never a score.</summary>
internal static class RiskJson
{
    public static void Write(Utf8JsonWriter json, RiskAssessment risk)
    {
        json.WriteString("level", risk.Level.ToString().ToLowerInvariant());
        json.WriteStartArray("categories");
        foreach (var category in risk.Findings.Select(f => f.Category).Distinct()) json.WriteStringValue(category.ToString());
        json.WriteEndArray();
        json.WriteString("action", risk.Action.ToString().ToLowerInvariant());
    }
}
