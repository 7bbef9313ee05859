using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing;

/// <summary>Which way change points for a behavior. The default value is <see cref="Decrease"/>.</summary>
public enum ChangeGoal
{
    /// <summary>Change means doing less of it or stopping (drinking, gambling).</summary>
    Decrease = 0,

    /// <summary>Change means doing it, or more of it, or keeping it up (exercise, taking tablets, attending).</summary>
    Increase,
}

/// <summary>
/// What would change and toward which direction. Client language is change talk or sustain talk only relative to it
/// (MITI 4.2.1 and MISC 2.5 require it before client language is coded). Immutable; equality is by value of
/// <see cref="Id"/>, <see cref="Name"/> and <see cref="Goal"/>; safe to share between threads.
/// </summary>
public sealed partial record TargetBehavior
{
    /// <summary>Short stable identifier in lower case, such as "alcohol"; custom behaviors derive it from their name.</summary>
    public required string Id { get; init; }

    /// <summary>The behavior in plain words, such as "drinking alcohol".</summary>
    public required string Name { get; init; }

    /// <summary>Whether change means less of it or more of it.</summary>
    public required ChangeGoal Goal { get; init; }

    /// <summary>The change as a phrase: "drinking less or stopping".</summary>
    public required string ChangeDescription { get; init; }

    /// <summary>The status quo as a phrase: "drinking as before".</summary>
    public required string StatusQuoDescription { get; init; }

    /// <summary>
    /// Word stems that name the behavior, in lower case, used to match a phrase to a preset; a stem of two words matches
    /// when both occur. Empty for custom behaviors.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>True for one of <see cref="Presets"/>.</summary>
    [JsonIgnore]
    public bool IsPreset => s_byId.ContainsKey(Id);

    /// <summary>
    /// Finds the preset that a name or short phrase means: an id ("alcohol"), or any phrase that holds its words
    /// ("reducing alcohol consumption"). The longest matching word decides; a tie goes to the preset listed first.
    /// </summary>
    /// <param name="phrase">A name or phrase of any length.</param>
    /// <returns>The preset, or null when no preset's words occur.</returns>
    public static TargetBehavior? Find(string? phrase)
    {
        if (string.IsNullOrWhiteSpace(phrase)) return null;
        var text = Fold(phrase);
        if (s_byId.TryGetValue(text.Replace(' ', '-'), out var exact)) return exact;
        TargetBehavior? best = null;
        var bestLength = 0;
        foreach (var preset in Presets)
        {
            foreach (var alias in preset.Aliases)
            {
                var length = MatchLength(text, alias);
                if (length > bestLength) (best, bestLength) = (preset, length);
            }
        }

        return best;
    }

    /// <summary>A behavior of your own.</summary>
    /// <param name="name">The behavior in plain words; not blank. White space is trimmed.</param>
    /// <param name="goal">Whether change means less of it or more of it.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    public static TargetBehavior Custom(string name, ChangeGoal goal = ChangeGoal.Decrease)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        name = name.Trim();
        return new TargetBehavior
        {
            Id = Fold(name).Replace(' ', '-'),
            Name = name,
            Goal = goal,
            ChangeDescription = "changing: " + name,
            StatusQuoDescription = "as before: " + name,
        };
    }

    /// <summary>The preset that a phrase means, or a custom behavior made of it.</summary>
    /// <param name="phrase">A name or phrase; not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="phrase"/> is null or blank.</exception>
    public static TargetBehavior FindOrCustom(string phrase) => Find(phrase) ?? Custom(phrase);

    /// <inheritdoc/>
    public bool Equals(TargetBehavior? other) => other is not null && Id == other.Id && Name == other.Name && Goal == other.Goal;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Goal);

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;

    private static string Fold(string phrase)
    {
        var buffer = new char[phrase.Length];
        var length = 0;
        foreach (var c in phrase)
        {
            if (char.IsLetterOrDigit(c)) buffer[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && buffer[length - 1] != ' ') buffer[length++] = ' ';
        }

        return new string(buffer, 0, length).Trim();
    }

    /// <summary>Characters matched when every word of the alias starts a word of the text; otherwise 0.</summary>
    private static int MatchLength(string text, string alias)
    {
        var total = 0;
        foreach (var part in alias.Split(' '))
        {
            var at = -1;
            do at = text.IndexOf(part, at + 1, StringComparison.Ordinal);
            while (at > 0 && text[at - 1] != ' ');
            if (at < 0) return 0;
            total += part.Length;
        }

        return total;
    }
}
