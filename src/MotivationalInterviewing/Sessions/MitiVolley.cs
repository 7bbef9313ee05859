using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// One counselor volley as MITI 4.2.1 parses it: from the counselor's first word to the client's next speech, looking
/// through murmurs that only keep the counselor going. Immutable; holds no words.
/// </summary>
public sealed record MitiVolley
{
    /// <summary>Number of the volley in the session, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The counselor's turns in the volley, in order; at least one.</summary>
    public required ImmutableArray<int> Turns { get; init; }

    /// <summary>Codes that count, each at most once, in the manual's order; empty when nothing in the volley is codable.</summary>
    public required ImmutableArray<MitiCount> Counts { get; init; }

    /// <summary>What was heard but does not count, and the client's murmurs that the volley looks through.</summary>
    public required ImmutableArray<MitiOmission> Omissions { get; init; }

    /// <summary>The rule that ended the volley; <see cref="MitiRule.SessionEnded"/> for the last one.</summary>
    public required MitiRule EndedBy { get; init; }

    /// <summary>The codes alone, in the manual's order.</summary>
    public IEnumerable<Code> Codes => Counts.Select(c => c.Code);

    /// <summary>Equal when all members are equal.</summary>
    /// <param name="other">The volley to compare with, or null.</param>
    public bool Equals(MitiVolley? other) =>
        other is not null && Number == other.Number && EndedBy == other.EndedBy && Turns.AsSpan().SequenceEqual(other.Turns.AsSpan())
        && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan()) && Omissions.AsSpan().SequenceEqual(other.Omissions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Turns.Length, Counts.Length);

    /// <summary>Number, turns and codes.</summary>
    public override string ToString() => $"Volley {Number} (turns {string.Join(", ", Turns)}): {string.Join(", ", Codes)}";
}

/// <summary>One code that a volley counts, the rule that made it count, and the turns that hold it. Immutable.</summary>
public sealed record MitiCount
{
    /// <summary>The MITI 4.2.1 code.</summary>
    public required Code Code { get; init; }

    /// <summary>Why it counts as this code.</summary>
    public required MitiRule Rule { get; init; }

    /// <summary>The counselor turns in which it was heard, in order, each once; at least one.</summary>
    public required ImmutableArray<int> Turns { get; init; }

    /// <summary>The rule in words.</summary>
    public string Reason => MitiRules.Describe(Rule);

    /// <summary>Equal when all members are equal.</summary>
    /// <param name="other">The count to compare with, or null.</param>
    public bool Equals(MitiCount? other) =>
        other is not null && Code == other.Code && Rule == other.Rule && Turns.AsSpan().SequenceEqual(other.Turns.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Rule, Turns.Length);
}

/// <summary>Something heard that does not count, and the rule that says so. Immutable.</summary>
public sealed record MitiOmission
{
    /// <summary>The turn in which it was heard.</summary>
    public required int Turn { get; init; }

    /// <summary>The code as the coder set it; FN for a client's murmur.</summary>
    public required Code Code { get; init; }

    /// <summary>Why it does not count.</summary>
    public required MitiRule Rule { get; init; }

    /// <summary>The rule in words.</summary>
    public string Reason => MitiRules.Describe(Rule);
}
