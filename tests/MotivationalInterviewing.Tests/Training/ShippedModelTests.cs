using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Text;
using MotivationalInterviewing.Training;

namespace MotivationalInterviewing.Tests.Training;

/// <summary>The shipped model keeps its figures on authored sessions that it was not trained on.</summary>
public class ShippedModelTests
{
    [Theory]
    [InlineData(0, 0.58, 0.74)]
    [InlineData(1, 0.62, 0.79)]
    [InlineData(2, 0.64, 0.80)]
    public void CodingModel_FrozenSlice_KeepsItsFigures(int mode, double direction, double main)
    {
        var corpus = Path.Combine(Repository.Root, "src", "MotivationalInterviewing.Training", "Corpus");
        var frozen = CorpusLoader.Load(new TrainingOptions { Authored = [corpus] }).Where(s => s.Frozen).ToList();

        var figures = ModelBuilder.Evaluate(CodingModel.Default, frozen, mode);

        Assert.True(frozen.Count >= 20);
        Assert.True(figures.Direction.MacroF1 >= direction, figures.ToString());
        Assert.True(figures.Main.MacroF1 >= main, figures.ToString());
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
