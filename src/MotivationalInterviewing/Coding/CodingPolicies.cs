namespace MotivationalInterviewing.Coding;

/// <summary>
/// What a bare "yeah" after a reflection of change talk or sustain talk is worth. It may agree, or only follow; manuals
/// and teams differ. The default value is <see cref="Neutral"/>.
/// </summary>
public enum EchoAgreementPolicy
{
    /// <summary>Follow/neutral (FN): nothing is credited until the client repeats it, adds to it or answers a question.</summary>
    Neutral = 0,

    /// <summary>Takes the direction of what was reflected, with three tenths of its probability.</summary>
    InheritAtReducedWeight,
}

/// <summary>
/// Where hypotheticals ("if I cut down my back would ease") and problem recognition are filed; sources differ.
/// The default value is <see cref="ByContent"/>.
/// </summary>
public enum HypotheticalPolicy
{
    /// <summary>A stated benefit or cost inside the hypothetical is a reason (R); a bare "if" without content is other (O).</summary>
    ByContent = 0,

    /// <summary>Every hypothetical is other (O), as in AutoMISC.</summary>
    AlwaysOther,
}
