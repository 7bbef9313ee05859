using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>The rows of Strategy.md.</summary>
public class StrategyTests
{
    private static readonly (string Row, TargetBehavior Target, string[] Client, string Move)[] s_rows = [.. File.ReadLines(
            Repository.Path("tests", "MotivationalInterviewing.Tests", "Dialogue", "Strategy.md"))
        .Select((line, i) => (Number: i + 1, Cells: line.Split('|')))
        .Where(l => l.Cells.Length == 5 && !l.Cells[1].Contains("---", StringComparison.Ordinal) && l.Cells[1].Trim() != "behavior")
        .Select(l => ($"Strategy.md:{l.Number}", TargetBehavior.Presets.Single(p => p.Id == l.Cells[1].Trim()), l.Cells[2].Split("//", StringSplitOptions.TrimEntries), l.Cells[3].Trim()))];

    public static TheoryData<string> Rows => [.. s_rows.Select(r => r.Row)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Strategy_Row_IsFollowed(string row)
    {
        var (_, target, client, move) = s_rows.Single(r => r.Row == row);
        var turns = await Conversation.PlayAsync(Conversation.Engine(), DialogueSession.Start(row, Conversation.Options(target)), client);
        var actual = turns[^1].Move;
        Assert.True(move.Split('/').Any(wanted => wanted.EndsWith('*') ? actual.Name.StartsWith(wanted[..^1], StringComparison.Ordinal) : actual.Name == wanted),
            $"{row}: \"{client[^1]}\" should be answered by {move}, but is by {actual.Name} ({actual.Rationale}; {turns[^1].Appraisal.Signals}; {string.Join(' ', turns[^1].Appraisal.Coded.Codes.Select(c => c.Code.Abbreviation))}).");
        Assert.NotEmpty(actual.Rationale);
    }

    [Fact]
    public void Table_EveryRow_HasANameOfItsOwn() => Assert.Equal(StrategyTable.Rows.Length, StrategyTable.Rows.Select(r => r.Name).Distinct().Count());

    [Fact]
    public void Table_LastRow_FitsAlways() => Assert.Equal("neither for nor against", StrategyTable.Rows[^1].Name);
}
