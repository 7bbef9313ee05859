using System.Reflection;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Coding;

public class LexiconTests
{
    [Fact]
    public void Lexicons_EveryTypeWithWordLists_IsLoadedBeforeTheFirstText()
    {
        var holders = typeof(Lexicons).Assembly.GetTypes().Where(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Any(f => f.FieldType == typeof(CueTable) || (f.FieldType == typeof(bool[]) && t.Namespace is "MotivationalInterviewing.Text" or "MotivationalInterviewing.Coding" && f.FieldType == typeof(bool[]))));
        // The dialogue's lists are loaded where its engine is made.
        Assert.Empty(holders.Except(Lexicons.Types).Except([typeof(SignalCues), typeof(Appraiser.Reading)]));
    }
}
