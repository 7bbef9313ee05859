using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>
/// What one client volley (a run of client turns) contributes. Holds counts and turn numbers, none of the words.
/// Immutable; equality is by value. The default value is an empty volley.
/// </summary>
public readonly record struct VolleyEvidence
{
    /// <summary>Number of the volley's first turn, as the source numbers it.</summary>
    public int Turn { get; init; }

    /// <summary>The column of the emission table.</summary>
    public StageObservation Observation { get; init; }

    /// <summary>Trust in the observation, 0 to 1.</summary>
    public double Weight { get; init; }

    /// <summary>Kinds heard toward change: bit <c>1 &lt;&lt; (int)ChangeTalkKind</c>.</summary>
    public int ChangeKinds { get; init; }

    /// <summary>Kinds heard toward the status quo: bit <c>1 &lt;&lt; (int)ChangeTalkKind</c>.</summary>
    public int SustainKinds { get; init; }

    /// <summary>Strength toward change, 0 to 5; 0 when there is none.</summary>
    public int ChangeStrength { get; init; }

    /// <summary>Strength toward the status quo, 0 to 5; 0 when there is none.</summary>
    public int SustainStrength { get; init; }

    /// <summary>The volley's main direction.</summary>
    public TalkDirection Talk { get; init; }

    /// <summary>Strain in the relationship was heard.</summary>
    public bool Discord { get; init; }

    /// <summary>The client asked about change.</summary>
    public bool Interest { get; init; }

    /// <summary>The client pictured life after the change, in a volley that leans toward change.</summary>
    public bool Envisions { get; init; }

    /// <summary>Words spoken, at least 0.</summary>
    public int Words { get; init; }

    /// <summary>How the words lean, as the mean log odds of change over sustain talk of the volley's turns: about -4 to 4, 0 when even.</summary>
    public double Lean { get; init; }

    /// <summary>Whole months for which the client reports having kept a change; null when no duration was heard with a step.</summary>
    public int? MonthsKept { get; init; }

    internal bool Has(ChangeTalkKind kind, TalkDirection direction) =>
        ((direction == TalkDirection.Change ? ChangeKinds : SustainKinds) & (1 << (int)kind)) != 0;

    /// <summary>Reads one volley.</summary>
    /// <param name="volley">Coded client turns of one volley, at least one.</param>
    /// <param name="led">Whether the counselor's turn just before held a closed question.</param>
    /// <param name="trust">How far each sort of evidence is trusted.</param>
    internal static VolleyEvidence Of(IReadOnlyList<CodedUtterance> volley, bool led, EvidenceTrust trust)
    {
        int plus = 0, minus = 0, strongPlus = 0, strongMinus = 0, words = 0;
        bool discord = false, interest = false, envisions = false;
        var lean = 0.0;
        var talk = TalkDirection.Neutral;
        int? months = null;
        foreach (var turn in volley)
        {
            int p = 0, m = 0;
            foreach (var span in turn.Codes)
            {
                if (span.Code.Direction == TalkDirection.Change) p |= 1 << (int)span.Code.Kind;
                if (span.Code.Direction == TalkDirection.Sustain) m |= 1 << (int)span.Code.Kind;
            }

            if (turn.Talk == TalkDirection.Change && p == 0) p = 1 << (int)ChangeTalkKind.Other;
            if (turn.Talk == TalkDirection.Sustain && m == 0) m = 1 << (int)ChangeTalkKind.Other;
            var strength = Math.Clamp(Math.Abs(turn.Strength ?? 0), 0, 5);
            if (p != 0) strongPlus = Math.Max(strongPlus, turn.Talk == TalkDirection.Change ? Math.Max(1, strength) : 1);
            if (m != 0) strongMinus = Math.Max(strongMinus, turn.Talk == TalkDirection.Sustain ? Math.Max(1, strength) : 1);
            if (turn.Talk is TalkDirection.Change or TalkDirection.Sustain) talk = turn.Talk.Value;
            plus |= p;
            minus |= m;
            discord |= turn.Discord;
            interest |= turn.Interest;
            envisions |= p != 0 && DurationReader.Envisions(turn.Utterance.Text);
            words += DurationReader.Words(turn.Utterance.Text);
            lean += LeanOf(turn) / volley.Count;
            if ((p & (1 << (int)ChangeTalkKind.TakingSteps)) != 0 && DurationReader.Months(turn.Utterance.Text) is { } kept)
                months = Math.Max(months ?? 0, kept);
        }

        const int step = 1 << (int)ChangeTalkKind.TakingSteps;
        const int mobilizing = (1 << (int)ChangeTalkKind.Commitment) | (1 << (int)ChangeTalkKind.Activation);
        var observation = (plus, minus) switch
        {
            (0, 0) => StageObservation.Neutral,
            (0, _) => StageObservation.Sustain,
            _ when (plus & step) != 0 && months >= 6 => StageObservation.SustainedChange,
            (_, not 0) => StageObservation.Mixed,
            _ when (plus & step) != 0 => StageObservation.Step,
            _ when (plus & mobilizing) != 0 => StageObservation.Mobilizing,
            _ => StageObservation.Preparatory,
        };
        var weight = observation switch
        {
            StageObservation.Neutral => trust.Neutral,
            StageObservation.SustainedChange => trust.DatedFact,
            _ when led && words <= 4 => trust.LedReply,
            _ when words <= 2 => trust.BareAgreement,
            StageObservation.Step => trust.Mobilizing,
            StageObservation.Mobilizing => strongPlus <= 2 ? trust.WeakCommitment : trust.Mobilizing,
            _ => trust.Preparatory,
        };
        return new VolleyEvidence
        {
            Turn = volley[0].Utterance.Turn,
            Observation = observation,
            Weight = weight,
            ChangeKinds = plus,
            SustainKinds = minus,
            ChangeStrength = strongPlus,
            SustainStrength = strongMinus,
            Talk = talk,
            Discord = discord,
            Interest = interest,
            Words = words,
            Lean = lean,
            MonthsKept = months,
            Envisions = envisions,
        };
    }

    /// <summary>A coder's probabilities say more than its label. Where a person coded, the label stands for what the coder says of such turns on average.</summary>
    private static double LeanOf(CodedUtterance turn) => turn.Probabilities is { IsDefault: false, Length: 3 } p
        ? Math.Log((p[(int)TalkDirection.Change] + .02) / (p[(int)TalkDirection.Sustain] + .02))
        : turn.Talk switch { TalkDirection.Change => 1.3, TalkDirection.Sustain => -.35, _ => .15 };

    /// <summary>Whether a counselor's turn leads the reply: it holds a closed question.</summary>
    internal static bool Leads(CodedUtterance turn)
    {
        foreach (var span in turn.Codes)
            if (span.Code == Misc25.ClosedQuestion) return true;
        return false;
    }
}
