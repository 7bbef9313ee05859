namespace MotivationalInterviewing;

/// <summary>
/// The DARN-CAT kinds of client language. Each occurs with both signs: toward change and toward the status quo.
/// Desire, ability, reason and need are preparatory; commitment, activation and taking steps are mobilizing.
/// The default value is <see cref="None"/>.
/// </summary>
public enum ChangeTalkKind
{
    /// <summary>Neutral talk: no kind.</summary>
    None = 0,

    /// <summary>D: wanting, wishing, liking.</summary>
    Desire,

    /// <summary>A: capability, confidence, possibility.</summary>
    Ability,

    /// <summary>R: a specific reason, benefit, harm or consequence.</summary>
    Reason,

    /// <summary>N: necessity or importance without a stated reason.</summary>
    Need,

    /// <summary>C: intention, decision, promise or plan.</summary>
    Commitment,

    /// <summary>AC: ready, willing, considering. DARN-CAT only: MISC 2.5 has no such code.</summary>
    Activation,

    /// <summary>TS: a concrete recent act, already done.</summary>
    TakingSteps,

    /// <summary>O: another clear stance (problem recognition or denial, bare hypotheticals).</summary>
    Other,
}
