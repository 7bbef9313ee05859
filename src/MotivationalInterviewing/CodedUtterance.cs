using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>
/// One utterance with what a coder, machine or human, made of it. Immutable and safe to share between threads.
/// <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record CodedUtterance
{
    /// <summary>The turn that was coded.</summary>
    public required Utterance Utterance { get; init; }

    /// <summary>Direction of client language; null for turns that are not a client's.</summary>
    public TalkDirection? Talk { get; init; }

    /// <summary>Main act of a counselor's turn; null for turns that are not a counselor's.</summary>
    public CounselorMain? Main { get; init; }

    /// <summary>
    /// Calibrated probabilities, each 0 to 1, sum 1. For clients in the order neutral, change, sustain
    /// (<see cref="TalkDirection"/>); for counselors other, question, reflection, input (<see cref="CounselorMain"/>).
    /// Empty for other speakers and for codes set by a person.
    /// </summary>
    public ImmutableArray<double> Probabilities { get; init; } = [];

    /// <summary>
    /// Strength of client language with its sign, -5 to 5; 0 for neutral; null for turns that are not a client's.
    /// A scale of the older manuals, dropped in MISC 2.5.
    /// </summary>
    public int? Strength { get; init; }

    /// <summary>All codes with their evidence, most important first. Empty when nothing is sure enough.</summary>
    public ImmutableArray<CodeSpan> Codes { get; init; } = [];

    /// <summary>Strain in the relationship is heard ("you people"). A cue to repair, not a code. Client turns only.</summary>
    public bool Discord { get; init; }

    /// <summary>The client asks about change ("does the patch work?"). Coded neutral, worth answering. Client turns only.</summary>
    public bool Interest { get; init; }

    /// <summary>False when the text is not in a language that the model was trained on; then nothing is guessed.</summary>
    public bool SupportedLanguage { get; init; } = true;

    /// <summary>Who or what coded: the model's name and version, or a person's id; null when unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CodedBy { get; init; }

    /// <summary>What a person noted on this turn, confidential like the words; null when nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>
    /// The machine's own coding, kept when a person has coded the turn: the person's then stands in all other members and
    /// is what measures count. Null when only one coding exists.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CodedUtterance? Machine { get; init; }

    /// <summary>Probability of the chosen direction or main act, 0 to 1; 0 when there is none. Threshold it to leave unsure turns to a person.</summary>
    [JsonIgnore]
    public double Confidence => Probabilities.IsDefaultOrEmpty ? 0 : Probabilities.Max();

    /// <summary>This turn as a person coded it. The machine's coding stays beside it; a second review replaces the first.</summary>
    /// <param name="human">The person's coding of the same turn.</param>
    /// <exception cref="ArgumentException">The coding is of another turn or of other words.</exception>
    public CodedUtterance ReviewedAs(CodedUtterance human)
    {
        ArgumentNullException.ThrowIfNull(human);
        if (human.Utterance != Utterance) throw new ArgumentException($"The coding is of turn {human.Utterance.Turn}; expected the same words of turn {Utterance.Turn}.", nameof(human));
        return human with { Machine = Machine ?? this };
    }

    /// <summary>Equal when all members are equal, code by code.</summary>
    /// <param name="other">The coded utterance to compare with, or null.</param>
    public bool Equals(CodedUtterance? other) =>
        other is not null && Utterance == other.Utterance && Talk == other.Talk && Main == other.Main && Strength == other.Strength
        && Discord == other.Discord && Interest == other.Interest && SupportedLanguage == other.SupportedLanguage && CodedBy == other.CodedBy && Note == other.Note && Equals(Machine, other.Machine)
        && Probabilities.AsSpan().SequenceEqual(other.Probabilities.AsSpan()) && Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Utterance, Talk, Main, Strength, Codes.Length);

    /// <summary>Turn, speaker and codes; never the words.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"CodedUtterance {{ Turn = {Utterance.Turn}, Speaker = {Utterance.Speaker}, Talk = {Talk}, Main = {Main}, Codes = [{string.Join(' ', Codes.Select(c => c.Code.Abbreviation))}] }}");
}
