using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// What the guard makes of one reply. Immutable and safe to share between threads; holds none of the reply's words.
/// </summary>
public sealed record AdherenceReport
{
    /// <summary>The verdict: the worst severity among <see cref="Findings"/>, or adherent when there is none.</summary>
    public required AdherenceVerdict Verdict { get; init; }

    /// <summary>What speaks against the reply, most serious first, then in the order of the text. Empty when adherent.</summary>
    public required ImmutableArray<AdherenceFinding> Findings { get; init; }

    /// <summary>
    /// The trained score that the reply is inconsistent, 0 to 1. An estimate, not a calibrated probability; it was fitted
    /// on written replies in which one half is inconsistent.
    /// </summary>
    public required double Score { get; init; }

    /// <summary>True when nothing worse than adherent was found.</summary>
    public bool IsAdherent => Verdict == AdherenceVerdict.Adherent;

    /// <summary>Equal when verdict, score and findings are equal, finding by finding.</summary>
    /// <param name="other">The report to compare with, or null.</param>
    public bool Equals(AdherenceReport? other) =>
        other is not null && Verdict == other.Verdict && Score.Equals(other.Score) && Findings.AsSpan().SequenceEqual(other.Findings.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Verdict, Score, Findings.Length);

    /// <summary>Verdict and rule ids; never the words.</summary>
    public override string ToString() =>
        $"AdherenceReport {{ Verdict = {Verdict}, Findings = [{string.Join(' ', Findings.Select(f => f.Rule))}] }}";
}
