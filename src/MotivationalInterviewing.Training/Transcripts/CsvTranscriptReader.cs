using System.Globalization;
using System.Text;
using MotivationalInterviewing.Transcripts;
using Sylvan.Data.Csv;

namespace MotivationalInterviewing.Training.Transcripts;

/// <summary>Which CSV column holds what. Null members are found by their usual names.</summary>
public sealed record CsvColumns
{
    /// <summary>Column of the session's id: session, transcript_id. Optional.</summary>
    public string? Session { get; init; }

    /// <summary>Column of the turn's number: turn, utterance_id. Optional.</summary>
    public string? Turn { get; init; }

    /// <summary>Column of the speaker: speaker, interlocutor. Required.</summary>
    public string? Speaker { get; init; }

    /// <summary>Column of the words: text, utterance_text. Required.</summary>
    public string? Text { get; init; }

    /// <summary>Column of the behavior: behavior, topic. Optional.</summary>
    public string? Behavior { get; init; }

    /// <summary>Column of the start time, hh:mm:ss: timestamp, start. Optional.</summary>
    public string? Start { get; init; }

    /// <summary>Reads "speaker=who,text=said" into columns.</summary>
    /// <param name="text">Comma-separated pairs of our name and the file's name.</param>
    /// <exception cref="FormatException">A pair is malformed or its name unknown; the message says which.</exception>
    public static CsvColumns Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var columns = new CsvColumns();
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[1].Length == 0) throw new FormatException($"'{pair}' is not NAME=COLUMN");
            columns = parts[0].ToUpperInvariant() switch
            {
                "SESSION" => columns with { Session = parts[1] },
                "TURN" => columns with { Turn = parts[1] },
                "SPEAKER" => columns with { Speaker = parts[1] },
                "TEXT" => columns with { Text = parts[1] },
                "BEHAVIOR" => columns with { Behavior = parts[1] },
                "START" => columns with { Start = parts[1] },
                _ => throw new FormatException($"'{parts[0]}' is not a column of ours; expected session, turn, speaker, text, behavior or start"),
            };
        }

        return columns;
    }
}

/// <summary>Reads transcripts from CSV with a header line. A bad row is reported with its line and left out. Thread-safe.</summary>
public static class CsvTranscriptReader
{
    /// <summary>Reads a CSV file to its end.</summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark. Not disposed.</param>
    /// <param name="source">The file's name, for messages and for sessions that name none.</param>
    /// <param name="columns">Which column holds what; null finds them by name.</param>
    /// <param name="options">Names and defaults; null for none.</param>
    public static TranscriptReadResult Read(Stream stream, string source, CsvColumns? columns = null, TranscriptReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        columns ??= new CsvColumns();
        var assembler = new SessionAssembler(source, options ?? new TranscriptReadOptions());
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        CsvDataReader csv;
        try
        {
            csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = true, HeaderComparer = StringComparer.OrdinalIgnoreCase, OwnsReader = false, MaxBufferSize = 16 * 1024 * 1024, Delimiter = Path.GetExtension(source).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : null });
        }
        catch (CsvMissingHeadersException)
        {
            return assembler.Build();
        }

        using (csv)
        {
            var header = Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetName(i).Trim()).ToList();
            int Find(string? named, params string[] usual)
            {
                var names = named is null ? usual : [named];
                return header.FindIndex(h => names.Contains(h, StringComparer.OrdinalIgnoreCase));
            }

            var speaker = Find(columns.Speaker, "speaker", "interlocutor");
            var words = Find(columns.Text, "text", "utterance_text");
            if (speaker < 0 || words < 0)
            {
                var missing = speaker < 0 ? $"speaker ({columns.Speaker ?? "speaker or interlocutor"})" : $"text ({columns.Text ?? "text or utterance_text"})";
                assembler.Skip(1, $"no column for {missing}; found {string.Join(", ", header.Select(h => $"'{h}'"))}");
                return assembler.Build();
            }

            var session = Find(columns.Session, "session", "transcript_id");
            var turn = Find(columns.Turn, "turn", "utterance_id");
            var behavior = Find(columns.Behavior, "behavior", "topic");
            var start = Find(columns.Start, "start", "timestamp");
            // Quoted fields may hold line ends, so a row can be longer than a line.
            int line = 1, next = 2;
            while (true)
            {
                try
                {
                    if (!csv.Read()) break;
                    (line, next) = (next, next + 1 + Enumerable.Range(0, csv.RowFieldCount).Sum(i => csv.GetString(i).Count(c => c == '\n')));
                    Row(csv, assembler, line, session, turn, speaker, words, behavior, start);
                }
                catch (FormatException e) when (e is not CsvFormatException)
                {
                    assembler.Skip(line, e.Message);
                }
                catch (CsvFormatException e)
                {
                    // The reader cannot find the next row's beginning any more: what was read stays.
                    assembler.Skip(next, "not readable as CSV: " + e.Message);
                    break;
                }
            }
        }

        return assembler.Build();
    }

    private static void Row(CsvDataReader csv, SessionAssembler assembler, int line, int session, int turn, int speaker, int words, int behavior, int start)
    {
        string? Value(int column) => column >= 0 && column < csv.RowFieldCount ? csv.GetString(column) : null;
        if (csv.RowFieldCount <= Math.Max(speaker, words))
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"the row has {csv.RowFieldCount} fields; expected {csv.FieldCount}"));
        var text = Value(words)!;
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) throw new FormatException("the text is not valid UTF-8; expected UTF-8 text");
        var name = Value(speaker)!;
        var role = SpeakerNames.Find(name, assembler.Options);
        if (role == Speaker.Unknown) throw new FormatException($"unknown speaker '{(name.Length > 40 ? name[..40] : name)}'; expected {SpeakerNames.Allowed}");
        var number = Value(turn);
        int at;
        if (string.IsNullOrWhiteSpace(number)) at = assembler.Rows;
        else if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out at)) throw new FormatException($"turn '{number}'; expected a whole number of 0 or more");
        assembler.Add(Value(session), new Utterance
        {
            Turn = at,
            Speaker = role,
            Text = assembler.Repair(text, line),
            Start = TimeSpan.TryParse(Value(start), CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero ? time : null,
        }, line, Value(behavior));
    }
}
