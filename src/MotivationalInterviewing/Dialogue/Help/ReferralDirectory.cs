using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>What a client looks for. All that is null is no condition. Immutable.</summary>
public sealed record ReferralQuery
{
    /// <summary>What for: a behavior's id or any word; looked for in names, descriptions and terms.</summary>
    public string? Need { get; init; }

    /// <summary>Where from.</summary>
    public GeoPoint? Near { get; init; }

    /// <summary>How far at most; more than 0. Help by phone or video is near everywhere.</summary>
    public double WithinKilometers { get; init; } = 25;

    /// <summary>A city, region, postal code or country code.</summary>
    public string? Place { get; init; }

    /// <summary>Open at this moment; services without stated hours are left out and counted.</summary>
    public DateTimeOffset? OpenAt { get; init; }

    /// <summary>The most that it may cost per unit of its listing; 0 is free. Services without a stated cost are left out and counted.</summary>
    public decimal? MostCost { get; init; }

    /// <summary>A language: a code such as "es" or a name such as "Spanish".</summary>
    public string? Language { get; init; }

    /// <summary>A word that its accreditations or licenses must hold.</summary>
    public string? Credential { get; init; }

    /// <summary>A word that its accessibility must hold, such as "wheelchair".</summary>
    public string? Accessibility { get; init; }

    /// <summary>The client's age.</summary>
    public int? Age { get; init; }

    /// <summary>How many at most, 2 or more.</summary>
    public int Most { get; init; } = 5;

    /// <summary>Nothing of it: where a client lives and what for is the client's own.</summary>
    public override string ToString() => "ReferralQuery";
}

/// <summary>A service that fits. Immutable.</summary>
public sealed record ReferralMatch
{
    /// <summary>The service.</summary>
    public required HelpService Service { get; init; }

    /// <summary>The place that fits; null when the directory names none.</summary>
    public HelpPlace? Place { get; init; }

    /// <summary>How far; null without a point to start from, or for help by phone or video.</summary>
    public double? Kilometers { get; init; }

    /// <summary>The number to call: of the service at the place, of the service, or of the place; null when the directory gives none.</summary>
    public HelpPhone? Phone => (Place?.Phones ?? []).Concat(Service.Phones).Concat(Place?.Location.Phones ?? [])
        .FirstOrDefault(p => p.Type is null || !p.Type.Equals("fax", StringComparison.OrdinalIgnoreCase));

    /// <summary>The service's id.</summary>
    public override string ToString() => $"ReferralMatch {{ {Service?.Id} }}";
}

/// <summary>Two services or more to choose from, or why there are fewer. The client chooses; none is an answer too. Immutable.</summary>
public sealed record ReferralOffer
{
    /// <summary>What is said where the host has no directory.</summary>
    internal static ReferralOffer NoDirectory { get; } = new() { Matches = [], Order = "", WhyFewer = "There is no directory of services here." };

    /// <summary>The services, in the order that <see cref="Order"/> says.</summary>
    public required ImmutableArray<ReferralMatch> Matches { get; init; }

    /// <summary>What the order is; never a ranking.</summary>
    public required string Order { get; init; }

    /// <summary>Why fewer than two fit, and what would give more; null when there are two or more.</summary>
    public string? WhyFewer { get; init; }

    /// <summary>How many more would fit if they stated what was asked for (hours, cost, credential ...).</summary>
    public int Unstated { get; init; }

    /// <summary>The number of matches.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ReferralOffer {{ Matches = {Matches.Length} }}");
}

/// <summary>
/// Services to turn to, on Open Referral HSDS 3. Opened by the client's invitation. Crisis resources do not come from here:
/// see <see cref="Safety.CrisisResources"/>, which need no leave and no directory. Immutable and safe to share between threads.
/// </summary>
public sealed class ReferralDirectory
{
    private readonly ImmutableArray<HelpService> _services;

    internal ReferralDirectory(ImmutableArray<HelpService> services) => _services = services;

    /// <summary>An invented directory for trying things out: no such service exists.</summary>
    public static ReferralDirectory Sample { get; } = ReadSample();

    /// <summary>How many services it holds, active or not.</summary>
    public int Count => _services.Length;

    /// <summary>All services, for the people who keep the directory; a client sees only what <see cref="Search"/> gives.</summary>
    internal ImmutableArray<HelpService> Services => _services;

    /// <summary>Looks for services.</summary>
    /// <param name="invitation">The client's leave for <see cref="PermissionKind.Referral"/>.</param>
    /// <param name="query">What the client looks for.</param>
    /// <exception cref="ArgumentNullException">An argument is null: nothing is offered without leave.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the query is out of range.</exception>
    public ReferralOffer Search(Invitation invitation, ReferralQuery query)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(query);
        invitation.Require(PermissionKind.Referral);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Most, 2, "query.Most");
        if (!(query.WithinKilometers > 0)) throw new ArgumentOutOfRangeException(nameof(query), query.WithinKilometers, "WithinKilometers is more than 0.");
        var (found, unstated) = Find(query);
        IEnumerable<ReferralMatch> ordered = query.Near is null
            ? found.OrderBy(m => m.Service.Name, StringComparer.Ordinal).ThenBy(m => m.Service.Id, StringComparer.Ordinal)
            : found.OrderBy(m => m.Kilometers ?? double.MaxValue).ThenBy(m => m.Service.Name, StringComparer.Ordinal).ThenBy(m => m.Service.Id, StringComparer.Ordinal);
        return new ReferralOffer
        {
            Matches = [.. ordered.Take(query.Most)],
            Order = query.Near is null ? "In alphabetical order; it ranks nothing." : "Nearest first, phone and video last; it says nothing about which is better.",
            WhyFewer = found.Count >= 2 ? null : Fewer(query, found.Count),
            Unstated = unstated,
        };
    }

    private (List<ReferralMatch> Found, int Unstated) Find(ReferralQuery query)
    {
        var found = new List<ReferralMatch>();
        var unstated = 0;
        foreach (var service in _services)
        {
            if (!service.Status.Equals("active", StringComparison.OrdinalIgnoreCase) || !Needs(service, query.Need)) continue;
            if (query.Age < service.MinimumAge || query.Age > service.MaximumAge) continue;
            // Each condition says yes, no, or that the listing does not tell.
            var (credential, cost) = (Credential(service, query), Cost(service, query));
            if (credential == false || cost == false) continue;
            ReferralMatch? best = null;
            var unsure = false;
            foreach (var place in service.Places.IsEmpty ? [null] : service.Places.Select(p => (HelpPlace?)p))
            {
                if (!At(place, query, out var kilometers)) continue;
                var (open, language, access) = (Open(service, place, query), Language(service, place, query), Accessible(place, query));
                if (open == false || language == false || access == false) continue;
                if (open is null || language is null || access is null || credential is null || cost is null)
                {
                    unsure = true;
                    continue;
                }

                if (best is null || kilometers < best.Kilometers) best = new ReferralMatch { Service = service, Place = place, Kilometers = kilometers };
            }

            if (best is not null) found.Add(best);
            else if (unsure) unstated++;
        }

        return (found, unstated);
    }

    private static bool Needs(HelpService service, string? need)
    {
        if (string.IsNullOrWhiteSpace(need)) return true;
        IEnumerable<string> words = TargetBehavior.Presets.FirstOrDefault(p => p.Id.Equals(need.Trim(), StringComparison.OrdinalIgnoreCase)) is { } target ? target.Aliases.Append(target.Id) : [need.Trim()];
        return words.Any(w => HasWord(service.Name, w) || HasWord(service.Description, w) || service.Terms.Any(t => HasWord(t, w)));
    }

    /// <summary>Found at the start of a word.</summary>
    private static bool HasWord(string? text, string word)
    {
        if (text is null) return false;
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }

    private static bool At(HelpPlace? place, ReferralQuery query, out double? kilometers)
    {
        kilometers = null;
        var location = place?.Location;
        if (location?.IsVirtual == true) return true;
        if (query.Place is { } name && !string.IsNullOrWhiteSpace(name)
            && !new[] { location?.City, location?.Region, location?.PostalCode, location?.Country }.Any(p => p is not null && p.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))) return false;
        if (query.Near is not { } from) return true;
        if (location?.Point is not { } point) return false;
        kilometers = from.KilometersTo(point);
        return kilometers <= query.WithinKilometers;
    }

    private static bool? Open(HelpService service, HelpPlace? place, ReferralQuery query)
    {
        if (query.OpenAt is not { } at) return true;
        var hours = place is { Schedules.IsEmpty: false } ? place.Schedules : !service.Schedules.IsEmpty ? service.Schedules : place?.Location.Schedules ?? [];
        if (hours.IsEmpty) return null;
        bool? open = false;
        foreach (var schedule in hours)
        {
            var now = schedule.IsOpen(at);
            if (now == true) return true;
            if (now is null) open = null;
        }

        return open;
    }

    private static bool? Language(HelpService service, HelpPlace? place, ReferralQuery query)
    {
        if (string.IsNullOrWhiteSpace(query.Language)) return true;
        var spoken = service.Languages.Concat(place?.Location.Languages ?? []).ToList();
        return spoken.Count == 0 ? null : spoken.Any(l => l.Equals(query.Language.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    private static bool? Accessible(HelpPlace? place, ReferralQuery query)
    {
        if (string.IsNullOrWhiteSpace(query.Accessibility) || place?.Location.IsVirtual == true) return true;
        return place is null || place.Location.Accessibility.IsEmpty ? null : place.Location.Accessibility.Any(a => HasWord(a, query.Accessibility.Trim()));
    }

    private static bool? Credential(HelpService service, ReferralQuery query)
    {
        if (string.IsNullOrWhiteSpace(query.Credential)) return true;
        return service is { Accreditations: null, Licenses: null } ? null : HasWord(service.Accreditations, query.Credential.Trim()) || HasWord(service.Licenses, query.Credential.Trim());
    }

    private static bool? Cost(HelpService service, ReferralQuery query)
    {
        if (query.MostCost is not { } most) return true;
        if (service.IsFree) return true;
        var amounts = service.Costs.Where(c => c.Amount is not null).ToList();
        return amounts.Count == 0 ? null : amounts.Any(c => c.Amount <= most);
    }

    private string Fewer(ReferralQuery query, int found)
    {
        var said = found == 0 ? "No service in this directory fits all of that." : "Only one service in this directory fits all of that.";
        (string Name, ReferralQuery Without)[] ways =
        [
            ("the opening time", query with { OpenAt = null }),
            ("the cost", query with { MostCost = null }),
            ("the language", query with { Language = null }),
            ("the credential", query with { Credential = null }),
            ("the accessibility", query with { Accessibility = null }),
            ("the distance", query with { Near = null }),
            ("the place", query with { Place = null }),
        ];
        var more = ways.Where(w => w.Without != query).Select(w => (w.Name, Find(w.Without).Found.Count)).Where(w => w.Count > found)
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"without {w.Name} there would be {w.Count}")).ToList();
        return more.Count == 0 ? said : $"{said} {char.ToUpperInvariant(more[0][0])}{string.Join("; ", more)[1..]}.";
    }

    private static ReferralDirectory ReadSample()
    {
        using var stream = HelpData.Open("sample-directory.json");
        return HsdsReader.Read(stream, "sample-directory.json").Directory;
    }
}
