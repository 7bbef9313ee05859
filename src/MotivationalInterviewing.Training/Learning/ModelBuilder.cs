using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>Cross-validates, trains the final model on everything but the frozen slice, and writes model and card.</summary>
internal sealed class ModelBuilder(TrainingOptions options, Action<string> say)
{
    /// <summary>Runs the whole course.</summary>
    /// <param name="modelFile">Where the model goes; the card goes beside it as coding.card.json. Null writes nothing.</param>
    /// <returns>The report as text.</returns>
    public string Run(string? modelFile)
    {
        var sessions = Load();
        var (cv, crossValidated, decisions, answers) = CrossValidate(sessions);
        var model = Train(cv, sessions, decisions);
        using var memory = new MemoryStream();
        model.Write(memory);
        memory.Position = 0;
        var shipped = CodingModel.Read(memory);
        var card = Card(sessions, (crossValidated, answers), Frozen(shipped, sessions), memory.ToArray());
        if (modelFile is not null)
        {
            File.WriteAllBytes(modelFile, memory.ToArray());
            WriteCard(modelFile, card);
            Tell(string.Create(CultureInfo.InvariantCulture, $"model {memory.Length / 1048576.0:F2} MB"));
        }

        return _report.ToString();
    }

    /// <summary>Figures and card of a trained model anew, from the kept models of the folds: for rules that changed since.</summary>
    public string Recard(string modelFile)
    {
        var folder = options.FoldModels ?? throw new ArgumentException("The configuration names no folder with the models of the folds (foldModels).");
        var sessions = Load();
        var (figures, answers) = Measure(sessions, [.. Enumerable.Range(0, options.Folds).Select(f => ReadModel(Path.Combine(folder, FoldFile(f))))], null);
        WriteCard(modelFile, Card(sessions, (figures, answers), Frozen(ReadModel(modelFile), sessions), File.ReadAllBytes(modelFile)));
        return _report.ToString();
    }

    private static CodingModel ReadModel(string path)
    {
        using var file = File.OpenRead(path);
        return CodingModel.Read(file);
    }

    private static string FoldFile(int fold) => string.Create(CultureInfo.InvariantCulture, $"fold-{fold}.model");

    private static void WriteCard(string modelFile, string card) => File.WriteAllText(Path.Combine(Path.GetDirectoryName(modelFile)!, "coding.card.json"), card);

    private (Figures[] Figures, List<Answer>[] Answers) Frozen(CodingModel model, List<LabeledSession> sessions)
    {
        var figures = new Figures[3];
        var answers = new List<Answer>[3];
        for (var mode = 0; mode < 3; mode++)
        {
            answers[mode] = Answers(model, sessions.Where(s => s.Frozen), mode);
            figures[mode] = Evaluation.Evaluate(answers[mode], false);
            Tell($"frozen authored slice, {CrossValidation.Modes[mode]}: {figures[mode]}");
        }

        return (figures, answers);
    }

    /// <summary>One point of the learning curve: live figures of the model alone, whatever rules are around it.</summary>
    public string CurvePoint()
    {
        var sessions = CorpusLoader.Load(options);
        var cv = new CrossValidation(sessions, options);
        cv.RunLinear();
        var scored = cv.RunNetworks((int)ContextMode.Live)[(int)ContextMode.Live];
        var decisions = Enumerable.Range(0, options.Folds).Select(f => CrossValidation.DecisionsWithout(f, scored)).ToArray();
        var answers = scored.Where(s => !s.Session.ErrorReading).Select(s => Evaluation.Read(s, decisions[s.Fold])).ToList();
        var (first, recoded) = (Evaluation.Evaluate(answers, true), Evaluation.Evaluate(answers, false));
        var count = sessions.Count(s => s.Domain == Domain.Authored && !s.Pair);
        return string.Create(CultureInfo.InvariantCulture, $"| {options.AuthoredSessions ?? count} | {first.Direction.MacroF1:F3} | {recoded.Direction.MacroF1:F3} | {first.Main.MacroF1:F3} | {first.KindsMicroF1:F3} | {first.CodesMacroF1:F3} |");
    }

    /// <summary>Cross-validates only.</summary>
    public string CrossValidate()
    {
        CrossValidate(Load());
        return _report.ToString();
    }

    private readonly StringBuilder _report = new();

    private void Tell(string line)
    {
        say(line);
        _report.AppendLine(line);
    }

    private List<LabeledSession> Load()
    {
        var sessions = CorpusLoader.Load(options);
        Tell(string.Create(CultureInfo.InvariantCulture, $"sessions {sessions.Count(s => !s.Pair)}, pairs {sessions.Count(s => s.Pair)}, turns {sessions.Sum(s => s.Turns.Count)}, frozen sessions {sessions.Count(s => s.Frozen)}"));
        Tell($"error-reading video groups: {string.Join(", ", sessions.Where(s => s.ErrorReading).Select(s => s.Group).Distinct().Order())}");
        return sessions;
    }

    private (CrossValidation Cv, Figures[] Figures, ModeDecisions[] Decisions, List<Answer>[] Answers) CrossValidate(List<LabeledSession> sessions)
    {
        var cv = new CrossValidation(sessions, options);
        cv.RunLinear();
        Tell("linear stage done");
        var scored = cv.RunNetworks(0, 1, 2);
        var folds = cv.FoldModels(scored);
        Keep(folds);
        var (figures, answers) = Measure(sessions, folds, mode => CrossValidation.OfModel(scored[mode], folds, mode).ToString());
        return (cv, figures, [.. scored.Select(Decisions.Fit)], answers);
    }

    /// <summary>What ships, on AnnoMI folds that its model has not seen.</summary>
    private (Figures[] Figures, List<Answer>[] Answers) Measure(List<LabeledSession> sessions, CodingModel[] folds, Func<int, string>? modelAlone)
    {
        var figures = new Figures[3];
        var answers = new List<Answer>[3];
        var annoMi = sessions.Where(s => s.Domain == Domain.AnnoMi && !s.ErrorReading).ToList();
        if (annoMi.Count == 0) return MeasureOwn(sessions, folds);
        for (var mode = 0; mode < 3; mode++)
        {
            var name = CrossValidation.Modes[mode];
            answers[mode] = CrossValidation.Answers(folds, annoMi, mode);
            figures[mode] = Evaluation.Evaluate(answers[mode], true);
            Tell($"cross-validated, AnnoMI original labels, {name}: {figures[mode]}");
            Tell($"cross-validated, AnnoMI recoded labels, {name}: {Evaluation.Evaluate(answers[mode], false)}");
            Tell($"cross-validated, majority of ten coders (six transcripts, error-reading groups among them), {name}: {Evaluation.OfVotes(CrossValidation.Answers(folds, sessions.Where(s => s.Turns.Any(t => t.DirectionVotes is not null)), mode))}");
            if (modelAlone is not null) Tell($"  model alone, original labels, {name}: {modelAlone(mode)}");
        }

        if (options.Errors is { } errors)
        {
            var reading = sessions.Where(s => s.ErrorReading).ToList();
            ErrorList.Write(errors, Enumerable.Range(0, 3).SelectMany(mode => CrossValidation.Answers(folds, reading, mode).Select(a => (CrossValidation.Modes[mode], a))));
        }

        return (figures, answers);
    }

    /// <summary>The same without AnnoMI: the sessions that there are, by their own labels.</summary>
    private (Figures[] Figures, List<Answer>[] Answers) MeasureOwn(List<LabeledSession> sessions, CodingModel[] folds)
    {
        var figures = new Figures[3];
        var answers = new List<Answer>[3];
        var own = sessions.Where(s => !s.Pair && !s.Frozen).ToList();
        for (var mode = 0; mode < 3; mode++)
        {
            answers[mode] = CrossValidation.Answers(folds, own, mode);
            figures[mode] = Evaluation.Evaluate(answers[mode], false);
            Tell($"cross-validated, own labels, {CrossValidation.Modes[mode]}: {figures[mode]}");
        }

        return (figures, answers);
    }

    /// <summary>Figures of the embedded model on the open corpus.</summary>
    public static string EvaluateShipped(string corpusFolder, bool frozenOnly, string? errorsFile)
    {
        var sessions = CorpusLoader.Load(new TrainingOptions { Authored = [corpusFolder] }).Where(s => !s.Pair && (s.Frozen || !frozenOnly)).ToList();
        var report = new StringBuilder();
        var answers = new List<(string, Answer)>();
        for (var mode = 0; mode < 3; mode++)
        {
            var given = Answers(CodingModel.Default, sessions, mode);
            report.AppendLine($"{CrossValidation.Modes[mode]}: {Evaluation.Evaluate(given, false)}");
            answers.AddRange(given.Select(a => (CrossValidation.Modes[mode], a)));
        }

        if (errorsFile is not null) ErrorList.Write(errorsFile, answers);
        return report.ToString();
    }

    /// <summary>Figures of a model with cues and decision rules, as a host gets them, on the corpus's own labels.</summary>
    public static Figures Evaluate(CodingModel model, IEnumerable<LabeledSession> sessions, int mode) => Evaluation.Evaluate(Answers(model, sessions, mode), false);

    private static List<Answer> Answers(CodingModel model, IEnumerable<LabeledSession> sessions, int mode) =>
        [.. sessions.SelectMany(s => Evaluation.Read(model, s, (CodingMode)(2 - mode)))];

    private void Keep(CodingModel[] folds)
    {
        if (options.FoldModels is not { } folder) return;
        Directory.CreateDirectory(folder);
        for (var f = 0; f < folds.Length; f++)
        {
            using var file = File.Create(Path.Combine(folder, FoldFile(f)));
            folds[f].Write(file);
        }
    }

    private CodingModel Train(CrossValidation cv, List<LabeledSession> sessions, ModeDecisions[] decisions)
    {
        var usable = sessions.Where(s => !s.Frozen && (options.UseAnnoMiInTraining || s.Domain != Domain.AnnoMi)).ToList();
        var banks = new LinearBank[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
            banks[i] = LinearTrainer.Train(i == 0, usable, options, options.Seed + (ulong)(i == 0 ? 1 : 2)).Quantize());
        var factor = NetworkTrainer.BalanceFactors(usable, options.NetworkBalance);
        var networks = new TurnNetwork[3][];
        var jobs = new List<(int Mode, int Seed)>();
        for (var m = 0; m < 3; m++)
        {
            networks[m] = new TurnNetwork[options.NetworkSeeds];
            for (var s = 0; s < options.NetworkSeeds; s++) jobs.Add((m, s));
        }

        Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, job =>
        {
            var train = usable.Where(s => options.PairsInNetwork || job.Mode == 0 || !s.Pair)
                .Select(s => NetworkTrainer.Prepare(s, t => cv.Score(s.Fold, t), options, factor, job.Mode == 0)).ToList();
            networks[job.Mode][job.Seed] = CrossValidation.TrainMode(job.Mode, train, options, job.Seed);
        });
        networks[0] = [Merge(networks[0])];
        return new CodingModel(banks[0], banks[1], networks, decisions);
    }

    /// <summary>Networks without a hidden layer average exactly into one.</summary>
    internal static TurnNetwork Merge(TurnNetwork[] networks)
    {
        var result = new TurnNetwork(0, false);
        foreach (var n in networks) Kernels.AddScaled(1f / networks.Length, n.Weights, result.Weights);
        return result;
    }

    private string Card(List<LabeledSession> sessions, (Figures[] Figures, List<Answer>[] Answers) crossValidated, (Figures[] Figures, List<Answer>[] Answers) frozen, byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", "coding");
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            json.WriteString("task", "Client direction, kinds (DARN-CAT with sign), strength; counselor main act and codes (MISC 2.5 and relatives); one utterance, live, whole session.");
            json.WriteString("language", "English");
            json.WriteString("intendedUse", "Training, supervision, research and guarding of dialogue. Estimates with confidence; not a diagnosis and no verdict on one utterance.");
            json.WriteString("license", options.UseMiBot ? "CC-BY-SA-4.0 (trained on MIBot v6.3A by Mahmood et al., ACL 2025)" : "Weights: CC BY 4.0, as the authored corpus; code: MIT");
            json.WriteStartArray("sources");
            if (sessions.Any(s => s.Domain == Domain.AnnoMi && options.UseAnnoMiInTraining)) json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"AnnoMI (Wu et al. 2022, 2023; README of 2023: public domain): {sessions.Count(s => s.Domain == Domain.AnnoMi)} transcripts; original labels by experts, and a second reading of each utterance in context by a language model, no human expert."));
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"Authored corpus (CC BY 4.0): {sessions.Count(s => s.Domain == Domain.Authored && !s.Pair && !s.Frozen)} sessions and {sessions.Count(s => s.Pair)} exchanges, written and coded for this project by a language model; {sessions.Count(s => s.Frozen)} further sessions held back as test."));
            if (options.UseMiBot) json.WriteStringValue("MIBot v6.3A (CC BY-SA 4.0), client turns coded by a language model.");
            json.WriteEndArray();
            json.WriteStartArray("labels");
            foreach (var label in ModelLayout.ClientKindNames.Concat(ModelLayout.CounselorCodeNames)) json.WriteStringValue(label);
            json.WriteEndArray();
            json.WriteStartArray("knownFailures");
            foreach (var line in new[]
            {
                "Sustain talk phrased as plain fact, and stances that need knowledge of the world.",
                "Sarcasm and jokes are often taken at their word.",
                "Bare agreement is taken as neutral more often than experts do.",
                "Advice and information in the form of a question; affirmation against reflection.",
                "Rare codes (raise concern, reframe, direct, warn) have few examples.",
            })
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
            var annoMi = sessions.Any(s => s.Domain == Domain.AnnoMi);
            for (var part = 0; part < 2; part++)
            {
                json.WriteStartObject(part == 1 ? "frozenAuthored" : annoMi ? "crossValidatedAnnoMi" : "crossValidated");
                json.WriteString("labels", part == 0 && !annoMi ? "the sessions' own; each was read by a model that had not learned from it" : part == 0 ? "direction, main, open: original experts; kinds, codes, strength: the recoding. Whole video groups held out; 15 groups kept for error reading are not counted." : "the authored corpus's own; none of these sessions was trained on");
                var (figures, given) = part == 0 ? crossValidated : frozen;
                if (part == 1)
                {
                    json.WriteStartArray("sessions");
                    foreach (var session in sessions.Where(s => s.Frozen)) json.WriteStringValue(session.Id);
                    json.WriteEndArray();
                }

                for (var mode = 0; mode < 3; mode++) Write(json, CrossValidation.Modes[mode], figures[mode]);
                Groups(json, "byRegister", given[2], part == 0 && annoMi, s => s.Register);
                Groups(json, "byQuality", given[2], part == 0 && annoMi, s => s.Quality);
                Groups(json, "byBehavior", given[2], part == 0 && annoMi, s => TargetBehavior.Find(s.Behavior)?.Id ?? "other");
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Whole-session figures of every group that has cases enough to say something.</summary>
    private static void Groups(Utf8JsonWriter json, string name, List<Answer> answers, bool original, Func<LabeledSession, string> key)
    {
        json.WriteStartObject(name);
        foreach (var group in answers.GroupBy(a => key(a.Session)).Where(g => g.Key.Length > 0 && g.Count(a => a.Turn.Client) >= 100).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var f = Evaluation.Evaluate(group, original);
            json.WriteStartObject(group.Key);
            json.WriteNumber("clientTurns", group.Count(a => a.Turn.Client));
            json.WriteNumber("directionMacroF1", Math.Round(f.Direction.MacroF1, 3));
            json.WriteNumber("mainMacroF1", Math.Round(f.Main.MacroF1, 3));
            json.WriteNumber("kindsMicroF1", Math.Round(f.KindsMicroF1, 3));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Figures f)
    {
        json.WriteStartObject(name);
        Number(json, "directionMacroF1", f.Direction.MacroF1);
        Number(json, "directionKappa", f.Direction.Kappa);
        Number(json, "directionCalibrationError", CalibrationError.Of(f.DirectionConfidence));
        Labels(json, "direction", ["neutral", "change", "sustain"], f.Direction);
        Number(json, "mainMacroF1", f.Main.MacroF1);
        Number(json, "mainKappa", f.Main.Kappa);
        Number(json, "mainCalibrationError", CalibrationError.Of(f.MainConfidence));
        Labels(json, "main", ["other", "question", "reflection", "input"], f.Main);
        Number(json, "openMacroF1", f.Open.MacroF1);
        Number(json, "kindsMicroF1", f.KindsMicroF1);
        Number(json, "kindsWithNeutralMicroF1", f.KindsWithNeutralMicroF1);
        Number(json, "codesMacroF1", f.CodesMacroF1);
        Number(json, "strengthMeanAbsoluteError", f.StrengthError);
        json.WriteStartObject("kindsF1");
        for (var k = 0; k < f.KindF1.Length; k++) Number(json, ModelLayout.ClientKindNames[k], f.KindF1[k]);
        json.WriteEndObject();
        json.WriteStartObject("codesF1");
        for (var k = 0; k < f.CodeF1.Length; k++)
        {
            if (f.CodeCases[k] >= 20) Number(json, ModelLayout.CounselorCodeNames[k], f.CodeF1[k]);
        }

        json.WriteEndObject();
        json.WriteStartObject("directionCoverage");
        Coverage(json, f.DirectionConfidence);
        json.WriteEndObject();
        json.WriteStartObject("mainCoverage");
        Coverage(json, f.MainConfidence);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Three digits; null where there was no case to count.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, Math.Round(value, 3));
        else json.WriteNull(name);
    }

    /// <summary>At each confidence: the share of turns at or above it, and their accuracy.</summary>
    private static void Coverage(Utf8JsonWriter json, List<(float Confidence, bool Right)> data)
    {
        foreach (var level in new[] { 0.5f, 0.6f, 0.7f, 0.8f, 0.9f })
        {
            var sure = data.Where(d => d.Confidence >= level).ToList();
            json.WriteStartObject(level.ToString("F1", CultureInfo.InvariantCulture));
            json.WriteNumber("share", Math.Round((double)sure.Count / Math.Max(1, data.Count), 3));
            json.WriteNumber("accuracy", sure.Count == 0 ? 0 : Math.Round(sure.Average(d => d.Right ? 1.0 : 0), 3));
            json.WriteEndObject();
        }
    }

    private static void Labels(Utf8JsonWriter json, string group, string[] names, Confusion c)
    {
        json.WriteStartObject(group);
        for (var i = 0; i < names.Length; i++)
        {
            json.WriteStartObject(names[i]);
            json.WriteNumber("precision", Math.Round(c.Precision(i), 3));
            json.WriteNumber("recall", Math.Round(c.Recall(i), 3));
            json.WriteNumber("f1", Math.Round(c.F1(i), 3));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
