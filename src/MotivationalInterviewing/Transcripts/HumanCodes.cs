using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MotivationalInterviewing.Transcripts;

/// <summary>
/// A person's codes for turns of sessions that lie elsewhere: JSON Lines with <c>session</c>, <c>turn</c>, <c>talk</c> or
/// <c>main</c>, and, where given, <c>codes</c> (objects with places, or codes alone), <c>strength</c>, <c>discord</c>,
/// <c>interest</c>, <c>note</c>, <c>by</c>. <see cref="Apply(CodedTranscript)"/> lays them over machine-coded sessions: the person's win, the
/// machine's are kept beside. Rows that match nothing are reported, never dropped in silence. Not thread-safe.
/// </summary>
public sealed class HumanCodes
{
    private readonly string _source;
    private readonly Dictionary<(string Session, int Turn), (int Line, JsonElement Row)> _rows = [];
    private readonly HashSet<(string Session, int Turn)> _used = [];
    private readonly List<TranscriptIssue> _issues = [];

    private HumanCodes(string source) => _source = source;

    /// <summary>Rows that could not be read or laid over a turn so far, with file, line and value.</summary>
    public ImmutableArray<TranscriptIssue> Issues => [.. _issues];

    /// <summary>Reads a person's codes to the end of the stream.</summary>
    /// <param name="stream">UTF-8 JSON Lines. Not disposed.</param>
    /// <param name="source">The file's name, for messages.</param>
    public static HumanCodes Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        var codes = new HumanCodes(source);
        var lines = new LineReader(stream);
        while (lines.Next())
        {
            var text = lines.Text();
            if (text is null)
            {
                codes.Skip(lines.Line, TranscriptReader.NotUtf8);
                continue;
            }

            if (!string.IsNullOrWhiteSpace(text)) codes.Add(text, lines.Line);
        }

        return codes;
    }

    /// <summary>The session with these codes laid over its turns.</summary>
    /// <param name="machine">The session as the machine coded it.</param>
    public CodedTranscript Apply(CodedTranscript machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine with { Utterances = [.. machine.Utterances.Select(u => Apply(machine.Session, u))] };
    }

    /// <summary>One issue for each row whose session and turn no applied session had. Call when all sessions were applied.</summary>
    public ImmutableArray<TranscriptIssue> Unmatched() =>
    [
        .. _rows.Where(r => !_used.Contains(r.Key)).OrderBy(r => r.Value.Line)
            .Select(r => Issue(r.Value.Line, string.Create(CultureInfo.InvariantCulture, $"session '{r.Key.Session}' turn {r.Key.Turn} is in none of the coded sessions"))),
    ];

    private void Add(string text, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object) throw new FormatException($"expected a JSON object, found {row.ValueKind}");
            if (JsonLinesReader.Int(row, "v") is int version && version > JsonLinesReader.SchemaVersion)
                throw new FormatException($"the row has schema version {version}; this library reads up to {JsonLinesReader.SchemaVersion}");
            var key = (JsonLinesReader.Id(row, "session") ?? throw new FormatException("'session' is missing; expected the session's id"), JsonLinesReader.Int(row, "turn") ?? throw new FormatException("'turn' is missing; expected a whole number"));
            if (_rows.TryGetValue(key, out var first)) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"session '{key.Item1}' turn {key.Item2} is coded already on line {first.Line}; the first is used"));
            _rows.Add(key, (line, row.Clone()));
        }
        catch (JsonException e)
        {
            Skip(line, string.Create(CultureInfo.InvariantCulture, $"not valid JSON at column {e.BytePositionInLine + 1}; expected one JSON object on the line"));
        }
        catch (FormatException e)
        {
            Skip(line, e.Message);
        }
    }

    private CodedUtterance Apply(string session, CodedUtterance machine)
    {
        var key = (session, machine.Utterance.Turn);
        if (!_rows.TryGetValue(key, out var found) || !_used.Add(key)) return machine;
        try
        {
            if (JsonLinesReader.String(found.Row, "text") is { } text && text != machine.Utterance.Text)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the words of session '{session}' turn {machine.Utterance.Turn} differ from those that were coded"));
            var human = JsonLinesReader.Coded(found.Row, machine.Utterance) ?? throw new FormatException("neither 'talk' nor 'main' is given; expected one of them");
            return machine.ReviewedAs(human with { CodedBy = human.CodedBy ?? "a person", Machine = null });
        }
        catch (FormatException e)
        {
            Skip(found.Line, e.Message);
            return machine;
        }
    }

    private void Skip(int line, string message) => _issues.Add(Issue(line, message));

    private TranscriptIssue Issue(int line, string message) => new() { Kind = TranscriptIssueKind.Skipped, Source = _source, Line = line, Message = message };
}
