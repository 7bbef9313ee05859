using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>Plays client turns to an engine.</summary>
internal static class Conversation
{
    public static DialogueEngine Engine(IReplyWriter? writer = null, IEscalationSink? sink = null) => new(
        new SafetyGate(
            new SafetyOptions { EscalationMode = sink is null ? EscalationMode.ResourcesOnly : EscalationMode.Sink, Locale = "US" },
            TimeProvider.System, new InMemoryRiskAuditLog(), sink),
        writer);

    public static DialogueOptions Options(TargetBehavior? target = null) => new()
    {
        Target = target ?? TargetBehavior.Alcohol,
        Inference = new InferenceOptions { Purpose = InferencePurpose.Practice },
    };

    public static async Task<List<DialogueTurn>> PlayAsync(DialogueEngine engine, DialogueSession session, params IEnumerable<string> client)
    {
        var turns = new List<DialogueTurn>();
        foreach (var text in client)
        {
            var turn = await engine.RespondAsync(session, text, TestContext.Current.CancellationToken);
            turns.Add(turn);
            session = turn.Session;
        }

        return turns;
    }

    public static Task<List<DialogueTurn>> PlayAsync(params IEnumerable<string> client) =>
        PlayAsync(Engine(), DialogueSession.Start("test", Options()), client);
}
