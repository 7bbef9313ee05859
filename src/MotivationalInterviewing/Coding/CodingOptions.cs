namespace MotivationalInterviewing.Coding;

/// <summary>
/// How a coder decides where sources leave room. Immutable; the defaults follow the manuals where they speak. Safe to
/// share between threads.
/// </summary>
public sealed record CodingOptions
{
    /// <summary>The defaults.</summary>
    public static CodingOptions Default { get; } = new();

    /// <summary>What a bare agreement after a reflection is worth (MISC 2.5, follow/neutral).</summary>
    public EchoAgreementPolicy EchoAgreement { get; init; }

    /// <summary>Where hypotheticals are filed.</summary>
    public HypotheticalPolicy Hypotheticals { get; init; }

    /// <summary>Codes less probable than this are not reported. From 0 to 1; 0.25 by default.</summary>
    public double MinimumCodeProbability { get; init; } = 0.25;

    internal void Validate()
    {
        if (!(MinimumCodeProbability is >= 0 and <= 1))
            throw new ArgumentException($"{nameof(MinimumCodeProbability)} must be from 0 to 1.");
        if (!Enum.IsDefined(EchoAgreement)) throw new ArgumentException($"{nameof(EchoAgreement)} is not a defined policy.");
        if (!Enum.IsDefined(Hypotheticals)) throw new ArgumentException($"{nameof(Hypotheticals)} is not a defined policy.");
    }
}
