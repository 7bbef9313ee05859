using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>Outputs of one turn, out of fold, with the fold it was held out in.</summary>
internal sealed record Scored(LabeledTurn Turn, LabeledSession Session, float[] Outputs, int Fold);

/// <summary>Fits what makes probabilities honest and what decides.</summary>
internal static class GroupCalibration
{
    /// <summary>Fits by gradient descent on the labels, then chooses multipliers for macro-F1 on a coarse grid.</summary>
    public static ClassDecision Fit(IReadOnlyList<(float[] Z, int Label)> data, int classes)
    {
        var scale = new float[classes];
        Array.Fill(scale, 1f);
        var bias = new float[classes];
        var result = new ClassDecision(scale, bias, new float[classes]);
        Array.Fill(result.Multiplier, 1f);
        if (data.Count == 0) return result;
        var p = new float[classes];
        var gs = new float[classes];
        var gb = new float[classes];
        for (var step = 0; step < 400; step++)
        {
            Array.Clear(gs);
            Array.Clear(gb);
            foreach (var (z, label) in data)
            {
                result.Probabilities(z, p);
                for (var i = 0; i < classes; i++)
                {
                    var d = p[i] - (i == label ? 1 : 0);
                    gs[i] += d * z[i];
                    gb[i] += d;
                }
            }

            var common = gs.Sum() / classes;
            for (var i = 0; i < classes; i++)
            {
                scale[i] -= 0.5f * (0.7f * common + 0.3f * gs[i]) / data.Count;
                bias[i] -= 1f * gb[i] / data.Count;
            }
        }

        // Coordinate search over multipliers.
        var probabilities = data.Select(d => Of(result, d.Z)).ToList();
        float[] grid = [0.5f, 0.6f, 0.7f, 0.8f, 0.9f, 1f, 1.1f, 1.25f, 1.4f, 1.6f, 1.8f, 2f, 2.3f, 2.6f, 3f];
        for (var round = 0; round < 2; round++)
        {
            for (var c = 1; c < classes; c++)
            {
                var best = -1.0;
                var value = 1f;
                foreach (var g in grid)
                {
                    result.Multiplier[c] = g;
                    var f = ExpectedMacroF1(result, probabilities);
                    if (f > best + 0.0001) (best, value) = (f, g);
                }

                result.Multiplier[c] = value;
            }
        }

        return result;
    }

    /// <summary>Macro-F1 as the calibrated probabilities expect it: steadier than counting the labels themselves.</summary>
    private static double ExpectedMacroF1(ClassDecision decision, List<float[]> probabilities)
    {
        var classes = decision.Scale.Length;
        double[] right = new double[classes], chosen = new double[classes], mass = new double[classes];
        foreach (var p in probabilities)
        {
            var c = decision.Choose(p);
            right[c] += p[c];
            chosen[c]++;
            for (var i = 0; i < classes; i++) mass[i] += p[i];
        }

        var sum = 0.0;
        for (var i = 0; i < classes; i++) sum += 2 * right[i] / Math.Max(1e-9, chosen[i] + mass[i]);
        return sum / classes;
    }

    private static float[] Of(ClassDecision decision, float[] z)
    {
        var p = new float[z.Length];
        decision.Probabilities(z, p);
        return p;
    }
}

/// <summary>Counts of true against predicted classes.</summary>
internal sealed class Confusion(int classes)
{
    public int[,] Counts { get; } = new int[classes, classes];

    private readonly int[] _missed = new int[classes];

    /// <summary>Counts a case; a negative prediction is a case that got no answer.</summary>
    public void Add(int truth, int predicted)
    {
        if (predicted < 0) _missed[truth]++;
        else Counts[truth, predicted]++;
    }

    public double F1(int c)
    {
        int tp = Counts[c, c], row = _missed[c], column = 0;
        for (var i = 0; i < classes; i++)
        {
            row += Counts[c, i];
            column += Counts[i, c];
        }

        return row + column == 0 ? 0 : 2.0 * tp / (row + column);
    }

    public double Precision(int c)
    {
        var column = 0;
        for (var i = 0; i < classes; i++) column += Counts[i, c];
        return column == 0 ? 0 : (double)Counts[c, c] / column;
    }

    public double Recall(int c)
    {
        var row = _missed[c];
        for (var i = 0; i < classes; i++) row += Counts[c, i];
        return row == 0 ? 0 : (double)Counts[c, c] / row;
    }

    public double MacroF1 => Enumerable.Range(0, classes).Average(F1);

    public int Total => Counts.Cast<int>().Sum() + _missed.Sum();

    public double Accuracy => Total == 0 ? 0 : (double)Enumerable.Range(0, classes).Sum(c => Counts[c, c]) / Total;

    public double Kappa
    {
        get
        {
            double n = Total, expected = 0;
            for (var c = 0; c < classes; c++)
            {
                double row = 0, column = 0;
                for (var i = 0; i < classes; i++)
                {
                    row += Counts[c, i];
                    column += Counts[i, c];
                }

                expected += row * column / (n * n);
            }

            return (Accuracy - expected) / (1 - expected);
        }
    }
}

internal static class CalibrationError
{
    /// <summary>Mean gap between confidence and accuracy over bins of equal mass.</summary>
    public static double Of(List<(float Confidence, bool Right)> data, int bins = 15)
    {
        if (data.Count == 0) return 0;
        var sorted = data.OrderBy(d => d.Confidence).ToList();
        var error = 0.0;
        for (var b = 0; b < bins; b++)
        {
            int from = (int)((long)b * sorted.Count / bins), to = (int)((long)(b + 1) * sorted.Count / bins);
            if (to <= from) continue;
            double c = 0, a = 0;
            for (var i = from; i < to; i++)
            {
                c += sorted[i].Confidence;
                a += sorted[i].Right ? 1 : 0;
            }

            error += Math.Abs(c - a) / sorted.Count;
        }

        return error;
    }
}
