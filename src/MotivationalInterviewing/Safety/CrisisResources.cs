using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Safety;

/// <summary>One place to turn to. Dated data: see <see cref="VerifiedOn"/>.</summary>
public sealed record CrisisResource
{
    /// <summary>Name of the service.</summary>
    public required string Name { get; init; }

    /// <summary>How to reach it, as a person reads it.</summary>
    public required string Contact { get; init; }

    /// <summary>"emergency", "crisis", "substance-use", "partner-violence", "child" or "poison".</summary>
    public required string Kind { get; init; }

    /// <summary>How sure the source is: "H", "M" or "L".</summary>
    public required string Certainty { get; init; }

    /// <summary>Where the data come from.</summary>
    public required string Source { get; init; }

    /// <summary>The day when somebody reached the service by this contact; null when nobody did.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>True when unverified, verified more than 180 days before, or verified in the future.</summary>
    /// <param name="today">The day it is.</param>
    public bool NeedsVerification(DateOnly today) => VerifiedOn is not { } day || today.DayNumber - day.DayNumber is > 180 or < 0;

    /// <summary>The kind only.</summary>
    public override string ToString() => "CrisisResource";
}

/// <summary>
/// Crisis resources by locale, always at hand and never behind a classifier. Immutable and safe to share between threads.
/// </summary>
public sealed class CrisisResources
{
    private readonly ImmutableDictionary<string, ImmutableArray<CrisisResource>> _places;

    private CrisisResources(ImmutableDictionary<string, ImmutableArray<CrisisResource>> places) => _places = places;

    /// <summary>The shipped data. None was verified by reaching the service: a host verifies and overrides.</summary>
    public static CrisisResources Default { get; } = Load();

    /// <summary>The places with data: two-letter country codes, "EU", and "*" for elsewhere.</summary>
    public IEnumerable<string> Places => _places.Keys.Order(StringComparer.Ordinal);

    /// <summary>Resources for a locale, or those for elsewhere when the place is unknown; never empty.</summary>
    /// <param name="locale">A country code or a culture name such as "en-US"; null or unknown gives the general ones.</param>
    public ImmutableArray<CrisisResource> For(string? locale)
    {
        if (!string.IsNullOrWhiteSpace(locale))
        {
            var place = locale[(locale.LastIndexOfAny(['-', '_']) + 1)..].Trim().ToUpperInvariant();
            if (place == "UK") place = "GB";
            if (_places.TryGetValue(place, out var found)) return found;
        }

        return _places["*"];
    }

    /// <summary>The same data with a place replaced by the host's own.</summary>
    /// <param name="place">A country code, "EU" or "*".</param>
    /// <param name="resources">At least one resource.</param>
    /// <exception cref="ArgumentException">The place is empty or there is no resource.</exception>
    public CrisisResources With(string place, params IEnumerable<CrisisResource> resources)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        ImmutableArray<CrisisResource> own = [.. resources];
        if (own.IsEmpty) throw new ArgumentException("A place needs at least one resource.", nameof(resources));
        return new CrisisResources(_places.SetItem(place.ToUpperInvariant(), own));
    }

    /// <summary>Warnings about resources of a locale that nobody verified within 180 days.</summary>
    /// <param name="locale">As for <see cref="For"/>.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    public ImmutableArray<string> Warnings(string? locale, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. For(locale).Where(r => r.NeedsVerification(today)).Select(r => r.VerifiedOn is null ? $"{r.Name}: unverified." : $"{r.Name}: not verified within 180 days.")];
    }

    private static CrisisResources Load()
    {
        using var stream = typeof(CrisisResources).Assembly.GetManifestResourceStream("MotivationalInterviewing.Models.crisis-resources.json")!;
        var data = JsonSerializer.Deserialize(stream, SafetyJson.Default.DictionaryStringCrisisResourceArray)!;
        return new CrisisResources(data.ToImmutableDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal));
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, CrisisResource[]>))]
[JsonSerializable(typeof(SafetyState))]
internal sealed partial class SafetyJson : JsonSerializerContext;
