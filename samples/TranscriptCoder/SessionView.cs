using System.Globalization;
using MotivationalInterviewing;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>Shows coded sessions: color on a terminal, plain columns when piped.</summary>
internal sealed class SessionView(IAnsiConsole console, bool details)
{
    private readonly Table _overview = new Table().Border(TableBorder.Simple)
        .AddColumns("session", "behavior", "turns", "change", "sustain", "neutral", "% change talk", "questions", "reflections", "input", "R:Q");

    private int _sessions;

    public void Show(CodedTranscript session)
    {
        if (Console.IsOutputRedirected) console.Profile.Width = 140;
        _sessions++;
        if (details) ShowTurns(session);
        else AddRow(session);
    }

    public void Finish()
    {
        if (!details && _sessions > 0) console.Write(_overview);
    }

    private void ShowTurns(CodedTranscript session)
    {
        console.Write(new Rule($"[bold]{Markup.Escape(session.Session)}[/] [grey]{Markup.Escape(session.Target?.Name ?? "no target behavior")}, {session.Utterances.Length} turns[/]").LeftJustified());
        var table = new Table().Border(TableBorder.None).HideHeaders()
            .AddColumn(new TableColumn("turn").RightAligned().NoWrap()).AddColumn(new TableColumn("who").NoWrap())
            .AddColumn(new TableColumn("codes").NoWrap()).AddColumn(new TableColumn("words"));
        foreach (var turn in session.Utterances)
        {
            var color = Color(turn);
            table.AddRow(
                new Markup($"[grey]{turn.Utterance.Turn.ToString(CultureInfo.InvariantCulture)}[/]"),
                new Markup(Who(turn)),
                new Markup($"[{color}]{Markup.Escape(Codes(turn))}[/]"),
                new Markup(Words(turn, color)));
        }

        console.Write(table);
        console.WriteLine();
        Counts(session);
    }

    private static string Who(CodedUtterance turn) => turn.Utterance.Speaker switch
    {
        Speaker.Client => "[bold]client[/]",
        Speaker.Counselor => "[blue]counselor[/]",
        _ => $"[grey]{Markup.Escape(turn.Utterance.SpeakerName ?? "other")}[/]",
    };

    private static string Codes(CodedUtterance turn)
    {
        if (!turn.SupportedLanguage) return "(language)";
        var codes = string.Join(' ', turn.Codes.Select(c => c.Code.Abbreviation));
        var strength = turn.Strength is { } s and not 0 ? $" {s.ToString("+0;-0", CultureInfo.InvariantCulture)}" : "";
        var unsure = turn.Confidence is > 0 and < 0.5 ? " ?" : "";
        return codes + strength + unsure;
    }

    private static string Color(CodedUtterance turn) => (turn.Talk, turn.Main) switch
    {
        (TalkDirection.Change, _) => "green",
        (TalkDirection.Sustain, _) => "red",
        (_, CounselorMain.Reflection) => "aqua",
        (_, CounselorMain.Question) => "blue",
        (_, CounselorMain.Input) => "olive",
        _ => "grey",
    };

    /// <summary>The words, with the evidence of a stance underlined.</summary>
    private static string Words(CodedUtterance turn, string color)
    {
        var text = turn.Utterance.Text;
        if (turn.Codes.IsEmpty || turn.Talk is not (TalkDirection.Change or TalkDirection.Sustain)) return Markup.Escape(text);
        var span = turn.Codes[0];
        return Markup.Escape(text[..span.Start]) + $"[underline {color}]{Markup.Escape(text.Substring(span.Start, span.Length))}[/]" + Markup.Escape(text[(span.Start + span.Length)..]);
    }

    private void Counts(CodedTranscript session)
    {
        var (change, sustain, neutral) = Talk(session);
        var (question, reflection, input, other) = Acts(session);
        if (change + sustain + neutral > 0)
        {
            console.MarkupLine("[bold]Client language[/]");
            console.Write(new BreakdownChart().Width(60)
                .AddItem("change talk", change, Spectre.Console.Color.Green).AddItem("sustain talk", sustain, Spectre.Console.Color.Red).AddItem("neutral", neutral, Spectre.Console.Color.Grey));
        }

        if (question + reflection + input + other > 0)
        {
            console.MarkupLine("[bold]Counselor[/]");
            console.Write(new BreakdownChart().Width(60)
                .AddItem("reflections", reflection, Spectre.Console.Color.Aqua).AddItem("questions", question, Spectre.Console.Color.Blue)
                .AddItem("input", input, Spectre.Console.Color.Olive).AddItem("other", other, Spectre.Console.Color.Grey));
        }

        console.MarkupLine($"[grey]% change talk {Percent(change, change + sustain)}   reflections to questions {Ratio(reflection, question)}[/]");
        console.WriteLine();
    }

    private void AddRow(CodedTranscript session)
    {
        var (change, sustain, neutral) = Talk(session);
        var (question, reflection, input, _) = Acts(session);
        _overview.AddRow(
            Markup.Escape(session.Session), Markup.Escape(session.Target?.Id ?? "-"), N(session.Utterances.Length), N(change), N(sustain), N(neutral),
            Percent(change, change + sustain), N(question), N(reflection), N(input), Ratio(reflection, question));
    }

    private static (int Change, int Sustain, int Neutral) Talk(CodedTranscript session) => (
        session.Utterances.Count(u => u.Talk == TalkDirection.Change),
        session.Utterances.Count(u => u.Talk == TalkDirection.Sustain),
        session.Utterances.Count(u => u.Talk == TalkDirection.Neutral));

    private static (int Question, int Reflection, int Input, int Other) Acts(CodedTranscript session) => (
        session.Utterances.Count(u => u.Main == CounselorMain.Question),
        session.Utterances.Count(u => u.Main == CounselorMain.Reflection),
        session.Utterances.Count(u => u.Main == CounselorMain.Input),
        session.Utterances.Count(u => u.Main == CounselorMain.Other));

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Ratio(int a, int b) => b == 0 ? $"{N(a)}:0" : ((double)a / b).ToString("0.00", CultureInfo.InvariantCulture);
}
