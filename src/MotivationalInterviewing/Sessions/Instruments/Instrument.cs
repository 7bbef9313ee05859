using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Sessions.Instruments;

/// <summary>Who owns an instrument's wording and what may be done with it, as far as the sources say. Immutable.</summary>
public sealed class InstrumentLicense
{
    internal InstrumentLicense(bool shipsText, string terms, string source) => (ShipsText, Terms, Source) = (shipsText, terms, source);

    /// <summary>Whether item wording ships with this library; otherwise the host supplies wording that it may use.</summary>
    public bool ShipsText { get; }

    /// <summary>The terms, in one or two sentences. No legal advice.</summary>
    public string Terms { get; }

    /// <summary>Where the terms come from, and where sources differ.</summary>
    public string Source { get; }

    /// <summary>The terms.</summary>
    public override string ToString() => Terms;
}

/// <summary>One answer that an item allows. Immutable.</summary>
public sealed class AnswerChoice
{
    internal AnswerChoice(int value, string label, string? loinc) => (Value, Label, Loinc) = (value, label, loinc);

    /// <summary>The number that is scored.</summary>
    public int Value { get; }

    /// <summary>The wording.</summary>
    public string Label { get; }

    /// <summary>LOINC answer code; null when not known for certain.</summary>
    public string? Loinc { get; }

    /// <summary>Number and wording.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} {Label}");
}

/// <summary>One item of an instrument. Immutable.</summary>
public sealed class InstrumentItem
{
    internal InstrumentItem(int number, ImmutableArray<int> allowed, string? text = null, string? loinc = null, bool safety = false) =>
        (Number, Allowed, Text, Loinc, IsSafety) = (number, allowed, text, loinc, safety);

    /// <summary>The item's number, from 1, as the instrument numbers it.</summary>
    public int Number { get; }

    /// <summary>The numbers that may be answered, ascending.</summary>
    public ImmutableArray<int> Allowed { get; }

    /// <summary>The wording; null where the host supplies it.</summary>
    public string? Text { get; }

    /// <summary>LOINC code of the item; null when not known for certain.</summary>
    public string? Loinc { get; }

    /// <summary>True for an item that asks about safety: it must be answered and is never prorated.</summary>
    public bool IsSafety { get; }

    /// <summary>The allowed answers: "0 to 4", or "0, 2 or 4" where some between are not.</summary>
    public string Range => Allowed[^1] - Allowed[0] == Allowed.Length - 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Allowed[0]} to {Allowed[^1]}")
        : string.Join(", ", Allowed.Take(Allowed.Length - 1)) + " or " + Allowed[^1].ToString(CultureInfo.InvariantCulture);

    /// <summary>Number and range.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"item {Number} ({Range})");
}

/// <summary>A range of scores with its name, by one source. Both ends belong to it. Immutable.</summary>
public sealed class ScoreBand
{
    internal ScoreBand(double from, double to, string name) => (From, To, Name) = (from, to, name);

    /// <summary>Smallest score.</summary>
    public double From { get; }

    /// <summary>Largest score.</summary>
    public double To { get; }

    /// <summary>What the source calls it. A screening label, not a diagnosis.</summary>
    public string Name { get; }

    /// <summary>Range and name.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}-{To} {Name}");
}

/// <summary>The bands of one source. Sources that disagree stand side by side. Immutable.</summary>
public sealed class CutOffs
{
    internal CutOffs(string source, params ImmutableArray<ScoreBand> bands) => (Source, Bands) = (source, bands);

    /// <summary>The source, and how sure it is.</summary>
    public string Source { get; }

    /// <summary>The bands, ascending.</summary>
    public ImmutableArray<ScoreBand> Bands { get; }

    /// <summary>The band of a score; null when none holds it. Where two bands share an edge, the lower one does.</summary>
    /// <param name="score">The score.</param>
    public ScoreBand? Find(double score) => Bands.FirstOrDefault(b => score >= b.From && score <= b.To);

    /// <summary>The source.</summary>
    public override string ToString() => Source;
}

/// <summary>How a scale is made of its items. The default value is <see cref="Sum"/>.</summary>
public enum ScaleMethod
{
    /// <summary>The sum of its items.</summary>
    Sum = 0,

    /// <summary>The mean of its items.</summary>
    Mean,
}

/// <summary>One scale of an instrument: which items, and how. Immutable.</summary>
public sealed class InstrumentScale
{
    internal InstrumentScale(string id, string name, ImmutableArray<int> items, double minimum, double maximum, ScaleMethod method = ScaleMethod.Sum, ImmutableArray<int> reversed = default, string? loinc = null, params ImmutableArray<CutOffs> cutOffs)
    {
        (Id, Name, Items, Minimum, Maximum, Method, Reversed, Loinc, CutOffs) =
            (id, name, items, minimum, maximum, method, reversed.IsDefault ? [] : reversed, loinc, cutOffs.IsDefault ? [] : cutOffs);
    }

    /// <summary>Short identifier within the instrument.</summary>
    public string Id { get; }

    /// <summary>Name in plain words.</summary>
    public string Name { get; }

    /// <summary>Numbers of its items.</summary>
    public ImmutableArray<int> Items { get; }

    /// <summary>Items that count from the other end.</summary>
    public ImmutableArray<int> Reversed { get; }

    /// <summary>Sum or mean.</summary>
    public ScaleMethod Method { get; }

    /// <summary>Smallest score.</summary>
    public double Minimum { get; }

    /// <summary>Largest score.</summary>
    public double Maximum { get; }

    /// <summary>LOINC code of the score; null when not known for certain.</summary>
    public string? Loinc { get; }

    /// <summary>Cut-offs, one set per source; empty when there are none.</summary>
    public ImmutableArray<CutOffs> CutOffs { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}

/// <summary>The score of one scale. Immutable.</summary>
public sealed record ScaleScore
{
    /// <summary>Identifier of the scale.</summary>
    public required string Id { get; init; }

    /// <summary>The score: a whole number for sums, unrounded for means.</summary>
    public required double Value { get; init; }

    /// <summary>True when missing items were filled with the mean of the answered ones (sums are then rounded to whole numbers).</summary>
    public bool Prorated { get; init; }
}

/// <summary>What is wrong with an answer. The default value is <see cref="None"/>.</summary>
public enum AnswerFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The instrument has no such item.</summary>
    UnknownItem,

    /// <summary>The value is not among the allowed ones.</summary>
    OutOfRange,

    /// <summary>More items are missing than may be filled.</summary>
    TooManyMissing,

    /// <summary>A safety item is missing.</summary>
    SafetyItemMissing,
}

/// <summary>One fault in a set of answers. Immutable.</summary>
public sealed record InstrumentFault
{
    /// <summary>What is wrong.</summary>
    public required AnswerFault Kind { get; init; }

    /// <summary>Number of the item; null when the fault is not one item's.</summary>
    public int? Item { get; init; }

    /// <summary>The value given; null when none was.</summary>
    public int? Value { get; init; }

    /// <summary>The fault in words, with item, value and range.</summary>
    public required string Message { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}

/// <summary>Answers that an instrument cannot score; the message lists all faults at once.</summary>
public sealed class InstrumentAnswersException : ArgumentException
{
    /// <summary>An exception without details.</summary>
    public InstrumentAnswersException() { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">The message.</param>
    public InstrumentAnswersException(string message) : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="inner">The cause.</param>
    public InstrumentAnswersException(string message, Exception inner) : base(message, inner) { }

    internal InstrumentAnswersException(ImmutableArray<InstrumentFault> faults) : base(string.Join(" ", faults.Select(f => f.Message))) => Faults = faults;

    /// <summary>All faults, in the order of the items.</summary>
    public ImmutableArray<InstrumentFault> Faults { get; } = [];
}

/// <summary>
/// A published questionnaire or ruler, interned: its items, its scales, its cut-offs and its license as data. Immutable and
/// safe to share between threads. A score is no verdict and no diagnosis: feed it back by eliciting, providing, eliciting.
/// </summary>
public abstract class Instrument
{
    private protected Instrument(string id, string name, ImmutableArray<InstrumentItem> items, ImmutableArray<InstrumentScale> scales, InstrumentLicense license, string notes)
    {
        (Id, Name, Items, Scales, License, Notes) = (id, name, items, scales, license, notes);
    }

    /// <summary>Short stable identifier in lower case with the version, such as "phq-9".</summary>
    public string Id { get; }

    /// <summary>The name with the version.</summary>
    public string Name { get; }

    /// <summary>The items in order.</summary>
    public ImmutableArray<InstrumentItem> Items { get; }

    /// <summary>The scales.</summary>
    public ImmutableArray<InstrumentScale> Scales { get; }

    /// <summary>The terms of its wording.</summary>
    public InstrumentLicense License { get; }

    /// <summary>How the scores are to be read, and what they do not say.</summary>
    public string Notes { get; }

    /// <summary>Instruction that goes before the items; null where the host supplies it.</summary>
    public string? Instruction { get; internal init; }

    /// <summary>The answers that all items share, with wording; empty where the host supplies it.</summary>
    public ImmutableArray<AnswerChoice> Choices { get; internal init; } = [];

    /// <summary>LOINC code of the whole panel; null when not known for certain.</summary>
    public string? Loinc { get; internal init; }

    /// <summary>Most scored items that may be missing: one tenth of them, rounded down. Safety items may never be; items that no scale counts always may.</summary>
    public int MayMiss => Items.Count(IsScored) / 10;

    /// <summary>Every instrument of the library.</summary>
    public static ImmutableArray<Instrument> All { get; } =
    [
        Instruments.Rulers, Instruments.Socrates8A, Instruments.Socrates8D, Instruments.Urica32, Instruments.Rtcq, Instruments.ContemplationLadder,
        Instruments.DecisionalBalance, Instruments.Audit, Instruments.AuditC, Instruments.Dast10, Instruments.Ftnd, Instruments.Phq2, Instruments.Phq9,
    ];

    /// <summary>Finds an instrument by its id, without regard to case.</summary>
    /// <param name="id">The id; null or unknown gives null.</param>
    public static Instrument? Find(string? id) => All.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>All faults of a set of answers; empty when it can be scored.</summary>
    /// <param name="answers">Value by item number; null for an item left out, as is an item that is not there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is null.</exception>
    public ImmutableArray<InstrumentFault> Check(IReadOnlyDictionary<int, int?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var faults = ImmutableArray.CreateBuilder<InstrumentFault>();
        foreach (var (number, value) in answers.OrderBy(a => a.Key))
        {
            var item = Items.FirstOrDefault(i => i.Number == number);
            if (item is null) Add(AnswerFault.UnknownItem, number, value, $"{Name} has no item {number}{(value is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (answered {value})"))}; its items are 1 to {Items.Length}.");
            else if (value is { } v && !item.Allowed.Contains(v)) Add(AnswerFault.OutOfRange, number, v, $"{Name} item {number}: {v} is out of range; allowed are {item.Range}.");
        }

        var missing = Items.Where(i => IsScored(i) && answers.GetValueOrDefault(i.Number) is null).ToArray();
        foreach (var item in missing.Where(i => i.IsSafety)) Add(AnswerFault.SafetyItemMissing, item.Number, null, $"{Name} item {item.Number} asks about safety and must be answered; allowed are {item.Range}.");
        if (missing.Length > MayMiss) Add(AnswerFault.TooManyMissing, null, null, $"{Name}: {missing.Length} of {Items.Count(IsScored)} items are missing ({string.Join(", ", missing.Select(i => i.Number))}); at most {MayMiss} may be.");
        return faults.ToImmutable();

        void Add(AnswerFault kind, int? item, int? value, FormattableString message) =>
            faults.Add(new InstrumentFault { Kind = kind, Item = item, Value = value, Message = message.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>The scores of all scales.</summary>
    /// <param name="answers">Value by item number.</param>
    /// <exception cref="InstrumentAnswersException">The answers have faults; all are listed.</exception>
    public ImmutableArray<ScaleScore> ScoreScales(IReadOnlyDictionary<int, int?> answers)
    {
        var faults = Check(answers);
        if (!faults.IsEmpty) throw new InstrumentAnswersException(faults);
        return [.. Scales.Select(s => Score(s, answers))];
    }

    /// <summary>Answers given in the order of the items.</summary>
    /// <param name="values">One value per item, null for an item left out; more values than items are unknown items.</param>
    public static IReadOnlyDictionary<int, int?> InOrder(params ReadOnlySpan<int?> values)
    {
        var answers = new Dictionary<int, int?>();
        for (var i = 0; i < values.Length; i++) answers[i + 1] = values[i];
        return answers;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private bool IsScored(InstrumentItem item) => Scales.Any(s => s.Items.Contains(item.Number));

    private ScaleScore Score(InstrumentScale scale, IReadOnlyDictionary<int, int?> answers)
    {
        double sum = 0;
        var answered = 0;
        foreach (var number in scale.Items)
        {
            if (answers.GetValueOrDefault(number) is not { } value) continue;
            var item = Items[number - 1];
            sum += scale.Reversed.Contains(number) ? item.Allowed[0] + item.Allowed[^1] - value : value;
            answered++;
        }

        // An unanswered scale cannot happen: at most a tenth of the items is missing, and one-item instruments may miss none.
        var mean = answered == 0 ? 0 : sum / answered;
        return new ScaleScore
        {
            Id = scale.Id,
            Prorated = answered < scale.Items.Length,
            Value = scale.Method == ScaleMethod.Mean ? mean : answered == scale.Items.Length ? sum : Math.Round(mean * scale.Items.Length, MidpointRounding.AwayFromZero),
        };
    }
}

/// <summary>An instrument with its typed result. Interned, immutable, safe to share between threads.</summary>
/// <typeparam name="TResult">The result's type.</typeparam>
public sealed class Instrument<TResult> : Instrument
    where TResult : class
{
    private readonly Func<Instrument, IReadOnlyDictionary<int, int?>, IReadOnlyDictionary<string, ScaleScore>, TResult> _result;

    internal Instrument(
        string id, string name, ImmutableArray<InstrumentItem> items, ImmutableArray<InstrumentScale> scales, InstrumentLicense license, string notes,
        Func<Instrument, IReadOnlyDictionary<int, int?>, IReadOnlyDictionary<string, ScaleScore>, TResult> result)
        : base(id, name, items, scales, license, notes) => _result = result;

    /// <summary>Scores one person's answers.</summary>
    /// <param name="answers">Value by item number; an item left out is null or not there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is null.</exception>
    /// <exception cref="InstrumentAnswersException">The answers have faults; all are listed.</exception>
    public TResult Score(IReadOnlyDictionary<int, int?> answers) => _result(this, answers, ScoreScales(answers).ToDictionary(s => s.Id));

    /// <summary>Scores answers given in the order of the items.</summary>
    /// <param name="values">One value per item, null for an item left out.</param>
    /// <exception cref="InstrumentAnswersException">The answers have faults; all are listed.</exception>
    public TResult Score(params ReadOnlySpan<int?> values) => Score(InOrder(values));
}
