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

    /// <summary>Over kinds with sign; follow/neutral is no kind.</summary>
    public double KindsMicroF1 { get; set; }

    /// <summary>The same with follow/neutral as one label more.</summary>
    public double KindsWithNeutralMicroF1 { get; set; }

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
        s.Append(CultureInfo.InvariantCulture, $"open {Open.MacroF1:F3} kinds {KindsMicroF1:F3} (with FN {KindsWithNeutralMicroF1:F3}) codes {CodesMacroF1:F3} strength-mae {StrengthError:F2}");
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

/// <summary>What a coder said of one labeled turn, in the order of <see cref="ModelLayout"/>; -1 is no answer.</summary>
internal sealed record Answer(LabeledTurn Turn, LabeledSession Session)
{
    /// <summary>Direction or main act.</summary>
    public required int Choice { get; init; }

    /// <summary>The chosen one's probability.</summary>
    public required float Probability { get; init; }

    /// <summary>Kinds or codes, one bit each.</summary>
    public required int Labels { get; init; }

    /// <summary>0 to 5.</summary>
    public double Strength { get; init; }

    /// <summary>1 open, 0 closed, -1 no question heard.</summary>
    public int Open { get; init; } = -1;
}

internal static class Evaluation
{
    /// <summary>The model alone, with its own thresholds.</summary>
    public static Answer Read(Scored s, ModeDecisions d)
    {
        if (s.Turn.Client)
        {
            Span<float> p = stackalloc float[3];
            var choice = d.Direction.Decide(s.Outputs.AsSpan(ModelLayout.OutDirection, 3), p);
            return new(s.Turn, s.Session)
            {
                Choice = choice,
                Probability = p[choice],
                Labels = d.ChooseKinds(s.Outputs, choice),
                Strength = 5 * Kernels.Sigmoid(s.Outputs[ModelLayout.OutStrength]),
            };
        }

        Span<float> q = stackalloc float[4];
        var main = d.Main.Decide(s.Outputs.AsSpan(ModelLayout.OutMain, 4), q);
        Span<float> asked = stackalloc float[2];
        return new(s.Turn, s.Session)
        {
            Choice = main,
            Probability = q[main],
            Labels = d.ChooseCodes(s.Outputs),
            Open = d.Open.Decide([0, s.Outputs[ModelLayout.OutOpen]], asked),
        };
    }

    /// <summary>What ships: model, cues and decision rules, as a host gets them.</summary>
    public static IEnumerable<Answer> Read(CodingModel model, LabeledSession session, CodingMode mode)
    {
        var coder = new SessionCoder(new UtteranceCoder(model, CodingOptions.Default, "trained"));
        var coded = coder.Code(
            new Transcript
            {
                Session = session.Id,
                Target = TargetBehavior.Find(session.Behavior),
                Utterances = [.. session.Turns.Select((t, i) => new Utterance { Turn = i, Speaker = t.Client ? Speaker.Client : Speaker.Counselor, Text = t.Text })],
            },
            mode);
        for (var i = 0; i < session.Turns.Count; i++) yield return Read(session.Turns[i], session, coded.Utterances[i]);
    }

    private static Answer Read(LabeledTurn turn, LabeledSession session, CodedUtterance coded)
    {
        var choice = turn.Client ? (int?)coded.Talk ?? 0 : (int?)coded.Main ?? 0;
        var labels = 0;
        var open = -1;
        var asksLeave = false;
        foreach (var span in coded.Codes)
        {
            if (turn.Client)
            {
                if (span.Code.Kind != ChangeTalkKind.None) labels |= 1 << ((((int)span.Code.Kind - 1) * 2) + (span.Code.Direction == TalkDirection.Sustain ? 1 : 0));
                continue;
            }

            var k = CounselorCoding.IndexOf(span);
            if (k >= 0) labels |= 1 << k;
            if (open < 0 && span.Code == Misc25.OpenQuestion) open = 1;
            if (open < 0 && span.Code == Misc25.ClosedQuestion) open = 0;

            // Asking for leave is a code of its own here and a closed question in AnnoMI.
            asksLeave |= span.Code == Misc25.EmphasizeControl && span.Miti == Miti42.SeekCollaboration;
        }

        if (asksLeave && open < 0) open = 0;

        return new(turn, session)
        {
            Choice = choice,
            Probability = coded.Probabilities.Length == 0 ? 0 : (float)coded.Probabilities[choice],
            Labels = labels,
            Strength = Math.Abs(coded.Strength ?? 0),
            Open = open,
        };
    }

    /// <summary>Figures on the first annotator's labels, or on the teacher's.</summary>
    public static Figures Evaluate(IEnumerable<Answer> answers, bool original)
    {
        var f = new Figures();
        int[] tp = new int[ModelLayout.Kinds + 1], fp = new int[ModelLayout.Kinds + 1], fn = new int[ModelLayout.Kinds + 1];
        int[] ctp = new int[ModelLayout.Codes], cfp = new int[ModelLayout.Codes], cfn = new int[ModelLayout.Codes];
        double strength = 0;
        var strengths = 0;
        foreach (var answer in answers)
        {
            var turn = answer.Turn;
            if (turn.Client)
            {
                var truth = original ? turn.OriginalDirection : turn.Direction;
                if (truth >= 0)
                {
                    f.Direction.Add(truth, answer.Choice);
                    f.DirectionConfidence.Add((answer.Probability, answer.Choice == truth));
                }

                if (!turn.HasKinds) continue;
                Count(Neutral(answer.Labels), Neutral(turn.Kinds), tp, fp, fn);
                if (turn.Strength == 0) continue;
                strength += Math.Abs(answer.Strength - turn.Strength);
                strengths++;
            }
            else
            {
                var truth = original ? turn.OriginalMain : turn.Main;
                if (truth >= 0)
                {
                    f.Main.Add(truth, answer.Choice);
                    f.MainConfidence.Add((answer.Probability, answer.Choice == truth));
                }

                if (turn.HasCodes) Count(CounselorCoding.Shipped(answer.Labels), CounselorCoding.Shipped(turn.Codes), ctp, cfp, cfn);
                var open = original ? turn.OriginalOpen : (turn.Codes & 3) is 1 or 2 ? (turn.Codes & 3) == 1 ? 1 : 0 : -1;
                if (open >= 0) f.Open.Add(open, answer.Open);
            }
        }

        f.KindsMicroF1 = F(tp[..^1].Sum(), fp[..^1].Sum(), fn[..^1].Sum());
        f.KindsWithNeutralMicroF1 = F(tp.Sum(), fp.Sum(), fn.Sum());
        f.KindF1 = [.. Enumerable.Range(0, ModelLayout.Kinds).Select(k => F(tp[k], fp[k], fn[k]))];
        f.CodeF1 = [.. Enumerable.Range(0, ctp.Length).Select(k => F(ctp[k], cfp[k], cfn[k]))];
        f.CodeCases = [.. Enumerable.Range(0, ctp.Length).Select(k => ctp[k] + cfn[k])];
        var counted = Enumerable.Range(0, ctp.Length).Where(k => f.CodeCases[k] >= 20).ToList();
        f.CodesMacroF1 = counted.Count == 0 ? 0 : counted.Average(k => f.CodeF1[k]);
        f.StrengthError = strengths == 0 ? 0 : strength / strengths;
        return f;
    }

    /// <summary>Direction and main act against the majority of several coders.</summary>
    public static string OfVotes(IEnumerable<Answer> answers)
    {
        Confusion direction = new(3), main = new(4);
        foreach (var answer in answers)
        {
            var votes = answer.Turn.Client ? answer.Turn.DirectionVotes : answer.Turn.MainVotes;
            if (votes is not null) (answer.Turn.Client ? direction : main).Add(Array.IndexOf(votes, votes.Max()), answer.Choice);
        }

        return string.Create(CultureInfo.InvariantCulture, $"A {direction.MacroF1:F3} (k {direction.Kappa:F2}, {direction.Total} turns) B {main.MacroF1:F3} (k {main.Kappa:F2}, {main.Total} turns)");
    }

    /// <summary>No kind at all is follow/neutral, a label of its own where it is counted.</summary>
    private static int Neutral(int kinds) => kinds == 0 ? 1 << ModelLayout.Kinds : kinds;

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
