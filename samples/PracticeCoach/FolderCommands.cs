using System.Globalization;
using MotivationalInterviewing.Practice;

namespace PracticeCoach;

/// <summary>What a trainee or supervisor does with a folder apart from practicing.</summary>
internal static class FolderCommands
{
    private const SessionKind Kind = SessionKind.Simulated;

    public static int Debrief(TraineeFolder folder, string? id)
    {
        id ??= folder.Sessions().LastOrDefault() ?? throw new FormatException("There is no session in the folder yet.");
        var session = folder.ReadSession(id);
        var client = new SimulatedClient(Clients.Find(session.Client));
        var debrief = Supervisor.Debrief(client, session.State);
        PracticeCommand.Print(debrief, session.Own);
        Console.WriteLine($"The page: {folder.WriteDebrief(id, debrief, client.Profile, session)}");
        return 0;
    }

    public static int ShowPortfolio(TraineeFolder folder, TimeProvider clock)
    {
        var portfolio = folder.ReadPortfolio();
        if (portfolio.Sessions.IsEmpty)
        {
            Console.WriteLine("No session yet.");
            return 0;
        }

        foreach (var kind in portfolio.Sessions.Select(s => s.Kind).Distinct().Order())
        {
            PracticeCommand.Head($"{kind}: {portfolio.Sessions.Count(s => s.Kind == kind)} sessions");
            foreach (var mastery in portfolio.MasteryOf(kind, clock.GetUtcNow()))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {mastery.Skill,-16} {new string('#', (int)Math.Round(20 * mastery.Value)),-20} {mastery.Value:0.00} ({mastery.Sessions} sessions)"));
            foreach (var measure in portfolio.Sessions.SelectMany(s => s.Measures.Keys).Distinct().Order(StringComparer.Ordinal))
            {
                var trend = portfolio.TrendOf(kind, measure);
                if (trend.Recent is not { } recent) continue;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {measure,-22} {string.Join(' ', trend.Values.TakeLast(8).Select(v => v.ToString("0.00", CultureInfo.InvariantCulture)))}, last five {recent:0.00}{(trend.Interval is { } i ? string.Create(CultureInfo.InvariantCulture, $" [{i.Low:0.00}, {i.High:0.00}]") : "")}"));
            }
        }

        var (skill, exercise) = portfolio.NextExercise(Kind, clock.GetUtcNow());
        Console.WriteLine($"Next, for {skill}: {exercise} (drill --kind {Drills.For(skill)})");
        return 0;
    }

    public static int ShowLadder(TraineeFolder folder, string? supervisor, string? reason, string? keyFile, string? record, string? verify, TimeProvider clock)
    {
        var key = keyFile is null ? [] : File.ReadAllBytes(keyFile);
        if (verify is not null)
        {
            if (key.Length == 0) throw new FormatException("--verify needs --key with the file of the key.");
            var right = Ladder.Verify(File.ReadAllText(verify), key);
            Console.WriteLine(right ? "The record was signed with this key and not changed since." : "Not verified: another key, changed, or unsigned.");
            return right ? 0 : 2;
        }

        var portfolio = folder.ReadPortfolio();
        if (supervisor is not null)
        {
            portfolio = Ladder.SignOff(portfolio, Kind, supervisor, clock.GetUtcNow(), reason);
            folder.Write(portfolio);
        }

        var standing = Ladder.Assess(portfolio, Kind, clock.GetUtcNow());
        foreach (var step in Enum.GetValues<LadderStep>()) Console.WriteLine($"  {(step == standing.Step ? "->" : "  ")} {step}");
        if (standing.Lapsed) Console.WriteLine("  fell back by a step: too long without practice");
        foreach (var missing in standing.Missing) Console.WriteLine($"  for the next step: {missing}");
        if (standing.ReadyForSignOff) Console.WriteLine("  ready: a supervisor may sign off (--sign-off <name>)");
        Console.WriteLine(Ladder.Statement);
        if (record is not null)
        {
            File.WriteAllText(record, Ladder.Record(portfolio, key));
            Console.WriteLine(key.Length == 0 ? $"{record}: written unsigned; --key signs it." : $"{record}: written and signed.");
        }

        return 0;
    }

    public static int Drill(TraineeFolder? folder, DrillKind? kind, int count, int seed, TimeProvider clock)
    {
        var chosen = kind ?? (folder is null ? DrillKind.ReflectionsOnly : Drills.For(folder.ReadPortfolio().NextExercise(Kind, clock.GetUtcNow()).Skill));
        var (met, asked) = (0, 0);
        Console.WriteLine(Drills.Task(chosen));
        foreach (var item in Drills.Draw(chosen, Math.Max(1, count), seed))
        {
            Console.WriteLine();
            if (item.Counselor is { } counselor) Console.WriteLine($"counselor  {counselor}");
            Console.WriteLine($"client     {item.Client}");
            foreach (var (index, option) in item.Options.Index()) Console.WriteLine($"  {(char)('A' + index)}  {option}");
            if (item.Kind == DrillKind.OpenClosedQuestions) Console.WriteLine("open the counselor's question:");
            if (Console.ReadLine() is not { } answer) break;
            var result = Drills.Check(item, answer);
            asked++;
            if (result.Met) met++;
            Console.WriteLine($"{(result.Met ? "yes" : "not yet")}: {result.Reason}");
        }

        Console.WriteLine($"{met} of {asked}");
        return 0;
    }

    public static int Export(TraineeFolder folder)
    {
        Console.WriteLine(folder.ReadPortfolio().ToJson());
        return 0;
    }

    public static int Delete(TraineeFolder folder)
    {
        Console.WriteLine($"{folder.Delete()} files deleted.");
        return 0;
    }

    public static int Dashboard(string[] folders, TimeProvider clock)
    {
        var skipped = 0;
        Console.WriteLine($"{"trainee",-20} {"step",-12} {"sessions",8}  weakest skill");
        foreach (var path in folders)
        {
            var folder = new TraineeFolder(path);
            try
            {
                if (!folder.HasPortfolio) throw new FormatException($"{path}: no portfolio.json");
                var portfolio = folder.ReadPortfolio();
                var standing = Ladder.Assess(portfolio, Kind, clock.GetUtcNow());
                Console.WriteLine($"{portfolio.Name,-20} {standing.Step,-12} {portfolio.Sessions.Length,8}  {portfolio.NextExercise(Kind, clock.GetUtcNow()).Skill}{(standing.ReadyForSignOff ? ", ready for sign-off" : "")}{(portfolio.Sessions.Any(s => s.UnmetRisk) ? ", a danger was left unasked" : "")}");
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine(e.Message);
                skipped++;
            }
        }

        return skipped == 0 ? 0 : 2;
    }
}
