using System.CommandLine;
using System.Globalization;
using MotivationalInterviewing.Practice;
using PracticeCoach;

var script = new Option<string?>("--script") { Description = "Counselor turns as JSON Lines of {\"turn\":0,\"text\":\"...\"}; - for standard input" };
var output = new Option<string>("--output") { Description = "Where the client's answers, intended codes and state are written as JSON Lines; - for standard output", DefaultValueFactory = _ => "-" };
var client = new Option<string?>("--client") { Description = "Id of a shipped client, or a JSON file with one of your own" };
var seed = new Option<int>("--seed") { Description = "Decides every chance in the session", DefaultValueFactory = _ => 1 };
var list = new Option<bool>("--list") { Description = "List the clients" };
var root = new RootCommand("Practice motivational interviewing with simulated clients, offline.") { script, output, client, seed, list };
root.SetAction(parsed =>
{
    try
    {
        if (parsed.GetValue(list)) return List();
        if (parsed.GetValue(script) is not { } path)
        {
            Console.Error.WriteLine("Nothing to do. Give --list, or --script <in.jsonl> with --client <id>.");
            return 1;
        }

        if (parsed.GetValue(client) is not { } id)
        {
            Console.Error.WriteLine("--client is missing; --list shows the shipped clients.");
            return 1;
        }

        return ScriptCommand.Run(path, parsed.GetValue(output)!, Clients.Find(id), parsed.GetValue(seed));
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
});
return await root.Parse(args).InvokeAsync();

static int List()
{
    foreach (var profile in ClientProfiles.All)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{profile.Id,-26} {profile.Behavior.Id,-22} {profile.Stage.ToString().ToLowerInvariant(),-17} resistance {profile.Resistance}{(profile.Mandated ? ", mandated" : "")}\n    {profile.Summary}"));
    return 0;
}
