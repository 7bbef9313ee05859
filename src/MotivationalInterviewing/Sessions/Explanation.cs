using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions;

/// <summary>Why a number is what it is: the rule that made it and the turns that it counts. Immutable; holds no words.</summary>
public sealed record Explanation
{
    /// <summary>What is explained, as the instrument names it: "%CR", "REC".</summary>
    public required string Measure { get; init; }

    /// <summary>The instrument with its version, such as "MITI 4.2.1".</summary>
    public required string Instrument { get; init; }

    /// <summary>The rule in plain words, with the formula where there is one.</summary>
    public required string Rule { get; init; }

    /// <summary>Turn numbers behind the count or the numerator, in order; a turn that counts twice is listed twice.</summary>
    public required ImmutableArray<int> Turns { get; init; }

    /// <summary>Turn numbers behind the denominator, in order; empty for a plain count.</summary>
    public ImmutableArray<int> Against { get; init; } = [];

    /// <summary>Equal when all members are equal, turn by turn.</summary>
    /// <param name="other">The explanation to compare with, or null.</param>
    public bool Equals(Explanation? other) =>
        other is not null && Measure == other.Measure && Instrument == other.Instrument && Rule == other.Rule
        && Turns.AsSpan().SequenceEqual(other.Turns.AsSpan()) && Against.AsSpan().SequenceEqual(other.Against.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Measure, Instrument, Turns.Length, Against.Length);

    /// <summary>Measure, rule and turns.</summary>
    public override string ToString() => $"{Measure}: {Rule} Turns {string.Join(", ", Turns)}" + (Against.IsEmpty ? "." : $" against {string.Join(", ", Against)}.");
}
