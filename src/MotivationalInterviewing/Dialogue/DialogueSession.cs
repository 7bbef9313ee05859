using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// The state of one conversation: a value. The engine takes it in and gives the next one back; nothing else is remembered
/// anywhere. Of bounded size however long the conversation. It holds the client's words: confidential, see
/// <see cref="Erase"/> and <see cref="ISessionProtector"/>. Immutable and safe to share between threads.
/// </summary>
public sealed record DialogueSession
{
    /// <summary>The most turns whose words are kept.</summary>
    public const int MostTurns = 24;

    /// <summary>The version that this library writes.</summary>
    public const int CurrentVersion = 1;

    internal const int MostClauses = 24;
    internal const int MostVolleys = 16;
    internal const int MostText = 4000;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The host's id of the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>How the conversation is held.</summary>
    public required DialogueOptions Options { get; init; }

    /// <summary>Turns of both speakers so far.</summary>
    public int Turns { get; init; }

    /// <summary>The latest turns with their words, oldest first; a very long turn is cut.</summary>
    public ImmutableArray<Utterance> Recent { get; init; } = [];

    /// <summary>What the client has said that is worth coming back to, oldest first.</summary>
    public ImmutableArray<ClientClause> Clauses { get; init; } = [];

    /// <summary>Facts of the latest client volleys, oldest first.</summary>
    public ImmutableArray<VolleyNote> Volleys { get; init; } = [];

    /// <summary>How the counselor has paced the conversation.</summary>
    public Pace Pace { get; init; } = Pace.Start;

    /// <summary>What the client has given leave for.</summary>
    public PermissionLedger Permissions { get; init; } = PermissionLedger.Empty;

    /// <summary>The plan so far, in the client's words.</summary>
    public ImmutableArray<PlanItem> Plan { get; init; } = [];

    /// <summary>The subjects that were named, as short noun phrases.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The subject that the client chose; null before.</summary>
    public string? Focus { get; init; }

    /// <summary>Importance as the client put it, 0 to 10; null before it was asked.</summary>
    public int? Importance { get; init; }

    /// <summary>Confidence as the client put it, 0 to 10; null before it was asked.</summary>
    public int? Confidence { get; init; }

    /// <summary>The task that the conversation is at.</summary>
    public MiTask Task { get; init; }

    /// <summary>Where the conversation stands with regard to risk.</summary>
    public SafetyState Safety { get; init; } = SafetyState.Start;

    /// <summary>True while motivational interviewing is silent.</summary>
    [JsonIgnore]
    public bool IsStopped => Safety.Phase == SafetyPhase.Stopped;

    /// <summary>What the client has agreed to, by purpose.</summary>
    public ConsentLedger Consent { get; init; } = ConsentLedger.Empty;

    /// <summary>When the program last said what it is; null before, or where the place has no cadence.</summary>
    public DateTimeOffset? DisclosedAt { get; init; }

    /// <summary>When the client last said something; null before, or where the place has no cadence.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>True while the client's words are screened for risk and read for nothing else: consent to live inference was declined or taken back, or is required and was not given.</summary>
    [JsonIgnore]
    public bool IsPaused => Consent[ConsentPurpose.LiveInference] switch
    {
        ConsentStatus.Given => false,
        ConsentStatus.NotAsked => Options.ConsentRequired,
        _ => true,
    };

    /// <summary>The coder's memory.</summary>
    public LiveCoderState Coder { get; init; } = new();

    /// <summary>The stage tracker's memory; null when nothing is inferred.</summary>
    public StageTrackerState? Stage { get; init; }

    /// <summary>Hashes of the sentences that the counselor has said.</summary>
    public ImmutableArray<uint> Said { get; init; } = [];

    /// <summary>Begins a conversation.</summary>
    /// <param name="id">The host's id; not blank.</param>
    /// <param name="options">How it is held.</param>
    /// <exception cref="ArgumentException">The id is blank or an option out of range.</exception>
    public static DialogueSession Start(string id, DialogueOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(options);
        if (string.Join(' ', options.Faults()) is { Length: > 0 } faults) throw new ArgumentException(faults, nameof(options));
        return new DialogueSession { Id = id, Options = options };
    }

    /// <summary>The session without anybody's words. Counts, permissions and the safety phase stay; the conversation can go on.</summary>
    public DialogueSession Erase() => this with { Recent = [], Clauses = [], Plan = [], Topics = [], Focus = null, Said = [] };

    /// <summary>The session after a human has ended a stop.</summary>
    public DialogueSession Release() => this with { Safety = SafetyProtocol.Release(Safety).State };

    /// <summary>The session as JSON. Holds words: confidential.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DialogueJson.Default.DialogueSession);

    /// <summary>Reads a session.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no session, or one of a later version.</exception>
    public static DialogueSession FromJson(string json) => Check(JsonSerializer.Deserialize(json, DialogueJson.Default.DialogueSession));

    /// <summary>The session as bytes, protected by the host.</summary>
    /// <param name="protector">Encrypts; null leaves plain JSON.</param>
    public byte[] Save(ISessionProtector? protector = null)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(this, DialogueJson.Default.DialogueSession);
        return protector is null ? plain : protector.Protect(plain);
    }

    /// <summary>Reads a session from bytes.</summary>
    /// <param name="bytes">What <see cref="Save"/> wrote.</param>
    /// <param name="protector">Decrypts; null for plain JSON.</param>
    /// <exception cref="ArgumentNullException">The bytes are null.</exception>
    /// <exception cref="JsonException">The bytes hold no session, or one of a later version.</exception>
    public static DialogueSession Load(byte[] bytes, ISessionProtector? protector = null)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Check(JsonSerializer.Deserialize(protector is null ? bytes : protector.Unprotect(bytes), DialogueJson.Default.DialogueSession));
    }

    private static DialogueSession Check(DialogueSession? session)
    {
        if (session is null || session.Options is null) throw new JsonException("No session.");
        if (session.Version is < 1 or > CurrentVersion)
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"A session of version {session.Version} cannot be read; this library reads up to {CurrentVersion}."));
        return session;
    }

    /// <summary>Id and number of turns; never the words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"DialogueSession {{ Turns = {Turns}, Task = {Task}, Safety = {Safety?.Phase} }}");
}

/// <summary>Keeps a session's bytes from others' eyes. The host brings the cipher and the key.</summary>
public interface ISessionProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plain">The session.</param>
    byte[] Protect(byte[] plain);

    /// <summary>Decrypts.</summary>
    /// <param name="protectedBytes">What <see cref="Protect"/> gave.</param>
    byte[] Unprotect(byte[] protectedBytes);
}

/// <summary>One point of the client's plan, in the client's words.</summary>
public sealed record PlanItem
{
    /// <summary>Which detail.</summary>
    public required PlanDetail Detail { get; init; }

    /// <summary>What the client said.</summary>
    public required ClientClause Clause { get; init; }

    /// <summary>The detail; never the words.</summary>
    public override string ToString() => $"PlanItem {{ {Detail} }}";
}

/// <summary>What is kept of one client volley: no words.</summary>
public readonly record struct VolleyNote
{
    /// <summary>Number of the turn.</summary>
    public required int Turn { get; init; }

    /// <summary>Direction.</summary>
    public TalkDirection Talk { get; init; }

    /// <summary>Strength with sign.</summary>
    public int Strength { get; init; }

    /// <summary>Kinds toward change, bit <c>1 &lt;&lt; (int)ChangeTalkKind</c>.</summary>
    public int ChangeKinds { get; init; }

    /// <summary>Kinds toward the status quo.</summary>
    public int SustainKinds { get; init; }

    /// <summary>What else was noticed.</summary>
    public ClientSignals Signals { get; init; }

    internal bool Has(ChangeTalkKind kind, TalkDirection direction) => ((direction == TalkDirection.Change ? ChangeKinds : SustainKinds) >> (int)kind & 1) != 0;
}

/// <summary>How the counselor has paced the conversation. Immutable; holds no words.</summary>
public sealed record Pace
{
    /// <summary>Nothing said yet.</summary>
    public static Pace Start { get; } = new();

    /// <summary>Replies given.</summary>
    public int Replies { get; init; }

    /// <summary>Replies that hold a reflection, as our own coder hears them (MITI 4.2.1).</summary>
    public int Reflections { get; init; }

    /// <summary>Of these, complex ones.</summary>
    public int Complex { get; init; }

    /// <summary>Replies that hold a question by MITI 4.2.1; asking leave is no question there.</summary>
    public int Questions { get; init; }

    /// <summary>Latest replies in a row that ask.</summary>
    public int QuestionsInRow { get; init; }

    /// <summary>Latest replies in a row that do not ask.</summary>
    public int SinceQuestion { get; init; }

    /// <summary>Client volleys since the last summary.</summary>
    public int SinceSummary { get; init; }

    /// <summary>Replies since the last affirmation.</summary>
    public int SinceAffirmation { get; init; } = 99;

    /// <summary>Number of the client turn up to which ideas have been gathered in a summary; -1 before the first.</summary>
    public int SummarizedTo { get; init; } = -1;

    /// <summary>Number of the client turn up to which earlier change talk has been taken up again; -1 before the first.</summary>
    public int LinkedTo { get; init; } = -1;

    /// <summary>The latest moves, oldest first, at most sixteen: technique, then follow-up.</summary>
    public ImmutableArray<MoveNote> Moves { get; init; } = [];

    /// <summary>How often each technique was used, as a response or a follow-up.</summary>
    public ImmutableDictionary<Technique, int> Used { get; init; } = ImmutableDictionary<Technique, int>.Empty;

    /// <summary>How often a technique was used.</summary>
    /// <param name="technique">The technique.</param>
    public int CountOf(Technique technique) => Used.GetValueOrDefault(technique);

    internal MoveNote Last => Moves.IsEmpty ? default : Moves[^1];

    /// <summary>Replies since a technique was used last; a large number when it never was or long ago.</summary>
    internal int Since(Technique technique)
    {
        for (var i = Moves.Length - 1; i >= 0; i--)
            if (Moves[i].Technique == technique || Moves[i].FollowUp == technique) return Moves.Length - 1 - i;
        return 99;
    }
}

/// <summary>One move as it is remembered.</summary>
public readonly record struct MoveNote
{
    /// <summary>What answered the client.</summary>
    public Technique Technique { get; init; }

    /// <summary>What was asked after it.</summary>
    public Technique FollowUp { get; init; }

    /// <summary>The plan's detail that was asked for.</summary>
    public PlanDetail Detail { get; init; }

    /// <summary>What leave was asked for.</summary>
    public PermissionKind Permission { get; init; }

    internal bool Is(Technique technique) => Technique == technique || FollowUp == technique;
}
