using System.CommandLine;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Training;
using MotivationalInterviewing.Training.Authoring;
using MotivationalInterviewing.Training.Globals;
using MotivationalInterviewing.Training.Guard;
using MotivationalInterviewing.Training.Practice;
using MotivationalInterviewing.Training.Risk;
using MotivationalInterviewing.Training.Stages;

var configuration = new Option<string>("--config") { Description = "The configuration, with every default explained", DefaultValueFactory = _ => "src/MotivationalInterviewing.Training/training.jsonc" };
var annoMi = new Option<string?>("--annomi") { Description = "Folder with AnnoMI's CSV files" };
var miBot = new Option<string?>("--mibot") { Description = "Folder with MIBot's files; weights trained on it carry CC BY-SA 4.0" };
var authored = new Option<string[]>("--authored") { Description = "Folders with sessions-*.jsonl and pairs-*.jsonl", AllowMultipleArgumentsPerToken = true };
var output = new Option<string>("--output") { Description = "The file to write; a model's card is written beside it", Required = true };
const string openCorpus = "src/MotivationalInterviewing.Training/Corpus";
var corpus = new Argument<string>("corpus") { Description = "Folder with labeled sessions (sessions-*.jsonl)", DefaultValueFactory = _ => openCorpus };

var train = new Command("train", "Cross-validate, train on everything but the frozen sessions, write the model and its card") { configuration, annoMi, miBot, authored, output };
train.SetAction(parsed => Run(() => ModelTraining.Train(parsed.GetValue(configuration)!, parsed.GetValue(output)!, Progress, Corpora(parsed))));

var crossValidate = new Command("crossvalidate", "Cross-validate by conversation and video, and evaluate on the frozen sessions") { configuration, annoMi, miBot, authored };
crossValidate.SetAction(parsed => Run(() => ModelTraining.CrossValidate(parsed.GetValue(configuration)!, Progress, Corpora(parsed))));

var measure = new Command("measure", "Measure a trained model anew, with the rules as they are now, from the kept models of the folds; rewrites the card") { configuration, annoMi, miBot, authored, output };
measure.SetAction(parsed => Run(() => ModelTraining.Measure(parsed.GetValue(configuration)!, parsed.GetValue(output)!, Progress, Corpora(parsed))));

var curve = new Command("curve", "Cross-validate with 50, 100, 150 and all authored sessions") { configuration, annoMi, miBot, authored };
curve.SetAction(parsed => Run(() => ModelTraining.LearningCurve(parsed.GetValue(configuration)!, Progress, Corpora(parsed))));

var errors = new Option<string?>("--errors") { Description = "Also list the turns that came out wrong, by id without words, in a file outside the repository" };
var evaluate = new Command("evaluate", "Figures of the shipped model on the frozen sessions of a corpus") { corpus, errors };
evaluate.SetAction(parsed => Run(() => ModelTraining.Evaluate(parsed.GetValue(corpus)!, errorsFile: parsed.GetValue(errors))));

var stages = new Command("stages", "Figures of stage and readiness") { corpus, miBot };
stages.SetAction(parsed => Run(() =>
{
    StageStudy.Evaluate([parsed.GetValue(corpus)!], parsed.GetValue(miBot), ownCoder: false, Console.Out);
    Console.WriteLine();
    StageStudy.EvaluateCoder([parsed.GetValue(corpus)!], parsed.GetValue(miBot), Console.Out);
    return "";
}));

var fitStages = new Command("fit-stages", "Fit the parameters of stage and readiness, and print them") { corpus };
fitStages.SetAction(parsed => Run(() =>
{
    StageStudy.Print([parsed.GetValue(corpus)!], Console.Out);
    return "";
}));

var seeds = new Option<int>("--seeds") { Description = "Sessions per client and counselor", DefaultValueFactory = _ => 20 };
var sheet = new Option<string?>("--blind-sheet") { Description = "Also write simulated client turns with what came before, for a reader who judges which are real (JSON Lines)" };
var practice = new Command("practice", "Three scripted counselors against every simulated client: what comes of it") { seeds, sheet };
practice.SetAction(parsed => Run(() =>
{
    PracticeStudy.Print(PracticeStudy.Run(ClientProfiles.All, parsed.GetValue(seeds)), Console.Out);
    if (parsed.GetValue(sheet) is { } path) PracticeStudy.WriteBlindSheet(path, 600, 1);
    return "";
}));

var pairs = new Option<string>("--pairs") { Description = "File of counselor replies in minimal pairs", Required = true };
var drills = new Command("drills", "Draw the items of the practice drills from the open corpus") { corpus, pairs, output };
drills.SetAction(parsed => Run(() => $"{DrillBook.Write(parsed.GetValue(corpus)!, parsed.GetValue(pairs)!, parsed.GetValue(output)!)} items\n"));

var globals = new Command("globals", "Fit the estimates of the MITI global ratings, and print figures and tables") { corpus };
globals.SetAction(parsed => Run(() =>
{
    var rated = MotivationalInterviewing.Training.Globals.RatedSession.ReadFolder(parsed.GetValue(corpus)!);
    var coded = rated.Select(s => s with { Session = SessionCoder.Default.Code(s.Session.ToTranscript()) }).ToList();
    return $"Codes set by people: {GlobalFit.Fit(rated)}\nCodes of the library: {GlobalFit.Judge([.. coded.Where(s => !s.Frozen)], [.. coded.Where(s => s.Frozen)])}";
}));

var riskRows = new Option<string[]>("--rows") { Description = "Files of turns with and without risk (JSON Lines)", AllowMultipleArgumentsPerToken = true };
var riskDevelopment = new Option<string[]>("--development") { Description = "Such files that the rules were written with", AllowMultipleArgumentsPerToken = true };
var threshold = new Option<float>("--threshold") { Description = "Log odds from which the screen speaks", DefaultValueFactory = _ => 0.1f };
var riskModel = new Option<string?>("--output") { Description = "The model file to write; without it, only figures" };
var riskReport = new Option<string[]>("--report") { Description = "Files of turns that nobody trained on: what the shipped screen finds there", AllowMultipleArgumentsPerToken = true };
var risk = new Command("risk", "Cross-validate the classifier of the risk screen, and train it") { riskRows, riskDevelopment, authored, annoMi, threshold, riskModel, riskReport };
risk.SetAction(parsed => Run(() =>
{
    if (parsed.GetValue(riskReport) is { Length: > 0 } unseen)
    {
        RiskStudy.Report(unseen, Console.Out);
        return "";
    }

    var data = RiskStudy.Read(parsed.GetValue(riskRows) ?? [], parsed.GetValue(riskDevelopment) ?? [], parsed.GetValue(authored) ?? [], parsed.GetValue(annoMi));
    RiskStudy.CrossValidate(data, parsed.GetValue(threshold), Console.Out);
    if (parsed.GetValue(riskModel) is { } path) File.WriteAllBytes(path, RiskTrainer.Train(data, parsed.GetValue(threshold)));
    return "";
}));

var guardRows = new Option<string[]>("--rows") { Description = "Files of counselor replies with verdicts (JSON Lines)", AllowMultipleArgumentsPerToken = true };
var guard = new Command("guard", "Cross-validate the classifier of the adherence guard, and train it") { guardRows, authored, riskModel };
guard.SetAction(parsed => Run(() =>
{
    var data = GuardStudy.Read(parsed.GetValue(guardRows) ?? [], parsed.GetValue(authored) ?? []);
    GuardStudy.CrossValidate(data, Console.Out);
    if (parsed.GetValue(riskModel) is { } path) File.WriteAllBytes(path, GuardTrainer.Train(data));
    return "";
}));

var first = new Argument<string>("first") { Description = "Folder or file with one coding", DefaultValueFactory = _ => openCorpus + "/first-coding.jsonl" };
var second = new Option<string>("--second") { Description = "Folder or file with the second coding", DefaultValueFactory = _ => openCorpus + "/second-coding.jsonl" };
var check = new Command("check", "Name every line that is not as the corpus's README says") { corpus };
check.SetAction(parsed => Run(() =>
{
    var read = AuthoredCorpus.Read(parsed.GetValue(corpus)!);
    foreach (var issue in read.Issues) Console.Error.WriteLine(issue);
    return read.Issues.IsEmpty ? $"{read.Sessions.Length} sessions, {read.Sessions.Sum(s => s.Turns.Length)} turns, nothing wrong\n" : throw new InvalidDataException($"{read.Issues.Length} faults");
}));
var stats = new Command("stats", "Sizes, base rates, mix, openings, vocabulary growth") { corpus };
stats.SetAction(parsed => Run(() => Print(w => CorpusStudy.Stats(AuthoredCorpus.Read(parsed.GetValue(corpus)!), w))));
var dedupe = new Command("dedupe", "Turns that share much with another one") { corpus };
dedupe.SetAction(parsed => Run(() => Print(w => CorpusStudy.Dedupe(AuthoredCorpus.Read(parsed.GetValue(corpus)!), w))));
var agree = new Command("agree", "Agreement of a second coding with the first: kappa per label, F1 of places") { first, second };
agree.SetAction(parsed => Run(() => Print(w => CorpusStudy.Agree(AuthoredCorpus.Read(parsed.GetValue(first)!), AuthoredCorpus.Read(parsed.GetValue(second)!), w))));
var corpusTools = new Command("corpus", "Quality control of whole coded sessions") { check, stats, dedupe, agree };

return await new RootCommand("Trains and evaluates the models of the library on labeled sessions, yours or the open corpus.") { train, crossValidate, measure, curve, evaluate, stages, fitStages, globals, practice, drills, risk, guard, corpusTools }
    .Parse(args).InvokeAsync();

TrainingCorpora Corpora(ParseResult parsed) => new() { AnnoMi = parsed.GetValue(annoMi), MiBot = parsed.GetValue(miBot), Authored = parsed.GetValue(authored) ?? [] };

// Progress goes to standard error, the report to standard output.
static void Progress(string line) => Console.Error.WriteLine(line);

static string Print(Action<TextWriter> write)
{
    var text = new StringWriter();
    write(text);
    return text.ToString();
}

static int Run(Func<string> work)
{
    try
    {
        Console.Write(work());
        return 0;
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidDataException or System.Text.Json.JsonException or ArgumentException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
