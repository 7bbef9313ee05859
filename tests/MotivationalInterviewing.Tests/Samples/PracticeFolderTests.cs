namespace MotivationalInterviewing.Tests.Samples;

public sealed class PracticeFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Practice_BrokenOff_GoesOnWhereItStopped_AndEndsWithADebrief()
    {
        var first = Run("Hello. Where would you like to start?\nYou feel pushed into this.\n/what\n", "practice", "--folder", _folder, "--client", "alcohol-ray", "--seed", "3", "--coaching", "full");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("Saved as session 0001", first.Output, StringComparison.Ordinal);
        Assert.Contains("Reflect it", first.Output, StringComparison.Ordinal);

        var second = Run("What matters most to you?\n/end\n4\nx\n", "practice", "--folder", _folder);
        Assert.Contains("after turn 2", second.Output, StringComparison.Ordinal);
        Assert.Contains("'x' is not a number from 1 to 5", second.Output, StringComparison.Ordinal);
        Assert.True(second.Output.IndexOf("What went well", StringComparison.Ordinal) < second.Output.IndexOf("Worth trying", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(_folder, "debrief-0001.html")));

        Assert.Contains("Simulated: 1 sessions", Run("", "portfolio", "--folder", _folder).Output, StringComparison.Ordinal);
        Assert.Contains("-> Observed", Run("", "ladder", "--folder", _folder).Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("", "ladder", "--folder", _folder, "--sign-off", "Lee").ExitCode);
        Assert.DoesNotContain("matters", Run("", "dashboard", _folder).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("matters", Run("", "export", "--folder", _folder).Output, StringComparison.Ordinal);
        Assert.Contains("3 files deleted", Run("", "delete", "--folder", _folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Practice_DamagedOrNewerFile_IsRefusedAndLeftUntouched()
    {
        var session = Path.Combine(_folder, "session-0001.json");
        File.WriteAllText(session, "{broken");
        var run = Run("Hello.\n", "practice", "--folder", _folder, "--client", "alcohol-ray");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("session-0001.json: damaged", run.Error, StringComparison.Ordinal);
        Assert.Equal("{broken", File.ReadAllText(session));

        File.WriteAllText(session, """{"version":7}""");
        Assert.Contains("newer version (7)", Run("", "debrief", "--folder", _folder).Error, StringComparison.Ordinal);
        Assert.Equal("""{"version":7}""", File.ReadAllText(session));
    }

    [Fact]
    public void Drill_Answers_AreCountedAndExplained()
    {
        var run = Run("You feel torn about it.\nHow long?\n", "drill", "--kind", "ReflectionsOnly", "--count", "2", "--seed", "2");
        Assert.Contains("yes: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("not yet: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2", run.Output, StringComparison.Ordinal);
    }

    private static SampleRun Run(string input, params string[] arguments) => SampleRun.Of("PracticeCoach", input, arguments);
}
