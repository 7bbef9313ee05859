using System.Text.Json;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using Spectre.Console;

namespace ConsoleChat;

/// <summary>A conversation at the terminal; plain lines when input or output is redirected.</summary>
internal static class ChatCommand
{
    public static async Task<int> RunAsync(DialogueOptions options, bool explain, string? save, HelpSources help, CancellationToken cancellationToken)
    {
        var plain = Console.IsOutputRedirected || Console.IsInputRedirected;
        DialogueSession session;
        try
        {
            session = save is not null && File.Exists(save) ? DialogueSession.Load(await File.ReadAllBytesAsync(save, cancellationToken)) : DialogueSession.Start("console", options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine($"{save}: {e.Message}");
            return 1;
        }

        if (!plain)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]It runs on this machine only, and keeps nothing unless you gave --save. About: {session.Options.Target.Name}.[/]");
            AnsiConsole.MarkupLine("[grey]/panel shows or hides what it notices, /erase forgets all words, /quit ends. In danger? Call your emergency number.[/]");
            AnsiConsole.MarkupLineInterpolated($"[grey]{HelpCommands.Usage}{(session.Options.Reporting is null ? "" : ", /report what is reported")}[/]");
            if (session.Recent.LastOrDefault() is { } last) AnsiConsole.MarkupLineInterpolated($"[grey]Going on from:[/] {last.Text}");
        }

        // What the program is, and what is reported, before the first word.
        if (session.Turns == 0) Disclose(Disclosure.Opening(session.Options), plain);
        var engine = ScriptCommand.Engine(session.Options.Locale, help);
        var commands = new HelpCommands(engine, help, plain, turn => Show(turn, plain, explain));
        while (!cancellationToken.IsCancellationRequested)
        {
            if (!plain) AnsiConsole.Markup("[blue]you[/]  ");
            if (Console.ReadLine() is not { } text || text.Trim() is "/quit") break;
            if (text.Trim() is "/panel")
            {
                explain = !explain;
                continue;
            }

            if (text.Trim() is "/erase")
            {
                session = session.Erase();
            }
            else if (await commands.RunAsync(text, session, cancellationToken) is (true, var after))
            {
                session = after;
            }
            else
            {
                var turn = await engine.RespondAsync(session, text, cancellationToken);
                if (turn.Disclosure is { } said && session.Turns > 0) Disclose(said, plain);
                if (!commands.Takes(turn)) Show(turn, plain, explain);
                session = await commands.AfterAsync(turn, cancellationToken);
            }

            if (save is not null) await File.WriteAllBytesAsync(save, session.Save(), cancellationToken);
        }

        return 0;
    }

    private static void Disclose(string text, bool plain)
    {
        if (plain) Console.WriteLine(text);
        else AnsiConsole.MarkupLineInterpolated($"[yellow]{text}[/]");
    }

    private static void Show(DialogueTurn turn, bool plain, bool explain)
    {
        var (stage, risk, move) = (turn.Appraisal.Stage, turn.Appraisal.Risk, turn.Move);
        var codes = string.Join(' ', turn.Appraisal.Coded.Codes.Select(c => c.Code.Abbreviation));
        if (plain)
        {
            Console.WriteLine(turn.Reply);
            if (explain) Console.WriteLine($"  [{move.Name}; {move.Task}; {codes}; {stage.Label ?? "stage not inferred"}; risk {risk.Action}] {move.Rationale}");
            foreach (var resource in turn.Resources) Console.WriteLine($"  {resource.Name}: {resource.Contact}");
            return;
        }

        AnsiConsole.MarkupLineInterpolated($"[green]mi[/]   {turn.Reply}");
        if (!turn.Resources.IsEmpty)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Where to turn", "How");
            foreach (var resource in turn.Resources) table.AddRow(Markup.Escape(resource.Name), Markup.Escape(resource.Contact));
            AnsiConsole.Write(table);
        }

        if (!explain) return;
        var grid = new Grid().AddColumn().AddColumn();
        void Row(string name, string value) => grid.AddRow($"[grey]{name}[/]", Markup.Escape(value));
        Row("heard", $"{turn.Appraisal.Coded.Talk} {turn.Appraisal.Coded.Strength:+0;-0;0}  {codes}  {(turn.Appraisal.Signals == ClientSignals.None ? "" : turn.Appraisal.Signals.ToString())}");
        Row("stage", stage.ToString());
        Row("task", move.Task.ToString());
        Row("move", move.Name);
        Row("why", move.Rationale);
        Row("avoids", move.Avoids);
        Row("guard", turn.Findings.IsEmpty ? "nothing found" : string.Join(", ", turn.Findings.Select(f => f.Rule.Name)));
        AnsiConsole.Write(new Panel(grid).Header("what was noticed").Border(BoxBorder.Rounded).BorderColor(Color.Grey));
    }
}
