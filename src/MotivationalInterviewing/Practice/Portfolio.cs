using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MotivationalInterviewing.Practice;

/// <summary>Where a session came from. Kinds are never mixed in a figure. The default value is <see cref="Simulated"/>.</summary>
public enum SessionKind
{
    /// <summary>With a simulated client.</summary>
    Simulated = 0,

    /// <summary>With a person who plays a client.</summary>
    RolePlayed,

    /// <summary>With a real client.</summary>
    Real,
}

/// <summary>Steps to independence. The default value is <see cref="Observed"/>.</summary>
public enum LadderStep
{
    /// <summary>Every turn is coached.</summary>
    Observed = 0,

    /// <summary>Prompts after slips.</summary>
    Coached,

    /// <summary>Debrief after each session.</summary>
    Reviewed,

    /// <summary>Works alone, with refreshers.</summary>
    Independent,
}

/// <summary>One session in a portfolio: figures only, no words. Immutable.</summary>
public sealed record PortfolioSession
{
    /// <summary>Identifies the session.</summary>
    public required string Id { get; init; }

    /// <summary>Where it came from.</summary>
    public required SessionKind Kind { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The client's id.</summary>
    public required string Client { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Resistance { get; init; }

    /// <summary>The client was sent.</summary>
    public bool Mandated { get; init; }

    /// <summary>Counselor turns.</summary>
    public required int Turns { get; init; }

    /// <summary>The instrument of the measures with its version; measures of different versions are never counted together.</summary>
    public required string Instrument { get; init; }

    /// <summary>Measures by name; those without enough data are absent.</summary>
    public required ImmutableDictionary<string, double> Measures { get; init; }

    /// <summary>Score per skill, 0 to 1.</summary>
    public required ImmutableDictionary<PracticeSkill, double> Skills { get; init; }

    /// <summary>A danger was hinted at and not asked about.</summary>
    public bool UnmetRisk { get; init; }

    /// <summary>A session from its debrief.</summary>
    /// <param name="debrief">The debrief.</param>
    /// <param name="profile">The client.</param>
    /// <param name="id">Identifies the session.</param>
    /// <param name="at">When it ended.</param>
    /// <param name="kind">Where it came from.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PortfolioSession Of(Debrief debrief, ClientProfile profile, string id, DateTimeOffset at, SessionKind kind = SessionKind.Simulated)
    {
        ArgumentNullException.ThrowIfNull(debrief);
        ArgumentNullException.ThrowIfNull(profile);
        var measures = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (debrief.Summary.Miti.ReflectionToQuestion.Value is { } ratio) measures["reflection-to-question"] = ratio;
        if (debrief.Summary.Miti.ComplexReflections.Value is { } complex) measures["complex-reflections"] = complex;
        measures["non-adherent"] = debrief.Summary.Miti.TotalNonAdherent;
        return new PortfolioSession
        {
            Id = id,
            Kind = kind,
            At = at,
            Client = profile.Id,
            Resistance = profile.Resistance,
            Mandated = profile.Mandated,
            Turns = debrief.Summary.Turns / 2,
            Instrument = Sessions.MitiSummary.Instrument,
            Measures = measures.ToImmutable(),
            Skills = debrief.Skills,
            UnmetRisk = debrief.UnmetRisk,
        };
    }

    /// <summary>Id, kind and date.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"PortfolioSession {{ Id = {Id}, Kind = {Kind}, At = {At:O} }}");
}

/// <summary>A human supervisor's yes to a step, or an override with a reason. Immutable.</summary>
public sealed record SignOff
{
    /// <summary>The step that was reached.</summary>
    public required LadderStep Step { get; init; }

    /// <summary>Who signed.</summary>
    public required string Supervisor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why the criteria were set aside; null when they were met.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Step and date.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SignOff {{ Step = {Step}, At = {At:O} }}");
}

/// <summary>Mastery of one skill: a mean that leans on recent sessions, and fades when there are none.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Sessions">Sessions that show it.</param>
public readonly record struct Mastery(PracticeSkill Skill, double Value, int Sessions);

/// <summary>A measure over sessions.</summary>
/// <param name="Measure">The measure's name.</param>
/// <param name="Values">Its values in the order of the sessions.</param>
/// <param name="Recent">Mean of the last five sessions; null without a session.</param>
/// <param name="Interval">95 % interval of that mean (Student's t); null with fewer than three sessions.</param>
public readonly record struct MeasureTrend(string Measure, ImmutableArray<double> Values, double? Recent, Sessions.Interval? Interval);

/// <summary>What a trainee has practiced: figures only, owned by the trainee, who may export or delete it. Immutable.</summary>
public sealed record Portfolio
{
    /// <summary>The version of the format that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The format's version.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The trainee, by a name that the host chooses.</summary>
    public required string Name { get; init; }

    /// <summary>Sessions in the order in which they ended.</summary>
    public ImmutableArray<PortfolioSession> Sessions { get; init; } = [];

    /// <summary>Steps that a supervisor signed off.</summary>
    public ImmutableArray<SignOff> SignOffs { get; init; } = [];

    /// <summary>Mastery per skill from sessions of one kind; each session counts half after 60 days, and mastery itself fades by half after 180 days without practice.</summary>
    /// <param name="kind">Which sessions; kinds are never mixed.</param>
    /// <param name="now">The time from which ages are counted.</param>
    public ImmutableArray<Mastery> MasteryOf(SessionKind kind, DateTimeOffset now)
    {
        var list = ImmutableArray.CreateBuilder<Mastery>();
        foreach (var skill in Enum.GetValues<PracticeSkill>())
        {
            var own = Sessions.Where(s => s.Kind == kind && s.Skills.ContainsKey(skill)).ToList();
            if (own.Count == 0) continue;
            double Age(PortfolioSession s) => Math.Max(0, (now - s.At).TotalDays);
            var weight = own.Sum(s => Math.Pow(0.5, Age(s) / 60));
            var value = own.Sum(s => s.Skills[skill] * Math.Pow(0.5, Age(s) / 60)) / weight;
            list.Add(new Mastery(skill, value * Math.Pow(0.5, own.Min(Age) / 180), own.Count));
        }

        return list.ToImmutable();
    }

    /// <summary>How a measure moved over sessions of one kind and one instrument, the last five summed up.</summary>
    /// <param name="kind">Which sessions; kinds are never mixed.</param>
    /// <param name="measure">The measure's name, such as "reflection-to-question".</param>
    public MeasureTrend TrendOf(SessionKind kind, string measure)
    {
        var own = Sessions.Where(s => s.Kind == kind && s.Measures.ContainsKey(measure)).OrderBy(s => s.At).ToList();
        var values = own.Where(s => s.Instrument == own[^1].Instrument).Select(s => s.Measures[measure]).ToImmutableArray();
        var last = values.TakeLast(5).ToArray();
        if (last.Length == 0) return new MeasureTrend(measure, values, null, null);
        var mean = last.Average();
        if (last.Length < 3) return new MeasureTrend(measure, values, mean, null);
        // Student's t for 2, 3 and 4 degrees of freedom.
        double[] t = [4.303, 3.182, 2.776];
        var half = t[last.Length - 3] * Math.Sqrt(last.Sum(v => (v - mean) * (v - mean)) / (last.Length - 1) / last.Length);
        return new MeasureTrend(measure, values, mean, new Sessions.Interval(mean - half, mean + half));
    }

    /// <summary>An exercise for the weakest skill.</summary>
    /// <param name="kind">Which sessions to judge by.</param>
    /// <param name="now">The time from which ages are counted.</param>
    public (PracticeSkill Skill, string Exercise) NextExercise(SessionKind kind, DateTimeOffset now)
    {
        var mastery = MasteryOf(kind, now);
        var weakest = mastery.IsEmpty ? PracticeSkill.Reflecting : mastery.MinBy(m => m.Value).Skill;
        return (weakest, weakest switch
        {
            PracticeSkill.OpenQuestions => "Ten turns: before each question, turn a closed one into one that begins with what or how.",
            PracticeSkill.Affirming => "Name one effort or strength in each five turns, with the evidence for it, and no praise words.",
            PracticeSkill.Summarizing => "After every eight client turns, draw together two to five of their ideas, change talk last.",
            PracticeSkill.Evoking => "Spot change talk: after each client turn say to yourself change, sustain or neither; give back every change.",
            PracticeSkill.Softening => "Answer each reason for leaving things as they are with a double-sided reflection that ends on the change, joined by and.",
            PracticeSkill.Partnership => "Elicit, provide, elicit: ask what they know and whether you may add something, give a little, ask what they make of it.",
            PracticeSkill.Empathy => "Reflections only, ten turns: guess at what is meant or felt, and take a no as news.",
            PracticeSkill.Planning => "Hold the plan until the client speaks of it; then ask one key question and wait.",
            PracticeSkill.RiskHandling => "Practice with a client at risk: ask directly, in plain words, and say who can help.",
            _ => "Reflections only: ten turns without a question.",
        });
    }

    /// <summary>The portfolio as JSON: the trainee's export.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PracticeJson.Default.Portfolio);

    /// <summary>Reads a portfolio.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="FormatException">It is no portfolio, or one written by a newer version.</exception>
    public static Portfolio FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number))
                throw new FormatException("Not a portfolio: 'version' is missing; expected a whole number.");
            if (number > CurrentVersion) throw new FormatException($"The portfolio was written by a newer version ({number}); this one reads up to {CurrentVersion}.");
            return JsonSerializer.Deserialize(json, PracticeJson.Default.Portfolio) ?? throw new FormatException("Not a portfolio.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException("Not a portfolio: the file is damaged.", e);
        }
    }

    /// <summary>Name and number of sessions.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Portfolio {{ Name = {Name}, Sessions = {Sessions.Length} }}");
}

/// <summary>What a step asks for, as data. Immutable.</summary>
public sealed record LadderCriterion
{
    /// <summary>The step that the criterion opens.</summary>
    public required LadderStep Step { get; init; }

    /// <summary>Sessions in a row that must meet the thresholds.</summary>
    public required int SessionsInARow { get; init; }

    /// <summary>Counselor turns that a session must have to count.</summary>
    public required int MinimumTurns { get; init; }

    /// <summary>The instrument with its version.</summary>
    public required string Instrument { get; init; }

    /// <summary>Least value per measure.</summary>
    public required ImmutableDictionary<string, double> AtLeast { get; init; }

    /// <summary>Largest value per measure.</summary>
    public required ImmutableDictionary<string, double> AtMost { get; init; }

    /// <summary>At least one counted session with a client of resistance 4 or 5.</summary>
    public bool NeedsResistant { get; init; }

    /// <summary>At least one counted session with a mandated client.</summary>
    public bool NeedsMandated { get; init; }

    /// <summary>Days after which a step that was not refreshed by a session falls back by one.</summary>
    public required int RefreshDays { get; init; }

    /// <summary>The step.</summary>
    public override string ToString() => $"LadderCriterion {{ Step = {Step} }}";
}

/// <summary>Where a trainee stands and what is missing for the next step. Immutable.</summary>
public sealed record LadderStanding
{
    /// <summary>The step that stands now.</summary>
    public required LadderStep Step { get; init; }

    /// <summary>The step fell back because nothing was practiced for too long.</summary>
    public required bool Lapsed { get; init; }

    /// <summary>Criteria of the next step are met; a supervisor may sign off.</summary>
    public required bool ReadyForSignOff { get; init; }

    /// <summary>What is missing, in plain words.</summary>
    public required ImmutableArray<string> Missing { get; init; }

    /// <summary>How much a coach says at this step.</summary>
    public CoachingLevel Coaching => Step switch { LadderStep.Observed => CoachingLevel.Full, LadderStep.Coached => CoachingLevel.AfterSlips, _ => CoachingLevel.Silent };

    /// <summary>Step and readiness.</summary>
    public override string ToString() => $"LadderStanding {{ Step = {Step}, ReadyForSignOff = {ReadyForSignOff} }}";
}

/// <summary>The road from observed to independent. Stateless and thread-safe.</summary>
public static class Ladder
{
    /// <summary>What every record states.</summary>
    public const string Statement = "Certifies practice in this program; it is no license to practice.";

    /// <summary>The shipped criteria; a design of this library on MITI 4.2.1 fair and good thresholds, to be replaced by a program's own.</summary>
    public static ImmutableArray<LadderCriterion> Default { get; } =
    [
        Make(LadderStep.Coached, 2, 10, 1, null, 6, false, false, 120),
        Make(LadderStep.Reviewed, 3, 15, 1, 0.4, 3, true, false, 120),
        Make(LadderStep.Independent, 4, 15, 2, 0.5, 1, true, true, 180),
    ];

    /// <summary>Where a trainee stands by sessions of one kind.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="kind">Which sessions count; kinds are never mixed.</param>
    /// <param name="now">The time from which ages are counted.</param>
    /// <param name="criteria">The criteria; null for <see cref="Default"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static LadderStanding Assess(Portfolio portfolio, SessionKind kind, DateTimeOffset now, ImmutableArray<LadderCriterion>? criteria = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var table = criteria ?? Default;
        var own = portfolio.Sessions.Where(s => s.Kind == kind).OrderBy(s => s.At).ToList();
        var signed = portfolio.SignOffs.IsEmpty ? null : portfolio.SignOffs.MaxBy(s => s.At);
        var step = signed?.Step ?? LadderStep.Observed;
        var lapsed = false;
        if (table.FirstOrDefault(c => c.Step == step) is { } held)
        {
            var last = own.Count == 0 || own[^1].At < signed!.At ? signed!.At : own[^1].At;
            if ((now - last).TotalDays > held.RefreshDays) (step, lapsed) = (step - 1, true);
        }

        if (table.FirstOrDefault(c => c.Step == step + 1) is not { } next) return new LadderStanding { Step = step, Lapsed = lapsed, ReadyForSignOff = false, Missing = [] };
        var missing = Missing(own.Where(s => lapsed ? s.At > signed!.At : signed is null || s.At > signed.At || step == LadderStep.Observed).ToList(), next);
        return new LadderStanding { Step = step, Lapsed = lapsed, ReadyForSignOff = missing.IsEmpty, Missing = missing };
    }

    /// <summary>Signs a step off.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="kind">Which sessions count.</param>
    /// <param name="supervisor">The human who signs.</param>
    /// <param name="now">When.</param>
    /// <param name="overrideReason">Why the step is given although criteria are missing; null when they must be met.</param>
    /// <param name="criteria">The criteria; null for <see cref="Default"/>.</param>
    /// <returns>The portfolio with the step.</returns>
    /// <exception cref="InvalidOperationException">Criteria are missing and no reason is given, or there is no further step.</exception>
    public static Portfolio SignOff(Portfolio portfolio, SessionKind kind, string supervisor, DateTimeOffset now, string? overrideReason = null, ImmutableArray<LadderCriterion>? criteria = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentException.ThrowIfNullOrWhiteSpace(supervisor);
        var standing = Assess(portfolio, kind, now, criteria);
        if (standing.Step == LadderStep.Independent) throw new InvalidOperationException("There is no further step.");
        if (!standing.ReadyForSignOff && string.IsNullOrWhiteSpace(overrideReason)) throw new InvalidOperationException("Criteria are missing: " + string.Join(" ", standing.Missing) + " A supervisor may override with a reason.");
        var signOff = new SignOff { Step = standing.Step + 1, Supervisor = supervisor, At = now, OverrideReason = standing.ReadyForSignOff ? null : overrideReason };
        return portfolio with { SignOffs = portfolio.SignOffs.Add(signOff) };
    }

    /// <summary>A record of the steps for somebody else to read.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="key">The host's key; null for an unsigned record, which says so.</param>
    /// <exception cref="ArgumentNullException"><paramref name="portfolio"/> is null.</exception>
    public static string Record(Portfolio portfolio, ReadOnlySpan<byte> key = default)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        var body = new StringBuilder();
        body.Append("name: ").Append(Escape(portfolio.Name)).Append('\n');
        foreach (var step in portfolio.SignOffs)
            body.Append(CultureInfo.InvariantCulture, $"step: {step.Step} {step.At:O} {Escape(step.Supervisor)}{(step.OverrideReason is { } reason ? " override: " + Escape(reason) : "")}\n");
        foreach (var kind in portfolio.Sessions.GroupBy(s => (s.Kind, s.Instrument))) body.Append(CultureInfo.InvariantCulture, $"sessions: {kind.Key.Kind} {kind.Key.Instrument} {kind.Count()}\n");
        body.Append(Statement).Append('\n');
        var signature = key.IsEmpty ? "unsigned: nobody can tell whether this record was changed" : "hmac-sha256: " + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body.ToString())));
        return body.Append(signature).Append('\n').ToString();
    }

    /// <summary>True when a record was signed with the key and not changed since.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The host's key.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public static bool Verify(string record, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(record);
        const string Mark = "hmac-sha256: ";
        var at = record.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || key.IsEmpty) return false;
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(record[..at]))));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(record[(at + Mark.Length)..].TrimEnd('\n')));
    }

    private static string Escape(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private static ImmutableArray<string> Missing(List<PortfolioSession> sessions, LadderCriterion criterion)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var counted = sessions.Where(s => s.Turns >= criterion.MinimumTurns && s.Instrument == criterion.Instrument).ToList();
        var run = Enumerable.Reverse(counted).TakeWhile(s => !s.UnmetRisk
            && criterion.AtLeast.All(m => s.Measures.TryGetValue(m.Key, out var value) && value >= m.Value)
            && criterion.AtMost.All(m => s.Measures.TryGetValue(m.Key, out var value) && value <= m.Value)).ToList();
        if (run.Count < criterion.SessionsInARow)
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"{run.Count} of {criterion.SessionsInARow} sessions in a row of at least {criterion.MinimumTurns} turns with {string.Join(", ", criterion.AtLeast.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key} at least {m.Value.ToString(CultureInfo.InvariantCulture)}").Concat(criterion.AtMost.Select(m => $"{m.Key} at most {m.Value.ToString(CultureInfo.InvariantCulture)}")))} ({criterion.Instrument}), and no danger left unasked."));
        if (criterion.NeedsResistant && !run.Any(s => s.Resistance >= 4)) missing.Add("One of them with a client of resistance 4 or 5.");
        if (criterion.NeedsMandated && !run.Any(s => s.Mandated)) missing.Add("One of them with a mandated client.");
        return missing.ToImmutable();
    }

    private static LadderCriterion Make(LadderStep step, int row, int turns, double ratio, double? complex, double nonAdherent, bool resistant, bool mandated, int days)
    {
        var least = ImmutableDictionary<string, double>.Empty.Add("reflection-to-question", ratio);
        if (complex is { } share) least = least.Add("complex-reflections", share);
        return new LadderCriterion
        {
            Step = step,
            SessionsInARow = row,
            MinimumTurns = turns,
            Instrument = Sessions.MitiSummary.Instrument,
            AtLeast = least,
            AtMost = ImmutableDictionary<string, double>.Empty.Add("non-adherent", nonAdherent),
            NeedsResistant = resistant,
            NeedsMandated = mandated,
            RefreshDays = days,
        };
    }
}
