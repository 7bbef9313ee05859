using System.CommandLine;
using ConsoleChat;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

var screen = new Option<string?>("--screen") { Description = "Screen client turns for risk: JSON Lines of {\"id\",\"history\",\"text\",\"behavior\"}; - for standard input" };
var guard = new Option<string?>("--guard") { Description = "Check counselor replies: JSON Lines of {\"id\",\"behavior\",\"history\",\"reply\"}; - for standard input" };
var output = new Option<string>("--output") { Description = "Where JSON Lines are written; - for standard output", DefaultValueFactory = _ => "-" };
var root = new RootCommand("Screens client turns for risk and checks counselor replies, offline.") { screen, guard, output };
root.Validators.Add(result =>
{
    if (result.GetValue(screen) is null == result.GetValue(guard) is null) result.AddError("Give either --screen <in.jsonl> or --guard <in.jsonl>.");
});
root.SetAction(parsed => parsed.GetValue(screen) is { } turns
    ? TurnRows.Run(turns, parsed.GetValue(output)!, "text", (row, json) =>
    {
        var risk = RiskScreen.Default.Screen(row.Text, row.History, row.Target);
        json.WriteString("level", risk.Level.ToString().ToLowerInvariant());
        json.WriteStartArray("categories");
        foreach (var category in risk.Findings.Select(f => f.Category).Distinct()) json.WriteStringValue(category.ToString());
        json.WriteEndArray();
        json.WriteString("action", risk.Action.ToString().ToLowerInvariant());
        json.WriteBoolean("stop", risk.StopsMotivationalInterviewing);
        if (!risk.SupportedLanguage) json.WriteBoolean("supportedLanguage", false);
    })
    : TurnRows.Run(parsed.GetValue(guard)!, parsed.GetValue(output)!, "reply", (row, json) =>
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
    }));
return await root.Parse(args).InvokeAsync();
