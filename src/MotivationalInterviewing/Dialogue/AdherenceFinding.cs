namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// One thing in a reply that speaks against it: which rule, where, how serious, and a way to mend it.
/// Immutable; equality is by value; safe to share between threads; holds none of the reply's words.
/// </summary>
public sealed record AdherenceFinding
{
    /// <summary>The rule that the words break.</summary>
    public required AdherenceRule Rule { get; init; }

    /// <summary>Start of the words in UTF-16 code units of the reply, at least 0.</summary>
    public required int Start { get; init; }

    /// <summary>Length in UTF-16 code units, at least 0; with <see cref="Start"/> never beyond the reply.</summary>
    public required int Length { get; init; }

    /// <summary>A way to mend the reply, in plain words.</summary>
    public required string Mend { get; init; }

    /// <summary><see cref="AdherenceVerdict.Inconsistent"/> or <see cref="AdherenceVerdict.Doubtful"/>; never adherent.</summary>
    public required AdherenceVerdict Severity { get; init; }

    /// <summary>Rule, severity and place; never the words.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"AdherenceFinding {{ Rule = {Rule}, Severity = {Severity}, Start = {Start}, Length = {Length} }}");
}
