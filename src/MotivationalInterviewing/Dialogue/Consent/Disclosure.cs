using System.Collections.Immutable;
using MotivationalInterviewing.Dialogue.Help;

namespace MotivationalInterviewing.Dialogue.Consent;

/// <summary>
/// When a place asks that a program says what it is. Dated data about laws, not legal advice; unverified unless somebody
/// checked it. Immutable.
/// </summary>
public sealed record DisclosureProfile
{
    /// <summary>A country, or a country and a part of it: "US-NY"; "*" for everywhere else.</summary>
    public required string Place { get; init; }

    /// <summary>Again after so many hours of a conversation that goes on; null: only at the start.</summary>
    public double? EveryHours { get; init; }

    /// <summary>Again when nothing was said for so many hours; null: not for that.</summary>
    public double? AfterIdleHours { get; init; }

    /// <summary>Why: the rule, in our own words.</summary>
    public required string Why { get; init; }

    /// <summary>Name of the law or text.</summary>
    public required string Source { get; init; }

    /// <summary>The day when somebody read the source and checked the profile; null when nobody did.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>True when unverified, verified more than 180 days before, or verified in the future.</summary>
    /// <param name="today">The day it is.</param>
    public bool NeedsVerification(DateOnly today) => VerifiedOn is not { } day || today.DayNumber - day.DayNumber is > 180 or < 0;

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => "DisclosureProfile";
}

/// <summary>The profiles as data. Immutable and safe to share between threads.</summary>
public sealed class DisclosureProfiles
{
    private const string Everywhere = "*";
    private readonly ImmutableSortedDictionary<string, DisclosureProfile> _profiles;

    private DisclosureProfiles(ImmutableSortedDictionary<string, DisclosureProfile> profiles) => _profiles = profiles;

    /// <summary>The profiles that ship, unverified.</summary>
    public static DisclosureProfiles Default { get; } = Load();

    /// <summary>The places with a profile.</summary>
    public IEnumerable<string> Places => _profiles.Keys;

    /// <summary>The profile of a place, else of its country, else the one for everywhere. Whatever the profile, the program says what it is at the start and on request.</summary>
    /// <param name="place">"US-NY", "US", "DE" ...; null for everywhere.</param>
    public DisclosureProfile For(string? place)
    {
        var key = place?.Trim().ToUpperInvariant() ?? Everywhere;
        if (_profiles.TryGetValue(key, out var own)) return own;
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && _profiles.TryGetValue(key[..dash], out var country) ? country : _profiles[Everywhere];
    }

    /// <summary>The same profiles with one replaced by the host's own.</summary>
    /// <param name="profile">The profile.</param>
    /// <exception cref="ArgumentNullException">The profile is null.</exception>
    /// <exception cref="ArgumentException">A number of hours is not more than 0.</exception>
    public DisclosureProfiles With(DisclosureProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.EveryHours is <= 0 || profile.AfterIdleHours is <= 0) throw new ArgumentException("Hours are more than 0.", nameof(profile));
        return new DisclosureProfiles(_profiles.SetItem(profile.Place.Trim().ToUpperInvariant(), profile));
    }

    /// <summary>Warnings about a place's profile that nobody checked within 180 days.</summary>
    /// <param name="place">As for <see cref="For"/>.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    public ImmutableArray<string> Warnings(string? place, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var profile = For(place);
        if (!profile.NeedsVerification(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))) return [];
        return [profile.VerifiedOn is null ? $"{profile.Place}: {profile.Source}: unverified." : $"{profile.Place}: {profile.Source}: not verified within 180 days."];
    }

    private static DisclosureProfiles Load() => new(HelpData.Read("disclosure-profiles.json", ConsentJson.Default.DisclosureProfileArray)
        .ToImmutableSortedDictionary(p => p.Place, p => p, StringComparer.Ordinal));
}

/// <summary>What the program says of itself, and when. Stateless; safe to share between threads.</summary>
public static class Disclosure
{
    /// <summary>What the program is, in plain words.</summary>
    public const string Statement =
        "I'm a computer program, not a person and not a counselor. I listen and ask questions; I don't diagnose or treat. You can stop at any time, and you can always ask for a human.";

    /// <summary>What is said before the first word: what the program is and, for a client who was sent, what is reported to whom.</summary>
    /// <param name="options">The conversation's options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static string Opening(DialogueOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options is { Mandated: true, Reporting: { } terms } ? Statement + " " + terms.Opening : Statement;
    }

    /// <summary>Whether it is time to say it: at the start, and on the place's cadence.</summary>
    /// <param name="profile">The place's profile.</param>
    /// <param name="now">The time.</param>
    /// <param name="said">When it was said last; null when never.</param>
    /// <param name="heard">When the client last said something; null when never.</param>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is null.</exception>
    public static bool IsDue(DisclosureProfile profile, DateTimeOffset now, DateTimeOffset? said, DateTimeOffset? heard)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (said is not { } last) return true;
        if (profile.EveryHours is { } every && now - last >= TimeSpan.FromHours(every)) return true;
        return profile.AfterIdleHours is { } idle && heard is { } turn && now - turn >= TimeSpan.FromHours(idle);
    }

    /// <summary>
    /// Whether somebody asks what they are talking to: a person or a program. In any wording that is known, with typos; never
    /// allocates much and never throws. Statements and questions about other things are none.
    /// </summary>
    /// <param name="text">What was said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static bool IsAsked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DisclosureQuestion.IsIn(text);
    }
}
