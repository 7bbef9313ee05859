using System.Text.Json;

namespace MotivationalInterviewing.Tests.Samples;

public class ConsoleChatTests
{
    [Fact]
    public void Guard_RepliesWithHistory_AreJudgedAndABadRowIsNamed()
    {
        var run = SampleRun.Of(
            "ConsoleChat",
            """
            {"id":"1","behavior":"alcohol","history":[{"speaker":"client","text":"I only drink at weekends."}],"reply":"You need to stop keeping it in the house."}
            {oops
            {"id":3,"history":[{"speaker":"client","text":"I only drink at weekends."}],"reply":"Weekends are your time."}
            """,
            "--guard", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("-(2): skipped: not valid JSON", run.Error, StringComparison.Ordinal);
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["1 inconsistent", "3 adherent"], rows.Select(r => $"{r.GetProperty("id")} {r.GetProperty("verdict")}"));
        Assert.NotEmpty(rows[0].GetProperty("findings").EnumerateArray().First().GetProperty("mend").GetString()!);
    }

    [Fact]
    public void Script_ClientTurnsOfTwoSessions_AreAnsweredOneByOne()
    {
        const string Rows = """
            {"session":"a","turn":1,"speaker":"counselor","text":"What brings you?","behavior":"alcohol"}
            {"session":"a","turn":2,"speaker":"client","text":"I like a drink after work.","behavior":"alcohol"}
            {"session":"a","turn":4,"speaker":"client","text":"I want to be there for my daughter.","behavior":"alcohol"}
            {"session":"b","turn":1,"speaker":"client","text":"I have the pills here and I am going to kill myself tonight.","behavior":"gambling"}
            """;
        var run = SampleRun.Of("ConsoleChat", Rows, "--script", "-");
        Assert.Equal(0, run.ExitCode);
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a 2", "a 4", "b 1"], rows.Select(r => $"{r.GetProperty("session")} {r.GetProperty("turn")}"));
        Assert.All(rows, r =>
        {
            foreach (var name in new[] { "reply", "technique", "rationale" }) Assert.NotEmpty(r.GetProperty(name).GetString()!);
            Assert.True(r.TryGetProperty("stage", out _));
        });
        Assert.Equal([false, false, true], rows.Select(r => r.GetProperty("stopped").GetBoolean()));
        var risk = rows[2].GetProperty("risk");
        Assert.Equal(("high", "stop", "SuicidalIdeation"), (risk.GetProperty("level").GetString(), risk.GetProperty("action").GetString(), risk.GetProperty("categories")[0].GetString()));
        Assert.Equal(run.Output, SampleRun.Of("ConsoleChat", Rows, "--script", "-").Output);
    }

    [Fact]
    public void Chat_PipedAndSaved_GoesOnWhereItWas()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("mi-").FullName, "chat.session");
        var first = SampleRun.Of("ConsoleChat", "I drink too much.\nMy daughter saw it.\n", "--behavior", "alcohol", "--explain", "--save", file);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("[ComplexReflection", first.Output, StringComparison.Ordinal);
        var second = SampleRun.Of("ConsoleChat", "I want to stop.\n/quit\nnever read\n", "--save", file);
        var whole = SampleRun.Of("ConsoleChat", "I drink too much.\nMy daughter saw it.\nI want to stop.\n", "--behavior", "alcohol");
        Assert.Equal(whole.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], second.Output.Trim());
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }
}
