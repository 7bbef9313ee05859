namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// How well one counselor reply fits motivational interviewing in its context. Ordered: a larger value is worse.
/// The default value is <see cref="Adherent"/>. It judges a reply, never a person: one reply says little about a counselor.
/// </summary>
public enum AdherenceVerdict
{
    /// <summary>Nothing in the reply speaks against it.</summary>
    Adherent = 0,

    /// <summary>Worth a second look: a weak sign, or a sign that is softened by words of choice. May be sent.</summary>
    Doubtful,

    /// <summary>The reply does what motivational interviewing avoids, such as advising unasked, arguing or warning.</summary>
    Inconsistent,
}
