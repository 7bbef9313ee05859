using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Codes what one person says: direction, kinds and strength of a client's words (MISC 2.5 and DARN-CAT), acts of a
/// counselor (MISC 2.5, MITI 4.2.1). Immutable and thread-safe; one instance serves a whole process. Accepts any string
/// and never throws for odd text. Nothing leaves the process.
/// </summary>
public sealed class UtteranceCoder
{
    private readonly CodingOptions _options;
    private readonly ITurnModel _model;

    internal UtteranceCoder(ITurnModel model, CodingOptions? options = null)
    {
        _options = options ?? CodingOptions.Default;
        _options.Validate();
        Lexicons.Load();
        _model = model;
    }

    /// <summary>The coder with the model that ships in the package and the default options.</summary>
    public static UtteranceCoder Default { get; } = new(new CueModel());

    /// <summary>How this coder decides where sources leave room.</summary>
    public CodingOptions Options => _options;

    internal ITurnModel Model => _model;

    /// <summary>The same model with other options.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public UtteranceCoder With(CodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new UtteranceCoder(_model, options);
    }

    /// <summary>Which way a client's words lean, on these words alone. Allocates nothing.</summary>
    /// <param name="text">The words; any string, also empty.</param>
    /// <param name="target">What would change; null when unknown, then behaviors that are commonly reduced are assumed.</param>
    public ClientReading ReadClient(ReadOnlySpan<char> text, TargetBehavior? target = null)
    {
        if (!LanguageCheck.IsSupported(text)) return default;
        Span<double> p = stackalloc double[3];
        ClientCoding.Direction(text, target, _model, _options, null, p);
        return new ClientReading { Direction = ClientCoding.Best(p), PNeutral = p[0], PChange = p[1], PSustain = p[2], Supported = true };
    }

    /// <summary>The main act of a counselor's words, on these words alone. Allocates nothing.</summary>
    /// <param name="text">The words; any string, also empty.</param>
    public CounselorReading ReadCounselor(ReadOnlySpan<char> text)
    {
        if (!LanguageCheck.IsSupported(text)) return default;
        Span<double> p = stackalloc double[4];
        _model.ReadCounselor(text, p);
        return new CounselorReading
        {
            Main = CounselorCoding.Best(p), POther = p[0], PQuestion = p[1], PReflection = p[2], PInput = p[3], Supported = true,
        };
    }

    /// <summary>Codes one turn on its own words, with all codes and their evidence.</summary>
    /// <param name="utterance">The turn. Turns of other speakers come back uncoded.</param>
    /// <param name="target">What would change; null when unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utterance"/> is null.</exception>
    public CodedUtterance Code(Utterance utterance, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return Code(utterance, target, null);
    }

    /// <summary>Starts coding a running conversation: each turn is read with what was said so far.</summary>
    /// <param name="target">What would change; null when unknown.</param>
    public LiveCoder StartLive(TargetBehavior? target = null) => new(this, target);

    internal CodedUtterance Code(Utterance utterance, TargetBehavior? target, ConversationState? state) => utterance.Speaker switch
    {
        Speaker.Client => ClientCoding.Code(utterance, target, _model, _options, state),
        Speaker.Counselor => CounselorCoding.Code(utterance, target, _model, state),
        _ => new CodedUtterance { Utterance = utterance },
    };
}
