using System.Globalization;

namespace MotivationalInterviewing.Transcripts;

/// <summary>What a reader did about something it met. The default value is <see cref="Note"/>.</summary>
public enum TranscriptIssueKind
{
    /// <summary>Worth knowing; nothing is lost or changed.</summary>
    Note = 0,

    /// <summary>The row was kept after a repair (broken surrogates became U+FFFD).</summary>
    Repaired,

    /// <summary>The row could not be used and was left out.</summary>
    Skipped,
}

/// <summary>Something in a file that a person should know of: where it is and what was expected. Holds no words of the session.</summary>
public sealed record TranscriptIssue
{
    /// <summary>What the reader did about it.</summary>
    public required TranscriptIssueKind Kind { get; init; }

    /// <summary>The file's name as the caller gave it.</summary>
    public required string Source { get; init; }

    /// <summary>Line in the file, counted from 1; 0 when it concerns the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>What was found and what is allowed.</summary>
    public required string Message { get; init; }

    /// <summary>File, line and message in the form that editors recognize.</summary>
    public override string ToString() => Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Source}({Line}): {Message}")
        : $"{Source}: {Message}";
}
