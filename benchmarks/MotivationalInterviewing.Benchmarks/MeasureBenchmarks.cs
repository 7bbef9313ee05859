using BenchmarkDotNet.Attributes;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>Measures of a coded session of 500 turns: all at once, and live turn by turn.</summary>
[MemoryDiagnoser]
public class MeasureBenchmarks
{
    private readonly CodedTranscript _session = SessionCoder.Default.Code(new Transcript
    {
        Session = "long",
        Target = TargetBehavior.Alcohol,
        Utterances = [.. OpenCorpus.Sessions.SelectMany(s => s.Utterances).Take(500).Select((u, i) => u with { Turn = i })],
    });

    [Benchmark(Baseline = true, Description = "500 turns, live, with three figures read after each", OperationsPerInvoke = 500)]
    public double Live()
    {
        var recorder = new SessionRecorder("long", TargetBehavior.Alcohol, new SessionOptions { KeepEvidence = false });
        var sum = 0.0;
        foreach (var turn in _session.Utterances)
        {
            recorder.Add(turn);
            sum += (recorder.ChangeTalkShare.Value ?? 0) + (recorder.ReflectionToQuestion.Value ?? 0) + recorder.CountOf(Miti42.Affirm);
        }

        return sum;
    }

    [Benchmark(Description = "Summary of 500 turns")]
    public SessionSummary Summary() => SessionSummary.Of(_session);
}
