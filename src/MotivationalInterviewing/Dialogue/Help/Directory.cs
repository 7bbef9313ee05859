using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>A point on the globe, in degrees.</summary>
/// <param name="Latitude">-90 to 90, north positive.</param>
/// <param name="Longitude">-180 to 180, east positive.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6371.0088;

    /// <summary>Kilometers along the globe's surface (haversine).</summary>
    /// <param name="other">The other point.</param>
    public double KilometersTo(GeoPoint other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dLat, dLon) = (b - a, double.DegreesToRadians(other.Longitude - Longitude));
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(dLon / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <summary>An HSDS organization. Immutable.</summary>
public sealed record HelpOrganization
{
    /// <summary>The directory's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it does; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Its site; null when not stated.</summary>
    public string? Website { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => $"HelpOrganization {{ {Id} }}";
}

/// <summary>An HSDS phone. Immutable.</summary>
public sealed record HelpPhone
{
    /// <summary>The number as it is dialed.</summary>
    public required string Number { get; init; }

    /// <summary>Extension; null when there is none.</summary>
    public string? Extension { get; init; }

    /// <summary>"voice", "text", "fax" ...; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Nothing of it.</summary>
    public override string ToString() => "HelpPhone";
}

/// <summary>An HSDS cost option. Immutable.</summary>
public sealed record HelpCost
{
    /// <summary>The amount; null when not stated.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Three-letter currency code, upper case; null when not stated.</summary>
    public string? Currency { get; init; }

    /// <summary>For whom or when, and per what; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>The amount.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HelpCost {{ {Amount} }}");
}

/// <summary>An HSDS location with its address. Immutable.</summary>
public sealed record HelpLocation
{
    /// <summary>The directory's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name; null when not stated.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is; null when not stated.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>True for help by phone or video: it has no distance.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>Street; null when not stated.</summary>
    public string? Street { get; init; }

    /// <summary>City; null when not stated.</summary>
    public string? City { get; init; }

    /// <summary>State, province or county; null when not stated.</summary>
    public string? Region { get; init; }

    /// <summary>Postal code; null when not stated.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Two-letter country code; null when not stated.</summary>
    public string? Country { get; init; }

    /// <summary>What is said on access for people with disabilities, each as a sentence.</summary>
    public ImmutableArray<string> Accessibility { get; init; } = [];

    /// <summary>Phones of the place.</summary>
    public ImmutableArray<HelpPhone> Phones { get; init; } = [];

    /// <summary>Hours of the place.</summary>
    public ImmutableArray<HelpSchedule> Schedules { get; init; } = [];

    /// <summary>Languages spoken at the place: codes or names.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>The id.</summary>
    public override string ToString() => $"HelpLocation {{ {Id} }}";
}

/// <summary>A service at one of its locations (HSDS service_at_location). Immutable.</summary>
public sealed record HelpPlace
{
    /// <summary>The location.</summary>
    public required HelpLocation Location { get; init; }

    /// <summary>Phones of this service here.</summary>
    public ImmutableArray<HelpPhone> Phones { get; init; } = [];

    /// <summary>Hours of this service here; when there are none, those of the service hold, else those of the location.</summary>
    public ImmutableArray<HelpSchedule> Schedules { get; init; } = [];

    /// <summary>The location's id.</summary>
    public override string ToString() => $"HelpPlace {{ {Location?.Id} }}";
}

/// <summary>An HSDS service with what belongs to it. Immutable.</summary>
public sealed record HelpService
{
    /// <summary>The directory's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who runs it; null when the directory does not say.</summary>
    public HelpOrganization? Organization { get; init; }

    /// <summary>What it is; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Its site; null when not stated.</summary>
    public string? Url { get; init; }

    /// <summary>"active", "inactive", "defunct" or "temporarily closed"; only active ones are offered.</summary>
    public required string Status { get; init; }

    /// <summary>How to begin; null when not stated.</summary>
    public string? ApplicationProcess { get; init; }

    /// <summary>Fees in words; null when not stated.</summary>
    public string? Fees { get; init; }

    /// <summary>Fees in figures; empty when not stated.</summary>
    public ImmutableArray<HelpCost> Costs { get; init; } = [];

    /// <summary>How long one may wait; null when not stated.</summary>
    public string? WaitTime { get; init; }

    /// <summary>Accreditations; null when not stated.</summary>
    public string? Accreditations { get; init; }

    /// <summary>Licenses; null when not stated.</summary>
    public string? Licenses { get; init; }

    /// <summary>Who may come, in words; null when not stated.</summary>
    public string? Eligibility { get; init; }

    /// <summary>Youngest age; null when not stated.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Oldest age; null when not stated.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>The day on which the listing was last checked by the directory; null when not stated.</summary>
    public DateOnly? AssuredOn { get; init; }

    /// <summary>A warning that stands now; null when there is none.</summary>
    public string? Alert { get; init; }

    /// <summary>Names of its taxonomy terms.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Languages of the service: codes or names.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Phones of the service.</summary>
    public ImmutableArray<HelpPhone> Phones { get; init; } = [];

    /// <summary>Hours of the service.</summary>
    public ImmutableArray<HelpSchedule> Schedules { get; init; } = [];

    /// <summary>Where it is offered; empty when the directory does not say.</summary>
    public ImmutableArray<HelpPlace> Places { get; init; } = [];

    /// <summary>True when a cost of zero is stated, or fees in words say that it is free. False otherwise, also when nothing is stated.</summary>
    public bool IsFree => Costs.Any(c => c.Amount == 0) || (Costs.IsEmpty && Fees is { } fees && fees.Contains("free", StringComparison.OrdinalIgnoreCase) && !fees.Contains("not free", StringComparison.OrdinalIgnoreCase));

    /// <summary>The id.</summary>
    public override string ToString() => $"HelpService {{ {Id} }}";
}
