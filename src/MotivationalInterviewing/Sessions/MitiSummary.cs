using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The summary measures of MITI 4.2.1, counted by volley. Not to be compared with MISC's, which count units, nor with
/// MITI 3's. Immutable and safe to share between threads; holds no words.
/// </summary>
public sealed class MitiSummary : IEquatable<MitiSummary>
{
    /// <summary>Smallest number of reflections from which %CR has a value.</summary>
    public const int MinimumReflections = 5;

    /// <summary>Smallest number of questions from which R:Q has a value.</summary>
    public const int MinimumQuestions = 5;

    /// <summary>Kappa of ten experts on simple against complex reflection, among turns that both call reflections (AnnoMI).</summary>
    public const double ExpertAgreementOnComplexity = 0.17;

    private readonly ImmutableArray<int> _counts;
    private readonly MitiVolleys? _volleys;

    internal MitiSummary(ImmutableArray<int> counts, int volleyCount, MitiVolleys? volleys, GlobalEstimates globals)
    {
        _counts = counts;
        _volleys = volleys;
        VolleyCount = volleyCount;
        Globals = globals;
    }

    /// <summary>The instrument with its version.</summary>
    public static string Instrument => Miti42.Codebook.Instrument;

    /// <summary>Number of counselor volleys.</summary>
    public int VolleyCount { get; }

    /// <summary>The volleys and what each counts.</summary>
    /// <exception cref="InvalidOperationException">The summary was recorded without evidence.</exception>
    public MitiVolleys Volleys => _volleys ?? throw new InvalidOperationException("Recorded without evidence: switch it on in SessionOptions.KeepEvidence.");

    /// <summary>Estimates of the four global ratings, or why there are none.</summary>
    public GlobalEstimates Globals { get; }

    /// <summary>The ten codes with their counts, in the manual's order, zeros included.</summary>
    public ImmutableArray<CodeCount> Counts => [.. Miti42.Codebook.Codes.Select((code, i) => new CodeCount(code, _counts[i]))];

    /// <summary>R:Q = (SR + CR) / Q; needs five questions.</summary>
    public Ratio ReflectionToQuestion => Ratio.Of(Reflections, _counts[MitiVolleyCounter.Q], MinimumQuestions);

    /// <summary>%CR = CR / (SR + CR); needs five reflections.</summary>
    public Ratio ComplexReflections => Ratio.Share(_counts[MitiVolleyCounter.Cr], Reflections, MinimumReflections);

    /// <summary>Total MIA = Seek + AF + Emphasize. GI and PwP join no total.</summary>
    public int TotalAdherent => _counts[MitiVolleyCounter.Seek] + _counts[MitiVolleyCounter.Af] + _counts[MitiVolleyCounter.Emphasize];

    /// <summary>Total MINA = Confront + Persuade.</summary>
    public int TotalNonAdherent => _counts[MitiVolleyCounter.Confront] + _counts[MitiVolleyCounter.Persuade];

    /// <summary>The four measures with thresholds, each held against them or saying why not.</summary>
    public ImmutableArray<MitiVerdict> Verdicts =>
    [
        MitiThreshold.ComplexReflections.Judge(ComplexReflections, interval: true, ExpertAgreementOnComplexity),
        MitiThreshold.ReflectionToQuestion.Judge(ReflectionToQuestion, interval: false, null),
        Globals.Judge(MitiThreshold.Technical),
        Globals.Judge(MitiThreshold.Relational),
    ];

    private int Reflections => _counts[MitiVolleyCounter.Sr] + _counts[MitiVolleyCounter.Cr];

    /// <summary>How many volleys count a code; 0 for codes of other instruments.</summary>
    /// <param name="code">A MITI 4.2.1 code.</param>
    public int CountOf(Code code) => Miti42.Codebook.Codes.IndexOf(code) is var i and >= 0 ? _counts[i] : 0;

    /// <summary>The verdict on a measure.</summary>
    /// <param name="measure">Any measure but <see cref="MitiMeasure.None"/>.</param>
    public MitiVerdict Judge(MitiMeasure measure) => Verdicts.FirstOrDefault(v => v.Threshold.Measure == measure)
        ?? throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of MITI 4.2.1.");

    /// <summary>The turns behind the count of a code.</summary>
    /// <param name="code">A MITI 4.2.1 code.</param>
    public Explanation Explain(Code code) => Volleys.Explain(code);

    /// <summary>The formula of a measure and the turns behind numerator and denominator; for global means the evidence turns.</summary>
    /// <param name="measure">Any measure but <see cref="MitiMeasure.None"/>.</param>
    public Explanation Explain(MitiMeasure measure) => measure switch
    {
        MitiMeasure.ComplexReflections => Make("%CR", "CR / (SR + CR), by volley.", [Miti42.ComplexReflection], [Miti42.SimpleReflection, Miti42.ComplexReflection]),
        MitiMeasure.ReflectionToQuestion => Make("R:Q", "(SR + CR) / Q, by volley.", [Miti42.SimpleReflection, Miti42.ComplexReflection], [Miti42.Question]),
        MitiMeasure.Technical => Global("Technical", "(Cultivating Change Talk + Softening Sustain Talk) / 2, estimated.", MitiGlobal.CultivatingChangeTalk, MitiGlobal.SofteningSustainTalk),
        MitiMeasure.Relational => Global("Relational", "(Partnership + Empathy) / 2, estimated.", MitiGlobal.Partnership, MitiGlobal.Empathy),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of MITI 4.2.1."),
    };

    /// <summary>Equal when counts and estimates are equal.</summary>
    /// <param name="other">The summary to compare with, or null.</param>
    public bool Equals(MitiSummary? other) =>
        other is not null && VolleyCount == other.VolleyCount && _counts.AsSpan().SequenceEqual(other._counts.AsSpan()) && Globals.Equals(other.Globals);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MitiSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(VolleyCount, TotalAdherent, TotalNonAdherent, Reflections);

    /// <summary>The codes that occur, with their counts.</summary>
    public override string ToString() => Instrument + ": " + string.Join(", ", Counts.Where(c => c.Count > 0).Select(c => $"{c.Code} {c.Count}"));

    private Explanation Make(string measure, string rule, Code[] part, Code[] whole) => new()
    {
        Measure = measure,
        Instrument = Instrument,
        Rule = rule,
        Turns = Turns(part),
        Against = Turns(whole),
    };

    private Explanation Global(string measure, string rule, MitiGlobal first, MitiGlobal second) => new()
    {
        Measure = measure,
        Instrument = Instrument,
        Rule = rule,
        Turns = [.. (Globals.Of(first)?.Evidence ?? []).Concat(Globals.Of(second)?.Evidence ?? []).Distinct().Order()],
    };

    private ImmutableArray<int> Turns(Code[] codes) => [.. Volleys.SelectMany(v => v.Counts).Where(c => codes.Contains(c.Code)).Select(c => c.Turns[0])];
}
