using System.Globalization;
using MotivationalInterviewing.Practice;
using Spectre.Console;

namespace PracticeCoach;

/// <summary>Practice at the terminal: a session that is saved after every turn, coaching that fades, and a debrief.</summary>
internal static class PracticeCommand
{
    private static readonly PracticeSkill[] s_rated = [PracticeSkill.OpenQuestions, PracticeSkill.Reflecting, PracticeSkill.Evoking, PracticeSkill.Partnership];

    private static bool Plain => Console.IsOutputRedirected || Console.IsInputRedirected;

    public static int Run(TraineeFolder folder, string? clientId, int seed, CoachingLevel? level, TimeProvider clock)
    {
        var portfolio = folder.ReadPortfolio();
        level ??= Ladder.Assess(portfolio, SessionKind.Simulated, clock.GetUtcNow()).Coaching;
        // A session that was broken off goes on, unless another client is asked for.
        var id = folder.Sessions().FirstOrDefault(s => folder.ReadSession(s) is { Debriefed: false } open && (clientId is null || open.Client == clientId));
        SavedSession session;
        if (id is not null)
        {
            session = folder.ReadSession(id);
            Say($"Going on with session {id}, client {session.Client}, after turn {session.State.Turn}.");
        }
        else
        {
            id = folder.NewSession();
            clientId ??= Choose();
            session = new SavedSession { Client = clientId, State = new SimulatedClient(Clients.Find(clientId)).Begin(seed) };
        }

        var client = new SimulatedClient(Clients.Find(session.Client));
        Say(client.Profile.Summary);
        Say("A program plays the client. /what shows what you could say and why, /end ends with a debrief, /quit leaves it for later.");
        ClientReply? last = null;
        while (!session.State.Left)
        {
            if (last is not null && Coach.Hint(level.Value, client.Profile, last) is { } hint) Show(hint);
            if (!Plain) AnsiConsole.Markup("[blue]you[/]     ");
            if (Console.ReadLine() is not { } text || text.Trim() is "/quit")
            {
                Say($"Saved as session {id}; the same command goes on with it.");
                return 0;
            }

            if (text.Trim() is "/end") break;
            if (text.Trim() is "/what")
            {
                if (last is null) Say("Begin with a greeting and an open question: you have heard nothing yet.");
                else Show(Coach.WhatWouldYouDo(client.Profile, last));
                continue;
            }

            if (string.IsNullOrWhiteSpace(text)) continue;
            last = client.Answer(session.State, text);
            session = session with { State = last.State };
            folder.Write(id, session);
            if (Plain) Console.WriteLine(last.Text);
            else AnsiConsole.MarkupLineInterpolated($"[green]client[/]  {last.Text}");
        }

        if (session.State.Left) Say("The client has left.");
        if (session.State.Turn == 0)
        {
            Say("Nothing was said; nothing is kept.");
            return 0;
        }

        session = session with { Own = Ask(), Debriefed = true };
        var debrief = Supervisor.Debrief(client, session.State);
        folder.Write(portfolio with { Sessions = portfolio.Sessions.RemoveAll(s => s.Id == id).Add(PortfolioSession.Of(debrief, client.Profile, id, clock.GetUtcNow())) });
        folder.Write(id, session);
        Print(debrief, session.Own);
        Say($"The page: {folder.WriteDebrief(id, debrief, client.Profile, session)}");
        return 0;
    }

    public static void Print(Debrief debrief, Dictionary<PracticeSkill, int> own)
    {
        Head("What went well");
        foreach (var item in debrief.Strengths) Console.WriteLine($"  {item.Reason} {Where(item)}");
        Head("Worth trying");
        foreach (var item in debrief.ToTry)
        {
            Console.WriteLine($"  {item.Reason} {Where(item)}");
            if (item.Replay is not { } replay) continue;
            Console.WriteLine($"    you said:   {replay.Said}");
            Console.WriteLine($"    answer:     {replay.Answered}");
            Console.WriteLine($"    instead:    {replay.Alternative}");
            Console.WriteLine($"    would bring: {replay.WouldHaveAnswered}");
        }

        if (own.Count > 0) Head("Your own view");
        foreach (var (skill, rating) in own) Console.WriteLine($"  {debrief.Compare(skill, rating)}");
        Head("Measures");
        foreach (var verdict in debrief.Summary.Miti.Verdicts) Console.WriteLine($"  {verdict}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  readiness {debrief.ReadinessGained:+0.0;-0.0;0.0}, hidden facts found {debrief.Found.Length} of {debrief.Found.Length + debrief.NotFound.Length}, change talk missed at turn {(debrief.MissedChangeTalk.IsEmpty ? "-" : string.Join(", ", debrief.MissedChangeTalk))}"));
    }

    public static void Head(string text)
    {
        if (Plain) Console.WriteLine(text);
        else AnsiConsole.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    private static string Where(FeedbackItem item)
    {
        var value = item.Value is { } v ? " " + v.ToString("0.00", CultureInfo.InvariantCulture) + (item.Interval is { } i ? string.Create(CultureInfo.InvariantCulture, $" [{i.Low:0.00}, {i.High:0.00}]") : "") : "";
        return $"({item.Measure}{value}, {item.Instrument}; turn {string.Join(", ", item.Turns.Take(5))})";
    }

    private static Dictionary<PracticeSkill, int> Ask()
    {
        var own = new Dictionary<PracticeSkill, int>();
        Say("Before the debrief: how do you think it went? 1 (to work on) to 5 (keep), Enter to skip.");
        foreach (var skill in s_rated)
        {
            if (!Plain) AnsiConsole.MarkupInterpolated($"  {skill}: ");
            if (Console.ReadLine() is not { } line) break;
            if (int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5) own[skill] = rating;
            else if (line.Trim().Length > 0) Say($"'{line.Trim()}' is not a number from 1 to 5; skipped.");
        }

        return own;
    }

    private static string Choose() => Plain
        ? throw new FormatException("--client is missing; --list shows the shipped clients.")
        : AnsiConsole.Prompt(new SelectionPrompt<ClientProfile>().Title("Who would you like to practice with?").PageSize(12)
            .UseConverter(p => Markup.Escape($"{p.Id}, resistance {p.Resistance}{(p.Mandated ? ", mandated" : "")}")).AddChoices(ClientProfiles.All)).Id;

    private static void Show(CoachHint hint)
    {
        Say(hint.Offered);
        foreach (var option in hint.Options) Say($"  {option.Technique}: \"{option.Example}\" {option.Reason}");
    }

    private static void Say(string text)
    {
        if (Plain) Console.WriteLine("# " + text);
        else AnsiConsole.MarkupLineInterpolated($"[grey]{text}[/]");
    }
}
