namespace MotivationalInterviewing;

/// <summary>Who spoke a turn. The default value is <see cref="Unknown"/>.</summary>
public enum Speaker
{
    /// <summary>Not stated. Readers report it and skip the row; coders leave such turns uncoded.</summary>
    Unknown = 0,

    /// <summary>The person whose behavior the conversation is about.</summary>
    Client,

    /// <summary>The person or program that practices motivational interviewing.</summary>
    Counselor,

    /// <summary>Anybody else in the room (a mother, an officer, an interpreter). Kept, never coded.</summary>
    Other,
}
