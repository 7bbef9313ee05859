namespace MotivationalInterviewing.Coding;

/// <summary>
/// Which way a client's words lean, as a small value that costs no allocation. The default value reads as unsupported
/// and neutral. Probabilities are from 0 to 1 and sum to 1 when <see cref="Supported"/>; all are 0 otherwise.
/// </summary>
public readonly record struct ClientReading
{
    /// <summary>Change talk, sustain talk or neither.</summary>
    public TalkDirection Direction { get; init; }

    /// <summary>Probability of follow/neutral.</summary>
    public double PNeutral { get; init; }

    /// <summary>Probability of change talk.</summary>
    public double PChange { get; init; }

    /// <summary>Probability of sustain talk.</summary>
    public double PSustain { get; init; }

    /// <summary>False when the text is in a language that the coder does not know; nothing is guessed then.</summary>
    public bool Supported { get; init; }

    /// <summary>Probability of <see cref="Direction"/>; 0 when unsupported.</summary>
    public double Confidence => Direction switch { TalkDirection.Change => PChange, TalkDirection.Sustain => PSustain, _ => PNeutral };
}
