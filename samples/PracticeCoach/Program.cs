using System.CommandLine;
using System.Globalization;
using MotivationalInterviewing.Practice;
using PracticeCoach;

var script = new Option<string?>("--script") { Description = "Counselor turns as JSON Lines of {\"turn\":0,\"text\":\"...\"}; - for standard input" };
var output = new Option<string>("--output") { Description = "Where the client's answers, intended codes and state are written as JSON Lines; - for standard output", DefaultValueFactory = _ => "-" };
var client = new Option<string?>("--client") { Description = "Id of a shipped client, or a JSON file with one of your own" };
var seed = new Option<int>("--seed") { Description = "Decides every chance in the session", DefaultValueFactory = _ => 1 };
var list = new Option<bool>("--list") { Description = "List the clients" };
var folder = new Option<string>("--folder") { Description = "Where your sessions and portfolio are kept; yours to copy or delete", Required = true };
var coaching = new Option<CoachingLevel?>("--coaching") { Description = "full, after-slips or silent; by default what your step on the ladder asks for", CustomParser = r => Level(r) };
var page = new Option<string?>("--session") { Description = "Id of a session; the last one by default" };
var signOff = new Option<string?>("--sign-off") { Description = "Name of the human supervisor who signs the next step" };
var reason = new Option<string?>("--override") { Description = "Why the step is given although criteria are missing" };
var key = new Option<string?>("--key") { Description = "File with the key that signs and verifies the record" };
var record = new Option<string?>("--record") { Description = "Where the record is written" };
var verify = new Option<string?>("--verify") { Description = "A record to verify with the key" };
var kind = new Option<DrillKind?>("--kind") { Description = $"{string.Join(", ", Enum.GetNames<DrillKind>())}; by default the drill of your weakest skill" };
var count = new Option<int>("--count") { Description = "How many items", DefaultValueFactory = _ => 5 };
var optionalFolder = new Option<string?>("--folder") { Description = "Your folder: the weakest skill is taken from its portfolio" };
var folders = new Argument<string[]>("folders") { Description = "Folders of trainees", Arity = ArgumentArity.OneOrMore };

var practice = new Command("practice", "Practice with a client; goes on with a session that was broken off") { folder, client, seed, coaching };
practice.SetAction(p => Run(() => PracticeCommand.Run(new TraineeFolder(p.GetValue(folder)!), p.GetValue(client), p.GetValue(seed), p.GetValue(coaching), TimeProvider.System)));
var debrief = new Command("debrief", "Debrief a session again") { folder, page };
debrief.SetAction(p => Run(() => FolderCommands.Debrief(new TraineeFolder(p.GetValue(folder)!), p.GetValue(page))));
var portfolio = new Command("portfolio", "Skills, measures and the next exercise") { folder };
portfolio.SetAction(p => Run(() => FolderCommands.ShowPortfolio(new TraineeFolder(p.GetValue(folder)!), TimeProvider.System)));
var ladder = new Command("ladder", "Where you stand from observed to independent; sign-off and record") { folder, signOff, reason, key, record, verify };
ladder.SetAction(p => Run(() => FolderCommands.ShowLadder(new TraineeFolder(p.GetValue(folder)!), p.GetValue(signOff), p.GetValue(reason), p.GetValue(key), p.GetValue(record), p.GetValue(verify), TimeProvider.System)));
var drill = new Command("drill", "Short exercises on one skill") { optionalFolder, kind, count, seed };
drill.SetAction(p => Run(() => FolderCommands.Drill(p.GetValue(optionalFolder) is { } f ? new TraineeFolder(f) : null, p.GetValue(kind), p.GetValue(count), p.GetValue(seed), TimeProvider.System)));
var export = new Command("export", "Your portfolio as JSON on standard output: figures, no words") { folder };
export.SetAction(p => Run(() => FolderCommands.Export(new TraineeFolder(p.GetValue(folder)!))));
var delete = new Command("delete", "Delete everything that this program keeps in the folder") { folder };
delete.SetAction(p => Run(() => FolderCommands.Delete(new TraineeFolder(p.GetValue(folder)!))));
var dashboard = new Command("dashboard", "For a supervisor: figures of several trainees, none of their words") { folders };
dashboard.SetAction(p => Run(() => FolderCommands.Dashboard(p.GetValue(folders)!, TimeProvider.System)));

var root = new RootCommand("Practice motivational interviewing with simulated clients, offline.") { script, output, client, seed, list, practice, debrief, portfolio, ladder, drill, export, delete, dashboard };
root.SetAction(parsed => Run(() =>
{
    if (parsed.GetValue(list)) return List();
    if (parsed.GetValue(script) is not { } path) throw new FormatException("Nothing to do. Give practice --folder <folder>, --list, or --script <in.jsonl> with --client <id>; --help shows all.");
    return parsed.GetValue(client) is { } id
        ? ScriptCommand.Run(path, parsed.GetValue(output)!, Clients.Find(id), parsed.GetValue(seed))
        : throw new FormatException("--client is missing; --list shows the shipped clients.");
}));
return await root.Parse(args).InvokeAsync();

static int Run(Func<int> work)
{
    try
    {
        return work();
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}

static CoachingLevel? Level(System.CommandLine.Parsing.ArgumentResult result)
{
    switch (result.Tokens[0].Value)
    {
        case "full": return CoachingLevel.Full;
        case "after-slips": return CoachingLevel.AfterSlips;
        case "silent": return CoachingLevel.Silent;
        default:
            result.AddError($"'{result.Tokens[0].Value}' is no level of coaching; allowed are full, after-slips, silent.");
            return null;
    }
}

static int List()
{
    foreach (var profile in ClientProfiles.All)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{profile.Id,-26} {profile.Behavior.Id,-22} {profile.Stage.ToString().ToLowerInvariant(),-17} resistance {profile.Resistance}{(profile.Mandated ? ", mandated" : "")}\n    {profile.Summary}"));
    return 0;
}
