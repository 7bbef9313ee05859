using BenchmarkDotNet.Attributes;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>One turn of a conversation that has been going on for twenty turns: screening, coding, choosing, writing, checking.</summary>
[MemoryDiagnoser]
public class DialogueBenchmarks
{
    private const string Text = "I guess I could leave out the weekdays, because I want to be there for my daughter.";

    private readonly DialogueEngine _engine = new(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly }, TimeProvider.System, new InMemoryRiskAuditLog()));
    private DialogueSession _live = null!;
    private DialogueSession _practice = null!;
    private string _json = "";

    [GlobalSetup]
    public async Task Setup()
    {
        _live = await PlayAsync(new DialogueOptions { Target = TargetBehavior.Alcohol });
        _practice = await PlayAsync(new DialogueOptions { Target = TargetBehavior.Alcohol, Inference = new InferenceOptions { Purpose = InferencePurpose.Practice } });
        _json = _live.ToJson();
    }

    [Benchmark(Baseline = true, Description = "one turn")]
    public async Task<DialogueTurn> Turn() => await _engine.RespondAsync(_live, Text);

    [Benchmark(Description = "one turn, stage inferred")]
    public async Task<DialogueTurn> TurnWithStage() => await _engine.RespondAsync(_practice, Text);

    [Benchmark(Description = "save and load a session")]
    public DialogueSession SaveAndLoad() => DialogueSession.FromJson(_live.ToJson());

    [Benchmark(Description = "load, one turn, save")]
    public async Task<string> Whole() => (await _engine.RespondAsync(DialogueSession.FromJson(_json), Text)).Session.ToJson();

    private async Task<DialogueSession> PlayAsync(DialogueOptions options)
    {
        string[] talk =
        [
            "My wife says I drink too much.", "I like a beer after work. It relaxes me.", "My daughter saw me stumble last week.", "I felt ashamed.",
            "I want to be there for her.", "It's a habit by now.", "I sleep badly on it.", "I used to run.", "I'd like that back.", "Maybe on weekdays.",
        ];
        var session = DialogueSession.Start("benchmark", options);
        foreach (var text in talk) session = (await _engine.RespondAsync(session, text)).Session;
        return session;
    }
}
