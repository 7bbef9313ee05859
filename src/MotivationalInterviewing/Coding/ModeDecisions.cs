namespace MotivationalInterviewing.Coding;

/// <summary>A scale and a bias per class that make probabilities honest, and the multipliers that decide.</summary>
internal sealed record ClassDecision(float[] Scale, float[] Bias, float[] Multiplier)
{
    /// <summary>Calibrated probabilities.</summary>
    public void Probabilities(ReadOnlySpan<float> logits, Span<float> p)
    {
        for (var i = 0; i < p.Length; i++) p[i] = logits[i] * Scale[i] + Bias[i];
        Kernels.Softmax(p);
    }

    /// <summary>The class whose probability times its multiplier is greatest.</summary>
    public int Choose(ReadOnlySpan<float> p)
    {
        var best = 0;
        for (var i = 1; i < p.Length; i++)
        {
            if (p[i] * Multiplier[i] > p[best] * Multiplier[best]) best = i;
        }

        return best;
    }

    /// <summary>Both in one.</summary>
    public int Decide(ReadOnlySpan<float> logits, Span<float> p)
    {
        Probabilities(logits, p);
        return Choose(p);
    }
}

/// <summary>Everything that turns the outputs of one mode into decisions.</summary>
internal sealed record ModeDecisions(ClassDecision Direction, ClassDecision Main, ClassDecision Open, float[] KindThresholds, float[] CodeThresholds)
{
    /// <summary>
    /// The kinds above their thresholds; a direction without a kind of its own sign takes the likeliest one when near.
    /// </summary>
    public int ChooseKinds(ReadOnlySpan<float> outputs, int direction)
    {
        var mask = 0;
        var best = -1;
        var bestMargin = float.NegativeInfinity;
        for (var k = 0; k < ModelLayout.Kinds; k++)
        {
            var margin = Kernels.Sigmoid(outputs[ModelLayout.OutKinds + k]) - KindThresholds[k];
            if (margin > 0) mask |= 1 << k;
            if (((direction == 1 && k % 2 == 0) || (direction == 2 && k % 2 == 1)) && margin > bestMargin) (best, bestMargin) = (k, margin);
        }

        if (direction == 0) return mask;
        var own = direction == 1 ? 0x5555 : 0xAAAA;
        if ((mask & own) == 0 && bestMargin > -0.15f) mask |= 1 << best;
        return mask;
    }

    /// <summary>The codes above their thresholds.</summary>
    public int ChooseCodes(ReadOnlySpan<float> outputs)
    {
        var mask = 0;
        for (var k = 0; k < ModelLayout.Codes; k++)
        {
            if (Kernels.Sigmoid(outputs[ModelLayout.OutCodes + k]) > CodeThresholds[k]) mask |= 1 << k;
        }

        return mask;
    }
}
