using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Transcripts;

/// <summary>Reads rows of our own form, coded or not, and rows and headers of the authored corpus, up to a line and then on from there.</summary>
internal sealed class JsonLinesReader(LineReader lines)
{
    /// <summary>The newest version of the row form; rows of a newer one are refused.</summary>
    public const int SchemaVersion = 2;

    private string? _header, _headerBehavior;

    /// <summary>
    /// The last line of each part, the last of all as <see cref="int.MaxValue"/>: a part ends where no session is under way.
    /// </summary>
    public static List<int> Parts(LineReader lines, string defaultSession, int rows)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var spans = new List<(int First, int Last)>();
        while (lines.Next())
        {
            if (!TrySession(lines.Bytes.Span, out var session)) continue;
            session = string.IsNullOrWhiteSpace(session) ? defaultSession : session;
            if (places.TryGetValue(session, out var place)) spans[place] = (spans[place].First, lines.Line);
            else
            {
                places.Add(session, spans.Count);
                spans.Add((lines.Line, lines.Line));
            }
        }

        // Sessions by their first lines: whoever begins before all earlier ones have ended stays with them.
        var ends = new List<int>();
        var (from, until) = (0, 0);
        foreach (var (first, last) in spans)
        {
            if (until - from >= rows && first > until)
            {
                ends.Add(until);
                from = until;
            }

            until = Math.Max(until, last);
        }

        ends.Add(int.MaxValue);
        return ends;
    }

    /// <summary>The session that a row names, null when it names none; false when the line is no row, which its part tells of.</summary>
    private static bool TrySession(ReadOnlySpan<byte> line, out string? session)
    {
        session = null;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var here = json.ValueTextEquals("session"u8);
                json.Read();
                if (here) session = json.TokenType switch { JsonTokenType.String => json.GetString(), JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan), _ => null };
                json.Skip();
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    public void Read(SessionAssembler assembler, int until)
    {
        while (lines.Line < until && lines.Next())
        {
            var text = lines.Text();
            if (text is null)
            {
                assembler.Skip(lines.Line, TranscriptReader.NotUtf8);
                continue;
            }

            if (string.IsNullOrWhiteSpace(text)) continue;
            var repaired = RepairEscapes(text);
            JsonDocument document;
            try
            {
                document = JsonDocument.Parse(repaired);
            }
            catch (JsonException e)
            {
                assembler.Skip(lines.Line, string.Create(CultureInfo.InvariantCulture, $"not valid JSON at column {e.BytePositionInLine + 1}; expected one JSON object on the line"));
                continue;
            }

            using (document)
            {
                var row = document.RootElement;
                if (row.ValueKind != JsonValueKind.Object)
                {
                    assembler.Skip(lines.Line, $"expected a JSON object, found {row.ValueKind}");
                    continue;
                }

                if (IsAuthoredHeader(row))
                {
                    (_header, _headerBehavior) = (String(row, "session"), String(row, "b"));
                    continue;
                }

                if (!ReferenceEquals(repaired, text)) assembler.ReportRepair(lines.Line);
                try
                {
                    ReadRow(row, assembler, lines.Line, _header, _headerBehavior);
                }
                catch (FormatException e)
                {
                    assembler.Skip(lines.Line, e.Message);
                }
            }
        }
    }

    private static bool IsAuthoredHeader(JsonElement row) =>
        row.TryGetProperty("b", out _) && row.TryGetProperty("session", out _) && !row.TryGetProperty("t", out _) && !row.TryGetProperty("text", out _);

    private static void ReadRow(JsonElement row, SessionAssembler assembler, int line, string? header, string? headerBehavior)
    {
        if (Int(row, "v") is int version && version > SchemaVersion)
            throw new FormatException($"the row has schema version {version}; this library reads up to {SchemaVersion}");
        var authored = !row.TryGetProperty("speaker", out _) && row.TryGetProperty("s", out _) && row.TryGetProperty("t", out _);
        var speakerName = String(row, authored ? "s" : "speaker") ?? throw new FormatException($"'speaker' is missing; expected {SpeakerNames.Allowed}");
        var speaker = SpeakerNames.Find(speakerName);
        if (speaker == Speaker.Unknown) throw new FormatException($"unknown speaker '{Clip(speakerName)}'; expected {SpeakerNames.Allowed}");
        var text = String(row, authored ? "t" : "text") ?? throw new FormatException("'text' is missing; expected a string");
        var session = Id(row, "session");
        var behavior = String(row, authored ? "b" : "behavior");
        if (authored && behavior is null && session == header) behavior = headerBehavior;
        var utterance = new Utterance
        {
            Turn = Int(row, authored ? "n" : "turn") ?? assembler.Rows,
            Speaker = speaker,
            Text = assembler.Repair(text, line),
            SpeakerName = String(row, "name"),
            Start = Seconds(row, "start"),
            End = Seconds(row, "end"),
        };
        assembler.Add(session, utterance, line, behavior, String(row, "client"), authored ? null : Coded(row, utterance), authored ? null : Target(row), once: row.TryGetProperty("v", out _));
    }

    /// <summary>A behavior of one's own, as our writer wrote it; null when the row's behavior says all.</summary>
    private static TargetBehavior? Target(JsonElement row)
    {
        if (!row.TryGetProperty("target", out var target) || target.ValueKind != JsonValueKind.Object) return null;
        return new TargetBehavior
        {
            Id = Required("id"),
            Name = Required("name"),
            Goal = Label<ChangeGoal>(Required("goal"), "goal"),
            ChangeDescription = Required("change"),
            StatusQuoDescription = Required("statusQuo"),
        };

        string Required(string name) => String(target, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw new FormatException($"'{name}' of 'target' is missing; expected a string");
    }

    /// <summary>The codes of a row that our writer wrote; null when it has none.</summary>
    /// <exception cref="FormatException">The codes contradict the speaker or each other; the message names the value.</exception>
    internal static CodedUtterance? Coded(JsonElement row, Utterance utterance)
    {
        var talk = String(row, "talk");
        var main = String(row, "main");
        if (talk is null && main is null && !(utterance.Speaker is Speaker.Other && row.TryGetProperty("v", out _))) return null;
        if (talk is not null && utterance.Speaker is not Speaker.Client) throw Misplaced("talk", talk, utterance);
        if (main is not null && utterance.Speaker is not Speaker.Counselor) throw Misplaced("main", main, utterance);
        var direction = talk is null ? (TalkDirection?)null : Label<TalkDirection>(talk, "talk");
        return new CodedUtterance
        {
            Utterance = utterance,
            Talk = direction,
            Main = main is null ? null : Label<CounselorMain>(main, "main"),
            Strength = Strength(row, direction, utterance),
            Probabilities = Probabilities(row, talk is not null),
            Codes = Codes(row, utterance),
            Discord = Flag(row, "discord") ?? false,
            Interest = Flag(row, "interest") ?? false,
            SupportedLanguage = Flag(row, "supported") ?? true,
            CodedBy = String(row, "by"),
            Note = String(row, "note"),
            Machine = row.TryGetProperty("machine", out var machine) && machine.ValueKind == JsonValueKind.Object ? Coded(machine, utterance) : null,
        };
    }

    private static FormatException Misplaced(string name, string value, Utterance utterance) =>
        new($"'{name}' is '{Clip(value)}' on a turn of the {utterance.Speaker.ToString().ToLowerInvariant()}; 'talk' and 'strength' belong to clients, 'main' to counselors");

    private static int? Strength(JsonElement row, TalkDirection? talk, Utterance utterance)
    {
        if (Int(row, "strength") is not { } strength) return null;
        if (utterance.Speaker is not Speaker.Client) throw Misplaced("strength", strength.ToString(CultureInfo.InvariantCulture), utterance);
        if (strength is < -5 or > 5) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'strength' is {strength}; expected -5 to 5"));
        if ((talk == TalkDirection.Change && strength < 0) || (talk == TalkDirection.Sustain && strength > 0))
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'strength' is {strength}, but 'talk' is '{(strength < 0 ? "change" : "sustain")}'; expected the same side"));
        return strength;
    }

    private static ImmutableArray<CodeSpan> Codes(JsonElement row, Utterance utterance)
    {
        if (!row.TryGetProperty("codes", out var codes) || codes.ValueKind != JsonValueKind.Array) return [];
        var spans = ImmutableArray.CreateBuilder<CodeSpan>(codes.GetArrayLength());
        foreach (var item in codes.EnumerateArray())
        {
            // A person may give the code alone; its evidence is then the whole turn.
            if (item.ValueKind == JsonValueKind.String)
            {
                spans.Add(new CodeSpan { Code = CodeOf(item.GetString(), utterance), Start = 0, Length = utterance.Text.Length });
                continue;
            }

            var name = item.ValueKind == JsonValueKind.Object ? String(item, "code") : null;
            var code = CodeOf(name, utterance);
            int start = Int(item, "start") ?? 0, length = Int(item, "length") ?? utterance.Text.Length - start;
            if (start < 0 || length < 0 || start + (long)length > utterance.Text.Length)
                throw new FormatException($"the span {start}+{length} of code {code} is outside the text of {utterance.Text.Length} UTF-16 code units");
            spans.Add(new CodeSpan
            {
                Code = code,
                Start = start,
                Length = length,
                Probability = Probability(item, "p"),
                Miti = String(item, "miti") is string miti ? Miti42.Codebook.Parse(miti) : null,
                Valence = String(item, "valence"),
            });
        }

        return spans.MoveToImmutable();
    }

    private static Code CodeOf(string? name, Utterance utterance)
    {
        var code = Codebooks.Find(name) ?? throw new FormatException($"unknown code '{Clip(name)}' in 'codes'; expected a DARN-CAT or MISC 2.5 code");
        return code.Speaker == utterance.Speaker || utterance.Speaker is not (Speaker.Client or Speaker.Counselor) ? code
            : throw new FormatException($"code '{code}' is not a code of a {utterance.Speaker.ToString().ToLowerInvariant()}'s turn");
    }

    private static ImmutableArray<double> Probabilities(JsonElement row, bool client)
    {
        if (!row.TryGetProperty("p", out var p) || p.ValueKind != JsonValueKind.Object) return [];
        return client
            ? [Probability(p, "neutral") ?? 0, Probability(p, "change") ?? 0, Probability(p, "sustain") ?? 0]
            : [Probability(p, "other") ?? 0, Probability(p, "question") ?? 0, Probability(p, "reflection") ?? 0, Probability(p, "input") ?? 0];
    }

    private static double? Probability(JsonElement row, string name) => Number(row, name) is not { } p || p is >= 0 and <= 1
        ? Number(row, name)
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the probability '{name}' is {p}; expected 0 to 1"));

    private static T Label<T>(string text, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw new FormatException($"'{name}' is '{Clip(text)}'; expected one of {string.Join(", ", Enum.GetNames<T>())} in lower case");

    internal static string? String(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new FormatException($"'{name}' is {value.ValueKind}; expected a string");
    }

    /// <summary>Session ids are strings, but data sets also number them.</summary>
    internal static string? Id(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : String(row, name);

    internal static int? Int(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"'{name}' is {Clip(value.GetRawText())}; expected a whole number");
    }

    private static double? Number(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new FormatException($"'{name}' is {Clip(value.GetRawText())}; expected a number");
    }

    private static TimeSpan? Seconds(JsonElement row, string name) => Number(row, name) switch
    {
        null => null,
        double s when s is >= 0 and < 1e9 => TimeSpan.FromTicks((long)Math.Round(s * TimeSpan.TicksPerSecond)),
        double s => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{name}' is {s}; expected seconds of 0 or more")),
    };

    private static bool? Flag(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw new FormatException($"'{name}' is {value.ValueKind}; expected true or false");
    }

    private static string Clip(string? value) => value is null ? "(none)" : value.Length <= 40 ? value : value[..40] + "...";

    /// <summary>JSON may escape half a surrogate pair, which no .NET string reader takes: such escapes become U+FFFD.</summary>
    private static string RepairEscapes(string line)
    {
        StringBuilder? repaired = null;
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] != '\\') continue;
            if (line[i + 1] != 'u' || !TryHex(line, i, out var unit) || !char.IsSurrogate(unit))
            {
                i++;
                continue;
            }

            if (char.IsHighSurrogate(unit) && TryHex(line, i + 6, out var low) && char.IsLowSurrogate(low))
            {
                i += 11;
                continue;
            }

            repaired ??= new StringBuilder(line);
            Overwrite(repaired, i, "\\uFFFD");
            i += 5;
        }

        return repaired?.ToString() ?? line;
    }

    private static void Overwrite(StringBuilder target, int at, string value)
    {
        for (var i = 0; i < value.Length; i++) target[at + i] = value[i];
    }

    private static bool TryHex(string line, int at, out char unit)
    {
        unit = '\0';
        if (at + 6 > line.Length || line[at] != '\\' || line[at + 1] != 'u') return false;
        if (!ushort.TryParse(line.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        unit = (char)value;
        return true;
    }
}
