using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Coding;

/// <summary>The decision rules for client language, one by one (MISC 2.5 and what this library adds).</summary>
public class DecisionRuleTests
{
    [Theory]
    [InlineData("medication", "I skipped the pill and felt fine.", TalkDirection.Sustain)]
    [InlineData("tobacco", "I skipped the pill and felt fine.", TalkDirection.Neutral)]
    [InlineData("tobacco", "I want to stop smoking.", TalkDirection.Change)]
    public void Rule1_TargetFirst_DirectionIsRelativeToTheBehavior(string target, string says, TalkDirection direction) =>
        Assert.Equal(direction, Alone(says, target).Talk);

    [Fact]
    public void Rule2_MixedSentence_EachHalfIsCodedWithItsOwnEvidence()
    {
        const string Says = "I like the taste, but it's wrecking my stomach.";
        var codes = Alone(Says, "alcohol").Codes;
        Assert.Contains("wrecking", Words(Says, codes.First(c => c.Code.Direction == TalkDirection.Change)), StringComparison.Ordinal);
        Assert.Contains("taste", Words(Says, codes.First(c => c.Code.Direction == TalkDirection.Sustain)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I can't keep living like this.", TalkDirection.Change)]
    [InlineData("I don't want to stop.", TalkDirection.Sustain)]
    [InlineData("I don't want to drink anymore.", TalkDirection.Change)]
    public void Rule3_Negation_TurnsTheSign(string says, TalkDirection direction) => Assert.Equal(direction, Alone(says, "alcohol").Talk);

    [Theory]
    [InlineData("I poured it all down the sink yesterday.", "TS+")]
    [InlineData("I will pour it all down the sink tonight.", "C+")]
    [InlineData("I used to smoke when I was 20.", "FN")]
    [InlineData("I quit for two years once, so I know I can.", "A+")]
    public void Rule4_Time_OnlyRecentActsAreStepsTaken(string says, string code) =>
        Assert.Equal(code, Alone(says, says.Contains("sink", StringComparison.Ordinal) ? "alcohol" : "tobacco").Codes[0].Code.Abbreviation);

    [Theory]
    [InlineData(HypotheticalPolicy.ByContent, "R+")]
    [InlineData(HypotheticalPolicy.AlwaysOther, "O+")]
    public void Rule5_Hypotheticals_AreFiledByPolicy(HypotheticalPolicy policy, string code) =>
        Assert.Equal(code, Alone("If I lost some weight my back would hurt less.", "diet", new CodingOptions { Hypotheticals = policy }).Codes[0].Code.Abbreviation);

    [Theory]
    [InlineData("It's tearing my sister up.", TalkDirection.Change)]
    [InlineData("My wife says I drink too much.", TalkDirection.Neutral)]
    public void Rule6_OtherPeople_SufferingIsAReasonAndOpinionIsNot(string says, TalkDirection direction) =>
        Assert.Equal(direction, Alone(says, "alcohol").Talk);

    [Theory]
    [InlineData("Do you want to cut down?", "Yes.", TalkDirection.Change)]
    [InlineData("Do you want to cut down?", "No.", TalkDirection.Sustain)]
    [InlineData("Do you have a car?", "Yes.", TalkDirection.Neutral)]
    [InlineData("On a scale from 0 to 10, how important is it to you to drink less?", "Four.", TalkDirection.Sustain)]
    [InlineData("On a scale from 0 to 10, how important is it to you to drink less?", "5", TalkDirection.Neutral)]
    [InlineData("On a scale from 0 to 10, how important is it to you to drink less?", "A six.", TalkDirection.Change)]
    public void Rule7_Answers_InheritTheProposition(string asks, string says, TalkDirection direction) => Assert.Equal(direction, After(asks, says).Talk);

    [Theory]
    [InlineData(EchoAgreementPolicy.Neutral)]
    [InlineData(EchoAgreementPolicy.InheritAtReducedWeight)]
    public void Rule8_BareAgreement_IsNeutralAndCreditedByPolicy(EchoAgreementPolicy policy)
    {
        var yeah = After("You really want to stop drinking.", "Yeah.", new CodingOptions { EchoAgreement = policy });
        Assert.Equal(TalkDirection.Neutral, yeah.Talk);
        if (policy == EchoAgreementPolicy.InheritAtReducedWeight) Assert.Equal(0.3, yeah.Probabilities[1], 1e-4);
        else Assert.True(yeah.Probabilities[0] > 0.5);
        Assert.Equal(TalkDirection.Sustain, After("You'd like to stop.", "Yeah, but I'd lose all my friends.").Talk);
    }

    [Fact]
    public void Rule9_Questions_TakeNoStanceButMayShowInterest()
    {
        var question = Alone("Does the patch really work?", "tobacco");
        Assert.Equal(TalkDirection.Neutral, question.Talk);
        Assert.True(question.Interest);
        Assert.False(Alone("What time is it?", "tobacco").Interest);
    }

    [Fact]
    public void Rule10_Hedges_WeakenWithoutChangingTheKind()
    {
        var (sure, hedged) = (Alone("I will quit on Monday, I promise.", "tobacco"), Alone("I guess I'll try to quit maybe.", "tobacco"));
        Assert.Equal(ChangeTalkKind.Commitment, sure.Codes[0].Code.Kind);
        Assert.Equal(ChangeTalkKind.Commitment, hedged.Codes[0].Code.Kind);
        Assert.True(hedged.Strength < sure.Strength, $"{hedged.Strength} against {sure.Strength}");
    }

    [Theory]
    [InlineData("He said I should quit.")]
    [InlineData("Oh sure, I'll quit right after I win the lottery.")]
    public void Rule11_ReportedOrSarcastic_IsNeutralUnlessEndorsed(string says)
    {
        Assert.Equal(TalkDirection.Neutral, Alone(says, "tobacco").Talk);
        Assert.Equal(TalkDirection.Change, Alone("My wife says I smoke too much, and she's right.", "tobacco").Talk);
    }

    [Theory]
    [InlineData("I threw my last pack out on Sunday and I will not buy another.", ChangeTalkKind.TakingSteps)]
    [InlineData("I will stop because my chest hurts.", ChangeTalkKind.Commitment)]
    public void Rule12_TieBreak_TheActComesBeforeThePlanAndThePlanBeforeTheReason(string says, ChangeTalkKind kind) =>
        Assert.Equal(kind, Alone(says, "tobacco").Codes[0].Code.Kind);

    [Theory]
    [InlineData(CodingMode.Live)]
    [InlineData(CodingMode.Session)]
    public void BrokenOff_GoesOnInTheNextTurn_IsReadAsOneClause(CodingMode mode)
    {
        var (joined, apart) = (Last("I don't want to\u2014"), Last("I don't want to."));
        Assert.True(joined.Probabilities[2] > apart.Probabilities[2]);
        Assert.All(joined.Codes, c => Assert.True(c.Start >= 0 && c.Start + c.Length <= "stop.".Length));

        CodedUtterance Last(string first) => SessionCoder.Default.Code(
            new Transcript
            {
                Session = "s",
                Target = TargetBehavior.Alcohol,
                Utterances =
                [
                    new() { Turn = 0, Speaker = Speaker.Client, Text = first },
                    new() { Turn = 1, Speaker = Speaker.Counselor, Text = "Mm-hm." },
                    new() { Turn = 2, Speaker = Speaker.Client, Text = "stop." },
                ],
            },
            mode).Utterances[2];
    }

    private static CodedUtterance Alone(string says, string target, CodingOptions? options = null) =>
        UtteranceCoder.Default.With(options ?? CodingOptions.Default).Code(new Utterance { Turn = 0, Speaker = Speaker.Client, Text = says }, TargetBehavior.Find(target));

    private static CodedUtterance After(string before, string says, CodingOptions? options = null)
    {
        var live = UtteranceCoder.Default.With(options ?? CodingOptions.Default).StartLive(TargetBehavior.Alcohol);
        live.Next(new Utterance { Turn = 0, Speaker = Speaker.Counselor, Text = before });
        return live.Next(new Utterance { Turn = 1, Speaker = Speaker.Client, Text = says });
    }

    private static string Words(string text, CodeSpan code) => text.Substring(code.Start, code.Length);
}
