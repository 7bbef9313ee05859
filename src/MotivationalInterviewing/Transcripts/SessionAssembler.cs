using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace MotivationalInterviewing.Transcripts;

/// <summary>Collects good rows and issues of one file and groups the rows into sessions. Not thread-safe.</summary>
internal sealed class SessionAssembler(string source, TranscriptReadOptions options, int rowsBefore = 0)
{
    private readonly Dictionary<string, Builder> _sessions = new(StringComparer.Ordinal);
    private readonly List<Builder> _order = [];
    private readonly List<TranscriptIssue> _issues = [];
    private int _rows = rowsBefore;

    public TranscriptReadOptions Options => options;

    /// <summary>The session of rows that name none: the file's name without its extension.</summary>
    public string DefaultSession { get; } = DefaultName(source);

    /// <summary>Number of good rows of the file so far.</summary>
    public int Rows => _rows;

    public void Note(int line, string message) => Report(TranscriptIssueKind.Note, line, message);

    public void Skip(int line, string message) => Report(TranscriptIssueKind.Skipped, line, message);

    public void Report(TranscriptIssueKind kind, int line, string message) =>
        _issues.Add(new TranscriptIssue { Kind = kind, Source = source, Line = line, Message = message });

    /// <summary>Replaces broken surrogates by U+FFFD, and says so.</summary>
    public string Repair(string text, int line)
    {
        var repaired = Repair(text);
        if (!ReferenceEquals(repaired, text)) ReportRepair(line);
        return repaired;
    }

    public void ReportRepair(int line) => Report(TranscriptIssueKind.Repaired, line, "broken surrogates in the text were replaced by U+FFFD; the row is kept");

    public static string Repair(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out _, out var used) != OperationStatus.Done)
            {
                var repaired = new StringBuilder(text.Length);
                foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
                return repaired.ToString();
            }

            i += used;
        }

        return text;
    }

    /// <summary>Adds a good row. A turn of the full form stands once; of two, which may contradict each other, the first is used.</summary>
    public void Add(string? session, Utterance utterance, int line, string? behavior = null, string? client = null, CodedUtterance? coded = null, TargetBehavior? target = null, bool once = false)
    {
        session = string.IsNullOrWhiteSpace(session) ? DefaultSession : session;
        if (!_sessions.TryGetValue(session, out var builder))
        {
            _sessions.Add(session, builder = new Builder(session));
            _order.Add(builder);
        }

        if (once && !builder.Once.TryAdd(utterance.Turn, line))
        {
            Skip(line, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"session '{session}' turn {utterance.Turn} is given already on line {builder.Once[utterance.Turn]}; the first is used"));
            return;
        }

        if (!string.IsNullOrWhiteSpace(behavior))
        {
            if (builder.Behavior is null) builder.Behavior = behavior;
            else if (builder.Behavior != behavior && builder.OtherBehaviors.Add(behavior))
                Note(line, $"behavior '{behavior}' differs from '{builder.Behavior}' given earlier in session '{session}'; the first is used");
        }

        builder.Client ??= client;
        builder.Target ??= target;
        builder.Utterances.Add(utterance);
        builder.Coded.Add(coded);
        builder.Rows.Add(_rows++);
        builder.Lines.Add(line);
    }

    /// <summary>What was collected; a file without any row is said to be empty by its last part.</summary>
    public TranscriptReadResult Build(bool last = true, bool nothingBefore = true)
    {
        if (last && nothingBefore && _rows == 0 && _issues.All(i => i.Kind != TranscriptIssueKind.Skipped))
            Skip(0, "the file is empty; expected at least one turn");
        return new TranscriptReadResult { Sessions = [.. _order.Select(Finish)], Issues = [.. _issues] };
    }

    private SourceSession Finish(Builder builder)
    {
        var found = TargetBehavior.Find(builder.Behavior);
        var target = builder.Target ?? (builder.Behavior is null ? options.Target : found ?? TargetBehavior.Custom(builder.Behavior));
        var utterances = builder.Utterances.ToImmutable();
        var complete = utterances.Length > 0 && builder.Coded.Zip(utterances).All(pair => pair.First is not null || pair.Second.Speaker is Speaker.Other);
        return new SourceSession
        {
            Transcript = new Transcript { Session = builder.Session, Target = target, Client = builder.Client, Utterances = utterances },
            Coded = !complete ? null : new CodedTranscript
            {
                Session = builder.Session,
                Target = target,
                Client = builder.Client,
                Utterances = [.. builder.Coded.Zip(utterances, (coded, u) => coded ?? new CodedUtterance { Utterance = u })],
            },
            Rows = builder.Rows.ToImmutable(),
            Lines = builder.Lines.ToImmutable(),
            CustomBehavior = builder.Behavior is not null && builder.Target is null && found is null ? builder.Behavior : null,
        };
    }

    internal static string DefaultName(string source)
    {
        var name = Path.GetFileNameWithoutExtension(source);
        return string.IsNullOrWhiteSpace(name) || name == "-" ? "stdin" : name;
    }

    private sealed class Builder(string session)
    {
        public string Session => session;

        public string? Behavior { get; set; }

        public string? Client { get; set; }

        public TargetBehavior? Target { get; set; }

        public Dictionary<int, int> Once { get; } = [];

        public HashSet<string> OtherBehaviors { get; } = new(StringComparer.Ordinal);

        public ImmutableArray<Utterance>.Builder Utterances { get; } = ImmutableArray.CreateBuilder<Utterance>();

        public List<CodedUtterance?> Coded { get; } = [];

        public ImmutableArray<int>.Builder Rows { get; } = ImmutableArray.CreateBuilder<int>();

        public ImmutableArray<int>.Builder Lines { get; } = ImmutableArray.CreateBuilder<int>();
    }
}
