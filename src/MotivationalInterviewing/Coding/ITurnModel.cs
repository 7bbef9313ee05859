namespace MotivationalInterviewing.Coding;

/// <summary>What a trained or written model must answer for the coder; rules stand around it.</summary>
internal interface ITurnModel
{
    /// <summary>Name and version, as written to <see cref="CodedUtterance.CodedBy"/>.</summary>
    string Name { get; }

    /// <summary>Writes the probabilities of neutral, change and sustain.</summary>
    void ReadClient(ReadOnlySpan<char> text, TargetBehavior? target, Span<double> p);

    /// <summary>Writes the probabilities of other, question, reflection and input.</summary>
    void ReadCounselor(ReadOnlySpan<char> text, Span<double> p);
}
