using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class MitiVolleysTests
{
    private static readonly Dictionary<string, MitiSpec> s_specs = MitiSpec.Read(SpecPath()).ToDictionary(s => s.Name);

    public static TheoryData<string> Specs => [.. s_specs.Keys];

    [Theory]
    [MemberData(nameof(Specs))]
    public void MitiVolleys_SpecCase_CountsAsTheRuleSays(string name)
    {
        var spec = s_specs[name];
        var volleys = MitiVolleys.Of(spec.Session);
        Assert.Equal(spec.Volleys, volleys.Select(v => v.Counts.IsEmpty ? "-" : string.Join(", ", v.Codes)));

        var rule = Enum.Parse<MitiRule>(spec.Rule);
        Assert.Contains(rule, volleys.SelectMany(v => v.Counts.Select(c => c.Rule).Concat(v.Omissions.Select(o => o.Rule)).Append(v.EndedBy)));
        Assert.NotEmpty(MitiRules.Describe(rule));
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void MitiVolleys_CodesListedInAnotherOrder_CountTheSame(string name)
    {
        // Coders list the most important code first, wherever it stands.
        var spec = s_specs[name];
        var turned = spec.Session with { Utterances = [.. spec.Session.Utterances.Select(u => u with { Codes = [.. u.Codes.OrderByDescending(c => c.Start)] })] };
        Assert.Equal(spec.Volleys, MitiVolleys.Of(turned).Select(v => v.Counts.IsEmpty ? "-" : string.Join(", ", v.Codes)));
    }

    [Fact]
    public void MitiVolleys_SpecFile_HoldsAtLeastFortyCases() => Assert.True(s_specs.Count >= 40);

    [Fact]
    public void MitiRules_EveryRule_IsDescribed() =>
        Assert.All(Enum.GetValues<MitiRule>(), rule => Assert.Equal(rule != MitiRule.None, MitiRules.Describe(rule).Length > 0));

    [Fact]
    public void MitiVolleys_LongPause_PermissionLapsesAfterTheOption()
    {
        var turns = new List<CodedUtterance> { MitiSpec.Turn(1, Speaker.Counselor, "Would it be okay if I told you about gum? [EC=Seek]"), MitiSpec.Turn(2, Speaker.Client, "Sure. [FN]") };
        for (var i = 0; i < 7; i++)
        {
            turns.Add(MitiSpec.Turn(turns.Count + 1, Speaker.Counselor, "How was it? [QUO]"));
            turns.Add(MitiSpec.Turn(turns.Count + 1, Speaker.Client, "It was a long day there. [FN]"));
        }

        turns.Add(MitiSpec.Turn(turns.Count + 1, Speaker.Counselor, "You should chew it slowly. [ADW]"));
        var session = new CodedTranscript { Session = "s", Utterances = [.. turns] };
        Assert.Equal(1, MitiVolleys.Of(session).CountOf(Miti42.Persuade));
        Assert.Equal(1, MitiVolleys.Of(session, new MitiOptions { PermissionVolleys = 8 }).CountOf(Miti42.PersuadeWithPermission));
    }

    [Fact]
    public void MitiVolleys_Explain_NamesTheTurnsOfTheCode()
    {
        var session = new CodedTranscript
        {
            Session = "s",
            Utterances =
            [
                MitiSpec.Turn(3, Speaker.Counselor, "How was it? [QUO]"),
                MitiSpec.Turn(4, Speaker.Client, "Long. [FN]"),
                MitiSpec.Turn(7, Speaker.Counselor, "Long? [QUC] And dull? [QUC]"),
            ],
        };
        Assert.Equal([3, 7], MitiVolleys.Of(session).Explain(Miti42.Question).Turns);
    }

    [Fact]
    public void MitiVolleys_MachineRepeatsTheUsualCounterpart_RulesStillApply()
    {
        var turn = MitiSpec.Turn(1, Speaker.Counselor, "Great job, well done! [AF=AF]");
        CodedTranscript Session(double? p) => new() { Session = "s", Utterances = [turn with { Codes = [turn.Codes[0] with { Probability = p }] }] };
        Assert.Equal(0, MitiVolleys.Of(Session(0.9)).CountOf(Miti42.Affirm));
        Assert.Equal(1, MitiVolleys.Of(Session(null)).CountOf(Miti42.Affirm));
    }

    [Fact]
    public void MitiVolleys_EmptySession_HasNoVolley() => Assert.Empty(MitiVolleys.Of(new CodedTranscript { Session = "s" }));

    [Fact]
    public void MitiOptions_ZeroRepeats_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MitiVolleys.Of(new CodedTranscript { Session = "s" }, new MitiOptions { AffirmationRepeats = 0 }));

    private static string SpecPath() => Repository.Path("tests", "MotivationalInterviewing.Tests", "Specs", "Miti-Volleys.md");
}
