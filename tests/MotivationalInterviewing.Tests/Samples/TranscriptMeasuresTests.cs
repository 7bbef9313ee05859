using System.Text.Json;

namespace MotivationalInterviewing.Tests.Samples;

/// <summary>summary, report and agree of TranscriptCoder, as a user runs them.</summary>
public sealed class TranscriptMeasuresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Summary_OfASampleSession_HoldsWhatEachInstrumentMakesOfIt()
    {
        var run = Run("summary", "samples/data/health-check-high.jsonl", "--output", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var row = Rows(run.Output).Single();
        Assert.Equal(("health-check-high", 62), (row.GetProperty("session").GetString(), row.GetProperty("turns").GetInt32()));
        Assert.InRange(row.GetProperty("pct").GetDouble(), 0, 1);
        Assert.Equal("MISC 2.5", row.GetProperty("misc").GetProperty("instrument").GetString());
        Assert.Equal("MITI 4.2.1", row.GetProperty("miti").GetProperty("instrument").GetString());
        Assert.Equal(["GI", "Persuade", "PwP", "Q", "SR", "CR", "AF", "Seek", "Emphasize", "Confront"], row.GetProperty("miti").GetProperty("counts").EnumerateObject().Select(c => c.Name));
        Assert.True(row.GetProperty("miti").GetProperty("globals").GetProperty("estimated").GetBoolean());
        Assert.InRange(row.GetProperty("talkShare").GetProperty("byWords").GetProperty("value").GetDouble(), 0, 1);
        Assert.Contains(row.GetProperty("stage").GetString(), (string[])["precontemplation", "contemplation", "preparation", "action", "maintenance", "mixed", "insufficient"]);
        foreach (var ruler in (string[])["readiness", "importance", "confidence"]) Assert.InRange(row.GetProperty(ruler).GetDouble(), 0, 10);
        Assert.False(row.TryGetProperty("trend", out _));
    }

    [Fact]
    public void Summary_OfAFullFile_EqualsThatOfTheRawFile()
    {
        var full = Path.Combine(_folder, "full.jsonl");
        Assert.Equal(0, Run("code", "samples/data/school-counselor-mixed.jsonl", "--output", full, "--full").ExitCode);
        Assert.Equal(Run("summary", "samples/data/school-counselor-mixed.jsonl", "--output", "-").Output, Run("summary", full, "--output", "-").Output);
    }

    [Fact]
    public void Summary_OfTwoTurns_SaysThatItIsNotEnough()
    {
        var file = Write("short.jsonl", "{\"speaker\":\"counselor\",\"text\":\"How was it?\"}\n{\"speaker\":\"client\",\"text\":\"Fine.\"}\n");
        var row = Rows(Run("summary", file, "--output", "-").Output).Single();
        Assert.Equal("insufficient", row.GetProperty("stage").GetString());
        foreach (var name in (string[])["stageP", "readiness", "importance", "confidence", "pct"]) Assert.Equal(JsonValueKind.Null, row.GetProperty(name).ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("miti").GetProperty("globals").GetProperty("technical").ValueKind);
    }

    [Fact]
    public void Summary_OfTwoSessionsOfOneClient_ShowsTheTrend()
    {
        var rows = File.ReadLines(Repository.Path("samples/data/health-check-high.jsonl")).Select(l => l.Replace("{\"session\"", "{\"client\": \"c1\", \"session\"", StringComparison.Ordinal)).ToList();
        var file = Write("two.jsonl", string.Join('\n', rows.Concat(rows.Select(l => l.Replace("health-check-high", "again", StringComparison.Ordinal)))));
        var trend = Rows(Run("summary", file, "--output", "-").Output)[1].GetProperty("trend");
        Assert.Equal(2, trend.GetProperty("clientSession").GetInt32());
        Assert.Equal(0, trend.GetProperty("pctChange").GetDouble());
    }

    [Fact]
    public void Report_OfSeveralSessions_IsOnePageWithoutScriptOrNetwork()
    {
        var page = Path.Combine(_folder, "report.html");
        Assert.Equal(0, Run("report", "samples/data", "--output", page).ExitCode);
        var html = File.ReadAllText(page);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<h2>Compared</h2>", html, StringComparison.Ordinal);
        Assert.Contains("Stage of change as the talk shows it", html, StringComparison.Ordinal);
        Assert.Equal(html.Split("<svg").Length - 1, html.Split("role=\"img\" aria-label=\"").Length - 1);
        Assert.Equal(html.Split("<svg").Length, html.Split("\"><g aria-hidden=\"true\">").Length);
        Assert.Equal(html.Split("<section ").Length, html.Split("</section>").Length);
    }

    [Fact]
    public void Report_EveryLinkAndId_LeadsToOnePlaceAndEveryCodeIsExplained()
    {
        var page = Path.Combine(_folder, "links.html");
        var rows = Write("again.jsonl", """
            {"session":"s","turn":1,"speaker":"counselor","text":"How was it?"}
            {"session":"s","turn":1,"speaker":"client","text":"I want to stop drinking, it ruins my mornings.","behavior":"alcohol"}
            """);
        Assert.Equal(0, Run("report", "samples/data", rows, "--output", page).ExitCode);
        var html = File.ReadAllText(page);
        var ids = After(html, " id=\"").ToList();
        var links = After(html, " href=\"#").ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty(links);
        Assert.Empty(links.Except(ids));
        Assert.Contains(links, l => l.StartsWith("code-", StringComparison.Ordinal));
        Assert.Contains("<h2>What the codes mean</h2>", html, StringComparison.Ordinal);
        foreach (var kind in (string[])["c", "s", "r", "q", "i"]) Assert.Contains($"<mark class=\"{kind}\"", html, StringComparison.Ordinal);
        Assert.Contains("experts hardly agree on simple against complex, kappa 0.17", html, StringComparison.Ordinal);

        static IEnumerable<string> After(string text, string head) => text.Split(head).Skip(1).Select(part => part[..part.IndexOf('"')]);
    }

    [Fact]
    public void Report_OfOneClientsSessions_SaysOfReadinessWhatTheSummarySays()
    {
        var page = Path.Combine(_folder, "trend.html");
        var file = Write("two.jsonl", string.Join('\n', ((string[])["health-check-high", "probation-low"]).SelectMany(name =>
            File.ReadLines(Repository.Path("samples/data/" + name + ".jsonl")).Select(l => l.Replace("{\"session\"", "{\"client\": \"c1\", \"session\"", StringComparison.Ordinal)))));
        Assert.Equal(0, Run("report", file, "--output", page).ExitCode);
        var second = Rows(Run("summary", file, "--output", "-").Output)[1];
        var (html, readiness, change) = (File.ReadAllText(page), second.GetProperty("readiness").GetDouble(), second.GetProperty("pct").GetDouble());
        Assert.Contains("<h2>Over the sessions of c1</h2>", html, StringComparison.Ordinal);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"2 probation-low: change talk {change * 100:0} %, readiness {readiness:0.0}."), html, StringComparison.Ordinal);
        Assert.Contains($"At the end: {second.GetProperty("stage").GetString()}.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_WithoutQuestions_ShowsTheCountsAndTheExpertsKappa()
    {
        var file = Write("none.jsonl", """
            {"v":2,"session":"s","turn":1,"speaker":"counselor","main":"reflection","codes":["RES"],"text":"Stairs are hard."}
            {"v":2,"session":"s","turn":2,"speaker":"client","talk":"neutral","codes":["FN"],"text":"They are, and long."}
            """);
        var run = Run("summary", file);
        Assert.Contains("1:0", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("0.17", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfHostileWords_ShowsThemAsWords()
    {
        var page = Path.Combine(_folder, "x.html");
        var file = Write("x.jsonl", "{\"session\":\"<b>\",\"speaker\":\"client\",\"text\":\"<script>alert(1)</script> I want to stop.\",\"behavior\":\"alcohol\"}");
        Assert.Equal(0, Run("report", file, "--output", page).ExitCode);
        Assert.DoesNotContain("<script", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Agree_APersonsCodesWithTheMachines_ShowsKappaAndThePage()
    {
        string machine = Path.Combine(_folder, "machine.jsonl"), reviewed = Path.Combine(_folder, "reviewed.jsonl"), page = Path.Combine(_folder, "agree.html");
        var human = Write("human.jsonl", """{"session":"health-check-high","turn":2,"talk":"sustain","codes":["O-"],"by":"anna"}""");
        Assert.Equal(0, Run("code", "samples/data/health-check-high.jsonl", "--output", machine, "--full").ExitCode);
        Assert.Equal(0, Run("code", "samples/data/health-check-high.jsonl", "--human", human, "--output", reviewed, "--full").ExitCode);
        var run = Run("agree", machine, reviewed, "--output", page);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("direction of client language: Cohen kappa 0.9", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 turns differ; first: health-check-high 2", run.Output, StringComparison.Ordinal);
        Assert.Contains("health-check-high: 2", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("direction: first down, second across", run.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>Direction of client language</h2>", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Agree_FilesOfDifferentSessions_SaysWhichAreMissing()
    {
        var run = Run("agree", "samples/data/health-check-high.jsonl", "samples/data/probation-low.jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("samples/data/health-check-high.jsonl(1): session 'health-check-high' is not in samples/data/probation-low.jsonl.", run.Error, StringComparison.Ordinal);
        Assert.Contains("samples/data/probation-low.jsonl(1): session 'probation-low' is not in samples/data/health-check-high.jsonl.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Agree_FilesThatContradict_NamesFileLineAndValue()
    {
        var lines = File.ReadAllLines(Repository.Path("samples/data/health-check-high.jsonl"));
        var file = Write("other.jsonl", string.Join('\n', lines.Select((line, i) => i == 5 ? line.Replace("\"text\": \"", "\"text\": \"Well, ", StringComparison.Ordinal) : line).Where((_, i) => i != 2)));
        var run = Run("agree", "samples/data/health-check-high.jsonl", file);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"samples/data/health-check-high.jsonl(3): session 'health-check-high' turn 3 is not in {file}.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}(5): session 'health-check-high' turn 6 has another text (", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary", "--output", "-")]
    [InlineData("report", "--output", "-")]
    public void Measures_OfCodesThatContradict_SayFileLineAndValueAndGoOn(params string[] command)
    {
        var file = Write("full.jsonl", """
            {"v":2,"session":"s","turn":1,"speaker":"counselor","main":"question","codes":["QUO"],"text":"How was it?"}
            {"v":2,"session":"s","turn":2,"speaker":"client","talk":"change","codes":["AF"],"text":"I want to stop."}
            {"v":2,"session":"s","turn":3,"speaker":"client","talk":"change","p":{"change":7},"codes":["D+"],"text":"I want to stop."}
            """);
        var run = Run([command[0], file, .. command[1..]]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{file}(2): skipped: code 'AF' is not a code of a client's turn", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}(3): skipped: the probability 'change' is 7; expected 0 to 1", run.Error, StringComparison.Ordinal);
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void Code_MitiOfAVolley_StandsOnItsLastCounselorLineOrLiveOnEach()
    {
        var file = Write("v.jsonl", """
            {"session":"s","turn":1,"speaker":"counselor","text":"Nicotine patches come in three strengths, 7, 14 and 21 milligrams a day."}
            {"session":"s","turn":2,"speaker":"client","text":"Mm-hm."}
            {"session":"s","turn":3,"speaker":"counselor","text":"What do you know about them already?"}
            {"session":"s","turn":4,"speaker":"client","text":"My brother had one and slept badly."}
            """);
        Assert.Equal([null, null, "GI Q", null], Miti("session"));
        Assert.Equal(["GI", null, "GI Q", null], Miti("live"));
        Assert.Equal([null, null, null, null], Miti("single"));

        string?[] Miti(string mode) =>
            [.. Rows(Run("code", file, "--mode", mode, "--output", "-").Output).Select(r => r.TryGetProperty("miti", out var m) ? string.Join(' ', m.EnumerateArray().Select(c => c.GetString())) : null)];
    }

    private static SampleRun Run(params IEnumerable<string> arguments) => SampleRun.Of("TranscriptCoder", null, arguments);

    private static List<JsonElement> Rows(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
