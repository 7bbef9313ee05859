using System.Collections.Immutable;

namespace MotivationalInterviewing.Transcripts;

/// <summary>One session as it was read, with the place of each turn in its file.</summary>
public sealed record SourceSession
{
    /// <summary>The session's turns.</summary>
    public required Transcript Transcript { get; init; }

    /// <summary>The codes that the file held, when every client and counselor turn carries them; otherwise null.</summary>
    public CodedTranscript? Coded { get; init; }

    /// <summary>For each turn its place among all good rows of the file, counted from 0. Restores the order of interleaved sessions.</summary>
    public required ImmutableArray<int> Rows { get; init; }

    /// <summary>For each turn its line in the file, counted from 1.</summary>
    public required ImmutableArray<int> Lines { get; init; }

    /// <summary>The phrase that the file gave for the behavior when it matched no preset and became a custom behavior; otherwise null.</summary>
    public string? CustomBehavior { get; init; }
}

/// <summary>All that a file holds: sessions in the order in which they begin, and what could not be used.</summary>
public sealed record TranscriptReadResult
{
    /// <summary>The sessions, in the order of their first turns.</summary>
    public required ImmutableArray<SourceSession> Sessions { get; init; }

    /// <summary>Problems and notes, in the order of lines.</summary>
    public required ImmutableArray<TranscriptIssue> Issues { get; init; }

    /// <summary>Number of rows that were left out.</summary>
    public int Skipped => Issues.Count(i => i.Kind == TranscriptIssueKind.Skipped);
}
