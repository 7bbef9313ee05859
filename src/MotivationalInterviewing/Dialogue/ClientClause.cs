using System.Globalization;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Something the client said that a reply may give back: the client's own clause and what it was coded as.
/// Confidential. Immutable; equality is by value; safe to share between threads. <see cref="ToString"/> never prints the words.
/// </summary>
public sealed record ClientClause
{
    /// <summary>The client's words, as said (first person, fillers and all). Not empty.</summary>
    public required string Text { get; init; }

    /// <summary>Number of the turn in the session in which it was said.</summary>
    public required int Turn { get; init; }

    /// <summary>Toward change, toward the status quo, or neither.</summary>
    public required TalkDirection Direction { get; init; }

    /// <summary>Desire, ability, reason, need, commitment, ...; null when neutral or unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangeTalkKind? Kind { get; init; }

    /// <summary>Strength with sign, -5 to 5; 0 for neutral.</summary>
    public int Strength { get; init; }

    /// <summary>Turn, direction and kind; never the words.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"ClientClause {{ Turn = {Turn}, Direction = {Direction}, Kind = {Kind}, Strength = {Strength} }}");
}
