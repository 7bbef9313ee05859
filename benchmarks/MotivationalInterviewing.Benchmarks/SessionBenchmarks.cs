using BenchmarkDotNet.Attributes;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>A long session of 500 turns, made of whole sessions of the open corpus.</summary>
[MemoryDiagnoser]
public class SessionBenchmarks
{
    private readonly Transcript _session = new()
    {
        Session = "long",
        Target = TargetBehavior.Alcohol,
        Utterances = [.. OpenCorpus.Sessions.SelectMany(s => s.Utterances).Take(500).Select((u, i) => u with { Turn = i })],
    };

    [Benchmark(Baseline = true, Description = "500 turns, each by itself")]
    public CodedTranscript Single() => SessionCoder.Default.Code(_session, CodingMode.Single);

    [Benchmark(Description = "500 turns, live")]
    public CodedTranscript Live() => SessionCoder.Default.Code(_session, CodingMode.Live);

    [Benchmark(Description = "500 turns, whole session")]
    public CodedTranscript Whole() => SessionCoder.Default.Code(_session, CodingMode.Session);
}
