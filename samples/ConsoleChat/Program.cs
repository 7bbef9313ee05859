using System.CommandLine;
using ConsoleChat;
using MotivationalInterviewing;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

var screen = new Option<string?>("--screen") { Description = "Screen client turns for risk: JSON Lines of {\"id\",\"history\",\"text\",\"behavior\"}; - for standard input" };
var guard = new Option<string?>("--guard") { Description = "Check counselor replies: JSON Lines of {\"id\",\"behavior\",\"history\",\"reply\"}; - for standard input" };
var script = new Option<string?>("--script") { Description = "Answer the client turns of sessions in TranscriptCoder's input form; - for standard input" };
var output = new Option<string>("--output") { Description = "Where JSON Lines are written; - for standard output", DefaultValueFactory = _ => "-" };
var behavior = new Option<string?>("--behavior") { Description = "What would change: a preset such as alcohol, or any short phrase" };
var explain = new Option<bool>("--explain") { Description = "Chat: show codes, stage belief and rationale beside each reply" };
var save = new Option<string?>("--save") { Description = "Chat: keep the conversation in this file, and go on from it when it exists; it holds your words" };
var seed = new Option<ulong>("--seed") { Description = "Decides among equal wordings; the same seed gives the same conversation" };
var adolescent = new Option<bool>("--adolescent") { Description = "The client is an adolescent" };
var mandated = new Option<bool>("--mandated") { Description = "Somebody else sent the client" };
var locale = new Option<string>("--locale") { Description = "Language and place, which also choose the crisis resources", DefaultValueFactory = _ => "en-US" };
var root = new RootCommand("Talks with you in the manner of motivational interviewing, offline. No counselor, no treatment. Or screens turns, checks replies, plays scripts.")
{
    screen, guard, script, output, behavior, explain, save, seed, adolescent, mandated, locale,
};
root.Validators.Add(result =>
{
    if (new[] { result.GetValue(screen), result.GetValue(guard), result.GetValue(script) }.Count(v => v is not null) > 1)
        result.AddError("Give one of --screen, --guard and --script, or none to chat.");
});
root.SetAction(async (parsed, cancellationToken) =>
{
    var options = new DialogueOptions
    {
        Target = TargetBehavior.FindOrCustom(parsed.GetValue(behavior) is { } given && !string.IsNullOrWhiteSpace(given) ? given : "alcohol"),
        Seed = parsed.GetValue(seed),
        Adolescent = parsed.GetValue(adolescent),
        Mandated = parsed.GetValue(mandated),
        Locale = parsed.GetValue(locale)!,
        Inference = new() { Purpose = MotivationalInterviewing.Sessions.Stages.InferencePurpose.Practice },
    };
    if (parsed.GetValue(script) is { } sessions) return await ScriptCommand.RunAsync(sessions, parsed.GetValue(output)!, options, parsed.GetValue(behavior) is not null, cancellationToken);
    if (parsed.GetValue(screen) is { } turns) return Screen(turns, parsed.GetValue(output)!);
    if (parsed.GetValue(guard) is { } replies) return Guard(replies, parsed.GetValue(output)!);
    return await ChatCommand.RunAsync(options, parsed.GetValue(explain), parsed.GetValue(save), cancellationToken);
});
return await root.Parse(args).InvokeAsync();

static int Screen(string turns, string output) => TurnRows.Run(turns, output, "text", (row, json) =>
{
    var risk = RiskScreen.Default.Screen(row.Text, row.History, row.Target);
    RiskJson.Write(json, risk);
    json.WriteBoolean("stop", risk.StopsMotivationalInterviewing);
    if (!risk.SupportedLanguage) json.WriteBoolean("supportedLanguage", false);
});

static int Guard(string replies, string output) => TurnRows.Run(replies, output, "reply", (row, json) =>
{
    var report = AdherenceGuard.Default.Check(row.Text, row.History, row.Target);
    json.WriteString("verdict", report.Verdict.ToString().ToLowerInvariant());
    json.WriteStartArray("findings");
    foreach (var finding in report.Findings)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteNumber("start", finding.Start);
        json.WriteNumber("length", finding.Length);
        json.WriteString("mend", finding.Mend);
        json.WriteEndObject();
    }

    json.WriteEndArray();
});
