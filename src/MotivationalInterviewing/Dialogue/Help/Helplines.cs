using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>A national line that informs and refers. Dated data. Immutable.</summary>
public sealed record Helpline
{
    /// <summary>Two-letter country code.</summary>
    public required string Country { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How to reach it, as a person reads it.</summary>
    public required string Contact { get; init; }

    /// <summary>Ids of the behaviors that it is for; empty for any.</summary>
    public ImmutableArray<string> Behaviors { get; init; } = [];

    /// <summary>When it answers, in words; null when not known.</summary>
    public string? Hours { get; init; }

    /// <summary>The day when somebody reached it by this contact; null when nobody did.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>True when unverified, verified more than 180 days before, or verified in the future.</summary>
    /// <param name="today">The day it is.</param>
    public bool NeedsVerification(DateOnly today) => VerifiedOn is not { } day || today.DayNumber - day.DayNumber is > 180 or < 0;

    /// <summary>Nothing but the type.</summary>
    public override string ToString() => "Helpline";
}

/// <summary>
/// What can be named when a directory lists one service or none. Opened by the client's invitation; crisis resources do not
/// come from here. Immutable and safe to share between threads.
/// </summary>
public sealed class Helplines
{
    // Countries of the data that ship, for telling "us-ny" from "en-us".
    private static readonly ImmutableArray<string> s_countries = ["US", "CA", "GB", "UK", "IE", "AU", "NZ", "DE"];

    private readonly ImmutableArray<Helpline> _lines;

    private Helplines(ImmutableArray<Helpline> lines) => _lines = lines;

    /// <summary>The lines that ship. Nobody has called them since they were written down: a host verifies them.</summary>
    public static Helplines Default { get; } = new([.. HelpData.Read("helplines.json", HelpJson.Default.HelplineArray)]);

    /// <summary>The same lines and the host's own before them.</summary>
    /// <param name="lines">The host's lines.</param>
    public Helplines With(params ReadOnlySpan<Helpline> lines) => new([.. lines, .. _lines]);

    /// <summary>The lines for a behavior in a country; empty when none is known.</summary>
    /// <param name="invitation">The client's leave for <see cref="PermissionKind.Referral"/>.</param>
    /// <param name="behavior">Id of the behavior.</param>
    /// <param name="locale">A country code, a place such as "US-NY" or a culture name such as "en-US".</param>
    /// <exception cref="ArgumentNullException">The invitation is null.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    public ImmutableArray<Helpline> Open(Invitation invitation, string behavior, string? locale)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        invitation.Require(PermissionKind.Referral);
        var country = CountryOf(locale);
        return [.. _lines.Where(l => l.Country.Equals(country, StringComparison.OrdinalIgnoreCase) && (l.Behaviors.IsDefaultOrEmpty || l.Behaviors.Contains(behavior)))];
    }

    /// <summary>The country of "en-US", "US", "US-NY" or "de_DE"; empty when none is named.</summary>
    internal static string CountryOf(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale)) return "";
        var parts = locale.Trim().Split('-', '_');

        // A culture ends with its country ("en-GB"), a place begins with it ("US-NY", "us-ny").
        var country = parts.Length == 1 || (parts[0].Length == 2 && char.IsAsciiLetterUpper(parts[0][0])) ? parts[0].ToUpperInvariant() : parts[^1].ToUpperInvariant();
        if (parts.Length > 1 && !s_countries.Contains(country) && char.IsAsciiLetterLower(parts[^1][0])) country = parts[0].ToUpperInvariant();
        return country == "UK" ? "GB" : country;
    }
}
