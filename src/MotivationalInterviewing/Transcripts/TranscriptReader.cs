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
            case TranscriptFormat.JsonLines: JsonLinesReader.Read(lines, assembler); break;
            case TranscriptFormat.WebVtt or TranscriptFormat.SubRip: CueReader.Read(lines, assembler, format == TranscriptFormat.WebVtt); break;
            case TranscriptFormat.Text: NamedTextReader.Read(lines, assembler); break;
            default: throw new ArgumentOutOfRangeException(nameof(format), format, "Allowed: JsonLines, WebVtt, SubRip, Text.");
        }

        return assembler.Build();
    }
}
