using System.CommandLine;
using ConsoleChat;
using MotivationalInterviewing.Dialogue;

var guard = new Option<string>("--guard") { Description = "Check counselor replies: JSON Lines of {\"id\",\"behavior\",\"history\",\"reply\"}; - for standard input", Required = true };
var output = new Option<string>("--output") { Description = "Where JSON Lines are written; - for standard output", DefaultValueFactory = _ => "-" };
var root = new RootCommand("Checks counselor replies against what motivational interviewing avoids, offline.") { guard, output };
root.SetAction(parsed => TurnRows.Run(parsed.GetValue(guard)!, parsed.GetValue(output)!, "reply", (row, json) =>
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
