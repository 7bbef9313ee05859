using System.Text.Json;

namespace MotivationalInterviewing.Dialogue;

/// <summary>How the behavior is called in a sentence.</summary>
internal sealed record BehaviorWording(string Noun, string Ing, string Less);

/// <summary>One way in which clients put things, and ways to give it back.</summary>
internal sealed record Lead(string[] When, string[] Say);

/// <summary>The words of the built-in writer: a data file that a clinician can read, change and translate. Read-only.</summary>
internal sealed class DialogueContent
{
    private readonly Dictionary<string, BehaviorWording> _behaviors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _categories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _feelings = new(StringComparer.OrdinalIgnoreCase);

    public static DialogueContent Default { get; } = Embedded();

    public Lead[] Leads { get; private init; } = [];

    /// <summary>Reads a content file.</summary>
    /// <exception cref="FormatException">A part is missing or of the wrong form; the message names it.</exception>
    public static DialogueContent Read(Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = json.RootElement;
            var content = new DialogueContent
            {
                Leads = [.. Part(root, "leads").EnumerateArray().Select(l => new Lead(l.GetProperty("when").GetString()!.Split(' '), Strings(l.GetProperty("say"))))],
            };
            foreach (var b in Part(root, "behaviors").EnumerateObject())
                content._behaviors[b.Name] = new BehaviorWording(b.Value.GetProperty("noun").GetString()!, b.Value.GetProperty("ing").GetString()!, b.Value.GetProperty("less").GetString()!);
            foreach (var c in Part(root, "categories").EnumerateObject()) content._categories[c.Name] = new HashSet<string>(Strings(c.Value), StringComparer.OrdinalIgnoreCase);
            content._feelings.UnionWith(Strings(Part(root, "feelings")));
            foreach (var line in Part(root, "lines").EnumerateObject()) content._lines[line.Name] = Strings(line.Value);
            foreach (var group in (string[])["meaning", "tails", "strengths"])
                Flatten(content._lines, group, Part(root, group));
            foreach (var info in Part(root, "information").EnumerateObject())
                content._lines["information." + info.Name] = [.. info.Value.EnumerateArray().Select(i => i.GetProperty("text").GetString()!)];
            return content;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The content of the dialogue cannot be read: " + e.Message, e);
        }
    }

    public BehaviorWording Behavior(TargetBehavior target) => _behaviors.TryGetValue(target.Id, out var known)
        ? known
        : new BehaviorWording("this", target.Name, target.IsPreset ? target.ChangeDescription : "a change there");

    /// <summary>The lines under a name; empty when there are none.</summary>
    public string[] Lines(string name) => _lines.GetValueOrDefault(name, []);

    public bool IsFeeling(string words) => _feelings.Contains(words);

    public bool IsAbout(string category, string word) => _categories.TryGetValue(category, out var words) && words.Contains(word);

    private static void Flatten(Dictionary<string, string[]> lines, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) lines[name] = Strings(value);
        else foreach (var member in value.EnumerateObject()) Flatten(lines, name + "." + member.Name, member.Value);
    }

    private static JsonElement Part(JsonElement root, string name) =>
        root.TryGetProperty(name, out var part) ? part : throw new FormatException($"The content of the dialogue has no '{name}'.");

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(s => s.GetString()!)];

    private static DialogueContent Embedded()
    {
        using var stream = typeof(DialogueContent).Assembly.GetManifestResourceStream("MotivationalInterviewing.Dialogue.dialogue.en-US.json")!;
        return Read(stream);
    }
}
