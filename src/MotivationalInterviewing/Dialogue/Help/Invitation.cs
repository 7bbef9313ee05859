namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>
/// The client's leave for one kind of help. Options, plans and referrals open to it alone, and it comes from
/// <see cref="From"/> alone: without the client's yes in the ledger there is none. Take it anew for every turn, since leave
/// can be taken back. Immutable; holds no words.
/// </summary>
public sealed class Invitation
{
    private Invitation(PermissionKind kind, int turn) => (Kind, Turn) = (kind, turn);

    /// <summary>What the client gave leave for.</summary>
    public PermissionKind Kind { get; }

    /// <summary>Number of the client's turn that gave it.</summary>
    public int Turn { get; }

    /// <summary>The leave that stands now; null when there is none, or it was taken back.</summary>
    /// <param name="ledger">The session's ledger.</param>
    /// <param name="kind">The kind of help.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ledger"/> is null.</exception>
    public static Invitation? From(PermissionLedger ledger, PermissionKind kind)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (!ledger.Allows(kind)) return null;
        // The status alone is a value that anybody could write: the client's own step must be in the record.
        for (var i = ledger.Changes.Length - 1; i >= 0; i--)
        {
            var change = ledger.Changes[i];
            if (change.Kind == kind) return change is { To: PermissionStatus.Granted, By: Speaker.Client } ? new Invitation(kind, change.Turn) : null;
        }

        return null;
    }

    /// <summary>Whether words take leave back: "forget it", "no more options", "I changed my mind". For hosts that ask questions of their own, as a worksheet does.</summary>
    /// <param name="words">What the client said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public static bool IsTakenBack(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return LeaveAnswer.TakesBack(words);
    }

    internal void Require(PermissionKind kind)
    {
        if (Kind != kind) throw new ArgumentException($"The client gave leave for {Kind}, not for {kind}.");
    }
}
