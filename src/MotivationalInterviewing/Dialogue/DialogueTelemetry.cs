using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Meter and traces under one name. Techniques, counts and times; never words, never session ids.</summary>
internal static class DialogueTelemetry
{
    internal const string Name = "MotivationalInterviewing.Dialogue";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_turns = s_meter.CreateCounter<long>("mi.dialogue.turns", "{turn}", "Replies given.");
    private static readonly Counter<long> s_discarded = s_meter.CreateCounter<long>("mi.dialogue.discarded", "{reply}", "Replies that the guard sent back.");
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>("mi.dialogue.duration", "s", "Time from the client's words to the reply.");

    internal static void Record(DialogueTurn turn, TimeSpan took)
    {
        if (s_turns.Enabled)
            s_turns.Add(1, new("technique", turn.Move.Technique.ToString()), new("source", turn.Source.ToString()), new("stopped", turn.Stopped));
        if (turn.Discarded > 0 && s_discarded.Enabled) s_discarded.Add(turn.Discarded);
        if (s_duration.Enabled) s_duration.Record(took.TotalSeconds);
    }

    internal static void Tag(Activity? activity, DialogueTurn turn)
    {
        if (activity is null) return;
        activity.SetTag("mi.technique", turn.Move.Technique.ToString());
        activity.SetTag("mi.follow_up", turn.Move.FollowUp.ToString());
        activity.SetTag("mi.task", turn.Move.Task.ToString());
        activity.SetTag("mi.risk_action", turn.Appraisal.Risk.Action.ToString());
        activity.SetTag("mi.stopped", turn.Stopped);
    }
}
