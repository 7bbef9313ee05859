namespace MotivationalInterviewing.Sessions;

/// <summary>What the MITI 4.2.1 manual leaves to the coder's judgment, as numbers. Immutable; equality is by value.</summary>
public sealed record MitiOptions
{
    /// <summary>The defaults.</summary>
    public static MitiOptions Default { get; } = new();

    /// <summary>How often the same affirmation counts, at least 1. The manual says that repeats stop counting after two or three; default 3.</summary>
    public int AffirmationRepeats { get; init; } = 3;

    /// <summary>Share of common words, above 0 to 1, from which two affirmations are the same; default 0.6.</summary>
    public double AffirmationSimilarity { get; init; } = 0.6;

    /// <summary>Counselor volleys for which permission lasts after it was given or last used, at least 0. Stands for "several minutes"; default 6.</summary>
    public int PermissionVolleys { get; init; } = 6;

    /// <summary>Pieces of information and persuasion in one volley after which permission lapses, at least 1. Stands for "data-dumping"; default 5.</summary>
    public int PermissionPieces { get; init; } = 5;

    internal MitiOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(AffirmationRepeats, 1);
        if (!(AffirmationSimilarity is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(AffirmationSimilarity), AffirmationSimilarity, "Must be above 0 and at most 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(PermissionVolleys);
        ArgumentOutOfRangeException.ThrowIfLessThan(PermissionPieces, 1);
        return this;
    }
}
