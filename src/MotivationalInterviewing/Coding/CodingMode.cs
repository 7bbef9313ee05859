namespace MotivationalInterviewing.Coding;

/// <summary>How much of the conversation a turn's coding may rest on. The default value is <see cref="Session"/>.</summary>
public enum CodingMode
{
    /// <summary>The whole finished session: later turns inform earlier ones.</summary>
    Session = 0,

    /// <summary>What was said so far, as in a running conversation.</summary>
    Live,

    /// <summary>Each turn on its own words alone.</summary>
    Single,
}
