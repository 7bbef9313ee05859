using System.Globalization;
using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>Whole conversations with scripted clients. The scripts stand in Conversations/*.jsonl, what came of them beside as Markdown.</summary>
public class ConversationTests
{
    private static readonly string s_folder = Repository.Path("tests", "MotivationalInterviewing.Tests", "Dialogue", "Conversations");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(s_folder, "*.jsonl").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Conversations_AreAtLeastTwenty() => Assert.True(Names.Count >= 20);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Conversation_Played_IsTheOneOnFile(string name)
    {
        var (about, options, texts, turns) = await PlayAsync(name);
        var actual = Show(name, about, options, texts, turns);
        var path = Path.Combine(s_folder, name + ".md");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        var expected = File.Exists(path) ? (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"{name} came out otherwise. If it is meant, run the tests with UPDATE_SNAPSHOTS=1 and read the conversation.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Conversation_Measured_IsGoodByMitiAndNowhereNonadherent(string name)
    {
        var (_, options, texts, turns) = await PlayAsync(name);
        var (coded, summary) = Measure(name, options, texts, turns);
        var bad = coded.Utterances.Where(u => u.Utterance.Speaker == Speaker.Counselor && !turns[u.Utterance.Turn / 2].Stopped)
            .SelectMany(u => u.Codes.Where(c => c.Miti == Miti42.Persuade || c.Miti == Miti42.Confront).Select(c => $"{c.Miti!.Abbreviation}: {u.Utterance.Text.Substring(c.Start, c.Length)}")).ToList();
        Assert.True(bad.Count == 0, string.Join("\n", bad));
        Assert.True(turns.Count(t => t.Source == ReplySource.Plain) <= 1, "More than one reply came from the last resort.");
        if (turns.Any(t => t.Stopped)) return;
        var (reflections, complex, questions) = Counts(summary);
        Assert.True(complex >= 0.5 * reflections, $"complex {complex} of {reflections} reflections");

        // Who asks for advice and facts is asked back: what comes to mind, what is known, what they make of it.
        if (turns.Count(t => t.Appraisal.Has(ClientSignals.AsksAdvice | ClientSignals.AsksInformation)) >= 2) return;

        // A plan is asked for piece by piece: there three reflections to two questions are enough.
        var least = turns.Any(t => t.Session.Task == MiTask.Planning) ? 1.5 : 2;
        Assert.True(reflections >= least * questions, $"{reflections} reflections to {questions} questions");
    }

    /// <summary>
    /// Plays a script: its turns in order, and between them the answers that the first row holds for a ruler ("ruler", then
    /// "why"), for leave ("permission"), for a detail of the plan ("plan") and for the direct question about risk ("safety").
    /// </summary>
    internal static async Task<(string About, DialogueOptions Options, List<string> Texts, List<DialogueTurn> Turns)> PlayAsync(string name)
    {
        var rows = File.ReadLines(Path.Combine(s_folder, name + ".jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var options = Conversation.Options(TargetBehavior.FindOrCustom(rows[0].GetProperty("behavior").GetString()!)) with
        {
            Adolescent = rows[0].TryGetProperty("adolescent", out _),
            Mandated = rows[0].TryGetProperty("mandated", out _),
        };
        var answers = rows[0].TryGetProperty("answers", out var kept)
            ? kept.EnumerateObject().ToDictionary(p => p.Name, p => new Queue<string>(p.Value.EnumerateArray().Select(e => e.GetString()!)))
            : [];
        var script = new Queue<string>(rows.Select(r => r.GetProperty("text").GetString()!));
        var engine = Conversation.Engine();
        var session = DialogueSession.Start(name, options);
        var (texts, turns) = (new List<string>(), new List<DialogueTurn>());
        for (var text = script.Dequeue(); ;)
        {
            var turn = await engine.RespondAsync(session, text, TestContext.Current.CancellationToken);
            session = turn.Session;
            texts.Add(text);
            turns.Add(turn);
            if (Asked(turn) is { } asked && answers.TryGetValue(asked, out var queue) && queue.TryDequeue(out var answer)) text = answer;
            else if (!script.TryDequeue(out text!)) break;
        }

        return (rows[0].GetProperty("about").GetString()!, options, texts, turns);
    }

    private static string? Asked(DialogueTurn turn)
    {
        if (turn.Stopped) return "safety";
        bool Is(params Technique[] techniques) => techniques.Contains(turn.Move.Technique) || techniques.Contains(turn.Move.FollowUp);
        return Is(Technique.ImportanceRuler, Technique.ConfidenceRuler, Technique.ConfidenceCheck) ? "ruler"
            : Is(Technique.RulerFollowUp) ? "why"
            : Is(Technique.AskPermission) ? "permission"
            : Is(Technique.PlanStep) || (Is(Technique.AskOwnIdeas) && turn.Move.Task == MiTask.Planning) ? "plan"
            : null;
    }

    private static (CodedTranscript Coded, SessionSummary Summary) Measure(string name, DialogueOptions options, List<string> texts, List<DialogueTurn> turns)
    {
        var coded = SessionCoder.Default.Code(
            new Transcript
            {
                Session = name,
                Target = options.Target,
                Utterances = [.. turns.SelectMany((t, i) => new[]
                {
                    new Utterance { Turn = 2 * i, Speaker = Speaker.Client, Text = texts[i] },
                    new Utterance { Turn = (2 * i) + 1, Speaker = Speaker.Counselor, Text = t.Reply },
                })],
            },
            CodingMode.Live);
        return (coded, SessionSummary.Of(coded));
    }

    private static (int Reflections, int Complex, int Questions) Counts(SessionSummary summary)
    {
        var complex = summary.Miti.CountOf(Miti42.ComplexReflection);
        return (complex + summary.Miti.CountOf(Miti42.SimpleReflection), complex, summary.Miti.CountOf(Miti42.Question));
    }

    private static string Show(string name, string about, DialogueOptions options, List<string> texts, List<DialogueTurn> turns)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {name}\n\n{about}. Behavior: {options.Target.Id}{(options.Adolescent ? "; adolescent" : "")}{(options.Mandated ? "; mandated" : "")}.\n\n");
        for (var i = 0; i < texts.Count; i++)
        {
            var turn = turns[i];
            var codes = string.Join(' ', turn.Appraisal.Coded.Codes.Select(c => c.Code.Abbreviation));
            page.Append(CultureInfo.InvariantCulture, $"**Client:** {(texts[i].Length == 0 ? "(silence)" : texts[i])}  \n");
            page.Append(CultureInfo.InvariantCulture, $"**Reply:** {turn.Reply}  \n");
            page.Append(CultureInfo.InvariantCulture, $"<sub>{codes}{(turn.Appraisal.Signals == ClientSignals.None ? "" : $" · {turn.Appraisal.Signals}")} · {turn.Move.Task} · {turn.Move.Name}{(turn.Stopped ? " · stopped" : "")}: {turn.Move.Rationale}</sub>\n\n");
        }

        var (_, summary) = Measure(name, options, texts, turns);
        var (reflections, complex, questions) = Counts(summary);
        page.Append(CultureInfo.InvariantCulture, $"By our coder: {reflections} reflections ({complex} complex), {questions} questions, {summary.Miti.CountOf(Miti42.Affirm)} affirmations, {summary.Miti.CountOf(Miti42.SeekCollaboration)} seeking collaboration, {summary.Miti.CountOf(Miti42.EmphasizeAutonomy)} emphasizing autonomy.\n");
        return page.ToString();
    }
}
