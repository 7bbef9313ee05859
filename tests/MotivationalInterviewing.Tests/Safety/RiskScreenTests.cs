using System.Diagnostics;
using CsCheck;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Training.Risk;

namespace MotivationalInterviewing.Tests.Safety;

public class RiskScreenTests
{
    // Measured on the reported rows, which no rule or weight has seen: explicit 0.804, oblique 0.463, overall 0.668, traps 54
    // of 400. They fall short of the aims in the README; this test keeps them from falling further. An earlier classifier
    // came to 0.762 on the rows as they are written, most of them without talk before; after ordinary talk it came to 0.14,
    // because it had learned that ordinary turns have a history. Hence the second test below.
    private const double ExplicitRecall = 0.79, ObliqueRecall = 0.45, Recall = 0.66;
    private const int TrapsAtMost = 55;

    public static TheoryData<string, string, string, string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string>();
            foreach (var line in File.ReadLines(Repository.Path("tests", "MotivationalInterviewing.Tests", "Safety", "Specs", "RiskScreen.md")))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length == 8 && cells[1] != "before" && !cells[1].StartsWith("---", StringComparison.Ordinal))
                    data.Add(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Screen_SpecRow_ComesOutAsWritten(string before, string says, string level, string category, string action, string note)
    {
        var history = before.Length == 0 ? Array.Empty<Utterance>() : [Turn(Speaker.Counselor, before)];
        var found = RiskScreen.Default.Screen(says, history);
        var right = category == "none"
            ? found.Findings.IsEmpty
            : found.Has(Enum.Parse<RiskCategory>(category)) && found.Level >= Enum.Parse<RiskLevel>(level, ignoreCase: true) && found.Action >= Enum.Parse<RiskAction>(action, ignoreCase: true);
        if (note.StartsWith("known:", StringComparison.Ordinal)) Assert.SkipWhen(!right, note);
        Assert.True(right, found.ToString());
    }

    [Fact]
    public void Specs_TheirNumber_IsAtLeastOneHundredTwenty() => Assert.True(Cases.Count >= 120);

    [Fact]
    public void Screen_AnyText_NeverThrowsAndFindingsStayInside() =>
        Gen.Select(Gen.String[0, 400], Gen.String[0, 100]).Sample((text, before) =>
            RiskScreen.Default.Screen(text, [Turn(Speaker.Counselor, before)]).Findings.All(f => f.Start >= 0 && f.Length >= 0 && f.Start + f.Length <= text.Length));

    [Theory]
    [InlineData("i ")]
    [InlineData("kill ")]
    [InlineData("k i l l ")]
    [InlineData("\u2702")]
    [InlineData("a*")]
    [InlineData("\ud800")]
    public void Screen_OneMillionCharacters_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        RiskScreen.Default.Screen(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Screen_UnsupportedLanguage_SaysSoAndShowsResources()
    {
        var found = RiskScreen.Default.Screen("Ich möchte heute nicht mehr trinken und weiß nicht wie das geht.");
        Assert.False(found.SupportedLanguage);
        Assert.True(found.Action >= RiskAction.Resources);
    }

    [Fact]
    public void Policy_Default_CoversEveryCategoryAndLevelAndMayOnlyBeRaised()
    {
        Assert.Equal(30, RiskPolicy.Table.Length);
        Assert.All(RiskPolicy.Table, r => Assert.True(r.Action >= RiskAction.Ask && r.Reason.Length > 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => RiskPolicy.Default.Raise(RiskCategory.SuicidalIdeation, RiskLevel.High, RiskAction.Ask));
        var raised = RiskPolicy.Default.Raise(RiskCategory.SelfHarm, RiskLevel.Moderate, RiskAction.Stop);
        Assert.Equal(RiskAction.Stop, raised.ActionFor(RiskCategory.SelfHarm, RiskLevel.Moderate));
    }

    [Fact]
    public void Figures_OnTheReportedHalf_DoNotFall()
    {
        var folder = Repository.Path("tests", "MotivationalInterviewing.Tests", "Data");
        var risk = RiskExample.ReadRows(Path.Combine(folder, "risk-reported.jsonl")).Where(e => e.Stop).ToArray();
        Assert.True(Share(risk) >= Recall, "recall");
        Assert.True(Share([.. risk.Where(e => e.IsExplicit)]) >= ExplicitRecall, "explicit");
        Assert.True(Share([.. risk.Where(e => !e.IsExplicit)]) >= ObliqueRecall, "oblique");
        Assert.True(RiskExample.ReadRows(Path.Combine(folder, "trap-reported.jsonl")).Count(Stops) <= TrapsAtMost, "traps");

        static double Share(RiskExample[] rows) => rows.Count(Stops) / (double)rows.Length;
        static bool Stops(RiskExample e) => RiskScreen.Default.Screen(e.Text, e.History).StopsMotivationalInterviewing;
    }

    [Fact]
    public void Risk_AfterOrdinaryTalk_IsSeenAsOftenAsAtTheStart()
    {
        var rows = RiskExample.ReadRows(Repository.Path("tests", "MotivationalInterviewing.Tests", "Data", "risk-reported.jsonl")).Where(e => e.Stop && e.History.Count == 0).ToArray();
        Utterance[] before = [Turn(Speaker.Client, "I have a couple of beers after work, mostly with the same people."), Turn(Speaker.Counselor, "That's part of how your day ends. What else does it do for you?")];
        var alone = rows.Count(e => RiskScreen.Default.Screen(e.Text, e.History).StopsMotivationalInterviewing);
        var after = rows.Count(e => RiskScreen.Default.Screen(e.Text, before).StopsMotivationalInterviewing);
        Assert.True(after >= 0.93 * alone, $"{after} of {rows.Length} after talk, {alone} alone");
    }

    internal static Utterance Turn(Speaker speaker, string text) => new() { Turn = 0, Speaker = speaker, Text = text };
}
