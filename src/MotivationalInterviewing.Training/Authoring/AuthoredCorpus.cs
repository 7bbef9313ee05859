using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MotivationalInterviewing.Training.Authoring;

/// <summary>A coded turn of the open corpus. Immutable.</summary>
public sealed record AuthoredTurn
{
    /// <summary>Number in the session, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who speaks.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>The words. Invented, yet not printed by <see cref="ToString"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The codes, most important first, as they stand in the file.</summary>
    public required ImmutableArray<string> Codes { get; init; }

    /// <summary>Where each code stands in <see cref="Text"/>; empty when not marked.</summary>
    public ImmutableArray<(int Start, int Length)> At { get; init; } = [];

    /// <summary>The turn's main label.</summary>
    public required string Main { get; init; }

    /// <summary>Strength 1 to 5 of client language; null when neutral, or a counselor speaks.</summary>
    public int? Strength { get; init; }

    /// <summary>The risk category; null for none.</summary>
    public string? Risk { get; init; }

    /// <summary>Line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AuthoredTurn {{ {Number} }}");
}

/// <summary>A session of the open corpus. Immutable.</summary>
public sealed record AuthoredSession
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The header's fields that are words or true, by name.</summary>
    public required ImmutableDictionary<string, string> Header { get; init; }

    /// <summary>The turns in order.</summary>
    public required ImmutableArray<AuthoredTurn> Turns { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => $"AuthoredSession {{ {Id} }}";
}

/// <summary>The whole sessions of a folder, and what is wrong with their files. Immutable.</summary>
public sealed record AuthoredCorpus
{
    internal static readonly ImmutableArray<string> Stages = ["precontemplation", "contemplation", "preparation", "action", "maintenance"];

    private static readonly ImmutableArray<string> s_client =
        [.. from kind in (string[])["D", "A", "R", "N", "C", "AC", "T", "O"] from sign in (string[])["+", "-"] select kind + sign, "NE"];

    private static readonly ImmutableDictionary<string, string> s_counselor = new Dictionary<string, string>
    {
        ["open-question"] = "question",
        ["closed-question"] = "question",
        ["simple-reflection"] = "reflection",
        ["complex-reflection"] = "reflection",
        ["summary"] = "reflection",
        ["reframe"] = "reflection",
        ["affirm"] = "other",
        ["support"] = "other",
        ["emphasize-autonomy"] = "other",
        ["seek-collaboration"] = "question",
        ["facilitate"] = "other",
        ["structure"] = "other",
        ["greeting"] = "other",
        ["self-disclose"] = "other",
        ["advise-with-permission"] = "input",
        ["advise-without-permission"] = "input",
        ["give-information"] = "input",
        ["persuade"] = "input",
        ["confront"] = "input",
        ["direct"] = "input",
        ["warn"] = "input",
        ["raise-concern"] = "input",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> s_risks =
        ["suicidal-ideation", "self-harm", "overdose", "withdrawal", "partner-violence", "child-harm", "harm-to-others", "psychosis", "medical-emergency", "eating-disorder"];

    /// <summary>All sessions that could be read.</summary>
    public required ImmutableArray<AuthoredSession> Sessions { get; init; }

    /// <summary>What is wrong, each with file, line, value and what is allowed.</summary>
    public required ImmutableArray<string> Issues { get; init; }

    /// <summary>Reads sessions-*.jsonl of a folder, or one file. A bad line is named and left out; the rest is read.</summary>
    /// <param name="path">The folder or file.</param>
    /// <exception cref="IOException">A file could not be read, or there is none.</exception>
    public static AuthoredCorpus Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, "sessions-*.jsonl").Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new FileNotFoundException($"{path} holds no sessions-*.jsonl.");
        var reader = new Reader();
        foreach (var file in files) reader.Read(file);
        return new AuthoredCorpus { Sessions = reader.Sessions(), Issues = [.. reader.Issues] };
    }

    /// <summary>Counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"AuthoredCorpus {{ Sessions = {(Sessions.IsDefault ? 0 : Sessions.Length)} }}");

    private sealed class Reader
    {
        private readonly List<(string Id, ImmutableDictionary<string, string> Header, List<AuthoredTurn> Turns)> _sessions = [];
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

        public List<string> Issues { get; } = [];

        public ImmutableArray<AuthoredSession> Sessions() => [.. _sessions.Select(s => new AuthoredSession { Id = s.Id, Header = s.Header, Turns = [.. s.Turns] })];

        public void Read(string file)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line)) continue;
                var at = number;
                void Say(string what) => Issues.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}({at}): {what}"));
                try
                {
                    using var json = JsonDocument.Parse(line);
                    if (json.RootElement.TryGetProperty("t", out _)) Turn(json.RootElement, at, Say);
                    else Header(json.RootElement, Say);
                }
                catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
                {
                    Say("not readable: a header with session and b, or a turn with session, n, s, t, c and m, is allowed");
                }
            }
        }

        private void Header(JsonElement row, Action<string> say)
        {
            var id = row.GetProperty("session").GetString()!;
            if (!_ids.Add(id)) say($"session '{id}' stands twice; each id once");
            foreach (var name in (string[])["b", "setting", "register", "quality", "client", "stage_start", "stage_end"])
                if (!row.TryGetProperty(name, out var value) || string.IsNullOrWhiteSpace(value.GetString())) say($"the header lacks '{name}'");
            OneOf("register", "spoken", "typed");
            OneOf("quality", "high", "mixed", "low");
            OneOf("stage_start", [.. Stages]);
            OneOf("stage_end", [.. Stages]);
            foreach (var rulers in (string[])["rulers_start", "rulers_end"])
                foreach (var name in (string[])["importance", "confidence", "readiness"]) Number(rulers, name, 0, 10);
            foreach (var name in (string[])["cultivating_change_talk", "softening_sustain_talk", "partnership", "empathy"]) Number("globals", name, 1, 5);
            _sessions.Add((id, row.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.String or JsonValueKind.True).ToImmutableDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal), []));

            void OneOf(string name, params string[] allowed)
            {
                if (row.TryGetProperty(name, out var value) && !allowed.Contains(value.GetString())) say($"{name} is '{value}'; allowed: {string.Join(", ", allowed)}");
            }

            void Number(string group, string name, int least, int most)
            {
                if (!row.TryGetProperty(group, out var values) || !values.TryGetProperty(name, out var value)) say($"the header lacks '{group}.{name}'");
                else if (value.ValueKind != JsonValueKind.Number || value.GetDouble() < least || value.GetDouble() > most) say($"{group}.{name} is '{value}'; allowed: {least} to {most}");
            }
        }

        private void Turn(JsonElement row, int line, Action<string> say)
        {
            foreach (var name in (string[])["session", "n", "s", "c", "m"])
            {
                if (row.TryGetProperty(name, out _)) continue;
                say($"the turn lacks '{name}'");
                return;
            }

            var id = row.GetProperty("session").GetString();
            var (text, main, client) = (row.GetProperty("t").GetString()!, row.GetProperty("m").GetString()!, row.GetProperty("s").GetString() == "client");
            if (_sessions.Count == 0 || _sessions[^1].Id != id)
            {
                say($"the turn belongs to '{id}', whose header does not stand before it");
                return;
            }

            var turns = _sessions[^1].Turns;
            var number = row.GetProperty("n").GetInt32();
            var due = turns.Count == 0 ? 1 : turns[^1].Number + 1;
            if (number != due) say($"turn {number}; expected {due}");
            if (string.IsNullOrWhiteSpace(text)) say("the turn holds no words");
            ImmutableArray<string> codes = [.. row.GetProperty("c").EnumerateArray().Select(c => c.GetString()!)];
            foreach (var code in codes)
                if (client ? !s_client.Contains(code) : !s_counselor.ContainsKey(code)) say($"code '{code}'; allowed: {string.Join(' ', client ? s_client.AsEnumerable() : s_counselor.Keys.Order(StringComparer.Ordinal))}");
            if (codes.IsEmpty) say("no code");
            if (codes.Length > 1 && codes.Contains("NE")) say("NE stands alone");
            if (codes.Distinct().Count() != codes.Length) say("a code stands twice");
            int? strength = row.TryGetProperty("i", out var i) ? i.GetInt32() : null;
            if (client && codes is not ["NE"] && strength is not (>= 1 and <= 5)) say("a client's code needs a strength 'i' of 1 to 5");
            if ((!client || codes is ["NE"]) && strength is not null) say("'i' goes with a client's code other than NE alone");
            var allowed = client ? codes.Select(c => c == "NE" ? "neutral" : c.EndsWith('+') ? "change" : "sustain") : codes.Select(c => s_counselor.GetValueOrDefault(c, ""));
            if (!allowed.Contains(main)) say($"main label '{main}' goes with none of the codes");
            ImmutableArray<(int, int)> at = row.TryGetProperty("at", out var spans) ? [.. spans.EnumerateArray().Select(s => (s[0].GetInt32(), s[1].GetInt32()))] : [];
            if (!at.IsEmpty && at.Length != codes.Length) say($"{at.Length} places for {codes.Length} codes");
            foreach (var (start, length) in at)
                if (start < 0 || length < 1 || start + length > text.Length) say($"place [{start},{length}] is outside the {text.Length} characters of the turn");
            var risk = row.TryGetProperty("risk", out var category) ? category.GetString() : null;
            if (risk is not null && !s_risks.Contains(risk)) say($"risk '{risk}'; allowed: {string.Join(' ', s_risks)}");
            if (row.TryGetProperty("f", out var flags))
                foreach (var flag in flags.EnumerateArray())
                    if (flag.GetString() is not ("discord" or "interest")) say($"flag '{flag}'; allowed: discord, interest");
            turns.Add(new AuthoredTurn { Number = number, Speaker = client ? Speaker.Client : Speaker.Counselor, Text = text, Codes = codes, At = at, Main = main, Strength = strength, Risk = risk, Line = line });
        }
    }
}
