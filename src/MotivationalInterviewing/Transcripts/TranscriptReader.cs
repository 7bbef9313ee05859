namespace MotivationalInterviewing.Transcripts;

/// <summary>
/// Reads transcripts: JSON Lines (our own rows, coded or not, and the authored corpus's), WebVTT, SRT and plain
/// "Name: text". A bad row is reported with its line and left out; it never sinks the file. Thread-safe.
/// </summary>
public static class TranscriptReader
{
    internal const string NotUtf8 = "the line is not valid UTF-8; expected UTF-8 text";

    /// <summary>Guesses the format from a file's extension; <see cref="TranscriptFormat.Unknown"/> when it says nothing.</summary>
    /// <param name="path">A path or file name.</param>
    public static TranscriptFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".JSONL" or ".NDJSON" => TranscriptFormat.JsonLines,
        ".VTT" => TranscriptFormat.WebVtt,
        ".SRT" => TranscriptFormat.SubRip,
        ".TXT" or ".TEXT" => TranscriptFormat.Text,
        _ => TranscriptFormat.Unknown,
    };

    /// <summary>Reads a file to its end.</summary>
    /// <param name="stream">The bytes: UTF-8 with or without a byte order mark, or UTF-16 with one. Not disposed.</param>
    /// <param name="format">The format.</param>
    /// <param name="source">The file's name, for messages and for sessions that name none.</param>
    /// <param name="options">Names and defaults; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is <see cref="TranscriptFormat.Unknown"/> or undefined.</exception>
    public static TranscriptReadResult Read(Stream stream, TranscriptFormat format, string source, TranscriptReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        var assembler = new SessionAssembler(source, options ?? new TranscriptReadOptions());
        var lines = new LineReader(stream);
        switch (format)
        {
            case TranscriptFormat.JsonLines: new JsonLinesReader(lines).Read(assembler, int.MaxValue); break;
            case TranscriptFormat.WebVtt or TranscriptFormat.SubRip: CueReader.Read(lines, assembler, format == TranscriptFormat.WebVtt); break;
            case TranscriptFormat.Text: NamedTextReader.Read(lines, assembler); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed: JsonLines, WebVtt, SubRip, Text.");
        }

        return assembler.Build();
    }

    /// <summary>
    /// Reads a JSON Lines file in parts of whole sessions, so that a corpus of any size takes the memory of one part. The parts
    /// together are what <see cref="Read"/> gives for the file: the same sessions, rows, lines and issues in the same order.
    /// The file is looked through once before, for where sessions end; sessions whose rows lie between each other stay in one part.
    /// </summary>
    /// <param name="stream">The bytes, as for <see cref="Read"/>; one that cannot seek is read as a single part. Not disposed; must stay open while the parts are taken.</param>
    /// <param name="source">The file's name, for messages and for sessions that name none.</param>
    /// <param name="options">Names and defaults; null for none.</param>
    /// <param name="rows">How many lines a part should hold at least, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is below 1.</exception>
    public static IEnumerable<TranscriptReadResult> ReadParts(Stream stream, string source, TranscriptReadOptions? options = null, int rows = 20_000)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return stream.CanSeek ? Parts() : [Read(stream, TranscriptFormat.JsonLines, source, options)];

        IEnumerable<TranscriptReadResult> Parts()
        {
            var start = stream.Position;
            var ends = JsonLinesReader.Parts(new LineReader(stream), SessionAssembler.DefaultName(source), rows);
            stream.Position = start;
            var reader = new JsonLinesReader(new LineReader(stream));
            var (good, skipped) = (0, 0);
            foreach (var end in ends)
            {
                var assembler = new SessionAssembler(source, options ?? new TranscriptReadOptions(), good);
                reader.Read(assembler, end);
                var part = assembler.Build(last: end == int.MaxValue, nothingBefore: good + skipped == 0);
                (good, skipped) = (assembler.Rows, skipped + part.Skipped);
                yield return part;
            }
        }
    }
}
