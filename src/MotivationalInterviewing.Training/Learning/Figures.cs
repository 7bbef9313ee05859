using System.Globalization;
using System.Text;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>All figures of one mode on one test set.</summary>
internal sealed class Figures
{
    public Confusion Direction { get; } = new(3);

    public Confusion Main { get; } = new(4);

    public Confusion Open { get; } = new(2);

    public List<(float, bool)> DirectionConfidence { get; } = [];

    public List<(float, bool)> MainConfidence { get; } = [];

    public double KindsMicroF1 { get; set; }

    public double CodesMacroF1 { get; set; }

    public double[] KindF1 { get; set; } = [];

    public double[] CodeF1 { get; set; } = [];

    public int[] CodeCases { get; set; } = [];

    public double StrengthError { get; set; }

    public override string ToString()
    {
        var s = new StringBuilder();
        s.Append(CultureInfo.InvariantCulture, $"A {Direction.MacroF1:F3} (n {Direction.F1(0):F2} c {Direction.F1(1):F2} s {Direction.F1(2):F2} k {Direction.Kappa:F2} ece {CalibrationError.Of(DirectionConfidence):F3}) ");
        s.Append(CultureInfo.InvariantCulture, $"B {Main.MacroF1:F3} (o {Main.F1(0):F2} q {Main.F1(1):F2} r {Main.F1(2):F2} i {Main.F1(3):F2} ece {CalibrationError.Of(MainConfidence):F3}) ");
        s.Append(CultureInfo.InvariantCulture, $"open {Open.MacroF1:F3} kinds {KindsMicroF1:F3} codes {CodesMacroF1:F3} strength-mae {StrengthError:F2}");
        return s.ToString();
    }
}

/// <summary>Fits everything after the network: calibration, decisions, thresholds.</summary>
internal static class Decisions
{
    /// <summary>Fits on out-of-fold outputs of real transcripts (original labels for direction and main).</summary>
    public static ModeDecisions Fit(IReadOnlyList<Scored> scored)
    {
        var client = scored.Where(s => s.Turn.Client).ToList();
        var counselor = scored.Where(s => !s.Turn.Client).ToList();
        return new ModeDecisions(
            GroupCalibration.Fit([.. client.Where(s => First(s.Turn.OriginalDirection, s.Turn.Direction) >= 0).Select(s => (s.Outputs[ModelLayout.OutDirection..(ModelLayout.OutDirection + 3)], First(s.Turn.OriginalDirection, s.Turn.Direction)))], 3),
            GroupCalibration.Fit([.. counselor.Where(s => First(s.Turn.OriginalMain, s.Turn.Main) >= 0).Select(s => (s.Outputs[ModelLayout.OutMain..(ModelLayout.OutMain + 4)], First(s.Turn.OriginalMain, s.Turn.Main)))], 4),
            GroupCalibration.Fit([.. counselor.Where(s => s.Turn.OriginalOpen >= 0).Select(s => (new[] { 0f, s.Outputs[ModelLayout.OutOpen] }, s.Turn.OriginalOpen))], 2),
            Thresholds([.. client.Where(s => s.Turn.HasKinds).Select(s => (s.Outputs, s.Turn.Kinds))], ModelLayout.OutKinds, ModelLayout.Kinds, true),
            Thresholds([.. counselor.Where(s => s.Turn.HasCodes).Select(s => (s.Outputs, s.Turn.Codes))], ModelLayout.OutCodes, ModelLayout.Codes, false));
    }

    private static int First(int original, int teacher) => original >= 0 ? original : teacher;

    /// <summary>Per label the probability above which F1 is best, shrunk to the common one when cases are few.</summary>
    private static float[] Thresholds(List<(float[] Outputs, int Mask)> data, int offset, int count, bool micro)
    {
        var grid = Enumerable.Range(2, 32).Select(i => i * 0.025f).ToArray();
        var common = 0.4f;
        var bestCommon = -1.0;
        foreach (var t in grid)
        {
            int tp = 0, fp = 0, fn = 0;
            foreach (var (z, mask) in data)
            {
                for (var k = 0; k < count; k++)
                {
                    var yes = Kernels.Sigmoid(z[offset + k]) > t;
                    var truth = ((mask >> k) & 1) == 1;
                    if (yes && truth) tp++;
                    else if (yes) fp++;
                    else if (truth) fn++;
                }
            }

            var f = 2.0 * tp / Math.Max(1, 2 * tp + fp + fn);
            if (f > bestCommon) (bestCommon, common) = (f, t);
        }

        var result = new float[count];
        for (var k = 0; k < count; k++)
        {
            var cases = data.Count(d => ((d.Mask >> k) & 1) == 1);
            var best = -1.0;
            var threshold = common;
            foreach (var t in grid)
            {
                int tp = 0, fp = 0, fn = 0;
                foreach (var (z, mask) in data)
                {
                    var yes = Kernels.Sigmoid(z[offset + k]) > t;
                    var truth = ((mask >> k) & 1) == 1;
                    if (yes && truth) tp++;
                    else if (yes) fp++;
                    else if (truth) fn++;
                }

                var f = 2.0 * tp / Math.Max(1, 2 * tp + fp + fn);
                if (f > best) (best, threshold) = (f, t);
            }

            var trust = cases / (cases + (micro ? 60f : 15f));
            result[k] = trust * threshold + (1 - trust) * common;
        }

        return result;
    }
}

internal static class Evaluation
{
    /// <summary>Figures with decisions fitted on the other folds (cross-fitted), or with given decisions.</summary>
    public static Figures Evaluate(IReadOnlyList<Scored> scored, Func<Scored, ModeDecisions> decisions, bool original)
    {
        var f = new Figures();
        int[] tp = new int[ModelLayout.Kinds], fp = new int[ModelLayout.Kinds], fn = new int[ModelLayout.Kinds];
        int[] ctp = new int[ModelLayout.Codes], cfp = new int[ModelLayout.Codes], cfn = new int[ModelLayout.Codes];
        var p3 = new float[3];
        var p4 = new float[4];
        var two = new float[2];
        var p2 = new float[2];
        double strength = 0;
        var strengths = 0;
        foreach (var s in scored)
        {
            var d = decisions(s);
            if (s.Turn.Client)
            {
                var choice = d.Direction.Decide(s.Outputs.AsSpan(ModelLayout.OutDirection, 3), p3);
                var truth = original ? s.Turn.OriginalDirection : s.Turn.Direction;
                if (truth >= 0)
                {
                    f.Direction.Add(truth, choice);
                    f.DirectionConfidence.Add((p3[choice], choice == truth));
                }

                if (s.Turn.HasKinds)
                {
                    Count(d.ChooseKinds(s.Outputs, choice), s.Turn.Kinds, tp, fp, fn);
                    if (s.Turn.Strength > 0)
                    {
                        strength += Math.Abs(5 * Kernels.Sigmoid(s.Outputs[ModelLayout.OutStrength]) - s.Turn.Strength);
                        strengths++;
                    }
                }
            }
            else
            {
                var choice = d.Main.Decide(s.Outputs.AsSpan(ModelLayout.OutMain, 4), p4);
                var truth = original ? s.Turn.OriginalMain : s.Turn.Main;
                if (truth >= 0)
                {
                    f.Main.Add(truth, choice);
                    f.MainConfidence.Add((p4[choice], choice == truth));
                }

                if (s.Turn.HasCodes) Count(d.ChooseCodes(s.Outputs), s.Turn.Codes, ctp, cfp, cfn);
                var open = original ? s.Turn.OriginalOpen : (s.Turn.Codes & 3) is 1 or 2 ? (s.Turn.Codes & 3) == 1 ? 1 : 0 : -1;
                if (open >= 0)
                {
                    two[1] = s.Outputs[ModelLayout.OutOpen];
                    f.Open.Add(open, d.Open.Decide(two, p2));
                }
            }
        }

        f.KindsMicroF1 = F(tp.Sum(), fp.Sum(), fn.Sum());
        f.KindF1 = [.. Enumerable.Range(0, tp.Length).Select(k => F(tp[k], fp[k], fn[k]))];
        f.CodeF1 = [.. Enumerable.Range(0, ctp.Length).Select(k => F(ctp[k], cfp[k], cfn[k]))];
        f.CodeCases = [.. Enumerable.Range(0, ctp.Length).Select(k => ctp[k] + cfn[k])];
        var counted = Enumerable.Range(0, ctp.Length).Where(k => f.CodeCases[k] >= 20).ToList();
        f.CodesMacroF1 = counted.Count == 0 ? 0 : counted.Average(k => f.CodeF1[k]);
        f.StrengthError = strengths == 0 ? 0 : strength / strengths;
        return f;
    }

    private static double F(int tp, int fp, int fn) => tp + fp + fn == 0 ? 0 : 2.0 * tp / (2.0 * tp + fp + fn);

    private static void Count(int predicted, int truth, int[] tp, int[] fp, int[] fn)
    {
        for (var k = 0; k < tp.Length; k++)
        {
            var p = ((predicted >> k) & 1) == 1;
            var t = ((truth >> k) & 1) == 1;
            if (p && t) tp[k]++;
            else if (p) fp[k]++;
            else if (t) fn[k]++;
        }
    }
}
