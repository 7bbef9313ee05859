using System.Collections.Concurrent;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>
/// Nested cross-validation at the price of pairs: the linear model that misses folds f and g gives g's scores when f is
/// tested, and f's when g is. Every figure comes from a group that neither stage has seen.
/// </summary>
internal sealed class CrossValidation(List<LabeledSession> sessions, TrainingOptions options)
{
    private readonly ConcurrentDictionary<(int Outer, LabeledTurn Turn), float[]> _scores = new();
    private readonly ConcurrentDictionary<(int Fold, bool Client), LinearBank> _banks = new();
    private readonly ConcurrentDictionary<(int Fold, int Mode, int Seed), TurnNetwork> _networks = new();

    // A fixed order by the seed, so that a larger number holds the smaller.
    private readonly HashSet<LabeledSession> _drawn = [.. sessions.Where(s => s.Domain == Domain.Authored && !s.Pair)
        .Select((s, i) => (Session: s, Order: new SplitMix(options.Seed + 1000 + (ulong)i).NextFloat())).OrderBy(s => s.Order)
        .Select(s => s.Session).Take(options.AuthoredSessions ?? int.MaxValue)];

    public static readonly string[] Modes = ["single", "live", "session"];

    public List<LabeledSession> Sessions { get; } = sessions;

    private readonly bool _hasAnnoMi = sessions.Any(s => s.Domain == Domain.AnnoMi);

    /// <summary>What calibration and figures rest on: real transcripts, and without any, the sessions that there are.</summary>
    private bool IsJudged(LabeledSession session) => _hasAnnoMi ? session.Domain == Domain.AnnoMi : !session.Pair && !session.Frozen;

    private IEnumerable<LabeledSession> Usable => Sessions.Where(s => !s.Frozen && (options.UseAnnoMiInTraining || s.Domain != Domain.AnnoMi) && (s.Domain != Domain.Authored || s.Pair || _drawn.Contains(s)));

    /// <summary>Linear scores for every outer fold.</summary>
    public void RunLinear()
    {
        var jobs = new List<(int F, int G)>();
        for (var f = 0; f < options.Folds; f++)
        {
            for (var g = f; g < options.Folds; g++) jobs.Add((f, g));
        }

        Parallel.ForEach(Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, job =>
        {
            var (f, g) = job;
            var train = Usable.Where(s => s.Fold != f && s.Fold != g).ToList();
            for (var speaker = 0; speaker < 2; speaker++)
            {
                var client = speaker == 0;
                var model = LinearTrainer.Train(client, train, options, options.Seed + (ulong)(client ? 1 : 2));
                if (f == g) _banks[(f, client)] = model.Quantize();
                foreach (var s in Sessions)
                {
                    if (s.Frozen || (s.Fold != f && s.Fold != g)) continue;
                    foreach (var turn in s.Turns)
                    {
                        if (turn.Client != client) continue;
                        var z = new float[ModelLayout.Row];
                        model.Score(turn, z);
                        if (f == g) _scores[(f, turn)] = z;
                        else _scores[(s.Fold == f ? g : f, turn)] = z;
                    }
                }
            }
        });
    }

    /// <summary>Out-of-fold score of a training turn when its own fold is not tested.</summary>
    public float[] Score(int outer, LabeledTurn turn) => _scores[(outer, turn)];

    /// <summary>Trains the second stage per fold and returns the held-out outputs of the judged sessions per mode.</summary>
    public List<Scored>[] RunNetworks(params int[] modes)
    {
        var result = new[] { new List<Scored>(), new List<Scored>(), new List<Scored>() };
        var factor = NetworkTrainer.BalanceFactors(Usable, options.NetworkBalance);
        var jobs = new List<(int Fold, int Mode, int Seed)>();
        for (var s = 0; s < options.NetworkSeeds; s++)
        {
            foreach (var m in modes)
            {
                for (var f = 0; f < options.Folds; f++) jobs.Add((f, m, s));
            }
        }

        var outputs = new ConcurrentDictionary<(int Mode, LabeledTurn Turn, int Seed), float[]>();
        Parallel.ForEach(Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, job =>
        {
            var (f, mode, seed) = job;
            var train = Usable.Where(s => (s.Fold != f || !IsJudged(s)) && (options.PairsInNetwork || mode == 0 || !s.Pair))
                .Select(s => NetworkTrainer.Prepare(s, t => Score(f, t), options, factor, mode == 0)).ToList();
            var network = TrainMode(mode, train, options, seed);
            _networks[(f, mode, seed)] = network;
            foreach (var s in Sessions)
            {
                if (s.Fold != f || !IsJudged(s)) continue;
                var prepared = NetworkTrainer.Prepare(s, t => Score(f, t), options, factor, mode == 0);
                var z = new float[s.Turns.Count * ModelLayout.Outputs];
                CodingModel.Run([network], prepared.X, s.Turns.Count, z);
                for (var i = 0; i < s.Turns.Count; i++) outputs[(mode, s.Turns[i], seed)] = z[(i * ModelLayout.Outputs)..((i + 1) * ModelLayout.Outputs)];
            }
        });

        foreach (var s in Sessions)
        {
            if (!IsJudged(s)) continue;
            foreach (var turn in s.Turns)
            {
                foreach (var m in modes)
                {
                    var z = new float[ModelLayout.Outputs];
                    for (var seed = 0; seed < options.NetworkSeeds; seed++) Kernels.AddScaled(1f / options.NetworkSeeds, outputs[(m, turn, seed)], z);
                    result[m].Add(new Scored(turn, s, z, s.Fold));
                }
            }
        }

        return result;
    }

    public static TurnNetwork TrainMode(int mode, List<NetworkSession> train, TrainingOptions options, int seed)
    {
        var o = options;
        if (mode == 0) o = options.With(0);
        return NetworkTrainer.Train(mode == 2, train, o, options.Seed + 100 + (ulong)(seed * 7 + mode));
    }

    /// <summary>Calibration and thresholds of a fold, fitted on the other folds.</summary>
    public static ModeDecisions DecisionsWithout(int fold, List<Scored> scored) => Decisions.Fit([.. scored.Where(s => s.Fold != fold)]);

    /// <summary>The models that have not seen a fold, one per fold: what would ship if the fold did not exist.</summary>
    public CodingModel[] FoldModels(List<Scored>[] scored)
    {
        var models = new CodingModel[options.Folds];
        Parallel.For(0, options.Folds, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, f =>
        {
            var networks = new TurnNetwork[3][];
            for (var mode = 0; mode < 3; mode++) networks[mode] = [.. Enumerable.Range(0, options.NetworkSeeds).Select(seed => _networks[(f, mode, seed)])];
            networks[0] = [ModelBuilder.Merge(networks[0])];
            models[f] = new CodingModel(_banks[(f, true)], _banks[(f, false)], networks, [.. scored.Select(s => DecisionsWithout(f, s))]);
        });
        return models;
    }

    /// <summary>Figures of the model alone: calibration and thresholds of a fold come from the other folds.</summary>
    public static Figures OfModel(List<Scored> scored, CodingModel[] folds, int mode, bool original = true) =>
        Evaluation.Evaluate(scored.Where(s => !s.Session.ErrorReading).Select(s => Evaluation.Read(s, folds[s.Fold].DecisionsOf((ContextMode)mode))), original);

    /// <summary>What ships, on the folds that its model has not seen: model, cues and decision rules.</summary>
    public static List<Answer> Answers(CodingModel[] folds, IEnumerable<LabeledSession> sessions, int mode) =>
        [.. sessions.SelectMany(s => Evaluation.Read(folds[s.Fold], s, (CodingMode)(2 - mode)))];
}
