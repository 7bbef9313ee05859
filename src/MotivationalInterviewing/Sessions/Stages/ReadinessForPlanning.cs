using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>A sign that a client is ready to plan. The default value is <see cref="None"/>.</summary>
public enum PlanningSign
{
    /// <summary>No sign.</summary>
    None = 0,

    /// <summary>Less sustain talk and discord in the last third than in the first.</summary>
    LessSustainTalk,

    /// <summary>More change talk in the last third than in the first.</summary>
    MoreChangeTalk,

    /// <summary>Stronger change talk in the last third than in the first, or of strength 4 and up.</summary>
    StrongerChangeTalk,

    /// <summary>Recent steps toward change.</summary>
    TakingSteps,

    /// <summary>Questions about change.</summary>
    QuestionsAboutChange,

    /// <summary>Picturing life after the change.</summary>
    Envisioning,

    /// <summary>Commitment in the last third with neither sustain talk nor discord in the same volley or the one after.</summary>
    CalmResolve,
}

/// <summary>One sign with the turns that show it. Immutable; holds no words.</summary>
public sealed record PlanningSignEvidence
{
    /// <summary>The sign.</summary>
    public required PlanningSign Sign { get; init; }

    /// <summary>First turns of the volleys that show it, in order; for less sustain talk, those of the first third that were not repeated.</summary>
    public required ImmutableArray<int> Turns { get; init; }

    /// <summary>Equal when sign and turns are.</summary>
    /// <param name="other">The evidence to compare with, or null.</param>
    public bool Equals(PlanningSignEvidence? other) => other is not null && Sign == other.Sign && Turns.AsSpan().SequenceEqual(other.Turns.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sign, Turns.Length);

    /// <summary>Sign and turns.</summary>
    public override string ToString() => $"{Sign}: turns {string.Join(", ", Turns)}";
}

/// <summary>
/// Whether it is time to summarize, ask the key question and stay silent. Ready means three signs or more, among them
/// steps, stronger change talk or calm resolve, and no rebound of sustain talk; the number three is a design of this
/// library. Immutable.
/// </summary>
public sealed record ReadinessForPlanning
{
    /// <summary>The signs that were heard, in the order of <see cref="PlanningSign"/>.</summary>
    public required ImmutableArray<PlanningSignEvidence> Signs { get; init; }

    /// <summary>First turns of the latest sustain volleys when sustain talk has come back (two of the last three stances); otherwise empty. Then return to evoking.</summary>
    public required ImmutableArray<int> ReboundTurns { get; init; }

    /// <summary>Ready to plan.</summary>
    public required bool IsReady { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether a sign was heard.</summary>
    /// <param name="sign">The sign.</param>
    public bool Has(PlanningSign sign) => Signs.Any(s => s.Sign == sign);

    internal static ReadinessForPlanning Of(IReadOnlyList<VolleyEvidence> volleys)
    {
        var third = volleys.Count / 3;
        var first = volleys.Take(third).ToArray();
        var last = volleys.Skip(volleys.Count - third).ToArray();
        var signs = ImmutableArray.CreateBuilder<PlanningSignEvidence>();
        if (third > 0)
        {
            var early = first.Where(Against).Select(v => v.Turn).ToArray();
            if (early.Length > last.Count(Against)) Add(PlanningSign.LessSustainTalk, early);
            var late = last.Where(v => v.ChangeKinds != 0).ToArray();
            if (late.Length > first.Count(v => v.ChangeKinds != 0)) Add(PlanningSign.MoreChangeTalk, late.Select(v => v.Turn));
            var before = first.Where(v => v.ChangeKinds != 0).Select(v => v.ChangeStrength).DefaultIfEmpty(0).Average();
            if (late.Length > 0 && (late.Average(v => v.ChangeStrength) > before || late.Any(v => v.ChangeStrength >= 4)))
                Add(PlanningSign.StrongerChangeTalk, late.Where(v => v.ChangeStrength > before || v.ChangeStrength >= 4).Select(v => v.Turn));
        }

        Add(PlanningSign.TakingSteps, volleys.Where(v => v.Has(ChangeTalkKind.TakingSteps, TalkDirection.Change)).Select(v => v.Turn));
        Add(PlanningSign.QuestionsAboutChange, volleys.Where(v => v.Interest).Select(v => v.Turn));
        Add(PlanningSign.Envisioning, volleys.Where(v => v.Envisions).Select(v => v.Turn));
        Add(PlanningSign.CalmResolve, Enumerable.Range(volleys.Count - third, third)
            .Where(i => volleys[i].Has(ChangeTalkKind.Commitment, TalkDirection.Change) && !Against(volleys[i]) && (i + 1 == volleys.Count || !Against(volleys[i + 1])))
            .Select(i => volleys[i].Turn));

        var stances = volleys.Where(v => v.ChangeKinds != 0 || v.SustainKinds != 0).TakeLast(3).ToArray();
        var back = stances.Where(v => v.SustainKinds != 0 && v.Talk != TalkDirection.Change).Select(v => v.Turn).ToImmutableArray();
        var rebound = back.Length >= 2;
        var strong = signs.Any(s => s.Sign is PlanningSign.TakingSteps or PlanningSign.StrongerChangeTalk or PlanningSign.CalmResolve);
        var ready = signs.Count >= 3 && strong && !rebound;
        return new ReadinessForPlanning
        {
            Signs = signs.ToImmutable(),
            ReboundTurns = rebound ? back : [],
            IsReady = ready,
            Reason = rebound ? "Sustain talk has come back: return to evoking."
                : ready ? "Enough signs: summarize, ask the key question, then stay silent."
                : signs.Count >= 3 ? "No step, stronger change talk or calm resolve yet."
                : "Fewer than three signs.",
        };

        void Add(PlanningSign sign, IEnumerable<int> turns)
        {
            ImmutableArray<int> all = [.. turns];
            if (!all.IsEmpty) signs.Add(new PlanningSignEvidence { Sign = sign, Turns = all });
        }
    }

    private static bool Against(VolleyEvidence v) => v.SustainKinds != 0 || v.Discord;
}
