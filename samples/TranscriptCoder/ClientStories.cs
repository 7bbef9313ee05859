using MotivationalInterviewing;
using MotivationalInterviewing.Sessions;
using MotivationalInterviewing.Sessions.Stages;

namespace TranscriptCoder;

/// <summary>Where a session stands among those of its client.</summary>
/// <param name="Tracker">Stage and readiness after this session, with what earlier ones told.</param>
/// <param name="Number">The client's how-manieth session this is, from 1.</param>
/// <param name="ShareChange">Difference of the share of change talk to the session before; null when either is unknown.</param>
/// <param name="ReadinessChange">Difference of readiness to the session before; null when either is unknown.</param>
internal sealed record ClientStory(StageTracker Tracker, int Number, double? ShareChange, double? ReadinessChange);

/// <summary>Joins sessions that name the same client, in the order of the input. Sessions count as a day or more apart.</summary>
internal sealed class ClientStories
{
    private readonly Dictionary<string, (StageTracker Tracker, int Number, double? Share, double? Readiness)> _clients = new(StringComparer.Ordinal);

    public ClientStory Next(CodedTranscript session, SessionSummary summary)
    {
        var known = session.Client is { } client && _clients.TryGetValue(client, out var before) ? before : (Tracker: new StageTracker(), Number: 0, Share: null, Readiness: null);
        if (known.Number > 0) known.Tracker.StartSession(TimeSpan.FromDays(1));
        foreach (var turn in session.Utterances) known.Tracker.Observe(turn);
        var share = summary.Misc.ChangeTalkShare.Value;
        var readiness = known.Tracker.Readiness()?.Readiness.Value;
        if (session.Client is not null) _clients[session.Client] = (known.Tracker, known.Number + 1, share, readiness);
        return new ClientStory(known.Tracker, known.Number + 1, share - known.Share, readiness - known.Readiness);
    }
}
