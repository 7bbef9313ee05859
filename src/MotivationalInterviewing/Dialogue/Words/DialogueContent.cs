using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MotivationalInterviewing.Dialogue;

/// <summary>How the behavior is called in a sentence: "the drinking", "drinking less", "drink less".</summary>
internal sealed record BehaviorWording(string Behavior, string Change, string ToChange);

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

    public FrozenDictionary<string, Lead[]> Leads { get; private init; } = FrozenDictionary<string, Lead[]>.Empty;

    /// <summary>Beginnings that would read as advice in the second person, and what stands for them.</summary>
    public (string From, string To)[] NotAsAdvice { get; private init; } = [];

    /// <summary>Words of the second person and others that mean the same, most wanted first.</summary>
    public (string From, string To)[] OtherWords { get; private init; } = [];

    /// <summary>Reads the two content files.</summary>
    /// <param name="wordings">Markdown: a heading per technique, a wording per line, a table of behaviors.</param>
    /// <param name="reflections">JSON with comments: how reflections are made.</param>
    /// <exception cref="FormatException">A part is missing or of the wrong form; the message names it.</exception>
    public static DialogueContent Read(TextReader wordings, Stream reflections)
    {
        try
        {
            using var json = JsonDocument.Parse(reflections, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = json.RootElement;
            var content = new DialogueContent
            {
                Leads = Part(root, "leads").EnumerateArray().Select(l => new Lead(l.GetProperty("when").GetString()!.Split(' '), Strings(l.GetProperty("say")))).GroupBy(l => l.When[0], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal),
                NotAsAdvice = [.. Part(root, "notAsAdvice").EnumerateObject().Select(w => (w.Name, w.Value.GetString()!))],
                OtherWords = [.. Part(root, "otherWords").EnumerateObject().Select(w => (w.Name, w.Value.GetString()!))],
            };
            foreach (var c in Part(root, "categories").EnumerateObject()) content._categories[c.Name] = new HashSet<string>(Strings(c.Value), StringComparer.OrdinalIgnoreCase);
            content._feelings.UnionWith(Strings(Part(root, "feelings")));
            foreach (var line in Part(root, "lines").EnumerateObject()) content._lines[line.Name] = Strings(line.Value);
            foreach (var group in (string[])["meaning", "strengths", "tails", "little"]) Flatten(content._lines, group, Part(root, group));
            foreach (var info in Part(root, "information").EnumerateObject())
                content._lines["information." + info.Name] = [.. info.Value.EnumerateArray().Select(i => i.GetProperty("text").GetString()!)];
            content.ReadWordings(wordings);
            return content;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The content of the dialogue cannot be read: " + e.Message, e);
        }
    }

    private void ReadWordings(TextReader wordings)
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        string? heading = null;
        for (var number = 1; wordings.ReadLine() is { } line; number++)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = line[3..].Trim();
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (heading is null) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of the wordings stands under no heading."));
                if (!lists.TryGetValue(heading, out var list)) lists[heading] = list = [];
                list.Add(line[2..].Trim());
            }
            else if (heading == "Behaviors" && line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal) && !line.StartsWith("| id", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length != 6) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of the wordings has {cells.Length - 2} cells; expected 4: id, behavior, change, to change."));
                _behaviors[cells[1]] = new BehaviorWording(cells[2], cells[3], cells[4]);
            }
        }

        if (!_behaviors.ContainsKey("*")) throw new FormatException("The wordings have no behavior '*', which stands for those without a row.");
        foreach (var (name, list) in lists) _lines[name] = [.. list];
    }

    public BehaviorWording Behavior(TargetBehavior target) => _behaviors.TryGetValue(target.Id, out var known) ? known : _behaviors["*"];

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
        using var wordings = new StreamReader(Resource("en-US.md"));
        using var reflections = Resource("reflections.en-US.json");
        return Read(wordings, reflections);

        static Stream Resource(string name) => typeof(DialogueContent).Assembly.GetManifestResourceStream("MotivationalInterviewing.Dialogue." + name)!;
    }
}
