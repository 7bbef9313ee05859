using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>
/// Follows a client's stage of change and readiness over coded talk, volley by volley and session by session. A Bayesian
/// filter carries the belief; a small fitted estimator over the session's talk, which sees the filter's belief, decides
/// what is reported. Hard gates hold in both: no action without a report of behavior, no maintenance before six months.
/// Remembers no words. One instance belongs to one client and must not be used by two threads at once.
/// </summary>
public sealed class StageTracker
{
    private const int N = StageTables.Stages;
    private readonly StageTables _tables;
    private readonly StageParameters _parameters;
    private readonly InferenceOptions _options;
    private readonly List<CodedUtterance> _volley = [];
    private readonly List<VolleyEvidence> _volleys = [];
    private readonly List<int> _relapses = [];
    private readonly double[] _belief = new double[N];
    private readonly double[] _final = new double[N];
    private bool _led, _behavior, _relapsed;
    private int? _months;
    private StageOfChange _answered, _shown, _candidate;
    private int _streak, _sessions = 1;
    private Snapshot _before;

    private readonly record struct Snapshot(double[] Belief, bool Behavior, bool Relapsed, int? Months, int Relapses, StageOfChange Shown, StageOfChange Candidate, int Streak);

    /// <summary>A tracker that knows nothing yet.</summary>
    /// <param name="options">What the inference is for; null means <see cref="InferenceOptions.Default"/>.</param>
    /// <param name="tables">The filter's tables; null means <see cref="StageTables.Default"/>.</param>
    public StageTracker(InferenceOptions? options = null, StageTables? tables = null) : this(StageParameters.Default, options, tables) { }

    internal StageTracker(StageParameters parameters, InferenceOptions? options = null, StageTables? tables = null)
    {
        _parameters = parameters;
        _options = options ?? InferenceOptions.Default;
        _tables = tables ?? StageTables.Default;
        _tables.Prior.AsSpan().CopyTo(_belief);
    }

    /// <summary>The filter's belief by stage, precontemplation to maintenance, before the gates; empty when inference is off.</summary>
    public ImmutableArray<double> Belief => _options.IsOn ? [.. _belief] : [];

    /// <summary>Turns of the present session at which a return to the old pattern was heard, in order. Relapse is an event, not a stage.</summary>
    public ImmutableArray<int> RelapseTurns => [.. _relapses];

    /// <summary>What each client volley of the present session contributed.</summary>
    public ImmutableArray<VolleyEvidence> Volleys => [.. _volleys];

    /// <summary>Follows one whole session from the start.</summary>
    /// <param name="session">The coded session.</param>
    /// <param name="options">What the inference is for; null means <see cref="InferenceOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> is null.</exception>
    public static StageTracker Follow(CodedTranscript session, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var tracker = new StageTracker(options);
        foreach (var turn in session.Utterances) tracker.Observe(turn);
        return tracker;
    }

    /// <summary>Takes in the next coded turn. Client turns of one run count as one volley; other speakers change nothing.</summary>
    /// <param name="turn">The turn, in the order of speaking.</param>
    /// <exception cref="ArgumentNullException"><paramref name="turn"/> is null.</exception>
    public void Observe(CodedUtterance turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!_options.IsOn) return;
        if (turn.Utterance.Speaker == Speaker.Counselor)
        {
            _led = VolleyEvidence.Leads(turn);
            _volley.Clear();
        }

        if (turn.Utterance.Speaker != Speaker.Client) return;
        if (_volley.Count == 0) _before = Save();
        else
        {
            // The volley goes on: read it anew as a whole.
            Restore(_before);
            _volleys.RemoveAt(_volleys.Count - 1);
        }

        _volley.Add(turn);
        Take(VolleyEvidence.Of(_volley, _led, _tables.Trust));
    }

    /// <summary>Begins the client's next session. A day or more after the last one, the belief drifts by <see cref="StageTables.BetweenSessions"/>.</summary>
    /// <param name="sinceLast">Time since the last session ended, at least zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public void StartSession(TimeSpan sinceLast)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sinceLast, TimeSpan.Zero);
        if (sinceLast >= TimeSpan.FromDays(1)) StageFilter.Drift(_belief, _tables);
        _volley.Clear();
        _volleys.Clear();
        _relapses.Clear();
        _led = false;
        (_answered, _candidate, _streak) = (StageOfChange.Unknown, StageOfChange.Unknown, 0);
        _sessions++;
    }

    /// <summary>Takes in what the client answered to direct staging questions, at full trust.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="rule">The behavior's rule.</param>
    /// <returns>The stage by the staging algorithm.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public StagingResult Answer(StagingAnswers answers, StagingRule rule)
    {
        var result = StagingAlgorithm.Stage(answers, rule);
        if (result.Stage == StageOfChange.Unknown || !_options.IsOn) return result;
        _volley.Clear();
        _answered = result.Stage;
        if (result.Stage is StageOfChange.Action or StageOfChange.Maintenance)
        {
            _behavior = true;
            _relapsed = false;
            if (result.Stage == StageOfChange.Maintenance) _months = Math.Max(_months ?? 0, rule.MaintenanceMonths);
        }

        Direct(_belief, result.Stage);
        return result;
    }

    /// <summary>Records a report of return to the old pattern.</summary>
    /// <param name="turn">The turn at which it was told.</param>
    public void RecordRelapse(int turn)
    {
        if (!_options.IsOn) return;
        _volley.Clear();
        Relapse(turn);
    }

    /// <summary>Where the client seems to stand now.</summary>
    public StageEstimate Estimate()
    {
        if (_options.OffReason is { } off) return new() { Stage = StageOfChange.Unknown, Probabilities = [], Status = StageStatus.NotInferred, EvidenceTurns = [], Reason = off };
        var stances = _volleys.Count(v => v.Observation is not (StageObservation.None or StageObservation.Neutral));
        if (stances < _tables.MinimumStances && _answered == StageOfChange.Unknown)
        {
            return new()
            {
                Stage = StageOfChange.Unknown,
                Probabilities = [],
                Status = StageStatus.Insufficient,
                EvidenceTurns = [.. _volleys.Where(v => v.Observation is not (StageObservation.None or StageObservation.Neutral)).Select(v => v.Turn)],
                Reason = string.Create(CultureInfo.InvariantCulture, $"Only {stances} client volleys take a stance; at least {_tables.MinimumStances} are needed."),
            };
        }

        Final(_final);
        var (first, second) = Leaders(_final);
        var probabilities = _final.ToImmutableArray();
        var stage = (StageOfChange)(first + 1);
        var figures = string.Create(
            CultureInfo.InvariantCulture,
            $"{StageNames.Lower(stage)} {_final[first]:0.00}, {StageNames.Lower((StageOfChange)(second + 1))} {_final[second]:0.00}");
        if (!IsClear(_final, first, second))
        {
            return new()
            {
                Stage = StageOfChange.Unknown,
                Probabilities = probabilities,
                Status = StageStatus.Mixed,
                EvidenceTurns = [.. Evidence(first).Take(4).Concat(Evidence(second).Take(4)).Distinct().Order()],
                Reason = $"No stage leads clearly ({figures}).",
            };
        }

        if (stage != _shown && _shown != StageOfChange.Unknown && _answered == StageOfChange.Unknown)
        {
            return new()
            {
                Stage = StageOfChange.Unknown,
                Probabilities = probabilities,
                Status = StageStatus.Mixed,
                EvidenceTurns = [.. Evidence(first).Take(8).Order()],
                Reason = string.Create(CultureInfo.InvariantCulture, $"The lead has just changed from {StageNames.Lower(_shown)} ({figures}); {_tables.VolleysToSwitch} volleys in a row must agree."),
            };
        }

        return new()
        {
            Stage = stage,
            Probabilities = probabilities,
            Status = StageStatus.Clear,
            EvidenceTurns = [.. Evidence(first).Take(8).Order()],
            Reason = _answered == stage ? $"By direct answers and talk ({figures})." : $"One stage leads clearly ({figures}).",
        };
    }

    /// <summary>Importance, confidence and readiness now; null when too little was said or inference is off.</summary>
    public ReadinessEstimate? Readiness() => Rulers(_parameters.End);

    /// <summary>Importance, confidence and readiness as they seem to have been when the session began; null when too little was said or inference is off.</summary>
    public ReadinessEstimate? ReadinessAtStart() => Rulers(_parameters.Start);

    /// <summary>The signs of readiness for planning, each with its turns; null when inference is off.</summary>
    public ReadinessForPlanning? Planning() => _options.IsOn ? ReadinessForPlanning.Of(_volleys) : null;

    /// <summary>What to keep between sessions. Holds no words. A volley that is under way is taken as finished.</summary>
    public StageTrackerState ToState() => new()
    {
        Belief = [.. _belief],
        Volleys = [.. _volleys],
        BehaviorReported = _behavior,
        MonthsKept = _months,
        RelapseTurns = [.. _relapses],
        Relapsed = _relapsed,
        Answered = _answered,
        Shown = _shown,
        Candidate = _candidate,
        Streak = _streak,
        Sessions = _sessions,
    };

    /// <summary>A tracker that goes on from a kept state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="options">What the inference is for; null means <see cref="InferenceOptions.Default"/>.</param>
    /// <param name="tables">The filter's tables; null means <see cref="StageTables.Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    /// <exception cref="ArgumentException">The belief does not hold five numbers of at least 0 with a positive sum.</exception>
    public static StageTracker Restore(StageTrackerState state, InferenceOptions? options = null, StageTables? tables = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Belief.IsDefault || state.Belief.Length != N || state.Belief.Any(p => !(p >= 0 && double.IsFinite(p))) || state.Belief.Sum() <= 0)
            throw new ArgumentException($"The belief must be {N} numbers of at least 0 with a positive sum.", nameof(state));
        var tracker = new StageTracker(options, tables)
        {
            _behavior = state.BehaviorReported,
            _months = state.MonthsKept,
            _relapsed = state.Relapsed,
            _answered = state.Answered,
            _shown = state.Shown,
            _candidate = state.Candidate,
            _streak = state.Streak,
            _sessions = state.Sessions,
        };
        state.Belief.AsSpan().CopyTo(tracker._belief);
        if (Math.Abs(state.Belief.Sum() - 1) > 1e-9) StageFilter.Normalize(tracker._belief);
        tracker._volleys.AddRange(state.Volleys.IsDefault ? [] : state.Volleys);
        tracker._relapses.AddRange(state.RelapseTurns.IsDefault ? [] : state.RelapseTurns);
        return tracker;
    }

    /// <summary>The features of the session so far. For fitting.</summary>
    internal double[] Features()
    {
        Span<double> gated = stackalloc double[N];
        _belief.CopyTo(gated);
        StageFilter.Gate(gated, _behavior, _months >= 6);
        return SessionFeatures.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_volleys), gated);
    }

    private void Take(VolleyEvidence volley)
    {
        _volleys.Add(volley);
        StageFilter.Step(_belief, _tables, volley.Observation, volley.Weight);
        var step = volley.Has(ChangeTalkKind.TakingSteps, TalkDirection.Change);
        if (step)
        {
            _behavior = true;
            _relapsed = false;
            if (volley.MonthsKept is { } months) _months = Math.Max(_months ?? 0, months);
        }
        else if (volley.Has(ChangeTalkKind.TakingSteps, TalkDirection.Sustain) && _belief[3] + _belief[4] >= .25) Relapse(volley.Turn);

        Final(_final);
        var (first, second) = Leaders(_final);
        var lead = IsClear(_final, first, second) ? (StageOfChange)(first + 1) : StageOfChange.Unknown;
        _streak = lead == _candidate ? _streak + 1 : 1;
        _candidate = lead;
        if (lead != StageOfChange.Unknown && (_streak >= _tables.VolleysToSwitch || _shown == StageOfChange.Unknown)) _shown = lead;
    }

    private void Relapse(int turn)
    {
        StageFilter.Relapse(_belief, _tables);
        _relapses.Add(turn);
        _relapsed = true;
        _months = null;
    }

    /// <summary>The reported distribution: the fitted estimator, the filter's share of maintenance, direct answers, relapse, gates.</summary>
    private void Final(Span<double> p)
    {
        _parameters.Stage(Features(), p);
        if (_months >= 6 && _belief[3] + _belief[4] > 0)
        {
            var kept = (p[3] + p[4]) * _belief[4] / (_belief[3] + _belief[4]);
            p[3] -= kept;
            p[4] += kept;
        }

        if (_relapsed) StageFilter.Relapse(p, _tables);
        StageFilter.Gate(p, _behavior, _months >= 6);
        if (_answered != StageOfChange.Unknown) Direct(p, _answered);
    }

    private static void Direct(Span<double> p, StageOfChange stage)
    {
        for (var s = 0; s < N; s++) p[s] = (p[s] + .01) * (s == (int)stage - 1 ? .92 : .02);
        StageFilter.Normalize(p);
    }

    private static (int First, int Second) Leaders(ReadOnlySpan<double> p)
    {
        int first = 0, second = -1;
        for (var s = 1; s < N; s++) if (p[s] > p[first]) first = s;
        for (var s = 0; s < N; s++) if (s != first && (second < 0 || p[s] > p[second])) second = s;
        return (first, second);
    }

    private bool IsClear(ReadOnlySpan<double> p, int first, int second) =>
        p[first] >= _tables.ClearProbability && p[first] - p[second] >= _tables.ClearLead;

    /// <summary>Turns whose observation is likelier under the stage than under the others on average, strongest first.</summary>
    private IEnumerable<int> Evidence(int stage) => _volleys
        .Where(v => v.Observation is not (StageObservation.None or StageObservation.Neutral))
        .Select(v =>
        {
            var column = (int)v.Observation - 1;
            var others = Enumerable.Range(0, N).Where(s => s != stage).Average(s => _tables.Emission[s][column]);
            return (v.Turn, Gain: v.Weight * Math.Log(_tables.Emission[stage][column] / others));
        })
        .Where(v => v.Gain > 0).OrderByDescending(v => v.Gain).ThenBy(v => v.Turn).Select(v => v.Turn);

    private ReadinessEstimate? Rulers(RulerFit[] fits)
    {
        if (!_options.IsOn || _volleys.Count(v => v.Observation is not (StageObservation.None or StageObservation.Neutral)) < _tables.MinimumStances) return null;
        var x = Features();
        return new ReadinessEstimate
        {
            Importance = _parameters.Ruler(fits[0], x),
            Confidence = _parameters.Ruler(fits[1], x),
            Readiness = _parameters.Ruler(fits[2], x),
        };
    }

    private Snapshot Save() => new([.. _belief], _behavior, _relapsed, _months, _relapses.Count, _shown, _candidate, _streak);

    private void Restore(Snapshot s)
    {
        s.Belief.CopyTo(_belief, 0);
        (_behavior, _relapsed, _months, _shown, _candidate, _streak) = (s.Behavior, s.Relapsed, s.Months, s.Shown, s.Candidate, s.Streak);
        _relapses.RemoveRange(s.Relapses, _relapses.Count - s.Relapses);
    }
}
