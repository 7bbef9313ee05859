using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>One fault of a directory file: where, what stands there and what is allowed. Immutable.</summary>
public sealed record ReferralIssue
{
    /// <summary><see cref="TranscriptIssueKind.Skipped"/>: the row was left out; <see cref="TranscriptIssueKind.Repaired"/>: the field was.</summary>
    public required TranscriptIssueKind Kind { get; init; }

    /// <summary>The file's name as the caller gave it.</summary>
    public required string Source { get; init; }

    /// <summary>Line in the file, counted from 1; in JSON the line on which the service begins.</summary>
    public required int Line { get; init; }

    /// <summary>Table and field, as "schedules.opens_at".</summary>
    public required string Field { get; init; }

    /// <summary>What stands there, cut to forty characters.</summary>
    public string Value { get; init; } = "";

    /// <summary>What is allowed.</summary>
    public required string Allowed { get; init; }

    /// <summary>All of it in one line, in the form that editors recognize.</summary>
    public string Message => string.Create(CultureInfo.InvariantCulture, $"{Source}({Line}): {Field} is '{Value}'; allowed: {Allowed}");

    /// <summary>Kind, file and line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Source}({Line}): {Kind}");
}

/// <summary>What an import gave. Immutable.</summary>
public sealed record ReferralImport
{
    /// <summary>All that could be read.</summary>
    public required ReferralDirectory Directory { get; init; }

    /// <summary>What could not, in the order in which it was met.</summary>
    public required ImmutableArray<ReferralIssue> Issues { get; init; }

    /// <summary>Number of rows that were left out.</summary>
    public int Skipped => Issues.Count(i => i.Kind == TranscriptIssueKind.Skipped);

    /// <summary>Counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ReferralImport {{ Services = {Directory?.Count}, Issues = {(Issues.IsDefault ? 0 : Issues.Length)} }}");
}
