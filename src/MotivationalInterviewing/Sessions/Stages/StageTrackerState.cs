using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>All that a tracker remembers, to be kept between sessions. Holds no words. Immutable.</summary>
public sealed record StageTrackerState
{
    /// <summary>The filter's belief by stage, five numbers that sum to 1.</summary>
    public required ImmutableArray<double> Belief { get; init; }

    /// <summary>Evidence of the present session, volley by volley.</summary>
    public ImmutableArray<VolleyEvidence> Volleys { get; init; } = [];

    /// <summary>The client, in this or an earlier session, reported doing something toward change.</summary>
    public bool BehaviorReported { get; init; }

    /// <summary>Longest time in whole months for which the change is reported to have been kept; null when never dated.</summary>
    public int? MonthsKept { get; init; }

    /// <summary>Turns of the present session at which a return to the old pattern was reported, in order.</summary>
    public ImmutableArray<int> RelapseTurns { get; init; } = [];

    /// <summary>True while the last report of behavior was a relapse.</summary>
    public bool Relapsed { get; init; }

    /// <summary>Stage by direct questions in the present session; <see cref="StageOfChange.Unknown"/> when not asked.</summary>
    public StageOfChange Answered { get; init; }

    /// <summary>The stage last shown as clear.</summary>
    public StageOfChange Shown { get; init; }

    /// <summary>The stage that leads clearly now.</summary>
    public StageOfChange Candidate { get; init; }

    /// <summary>Consecutive volleys in which <see cref="Candidate"/> led.</summary>
    public int Streak { get; init; }

    /// <summary>Number of sessions begun, at least 1.</summary>
    public int Sessions { get; init; } = 1;

    /// <summary>The state as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StageJson.Default.StageTrackerState);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="JsonException">The text is not such a state.</exception>
    public static StageTrackerState FromJson(string json) =>
        JsonSerializer.Deserialize(json, StageJson.Default.StageTrackerState) is { Belief.Length: StageTables.Stages } state
            ? state
            : throw new JsonException($"A tracker state needs a belief of {StageTables.Stages} numbers.");
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StageTrackerState))]
internal sealed partial class StageJson : JsonSerializerContext;
