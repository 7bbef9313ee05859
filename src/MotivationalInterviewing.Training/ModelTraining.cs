namespace MotivationalInterviewing.Training;

/// <summary>
/// Trains, cross-validates and evaluates coding models. The configuration file (training.jsonc lists every setting with
/// its default) names the corpora; the same configuration gives the same bytes on one architecture whatever the number
/// of threads. Safe to call from several threads on different files.
/// </summary>
public static class ModelTraining
{
    /// <summary>Cross-validates, trains on everything but the frozen slice, and writes the model and its card.</summary>
    /// <param name="configurationFile">The configuration; not null.</param>
    /// <param name="modelFile">Where the model goes; coding.card.json is written beside it.</param>
    /// <param name="progress">Receives a line per step; null for silence.</param>
    /// <param name="corpora">Corpora in place of those that the configuration names; null for the configuration's.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static string Train(string configurationFile, string modelFile, Action<string>? progress = null, TrainingCorpora? corpora = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        ArgumentException.ThrowIfNullOrEmpty(modelFile);
        return new ModelBuilder(Options(configurationFile, corpora), progress ?? (_ => { })).Run(Path.GetFullPath(modelFile));
    }

    /// <summary>Cross-validates and evaluates on the frozen slice without writing a model.</summary>
    /// <param name="configurationFile">The configuration; not null.</param>
    /// <param name="progress">Receives a line per step; null for silence.</param>
    /// <param name="corpora">Corpora in place of those that the configuration names; null for the configuration's.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string CrossValidate(string configurationFile, Action<string>? progress = null, TrainingCorpora? corpora = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        return new ModelBuilder(Options(configurationFile, corpora), progress ?? (_ => { })).Run(null);
    }

    /// <summary>
    /// Measures a trained model anew and rewrites its card, without training: for decision rules that changed since. The
    /// configuration's foldModels must name the folder with the models of the folds that the training kept.
    /// </summary>
    /// <param name="configurationFile">The configuration that the model was trained with; not null.</param>
    /// <param name="modelFile">The model; coding.card.json beside it is rewritten.</param>
    /// <param name="progress">Receives a line per step; null for silence.</param>
    /// <param name="corpora">Corpora in place of those that the configuration names; null for the configuration's.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static string Measure(string configurationFile, string modelFile, Action<string>? progress = null, TrainingCorpora? corpora = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        ArgumentException.ThrowIfNullOrEmpty(modelFile);
        return new ModelBuilder(Options(configurationFile, corpora), progress ?? (_ => { })).Recard(Path.GetFullPath(modelFile));
    }

    /// <summary>The learning curve: what more authored sessions are worth on AnnoMI, cross-validated, live, the model alone.</summary>
    /// <param name="configurationFile">The configuration; not null.</param>
    /// <param name="progress">Receives a line per step; null for silence.</param>
    /// <param name="corpora">Corpora in place of those that the configuration names; null for the configuration's.</param>
    /// <returns>A table.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string LearningCurve(string configurationFile, Action<string>? progress = null, TrainingCorpora? corpora = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        var report = new System.Text.StringBuilder("| authored sessions | direction, first labels | direction, recoding | main act | kinds | codes |\n|---|---|---|---|---|---|\n");
        foreach (var sessions in new int?[] { 50, 100, 150, null })
        {
            var options = Options(configurationFile, corpora);
            options.AuthoredSessions = sessions;
            var point = new ModelBuilder(options, _ => { }).CurvePoint();
            progress?.Invoke(point);
            report.AppendLine(point);
        }

        return report.ToString();
    }

    /// <summary>Figures of the model that ships with the library on labeled sessions (JSON Lines, as in the open corpus).</summary>
    /// <param name="corpusFolder">A folder with sessions-*.jsonl; not null.</param>
    /// <param name="frozenOnly">True for the frozen slice alone: the sessions that the shipped model has not seen.</param>
    /// <param name="errorsFile">Where to list the turns that came out wrong, by id with labels and probability, never words; null for nowhere.</param>
    /// <returns>One line per mode.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static string Evaluate(string corpusFolder, bool frozenOnly = true, string? errorsFile = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(corpusFolder);
        return ModelBuilder.EvaluateShipped(corpusFolder, frozenOnly, errorsFile);
    }

    private static TrainingOptions Options(string configurationFile, TrainingCorpora? corpora)
    {
        var options = TrainingOptions.Read(configurationFile);
        if (corpora?.AnnoMi is { } annoMi) options.AnnoMi = annoMi;
        if (corpora?.MiBot is { } miBot) (options.MiBot, options.UseMiBot) = (miBot, true);
        if (corpora?.Authored.Count > 0) options.Authored = [.. corpora.Authored];
        if (options.UseMiBot && options.MiBot is null) throw new ArgumentException("useMiBot is true, but miBot names no folder. Give --mibot, or set useMiBot to false.");
        if (options.Folds < 3) throw new ArgumentException("folds must be 3 or more: the second stage learns from sessions that the first has not seen, and is tested on others.");
        return options;
    }
}

/// <summary>Where labeled corpora lie. Immutable.</summary>
public sealed record TrainingCorpora
{
    /// <summary>Folder with annomi-simple.csv, annomi-full.csv and annomi-recoded.csv; null for the configuration's.</summary>
    public string? AnnoMi { get; init; }

    /// <summary>Folder with mibot.jsonl and mibot-recoded.csv; null for the configuration's. Weights trained on it carry CC BY-SA 4.0.</summary>
    public string? MiBot { get; init; }

    /// <summary>Folders with sessions-*.jsonl and pairs-*.jsonl; empty for the configuration's.</summary>
    public IReadOnlyList<string> Authored { get; init; } = [];
}
