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
    /// <returns>The report.</returns>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static string Train(string configurationFile, string modelFile, Action<string>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        ArgumentException.ThrowIfNullOrEmpty(modelFile);
        return new ModelBuilder(TrainingOptions.Read(configurationFile), progress ?? (_ => { })).Run(Path.GetFullPath(modelFile));
    }

    /// <summary>Cross-validates and evaluates on the frozen slice without writing a model.</summary>
    /// <param name="configurationFile">The configuration; not null.</param>
    /// <param name="progress">Receives a line per step; null for silence.</param>
    /// <returns>The report.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string CrossValidate(string configurationFile, Action<string>? progress = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(configurationFile);
        return new ModelBuilder(TrainingOptions.Read(configurationFile), progress ?? (_ => { })).Run(null);
    }

    /// <summary>Figures of the model that ships with the library on labeled sessions (JSON Lines, as in the open corpus).</summary>
    /// <param name="corpusFolder">A folder with sessions-*.jsonl; not null.</param>
    /// <param name="frozenOnly">True for the frozen slice alone: the sessions that the shipped model has not seen.</param>
    /// <returns>One line per mode.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Evaluate(string corpusFolder, bool frozenOnly = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(corpusFolder);
        return ModelBuilder.EvaluateShipped(corpusFolder, frozenOnly);
    }
}
