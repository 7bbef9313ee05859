using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>
/// One client turn of about fifteen words: which way does it lean? The baseline is ML.NET's own text pipeline
/// (FeaturizeText and a linear multiclass trainer) fitted on the same rows, asked through its prediction engine.
/// </summary>
[MemoryDiagnoser]
public class DirectionBenchmarks
{
    private readonly string[] _texts = OpenCorpus.FifteenWords;
    private readonly Utterance[] _utterances = [.. OpenCorpus.FifteenWords.Select((t, i) => new Utterance { Turn = i, Speaker = Speaker.Client, Text = t })];
    private PredictionEngine<Row, Prediction> _engine = null!;
    private LiveCoder _live = null!;
    private int _next;

    [GlobalSetup]
    public void Setup()
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(OpenCorpus.ClientTurns.Select(t => new Row { Text = t.Text, Label = t.Label }));
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label").Append(ml.Transforms.Text.FeaturizeText("Features", nameof(Row.Text)))
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy()).Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        _engine = ml.Model.CreatePredictionEngine<Row, Prediction>(pipeline.Fit(rows));
        _live = UtteranceCoder.Default.StartLive(TargetBehavior.Alcohol);
    }

    [Benchmark(Baseline = true, Description = "ML.NET prediction engine")]
    public string? MlNet() => _engine.Predict(new Row { Text = _texts[Next()], Label = "" }).PredictedLabel;

    [Benchmark(Description = "ReadClient: direction alone")]
    public TalkDirection ReadClient() => UtteranceCoder.Default.ReadClient(_texts[Next()], TargetBehavior.Alcohol).Direction;

    [Benchmark(Description = "Code: direction, kinds, strength, evidence")]
    public CodedUtterance Code() => UtteranceCoder.Default.Code(_utterances[Next()], TargetBehavior.Alcohol);

    [Benchmark(Description = "LiveCoder.Next: the same, with what was said so far")]
    public CodedUtterance Live() => _live.Next(_utterances[Next()]);

    private int Next() => _next = (_next + 1) % _texts.Length;

    public sealed class Row
    {
        public string Text { get; set; } = "";

        public string Label { get; set; } = "";
    }

    public sealed class Prediction
    {
        public string? PredictedLabel { get; set; }
    }
}
