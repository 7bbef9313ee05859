using System.Text.Json;
using MotivationalInterviewing.Practice;

namespace MotivationalInterviewing.Tests.Samples;

public sealed class PracticeCoachTests
{
    private const string Script = """
        {"turn":0,"text":"Hello, what brings you here today?"}
        {oops
        {"turn":1,"text":"What worries you about the smoking?"}
        """;

    [Fact]
    public void Script_AGoodAndABadRow_AnswersAndNamesTheBadOne()
    {
        var run = SampleRun.Of("PracticeCoach", Script, "--script", "-", "--client", "tobacco-gwen", "--seed", "3");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("-(2): skipped: not valid JSON", run.Error, StringComparison.Ordinal);
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([0, 1], rows.Select(r => r.GetProperty("turn").GetInt32()));
        Assert.All(rows, r =>
        {
            Assert.NotEmpty(r.GetProperty("text").GetString()!);
            Assert.InRange(r.GetProperty("state").GetProperty("readiness").GetDouble(), 0, 10);
            foreach (var code in r.GetProperty("codes").EnumerateArray())
                Assert.True(code.GetProperty("start").GetInt32() + code.GetProperty("length").GetInt32() <= r.GetProperty("text").GetString()!.Length);
        });
        Assert.Equal(run.Output, SampleRun.Of("PracticeCoach", Script, "--script", "-", "--client", "tobacco-gwen", "--seed", "3").Output);
    }

    [Fact]
    public void Script_AnUnknownClient_IsNamedWithThoseAllowed()
    {
        var run = SampleRun.Of("PracticeCoach", Script, "--script", "-", "--client", "nobody");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("'nobody' is no shipped client and no file. Allowed: alcohol-denise, ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void List_ShowsEveryClient()
    {
        var run = SampleRun.Of("PracticeCoach", null, "--list");
        Assert.Equal(0, run.ExitCode);
        Assert.All(ClientProfiles.All, p => Assert.Contains(p.Id, run.Output, StringComparison.Ordinal));
    }
}
