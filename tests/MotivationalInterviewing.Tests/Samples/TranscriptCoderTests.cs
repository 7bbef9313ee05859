using System.Text.Json;

namespace MotivationalInterviewing.Tests.Samples;

public sealed class TranscriptCoderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Code_ASampleSessionPiped_ShowsEveryTurnAndTheCountsWithoutEscapes()
    {
        var run = Run(null, "code", "samples/data/health-check-high.jsonl");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("change talk", run.Output, StringComparison.Ordinal);
        Assert.Contains("  62 client", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void Code_ToStandardOutput_WritesOneObjectPerTurnInOrder()
    {
        var run = Run(
            """
            {"session":"b","turn":7,"speaker":"patient","text":"I want to stop drinking for my kids.","behavior":"alcohol"}
            {"session":"a","turn":1,"speaker":"therapist","text":"What would you like to change?","behavior":"alcohol"}
            {"session":"b","turn":8,"speaker":"other","text":"He does."}
            """, "code", "-", "--output", "-");
        Assert.Equal(0, run.ExitCode);
        var rows = Rows(run.Output);
        Assert.Equal(["b 7 client", "a 1 counselor", "b 8 other"], rows.Select(r => $"{r.GetProperty("session")} {r.GetProperty("turn")} {r.GetProperty("speaker")}"));
        Assert.Equal("change", rows[0].GetProperty("talk").GetString());
        Assert.Equal(1.0, rows[0].GetProperty("p").EnumerateObject().Sum(p => p.Value.GetDouble()), 2);
        Assert.Equal("question", rows[1].GetProperty("main").GetString());
        Assert.False(rows[2].TryGetProperty("talk", out _));
        Assert.Empty(rows[2].GetProperty("codes").EnumerateArray());
    }

    [Fact]
    public void Code_OneMalformedRow_IsNamedTheRestIsCodedAndTheExitCodeIsTwo()
    {
        var file = Write("s.jsonl", "{\"speaker\":\"client\",\"text\":\"Hello.\"}\n{oops\n");
        var run = Run(null, "code", file, "--output", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("s.jsonl(2): skipped: not valid JSON", run.Error, StringComparison.Ordinal);
        Assert.Equal("s", Rows(run.Output).Single().GetProperty("session").GetString());
    }

    [Theory]
    [InlineData("empty.jsonl", "", "the file is empty")]
    [InlineData("x.docx", "x", "cannot tell the format")]
    public void Code_NothingUsable_SaysWhyAndExitsWithOne(string name, string content, string message)
    {
        var run = Run(null, "code", Write(name, content));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_AMissingFileBesideAGoodOne_ExitsWithTwo()
    {
        var run = Run(null, "code", Path.Combine(_folder, "none.jsonl"), "samples/data/probation-low.jsonl", "--output", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no such file or folder", run.Error, StringComparison.Ordinal);
        Assert.Equal(70, Rows(run.Output).Count);
    }

    [Fact]
    public void Code_AnEmptyFolder_SaysWhatWasExpected()
    {
        var run = Run(null, "code", _folder);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the folder holds no transcript", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_TheSameSessionIdInTwoFiles_IsTwoSessionsWithAWarning()
    {
        var a = Write("a.jsonl", """{"session":"s1","speaker":"client","text":"Hello."}""");
        var b = Write("b.jsonl", """{"session":"s1","speaker":"client","text":"Hello.","behavior":"speaking up"}""");
        var run = Run(null, "code", a, b, "--output", "-");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: session 's1' also occurs in", run.Error, StringComparison.Ordinal);
        Assert.Contains("behavior 'speaking up' matches no preset", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Rows(run.Output).Count);
    }

    [Fact]
    public void Code_TheFullFormCodedAgain_GivesTheSameBytes()
    {
        var (one, two) = (Path.Combine(_folder, "one.jsonl"), Path.Combine(_folder, "two.jsonl"));
        Assert.Equal(0, Run(null, "code", "samples/data/school-counselor-mixed.jsonl", "--output", one, "--full").ExitCode);
        Assert.Equal(0, Run(null, "code", one, "--output", two, "--full").ExitCode);
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(two));
    }

    private static SampleRun Run(string? input, params IEnumerable<string> arguments) => SampleRun.Of("TranscriptCoder", input, arguments);

    private static List<JsonElement> Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
