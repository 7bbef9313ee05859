using System.Collections.Immutable;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// What the counselor does next and why. A reply says <see cref="Technique"/> first and, when <see cref="FollowUp"/> is
/// not none, that after it: reflect, then at most one question. Immutable. <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record NextMove
{
    /// <summary>What answers the client's words.</summary>
    public required Technique Technique { get; init; }

    /// <summary>What is asked or offered after it; <see cref="Technique.None"/> leaves room instead. At most one of both asks.</summary>
    public Technique FollowUp { get; init; }

    /// <summary>The task that the move serves.</summary>
    public required MiTask Task { get; init; }

    /// <summary>
    /// What to give back, in this order: one clause for a reflection or affirmation (the one the move is about; empty when
    /// none is fit), sustain then change for a double-sided reflection, all gathered ideas for a summary (change talk last).
    /// </summary>
    public ImmutableArray<ClientClause> Reflect { get; init; } = [];

    /// <summary>The ruler asked or followed up; null elsewhere.</summary>
    public Ruler? Ruler { get; init; }

    /// <summary>The client's answer on <see cref="Ruler"/>, 0 to 10; null before it is given.</summary>
    public int? RulerAnswer { get; init; }

    /// <summary>
    /// The things laid out, each as short noun phrase or sentence: topics of an agenda, options of a menu, facts to provide.
    /// Empty elsewhere.
    /// </summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>What <see cref="Technique.AskPermission"/> asks leave for.</summary>
    public PermissionKind Permission { get; init; }

    /// <summary>The detail that <see cref="Technique.PlanStep"/> asks for.</summary>
    public PlanDetail Detail { get; init; }

    /// <summary>A shade of <see cref="Technique"/> with wordings of its own, such as "silence" or "denied"; empty elsewhere.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Why this move, in plain words.</summary>
    public required string Rationale { get; init; }

    /// <summary>What the move keeps away from, in plain words.</summary>
    public string Avoids { get; init; } = "";

    /// <summary>The move's name: "ComplexReflection", or "ComplexReflection+AskDesire" with a follow-up.</summary>
    public string Name => FollowUp == Technique.None ? Technique.ToString() : $"{Technique}+{FollowUp}";

    /// <summary>Name and task; never the words.</summary>
    public override string ToString() => $"NextMove {{ {Name}, Task = {Task} }}";
}

/// <summary>What a client may be asked leave for. The default value is <see cref="None"/>.</summary>
public enum PermissionKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Information on the topic.</summary>
    Information,

    /// <summary>Ideas and advice.</summary>
    Advice,

    /// <summary>Working on a plan.</summary>
    Plan,

    /// <summary>Naming a service or a person to turn to.</summary>
    Referral,

    /// <summary>Laying out the kinds of help there are.</summary>
    Options,
}

/// <summary>A detail of a plan. The default value is <see cref="None"/>.</summary>
public enum PlanDetail
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The first thing to do.</summary>
    FirstStep,

    /// <summary>When and where.</summary>
    When,

    /// <summary>Who can help.</summary>
    Who,

    /// <summary>What may get in the way, and what then.</summary>
    Obstacle,

    /// <summary>How the client will know that it works.</summary>
    Signs,
}
