using System.Collections.Immutable;

namespace MotivationalInterviewing.Coding;

/// <summary>The ten behavior codes of MITI 4.2.1. Each is counted at most once per volley.</summary>
public static class Miti42
{
    internal const string Instrument = "MITI 4.2.1";
    private const string Section = "MITI 4.2.1, behavior counts: ";

    /// <summary>GI: neutral facts, feedback or explanation, not aimed at this client's compliance.</summary>
    public static Code GivingInformation { get; } = Make("GI", "Giving information", "Neutral facts, feedback, explanation or professional opinion that do not press for compliance.", MiAdherence.Neutral);

    /// <summary>Persuade: an overt attempt to move opinion or behavior without a nod to the client's autonomy. Non-adherent.</summary>
    public static Code Persuade { get; } = Make("Persuade", "Persuade", "Overtly tries to change the client's mind or behavior: logic, pressing facts, tips, solutions, own story as argument.", MiAdherence.NonAdherent);

    /// <summary>PwP: the same act after the client asked, agreed, or with wording that lets the client dismiss it.</summary>
    public static Code PersuadeWithPermission { get; } = Make("PwP", "Persuade with permission", "Persuasion that the client asked for or agreed to, or that is worded so that it can be dismissed.", MiAdherence.Neutral, "PersuadeWithPermission", "Persuade with permission");

    /// <summary>Q: any question, open or closed.</summary>
    public static Code Question { get; } = Make("Q", "Question", "Any question, open or closed; one per volley.", MiAdherence.Neutral);

    /// <summary>SR: gives back content with little added.</summary>
    public static Code SimpleReflection { get; } = Make("SR", "Simple reflection", "Gives back what the client said with little added.", MiAdherence.Neutral);

    /// <summary>CR: a reflection that adds meaning, feeling, emphasis or direction.</summary>
    public static Code ComplexReflection { get; } = Make("CR", "Complex reflection", "Gives back what the client meant, adding meaning, feeling, emphasis or direction.", MiAdherence.Neutral);

    /// <summary>AF: a specific, genuine note of strength, effort, intention or worth. Adherent.</summary>
    public static Code Affirm { get; } = Make("AF", "Affirm", "Names a specific strength, effort, intention or worth of the client, genuinely.", MiAdherence.Adherent);

    /// <summary>Seek: genuine sharing of power over agenda, goals or information. Adherent.</summary>
    public static Code SeekCollaboration { get; } = Make("Seek", "Seeking collaboration", "Shares power over agenda, goals or information; asks permission; asks what the client makes of it.", MiAdherence.Adherent, "SeekCollaboration", "Seeking collaboration");

    /// <summary>Emphasize: choice, control and responsibility lie with the client. Adherent.</summary>
    public static Code EmphasizeAutonomy { get; } = Make("Emphasize", "Emphasizing autonomy", "Says that choice, control or responsibility lies with the client.", MiAdherence.Adherent, "EmphasizeAutonomy", "Emphasizing autonomy");

    /// <summary>Confront: unambiguous disagreeing, correcting, shaming, labeling, warning or moralizing. Non-adherent.</summary>
    public static Code Confront { get; } = Make("Confront", "Confront", "Disagrees, corrects, shames, labels, warns, moralizes or doubts the client's honesty, unambiguously.", MiAdherence.NonAdherent);

    /// <summary>The ten codes in the manual's order.</summary>
    public static Codebook Codebook { get; } = new(
        Instrument,
        [GivingInformation, Persuade, PersuadeWithPermission, Question, SimpleReflection, ComplexReflection, Affirm, SeekCollaboration, EmphasizeAutonomy, Confront]);

    private static Code Make(string abbreviation, string name, string definition, MiAdherence adherence, params ImmutableArray<string> aliases) =>
        new(Instrument, abbreviation, name, Speaker.Counselor, definition, Section + name, aliases) { Adherence = adherence };
}
