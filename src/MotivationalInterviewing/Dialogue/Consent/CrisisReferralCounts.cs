using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Dialogue.Consent;

/// <summary>How often crisis resources were shown in a month. Immutable; no identifiers.</summary>
public readonly record struct CrisisReferralCount
{
    /// <summary>Year.</summary>
    public required int Year { get; init; }

    /// <summary>Month, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The highest level found.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>How many turns.</summary>
    public required int Turns { get; init; }
}

/// <summary>The counts at one moment. Immutable.</summary>
public sealed record CrisisReferralReport
{
    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = 1;

    /// <summary>By month and level, oldest first.</summary>
    public ImmutableArray<CrisisReferralCount> Counts { get; init; } = [];

    /// <summary>Turns in a year.</summary>
    /// <param name="year">The year.</param>
    public int InYear(int year) => Counts.Where(c => c.Year == year).Sum(c => c.Turns);

    /// <summary>The counts as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConsentJson.Default.CrisisReferralReport);

    /// <summary>How many months.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"CrisisReferralReport {{ Counts = {(Counts.IsDefault ? 0 : Counts.Length)} }}");
}

/// <summary>
/// Counts the turns in which crisis resources were shown because of what was said, by month and level and nothing else: no
/// person, no session, no day, no words. Some places ask for such a count once a year. In memory; a host writes the report
/// down and hands it back at the next start. Thread-safe.
/// </summary>
public sealed class CrisisReferralCounts
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<(int Year, int Month, RiskLevel Level), int> _turns = [];
    private readonly TimeProvider _clock;

    /// <summary>Begins counting.</summary>
    /// <param name="clock">Gives the month.</param>
    /// <param name="before">Counts to go on from; null begins at zero.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clock"/> is null.</exception>
    public CrisisReferralCounts(TimeProvider clock, CrisisReferralReport? before = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _clock = clock;
        foreach (var count in before?.Counts ?? []) _turns[(count.Year, count.Month, count.Level)] = count.Turns;
    }

    /// <summary>Counts a turn; does nothing when it found no risk or showed no resources.</summary>
    /// <param name="turn">The turn.</param>
    /// <exception cref="ArgumentNullException"><paramref name="turn"/> is null.</exception>
    public void Count(DialogueTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var level = turn.Appraisal.Risk.Level;
        if (level == RiskLevel.None || turn.Resources.IsDefaultOrEmpty) return;
        var now = _clock.GetUtcNow();
        lock (_lock)
        {
            var key = (now.Year, now.Month, level);
            _turns[key] = _turns.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>The counts so far.</summary>
    public CrisisReferralReport Report()
    {
        lock (_lock)
            return new CrisisReferralReport { Counts = [.. _turns.Select(p => new CrisisReferralCount { Year = p.Key.Year, Month = p.Key.Month, Level = p.Key.Level, Turns = p.Value })] };
    }
}
