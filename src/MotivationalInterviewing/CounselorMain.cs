namespace MotivationalInterviewing;

/// <summary>
/// The main act of a counselor turn, the coarse scheme in which human coders agree best
/// (Fleiss kappa about 0.73 among ten experts). The default value is <see cref="Other"/>.
/// </summary>
public enum CounselorMain
{
    /// <summary>Facilitation, greeting, structure, affirmation or support alone.</summary>
    Other = 0,

    /// <summary>Asks something, open or closed.</summary>
    Question,

    /// <summary>Gives back what the client said or meant.</summary>
    Reflection,

    /// <summary>Information, advice, options, persuasion, warning, confrontation or goal negotiation.</summary>
    Input,
}
