using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Reporting;

/// <summary>What one session's talk shows of stage and readiness; later sessions of a client go on from what earlier ones told.</summary>
/// <param name="Turns">Number of turns of the session.</param>
/// <param name="Beliefs">Index of a client turn and the probabilities after it, precontemplation to maintenance.</param>
/// <param name="Estimate">The stage at the end.</param>
/// <param name="Readiness">Readiness at the end, 0 to 10; null when too little was said.</param>
internal sealed record StageStory(int Turns, IReadOnlyList<(int Index, IReadOnlyList<double> Belief)> Beliefs, StageEstimate Estimate, double? Readiness)
{
    /// <summary>One story per session. Sessions that name the same client count as a day or more apart, in their order.</summary>
    public static IReadOnlyList<StageStory> Of(IReadOnlyList<CodedTranscript> sessions)
    {
        var clients = new Dictionary<string, StageTracker>(StringComparer.Ordinal);
        var stories = new List<StageStory>(sessions.Count);
        foreach (var session in sessions)
        {
            var tracker = new StageTracker();
            if (session.Client is { } client && !clients.TryAdd(client, tracker))
            {
                tracker = clients[client];
                tracker.StartSession(TimeSpan.FromDays(1));
            }

            var beliefs = new List<(int Index, IReadOnlyList<double> Belief)>();
            for (var i = 0; i < session.Utterances.Length; i++)
            {
                tracker.Observe(session.Utterances[i]);
                if (session.Utterances[i].Utterance.Speaker == Speaker.Client && tracker.Estimate().Probabilities is { IsDefaultOrEmpty: false } now) beliefs.Add((i, now));
            }

            stories.Add(new StageStory(session.Utterances.Length, beliefs, tracker.Estimate(), tracker.Readiness()?.Readiness.Value));
        }

        return stories;
    }
}
