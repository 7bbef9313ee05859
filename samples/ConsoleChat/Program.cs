using System.CommandLine;
using ConsoleChat;
using MotivationalInterviewing;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Training.Help;

var screen = new Option<string?>("--screen") { Description = "Screen client turns for risk: JSON Lines of {\"id\",\"history\",\"text\",\"behavior\"}; - for standard input" };
var guard = new Option<string?>("--guard") { Description = "Check counselor replies: JSON Lines of {\"id\",\"behavior\",\"history\",\"reply\"}; - for standard input" };
var script = new Option<string?>("--script") { Description = "Answer the client turns of sessions in TranscriptCoder's input form; - for standard input" };
var output = new Option<string>("--output") { Description = "Where JSON Lines are written; - for standard output", DefaultValueFactory = _ => "-" };
var behavior = new Option<string?>("--behavior") { Description = "What would change: a preset such as alcohol, or any short phrase" };
var explain = new Option<bool>("--explain") { Description = "Chat: show codes, stage belief and rationale beside each reply" };
var save = new Option<string?>("--save") { Description = "Chat: keep the conversation in this file, and go on from it when it exists; it holds your words" };
var seed = new Option<ulong>("--seed") { Description = "Decides among equal wordings; the same seed gives the same conversation" };
var adolescent = new Option<bool>("--adolescent") { Description = "The client is an adolescent" };
var mandated = new Option<bool>("--mandated") { Description = "Somebody else sent the client; what is reported to whom is said first" };
var reportsTo = new Option<ReportRecipient>("--reports-to") { Description = "With --mandated: who gets the report of attendance and agreed tasks" };
var place = new Option<string?>("--place") { Description = "Where the client is, such as US-NY or DE: how often the program says what it is, and which helplines are named" };
var directory = new Option<string?>("--directory") { Description = "Services to turn to: an HSDS 3 JSON file, or a folder of its CSV tables; without it a small invented one" };
var locale = new Option<string>("--locale") { Description = "Language and place, which also choose the crisis resources", DefaultValueFactory = _ => "en-US" };
var root = new RootCommand("Talks with you in the manner of motivational interviewing, offline. No counselor, no treatment. Or screens turns, checks replies, plays scripts.")
{
    screen, guard, script, output, behavior, explain, save, seed, adolescent, mandated, reportsTo, place, locale, directory,
};
root.Validators.Add(result =>
{
    if (new[] { result.GetValue(screen), result.GetValue(guard), result.GetValue(script) }.Count(v => v is not null) > 1)
        result.AddError("Give one of --screen, --guard and --script, or none to chat.");
    if (result.GetResult(reportsTo) is not null && !result.GetValue(mandated)) result.AddError("--reports-to goes with --mandated.");
    if (!Enum.IsDefined(result.GetValue(reportsTo))) result.AddError($"--reports-to is one of {string.Join(", ", Enum.GetNames<ReportRecipient>())}.");
});
root.SetAction(async (parsed, cancellationToken) =>
{
    var options = new DialogueOptions
    {
        Target = parsed.GetValue(behavior) is { } given && !string.IsNullOrWhiteSpace(given) ? TargetBehavior.FindOrCustom(given) : parsed.GetValue(mandated) ? Demanded(parsed.GetValue(reportsTo)) : TargetBehavior.Alcohol,
        Seed = parsed.GetValue(seed),
        Adolescent = parsed.GetValue(adolescent),
        Mandated = parsed.GetValue(mandated),
        Reporting = parsed.GetValue(mandated) ? new ReportingTerms { Recipient = parsed.GetValue(reportsTo) } : null,
        Place = parsed.GetValue(place),
        // The place decides whom to call in a crisis, unless a locale is given.
        Locale = parsed.GetResult(locale) is { Implicit: false } ? parsed.GetValue(locale)! : parsed.GetValue(place) is { Length: >= 2 } at ? "en-" + at[..2].ToUpperInvariant() : parsed.GetValue(locale)!,
        Inference = new() { Purpose = MotivationalInterviewing.Sessions.Stages.InferencePurpose.Practice },
    };
    if (parsed.GetValue(screen) is { } turns) return Screen(turns, parsed.GetValue(output)!);
    if (parsed.GetValue(guard) is { } replies) return Guard(replies, parsed.GetValue(output)!);
    if (Sources(parsed.GetValue(directory)) is not { } help) return 1;
    if (parsed.GetValue(script) is { } sessions) return await ScriptCommand.RunAsync(sessions, parsed.GetValue(output)!, options, parsed.GetValue(behavior) is not null, help, cancellationToken);
    return await ChatCommand.RunAsync(options, parsed.GetValue(explain), parsed.GetValue(save), help, cancellationToken);
});
return await root.Parse(args).InvokeAsync();

// Of somebody who was sent, doing what was agreed is the behavior.
static TargetBehavior Demanded(ReportRecipient by) => by switch
{
    ReportRecipient.School => TargetBehavior.SchoolAttendance,
    ReportRecipient.ChildProtection => TargetBehavior.ParentingPlan,
    _ => TargetBehavior.ProbationCompliance,
};

static HelpSources? Sources(string? path)
{
    if (path is null) return new HelpSources { Directory = ReferralDirectory.Sample };
    try
    {
        using var stream = Directory.Exists(path) ? null : File.OpenRead(path);
        var import = stream is null ? HsdsCsvReader.Read(path) : HsdsReader.Read(stream, path);
        foreach (var issue in import.Issues) Console.Error.WriteLine(issue.Message);
        if (import.Directory.Count > 0) return new HelpSources { Directory = import.Directory };
        Console.Error.WriteLine($"{path}: no service could be read; expected an HSDS 3 JSON file or a folder with services.csv");
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(e.Message);
    }

    return null;
}

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
