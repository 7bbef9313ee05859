namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>What a phrase is a sign of, in replies and in turns of the history.</summary>
internal enum GuardCue
{
    // In replies: signs that a rule is broken.
    Advice,
    MildAdvice,
    Command,
    Information,
    Argument,
    PersonalStory,
    Confront,
    Sarcasm,
    Warn,
    Label,
    Contradict,
    Plan,
    TakeOver,
    Cheer,
    Reassure,
    Diagnosis,
    TreatmentClaim,
    Secrecy,
    Concern,

    // In replies: signs of good practice.
    Autonomy,
    AskPermission,
    Quoting,
    SecrecyLimit,
    SafetyCare,
    OpenQuestion,
    ClosedQuestion,
    AsksView,
    Strict,
    RiskCare,
    SecrecyVow,
    SelfApology,

    // In client turns.
    Invite,
    Refuse,
    Agree,
    Change,
    Sustain,
    Commit,
    OwnIdea,
    Rhetorical,
    Risk,
    StopNow,
    DangerousSubstance,
    HeavyUse,
    AsksSecrecy,
    StrongChange,

    /// <summary>How many there are.</summary>
    Count,
}
