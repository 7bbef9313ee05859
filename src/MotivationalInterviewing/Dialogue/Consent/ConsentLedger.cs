using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Dialogue.Consent;

/// <summary>What consent is for. The default value is <see cref="None"/>. Screening for risk is not among them: it never stops.</summary>
public enum ConsentPurpose
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reading what the client says while they talk: coding, stage, replies.</summary>
    LiveInference,

    /// <summary>Keeping the words beyond the conversation.</summary>
    KeepWords,

    /// <summary>Showing the conversation to a supervisor.</summary>
    Supervision,

    /// <summary>Research and improving the program.</summary>
    Research,

    /// <summary>Reporting the agreed facts to whoever sent the client.</summary>
    Reporting,
}

/// <summary>Where consent for a purpose stands. The default value is <see cref="NotAsked"/>.</summary>
public enum ConsentStatus
{
    /// <summary>Never asked.</summary>
    NotAsked = 0,

    /// <summary>Given, and not taken back.</summary>
    Given,

    /// <summary>Said no.</summary>
    Declined,

    /// <summary>Given once, and taken back.</summary>
    Withdrawn,
}

/// <summary>One entry of the ledger. Immutable; holds no words.</summary>
public readonly record struct ConsentEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>For what.</summary>
    public required ConsentPurpose Purpose { get; init; }

    /// <summary>The status from then on.</summary>
    public required ConsentStatus Status { get; init; }

    /// <summary>Version of the notice that the person had read; 0 when none was shown.</summary>
    public int Notice { get; init; }
}

/// <summary>
/// What a person has agreed to, by purpose. Entries are only ever added; the latest for a purpose holds. It holds no words
/// and no identity. Immutable and safe to share between threads.
/// </summary>
public sealed record ConsentLedger
{
    /// <summary>The version that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Nothing asked yet.</summary>
    public static ConsentLedger Empty { get; } = new();

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>All entries, oldest first.</summary>
    [JsonInclude]
    public ImmutableArray<ConsentEntry> Entries { get; internal init; } = [];

    /// <summary>The status of a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    public ConsentStatus this[ConsentPurpose purpose]
    {
        get
        {
            for (var i = Entries.Length - 1; i >= 0; i--)
                if (Entries[i].Purpose == purpose) return Entries[i].Status;
            return ConsentStatus.NotAsked;
        }
    }

    /// <summary>True when consent for a purpose was given and not taken back.</summary>
    /// <param name="purpose">The purpose.</param>
    public bool Allows(ConsentPurpose purpose) => this[purpose] == ConsentStatus.Given;

    /// <summary>The ledger with consent given.</summary>
    /// <param name="purpose">For what.</param>
    /// <param name="clock">When.</param>
    /// <param name="notice">Version of the notice that the person had read.</param>
    /// <exception cref="ArgumentException">The purpose is none.</exception>
    public ConsentLedger Give(ConsentPurpose purpose, TimeProvider clock, int notice = 0) => Add(purpose, ConsentStatus.Given, clock, notice);

    /// <summary>The ledger with a no.</summary>
    /// <param name="purpose">For what.</param>
    /// <param name="clock">When.</param>
    /// <param name="notice">Version of the notice that the person had read.</param>
    /// <exception cref="ArgumentException">The purpose is none.</exception>
    public ConsentLedger Decline(ConsentPurpose purpose, TimeProvider clock, int notice = 0) => Add(purpose, ConsentStatus.Declined, clock, notice);

    /// <summary>The ledger with consent taken back. Also records it when none was given: a person need not know that.</summary>
    /// <param name="purpose">For what.</param>
    /// <param name="clock">When.</param>
    /// <exception cref="ArgumentException">The purpose is none.</exception>
    public ConsentLedger Withdraw(ConsentPurpose purpose, TimeProvider clock) => Add(purpose, ConsentStatus.Withdrawn, clock, 0);

    private ConsentLedger Add(ConsentPurpose purpose, ConsentStatus status, TimeProvider clock, int notice)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfNegative(notice);
        if (purpose == ConsentPurpose.None || !Enum.IsDefined(purpose)) throw new ArgumentException("Say what consent is for.", nameof(purpose));
        return this with { Entries = Entries.Add(new ConsentEntry { At = clock.GetUtcNow(), Purpose = purpose, Status = status, Notice = notice }) };
    }

    /// <summary>The ledger as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConsentJson.Default.ConsentLedger);

    /// <summary>Reads a ledger.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no ledger, or one of a later version.</exception>
    public static ConsentLedger FromJson(string json)
    {
        var ledger = JsonSerializer.Deserialize(json, ConsentJson.Default.ConsentLedger) ?? throw new JsonException("No ledger.");
        ConsentJson.Check(ledger.Version, CurrentVersion, "A consent ledger");
        return ledger.Entries.IsDefault ? Empty : ledger;
    }

    /// <summary>Equal when all entries are.</summary>
    /// <param name="other">The ledger to compare with, or null.</param>
    public bool Equals(ConsentLedger? other) => other is not null && Version == other.Version && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Length;

    /// <summary>The number of entries.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ConsentLedger {{ Entries = {(Entries.IsDefault ? 0 : Entries.Length)} }}");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(ConsentLedger))]
[JsonSerializable(typeof(ReportableRecord))]
[JsonSerializable(typeof(CrisisReferralReport))]
[JsonSerializable(typeof(DisclosureProfile[]))]
internal sealed partial class ConsentJson : JsonSerializerContext
{
    internal static void Check(int version, int current, string what)
    {
        if (version < 1 || version > current)
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{what} of version {version} cannot be read; this library reads up to {current}."));
    }
}
