using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Text;
using MotivationalInterviewing.Training;

namespace MotivationalInterviewing.Tests.Training;

/// <summary>The shipped model keeps its figures on authored sessions that it was not trained on.</summary>
public class ShippedModelTests
{
    [Theory]
    [InlineData(0, "single")]
    [InlineData(1, "live")]
    [InlineData(2, "session")]
    public void Coder_FrozenSlice_ReachesTheFiguresOfItsCard(int mode, string name)
    {
        const double rounding = 0.002;
        using var json = JsonDocument.Parse(UtteranceCoder.Default.Card!.Json);
        var card = json.RootElement.GetProperty("frozenAuthored");
        var ids = card.GetProperty("sessions").EnumerateArray().Select(e => e.GetString()!).ToHashSet();
        var corpus = Repository.Path("src", "MotivationalInterviewing.Training", "Corpus");
        var frozen = CorpusLoader.Load(new TrainingOptions { Authored = [corpus] }).Where(s => ids.Contains(s.Id)).ToList();

        var figures = ModelBuilder.Evaluate(CodingModel.Default, frozen, mode);

        Assert.Equal(ids.Count, frozen.Count);
        Assert.All(frozen, s => Assert.True(s.Frozen));
        double Of(string figure) => card.GetProperty(name).GetProperty(figure).GetDouble() - rounding;
        Assert.True(figures.Direction.MacroF1 >= Of("directionMacroF1"), figures.ToString());
        Assert.True(figures.Main.MacroF1 >= Of("mainMacroF1"), figures.ToString());
        Assert.True(figures.Open.MacroF1 >= Of("openMacroF1"), figures.ToString());
        Assert.True(figures.KindsMicroF1 >= Of("kindsMicroF1"), figures.ToString());
        Assert.True(figures.CodesMacroF1 >= Of("codesMacroF1"), figures.ToString());
    }

    [Fact]
    public void CodingModel_Live_EqualsSessionReadLeftToRight()
    {
        var model = CodingModel.Default;
        string[] turns = ["How has the week been?", "I poured the vodka down the sink on Monday.", "You made a start.", "Yeah, but Friday will be hard."];
        var state = new ContextState(model, TargetBehavior.Alcohol);
        var group = BehaviorGroup.Of(TargetBehavior.Alcohol);
        var vectors = new float[turns.Length * ModelLayout.TurnVector];
        for (var i = 0; i < turns.Length; i++) model.FillTurn(i % 2 == 1, turns[i], group, vectors.AsSpan(i * ModelLayout.TurnVector, ModelLayout.TurnVector));
        var outputs = new float[turns.Length * ModelLayout.Outputs];
        model.RunMode(ContextMode.Live, vectors, turns.Length, outputs);
        for (var i = 0; i < turns.Length; i++)
        {
            if (i % 2 == 0) model.ScoreCounselor(turns[i], state);
            else Assert.Equal(model.ReadClient(outputs.AsSpan(i * ModelLayout.Outputs, ModelLayout.Outputs), ContextMode.Live).Change, model.ScoreClient(turns[i], state).Change, 0.0001f);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\ud800 \udfff [ \u0301 ...")]
    [InlineData("I really want to quit smoking for my kids, but it's hard.")]
    public void CodingModel_AnyText_ScoresWithoutAllocating(string text)
    {
        var model = CodingModel.Default;
        var group = BehaviorGroup.Of(TargetBehavior.Tobacco);
        for (var i = 0; i < 3; i++) model.ScoreClient(text, group);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var scores = model.ScoreClient(text, group);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1f, scores.Neutral + scores.Change + scores.Sustain, 0.001f);
    }

    [Fact]
    public void ReadClient_OpenCorpus_AgreesWithCode()
    {
        var corpus = Path.Combine(Repository.Root, "src", "MotivationalInterviewing.Training", "Corpus");
        foreach (var session in CorpusLoader.Load(new TrainingOptions { Authored = [corpus] }).Where(s => s.Frozen).Take(6))
        {
            var target = TargetBehavior.Find(session.Behavior);
            foreach (var turn in session.Turns.Where(t => t.Client))
            {
                var read = UtteranceCoder.Default.ReadClient(turn.Text, target);
                var coded = UtteranceCoder.Default.Code(new Utterance { Turn = 0, Speaker = Speaker.Client, Text = turn.Text }, target);
                Assert.Equal(coded.Probabilities[1], read.PChange, 0.01);
                Assert.Equal(coded.Probabilities[2], read.PSustain, 0.01);
            }
        }
    }

    [Fact]
    public void CodingModel_Megabyte_IsLinear()
    {
        var text = string.Concat(Enumerable.Repeat("if I don't stop it'll kill me ", 35000));
        var scores = CodingModel.Default.ScoreClient(text, default(BehaviorGroup));
        Assert.InRange(scores.Confidence, 0, 1);
    }
}
