namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// The four tasks of motivational interviewing (its processes in the third edition). They overlap and come back; the value
/// says which one a turn serves most. The default value is <see cref="Engaging"/>, with which every conversation begins.
/// </summary>
public enum MiTask
{
    /// <summary>Building a relationship in which the client can talk.</summary>
    Engaging = 0,

    /// <summary>Finding what to talk about.</summary>
    Focusing,

    /// <summary>Drawing out the client's own reasons and means.</summary>
    Evoking,

    /// <summary>From whether to how, at the client's pace.</summary>
    Planning,
}
