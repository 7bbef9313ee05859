using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Training.Guard;

/// <summary>Trains the adherence guard's classifier and prints its figures, cross-validated by pair.</summary>
public static class GuardStudy
{
    private const int Folds = 5;

    /// <summary>Weight of a turn of a coded session, which says how counselors talk, beside a written reply.</summary>
    private const float SessionWeight = 0.4f;

    /// <summary>Reads written replies, and coded sessions as background.</summary>
    /// <param name="rows">Files of replies in minimal pairs.</param>
    /// <param name="sessions">Folders with sessions-*.jsonl.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static GuardExample[] Read(IEnumerable<string> rows, IEnumerable<string> sessions) =>
    [
        .. rows.SelectMany(f => GuardExample.ReadPairs(f)),
        .. sessions.SelectMany(d => Directory.EnumerateFiles(d, "sessions-*.jsonl").Order(StringComparer.Ordinal))
            .SelectMany(f => GuardExample.ReadSessions(f, 0)).Select(e => e with { BackgroundWeight = SessionWeight }),
    ];

    /// <summary>Cross-validates by pair and by session, and prints F1, recall and false alarms on the written replies and on the counselor turns of the sessions.</summary>
    /// <param name="data">What <see cref="Read"/> read.</param>
    /// <param name="output">Where the figures go.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void CrossValidate(GuardExample[] data, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(output);
        var random = new Random(5);
        var folds = data.Select(e => e.Group).Distinct().ToDictionary(g => g, _ => random.Next(Folds), StringComparer.Ordinal);
        var said = new AdherenceVerdict?[data.Length];
        Parallel.For(0, Folds, fold =>
        {
            var guard = GuardTrainer.Load(GuardTrainer.Train(data.Where(e => folds[e.Group] != fold)));
            for (var i = 0; i < data.Length; i++)
                if (folds[data[i].Group] == fold) said[i] = guard.Check(data[i].Reply, data[i].History).Verdict;
        });
        foreach (var part in data.Select((e, i) => (e, i)).Where(x => x.e.Weight > 0).GroupBy(x => x.e.Group.TrimEnd("0123456789".ToCharArray()), StringComparer.Ordinal)) Figures(part.Key, [.. part.Select(x => x.i)]);
        Figures("all", [.. Enumerable.Range(0, data.Length).Where(i => data[i].Weight > 0)]);
        if (data.Any(e => e.Weight <= 0)) Figures("counselor turns of sessions", [.. Enumerable.Range(0, data.Length).Where(i => data[i].Weight <= 0)]);

        void Figures(string name, int[] rows)
        {
            int hits = 0, misses = 0, alarms = 0, adherent = 0, doubtful = 0;
            foreach (var i in rows)
            {
                var wrong = said[i] == AdherenceVerdict.Inconsistent;
                if (data[i].Verdict == AdherenceVerdict.Inconsistent) (hits, misses) = (hits + (wrong ? 1 : 0), misses + (wrong ? 0 : 1));
                else (adherent, alarms, doubtful) = (adherent + 1, alarms + (wrong ? 1 : 0), doubtful + (said[i] == AdherenceVerdict.Doubtful ? 1 : 0));
            }

            output.WriteLine($"{name}, {rows.Length} replies: F1 {2.0 * hits / ((2 * hits) + alarms + misses):0.000}, recall {(double)hits / Math.Max(1, hits + misses):0.000}, false alarms {alarms} of {adherent} = {(double)alarms / Math.Max(1, adherent):0.000}, adherent but doubtful {doubtful}");
        }
    }
}
