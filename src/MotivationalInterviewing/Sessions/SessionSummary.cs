namespace MotivationalInterviewing.Sessions;

/// <summary>What is measured in a session, and how. Immutable; equality is by value.</summary>
public sealed record SessionOptions
{
    /// <summary>The defaults.</summary>
    public static SessionOptions Default { get; } = new();

    /// <summary>What the MITI manual leaves to the coder's judgment.</summary>
    public MitiOptions Miti { get; init; } = MitiOptions.Default;

    /// <summary>
    /// Keep the turns behind every number, so that it can be explained; default true. When false, memory does not grow with the
    /// session, and asking for an explanation throws.
    /// </summary>
    public bool KeepEvidence { get; init; } = true;
}

/// <summary>
/// All measures of one session or of a part of it: MISC 2.5 and MITI 4.2.1 side by side, in types that cannot be mixed.
/// Immutable and safe to share between threads; holds no words.
/// </summary>
public sealed record SessionSummary
{
    /// <summary>Identifies the session.</summary>
    public required string Session { get; init; }

    /// <summary>The behavior that client language was coded against; null when unknown.</summary>
    public TargetBehavior? Target { get; init; }

    /// <summary>Number of turns of all speakers.</summary>
    public required int Turns { get; init; }

    /// <summary>The measures of MISC 2.5.</summary>
    public required MiscSummary Misc { get; init; }

    /// <summary>The measures of MITI 4.2.1.</summary>
    public required MitiSummary Miti { get; init; }

    /// <summary>Who talked how much.</summary>
    public required TalkShare TalkShare { get; init; }

    /// <summary>The longest run of questions without a reflection.</summary>
    public required QuestionRun LongestQuestionRun { get; init; }

    /// <summary>Strength of client language over the session.</summary>
    public required StrengthTrend Strength { get; init; }

    /// <summary>Percent change talk, the same as <see cref="MiscSummary.ChangeTalkShare"/>.</summary>
    public Ratio ChangeTalkShare => Misc.ChangeTalkShare;

    /// <summary>Session and number of turns.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SessionSummary {{ Session = {Session}, Target = {Target?.Id}, Turns = {Turns} }}");

    /// <summary>Measures a coded session. Linear in the number of turns.</summary>
    /// <param name="session">The coded session.</param>
    /// <param name="options">How to measure; null takes the defaults.</param>
    public static SessionSummary Of(CodedTranscript session, SessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var recorder = new SessionRecorder(session.Session, session.Target, options);
        foreach (var utterance in session.Utterances) recorder.Add(utterance);
        return recorder.Summarize();
    }
}
