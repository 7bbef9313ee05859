using BenchmarkDotNet.Attributes;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>
/// One turn of conversations that have been going on for ten client turns, with the next words of the same client: sessions
/// of the open corpus, another one each time. Screening, coding, choosing, writing, checking.
/// </summary>
[MemoryDiagnoser]
public class DialogueBenchmarks
{
    private const int Count = 64;
    private const int Before = 10;
    private const int After = 8;

    private readonly DialogueEngine _engine = new(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly }, TimeProvider.System, new InMemoryRiskAuditLog()));
    private readonly DialogueSession[] _live = new DialogueSession[Count], _practice = new DialogueSession[Count];
    private readonly string[][] _next = new string[Count][];
    private readonly string[] _json = new string[Count];
    private int _turn;

    [GlobalSetup]
    public async Task Setup()
    {
        var filled = 0;
        foreach (var transcript in OpenCorpus.Sessions)
        {
            if (filled == Count) break;
            var said = transcript.Utterances.Where(u => u.Speaker == Speaker.Client).Select(u => u.Text).ToArray();
            if (said.Length < Before + After || transcript.Target is not { } target) continue;
            _live[filled] = await PlayAsync(new DialogueOptions { Target = target }, said);
            _practice[filled] = await PlayAsync(new DialogueOptions { Target = target, Inference = new InferenceOptions { Purpose = InferencePurpose.Practice } }, said);

            // While motivational interviewing is silent there is little to do.
            if (_live[filled].IsStopped) continue;
            _json[filled] = _live[filled].ToJson();
            _next[filled++] = said[Before..(Before + After)];
        }
    }

    [Benchmark(Baseline = true, Description = "one turn")]
    public async Task<DialogueTurn> Turn() => await _engine.RespondAsync(_live[_turn % Count], Words());

    [Benchmark(Description = "one turn, stage inferred")]
    public async Task<DialogueTurn> TurnWithStage() => await _engine.RespondAsync(_practice[_turn % Count], Words());

    [Benchmark(Description = "save and load a session")]
    public DialogueSession SaveAndLoad() => DialogueSession.FromJson(_live[_turn++ % Count].ToJson());

    [Benchmark(Description = "load, one turn, save")]
    public async Task<string> Whole() => (await _engine.RespondAsync(DialogueSession.FromJson(_json[_turn % Count]), Words())).Session.ToJson();

    private string Words()
    {
        var words = _next[_turn % Count][_turn / Count % After];
        _turn++;
        return words;
    }

    private async Task<DialogueSession> PlayAsync(DialogueOptions options, string[] said)
    {
        var session = DialogueSession.Start("benchmark", options);
        foreach (var text in said.AsSpan(0, Before).ToArray()) session = (await _engine.RespondAsync(session, text)).Session;
        return session;
    }
}
