using MotivationalInterviewing;
using MotivationalInterviewing.Training.Transcripts;
using MotivationalInterviewing.Transcripts;

namespace TranscriptCoder;

/// <summary>How the inputs on a command line are read.</summary>
internal sealed record InputOptions
{
    public string? Format { get; init; }

    public TargetBehavior? Behavior { get; init; }

    public string? ClientName { get; init; }

    public string? CounselorName { get; init; }

    public CsvColumns? Columns { get; init; }

    /// <summary>A file with a person's codes; null when only the machine codes.</summary>
    public string? Human { get; init; }
}

/// <summary>Finds and reads the files that a command line names; everything worth saying goes to standard error.</summary>
internal sealed class Inputs(InputOptions options, TextWriter errors)
{
    private const long LongFile = 16 * 1024 * 1024;

    public static readonly string[] Formats = ["jsonl", "csv", "vtt", "srt", "text"];
    private readonly HashSet<string> _customBehaviors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _sessionSource = new(StringComparer.Ordinal);

    /// <summary>False when the same sessions are expected twice.</summary>
    public bool WarnOfSameSessions { get; init; } = true;

    /// <summary>A person's codes to lay over the machine's; null when there are none.</summary>
    public HumanCodes? Human { get; } = ReadHuman(options.Human);

    /// <summary>Files or rows that could not be used.</summary>
    public int Failed { get; private set; }

    /// <summary>The files to read, folders opened; "-" stands for standard input.</summary>
    public List<string> Expand(IEnumerable<string> inputs)
    {
        var files = new List<string>();
        foreach (var input in inputs)
        {
            if (input == "-" || File.Exists(input))
            {
                files.Add(input);
            }
            else if (Directory.Exists(input))
            {
                var found = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories).Where(f => FormatOf(f) is not null)
                    .Order(StringComparer.Ordinal).ToList();
                if (found.Count == 0) Fail($"{input}: the folder holds no transcript; expected files ending in .jsonl, .csv, .vtt, .srt or .txt");
                files.AddRange(found);
            }
            else
            {
                Fail($"{input}: no such file or folder");
            }
        }

        return files;
    }

    /// <summary>Whether a file is so long that it is better read in parts.</summary>
    public bool IsLong(string path) => path != "-" && FormatName(path) == "jsonl" && new FileInfo(path).Length > LongFile;

    /// <summary>Reads a long file in parts of whole sessions, each with the share of the file that is read by then.</summary>
    public IEnumerable<(TranscriptReadResult? Result, string? Error, double Share)> ReadParts(string path)
    {
        FileStream stream;
        string? error = null;
        try
        {
            stream = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream = null!;
            error = e.Message;
        }

        if (error is not null)
        {
            yield return (null, error, 1);
            yield break;
        }

        using (stream)
            foreach (var part in TranscriptReader.ReadParts(stream, path, ReadOptions)) yield return (part, null, (double)stream.Position / stream.Length);
    }

    /// <summary>Reads one file. Safe to call from several threads; nothing is reported before <see cref="Report"/>.</summary>
    public (TranscriptReadResult? Result, string? Error) Read(string path)
    {
        var format = FormatName(path);
        if (format is null) return (null, "cannot tell the format from the extension; give --format jsonl, csv, vtt, srt or text");
        var readOptions = ReadOptions;
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return (format switch
            {
                "csv" => CsvTranscriptReader.Read(stream, path, options.Columns, readOptions),
                "vtt" => TranscriptReader.Read(stream, TranscriptFormat.WebVtt, path, readOptions),
                "srt" => TranscriptReader.Read(stream, TranscriptFormat.SubRip, path, readOptions),
                "text" => TranscriptReader.Read(stream, TranscriptFormat.Text, path, readOptions),
                _ => TranscriptReader.Read(stream, TranscriptFormat.JsonLines, path, readOptions),
            }, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Says what is worth knowing about a file that was read. Call in input order from one thread.</summary>
    public void Report(string path, TranscriptReadResult? result, string? error)
    {
        if (error is not null) Fail($"{path}: {error}");
        if (result is null) return;
        foreach (var issue in result.Issues)
        {
            var word = issue.Kind switch { TranscriptIssueKind.Skipped => "skipped", TranscriptIssueKind.Repaired => "repaired", _ => "note" };
            errors.WriteLine($"{issue.Source}{(issue.Line > 0 ? $"({issue.Line})" : "")}: {word}: {issue.Message}");
            if (issue.Kind == TranscriptIssueKind.Skipped) Failed++;
        }

        foreach (var session in result.Sessions)
        {
            if (session.CustomBehavior is { } behavior && _customBehaviors.Add(behavior))
                errors.WriteLine($"{path}: note: behavior '{behavior}' matches no preset; coded as a behavior of its own");
            if (WarnOfSameSessions && !_sessionSource.TryAdd(session.Transcript.Session, path) && _sessionSource[session.Transcript.Session] != path)
                errors.WriteLine($"{path}: warning: session '{session.Transcript.Session}' also occurs in {_sessionSource[session.Transcript.Session]}; they are two sessions");
        }
    }

    /// <summary>Says which of a person's codes found no turn, once all sessions were coded.</summary>
    public void ReportHuman()
    {
        if (Human is null) return;
        foreach (var issue in Human.Issues.Concat(Human.Unmatched())) Fail($"{issue.Source}({issue.Line}): skipped: {issue.Message}");
    }

    private TranscriptReadOptions ReadOptions => new() { ClientName = options.ClientName, CounselorName = options.CounselorName, Target = options.Behavior };

    private string? FormatName(string path) => options.Format ?? (path == "-" ? "jsonl" : FormatOf(path));

    private static HumanCodes? ReadHuman(string? path)
    {
        if (path is null) return null;
        using var stream = File.OpenRead(path);
        return HumanCodes.Read(stream, path);
    }

    private void Fail(string message)
    {
        errors.WriteLine(message);
        Failed++;
    }

    private static string? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" or ".TSV" => "csv",
        _ => TranscriptReader.FormatOf(path) switch
        {
            TranscriptFormat.JsonLines => "jsonl",
            TranscriptFormat.WebVtt => "vtt",
            TranscriptFormat.SubRip => "srt",
            TranscriptFormat.Text => "text",
            _ => null,
        },
    };
}
