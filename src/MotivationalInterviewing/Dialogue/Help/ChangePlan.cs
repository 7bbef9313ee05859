using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MotivationalInterviewing.Sessions.Instruments;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>What to do before a plan is begun. The default value is <see cref="NoLeave"/>.</summary>
public enum PlanReadiness
{
    /// <summary>The client has not agreed to plan: ask.</summary>
    NoLeave = 0,

    /// <summary>Planning is silent: risk is open, or the client has taken their consent back.</summary>
    Stopped,

    /// <summary>Talk against the change has come back: return to evoking; the client may still go on if they say so.</summary>
    Wait,

    /// <summary>The client has not yet said how ready they are: ask for 0 to 10.</summary>
    AskFirst,

    /// <summary>Go on.</summary>
    Ready,
}

/// <summary>
/// A plan in the client's own words: the worksheet, how ready they were before, how committed and sure they are after, and
/// when they want to look at it again. Holds words: confidential. Immutable.
/// </summary>
public sealed record ChangePlan
{
    /// <summary>The version that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>At this number and above, readiness, commitment and confidence need no second look; a convention of this library.</summary>
    public const int Enough = 7;

    private const string CommitmentQuestion = "From 0 to 10, how committed are you to this plan?";

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Id of the behavior.</summary>
    public required string Behavior { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>How ready the client said they were to plan, 0 to 10, before; null when not asked.</summary>
    public int? ReadinessBefore { get; init; }

    /// <summary>The plan itself, in the client's words, with their confidence and the review date.</summary>
    public required ChangePlanWorksheet Worksheet { get; init; }

    /// <summary>How committed the client said they are, 0 to 10, after; null when not asked.</summary>
    public int? CommitmentAfter { get; init; }

    /// <summary>Whether a plan may be begun now.</summary>
    /// <param name="session">The conversation.</param>
    /// <param name="readiness">The client's own number, 0 to 10; null when not asked yet.</param>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static PlanReadiness Check(DialogueSession session, int? readiness)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (readiness is < 0 or > 10) throw new ArgumentOutOfRangeException(nameof(readiness), readiness, "0 to 10.");
        if (session.IsStopped || session.IsPaused) return PlanReadiness.Stopped;
        if (!session.Permissions.Allows(PermissionKind.Plan)) return PlanReadiness.NoLeave;
        if (session.Volleys.TakeLast(3).Count(v => v.Talk == TalkDirection.Sustain) >= 2) return PlanReadiness.Wait;
        return readiness switch { null => PlanReadiness.AskFirst, < 4 => PlanReadiness.Wait, _ => PlanReadiness.Ready };
    }

    /// <summary>Begins a plan with what the client has said already: their strongest reasons and the steps they named.</summary>
    /// <param name="invitation">The client's leave for <see cref="PermissionKind.Plan"/>.</param>
    /// <param name="session">The conversation.</param>
    /// <param name="clock">Gives the day.</param>
    /// <param name="readiness">The client's own number, 0 to 10; null when not asked.</param>
    /// <exception cref="ArgumentNullException">An argument is null: there is no plan without leave.</exception>
    /// <exception cref="ArgumentException">The leave is for something else.</exception>
    public static ChangePlan Begin(Invitation invitation, DialogueSession session, TimeProvider clock, int? readiness = null)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(clock);
        invitation.Require(PermissionKind.Plan);
        ImmutableArray<string> Said(params ReadOnlySpan<PlanDetail> details)
        {
            var said = ImmutableArray.CreateBuilder<string>();
            foreach (var item in session.Plan)
                if (details.Contains(item.Detail)) said.Add(item.Clause.Text.Trim());
            return said.ToImmutable();
        }

        return new ChangePlan
        {
            Behavior = session.Options.Target.Id,
            MadeOn = DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            ReadinessBefore = readiness,
            Worksheet = new ChangePlanWorksheet
            {
                Reasons = [.. session.Clauses.Where(c => c.Direction == TalkDirection.Change && c.Kind is ChangeTalkKind.Reason or ChangeTalkKind.Desire or ChangeTalkKind.Need)
                    .OrderByDescending(c => c.Strength).Take(3).OrderBy(c => c.Turn).Select(c => c.Text.Trim())],
                Steps = Said(PlanDetail.FirstStep, PlanDetail.When),
                Helpers = Said(PlanDetail.Who),
                Obstacles = Said(PlanDetail.Obstacle),
                SignsOfSuccess = Said(PlanDetail.Signs).FirstOrDefault(),
                Confidence = session.Confidence,
            },
        };
    }

    /// <summary>Questions that the plan leaves open, in its order; the last two ask for a second look when the client's own numbers are low. Nothing is filled in for the client.</summary>
    public ImmutableArray<string> OpenQuestions()
    {
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var field in Worksheet.Open()) open.Add(Question(field));
        if (CommitmentAfter is null) open.Add(CommitmentQuestion);
        else if (CommitmentAfter < Enough) open.Add("What would the plan need for you to feel more committed to it?");
        if (Worksheet.Confidence is >= 0 and < Enough) open.Add("What would make it a little easier to be sure of, a smaller first step for instance?");
        return open.ToImmutable();
    }

    /// <summary>The plan with one more answer of the client's, in their own words.</summary>
    /// <param name="field">Name of the field, as <see cref="ChangePlanWorksheet.Open"/> gives it, or <see cref="ReadinessBefore"/> or <see cref="CommitmentAfter"/>.</param>
    /// <param name="words">What the client said: for numbers 0 to 10, for the review YYYY-MM-DD; for lists one more entry. Blank words change nothing.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    /// <exception cref="FormatException">The words are no number from 0 to 10, or no date; the message says what is allowed and holds none of the words.</exception>
    public ChangePlan Answer(string field, string words)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (string.IsNullOrWhiteSpace(words)) return this;
        var said = words.Trim();
        return field switch
        {
            nameof(ReadinessBefore) => this with { ReadinessBefore = Number(said) },
            nameof(CommitmentAfter) => this with { CommitmentAfter = Number(said) },
            nameof(ChangePlanWorksheet.Change) => this with { Worksheet = Worksheet with { Change = said } },
            nameof(ChangePlanWorksheet.Reasons) => this with { Worksheet = Worksheet with { Reasons = Worksheet.Reasons.Add(said) } },
            nameof(ChangePlanWorksheet.Steps) => this with { Worksheet = Worksheet with { Steps = Worksheet.Steps.Add(said) } },
            nameof(ChangePlanWorksheet.Helpers) => this with { Worksheet = Worksheet with { Helpers = Worksheet.Helpers.Add(said) } },
            nameof(ChangePlanWorksheet.Obstacles) => this with { Worksheet = Worksheet with { Obstacles = Worksheet.Obstacles.Add(said) } },
            nameof(ChangePlanWorksheet.SignsOfSuccess) => this with { Worksheet = Worksheet with { SignsOfSuccess = said } },
            nameof(ChangePlanWorksheet.Confidence) => this with { Worksheet = Worksheet with { Confidence = Number(said) } },
            nameof(ChangePlanWorksheet.ReviewOn) => this with
            {
                Worksheet = Worksheet with { ReviewOn = DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FormatException("A date is written YYYY-MM-DD, such as 2027-01-31.") },
            },
            nameof(ChangePlanWorksheet.IfItDoesNotWork) => this with { Worksheet = Worksheet with { IfItDoesNotWork = said } },
            _ => throw new ArgumentException($"'{field}' is no field of the plan.", nameof(field)),
        };
    }

    private static int Number(string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 10 ? n : throw new FormatException("A number from 0 to 10 is needed.");

    /// <summary>The question that asks for a field of the worksheet.</summary>
    /// <param name="field">Name of the field, as <see cref="ChangePlanWorksheet.Open"/> gives it.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public static string Question(string field) => field switch
    {
        nameof(ChangePlanWorksheet.Change) => "What change would you like to make?",
        nameof(ChangePlanWorksheet.Reasons) => "What are your most important reasons for it?",
        nameof(ChangePlanWorksheet.Steps) => "What is your first step: what, when and where?",
        nameof(ChangePlanWorksheet.Helpers) => "Who could help, and how?",
        nameof(ChangePlanWorksheet.Obstacles) => "What could get in the way, and what would you do then?",
        nameof(ChangePlanWorksheet.SignsOfSuccess) => "How will you know that it is working?",
        nameof(ChangePlanWorksheet.Confidence) => "From 0 to 10, how confident are you that you can do this?",
        nameof(ChangePlanWorksheet.ReviewOn) => "When would you like to look at it again?",
        nameof(ChangePlanWorksheet.IfItDoesNotWork) => "What will you do if it does not work out?",
        nameof(ReadinessBefore) => "From 0 to 10, how ready are you to make a plan today?",
        nameof(CommitmentAfter) => CommitmentQuestion,
        _ => throw new ArgumentException($"'{field}' is no field of the worksheet.", nameof(field)),
    };

    /// <summary>The review date to offer when the client names none: two weeks from now.</summary>
    /// <param name="clock">Gives the day.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    public static DateOnly SuggestedReview(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DateOnly.FromDateTime(clock.GetLocalNow().DateTime).AddDays(14);
    }

    /// <summary>True from the review date on; false before, or when none is set.</summary>
    /// <param name="clock">Gives the day.</param>
    /// <exception cref="ArgumentNullException">The clock is null.</exception>
    public bool IsDueForReview(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Worksheet.ReviewOn is { } day && DateOnly.FromDateTime(clock.GetLocalNow().DateTime) >= day;
    }

    /// <summary>The plan as JSON. Holds words: confidential.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HelpJson.Default.ChangePlan);

    /// <summary>Reads a plan.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no plan, or one of a later version.</exception>
    public static ChangePlan FromJson(string json)
    {
        var plan = JsonSerializer.Deserialize(json, HelpJson.Default.ChangePlan);
        if (plan?.Worksheet is null) throw new JsonException("No plan.");
        HelpJson.Check(plan.Version, CurrentVersion, "A plan");
        return plan;
    }

    /// <summary>The behavior and what is open; never the words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ChangePlan {{ {Behavior}, Open = {Worksheet?.Open().Length} }}");
}
