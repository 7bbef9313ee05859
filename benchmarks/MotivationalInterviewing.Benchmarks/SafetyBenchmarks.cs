using BenchmarkDotNet.Attributes;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>What comes first and what comes last in every turn: the risk screen and the adherence guard, on ordinary talk of the open corpus.</summary>
[MemoryDiagnoser]
public class SafetyBenchmarks
{
    private const int Rows = 256;
    private readonly (string Text, Utterance[] History)[] _client = new (string, Utterance[])[Rows];
    private readonly (string Text, Utterance[] History)[] _counselor = new (string, Utterance[])[Rows];
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        int clients = 0, counselors = 0;
        foreach (var session in OpenCorpus.Sessions.Select(s => s.Utterances))
        {
            for (var t = 2; t < session.Length; t++)
            {
                Utterance[] history = [session[t - 2], session[t - 1]];
                var words = session[t].Text.AsSpan().Count(' ') + 1;
                if (words is < 10 or > 20) continue;
                if (session[t].Speaker == Speaker.Client && clients < Rows) _client[clients++] = (session[t].Text, history);
                else if (session[t].Speaker == Speaker.Counselor && counselors < Rows) _counselor[counselors++] = (session[t].Text, history);
            }
        }
    }

    [Benchmark(Baseline = true, Description = "screen a client turn of 10 to 20 words")]
    public RiskAssessment Screen()
    {
        var (text, history) = _client[_next++ % Rows];
        return RiskScreen.Default.Screen(text, history);
    }

    [Benchmark(Description = "check a reply of 10 to 20 words")]
    public AdherenceReport Check()
    {
        var (text, history) = _counselor[_next++ % Rows];
        return AdherenceGuard.Default.Check(text, history);
    }
}
