using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Dialogue;

/// <summary>How the conversation is held. The default value is <see cref="Typed"/>.</summary>
public enum ConversationMode
{
    /// <summary>Read and typed.</summary>
    Typed = 0,

    /// <summary>Heard and spoken: shorter, no lists.</summary>
    Spoken,
}

/// <summary>
/// All that a writer needs to put a move into words. Holds the client's words: confidential. Immutable and safe to share
/// between threads. <see cref="ToString"/> never prints them.
/// </summary>
public sealed record ReplyRequest
{
    private HeardTurn? _heard;

    /// <summary>The move.</summary>
    public required NextMove Move { get; init; }

    /// <summary>What would change.</summary>
    public required TargetBehavior Target { get; init; }

    /// <summary>The client's last turn in full.</summary>
    public required string ClientText { get; init; }

    /// <summary>The turns before the reply, oldest first, the client's last turn last; at most eight.</summary>
    public ImmutableArray<Utterance> History { get; init; } = [];

    /// <summary>Typed or spoken.</summary>
    public ConversationMode Mode { get; init; }

    /// <summary>Culture name of the content, "en-US" by default.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>The client is an adolescent: brief, no adult-authority tone.</summary>
    public bool Adolescent { get; init; }

    /// <summary>Number of counselor replies given before in this session, from 0.</summary>
    public int ReplyNumber { get; init; }

    /// <summary>Decides among equal wordings; differs from turn to turn and from attempt to attempt, and is the same when a session is replayed.</summary>
    public ulong Seed { get; init; }

    /// <summary>What the guard found in this writer's previous attempts at this very reply; empty at the first.</summary>
    public ImmutableArray<AdherenceFinding> Findings { get; init; } = [];

    /// <summary>The counselor's latest replies, oldest first, at most twelve: no stem of the last three may come again.</summary>
    public ImmutableArray<string> RecentReplies { get; init; } = [];

    internal ImmutableArray<uint> Said { get; init; } = [];

    /// <summary>The client's last turn as the built-in writer reads it, kept from attempt to attempt.</summary>
    internal HeardTurn Heard => _heard is { } heard && ReferenceEquals(heard.Text, ClientText) ? heard : _heard = new HeardTurn(ClientText);

    /// <summary>True when the counselor has said this sentence in this session (case and punctuation aside; the last few hundred sentences are remembered).</summary>
    /// <param name="sentence">A sentence.</param>
    public bool WasSaid(ReadOnlySpan<char> sentence) => Said.AsSpan().Contains(SentenceMemory.Hash(sentence));

    /// <summary>The move and the number of the reply; never the words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ReplyRequest {{ {Move?.Name}, Reply = {ReplyNumber} }}");
}
