using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>Letters or a title, and what they mean. Immutable.</summary>
public sealed record Credential
{
    /// <summary>The title or letters as they are written.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes to have them, in plain words.</summary>
    public required string Means { get; init; }

    /// <summary>True when law keeps the title to those who are registered or licensed; false when anybody may use it; null when it differs within the country.</summary>
    public bool? Protected { get; init; }

    /// <summary>The title.</summary>
    public override string ToString() => $"Credential {{ {Name} }}";
}

/// <summary>How to check what a listing says. Immutable.</summary>
public sealed record ListingCheck
{
    /// <summary>The register or body.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, and what it does not.</summary>
    public required string Shows { get; init; }

    /// <summary>Web address; null when there is one for each region.</summary>
    public string? Address { get; init; }

    /// <summary>The register.</summary>
    public override string ToString() => $"ListingCheck {{ {Name} }}";
}

/// <summary>Questions for a professional, credentials and how to check a listing, for one country. Dated data. Immutable.</summary>
public sealed record ProfessionalGuide
{
    /// <summary>Two-letter country code.</summary>
    public required string Country { get; init; }

    /// <summary>Credentials, in alphabetical order.</summary>
    public ImmutableArray<Credential> Credentials { get; init; } = [];

    /// <summary>Where to check.</summary>
    public ImmutableArray<ListingCheck> Checks { get; init; } = [];

    /// <summary>Questions to ask a professional before beginning.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>Where the data come from.</summary>
    public required string Source { get; init; }

    /// <summary>The day when somebody checked the data; null when nobody did.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>True when unverified, verified more than a year before, or verified in the future.</summary>
    /// <param name="today">The day it is.</param>
    public bool NeedsVerification(DateOnly today) => VerifiedOn is not { } day || today.DayNumber - day.DayNumber is > 365 or < 0;

    /// <summary>The country.</summary>
    public override string ToString() => "ProfessionalGuide";
}

/// <summary>The guides as data. Immutable and safe to share between threads.</summary>
public sealed class ProfessionalGuides
{
    private const string General = "*";
    private readonly ImmutableSortedDictionary<string, ProfessionalGuide> _guides;

    private ProfessionalGuides(ImmutableSortedDictionary<string, ProfessionalGuide> guides) => _guides = guides;

    /// <summary>The guides that ship, unverified: a host checks them.</summary>
    public static ProfessionalGuides Default { get; } = new(HelpData.Read("professionals.json", HelpJson.Default.DictionaryStringProfessionalGuide)
        .ToImmutableSortedDictionary(p => p.Key, p => p.Value with
        {
            Credentials = p.Value.Credentials.IsDefault ? [] : p.Value.Credentials,
            Checks = p.Value.Checks.IsDefault ? [] : p.Value.Checks,
            Questions = p.Value.Questions.IsDefault ? [] : p.Value.Questions,
        }, StringComparer.Ordinal));

    /// <summary>Codes of the countries with a guide.</summary>
    public IEnumerable<string> Countries => _guides.Keys.Where(k => k != General);

    /// <summary>The same guides with one replaced by the host's own.</summary>
    /// <param name="guide">The guide.</param>
    /// <exception cref="ArgumentNullException">The guide is null.</exception>
    public ProfessionalGuides With(ProfessionalGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return new ProfessionalGuides(_guides.SetItem(guide.Country, guide));
    }

    /// <summary>The guide for a locale, with the questions that fit everywhere before its own; for other countries those questions alone.</summary>
    /// <param name="invitation">The client's leave for <see cref="PermissionKind.Options"/> or <see cref="PermissionKind.Referral"/>.</param>
    /// <param name="locale">A country code or a culture name such as "en-US"; null gives the questions alone.</param>
    /// <exception cref="ArgumentNullException">The invitation is null.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    public ProfessionalGuide Open(Invitation invitation, string? locale)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        if (invitation.Kind != PermissionKind.Referral) invitation.Require(PermissionKind.Options);
        var general = _guides[General];
        var country = Helplines.CountryOf(locale);
        return country != General && _guides.TryGetValue(country, out var guide) ? guide with { Questions = [.. general.Questions, .. guide.Questions] } : general;
    }
}
