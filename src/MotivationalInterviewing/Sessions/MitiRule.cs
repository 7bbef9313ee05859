namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The rule that counted a code, left it out, or ended a volley. All are of the MITI 4.2.1 manual (parsing, and the
/// decision rules of the code concerned) unless the text says "our reading". The default value is <see cref="None"/>.
/// </summary>
public enum MitiRule
{
    /// <summary>No rule.</summary>
    None = 0,

    /// <summary>Counted as coded: the first of its kind in the volley.</summary>
    Counted,

    /// <summary>Each code counts once per volley, however often it occurs.</summary>
    OncePerVolley,

    /// <summary>One reflection per volley: any complex one makes it complex.</summary>
    ComplexBeatsSimple,

    /// <summary>Doubt between simple and complex in one utterance: simple.</summary>
    SimpleWhenInDoubt,

    /// <summary>A reflection of a strength is an affirmation.</summary>
    AffirmBeatsReflection,

    /// <summary>A hostile question is a confrontation.</summary>
    ConfrontBeatsQuestion,

    /// <summary>Feedback with a sting is a confrontation.</summary>
    ConfrontBeatsInformation,

    /// <summary>Doubt between reflection and confrontation: no code.</summary>
    ReflectionOrConfront,

    /// <summary>Persuasion with and without permission together: with permission only.</summary>
    PermissionBeatsPersuade,

    /// <summary>Permission asked, or choice named, in the same volley covers the persuasion.</summary>
    PermissionInVolley,

    /// <summary>Permission given earlier covers the same topic.</summary>
    PermissionCarried,

    /// <summary>The client asked for it.</summary>
    ClientAsked,

    /// <summary>Permission has lapsed: new topic, strain, too much at once, or long ago.</summary>
    PermissionLapsed,

    /// <summary>The client declined.</summary>
    PermissionRefused,

    /// <summary>A command is not covered by permission.</summary>
    PrescribingNotCovered,

    /// <summary>Persuasion with permission keeps the seeking or emphasizing that goes with it.</summary>
    CodedTogether,

    /// <summary>Doubt between information and persuasion: information.</summary>
    InformationWhenInDoubt,

    /// <summary>Doubt between persuasion and confrontation: persuasion (our reading; the manual's figure could not be read).</summary>
    PersuadeWhenInDoubt,

    /// <summary>Doubt between two adherent codes: the lower of affirm, seek, emphasize.</summary>
    LowerAdherentWhenInDoubt,

    /// <summary>Doubt between an adherent code and another: the other.</summary>
    NotAdherentWhenInDoubt,

    /// <summary>A reflection that ends as a question is a question.</summary>
    UpturnedReflection,

    /// <summary>A reflection with a tag that checks it counts as reflection and question.</summary>
    TagCheck,

    /// <summary>Asking permission, coded EC in MISC, is seeking collaboration.</summary>
    AsksPermission,

    /// <summary>An affirmation repeated past its worth stops counting.</summary>
    ExhaustedAffirmation,

    /// <summary>Cheers and praise that name nothing stay uncoded.</summary>
    BarePraise,

    /// <summary>Structure, greeting, facilitation, sympathy and what cannot be coded stay uncoded.</summary>
    Uncoded,

    /// <summary>One code per utterance: the coder's first.</summary>
    OneCodePerUtterance,

    /// <summary>The client's murmur only keeps the counselor going: the volley goes on.</summary>
    MurmurContinues,

    /// <summary>The client's murmur answers a question or a reflection: the volley ends.</summary>
    MurmurAnswers,

    /// <summary>The client spoke: the volley ends.</summary>
    ClientSpoke,

    /// <summary>Somebody else in the room spoke: the volley ends (our reading).</summary>
    OtherSpoke,

    /// <summary>The session or segment ends, and the volley with it.</summary>
    SessionEnded,
}

/// <summary>The rules in plain words.</summary>
public static class MitiRules
{
    /// <summary>One sentence that says what the rule does, in our own words.</summary>
    /// <param name="rule">The rule; an unknown value gives an empty text.</param>
    public static string Describe(MitiRule rule) => rule switch
    {
        MitiRule.Counted => "Counted as coded.",
        MitiRule.OncePerVolley => "Each code counts once per volley.",
        MitiRule.ComplexBeatsSimple => "A volley has one reflection code; any complex reflection makes it complex.",
        MitiRule.SimpleWhenInDoubt => "In doubt between simple and complex, simple.",
        MitiRule.AffirmBeatsReflection => "A reflection that names a strength is an affirmation.",
        MitiRule.ConfrontBeatsQuestion => "A hostile question is a confrontation.",
        MitiRule.ConfrontBeatsInformation => "Feedback with a sting is a confrontation.",
        MitiRule.ReflectionOrConfront => "In doubt between reflection and confrontation, no code.",
        MitiRule.PermissionBeatsPersuade => "Persuasion with and without permission together counts as with permission.",
        MitiRule.PermissionInVolley => "Permission asked, or choice named, in the same volley covers the persuasion.",
        MitiRule.PermissionCarried => "Permission given earlier covers the same topic.",
        MitiRule.ClientAsked => "The client asked for it.",
        MitiRule.PermissionLapsed => "Permission has lapsed: new topic, strain, too much at once, or long ago.",
        MitiRule.PermissionRefused => "The client declined.",
        MitiRule.PrescribingNotCovered => "A command is not covered by permission.",
        MitiRule.CodedTogether => "Seeking or emphasizing counts beside the persuasion with permission that it goes with.",
        MitiRule.InformationWhenInDoubt => "In doubt between information and persuasion, information.",
        MitiRule.PersuadeWhenInDoubt => "In doubt between persuasion and confrontation, persuasion.",
        MitiRule.LowerAdherentWhenInDoubt => "In doubt between adherent codes, the lower of affirm, seek, emphasize.",
        MitiRule.NotAdherentWhenInDoubt => "In doubt between an adherent code and another, the other.",
        MitiRule.UpturnedReflection => "A reflection that ends as a question is a question.",
        MitiRule.TagCheck => "A reflection with a checking tag counts as reflection and question.",
        MitiRule.AsksPermission => "Asking permission is seeking collaboration.",
        MitiRule.ExhaustedAffirmation => "The same affirmation again and again stops counting.",
        MitiRule.BarePraise => "Praise that names nothing stays uncoded.",
        MitiRule.Uncoded => "Structure, greeting, facilitation and sympathy stay uncoded.",
        MitiRule.OneCodePerUtterance => "One code per utterance: the coder's first.",
        MitiRule.MurmurContinues => "The client's murmur keeps the counselor going; the volley goes on.",
        MitiRule.MurmurAnswers => "The client's murmur answers a question or a reflection; the volley ends.",
        MitiRule.ClientSpoke => "The client spoke; the volley ends.",
        MitiRule.OtherSpoke => "Somebody else spoke; the volley ends.",
        MitiRule.SessionEnded => "The session ends.",
        _ => "",
    };
}
