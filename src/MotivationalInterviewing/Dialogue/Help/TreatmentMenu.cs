using System.Collections.Immutable;
using System.Text.Json;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>What is known about an option: one plain sentence with its source. Immutable.</summary>
public sealed record KnownFact
{
    /// <summary>The sentence, in our own words.</summary>
    public required string Says { get; init; }

    /// <summary>The guideline or review and who published it.</summary>
    public required string Source { get; init; }

    /// <summary>The year of the source.</summary>
    public required int Year { get; init; }

    /// <summary>The day when somebody read the source again for this data; null when nobody did.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Source and year.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"KnownFact {{ {Source}, {Year} }}");
}

/// <summary>One kind of help that people choose. Immutable.</summary>
public sealed record TreatmentOption
{
    /// <summary>Short id, stable.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in plain words.</summary>
    public required string WhatItIs { get; init; }

    /// <summary>True when it is not for adolescents: it is on no menu of theirs.</summary>
    public bool AdultsOnly { get; init; }

    /// <summary>What is known about it; empty for "none for now".</summary>
    public ImmutableArray<KnownFact> Known { get; init; } = [];

    /// <summary>The option of doing none of it, for now. On every menu.</summary>
    public static TreatmentOption NoneForNow { get; } = new()
    {
        Id = "none-for-now",
        Name = "None of these for now",
        WhatItIs = "Leaving things as they are for the time being. You can come back to this at any time, or never.",
    };

    /// <summary>The id.</summary>
    public override string ToString() => $"TreatmentOption {{ {Id} }}";
}

/// <summary>
/// The kinds of help for one behavior, opened by the client's invitation. The order is the alphabet, "none for now" last;
/// it ranks nothing, and <see cref="OrderNote"/> says so. Immutable.
/// </summary>
public sealed record TreatmentMenu
{
    /// <summary>What would change; null for the menu that fits any behavior.</summary>
    public required TargetBehavior? Target { get; init; }

    /// <summary>The options by name, and "none for now" at the end. At least three.</summary>
    public required ImmutableArray<TreatmentOption> Options { get; init; }

    /// <summary>Elicit: what is asked before anything is told.</summary>
    public string AskFirst { get; init; } = "What have you heard about the kinds of help there are, or tried yourself?";

    /// <summary>What the order means.</summary>
    public string OrderNote { get; init; } = "The list is in alphabetical order; it ranks nothing.";

    /// <summary>Elicit again: what is asked after.</summary>
    public string AskAfter { get; init; } = "What do you make of these?";

    /// <summary>The option with an id, or null.</summary>
    /// <param name="id">The id.</param>
    public TreatmentOption? Find(string? id) => Options.FirstOrDefault(o => o.Id == id);

    /// <summary>The behavior and the number of options.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TreatmentMenu {{ {Target?.Id}, Options = {Options.Length} }}");
}

/// <summary>What a client says about one option. Holds the client's words: confidential. Immutable.</summary>
public sealed record OptionNote
{
    /// <summary>Id of the option.</summary>
    public required string Option { get; init; }

    /// <summary>What the client has tried of it; null when nothing was said.</summary>
    public string? Tried { get; init; }

    /// <summary>What draws the client.</summary>
    public string? Draws { get; init; }

    /// <summary>What worries the client.</summary>
    public string? Worries { get; init; }

    /// <summary>Nothing of the words.</summary>
    public override string ToString() => "OptionNote";
}

/// <summary>
/// What the client makes of a menu: notes in their own words, and their pick. Holds words: confidential. Immutable.
/// </summary>
public sealed record OptionReview
{
    /// <summary>The version that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Id of the behavior.</summary>
    public required string Behavior { get; init; }

    /// <summary>What was said about single options, in the order in which it was said.</summary>
    public ImmutableArray<OptionNote> Notes { get; init; } = [];

    /// <summary>Id of the option that the client picked, "none-for-now" among them; null before a pick. Only the client picks.</summary>
    public string? Pick { get; init; }

    /// <summary>The review as JSON. Holds words: confidential.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HelpJson.Default.OptionReview);

    /// <summary>Reads a review.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no review, or one of a later version.</exception>
    public static OptionReview FromJson(string json)
    {
        var review = JsonSerializer.Deserialize(json, HelpJson.Default.OptionReview) ?? throw new JsonException("No review.");
        HelpJson.Check(review.Version, CurrentVersion, "A review");
        return review.Notes.IsDefault ? review with { Notes = [] } : review;
    }

    /// <summary>The number of notes; never the words.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"OptionReview {{ Notes = {Notes.Length} }}");
}

/// <summary>The menus as data. Immutable and safe to share between threads.</summary>
public sealed class TreatmentMenus
{
    private const string General = "*";
    private readonly ImmutableSortedDictionary<string, ImmutableArray<TreatmentOption>> _options;

    private TreatmentMenus(ImmutableSortedDictionary<string, ImmutableArray<TreatmentOption>> options) => _options = options;

    /// <summary>The menus that ship. Nobody has read their sources again since they were written: a host verifies them.</summary>
    public static TreatmentMenus Default { get; } = new(HelpData.Read("treatment-options.json", HelpJson.Default.DictionaryStringTreatmentOptionArray)
        .ToImmutableSortedDictionary(p => p.Key, p => p.Value.ToImmutableArray(), StringComparer.Ordinal));

    /// <summary>Ids of the behaviors that have a menu of their own.</summary>
    public IEnumerable<string> Behaviors => _options.Keys.Where(k => k != General);

    /// <summary>The same menus with one replaced by the host's own.</summary>
    /// <param name="behavior">Id of a behavior, or "*" for all that have none of their own.</param>
    /// <param name="options">At least two; "none for now" is added.</param>
    /// <exception cref="ArgumentException">The id is blank, there are fewer than two options, or two have one id.</exception>
    public TreatmentMenus With(string behavior, params IEnumerable<TreatmentOption> options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(behavior);
        ImmutableArray<TreatmentOption> own = [.. options.Where(o => o.Id != TreatmentOption.NoneForNow.Id)];
        if (own.Length < 2) throw new ArgumentException("A menu needs two options or more beside none for now.", nameof(options));
        if (own.DistinctBy(o => o.Id).Count() != own.Length) throw new ArgumentException("Two options have the same id.", nameof(options));
        return new TreatmentMenus(_options.SetItem(behavior, own));
    }

    /// <summary>Opens the menu for a behavior; the general one when it has none of its own.</summary>
    /// <param name="invitation">The client's leave for <see cref="PermissionKind.Options"/>.</param>
    /// <param name="target">What would change.</param>
    /// <param name="adolescent">True leaves out what is for adults only.</param>
    /// <exception cref="ArgumentNullException">An argument is null: there is no menu without leave.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    public TreatmentMenu Open(Invitation invitation, TargetBehavior target, bool adolescent = false)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(target);
        invitation.Require(PermissionKind.Options);
        var own = _options.TryGetValue(target.Id, out var found);
        return new TreatmentMenu
        {
            Target = own ? target : null,
            Options = [.. (own ? found : _options[General]).Where(o => !(adolescent && o.AdultsOnly)).OrderBy(o => o.Name, StringComparer.Ordinal), TreatmentOption.NoneForNow],
        };
    }

    /// <summary>Warnings about facts of a menu that nobody has read again within two years.</summary>
    /// <param name="target">What would change.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ImmutableArray<string> Warnings(TargetBehavior target, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(clock);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var options = _options.TryGetValue(target.Id, out var found) ? found : _options[General];
        return
        [
            .. from option in options
               from fact in option.Known
               where fact.VerifiedOn is not { } day || today.DayNumber - day.DayNumber is > 730 or < 0
               select fact.VerifiedOn is null ? $"{option.Id}: {fact.Source}: unverified." : $"{option.Id}: {fact.Source}: not verified within two years.",
        ];
    }
}
