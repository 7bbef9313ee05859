using System.Collections.Immutable;
using MotivationalInterviewing.Text;

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
        var reader = _coder.Reader;
        var target = transcript.Target;
        var state = mode == CodingMode.Single ? null : new ConversationState();
        var context = mode == CodingMode.Live ? new ContextState(reader.Model, target) : null;
        var outputs = mode == CodingMode.Session ? ReadWhole(reader.Model, transcript) : [];
        var coded = ImmutableArray.CreateBuilder<CodedUtterance>(transcript.Utterances.Length);
        var at = 0;
        foreach (var utterance in transcript.Utterances)
        {
            var scores = ReadOnlySpan<float>.Empty;
            if (mode == CodingMode.Session && IsRead(utterance)) scores = outputs.AsSpan(at++ * ModelLayout.Outputs, ModelLayout.Outputs);
            coded.Add(reader.Code(utterance, target, state, context, scores));
        }

        return new CodedTranscript { Session = transcript.Session, Target = transcript.Target, Client = transcript.Client, Utterances = coded.ToImmutable() };
    }

    /// <summary>
    /// Codes a corpus as it streams: sessions side by side on all cores, handed on in the order in which they came. Only
    /// two sessions per core are read ahead of the one that is asked for, so memory does not grow with the corpus.
    /// </summary>
    /// <param name="transcripts">The sessions; read lazily, by the thread that reads the results.</param>
    /// <param name="mode">How much of the conversation each turn's coding may rest on.</param>
    /// <returns>One coded session per transcript, lazily.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="transcripts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is not defined.</exception>
    public IEnumerable<CodedTranscript> CodeAll(IEnumerable<Transcript> transcripts, CodingMode mode = CodingMode.Session)
    {
        ArgumentNullException.ThrowIfNull(transcripts);
        if (!Enum.IsDefined(mode)) throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a defined coding mode.");
        return Stream(transcripts, mode, 2 * Environment.ProcessorCount);
    }

    private IEnumerable<CodedTranscript> Stream(IEnumerable<Transcript> transcripts, CodingMode mode, int ahead)
    {
        var underWay = new Queue<Task<CodedTranscript>>(ahead);
        foreach (var transcript in transcripts)
        {
            if (underWay.Count == ahead) yield return underWay.Dequeue().GetAwaiter().GetResult();
            underWay.Enqueue(Task.Run(() => Code(transcript, mode)));
        }

        while (underWay.Count > 0) yield return underWay.Dequeue().GetAwaiter().GetResult();
    }

    private static bool IsRead(Utterance utterance) =>
        utterance.Speaker is Speaker.Client or Speaker.Counselor && LanguageCheck.IsSupported(utterance.Text);

    /// <summary>Model outputs for every turn that is coded, read with the turns before and after it.</summary>
    private static float[] ReadWhole(CodingModel model, Transcript transcript)
    {
        var behavior = BehaviorGroup.Of(transcript.Target);
        var turns = transcript.Utterances.Count(IsRead);
        var vectors = new float[turns * ModelLayout.TurnVector];
        var at = 0;
        foreach (var utterance in transcript.Utterances)
        {
            if (!IsRead(utterance)) continue;
            model.FillTurn(utterance.Speaker == Speaker.Client, utterance.Text, behavior, vectors.AsSpan(at++ * ModelLayout.TurnVector, ModelLayout.TurnVector));
        }

        var outputs = new float[turns * ModelLayout.Outputs];
        model.RunSession(vectors, turns, outputs);
        return outputs;
    }
}
