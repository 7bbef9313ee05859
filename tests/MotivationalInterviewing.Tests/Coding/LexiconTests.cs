using System.Reflection;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Coding;

public class LexiconTests
{
    [Fact]
    public void Lexicons_EveryTypeWithWordLists_IsLoadedBeforeTheFirstText()
    {
        var holders = typeof(Lexicons).Assembly.GetTypes().Where(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Any(f => f.FieldType == typeof(CueTable) || (f.FieldType == typeof(bool[]) && t.Namespace is "MotivationalInterviewing.Text" or "MotivationalInterviewing.Coding" && f.FieldType == typeof(bool[]))));
        Assert.Empty(holders.Except(Lexicons.Types));
    }
}
