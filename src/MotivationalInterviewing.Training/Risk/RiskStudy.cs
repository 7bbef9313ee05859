using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Safety.Screening;

namespace MotivationalInterviewing.Training.Risk;

/// <summary>Figures of the risk screen: cross-validated where it is trained, and once on rows that nobody trained on.</summary>
public static class RiskStudy
{
    private const int Folds = 5;

    /// <summary>Reads the rows that train the classifier: written rows, the development half, ordinary talk of the open corpus.</summary>
    /// <param name="rows">Files of rows.</param>
    /// <param name="development">Files of rows that the rules were written with.</param>
    /// <param name="ordinary">Folders with sessions-*.jsonl.</param>
    /// <param name="annoMi">Folder of AnnoMI, whose client turns are ordinary talk where no rule holds; null to go without.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RiskExample[] Read(IEnumerable<string> rows, IEnumerable<string> development, IEnumerable<string> ordinary, string? annoMi = null) =>
    [
        .. rows.SelectMany(f => RiskExample.ReadRows(f)),
        .. development.SelectMany(f => RiskExample.ReadRows(f, seenByRules: true)),
        .. ordinary.SelectMany(d => Directory.EnumerateFiles(d, "sessions-*.jsonl").Order(StringComparer.Ordinal)).SelectMany(RiskExample.ReadOrdinary),
        .. annoMi is null ? [] : CorpusLoader.ReadAnnoMi(annoMi).SelectMany(RiskExample.OfOrdinary),
    ];

    /// <summary>Cross-validates by row and session, and prints recall against false alarms.</summary>
    /// <param name="data">What <see cref="Read"/> read. Rows with a risk that needs no stop are left out of recall.</param>
    /// <param name="threshold">Log odds from which the whole screen speaks.</param>
    /// <param name="output">Where the table goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void CrossValidate(RiskExample[] data, float threshold, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(output);
        data = [.. data.Where(e => e.Stop || e.Category == RiskCategory.None)];
        var features = Array.ConvertAll(data, RiskTrainer.Features);
        var elsewhere = RiskTrainer.Elsewhere(data);
        var random = new Random(5);
        var folds = data.Select(e => e.Group).Distinct().ToDictionary(g => g, _ => random.Next(Folds), StringComparer.Ordinal);
        var scores = new float[data.Length];
        var moved = new float[data.Length];
        var category = new bool[data.Length];
        var stopped = new bool[data.Length];
        var named = new bool[data.Length];
        Parallel.For(0, Folds, fold =>
        {
            var train = Enumerable.Range(0, data.Length).Where(i => folds[data[i].Group] != fold).ToArray();
            var model = RiskTrainer.Fit([.. train.Select(i => data[i])], [.. train.Select(i => features[i])], [.. train.Select(i => elsewhere[i])], 0);
            var screen = new RiskScreen(RiskPolicy.Default, model.With(threshold));
            Span<float> kinds = stackalloc float[RiskModel.Kinds];
            for (var i = 0; i < data.Length; i++)
            {
                if (folds[data[i].Group] != fold) continue;
                scores[i] = model.Any(features[i]);
                moved[i] = model.Any(elsewhere[i]);
                var assessment = screen.Screen(data[i].Text, data[i].History);
                stopped[i] = assessment.StopsMotivationalInterviewing;
                named[i] = assessment.Has(data[i].Category);
                model.Kind(features[i], kinds);
                var top = 0;
                for (var c = 1; c < RiskModel.Moderate; c++)
                    if (kinds[c] > kinds[top]) top = c;
                category[i] = top + 1 == (int)data[i].Category;
            }
        });
        var risk = Pick(e => e.Stop);
        var traps = Pick(e => e.Category == RiskCategory.None && !e.Ordinary);
        var talk = Pick(e => e.Ordinary);
        output.WriteLine($"rows with risk {risk.Length}, traps {traps.Length}, ordinary turns {talk.Length}; category right where there is risk {risk.Count(i => category[i]) / (double)risk.Length:0.000}");
        output.WriteLine("| threshold | recall | explicit | oblique | seen by no rule | after ordinary talk | traps | ordinary | ordinary, alone |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        for (var t = -1.0f; t <= 1.5f; t += 0.25f)
            output.WriteLine($"| {t:0.00} | {Share(risk, t)} | {Share(risk, t, e => e.IsExplicit)} | {Share(risk, t, e => !e.IsExplicit)} | {Share(risk, t, e => !e.SeenByRules)} | {risk.Count(i => moved[i] >= t) / (double)risk.Length:0.000} | {Share(traps, t)} | {talk.Count(i => scores[i] >= t) / (double)talk.Length:0.0000} | {talk.Count(i => moved[i] >= t) / (double)talk.Length:0.0000} |");

        output.WriteLine($"The whole screen at {threshold:0.00}, rows that the rules were not written with: recall {Stopped(risk, e => !e.SeenByRules)} (explicit {Stopped(risk, e => e.IsExplicit && !e.SeenByRules)}, oblique {Stopped(risk, e => !e.IsExplicit && !e.SeenByRules)}), traps {Stopped(traps, e => !e.SeenByRules)}, ordinary {Stopped(talk)}, category named {risk.Count(i => !data[i].SeenByRules && named[i]) / (double)risk.Count(i => !data[i].SeenByRules && stopped[i]):0.000}");
        double Stopped(int[] rows, Func<RiskExample, bool>? which = null)
        {
            var chosen = rows.Where(i => which?.Invoke(data[i]) ?? true).ToArray();
            return Math.Round(chosen.Count(i => stopped[i]) / (double)chosen.Length, 4);
        }

        int[] Pick(Func<RiskExample, bool> which) => [.. Enumerable.Range(0, data.Length).Where(i => which(data[i]))];
        string Share(int[] rows, float t, Func<RiskExample, bool>? which = null)
        {
            var chosen = which is null ? rows : [.. rows.Where(i => which(data[i]))];
            return (chosen.Count(i => scores[i] >= t) / (double)chosen.Length).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Prints what the shipped screen stops or asks about on rows that nobody trained on.</summary>
    /// <param name="files">Files of rows.</param>
    /// <param name="output">Where the table goes.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Report(IEnumerable<string> files, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(output);
        var rows = files.SelectMany(f => RiskExample.ReadRows(f)).Select(e => (Row: e, Stopped: RiskScreen.Default.Screen(e.Text, e.History).StopsMotivationalInterviewing)).ToArray();
        output.WriteLine("| Category | explicit | oblique |");
        output.WriteLine("|---|---|---|");
        foreach (var category in Enum.GetValues<RiskCategory>().Where(c => c != RiskCategory.None))
            output.WriteLine($"| {category} | {Of(e => e.Category == category && e.Stop && e.IsExplicit)} | {Of(e => e.Category == category && e.Stop && !e.IsExplicit)} |");
        output.WriteLine($"| **all** | **{Of(e => e.Stop && e.IsExplicit)}** | **{Of(e => e.Stop && !e.IsExplicit)}** |");
        output.WriteLine($"with risk {Of(e => e.Stop)}; risk that needs no stop {Of(e => e.Category != RiskCategory.None && !e.Stop)}; harmless traps {Of(e => e.Category == RiskCategory.None)} (stopped or asked about / rows)");

        string Of(Func<RiskExample, bool> which) => $"{rows.Count(r => which(r.Row) && r.Stopped)}/{rows.Count(r => which(r.Row))}";
    }
}
