using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Builds what the session network reads of one turn from the linear scores and the text's shape.</summary>
internal static class TurnVectors
{
    /// <summary>Numbers beside the linear scores.</summary>
    public const int Dense = 16;

    /// <summary>What a linear score is multiplied by.</summary>
    public const float ScoreScale = 0.4f;

    /// <summary>Linear scores are held within this either way, so that one odd label cannot swamp a session.</summary>
    private const float Most = 6f;

    /// <summary>Fills a vector of <see cref="ModelLayout.TurnVector"/> numbers.</summary>
    /// <param name="client">True for a client turn.</param>
    /// <param name="scores">The row of linear scores (logits).</param>
    /// <param name="shape">Counts of the text.</param>
    /// <param name="behavior">The target behavior.</param>
    /// <param name="domain">0 transcripts, 1 authored, 2 chat corpus; 0 outside training.</param>
    /// <param name="alone">The turn is read without others: nothing is held back, so that both stages stay linear.</param>
    /// <param name="x">Receives the vector; overwritten.</param>
    public static void Fill(bool client, ReadOnlySpan<float> scores, in TextShape shape, BehaviorGroup behavior, int domain, bool alone, Span<float> x)
    {
        x.Clear();
        var at = client ? 0 : ModelLayout.Row;
        var most = alone ? float.MaxValue : Most;
        for (var i = 0; i < ModelLayout.Row; i++) x[at + i] = Math.Clamp(scores[i], -most, most) * ScoreScale;
        FillDense(client, shape, behavior, domain, x[(2 * ModelLayout.Row)..]);
    }

    /// <summary>Fills the numbers beside the linear scores; the span must be clear.</summary>
    public static void FillDense(bool client, in TextShape shape, BehaviorGroup behavior, int domain, Span<float> dense)
    {
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
