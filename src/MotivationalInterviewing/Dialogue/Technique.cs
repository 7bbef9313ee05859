namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// What a move does with the client's last words, or what it asks. Names follow the textbooks and DOMAIN terms of this
/// library. The default value is <see cref="None"/>: nothing is said.
/// </summary>
public enum Technique
{
    /// <summary>Nothing.</summary>
    None = 0,

    // Reflections.

    /// <summary>Gives back what was said with little added.</summary>
    SimpleReflection,

    /// <summary>Adds meaning, emphasis or what may come next.</summary>
    ComplexReflection,

    /// <summary>Names the feeling under the words.</summary>
    FeelingReflection,

    /// <summary>Both sides in one sentence, joined by "and", the change half last.</summary>
    DoubleSidedReflection,

    /// <summary>Sustain talk gently overstated, without irony.</summary>
    AmplifiedReflection,

    /// <summary>The same facts in a kinder or wider light.</summary>
    Reframe,

    /// <summary>A reflection joined to a reframe.</summary>
    AgreementWithATwist,

    /// <summary>Takes the client's "not now" as it is.</summary>
    ComingAlongside,

    // Other answers to sustain talk and discord.

    /// <summary>Leaves the contested point for something that matters to the client.</summary>
    ShiftFocus,

    /// <summary>Says that the choice is the client's.</summary>
    EmphasizeAutonomy,

    /// <summary>Owns a misstep and asks to be put right.</summary>
    Apologize,

    /// <summary>A specific strength, effort or value with its evidence.</summary>
    Affirm,

    /// <summary>Names once that somebody else sent the client, and that the hour is theirs.</summary>
    AcknowledgePressure,

    // Summaries.

    /// <summary>Gathers what the client has said for change.</summary>
    CollectingSummary,

    /// <summary>Connects what was said now to something earlier.</summary>
    LinkingSummary,

    /// <summary>Draws together before the conversation turns to what comes next.</summary>
    TransitionalSummary,

    // Evoking.

    /// <summary>"What now?" after a transitional summary.</summary>
    KeyQuestion,

    /// <summary>Asks for more about what was just said, or an example.</summary>
    Elaborate,

    /// <summary>Asks what the client would like.</summary>
    AskDesire,

    /// <summary>Asks how the client might go about it.</summary>
    AskAbility,

    /// <summary>Asks for the client's reasons.</summary>
    AskReason,

    /// <summary>Asks how much it matters, and what makes it so.</summary>
    AskNeed,

    /// <summary>Asks what the client thinks that they will do.</summary>
    AskCommitment,

    /// <summary>Asks about a time before, when things were different.</summary>
    LookBack,

    /// <summary>Asks how things may be in some years.</summary>
    LookForward,

    /// <summary>Asks for the worst of no change, or the best of change.</summary>
    Extremes,

    /// <summary>Asks what matters most in life and how the behavior fits.</summary>
    Values,

    /// <summary>Asks for 0 to 10: how important.</summary>
    ImportanceRuler,

    /// <summary>Asks for 0 to 10: how confident.</summary>
    ConfidenceRuler,

    /// <summary>Asks why that number and not a lower one.</summary>
    RulerFollowUp,

    /// <summary>Asks what would bring the number up a little (confidence, after the question downward).</summary>
    RulerUpward,

    /// <summary>Asks for a typical day.</summary>
    TypicalDay,

    /// <summary>Asks for past successes and strengths.</summary>
    AskPastSuccess,

    /// <summary>Asks what would have to be different.</summary>
    AskWhatWouldChangeIt,

    /// <summary>The other half of a running head start: after the good things about it, the less good.</summary>
    AskOtherSide,

    // Focusing, information, planning.

    /// <summary>Lays out several topics and asks which one deserves the time.</summary>
    AgendaMapping,

    /// <summary>Asks what brings the client, in the first turn.</summary>
    OpeningQuestion,

    /// <summary>Asks whether something would be welcome: information, an idea, a plan, a referral.</summary>
    AskPermission,

    /// <summary>Asks what the client knows already (elicit).</summary>
    AskKnowledge,

    /// <summary>A little neutral information (provide).</summary>
    ProvideInformation,

    /// <summary>Asks what the client makes of it (elicit again).</summary>
    ElicitAfterProviding,

    /// <summary>Two or three options with a way to choose none.</summary>
    OfferMenu,

    /// <summary>Asks what the client has thought of.</summary>
    AskOwnIdeas,

    /// <summary>Asks for the next detail of the client's plan: what, when, where, with whom, what if.</summary>
    PlanStep,

    /// <summary>Gives the plan back in the client's words.</summary>
    PlanSummary,

    /// <summary>Asks how sure the client is of the plan.</summary>
    ConfidenceCheck,

    /// <summary>Takes a lapse as a common part of change and reopens choice.</summary>
    NormalizeLapse,

    /// <summary>Offers a human service or a resource, with permission.</summary>
    OfferReferral,

    // Holding the conversation.

    /// <summary>Shows that a short word or silence was heard and leaves room.</summary>
    Acknowledge,

    /// <summary>Answers a question about the program itself honestly.</summary>
    Disclosure,

    /// <summary>Accepts a correction and gives the corrected reading back.</summary>
    AcceptCorrection,

    /// <summary>Draws to an end with what the client takes along.</summary>
    Closing,

    /// <summary>Acknowledgement and resources; no technique. The safety protocol speaks.</summary>
    SafetyReply,

    /// <summary>The client has not agreed to be read, or took it back: says so, with resources.</summary>
    Paused,

    /// <summary>Says that the language cannot be followed, with resources.</summary>
    UnsupportedLanguage,
}
