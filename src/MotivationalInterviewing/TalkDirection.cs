namespace MotivationalInterviewing;

/// <summary>
/// Which way client language leans, relative to the target behavior. The default value is <see cref="Neutral"/>:
/// following, asking or neutral talk (FN). Source: MISC 2.5, client language.
/// </summary>
public enum TalkDirection
{
    /// <summary>Follow, neutral or ask (FN): no stance toward the target behavior, or none that can be told.</summary>
    Neutral = 0,

    /// <summary>Change talk: speech toward the change.</summary>
    Change,

    /// <summary>Sustain talk: speech toward the status quo.</summary>
    Sustain,
}
