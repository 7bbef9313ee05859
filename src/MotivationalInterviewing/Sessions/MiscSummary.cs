using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// Which codes count as MI-consistent. Papers differ, so the definition is always named (MISC 2.5, summary measures).
/// The default value is <see cref="Core"/>.
/// </summary>
public enum MicoDefinition
{
    /// <summary>AF, ADP, EC, RCP and SU.</summary>
    Core = 0,

    /// <summary>The core with QUO, RES and REC, as in the manual's summary (pp. 47-48).</summary>
    WithQuestionsAndReflections,
}

/// <summary>A summary measure of MISC 2.5. The default value is <see cref="None"/>.</summary>
public enum MiscMeasure
{
    /// <summary>No measure.</summary>
    None = 0,

    /// <summary>R:Q = (RES + REC) / (QUO + QUC).</summary>
    ReflectionToQuestion,

    /// <summary>%OQ = QUO / (QUO + QUC).</summary>
    OpenQuestions,

    /// <summary>%CR = REC / (RES + REC).</summary>
    ComplexReflections,

    /// <summary>%MIC = MICO / (MICO + MIIN), MICO by its core definition.</summary>
    MiConsistent,

    /// <summary>%MIC with questions and reflections in MICO.</summary>
    MiConsistentWithQuestionsAndReflections,

    /// <summary>PCT = CT / (CT + ST); neutral talk is left out.</summary>
    ChangeTalk,
}

/// <summary>A code and how often it was counted. Immutable.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">At least 0.</param>
public readonly record struct CodeCount(Code Code, int Count);

/// <summary>
/// The summary measures of MISC 2.5: every unit counts, repeats too. Not to be compared with MITI's, which count volleys;
/// hence a type of its own. Immutable and safe to share between threads; holds no words.
/// </summary>
public sealed class MiscSummary : IEquatable<MiscSummary>
{
    /// <summary>Smallest number of questions from which R:Q and %OQ have a value.</summary>
    public const int MinimumQuestions = 5;

    /// <summary>Smallest number of reflections from which %CR has a value.</summary>
    public const int MinimumReflections = 5;

    /// <summary>Smallest number of change and sustain talk from which PCT has a value.</summary>
    public const int MinimumTalk = 6;

    private static readonly Code[] s_core =
        [Misc25.Affirm, Misc25.AdviseWithPermission, Misc25.EmphasizeControl, Misc25.RaiseConcernWithPermission, Misc25.Support];

    private static readonly Code[] s_wide = [.. s_core, Misc25.OpenQuestion, Misc25.SimpleReflection, Misc25.ComplexReflection];

    private static readonly Code[] s_inconsistent =
        [Misc25.AdviseWithoutPermission, Misc25.Confront, Misc25.Direct, Misc25.RaiseConcernWithoutPermission, Misc25.Warn];

    private static readonly Code[] s_questions = [Misc25.OpenQuestion, Misc25.ClosedQuestion];
    private static readonly Code[] s_reflections = [Misc25.SimpleReflection, Misc25.ComplexReflection];

    private readonly ImmutableArray<int> _counts;
    private readonly ImmutableArray<(int Sum, int Turns)> _strengths;
    private readonly ReadOnlyMemory<MiscEntry> _log;
    private readonly bool _hasEvidence;

    internal MiscSummary(ImmutableArray<int> counts, ImmutableArray<(int Sum, int Turns)> strengths, ReadOnlyMemory<MiscEntry> log, bool hasEvidence)
    {
        _counts = counts;
        _strengths = strengths;
        _log = log;
        _hasEvidence = hasEvidence;
    }

    /// <summary>The instrument with its version.</summary>
    public static string Instrument => Misc25.Codebook.Instrument;

    /// <summary>All counselor and client codes with their counts, in the manuals' order, zeros included.</summary>
    public ImmutableArray<CodeCount> Counts => [.. MiscEntry.Codes.Select((code, i) => new CodeCount(code, _counts[i]))];

    /// <summary>Client units toward change, of any kind.</summary>
    public int ChangeTalk => _counts[MiscEntry.Change];

    /// <summary>Client units toward the status quo, of any kind.</summary>
    public int SustainTalk => _counts[MiscEntry.Sustain];

    /// <summary>Client units without a stance (FN).</summary>
    public int NeutralTalk => _counts[MiscEntry.IndexOf(DarnCat.FollowNeutral)];

    /// <summary>MI-inconsistent units: ADW, CO, DI, RCW, WA.</summary>
    public int MiInconsistent => Sum(s_inconsistent);

    /// <summary>R:Q, reflections to questions; needs five questions.</summary>
    public Ratio ReflectionToQuestion => Ratio.Of(Sum(s_reflections), Sum(s_questions), MinimumQuestions);

    /// <summary>%OQ, the share of open questions; needs five questions.</summary>
    public Ratio OpenQuestions => Ratio.Share(CountOf(Misc25.OpenQuestion), Sum(s_questions), MinimumQuestions);

    /// <summary>%CR, the share of complex reflections; needs five reflections.</summary>
    public Ratio ComplexReflections => Ratio.Share(CountOf(Misc25.ComplexReflection), Sum(s_reflections), MinimumReflections);

    /// <summary>PCT, the share of change talk in talk with a stance; needs six such units.</summary>
    public Ratio ChangeTalkShare => Ratio.Share(ChangeTalk, ChangeTalk + SustainTalk, MinimumTalk);

    /// <summary>MICO, the number of MI-consistent units.</summary>
    /// <param name="definition">Which codes count.</param>
    public int MiConsistent(MicoDefinition definition) => Sum(Consistent(definition));

    /// <summary>%MIC, the share of MI-consistent in MI-consistent and MI-inconsistent units.</summary>
    /// <param name="definition">Which codes count as consistent.</param>
    public Ratio MiConsistentShare(MicoDefinition definition) => Ratio.Share(MiConsistent(definition), MiConsistent(definition) + MiInconsistent);

    /// <summary>How often a code occurs; 0 for codes of other instruments. AC counts under its own name; MISC 2.5 files it under O.</summary>
    /// <param name="code">A MISC 2.5 or DARN-CAT code.</param>
    public int CountOf(Code code) => MiscEntry.IndexOf(code) is var i and >= 0 ? _counts[i] : 0;

    /// <summary>
    /// Mean signed strength, -5 to 5, of the client turns whose first code toward their side is this one; null when there is
    /// none, and for counselor codes. A scale of the older manuals, dropped in MISC 2.5.
    /// </summary>
    /// <param name="code">A DARN-CAT code.</param>
    public double? MeanStrengthOf(Code code) =>
        MiscEntry.IndexOf(code) is var i and >= 0 && _strengths[i] is { Turns: > 0 } strength ? (double)strength.Sum / strength.Turns : null;

    /// <summary>The value of a measure.</summary>
    /// <param name="measure">Any measure but <see cref="MiscMeasure.None"/>.</param>
    public Ratio Of(MiscMeasure measure) => measure switch
    {
        MiscMeasure.ReflectionToQuestion => ReflectionToQuestion,
        MiscMeasure.OpenQuestions => OpenQuestions,
        MiscMeasure.ComplexReflections => ComplexReflections,
        MiscMeasure.MiConsistent => MiConsistentShare(MicoDefinition.Core),
        MiscMeasure.MiConsistentWithQuestionsAndReflections => MiConsistentShare(MicoDefinition.WithQuestionsAndReflections),
        MiscMeasure.ChangeTalk => ChangeTalkShare,
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of MISC 2.5."),
    };

    /// <summary>The turns in which a code occurs.</summary>
    /// <param name="code">A MISC 2.5 or DARN-CAT code.</param>
    /// <exception cref="InvalidOperationException">The summary was recorded without evidence.</exception>
    public Explanation Explain(Code code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new Explanation
        {
            Measure = code.Abbreviation,
            Instrument = Instrument,
            Rule = "Units with the code, repeats counted.",
            Turns = Turns(entry => entry == MiscEntry.IndexOf(code)),
        };
    }

    /// <summary>The formula of a measure and the turns behind numerator and denominator.</summary>
    /// <param name="measure">Any measure but <see cref="MiscMeasure.None"/>.</param>
    /// <exception cref="InvalidOperationException">The summary was recorded without evidence.</exception>
    public Explanation Explain(MiscMeasure measure) => measure switch
    {
        MiscMeasure.ReflectionToQuestion => Make("R:Q", "(RES + REC) / (QUO + QUC).", s_reflections, s_questions),
        MiscMeasure.OpenQuestions => Make("%OQ", "QUO / (QUO + QUC).", [Misc25.OpenQuestion], s_questions),
        MiscMeasure.ComplexReflections => Make("%CR", "REC / (RES + REC).", [Misc25.ComplexReflection], s_reflections),
        MiscMeasure.MiConsistent => Make("%MIC", "MICO / (MICO + MIIN); MICO = AF + ADP + EC + RCP + SU.", s_core, [.. s_core, .. s_inconsistent]),
        MiscMeasure.MiConsistentWithQuestionsAndReflections =>
            Make("%MIC", "MICO / (MICO + MIIN); MICO = AF + ADP + EC + RCP + SU + QUO + RES + REC.", s_wide, [.. s_wide, .. s_inconsistent]),
        MiscMeasure.ChangeTalk => new Explanation
        {
            Measure = "PCT",
            Instrument = Instrument,
            Rule = "CT / (CT + ST), neutral talk left out.",
            Turns = Turns(MiscEntry.IsChange),
            Against = Turns(i => MiscEntry.IsChange(i) || MiscEntry.IsSustain(i)),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure of MISC 2.5."),
    };

    /// <summary>Equal when all counts and strengths are equal.</summary>
    /// <param name="other">The summary to compare with, or null.</param>
    public bool Equals(MiscSummary? other) =>
        other is not null && _counts.AsSpan().SequenceEqual(other._counts.AsSpan()) && _strengths.AsSpan().SequenceEqual(other._strengths.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MiscSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ChangeTalk, SustainTalk, Sum(s_questions), Sum(s_reflections));

    /// <summary>The codes that occur, with their counts.</summary>
    public override string ToString() => Instrument + ": " + string.Join(", ", Counts.Where(c => c.Count > 0).Select(c => $"{c.Code} {c.Count}"));

    private static Code[] Consistent(MicoDefinition definition) => definition == MicoDefinition.Core ? s_core : s_wide;

    private int Sum(Code[] codes)
    {
        var sum = 0;
        foreach (var code in codes) sum += CountOf(code);
        return sum;
    }

    private Explanation Make(string measure, string rule, Code[] part, Code[] whole) => new()
    {
        Measure = measure,
        Instrument = Instrument,
        Rule = rule,
        Turns = Turns(i => i < MiscEntry.Codes.Length && part.Contains(MiscEntry.Codes[i])),
        Against = Turns(i => i < MiscEntry.Codes.Length && whole.Contains(MiscEntry.Codes[i])),
    };

    private ImmutableArray<int> Turns(Predicate<int> counts)
    {
        if (!_hasEvidence) throw new InvalidOperationException("Recorded without evidence: switch it on in SessionOptions.KeepEvidence.");
        var turns = ImmutableArray.CreateBuilder<int>();
        foreach (var entry in _log.Span)
            if (counts(entry.Index)) turns.Add(entry.Turn);
        return turns.ToImmutable();
    }
}
