namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>One fitted ruler: standardized weights, intercept last, and half the width of the nine-in-ten interval.</summary>
internal sealed record RulerFit(double[] Weights, double HalfWidth);

/// <summary>
/// The fitted numbers behind the end-of-session stage and the readiness estimates. Stage: a ridge score over
/// standardized features, turned into probabilities by a logistic curve over the score and its square. No maintenance
/// class: it is gated by dated reports.
/// </summary>
internal sealed partial record StageParameters
{
    public required double[] Mean { get; init; }
    public required double[] Deviation { get; init; }

    /// <summary>Ridge weights of the stage score, intercept last.</summary>
    public required double[] Score { get; init; }

    /// <summary>Per class precontemplation to action: weight of the centered score, of its square, intercept.</summary>
    public required double[][] Curve { get; init; }

    /// <summary>Importance, confidence, readiness at the start of the session.</summary>
    public required RulerFit[] Start { get; init; }

    /// <summary>Importance, confidence, readiness at the end.</summary>
    public required RulerFit[] End { get; init; }

    public void Stage(ReadOnlySpan<double> features, Span<double> probabilities)
    {
        Span<double> x = stackalloc double[2];
        Curved(Apply(Score, features), x);
        var max = double.NegativeInfinity;
        for (var c = 0; c < Curve.Length; c++) max = Math.Max(max, probabilities[c] = Curve[c][0] * x[0] + Curve[c][1] * x[1] + Curve[c][2]);
        for (var c = 0; c < Curve.Length; c++) probabilities[c] = Math.Exp(probabilities[c] - max);
        for (var c = Curve.Length; c < probabilities.Length; c++) probabilities[c] = 0;
        StageFilter.Normalize(probabilities);
    }

    /// <summary>The score around 1.2, the middle of the rated sessions, and its square.</summary>
    public static void Curved(double score, Span<double> x)
    {
        var d = Math.Clamp(score, -1, 4) - 1.2;
        x[0] = 2 * d;
        x[1] = 2 * d * d;
    }

    public RulerEstimate Ruler(RulerFit fit, ReadOnlySpan<double> features)
    {
        var value = Math.Clamp(Apply(fit.Weights, features), 0, 10);
        return new RulerEstimate { Value = value, Interval = new Interval(Math.Max(0, value - fit.HalfWidth), Math.Min(10, value + fit.HalfWidth)) };
    }

    private double Apply(double[] weights, ReadOnlySpan<double> features)
    {
        var sum = weights[^1];
        // Beyond three deviations a feature says no more: short or odd sessions must not run away.
        for (var j = 0; j < Mean.Length; j++) sum += weights[j] * Math.Clamp((features[j] - Mean[j]) / Deviation[j], -3, 3);
        return sum;
    }
}
