namespace MotivationalInterviewing.Coding;

/// <summary>
/// The main act of a counselor's words, as a small value that costs no allocation. The default value reads as
/// unsupported. Probabilities are from 0 to 1 and sum to 1 when <see cref="Supported"/>; all are 0 otherwise.
/// </summary>
public readonly record struct CounselorReading
{
    /// <summary>The main act.</summary>
    public CounselorMain Main { get; init; }

    /// <summary>Probability of facilitation, structure, greeting, affirmation or support alone.</summary>
    public double POther { get; init; }

    /// <summary>Probability of a question.</summary>
    public double PQuestion { get; init; }

    /// <summary>Probability of a reflection.</summary>
    public double PReflection { get; init; }

    /// <summary>Probability of input: information, advice, persuasion, warning, confrontation.</summary>
    public double PInput { get; init; }

    /// <summary>False when the text is in a language that the coder does not know; nothing is guessed then.</summary>
    public bool Supported { get; init; }

    /// <summary>Probability of <see cref="Main"/>; 0 when unsupported.</summary>
    public double Confidence => Main switch
    {
        CounselorMain.Question => PQuestion,
        CounselorMain.Reflection => PReflection,
        CounselorMain.Input => PInput,
        _ => POther,
    };
}
