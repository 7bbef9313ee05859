using MotivationalInterviewing.Training.Authoring;

namespace MotivationalInterviewing.Tests.Training;

public sealed class OpenCorpusTests
{
    private const string Header = """{"session":"x-01","b":"alcohol","setting":"a desk","register":"spoken","quality":"high","client":"woman, 61","stage_start":"action","stage_end":"action","rulers_start":{"importance":7,"confidence":5,"readiness":7},"rulers_end":{"importance":7,"confidence":5,"readiness":6},"globals":{"cultivating_change_talk":3,"softening_sustain_talk":3,"partnership":3,"empathy":3}}""";

    private static readonly string s_folder = Repository.Path("src", "MotivationalInterviewing.Training", "Corpus");

    [Fact]
    public void Read_TheShippedCorpus_FindsNothingWrong()
    {
        var corpus = AuthoredCorpus.Read(s_folder);
        Assert.Empty(corpus.Issues);
        Assert.True(corpus.Sessions.Length >= 280);
        Assert.True(corpus.Sessions.Select(s => s.Header["b"]).Distinct().Count() >= 40);
        Assert.True(corpus.Sessions.Select(s => s.Header["setting"]).Distinct().Count() >= 40);
    }

    [Fact]
    public void Dedupe_TheShippedCorpus_IsNearlyFreeOfRepeats() => Assert.True(CorpusStudy.Dedupe(AuthoredCorpus.Read(s_folder), TextWriter.Null) <= 120);

    [Theory]
    [InlineData("""{"session":"x-01","n":1,"s":"client","t":"I stopped.","c":["Z+"],"i":3,"m":"change"}""", "code 'Z+'; allowed: D+ D-")]
    [InlineData("""{"session":"x-01","n":1,"s":"client","t":"I stopped.","c":["T+"],"m":"change"}""", "strength")]
    [InlineData("""{"session":"x-01","n":1,"s":"client","t":"I stopped.","c":["T+"],"i":3,"m":"sustain"}""", "'sustain' goes with none")]
    [InlineData("""{"session":"x-01","n":1,"s":"client","t":"I stopped.","c":["T+"],"i":3,"m":"change","at":[[5,20]]}""", "[5,20] is outside the 10 characters")]
    [InlineData("""{"session":"x-01","n":4,"s":"client","t":"Yeah.","c":["NE"],"m":"neutral"}""", "turn 4; expected 1")]
    [InlineData("""{"session":"x-01","n":1,"s":"client","t":"Yeah.","c":["NE"],"m":"neutral","risk":"sadness"}""", "risk 'sadness'; allowed: suicidal-ideation")]
    [InlineData("""{"session":"x-02","n":1,"s":"client","t":"Yeah.","c":["NE"],"m":"neutral"}""", "'x-02', whose header")]
    [InlineData("""{"session":"x-01","n":1""", "not readable")]
    [InlineData("""{"session":"x-01","n":1,"t":"Yeah.","c":["NE"],"m":"neutral"}""", "the turn lacks 's'")]
    public void Read_AFaultyTurn_IsNamedWithItsLineAndLosesNothingElse(string row, string said)
    {
        var corpus = Read(Header, row, """{"session":"x-01","n":2,"s":"counselor","t":"Mm-hm.","c":["facilitate"],"m":"other"}""");
        Assert.Contains(corpus.Issues, i => i.StartsWith("sessions-x.jsonl(2): ", StringComparison.Ordinal) && i.Contains(said, StringComparison.Ordinal));
        Assert.Contains(corpus.Sessions[0].Turns, t => t.Speaker == Speaker.Counselor);
    }

    [Fact]
    public void Agree_SameCodesOnOtherPlaces_IsPerfectInLabelsAndHalfInPlaces()
    {
        static string Turn(string at) => $$"""{"session":"x-01","n":1,"s":"client","t":"I stopped it on Monday.","c":["T+"],"i":3,"m":"change","at":[{{at}}]}""";
        var neutral = """{"session":"x-01","n":2,"s":"client","t":"Yeah.","c":["NE"],"m":"neutral"}""";
        var text = new StringWriter();
        CorpusStudy.Agree(Read(Header, Turn("[0,10]"), neutral), Read(Header, Turn("[5,10]"), neutral), text);
        Assert.Contains("Client main label: kappa 1.000", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("F1 over characters 0.500, 1 codes", text.ToString(), StringComparison.Ordinal);
    }

    private static AuthoredCorpus Read(params string[] lines)
    {
        var folder = Directory.CreateTempSubdirectory("mi");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "sessions-x.jsonl"), lines);
            return AuthoredCorpus.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
