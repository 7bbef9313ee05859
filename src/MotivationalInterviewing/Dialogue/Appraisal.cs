using System.Collections.Immutable;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// What was noticed in a client turn, risk before everything else. An estimate from words. Holds words: confidential.
/// Immutable. <see cref="ToString"/> never prints them.
/// </summary>
public sealed record Appraisal
{
    /// <summary>What the risk screen found.</summary>
    public required RiskAssessment Risk { get; init; }

    /// <summary>Direction, kinds with their places, strength, strain and interest.</summary>
    public required CodedUtterance Coded { get; init; }

    /// <summary>What the turn does beside.</summary>
    public ClientSignals Signals { get; init; }

    /// <summary>What may be reflected, in the order of speaking: coded clauses, or the weightiest neutral one.</summary>
    public ImmutableArray<ClientClause> Clauses { get; init; } = [];

    /// <summary>The subjects that were named, as short noun phrases.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>The number given on a ruler, 0 to 10; null when none was asked or answered.</summary>
    public int? RulerAnswer { get; init; }

    /// <summary>Where the client seems to stand; not inferred unless the session's options allow it.</summary>
    public required StageEstimate Stage { get; init; }

    /// <summary>The task that the conversation is at.</summary>
    public MiTask Task { get; init; }

    /// <summary>The counselor turn that the client answers, as the coder took it; null at the start.</summary>
    internal CodedUtterance? Before { get; init; }

    /// <summary>True when a signal holds.</summary>
    /// <param name="signal">One signal, or several of which any counts.</param>
    public bool Has(ClientSignals signal) => (Signals & signal) != 0;

    /// <summary>Risk, direction and signals; never the words.</summary>
    public override string ToString() => $"Appraisal {{ Risk = {Risk?.Level}, Talk = {Coded?.Talk}, Signals = {Signals} }}";
}
