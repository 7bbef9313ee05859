namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>What an inference about a person's state of mind is for. The default value is <see cref="Unspecified"/>, for which nothing is inferred.</summary>
public enum InferencePurpose
{
    /// <summary>Not stated: nothing is inferred.</summary>
    Unspecified = 0,

    /// <summary>Practice with simulated clients or role play.</summary>
    Practice,

    /// <summary>Supervision of a counselor on finished sessions.</summary>
    Supervision,

    /// <summary>Research on recorded sessions.</summary>
    Research,

    /// <summary>A running conversation with a real client. Off unless <see cref="InferenceOptions.AllowLiveClients"/> is set.</summary>
    LiveClient,
}

/// <summary>
/// The switch for inferring stage, readiness and their signs. Some laws restrict inferring a person's state from what
/// they say; inference is therefore meant for practice, supervision and research, and stays off for live clients unless
/// the host, who knows the law that applies, turns it on. Scoring of what a person answered directly (staging
/// questions, rulers, instruments) is no inference and is not switched. Immutable.
/// </summary>
public sealed record InferenceOptions
{
    /// <summary>For research on recorded sessions: inference is on.</summary>
    public static InferenceOptions Default { get; } = new() { Purpose = InferencePurpose.Research };

    /// <summary>What the inference is for.</summary>
    public required InferencePurpose Purpose { get; init; }

    /// <summary>Turns inference on for <see cref="InferencePurpose.LiveClient"/>. False by default.</summary>
    public bool AllowLiveClients { get; init; }

    /// <summary>Whether anything is inferred under these options.</summary>
    public bool IsOn => Purpose switch
    {
        InferencePurpose.Practice or InferencePurpose.Supervision or InferencePurpose.Research => true,
        InferencePurpose.LiveClient => AllowLiveClients,
        _ => false,
    };

    /// <summary>Why nothing is inferred; null when inference is on.</summary>
    public string? OffReason => IsOn ? null : Purpose == InferencePurpose.LiveClient
        ? "State inference is off for live clients."
        : "State inference needs a stated purpose.";
}
