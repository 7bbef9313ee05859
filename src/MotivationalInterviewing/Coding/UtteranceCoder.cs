namespace MotivationalInterviewing.Coding;

/// <summary>
/// Codes what one person says: direction, kinds and strength of a client's words (MISC 2.5 and DARN-CAT), acts of a
/// counselor (MISC 2.5, MITI 4.2.1). Immutable and thread-safe; one instance serves a whole process. Accepts any string
/// and never throws for odd text. Nothing leaves the process.
/// </summary>
public sealed class UtteranceCoder
{
    private readonly TurnReader _reader;

    internal UtteranceCoder(CodingModel model, CodingOptions options, string name)
    {
        options.Validate();
        Lexicons.Load();
        _reader = new TurnReader(model, options, name);
    }

    /// <summary>The coder with the model that ships in the package and the default options.</summary>
    public static UtteranceCoder Default => s_default.Value;

    /// <summary>How this coder decides where sources leave room.</summary>
    public CodingOptions Options => _reader.Options;

    /// <summary>What the shipped model is, learned from and reaches; null over a model of your own.</summary>
    public ModelCard? Card => ReferenceEquals(_reader.Model, CodingModel.Default) ? s_card.Value : null;

    internal TurnReader Reader => _reader;

    /// <summary>A coder over a model of your own, as the trainer writes it.</summary>
    /// <param name="model">The model file, read to its end; stays open.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static UtteranceCoder Load(Stream model, CodingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new UtteranceCoder(CodingModel.Read(model), options ?? CodingOptions.Default, "own model");
    }

    /// <summary>The same model with other options.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public UtteranceCoder With(CodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new UtteranceCoder(_reader.Model, options, _reader.Name);
    }

    /// <summary>Which way a client's words lean, on these words alone. Allocates nothing.</summary>
    /// <param name="text">The words; any string, also empty.</param>
    /// <param name="target">What would change; null when unknown, then behaviors that are commonly reduced are assumed.</param>
    public ClientReading ReadClient(ReadOnlySpan<char> text, TargetBehavior? target = null) => _reader.ReadClient(text, target);

    /// <summary>The main act of a counselor's words, on these words alone. Allocates nothing.</summary>
    /// <param name="text">The words; any string, also empty.</param>
    public CounselorReading ReadCounselor(ReadOnlySpan<char> text) => _reader.ReadCounselor(text);

    /// <summary>Codes one turn on its own words, with all codes and their evidence.</summary>
    /// <param name="utterance">The turn. Turns of other speakers come back uncoded.</param>
    /// <param name="target">What would change; null when unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="utterance"/> is null.</exception>
    public CodedUtterance Code(Utterance utterance, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return _reader.Code(utterance, target, null, null, default);
    }

    /// <summary>Starts coding a running conversation: each turn is read with what was said so far.</summary>
    /// <param name="target">What would change; null when unknown.</param>
    public LiveCoder StartLive(TargetBehavior? target = null) => new(_reader, target);

    private static readonly Lazy<ModelCard> s_card = new(() => ModelCard.ReadEmbedded("MotivationalInterviewing.Models.coding.card.json"));

    private static readonly Lazy<UtteranceCoder> s_default = new(() => new UtteranceCoder(CodingModel.Default, CodingOptions.Default, "mi-coder 1"));
}
