using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Builds what the session network reads of one turn from the linear scores and the text's shape.</summary>
internal static class TurnVectors
{
    /// <summary>Fills a vector of <see cref="ModelLayout.TurnVector"/> numbers.</summary>
    /// <param name="client">True for a client turn.</param>
    /// <param name="scores">The row of linear scores (logits).</param>
    /// <param name="shape">Counts of the text.</param>
    /// <param name="behavior">The target behavior.</param>
    /// <param name="domain">0 transcripts, 1 authored, 2 chat corpus; 0 outside training.</param>
    /// <param name="x">Receives the vector; overwritten.</param>
    public static void Fill(bool client, ReadOnlySpan<float> scores, in TextShape shape, BehaviorGroup behavior, int domain, Span<float> x)
    {
        x.Clear();
        var at = client ? 0 : ModelLayout.Row;
        for (var i = 0; i < ModelLayout.Row; i++) x[at + i] = Math.Clamp(scores[i], -6f, 6f) * 0.4f;
        var dense = x[(2 * ModelLayout.Row)..];
        dense[client ? 0 : 1] = 1;
        dense[2] = MathF.Log2(1 + shape.Words) * 0.3f;
        dense[3] = shape.EndsInQuestion;
        dense[4] = shape.CutOff;
        dense[5] = shape.OnlyBackchannel;
        dense[6] = Math.Min(shape.Questions, 3) * 0.5f;
        dense[7] = shape.Words == 0 ? 0 : 2f * shape.FirstPerson / (shape.Words + 2);
        dense[8] = shape.Words == 0 ? 0 : 2f * shape.SecondPerson / (shape.Words + 2);
        dense[9] = Math.Min(shape.Negations, 3) * 0.4f;
        dense[10] = behavior.Goal == 2 ? 1 : 0;
        dense[11] = behavior.Class == 0 ? 1 : 0;
        dense[12] = domain == 1 ? 1 : 0;
        dense[13] = domain == 2 ? 1 : 0;
        dense[14] = shape.Words is > 0 and <= 2 ? 1 : 0;
        dense[15] = 1;
    }
}
