using System.Globalization;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Training.Stages;

/// <summary>Fits the numbers behind stage and readiness, and measures them by cross-validation.</summary>
public static class StageStudy
{
    private const int Folds = 10, Seeds = 5;
    private const double ScorePenalty = 12, RulerPenalty = 300;

    /// <summary>
    /// Prints the figures: stage against the rated end of the authored sessions (ten folds, five shuffles, a session's
    /// turns never split), readiness against real smokers' rulers (fitted on the authored sessions alone, so without the
    /// conversation). With the reference codes, and, on request, with the library's own coder.
    /// </summary>
    /// <param name="authored">Files or folders of rated authored sessions.</param>
    /// <param name="mibot">Folder of the MIBot conversations; null leaves them out.</param>
    /// <param name="ownCoder">Codes the sessions with the library's coder first. Its model must not have been trained on them, or the figures flatter.</param>
    /// <param name="output">Where the table goes.</param>
    public static void Evaluate(IEnumerable<string> authored, string? mibot, bool ownCoder, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var sessions = RatedSession.ReadAuthored(authored).ToArray();
        var smokers = mibot is null ? [] : RatedSession.ReadMibot(mibot).ToArray();
        if (ownCoder)
        {
            sessions = [.. sessions.Select(Recode)];
            smokers = [.. smokers.Select(Recode)];
        }

        var truth = sessions.Select(s => (int)s.StageEnd - 1).ToArray();
        var figures = new List<double[]>();
        double[] rulers = new double[3], wide = new double[3];
        for (var seed = 0; seed < Seeds; seed++)
        {
            var fold = Enumerable.Range(0, sessions.Length).Select(i => i % Folds).ToArray();
            new Random(seed).Shuffle(fold);
            var said = new int?[sessions.Length];
            var estimates = new double[3][];
            for (var k = 0; k < 3; k++) estimates[k] = new double[sessions.Length];
            for (var f = 0; f < Folds; f++)
            {
                var parameters = Fit([.. sessions.Where((_, i) => fold[i] != f)]);
                for (var i = 0; i < sessions.Length; i++)
                {
                    if (fold[i] != f) continue;
                    var tracker = Follow(sessions[i], parameters);
                    var estimate = tracker.Estimate();
                    said[i] = estimate.Status == StageStatus.Clear ? (int)estimate.Stage - 1 : null;
                    if (tracker.Readiness() is not { } r) continue;
                    (estimates[0][i], estimates[1][i], estimates[2][i]) = (r.Importance.Value, r.Confidence.Value, r.Readiness.Value);
                }
            }

            for (var k = 0; k < 3; k++) rulers[k] += Agreement.Spearman(estimates[k], [.. sessions.Select(s => s.RulersEnd[k])]) / Seeds;
            figures.Add(Figures(said, truth));
        }

        var mean = Enumerable.Range(0, 5).Select(k => figures.Average(f => f[k])).ToArray();
        var common = truth.GroupBy(t => t).MaxBy(g => g.Count())!.Key;
        Line(output, $"Codes: {(ownCoder ? "the library's coder" : "reference")}. {sessions.Length} authored sessions, {smokers.Length} MIBot conversations.");
        output.WriteLine();
        output.WriteLine("| stage at the end | accuracy | coverage | accuracy of the clear | within one | quadratic kappa of the clear |");
        output.WriteLine("|---|---|---|---|---|---|");
        Row(output, "this library", mean);
        Row(output, "majority", Figures([.. truth.Select(_ => (int?)common)], truth));
        Row(output, "proportion of change talk", Proportion(sessions, truth));
        output.WriteLine();
        Line(output, $"Rulers after authored sessions, Spearman in cross-validation: importance {rulers[0]:0.00}, confidence {rulers[1]:0.00}, readiness {rulers[2]:0.00}.");
        if (smokers.Length == 0) return;
        output.WriteLine();
        Smokers(smokers, Fit(sessions), output);
    }

    /// <summary>
    /// Prints the figures with the library's own coder on sessions that its model has not seen: every seventh authored
    /// session, which training holds back, and the MIBot conversations. The numbers are fitted on the other sessions, by
    /// their reference codes or by the coder's.
    /// </summary>
    /// <param name="authored">Files or folders of rated authored sessions, as training reads them.</param>
    /// <param name="mibot">Folder of the MIBot conversations; null leaves them out.</param>
    /// <param name="output">Where the table goes.</param>
    public static void EvaluateCoder(IEnumerable<string> authored, string? mibot, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var sessions = RatedSession.ReadAuthored(authored).ToArray();
        var seen = sessions.Where(s => !s.Frozen).ToArray();
        var own = seen.Select(Recode).ToArray();
        var unseen = sessions.Where(s => s.Frozen).Select(Recode).ToArray();
        var truth = unseen.Select(s => (int)s.StageEnd - 1).ToArray();
        Lean([.. sessions.Where(s => s.Frozen)], unseen, output);
        var smokers = mibot is null ? [] : RatedSession.ReadMibot(mibot).Select(Recode).ToArray();
        foreach (var (name, stages, talk) in new[] { ("reference codes", seen, seen), ("the coder's codes", own, own), ("reference codes for stage, the coder's for rulers, as shipped", seen, own) })
        {
            var parameters = Fit(stages, talk);
            var trackers = unseen.Select(s => Follow(s, parameters)).ToArray();
            var estimates = trackers.Select(t => t.Estimate()).ToArray();
            Line(output, $"Fitted by {name}; {unseen.Length} unseen authored sessions, {smokers.Length} MIBot conversations, coded by the library.");
            output.WriteLine();
            output.WriteLine("| stage at the end | accuracy | coverage | accuracy of the clear | within one | quadratic kappa of the clear |");
            output.WriteLine("|---|---|---|---|---|---|");
            Row(output, "this library", Figures([.. estimates.Select(e => e.Status == StageStatus.Clear ? (int)e.Stage - 1 : (int?)null)], truth));
            Row(output, "majority", Figures([.. truth.Select(_ => (int?)truth.GroupBy(t => t).MaxBy(g => g.Count())!.Key)], truth));
            Row(output, "proportion of change talk", Proportion(unseen, truth));
            output.WriteLine();
            Line(output, $"Rulers after, Spearman: importance {Agreement.Spearman([.. trackers.Select(t => Value(t.Readiness(), 0))], [.. unseen.Select(s => s.RulersEnd[0])]):0.00}, confidence {Agreement.Spearman([.. trackers.Select(t => Value(t.Readiness(), 1))], [.. unseen.Select(s => s.RulersEnd[1])]):0.00}, readiness {Agreement.Spearman([.. trackers.Select(t => Value(t.Readiness(), 2))], [.. unseen.Select(s => s.RulersEnd[2])]):0.00}.");
            output.WriteLine();
            if (smokers.Length > 0) Smokers(smokers, parameters, output);
            output.WriteLine();
        }
    }

    /// <summary>What a reference label is worth on the coder's own scale; the constants of VolleyEvidence.</summary>
    private static void Lean(RatedSession[] reference, RatedSession[] coded, TextWriter output)
    {
        var turns = reference.Zip(coded).SelectMany(z => z.First.Coded.Utterances.Zip(z.Second.Coded.Utterances))
            .Where(z => z.First.Talk is not null && z.Second.Probabilities is { IsDefault: false, Length: 3 });
        foreach (var group in turns.GroupBy(z => z.First.Talk))
            Line(output, $"Mean log odds of change over sustain talk where the reference says {group.Key}: {group.Average(z => Math.Log((z.Second.Probabilities[1] + .02) / (z.Second.Probabilities[2] + .02))):0.00}.");
        output.WriteLine();
    }

    private static void Smokers(RatedSession[] smokers, StageParameters fitted, TextWriter output)
    {
        output.WriteLine("| smokers' rulers, Spearman [95 % bootstrap] | importance | confidence | readiness | readiness by proportion of change talk | readiness by GPT-4o's proportion |");
        output.WriteLine("|---|---|---|---|---|---|");
        var trackers = smokers.Select(s => Follow(s, fitted)).ToArray();
        double[] At(bool end, int k) => [.. trackers.Select(t => Value(end ? t.Readiness() : t.ReadinessAtStart(), k))];
        double[] True(bool end, int k) => [.. smokers.Select(s => (end ? s.RulersEnd : s.RulersStart)[k])];
        var share = trackers.Select(t => t.Features()[0]).ToArray();
        var automatic = smokers.Select(s => s.AutomaticShare ?? .5).ToArray();
        foreach (var (name, end) in new[] { ("before", false), ("after", true) })
            Line(output, $"| {name} | {Rank(At(end, 0), True(end, 0))} | {Rank(At(end, 1), True(end, 1))} | {Rank(At(end, 2), True(end, 2))} | {Rank(share, True(end, 2))} | {Rank(automatic, True(end, 2))} |");
        double[] Change(int k) => [.. At(true, k).Zip(At(false, k), (a, b) => a - b)];
        double[] Moved(int k) => [.. True(true, k).Zip(True(false, k), (a, b) => a - b)];
        Line(output, $"| change | {Rank(Change(0), Moved(0))} | {Rank(Change(1), Moved(1))} | {Rank(Change(2), Moved(2))} | {Rank(share, Moved(2))} | {Rank(automatic, Moved(2))} |");
    }

    /// <summary>Fits on all sessions but the frozen ones and prints the numbers as the C# that the library compiles.</summary>
    /// <param name="authored">Files or folders of rated authored sessions.</param>
    /// <param name="output">Where the source goes.</param>
    public static void Print(IEnumerable<string> authored, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var sessions = RatedSession.ReadAuthored(authored).Where(s => !s.Frozen).ToArray();
        var p = Fit(sessions, [.. sessions.Select(Recode)]);
        string List(double[] v) => "[" + string.Join(", ", v.Select(x => x.ToString("0.####", CultureInfo.InvariantCulture))) + "]";
        string Fits(RulerFit[] fits) => string.Join("\n", fits.Select(f => $"            new({List(f.Weights)}, {f.HalfWidth.ToString("0.##", CultureInfo.InvariantCulture)}),"));
        output.Write($$"""
            namespace MotivationalInterviewing.Sessions.Stages;

            internal sealed partial record StageParameters
            {
                /// <summary>Written by StageStudy.Print of MotivationalInterviewing.Training; columns in the order of <see cref="SessionFeatures.Names"/>.</summary>
                public static StageParameters Default { get; } = new()
                {
                    Mean = {{List(p.Mean)}},
                    Deviation = {{List(p.Deviation)}},
                    Score = {{List(p.Score)}},
                    Curve =
                    [
            {{string.Join("\n", p.Curve.Select(c => "            " + List(c) + ","))}}
                    ],
                    Start =
                    [
            {{Fits(p.Start)}}
                    ],
                    End =
                    [
            {{Fits(p.End)}}
                    ],
                };
            }

            """);
    }

    /// <summary>Fits the stage on reference codes. Rulers are read more safely when fitted on the coder's own codes of the same sessions.</summary>
    internal static StageParameters Fit(IReadOnlyList<RatedSession> sessions, IReadOnlyList<RatedSession>? rulers = null)
    {
        var features = sessions.Select(s => Follow(s, StageParameters.Default).Features()).ToArray();
        var (mean, deviation) = LinearFits.Scale(features);
        double[][] Standard(IEnumerable<double[]> raw) => [.. raw.Select(x => LinearFits.Standardize(x, mean, deviation).Select(v => Math.Clamp(v, -3, 3)).ToArray())];
        var z = Standard(features);
        var talk = rulers is null ? z : Standard(rulers.Select(s => Follow(s, StageParameters.Default).Features()));
        var stage = sessions.Select(s => Math.Min(3, (int)s.StageEnd - 1)).ToArray();
        var score = LinearFits.Ridge(z, [.. sessions.Select(s => (double)((int)s.StageEnd - 1))], ScorePenalty);
        var curve = LinearFits.Logistic(
            [.. z.Select(x => { var c = new double[2]; StageParameters.Curved(Dot(score, x), c); return c; })], stage, 4, .5, steps: 2000);
        return new StageParameters
        {
            Mean = mean,
            Deviation = deviation,
            Score = score,
            Curve = curve,
            Start = [.. Enumerable.Range(0, 3).Select(k => RulerFit(talk, [.. sessions.Select(s => s.RulersStart[k])]))],
            End = [.. Enumerable.Range(0, 3).Select(k => RulerFit(talk, [.. sessions.Select(s => s.RulersEnd[k])]))],
        };
    }

    private static RulerFit RulerFit(double[][] z, double[] y)
    {
        // Nine tenths of the absolute errors in five inner folds.
        var errors = new List<double>();
        for (var f = 0; f < 5; f++)
        {
            var inner = Enumerable.Range(0, y.Length).Where(i => i % 5 != f).ToArray();
            var w = LinearFits.Ridge([.. inner.Select(i => z[i])], [.. inner.Select(i => y[i])], RulerPenalty);
            errors.AddRange(Enumerable.Range(0, y.Length).Where(i => i % 5 == f).Select(i => Math.Abs(Math.Clamp(Dot(w, z[i]), 0, 10) - y[i])));
        }

        errors.Sort();
        return new RulerFit(LinearFits.Ridge(z, y, RulerPenalty), errors[(int)(.9 * (errors.Count - 1))]);
    }

    private static StageTracker Follow(RatedSession session, StageParameters parameters)
    {
        var tracker = new StageTracker(parameters);
        foreach (var turn in session.Coded.Utterances) tracker.Observe(turn);
        return tracker;
    }

    private static RatedSession Recode(RatedSession session) => session with { Coded = SessionCoder.Default.Code(session.Coded.ToTranscript()) };

    /// <summary>Accuracy, coverage, accuracy of the clear, within one, quadratic kappa of the clear. Not clear counts as wrong and as not within one.</summary>
    private static double[] Figures(int?[] said, int[] truth)
    {
        var clear = Enumerable.Range(0, truth.Length).Where(i => said[i] is not null).ToArray();
        double n = truth.Length, right = clear.Count(i => said[i] == truth[i]);
        return
        [
            right / n, clear.Length / n, clear.Length > 0 ? right / clear.Length : 0, clear.Count(i => Math.Abs(said[i]!.Value - truth[i]) <= 1) / n,
            Agreement.QuadraticKappa([.. clear.Select(i => said[i]!.Value)], [.. clear.Select(i => truth[i])], StageTables.Stages),
        ];
    }

    /// <summary>Baseline: sessions ranked by their share of change talk, cut so that the stages have their known frequencies.</summary>
    private static double[] Proportion(RatedSession[] sessions, int[] truth)
    {
        var order = Enumerable.Range(0, sessions.Length).OrderBy(i => Follow(sessions[i], StageParameters.Default).Features()[0]).ToArray();
        var ranked = truth.Order().ToArray();
        var said = new int?[truth.Length];
        for (var i = 0; i < order.Length; i++) said[order[i]] = ranked[i];
        return Figures(said, truth);
    }

    private static double Dot(double[] w, double[] x)
    {
        var sum = w[^1];
        for (var j = 0; j < x.Length; j++) sum += w[j] * x[j];
        return sum;
    }

    /// <summary>Too little said: the middle of the ruler.</summary>
    private static double Value(ReadinessEstimate? r, int k) => r is null ? 5 : k == 0 ? r.Importance.Value : k == 1 ? r.Confidence.Value : r.Readiness.Value;

    private static string Rank(double[] a, double[] b)
    {
        var (low, high) = Agreement.SpearmanInterval(a, b, 2000, 11);
        return string.Create(CultureInfo.InvariantCulture, $"{Agreement.Spearman(a, b):0.00} [{low:0.00}, {high:0.00}]");
    }

    private static void Row(TextWriter output, string name, double[] f) =>
        Line(output, $"| {name} | {f[0]:0.000} | {f[1]:0.000} | {f[2]:0.000} | {f[3]:0.000} | {f[4]:0.000} |");

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
