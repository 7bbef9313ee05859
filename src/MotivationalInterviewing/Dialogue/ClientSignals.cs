namespace MotivationalInterviewing.Dialogue;

/// <summary>What a client turn does beside its direction; several may hold at once. The default value is <see cref="None"/>.</summary>
[Flags]
public enum ClientSignals : long
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Nothing was said.</summary>
    Silence = 1 << 0,

    /// <summary>One to three words that add nothing: "fine", "I guess", "yeah".</summary>
    ShortAnswer = 1 << 1,

    /// <summary>Much at once: many clauses or more than ninety words.</summary>
    Rambling = 1 << 2,

    /// <summary>Strain in the relationship.</summary>
    Discord = 1 << 3,

    /// <summary>"That's not what I meant."</summary>
    Correction = 1 << 4,

    /// <summary>Somebody else sent the client.</summary>
    Pressure = 1 << 5,

    /// <summary>Asks for advice or ideas.</summary>
    AsksAdvice = 1 << 6,

    /// <summary>Asks for facts.</summary>
    AsksInformation = 1 << 7,

    /// <summary>Asks who or what speaks here, or who reads along.</summary>
    AsksAboutProgram = 1 << 8,

    /// <summary>Says yes to what was asked.</summary>
    Agrees = 1 << 9,

    /// <summary>Says no to what was asked.</summary>
    Refuses = 1 << 10,

    /// <summary>Takes back leave given before.</summary>
    Withdraws = 1 << 11,

    /// <summary>Doing it again after a time without, told as a slip.</summary>
    Lapse = 1 << 12,

    /// <summary>Blames or shames themselves.</summary>
    SelfBlame = 1 << 13,

    /// <summary>Does not know.</summary>
    NoIdea = 1 << 14,

    /// <summary>Agrees to please: "whatever you think".</summary>
    Pleases = 1 << 15,

    /// <summary>Wants another subject.</summary>
    ChangesSubject = 1 << 16,

    /// <summary>Names three or more subjects.</summary>
    SeveralTopics = 1 << 17,

    /// <summary>Takes leave.</summary>
    Goodbye = 1 << 18,

    /// <summary>Both sides in one turn.</summary>
    Mixed = 1 << 19,

    /// <summary>Answers a ruler with a number.</summary>
    RulerAnswer = 1 << 20,

    /// <summary>Names a feeling.</summary>
    Feeling = 1 << 21,

    /// <summary>Names a time or a place for doing something.</summary>
    NamesTime = 1 << 22,

    /// <summary>Has an idea of their own for how to change.</summary>
    OwnIdea = 1 << 23,

    /// <summary>Greets and says nothing else.</summary>
    Greeting = 1 << 24,

    /// <summary>Says thank you.</summary>
    Thanks = 1 << 25,

    /// <summary>Reports what others say of them, and disowns it.</summary>
    Disowns = 1 << 26,

    /// <summary>Asks who reads along or is told.</summary>
    AsksAboutPrivacy = 1 << 27,

    /// <summary>Asks something that is neither for facts nor for advice.</summary>
    AsksBack = 1 << 28,

    /// <summary>Breaks off in the middle of a sentence.</summary>
    BreaksOff = 1 << 29,

    /// <summary>Asks what kinds of help there are.</summary>
    AsksOptions = 1L << 30,

    /// <summary>Asks where to find help.</summary>
    AsksReferral = 1L << 31,

    /// <summary>Looks for a word: "what's it called?"</summary>
    SeeksWord = 1L << 32,
}
