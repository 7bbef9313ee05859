using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>
/// Regular opening hours: the part of HSDS schedules (RFC 5545 rules) that directories use. Weekly and monthly, by day or day
/// of the month, with an interval; what goes beyond (weeks or days of the year, a count) makes the answer "not known".
/// Immutable.
/// </summary>
public sealed record HelpSchedule
{
    /// <summary>Days; empty means every day of a weekly rule, or none named for a monthly one.</summary>
    public ImmutableArray<HelpDay> Days { get; init; } = [];

    /// <summary>Days of the month, 1 to 31, or -1 for the last; empty when not used.</summary>
    public ImmutableArray<int> MonthDays { get; init; } = [];

    /// <summary>True when the rule repeats by months, false by weeks.</summary>
    public bool Monthly { get; init; }

    /// <summary>Every how many weeks or months, 1 or more.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>Where an interval counts from; null when not stated.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>First day on which the rule holds; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the rule holds; null when not stated.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When it opens; null when not stated.</summary>
    public TimeOnly? OpensAt { get; init; }

    /// <summary>When it closes; at or before <see cref="OpensAt"/> means on the next day; null when not stated.</summary>
    public TimeOnly? ClosesAt { get; init; }

    /// <summary>The offset from UTC of the times; null means the time at the place.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>True when the rule has parts that are not read: then nothing is known about a single moment.</summary>
    public bool HasMore { get; init; }

    /// <summary>Hours in words; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is open at a moment; null when the rule does not say.</summary>
    /// <param name="at">The moment, with the offset of the place.</param>
    public bool? IsOpen(DateTimeOffset at)
    {
        if (HasMore || OpensAt is not { } opens || ClosesAt is not { } closes || (Interval > 1 && Start is null)) return null;
        var local = Offset is { } offset ? at.ToOffset(offset) : at;
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (closes > opens) return Holds(day) && time >= opens && time < closes;
        return (Holds(day) && time >= opens) || (day > DateOnly.MinValue && Holds(day.AddDays(-1)) && time < closes);
    }

    private bool Holds(DateOnly day)
    {
        if (day < ValidFrom || day > ValidTo || day < Start) return false;
        if (!Monthly)
        {
            if (!Days.IsEmpty && !Days.Any(d => d.Day == day.DayOfWeek)) return false;
            return Interval <= 1 || (Monday(day) - Monday(Start!.Value)) / 7 % Interval == 0;
        }

        if (Interval > 1 && ((day.Year - Start!.Value.Year) * 12 + day.Month - Start.Value.Month) % Interval != 0) return false;
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        if (!MonthDays.IsEmpty && !MonthDays.Any(m => (m > 0 ? m : length + 1 + m) == day.Day)) return false;
        if (Days.IsEmpty) return !MonthDays.IsEmpty;
        return Days.Any(d => d.Day == day.DayOfWeek && (d.Nth == 0 || (d.Nth > 0 ? (day.Day + 6) / 7 == d.Nth : (length - day.Day) / 7 + 1 == -d.Nth)));
    }

    private static int Monday(DateOnly day) => day.DayNumber - ((int)day.DayOfWeek + 6) % 7;

    /// <summary>Days and hours.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HelpSchedule {{ {OpensAt:HH\\:mm}-{ClosesAt:HH\\:mm} }}");
}

/// <summary>A day of a rule.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="Nth">Of a monthly rule: 1 the first in the month, -1 the last; 0 every one.</param>
public readonly record struct HelpDay(DayOfWeek Day, int Nth = 0);
