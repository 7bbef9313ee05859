using PublicApiGenerator;

namespace MotivationalInterviewing.Tests.PublicApi;

public class PublicApiTests
{
    [Theory]
    [InlineData(typeof(Utterance))]
    [InlineData(typeof(MotivationalInterviewing.Training.Transcripts.CsvColumns))]
    [InlineData(typeof(Reporting.SessionReport))]
    public void Assembly_ItsPublicSurface_IsTheApprovedOne(Type member)
    {
        var assembly = member.Assembly;
        var actual = assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var path = Repository.Path("tests", "MotivationalInterviewing.Tests", "PublicApi", assembly.GetName().Name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") File.WriteAllText(path, actual);
        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.True(approved == actual, $"The public API of {assembly.GetName().Name} changed. If it is meant, run the tests with UPDATE_SNAPSHOTS=1 and read the difference.");
    }
}
