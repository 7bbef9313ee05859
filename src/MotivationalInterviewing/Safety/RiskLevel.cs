namespace MotivationalInterviewing.Safety;

/// <summary>How pressing a sign of risk is. An estimate from words alone, no diagnosis; never shown to a client.</summary>
public enum RiskLevel
{
    /// <summary>No sign was found. This is no proof that there is none.</summary>
    None = 0,

    /// <summary>A passive or unclear sign, or one of long ago.</summary>
    Low,

    /// <summary>Thoughts with a method, repeated harm, or danger without a time.</summary>
    Moderate,

    /// <summary>Plan, means, time, intent, or harm that is happening now.</summary>
    High,
}
