using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Where leave for something stands. The default value is <see cref="NotAsked"/>.</summary>
public enum PermissionStatus
{
    /// <summary>Nobody has spoken of it: the counselor holds back.</summary>
    NotAsked = 0,

    /// <summary>The counselor has asked; the answer is outstanding.</summary>
    Asked,

    /// <summary>The client asked for it or agreed.</summary>
    Granted,

    /// <summary>The client said no.</summary>
    Refused,

    /// <summary>The client took it back.</summary>
    Withdrawn,
}

/// <summary>One step of the permission machine. Immutable; holds no words of the client.</summary>
public readonly record struct PermissionChange
{
    /// <summary>Number of the turn.</summary>
    public required int Turn { get; init; }

    /// <summary>What it is about.</summary>
    public required PermissionKind Kind { get; init; }

    /// <summary>Status before.</summary>
    public required PermissionStatus From { get; init; }

    /// <summary>Status after.</summary>
    public required PermissionStatus To { get; init; }

    /// <summary>Who moved it: the client, or the counselor by asking.</summary>
    public required Speaker By { get; init; }
}

/// <summary>
/// Opt-in as a small state machine: nothing is advised, told, planned or referred before the client asked for it or agreed,
/// and a withdrawal holds at once. Every change is kept, the latest 64. Immutable; safe to share between threads.
/// </summary>
public sealed record PermissionLedger
{
    private const int MostChanges = 64;

    /// <summary>Nothing asked yet.</summary>
    public static PermissionLedger Empty { get; } = new();

    /// <summary>Status of information.</summary>
    public PermissionStatus Information { get; init; }

    /// <summary>Status of advice.</summary>
    public PermissionStatus Advice { get; init; }

    /// <summary>Status of planning.</summary>
    public PermissionStatus Plan { get; init; }

    /// <summary>Status of a referral.</summary>
    public PermissionStatus Referral { get; init; }

    /// <summary>Status of the kinds of help.</summary>
    public PermissionStatus Options { get; init; }

    /// <summary>What changed, oldest first.</summary>
    public ImmutableArray<PermissionChange> Changes { get; init; } = [];

    /// <summary>The status of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public PermissionStatus this[PermissionKind kind] => kind switch
    {
        PermissionKind.Information => Information,
        PermissionKind.Advice => Advice,
        PermissionKind.Plan => Plan,
        PermissionKind.Referral => Referral,
        PermissionKind.Options => Options,
        _ => PermissionStatus.NotAsked,
    };

    /// <summary>True when the client asked for it or agreed, and has not taken it back.</summary>
    /// <param name="kind">The kind.</param>
    public bool Allows(PermissionKind kind) => this[kind] == PermissionStatus.Granted;

    /// <summary>The kind whose answer is outstanding, or none.</summary>
    public PermissionKind Pending
    {
        get
        {
            for (var kind = PermissionKind.Information; kind <= PermissionKind.Options; kind++)
                if (this[kind] == PermissionStatus.Asked) return kind;
            return PermissionKind.None;
        }
    }

    /// <summary>The ledger after a change; itself when nothing changes.</summary>
    /// <param name="kind">What it is about; none changes nothing.</param>
    /// <param name="status">The new status.</param>
    /// <param name="by">Who moved it.</param>
    /// <param name="turn">Number of the turn.</param>
    /// <exception cref="ArgumentException">The counselor grants: only the client can.</exception>
    public PermissionLedger With(PermissionKind kind, PermissionStatus status, Speaker by, int turn)
    {
        if (status == PermissionStatus.Granted && by != Speaker.Client) throw new ArgumentException("Only the client gives leave.", nameof(by));
        var from = this[kind];
        if (kind == PermissionKind.None || from == status) return this;
        var change = new PermissionChange { Turn = turn, Kind = kind, From = from, To = status, By = by };
        ImmutableArray<PermissionChange> changes = Changes.Length < MostChanges ? [.. Changes, change] : [.. Changes[1..], change];
        return kind switch
        {
            PermissionKind.Information => this with { Information = status, Changes = changes },
            PermissionKind.Advice => this with { Advice = status, Changes = changes },
            PermissionKind.Plan => this with { Plan = status, Changes = changes },
            PermissionKind.Referral => this with { Referral = status, Changes = changes },
            _ => this with { Options = status, Changes = changes },
        };
    }

    /// <summary>True when any leave stands.</summary>
    internal bool AnyGranted
    {
        get
        {
            for (var kind = PermissionKind.Information; kind <= PermissionKind.Options; kind++)
                if (Allows(kind)) return true;
            return false;
        }
    }

    /// <summary>One question for leave at a time: an earlier one that was not answered is closed.</summary>
    internal PermissionLedger CloseOthers(PermissionKind asked, int turn)
    {
        var ledger = this;
        for (var kind = PermissionKind.Information; kind <= PermissionKind.Options; kind++)
            if (kind != asked && ledger[kind] == PermissionStatus.Asked) ledger = ledger.With(kind, PermissionStatus.NotAsked, Speaker.Counselor, turn);
        return ledger;
    }

    /// <summary>Takes back all that was granted, and all that is outstanding.</summary>
    /// <param name="turn">Number of the client's turn.</param>
    public PermissionLedger WithdrawAll(int turn)
    {
        var ledger = this;
        for (var kind = PermissionKind.Information; kind <= PermissionKind.Options; kind++)
            if (ledger[kind] is PermissionStatus.Granted or PermissionStatus.Asked) ledger = ledger.With(kind, PermissionStatus.Withdrawn, Speaker.Client, turn);
        return ledger;
    }

    /// <summary>Client turns since a kind last changed; null when it never did.</summary>
    internal int? TurnOf(PermissionKind kind)
    {
        for (var i = Changes.Length - 1; i >= 0; i--)
            if (Changes[i].Kind == kind) return Changes[i].Turn;
        return null;
    }

    /// <summary>Equal when all members are, change by change.</summary>
    /// <param name="other">The ledger to compare with, or null.</param>
    public bool Equals(PermissionLedger? other) =>
        other is not null && Information == other.Information && Advice == other.Advice && Plan == other.Plan && Referral == other.Referral && Options == other.Options
        && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Information, Advice, Plan, Referral, Options, Changes.Length);
}
