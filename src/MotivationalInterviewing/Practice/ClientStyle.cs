namespace MotivationalInterviewing.Practice;

/// <summary>How a simulated client talks. The default value is <see cref="Plain"/>.</summary>
public enum ClientStyle
{
    /// <summary>Nothing that stands out.</summary>
    Plain = 0,

    /// <summary>Says a lot, wanders.</summary>
    Talkative,

    /// <summary>Few words.</summary>
    Terse,

    /// <summary>Careful what to give away; answers beside the question.</summary>
    Guarded,

    /// <summary>Makes light of it.</summary>
    Joking,

    /// <summary>Close to tears.</summary>
    Tearful,

    /// <summary>Short fuse.</summary>
    Angry,

    /// <summary>Agrees with everybody; a yes may be empty.</summary>
    Pleasing,

    /// <summary>Speaks English as a second language.</summary>
    SecondLanguage,
}

/// <summary>How the words are set down. The default value is <see cref="Spoken"/>.</summary>
public enum SpeechRegister
{
    /// <summary>As in a faithful transcript.</summary>
    Spoken = 0,

    /// <summary>As in chat.</summary>
    Typed,
}

/// <summary>What the client took a counselor's turn to be. The default value is <see cref="Other"/>.</summary>
public enum HeardAct
{
    /// <summary>Nothing of the below: a greeting, structure, small talk.</summary>
    Other = 0,

    /// <summary>A keep-going sound.</summary>
    Facilitate,

    /// <summary>An open question without a side.</summary>
    AskOpen,

    /// <summary>A question with a yes, a no or a fact as its answer.</summary>
    AskClosed,

    /// <summary>A question whose answer is change talk.</summary>
    AskForChange,

    /// <summary>A question whose answer is sustain talk.</summary>
    AskForSustain,

    /// <summary>A question about next steps, asked when the client is near ready.</summary>
    AskForPlan,

    /// <summary>The same, asked too soon.</summary>
    AskForPlanTooSoon,

    /// <summary>A 0-10 ruler.</summary>
    AskRuler,

    /// <summary>Asking leave to inform or advise.</summary>
    AskPermission,

    /// <summary>A direct question about safety.</summary>
    AskSafety,

    /// <summary>Change talk given back.</summary>
    ReflectChange,

    /// <summary>Sustain talk given back.</summary>
    ReflectSustain,

    /// <summary>Both sides given back.</summary>
    ReflectBoth,

    /// <summary>Something without a side given back.</summary>
    ReflectNeutral,

    /// <summary>A guess that missed.</summary>
    Misread,

    /// <summary>A strength or an effort named.</summary>
    Affirm,

    /// <summary>The choice left with the client.</summary>
    EmphasizeChoice,

    /// <summary>Sympathy.</summary>
    Support,

    /// <summary>Owning a mistake.</summary>
    Apologize,

    /// <summary>Facts nobody asked for.</summary>
    Inform,

    /// <summary>Facts that the client agreed to hear.</summary>
    InformWithPermission,

    /// <summary>Advice that the client agreed to hear.</summary>
    AdviseWithPermission,

    /// <summary>Advice nobody asked for.</summary>
    Advise,

    /// <summary>Arguing for change.</summary>
    Persuade,

    /// <summary>A warning or a threat.</summary>
    Warn,

    /// <summary>Blame, doubt, a label.</summary>
    Confront,
}
