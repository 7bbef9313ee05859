using System.Collections.Immutable;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>Reads a profile and collects every fault with its place, its value and what is allowed.</summary>
internal sealed class ProfileReader
{
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string[] s_known =
    [
        "id", "name", "summary", "behavior", "goal", "setting", "history", "stage", "rulers", "style", "register", "resistance", "mandated",
        "opening", "values", "worries", "feelings", "topics", "hidden", "plans", "answers", "triggers", "discord", "asks", "leaving", "risk",
    ];

    private readonly List<string> _faults = [];

    internal static ClientProfile Read(string json, string name)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, s_options);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{name}: not valid JSON at line {e.LineNumber + 1}.", e);
        }

        using (document)
        {
            var reader = new ProfileReader();
            var profile = reader.Profile(document.RootElement);
            if (reader._faults.Count > 0) throw new FormatException($"{name}: " + string.Join(" ", reader._faults));
            return profile!;
        }
    }

    /// <summary>Lines that fit any profile about a behavior, from <c>common.json</c>.</summary>
    internal static ImmutableArray<ClientLine> Common(string behavior) => [.. s_common.Value.Where(c => c.Behaviors is ["any"] || c.Behaviors.Contains(behavior)).SelectMany(c => c.Lines)];

    private static readonly Lazy<(string[] Behaviors, ImmutableArray<ClientLine> Lines)[]> s_common = new(() =>
    {
        using var stream = typeof(ProfileReader).Assembly.GetManifestResourceStream("MotivationalInterviewing.Practice.common.json")!;
        using var document = JsonDocument.Parse(stream, s_options);
        var reader = new ProfileReader();
        (string[], ImmutableArray<ClientLine>)[] lines = [.. document.RootElement.EnumerateObject().Select(p => (p.Name.Split(' '), reader.Lines(document.RootElement, p.Name, p.Name, 1)))];
        return reader._faults.Count == 0 ? lines : throw new FormatException("common.json: " + string.Join(" ", reader._faults));
    });

    private ClientProfile? Profile(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _faults.Add("The profile must be an object.");
            return null;
        }

        foreach (var property in root.EnumerateObject())
            if (!s_known.Contains(property.Name, StringComparer.Ordinal)) _faults.Add($"'{property.Name}' is not known; allowed: {string.Join(", ", s_known)}.");

        var behavior = Text(root, "behavior", "behavior");
        var goal = root.TryGetProperty("goal", out _) ? Choice<ChangeGoal>(root, "goal", "goal") : ChangeGoal.Decrease;
        var rulers = root.TryGetProperty("rulers", out var r) && r.ValueKind == JsonValueKind.Object ? r : default;
        if (rulers.ValueKind != JsonValueKind.Object) _faults.Add("'rulers' is missing; expected {\"importance\":0-10,\"confidence\":0-10,\"readiness\":0-10}.");
        var stage = Choice<StageOfChange>(root, "stage", "stage");
        if (stage == StageOfChange.Unknown && root.TryGetProperty("stage", out var s) && s.ValueEquals("unknown")) _faults.Add("'stage' is 'unknown'; a client has a stage.");
        return new ClientProfile
        {
            Id = Text(root, "id", "id"),
            Name = Text(root, "name", "name"),
            Summary = Text(root, "summary", "summary"),
            Behavior = behavior.Length == 0 ? TargetBehavior.Alcohol : TargetBehavior.Find(behavior) ?? TargetBehavior.Custom(behavior, goal),
            Setting = Text(root, "setting", "setting"),
            History = Text(root, "history", "history"),
            Stage = stage,
            Importance = Whole(rulers, "importance", "rulers.importance", 0, 10),
            Confidence = Whole(rulers, "confidence", "rulers.confidence", 0, 10),
            Readiness = Whole(rulers, "readiness", "rulers.readiness", 0, 10),
            Style = Choice<ClientStyle>(root, "style", "style"),
            Register = Choice<SpeechRegister>(root, "register", "register"),
            Resistance = Whole(root, "resistance", "resistance", 1, 5),
            Mandated = root.TryGetProperty("mandated", out var mandated) && Flag(mandated, "mandated"),
            Opening = Lines(root, "opening", "opening", 1),
            Values = Lines(root, "values", "values", 1),
            Worries = Lines(root, "worries", "worries", 1),
            Feelings = Lines(root, "feelings", "feelings", 1),
            Topics = [.. Items(root, "topics", 2).Select((t, i) => Topic(t, $"topics[{i}]"))],
            Hidden = [.. Items(root, "hidden", 0).Select((t, i) => Hidden(t, $"hidden[{i}]"))],
            Plans = [.. Items(root, "plans", 1).Select((t, i) => Topic(t, $"plans[{i}]"))],
            Answers = Answers(root),
            Triggers = Words(root, "triggers", "triggers"),
            Discord = Lines(root, "discord", "discord", 1),
            Asks = Lines(root, "asks", "asks", 0),
            Leaving = Lines(root, "leaving", "leaving", 1),
            Risk = root.TryGetProperty("risk", out var risk) ? Risk(risk) : null,
        };
    }

    private ClientTopic Topic(JsonElement topic, string place) => new()
    {
        Id = Text(topic, "id", place + ".id"),
        About = Words(topic, "about", place + ".about"),
        Says = Lines(topic, "says", place + ".says", 1),
    };

    private HiddenFact Hidden(JsonElement fact, string place) => new()
    {
        Id = Text(fact, "id", place + ".id"),
        About = Words(fact, "about", place + ".about"),
        Trust = Share(fact, "trust", place + ".trust"),
        Asked = fact.ValueKind == JsonValueKind.Object && fact.TryGetProperty("asked", out var asked) && Flag(asked, place + ".asked"),
        Says = Lines(fact, "says", place + ".says", 1),
    };

    private ClientRisk Risk(JsonElement risk) => new()
    {
        Category = Choice<RiskCategory>(risk, "category", "risk.category"),
        Trust = Share(risk, "trust", "risk.trust"),
        Says = Lines(risk, "says", "risk.says", 1),
    };

    private ImmutableDictionary<string, ImmutableArray<ClientLine>> Answers(JsonElement root)
    {
        var answers = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ClientLine>>(StringComparer.Ordinal);
        if (!root.TryGetProperty("answers", out var all)) return answers.ToImmutable();
        if (all.ValueKind != JsonValueKind.Object)
        {
            _faults.Add("'answers' must be an object of lists.");
            return answers.ToImmutable();
        }

        foreach (var property in all.EnumerateObject())
        {
            if (!ClientProfiles.AnswerKinds.Contains(property.Name)) _faults.Add($"'answers.{property.Name}' is not known; allowed: {string.Join(", ", ClientProfiles.AnswerKinds)}.");
            answers[property.Name] = Lines(all, property.Name, "answers." + property.Name, 1);
        }

        return answers.ToImmutable();
    }

    private JsonElement.ArrayEnumerator Items(JsonElement root, string name, int least)
    {
        var found = root.TryGetProperty(name, out var list);
        if (!found && least == 0) return default;
        if (!found || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() < least)
        {
            _faults.Add($"'{name}' must be a list of at least {least} objects.");
            return default;
        }

        return list.EnumerateArray();
    }

    private ImmutableArray<ClientLine> Lines(JsonElement owner, string name, string place, int least)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var list))
        {
            if (least > 0) _faults.Add($"'{place}' is missing; expected a list of lines.");
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() < least)
        {
            _faults.Add($"'{place}' must be a list of at least {least} lines.");
            return [];
        }

        return [.. list.EnumerateArray().Select((line, i) => Line(line, $"{place}[{i}]"))];
    }

    /// <summary>"R+3 words", "R-2 R+3 words" or just words.</summary>
    private ClientLine Line(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(element.GetString()))
        {
            _faults.Add($"'{place}' must be words, such as \"R+3 It scares my daughter.\".");
            return new ClientLine { Text = "" };
        }

        var text = element.GetString()!.Trim();
        var codes = ImmutableArray.CreateBuilder<Code>();
        var strength = 0;
        while (Prefix(text, out var abbreviation, out var mark))
        {
            var code = DarnCat.Codebook.Find(abbreviation);
            if (code is null || mark is < 1 or > 5)
            {
                _faults.Add($"'{place}' starts with '{abbreviation}{mark}'; allowed: {string.Join(", ", DarnCat.Codebook.Codes.Where(c => c.Direction != TalkDirection.Neutral).Select(c => c.Abbreviation))}, each followed by a strength from 1 to 5.");
                break;
            }

            codes.Add(code);
            if (strength == 0) strength = mark;
            text = text[text.IndexOf(' ', StringComparison.Ordinal)..].Trim();
        }

        return new ClientLine { Text = text, Codes = codes.ToImmutable(), Strength = strength };
    }

    private static bool Prefix(string text, out string abbreviation, out int mark)
    {
        (abbreviation, mark) = ("", 0);
        var at = text.IndexOf(' ', StringComparison.Ordinal);
        if (at is < 3 or > 5 || text[at - 2] is not ('+' or '-') || !char.IsAsciiDigit(text[at - 1])) return false;
        for (var i = 0; i < at - 2; i++)
            if (!char.IsAsciiLetterUpper(text[i])) return false;
        abbreviation = text[..(at - 1)];
        mark = text[at - 1] - '0';
        return true;
    }

    private ImmutableArray<string> Words(JsonElement owner, string name, string place)
    {
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return [.. value.GetString()!.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)) return [.. value.EnumerateArray().Select(v => v.GetString()!.ToLowerInvariant())];
        _faults.Add($"'{place}' must be words separated by spaces, or a list of words.");
        return [];
    }

    private string Text(JsonElement owner, string name, string place)
    {
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())) return value.GetString()!.Trim();
        _faults.Add($"'{place}' is missing or blank; expected words.");
        return "";
    }

    private int Whole(JsonElement owner, string name, string place, int least, int most)
    {
        if (owner.ValueKind != JsonValueKind.Object) return least;
        if (!owner.TryGetProperty(name, out var value))
        {
            _faults.Add($"'{place}' is missing; allowed: a whole number from {least} to {most}.");
            return least;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most) return number;
        _faults.Add($"'{place}' is {value.GetRawText()}; allowed: a whole number from {least} to {most}.");
        return least;
    }

    private double Share(JsonElement owner, string name, string place)
    {
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() is >= 0 and <= 1) return value.GetDouble();
        _faults.Add($"'{place}' is missing or out of range; allowed: a number from 0 to 1.");
        return 0;
    }

    private bool Flag(JsonElement value, string place)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        _faults.Add($"'{place}' is {value.GetRawText()}; allowed: true, false.");
        return false;
    }

    private T Choice<T>(JsonElement owner, string name, string place)
        where T : struct, Enum
    {
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!.Replace("-", "", StringComparison.Ordinal);
            foreach (var item in Enum.GetValues<T>())
                if (string.Equals(item.ToString(), text, StringComparison.OrdinalIgnoreCase)) return item;
            _faults.Add($"'{place}' is '{value.GetString()}'; allowed: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
            return default;
        }

        _faults.Add($"'{place}' is missing; allowed: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return default;
    }
}
