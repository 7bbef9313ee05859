using System.Globalization;
using System.Text;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;
using MotivationalInterviewing.Tests.Dialogue;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>
/// Replies to real client turns, for people to read. <c>replies</c> lists the engine's; <c>blind-sheet</c> mixes them with
/// ELIZA's and the human counselor's own, without saying whose they are, and writes the key beside. Each reply is given to
/// the conversation as it truly went. The sheets hold the transcripts' words: keep them outside the repository.
/// </summary>
internal static class ReplySheets
{
    private sealed record Row(string Session, int Turn, string[] Before, string Client, DialogueTurn Ours, string Eliza, string Human);

    /// <summary>Runs a command; false when it is none of these.</summary>
    public static bool Run(string[] args)
    {
        if (args is not ["replies" or "blind-sheet", ..]) return false;
        var given = args.Skip(1).Chunk(2).ToDictionary(p => p[0], p => p[^1], StringComparer.Ordinal);
        if (!given.TryGetValue("--input", out var input) || !given.TryGetValue("--output", out var output))
        {
            Console.Error.WriteLine("replies|blind-sheet --input transcripts.jsonl --output file [--count 300] [--seed 1] [--least-words 0]");
            return true;
        }

        var random = new Random(Number("--seed", 1));
        var rows = Rows(input, Number("--least-words", 0));
        var faults = rows.Count(r => SentenceMemory.Sentences(r.Ours.Reply).Exists(s => GrammarCheck.Find(r.Ours.Reply.AsSpan()[s].Trim(), reflection: false) is not null));
        Console.WriteLine($"{rows.Length} client turns answered, {faults} replies with a fault that the grammar check finds.");
        var count = Number("--count", 300);
        random.Shuffle(rows);
        if (count > 0 && count < rows.Length) rows = rows[..count];
        if (args[0] == "replies") File.WriteAllText(output, Replies(rows));
        else Blind(rows, random, output);
        Console.WriteLine($"{rows.Length} turns.");
        return true;

        int Number(string name, int otherwise) => given.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
    }

    private static Row[] Rows(string input, int leastWords)
    {
        using var stream = File.OpenRead(input);
        var engine = new DialogueEngine(new SafetyGate(new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = "US" }, TimeProvider.System, new InMemoryRiskAuditLog()));
        var rows = new List<Row>();
        foreach (var read in TranscriptReader.Read(stream, TranscriptFormat.JsonLines, input).Sessions)
        {
            var transcript = read.Transcript;
            var target = transcript.Target ?? TargetBehavior.Custom("this");
            var session = DialogueSession.Start(transcript.Session, new DialogueOptions
            {
                Target = target,
                Mode = ConversationMode.Spoken,
                Seed = (ulong)rows.Count,
                Inference = new InferenceOptions { Purpose = InferencePurpose.Research },
            });
            var eliza = new Eliza();
            var said = transcript.Volleys.Select(v => (v.Speaker, v.First, Text: string.Join(' ', transcript.Utterances.AsSpan().Slice(v.First, v.Count).ToArray().Select(u => u.Text)))).ToArray();
            var answered = false;
            for (var i = 0; i < said.Length; i++)
            {
                if (said[i].Speaker != Speaker.Client)
                {
                    // What the human counselor said takes the place of the engine's reply.
                    var utterance = new Utterance { Turn = session.Turns, Speaker = said[i].Speaker, Text = said[i].Text };
                    session = answered ? session with { Recent = session.Recent.SetItem(session.Recent.Length - 1, utterance with { Turn = session.Recent[^1].Turn }) } : SessionBook.Hear(session, utterance);
                    answered = false;
                    continue;
                }

                // The engine did not ask what the client answers, so it must not take the turn for an answer to its own question.
                session = session with { Pace = session.Pace with { Moves = [.. session.Pace.Moves.Select((m, k) => k + 1 < session.Pace.Moves.Length ? m : default)] } };
                if (session.Safety.Phase != SafetyPhase.Clear) session = session.Release();
                var turn = engine.RespondAsync(session, said[i].Text).AsTask().GetAwaiter().GetResult();
                session = turn.Session;
                answered = true;
                var reply = eliza.Reply(said[i].Text);
                if (i + 1 >= said.Length || said[i].Text.Split(' ').Length < leastWords) continue;
                rows.Add(new Row(transcript.Session, said[i].First, [.. said[Math.Max(0, i - 3)..i].Select(s => $"{(s.Speaker == Speaker.Client ? "Client" : "Counselor")}: {s.Text}")], said[i].Text, turn, reply, said[i + 1].Text));
            }
        }

        return [.. rows];
    }

    private static string Replies(Row[] rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {row.Session}:{row.Turn} {row.Ours.Move.Name} [{row.Ours.Source}, {row.Ours.Discarded} discarded]\n");
            text.Append(CultureInfo.InvariantCulture, $"B: {row.Before.LastOrDefault()}\nC: {row.Client}\n");
            foreach (var clause in row.Ours.Move.Reflect) text.Append(CultureInfo.InvariantCulture, $"   ({clause.Direction} {clause.Kind}) {clause.Text}\n");
            text.Append(CultureInfo.InvariantCulture, $">> {row.Ours.Reply}\n\n");
        }

        return text.ToString();
    }

    private static void Blind(Row[] rows, Random random, string output)
    {
        var sheet = new StringBuilder("# Which reply would you rather have given?\n\nFor each reply: grammatical (y/n), sensible (y/n), consistent with motivational interviewing (y/n). Then the letters from best to worst.\n");
        var key = new StringBuilder("row,letter,source,session,turn,technique\n");
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            (string Source, string Text)[] replies = [("engine", row.Ours.Reply), ("eliza", row.Eliza), ("human", row.Human)];
            random.Shuffle(replies);
            sheet.Append(CultureInfo.InvariantCulture, $"\n## {i + 1}\n\n");
            foreach (var before in row.Before) sheet.Append(CultureInfo.InvariantCulture, $"> {before}\n>\n");
            sheet.Append(CultureInfo.InvariantCulture, $"> **Client: {row.Client}**\n\n");
            for (var k = 0; k < replies.Length; k++)
            {
                var letter = (char)('A' + k);
                sheet.Append(CultureInfo.InvariantCulture, $"- {letter}. {replies[k].Text.ReplaceLineEndings(" ")}\n");
                key.Append(CultureInfo.InvariantCulture, $"{i + 1},{letter},{replies[k].Source},{row.Session},{row.Turn},{(replies[k].Source == "engine" ? row.Ours.Move.Name : "")}\n");
            }
        }

        File.WriteAllText(output, sheet.ToString());
        File.WriteAllText(output + ".key.csv", key.ToString());
    }
}
