using System.Text.Json;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>All client turns of the open corpus through the writer: nothing breaks, and nothing broken is said.</summary>
public class ReflectionCorpusTests
{
    private static readonly Technique[] s_techniques =
    [
        Technique.SimpleReflection, Technique.ComplexReflection, Technique.FeelingReflection, Technique.DoubleSidedReflection, Technique.AmplifiedReflection,
        Technique.Affirm, Technique.LinkingSummary, Technique.CollectingSummary, Technique.Reframe, Technique.ComingAlongside,
    ];

    [Fact]
    public void Write_EveryClientTurnOfTheOpenCorpus_IsSoundAndNoEcho()
    {
        var turns = Turns();
        var faults = new List<string>();
        var fit = 0;
        var content = 0;
        for (var i = 0; i < turns.Count; i++)
        {
            var text = turns[i];
            var clauses = ClauseFinder.Find(text).Where(c => ClauseFinder.Worth(c, Reflector.Longest) > 0).ToList();
            if (clauses.Count > 0) fit++;
            if (ClientWords.Count(text) >= 6) content++;
            var request = Request(text, s_techniques[i % s_techniques.Length], (ulong)i);
            var reply = BuiltInReplyWriter.Default.Write(request);
            foreach (var sentence in SentenceMemory.Sentences(reply))
                if (GrammarCheck.Find(reply.AsSpan()[sentence].Trim(), reflection: false) is { } fault) faults.Add($"turn {i}: {fault}");
            if (request.Move.Technique is Technique.SimpleReflection or Technique.ComplexReflection && ClientWords.Count(text) > 8 && ClientWords.Overlap(text, reply) > BuiltInReplyWriter.MostOverlap)
                faults.Add($"turn {i}: echo");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{turns.Count} client turns, {content} of six words or more, a clause fit to give back in {fit}.");
        Assert.Empty(faults.Take(20));
        Assert.True(turns.Count > 10_000);

        // Murmurs and one-word answers have none: of the longer turns most must.
        Assert.InRange((double)fit / content, 0.7, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800\udc00\ud800")]
    [InlineData("((((((((((((((((")]
    [InlineData("- - - - - -")]
    [InlineData("\"\"\"\"")]
    [InlineData("I I I I I I I I I I I I")]
    [InlineData("i'm i'm i'm, i'm- and and but")]
    public void Write_OddText_SaysSomethingSound(string text)
    {
        foreach (var technique in Enum.GetValues<Technique>())
        {
            var reply = BuiltInReplyWriter.Default.Write(Request(text.Length == 0 ? "..." : text, technique, 1));
            if (reply.Length > 0) Assert.Null(GrammarCheck.Find(reply, reflection: false));
        }
    }

    [Fact]
    public void Write_EndlessText_IsBounded()
    {
        var text = string.Concat(Enumerable.Repeat("I was so tired and I went home, because my wife and I had a fight about it ", 20_000));
        Assert.InRange(BuiltInReplyWriter.Default.Write(Request(text, Technique.ComplexReflection, 3)).Length, 1, 300);
    }

    private static ReplyRequest Request(string text, Technique technique, ulong seed)
    {
        var clause = new ClientClause { Text = text, Turn = 0, Direction = (seed % 3) switch { 0 => TalkDirection.Change, 1 => TalkDirection.Sustain, _ => TalkDirection.Neutral }, Kind = seed % 3 == 2 ? null : ChangeTalkKind.Reason };
        return new ReplyRequest
        {
            Move = new NextMove { Technique = technique, Task = MiTask.Evoking, Rationale = "", Reflect = technique == Technique.DoubleSidedReflection ? [clause, clause] : [clause] },
            Target = TargetBehavior.Alcohol,
            ClientText = text,
            Seed = seed,
        };
    }

    private static List<string> Turns()
    {
        var turns = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Repository.Path("src", "MotivationalInterviewing.Training", "Corpus"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("s", out var speaker) && speaker.GetString() == "client") turns.Add(json.RootElement.GetProperty("t").GetString()!);
            }
        }

        return turns;
    }
}
