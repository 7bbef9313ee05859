using System.Collections.Immutable;
using System.Globalization;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>Where a 0-10 answer lies. The default value is <see cref="None"/>.</summary>
public enum RulerBand
{
    /// <summary>No answer.</summary>
    None = 0,

    /// <summary>0 to 3.</summary>
    Low,

    /// <summary>4 to 6.</summary>
    Mid,

    /// <summary>7 to 10.</summary>
    High,
}

/// <summary>
/// A 0-10 ruler, interned: one object each for importance, confidence and readiness. Bands are a design of this library;
/// the questions are in its own words. Immutable.
/// </summary>
public sealed class Ruler
{
    private readonly string _ask;

    private Ruler(string name, string ask) => (Name, _ask) = (name, ask);

    /// <summary>How much the change matters.</summary>
    public static Ruler Importance { get; } = new("importance", "On a scale from 0 to 10, how important is {0} to you right now?");

    /// <summary>How sure the person is of being able to.</summary>
    public static Ruler Confidence { get; } = new("confidence", "On a scale from 0 to 10, how confident are you that you could manage {0} if you decided to?");

    /// <summary>How ready the person is.</summary>
    public static Ruler Readiness { get; } = new("readiness", "On a scale from 0 to 10, how ready are you for {0}?");

    /// <summary>The three rulers.</summary>
    public static ImmutableArray<Ruler> All { get; } = [Importance, Confidence, Readiness];

    /// <summary>Smallest answer, 0.</summary>
    public const int Minimum = 0;

    /// <summary>Largest answer, 10.</summary>
    public const int Maximum = 10;

    /// <summary>"importance", "confidence" or "readiness".</summary>
    public string Name { get; }

    /// <summary>The question for a behavior.</summary>
    /// <param name="behavior">The behavior; its change phrase is put in.</param>
    /// <exception cref="ArgumentNullException"><paramref name="behavior"/> is null.</exception>
    public string Ask(TargetBehavior behavior)
    {
        ArgumentNullException.ThrowIfNull(behavior);
        return string.Format(CultureInfo.InvariantCulture, _ask, behavior.ChangeDescription);
    }

    /// <summary>The band of an answer: 0-3 low, 4-6 mid, 7-10 high.</summary>
    /// <param name="answer">The answer, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answer is out of range.</exception>
    public static RulerBand Band(int answer)
    {
        Check(answer);
        return answer <= 3 ? RulerBand.Low : answer <= 6 ? RulerBand.Mid : RulerBand.High;
    }

    /// <summary>The lower number that the follow-up asks about: up to three below, never under 0; null for 0, which has none.</summary>
    /// <param name="answer">The answer, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answer is out of range.</exception>
    public static int? Lower(int answer)
    {
        Check(answer);
        return answer == 0 ? null : answer <= 3 ? Math.Max(0, answer - 2) : answer - 3;
    }

    /// <summary>
    /// What motivational interviewing asks next: why that number and not a lower one, which draws out change talk. Never
    /// why not higher, which draws out reasons against change. At 0 there is no lower number; the follow-up asks what
    /// would have to be different.
    /// </summary>
    /// <param name="answer">The answer, 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answer is out of range.</exception>
    public string FollowUp(int answer) => Lower(answer) is { } lower
        ? string.Create(CultureInfo.InvariantCulture, $"What makes it {Article(answer)} {answer} and not {Article(lower)} {lower}?")
        : this == Importance ? "What would have to be different for this to begin to matter to you?"
        : this == Confidence ? "What would have to be different for this to begin to seem possible?"
        : "What would have to be different for you to begin to think about it?";

    /// <summary>The ruler's name.</summary>
    public override string ToString() => Name;

    private static string Article(int number) => number == 8 ? "an" : "a";

    private static void Check(int answer)
    {
        if (answer is < Minimum or > Maximum)
            throw new ArgumentOutOfRangeException(nameof(answer), answer, string.Create(CultureInfo.InvariantCulture, $"A ruler's answer must be from {Minimum} to {Maximum}."));
    }
}
