using CsCheck;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

public sealed class AdherenceGuardTests
{
    private static readonly string[] s_ids =
    [
        "unasked-advice", "pushed-information", "persuasion", "confrontation", "warning", "labeling", "arguing-with-sustain-talk", "premature-plan",
        "stacked-questions", "closed-question-chain", "reflecting-sustain-over-change", "taking-over-idea", "cheerleading", "diagnosis-or-treatment-claim",
        "promise-of-secrecy", "praise-of-dangerous-stopping", "ignoring-risk",
    ];

    [Fact]
    public void AdherenceRule_All_HasThePublishedIdsAndSaysHowToMend()
    {
        Assert.Equal(s_ids, AdherenceRule.All.Select(r => r.Id));
        Assert.All(AdherenceRule.All, r => Assert.Same(r, AdherenceRule.Find(r.Id)));
        Assert.All(AdherenceRule.All, r => Assert.True(r.Mend.Length > 20 && r.Description.EndsWith('.')));
        Assert.Null(AdherenceRule.Find("no-such-rule"));
    }

    [Fact]
    public void Check_EmptyOrWordlessReply_IsAdherent()
    {
        Assert.True(AdherenceGuard.Default.Check("", []).IsAdherent);
        Assert.True(AdherenceGuard.Default.Check("...?!", [Client("I drink.")]).IsAdherent);
    }

    [Fact]
    public void Check_NullReplyOrHistory_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => AdherenceGuard.Default.Check(null!, []));
        Assert.Throws<ArgumentNullException>(() => AdherenceGuard.Default.Check("Yes.", (IReadOnlyList<Utterance>)null!));
    }

    [Fact]
    public void Check_AnyText_NeverThrowsAndFindingsStayInside()
    {
        Gen.Select(Gen.String[0, 300], Gen.String[0, 200]).Sample((reply, before) =>
        {
            var report = AdherenceGuard.Default.Check(reply, [Client(before)]);
            return report.Findings.All(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= reply.Length)
                && report.Verdict == (report.Findings.IsEmpty ? AdherenceVerdict.Adherent : report.Findings.Max(f => f.Severity));
        });
    }

    [Fact]
    public void Check_ListAndArray_AgreeAndOnlyTheLastTurnsCount()
    {
        var turns = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? Client("Turn " + i) : Counselor("And then?")).ToList();
        const string Reply = "You should stop right now, or you'll end up in hospital.";
        Assert.Equal(AdherenceGuard.Default.Check(Reply, turns), AdherenceGuard.Default.Check(Reply, turns.ToArray()));
        Assert.Equal(AdherenceGuard.Default.Check(Reply, turns), AdherenceGuard.Default.Check(Reply, turns[^8..]));
    }

    [Fact]
    public void Check_VeryLongReply_IsHandled()
    {
        var report = AdherenceGuard.Default.Check(string.Concat(Enumerable.Repeat("you should stop? ", 20_000)), [Client("No.")]);
        Assert.Equal(AdherenceVerdict.Inconsistent, report.Verdict);
    }

    [Fact]
    public void ToString_OfReportAndFinding_HoldsNoWords()
    {
        var report = AdherenceGuard.Default.Check("You should stop drinking, you're a drunk. Why? Why? Why?", [Client("I like beer.")]);
        Assert.NotEmpty(report.Findings);
        Assert.DoesNotContain("drunk", report.ToString() + report.Findings[0], StringComparison.OrdinalIgnoreCase);
    }

    internal static Utterance Client(string text) => new() { Turn = 1, Speaker = Speaker.Client, Text = text };

    internal static Utterance Counselor(string text) => new() { Turn = 1, Speaker = Speaker.Counselor, Text = text };
}
