using System.Collections.Immutable;

namespace MotivationalInterviewing.Coding;

/// <summary>Codes whole transcripts. Immutable and thread-safe.</summary>
public sealed class SessionCoder
{
    private readonly UtteranceCoder _coder;

    /// <summary>A session coder over an utterance coder of your own.</summary>
    /// <param name="coder">Codes the single turns.</param>
    /// <exception cref="ArgumentNullException"><paramref name="coder"/> is null.</exception>
    public SessionCoder(UtteranceCoder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        _coder = coder;
    }

    /// <summary>The session coder over <see cref="UtteranceCoder.Default"/>.</summary>
    public static SessionCoder Default { get; } = new(UtteranceCoder.Default);

    /// <summary>Codes every client and counselor turn; other speakers are kept as they are, never coded as the client.</summary>
    /// <param name="transcript">The session.</param>
    /// <param name="mode">How much of the conversation each turn's coding may rest on.</param>
    /// <returns>One coded utterance per turn, in the order of the transcript.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transcript"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not defined.</exception>
    public CodedTranscript Code(Transcript transcript, CodingMode mode = CodingMode.Session)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (!Enum.IsDefined(mode)) throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a defined coding mode.");
        var state = mode == CodingMode.Single ? null : new ConversationState();
        var coded = ImmutableArray.CreateBuilder<CodedUtterance>(transcript.Utterances.Length);
        foreach (var utterance in transcript.Utterances) coded.Add(_coder.Code(utterance, transcript.Target, state));
        return new CodedTranscript { Session = transcript.Session, Target = transcript.Target, Client = transcript.Client, Utterances = coded.ToImmutable() };
    }
}
