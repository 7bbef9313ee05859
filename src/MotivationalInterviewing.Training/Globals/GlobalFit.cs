using System.Globalization;
using System.Text;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Training.Globals;

/// <summary>How well estimates of one global rating do on sessions that the fit had not seen. Immutable.</summary>
public sealed record GlobalFitRow
{
    /// <summary>The rating.</summary>
    public required MitiGlobal Global { get; init; }

    /// <summary>Mean absolute error of the estimates, in points of the scale.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Mean absolute error of always saying the mean of the other folds.</summary>
    public required double MeanAbsoluteErrorOfMean { get; init; }

    /// <summary>Root mean squared error of the estimates; the prediction interval rests on it.</summary>
    public required double RootMeanSquaredError { get; init; }

    /// <summary>Kappa with quadratic weights between nearest ratings and the coder's.</summary>
    public required double QuadraticKappa { get; init; }

    /// <summary>Intercept of the fit on all sessions.</summary>
    public required double Intercept { get; init; }

    /// <summary>Weights of the fit on all sessions, for features as they are (not standardized).</summary>
    public required IReadOnlyList<double> Weights { get; init; }
}

/// <summary>
/// Fits the estimates of the MITI 4.2.1 global ratings: ridge regression from a handful of rates, judged by cross-validation
/// over sessions. <see cref="ToString"/> prints the table as the library holds it.
/// </summary>
public sealed class GlobalFit
{
    private static readonly double[] s_penalties = [1, 3, 10, 30, 100];
    private readonly int _sessions;

    private readonly string _how;

    private GlobalFit(IReadOnlyList<GlobalFitRow> rows, int sessions, string how)
    {
        Rows = rows;
        _sessions = sessions;
        _how = how;
    }

    /// <summary>One row per rating, in the manual's order.</summary>
    public IReadOnlyList<GlobalFitRow> Rows { get; }

    /// <summary>Fits on rated sessions. Each session stands in one fold; the penalty is chosen within the training folds.</summary>
    /// <param name="sessions">At least as many as folds.</param>
    /// <param name="folds">Number of folds, at least 3.</param>
    /// <param name="seed">Decides which session goes to which fold.</param>
    public static GlobalFit Fit(IReadOnlyList<RatedSession> sessions, int folds = 10, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(sessions.Count, folds);
        var x = sessions.Select(s => Features(s.Session)).ToArray();
        var order = Enumerable.Range(0, sessions.Count).ToArray();
        new Random(seed).Shuffle(order);
        var fold = new int[sessions.Count];
        for (var i = 0; i < order.Length; i++) fold[order[i]] = i % folds;

        var rows = new List<GlobalFitRow>();
        for (var g = 0; g < 4; g++)
        {
            var y = sessions.Select(s => (double)s.Ratings[g]).ToArray();
            var predicted = new double[y.Length];
            var mean = new double[y.Length];
            for (var f = 0; f < folds; f++)
            {
                var train = Where(i => fold[i] != f);
                var inner = (f + 1) % folds;
                var penalty = s_penalties.MinBy(p =>
                {
                    var (b, w) = Ridge(x, y, [.. train.Where(i => fold[i] != inner)], p);
                    return train.Where(i => fold[i] == inner).Sum(i => Math.Pow(Predict(b, w, x[i]) - y[i], 2));
                });
                var (intercept, weights) = Ridge(x, y, train, penalty);
                var average = train.Average(i => y[i]);
                foreach (var i in Where(i => fold[i] == f)) (predicted[i], mean[i]) = (Predict(intercept, weights, x[i]), average);
            }

            var final = s_penalties.MinBy(p => Enumerable.Range(0, folds).Sum(f =>
            {
                var (b, w) = Ridge(x, y, Where(i => fold[i] != f), p);
                return Where(i => fold[i] == f).Sum(i => Math.Pow(Predict(b, w, x[i]) - y[i], 2));
            }));
            var (finalIntercept, finalWeights) = Ridge(x, y, [.. Enumerable.Range(0, y.Length)], final);
            rows.Add(new GlobalFitRow
            {
                Global = (MitiGlobal)(g + 1),
                MeanAbsoluteError = y.Select((v, i) => Math.Abs(v - predicted[i])).Average(),
                MeanAbsoluteErrorOfMean = y.Select((v, i) => Math.Abs(v - mean[i])).Average(),
                RootMeanSquaredError = Math.Sqrt(y.Select((v, i) => (v - predicted[i]) * (v - predicted[i])).Average()),
                QuadraticKappa = QuadraticKappa([.. predicted.Select(p => (int)Math.Round(p, MidpointRounding.AwayFromZero))], [.. y.Select(v => (int)v)]),
                Intercept = finalIntercept,
                Weights = finalWeights,
            });
        }

        return new GlobalFit(rows, sessions.Count, "cross-validated by session");

        int[] Where(Predicate<int> holds) => [.. Enumerable.Range(0, sessions.Count).Where(i => holds(i))];
    }

    /// <summary>Fits on some rated sessions and judges on others, such as sessions that the coder has not seen.</summary>
    /// <param name="train">The sessions to fit on.</param>
    /// <param name="test">The sessions to judge on, at least one.</param>
    public static GlobalFit Judge(IReadOnlyList<RatedSession> train, IReadOnlyList<RatedSession> test)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        ArgumentOutOfRangeException.ThrowIfZero(test.Count);
        var fitted = Fit(train);
        var x = test.Select(s => Features(s.Session)).ToArray();
        var rows = fitted.Rows.Select((row, g) =>
        {
            var y = test.Select(s => s.Ratings[g]).ToArray();
            var p = x.Select(v => Predict(row.Intercept, [.. row.Weights], v)).ToArray();
            var mean = train.Average(s => s.Ratings[g]);
            return row with
            {
                MeanAbsoluteError = y.Select((v, i) => Math.Abs(v - p[i])).Average(),
                MeanAbsoluteErrorOfMean = y.Average(v => Math.Abs(v - mean)),
                RootMeanSquaredError = Math.Sqrt(y.Select((v, i) => (v - p[i]) * (v - p[i])).Average()),
                QuadraticKappa = QuadraticKappa([.. p.Select(v => (int)Math.Round(v, MidpointRounding.AwayFromZero))], y),
            };
        }).ToArray();
        return new GlobalFit(rows, train.Count, string.Create(CultureInfo.InvariantCulture, $"judged on {test.Count} others"));
    }

    /// <summary>The figures, and the table as the library's source holds it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_sessions} rated sessions, {_how}");
        foreach (var r in Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"{r.Global}: quadratic kappa {r.QuadraticKappa:0.00}, mean absolute error {r.MeanAbsoluteError:0.00} (the mean: {r.MeanAbsoluteErrorOfMean:0.00}), root mean squared error {r.RootMeanSquaredError:0.00}");
        foreach (var r in Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"        (MitiGlobal.{r.Global}, {r.Intercept:0.000}, [{string.Join(", ", r.Weights.Select(w => w.ToString("0.000", CultureInfo.InvariantCulture)))}], {r.RootMeanSquaredError:0.00}),");
        return text.ToString();
    }

    private static double[] Features(CodedTranscript session)
    {
        var recorder = new SessionRecorder(session.Session, session.Target);
        foreach (var utterance in session.Utterances) recorder.Add(utterance);
        return recorder.GlobalFeatures();
    }

    private static double Predict(double intercept, double[] weights, double[] x)
    {
        var value = intercept;
        for (var i = 0; i < x.Length; i++) value += weights[i] * x[i];
        return Math.Clamp(value, 1, 5);
    }

    /// <summary>Ridge regression on standardized features; the weights are given back for the features as they are.</summary>
    private static (double Intercept, double[] Weights) Ridge(double[][] x, double[] y, int[] rows, double penalty)
    {
        var d = x[0].Length;
        var mean = new double[d];
        var scale = new double[d];
        for (var j = 0; j < d; j++)
        {
            mean[j] = rows.Average(i => x[i][j]);
            scale[j] = Math.Sqrt(rows.Average(i => (x[i][j] - mean[j]) * (x[i][j] - mean[j])));
            if (scale[j] == 0) scale[j] = 1;
        }

        var average = rows.Average(i => y[i]);
        var a = new double[d, d + 1];
        foreach (var i in rows)
            for (var j = 0; j < d; j++)
            {
                var xj = (x[i][j] - mean[j]) / scale[j];
                a[j, d] += xj * (y[i] - average);
                for (var k = 0; k < d; k++) a[j, k] += xj * (x[i][k] - mean[k]) / scale[k];
            }

        for (var j = 0; j < d; j++) a[j, j] += penalty;
        var weights = Solve(a, d);
        for (var j = 0; j < d; j++) weights[j] /= scale[j];
        return (average - Enumerable.Range(0, d).Sum(j => weights[j] * mean[j]), weights);
    }

    /// <summary>Gaussian elimination with the right-hand side in the last column; the penalty keeps the matrix regular.</summary>
    private static double[] Solve(double[,] a, int n)
    {
        for (var c = 0; c < n; c++)
        {
            var pivot = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(a[r, c]));
            if (pivot != c)
                for (var k = c; k <= n; k++) (a[c, k], a[pivot, k]) = (a[pivot, k], a[c, k]);
            for (var r = 0; r < n; r++)
            {
                if (r == c) continue;
                var factor = a[r, c] / a[c, c];
                for (var k = c; k <= n; k++) a[r, k] -= factor * a[c, k];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }

    private static double QuadraticKappa(int[] a, int[] b)
    {
        double observed = 0, expected = 0;
        for (var i = 0; i < a.Length; i++)
        {
            observed += (a[i] - b[i]) * (a[i] - b[i]);
            foreach (var other in b) expected += (a[i] - other) * (double)(a[i] - other) / b.Length;
        }

        return 1 - observed / expected;
    }
}
