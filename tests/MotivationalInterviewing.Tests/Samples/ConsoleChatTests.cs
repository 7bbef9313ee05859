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
}
