using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MotivationalInterviewing.Practice;

/// <summary>
/// Where a simulated client stands between two turns. Immutable: an earlier state can be answered again with other words.
/// Equality is by reference of its parts; <see cref="ToString"/> shows figures and none of the words.
/// </summary>
public sealed record ClientState
{
    /// <summary>Decides every chance in the session.</summary>
    public required int Seed { get; init; }

    /// <summary>Counselor turns answered so far.</summary>
    public int Turn { get; init; }

    /// <summary>Trust in the counselor, 0 to 1.</summary>
    public required double Trust { get; init; }

    /// <summary>Strain with the counselor, 0 to 1.</summary>
    public required double Discord { get; init; }

    /// <summary>Log odds of change against sustain talk when the client takes a side; 0 is torn.</summary>
    public required double Balance { get; init; }

    /// <summary>Readiness, 0 to 10.</summary>
    public required double Readiness { get; init; }

    /// <summary>How much more of this the client will sit through, 0 to 1.</summary>
    public required double Patience { get; init; }

    /// <summary>Stage of change now.</summary>
    public required StageOfChange Stage { get; init; }

    /// <summary>The client has walked out.</summary>
    public bool Left { get; init; }

    /// <summary>The client agreed to hear information or advice.</summary>
    public bool Permitted { get; init; }

    /// <summary>Questions in a row without a reflection between.</summary>
    public int QuestionsInARow { get; init; }

    /// <summary>The line that was said last, as an index; -1 for none.</summary>
    public int LastLine { get; init; } = -1;

    /// <summary>Lines said so far, as indexes into the profile's lines.</summary>
    public ImmutableArray<int> Said { get; init; } = [];

    /// <summary>Ids of hidden facts told so far.</summary>
    public ImmutableArray<string> Found { get; init; } = [];

    /// <summary>A hint of danger was given.</summary>
    public bool RiskTold { get; init; }

    /// <summary>What the client was about to say when they paused; null for nothing.</summary>
    public string? Pending { get; init; }

    /// <summary>The conversation so far.</summary>
    public ImmutableArray<Utterance> Turns { get; init; } = [];

    /// <summary>The state as JSON, to be read by <see cref="FromJson"/>. It holds the conversation: treat it as confidential.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PracticeJson.Default.ClientState);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">It is no such state.</exception>
    public static ClientState FromJson(string json) => JsonSerializer.Deserialize(json, PracticeJson.Default.ClientState) ?? throw new JsonException("No client state.");

    /// <summary>The figures; none of the words.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"ClientState {{ Turn = {Turn}, Trust = {Trust:0.00}, Discord = {Discord:0.00}, Balance = {Balance:0.00}, Readiness = {Readiness:0.0}, Stage = {Stage}, Left = {Left} }}");
}

/// <summary>
/// A simulated client's turn: the words, what was meant by them, how the counselor was understood, and the state after it.
/// Immutable. <see cref="ToString"/> shows none of the words.
/// </summary>
public sealed record ClientReply
{
    /// <summary>The turn with the codes that were meant, each with its span; coded by "simulated client".</summary>
    public required CodedUtterance Intended { get; init; }

    /// <summary>What the client took the counselor's turn to be, most weighty first.</summary>
    public required ImmutableArray<HeardAct> Heard { get; init; }

    /// <summary>The state after the turn.</summary>
    public required ClientState State { get; init; }

    /// <summary>Hidden fact that came out in this turn; null for none.</summary>
    public string? Revealed { get; init; }

    /// <summary>The words.</summary>
    public string Text => Intended.Utterance.Text;

    /// <summary>What was heard and the state; none of the words.</summary>
    public override string ToString() => $"ClientReply {{ Heard = [{string.Join(' ', Heard)}], State = {State} }}";
}
