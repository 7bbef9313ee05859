namespace MotivationalInterviewing.Transcripts;

/// <summary>How transcripts are read. Immutable; every member has a useful default.</summary>
public sealed record TranscriptReadOptions
{
    /// <summary>The client's name in files that name speakers; matched without regard to case. Null: only the usual words ("client", "patient") count.</summary>
    public string? ClientName { get; init; }

    /// <summary>The counselor's name in files that name speakers; matched without regard to case. Null: only the usual words count.</summary>
    public string? CounselorName { get; init; }

    /// <summary>The behavior of sessions that do not state one; null leaves them without.</summary>
    public TargetBehavior? Target { get; init; }

    /// <summary>The behavior; never a person's name.</summary>
    public override string ToString() => $"TranscriptReadOptions {{ Target = {Target?.Id} }}";
}
