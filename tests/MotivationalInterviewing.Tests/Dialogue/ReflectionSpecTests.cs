using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>Specs/reflections.md, row by row. UPDATE_SNAPSHOTS=1 writes what comes out; read it before it is committed.</summary>
public class ReflectionSpecTests
{
    private static readonly string s_file = Repository.Path("tests", "MotivationalInterviewing.Tests", "Specs", "reflections.md");

    public static TheoryData<string, string, string> Rows()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in File.ReadLines(s_file).Where(IsRow).Select(Cells)) data.Add(row[0], row[1], row[2]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reflector_Clause_IsGivenBack(string client, string said, string anew)
    {
        var (first, other) = Forms(client);
        Assert.Equal(said, first);
        Assert.Equal(anew, other);
    }

    [Fact]
    public void Forms_EachOfThem_IsSound()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllLines(s_file, [.. File.ReadLines(s_file).ToList().Select(line => IsRow(line) ? $"| {Cells(line)[0]} | {Forms(Cells(line)[0]).Said} | {Forms(Cells(line)[0]).Anew} |" : line)]);
        var rows = File.ReadLines(s_file).Where(IsRow).Select(Cells).ToList();
        Assert.True(rows.Count >= 150);
        Assert.DoesNotContain(rows.SelectMany(r => r.Skip(1).Where(c => c.Length > 0)), form => GrammarCheck.Find(form, reflection: true) is not null);
    }

    private static (string Said, string Anew) Forms(string client)
    {
        var clause = new ClientClause { Text = client, Turn = 0, Direction = TalkDirection.Neutral };
        var words = Reflector.Clauses(new HeardTurn(client), clause).FirstOrDefault().Words;
        if (words is null) return ("", "");
        var reflector = new Reflector(DialogueContent.Default);
        return (ClientWords.Sentence(reflector.AsSaid(words)), ClientWords.Sentence(reflector.SaidAnew(words).FirstOrDefault() ?? ""));
    }

    private static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| client", StringComparison.Ordinal);

    private static string[] Cells(string line) => [.. line.Split('|').Skip(1).Take(3).Select(c => c.Trim())];
}
