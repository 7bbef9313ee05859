using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// Measures a session while it runs: one call per coded turn, at a cost that does not grow with the session. After any turn
/// it gives what <see cref="SessionSummary.Of"/> gives for the turns so far, the open volley counted as if the session
/// ended there. Mutable; one writer at a time. Summaries that it hands out never change.
/// </summary>
public sealed class SessionRecorder
{
    private readonly SessionOptions _options;
    private readonly MiscCounter _misc;
    private readonly MitiVolleyCounter _miti;
    private readonly GlobalCounter _globals;
    private readonly StrengthLog _strengths = new();
    private TalkCounter _talk;
    private QuestionRunCounter _questions;

    /// <summary>Starts an empty session.</summary>
    /// <param name="session">Identifies the session; not null.</param>
    /// <param name="target">The behavior that client language is coded against; null when unknown, which withholds the technical ratings.</param>
    /// <param name="options">How to measure; null takes the defaults.</param>
    public SessionRecorder(string session, TargetBehavior? target = null, SessionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        Target = target;
        _options = options ?? SessionOptions.Default;
        _misc = new MiscCounter(_options.KeepEvidence);
        _miti = new MitiVolleyCounter(_options.Miti, _options.KeepEvidence);
        _globals = new GlobalCounter(_options.KeepEvidence);
    }

    /// <summary>Identifies the session.</summary>
    public string Session { get; }

    /// <summary>The behavior that client language is coded against; null when unknown.</summary>
    public TargetBehavior? Target { get; }

    /// <summary>Number of turns so far.</summary>
    public int Turns { get; private set; }

    /// <summary>The counselor's volley that is still open, as it counts so far; null while the client has the floor.</summary>
    public MitiVolley? OpenVolley => _miti.Open;

    /// <summary>Percent change talk so far. Constant cost.</summary>
    public Ratio ChangeTalkShare => Ratio.Share(_misc.ChangeTalk, _misc.ChangeTalk + _misc.SustainTalk, MiscSummary.MinimumTalk);

    /// <summary>Reflections to questions by MITI volleys so far. Constant cost.</summary>
    public Ratio ReflectionToQuestion
    {
        get
        {
            Span<int> counts = stackalloc int[MitiVolleyCounter.Codes];
            _miti.CopyCounts(counts);
            return Ratio.Of(counts[MitiVolleyCounter.Sr] + counts[MitiVolleyCounter.Cr], counts[MitiVolleyCounter.Q], MitiSummary.MinimumQuestions);
        }
    }

    /// <summary>How many volleys count a MITI 4.2.1 code so far; 0 for codes of other instruments. Constant cost.</summary>
    /// <param name="code">A MITI 4.2.1 code.</param>
    public int CountOf(Code code)
    {
        Span<int> counts = stackalloc int[MitiVolleyCounter.Codes];
        _miti.CopyCounts(counts);
        return Miti42.Codebook.Codes.IndexOf(code) is var i and >= 0 ? counts[i] : 0;
    }

    /// <summary>Takes in the next turn. Turns of unknown speakers count as turns and nothing else.</summary>
    /// <param name="coded">The coded turn.</param>
    public void Add(CodedUtterance coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        Turns++;
        _misc.Add(coded);
        _miti.Add(coded);
        _globals.Add(coded);
        _talk.Add(coded.Utterance);
        _questions.Add(coded);
        if (coded.Utterance.Speaker == Speaker.Client) _strengths.Add(Math.Clamp(coded.Strength ?? 0, -5, 5));
    }

    /// <summary>All measures of the turns so far. Linear in the turns, for volleys and evidence are copied.</summary>
    public SessionSummary Summarize()
    {
        Span<int> counts = stackalloc int[MitiVolleyCounter.Codes];
        _miti.CopyCounts(counts);
        return new SessionSummary
        {
            Session = Session,
            Target = Target,
            Turns = Turns,
            Misc = _misc.Snapshot(),
            Miti = new MitiSummary(
                [.. counts],
                _miti.VolleyCount,
                _options.KeepEvidence ? new MitiVolleys(_miti.Snapshot()) : null,
                _globals.Snapshot(Target is not null, _miti.VolleyCount, _talk.CounselorWords, _talk.ClientWords)),
            TalkShare = _talk.Snapshot(),
            LongestQuestionRun = _questions.Longest,
            Strength = _strengths.Trend(),
        };
    }

    /// <summary>The inputs of the global estimates, for fitting them.</summary>
    internal double[] GlobalFeatures()
    {
        var features = new double[GlobalModel.Features.Length];
        _globals.CopyFeatures(features, _miti.VolleyCount, _talk.CounselorWords, _talk.ClientWords);
        return features;
    }
}
