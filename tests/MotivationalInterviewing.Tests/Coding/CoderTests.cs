using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Coding;

public class CoderTests
{
    [Fact]
    public void Session_OtherSpeakers_AreKeptUncoded()
    {
        var coded = SessionCoder.Default.Code(Session(
            (Speaker.Counselor, "What brings you here?"), (Speaker.Other, "He wants to stop drinking."), (Speaker.Client, "I want to stop drinking.")));
        Assert.Equal(3, coded.Utterances.Length);
        Assert.Null(coded.Utterances[1].Talk);
        Assert.Empty(coded.Utterances[1].Codes);
        Assert.Equal(TalkDirection.Change, coded.Utterances[2].Talk);
    }

    [Theory]
    [InlineData(CodingMode.Session)]
    [InlineData(CodingMode.Live)]
    [InlineData(CodingMode.Single)]
    public void Session_EveryMode_CodesEveryTurnInOrder(CodingMode mode)
    {
        var coded = SessionCoder.Default.Code(Session((Speaker.Counselor, "How was it?"), (Speaker.Client, "I hate this hangover."), (Speaker.Client, "")), mode);
        Assert.Equal([0, 1, 2], coded.Utterances.Select(u => u.Utterance.Turn));
        Assert.All(coded.Utterances, u => Assert.Equal(1, u.Probabilities.Sum(), 1e-5));
    }

    [Fact]
    public void Client_NeutralTurn_HasOneFollowNeutralOverTheTrimmedText()
    {
        var code = Assert.Single(UtteranceCoder.Default.Code(Client("  The bus was late.  ")).Codes);
        Assert.Same(DarnCat.FollowNeutral, code.Code);
        Assert.Equal((2, 17), (code.Start, code.Length));
    }

    [Fact]
    public void Client_Codes_FirstCodeHasTheSignOfTheDirection()
    {
        foreach (var text in new[] { "I want to stop but I can't do it.", "It relaxes me, but I have to quit.", "I don't need to cut down." })
        {
            var coded = UtteranceCoder.Default.Code(Client(text), TargetBehavior.Alcohol);
            Assert.Equal(coded.Talk, coded.Codes[0].Code.Direction);
            Assert.Equal(coded.Talk == TalkDirection.Change, coded.Strength > 0);
        }
    }

    [Fact]
    public void Client_Evidence_IsTheClauseThatSaysIt()
    {
        const string Text = "Work was fine and the weather held, but I have to stop drinking.";
        var code = UtteranceCoder.Default.Code(Client(Text), TargetBehavior.Alcohol).Codes[0];
        Assert.Contains("I have to stop drinking", Text.Substring(code.Start, code.Length), StringComparison.Ordinal);
        Assert.DoesNotContain("weather", Text.Substring(code.Start, code.Length), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_OtherLanguage_NothingIsGuessed()
    {
        var coded = UtteranceCoder.Default.Code(Client("Ich will mit dem Trinken nicht aufhören."));
        Assert.False(coded.SupportedLanguage);
        Assert.Empty(coded.Codes);
        Assert.Empty(coded.Probabilities);
        Assert.False(UtteranceCoder.Default.ReadClient("我不想戒酒。").Supported);
    }

    [Fact]
    public void Live_Reset_ForgetsTheConversation()
    {
        var live = UtteranceCoder.Default.StartLive(TargetBehavior.Alcohol);
        live.Next(Counselor("Do you want to stop drinking?"));
        Assert.Equal(TalkDirection.Change, live.Next(Client("Yes.")).Talk);
        live.Reset();
        Assert.Equal(TalkDirection.Neutral, live.Next(Client("Yes.")).Talk);
    }

    [Fact]
    public void EchoAgreement_Inherit_CreditsAReducedWeight()
    {
        var plain = Echo(EchoAgreementPolicy.Neutral);
        var inherit = Echo(EchoAgreementPolicy.InheritAtReducedWeight);
        Assert.True(inherit.Probabilities[1] > plain.Probabilities[1]);
        Assert.Equal(0.30, inherit.Probabilities[1], 1e-4);
        Assert.Equal(TalkDirection.Neutral, inherit.Talk);

        static CodedUtterance Echo(EchoAgreementPolicy policy)
        {
            var live = UtteranceCoder.Default.With(new CodingOptions { EchoAgreement = policy }).StartLive(TargetBehavior.Alcohol);
            live.Next(Counselor("You really want to stop drinking."));
            return live.Next(Client("Yeah."));
        }
    }

    [Fact]
    public void Hypotheticals_AlwaysOther_FilesTheReasonUnderOther()
    {
        var utterance = Client("If I lost some weight my back would hurt less.");
        Assert.Equal("R+", UtteranceCoder.Default.Code(utterance, TargetBehavior.Diet).Codes[0].Code.Abbreviation);
        var coder = UtteranceCoder.Default.With(new CodingOptions { Hypotheticals = HypotheticalPolicy.AlwaysOther });
        Assert.Equal("O+", coder.Code(utterance, TargetBehavior.Diet).Codes[0].Code.Abbreviation);
    }

    [Fact]
    public void Options_OutOfRange_IsRefusedByName() => Assert.Contains(
        "MinimumCodeProbability",
        Assert.Throws<ArgumentException>(() => UtteranceCoder.Default.With(new CodingOptions { MinimumCodeProbability = double.NaN })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Counselor_PermissionAsked_IsEmphasizeControlAndSeek()
    {
        var codes = UtteranceCoder.Default.Code(Counselor("Would it be okay if I shared some information with you?")).Codes;
        Assert.Same(Misc25.EmphasizeControl, codes[0].Code);
        Assert.Same(Miti42.SeekCollaboration, codes[0].Miti);
    }

    [Fact]
    public void Load_NoModel_SaysSo() => Assert.ThrowsAny<IOException>(() => UtteranceCoder.Load(new MemoryStream()));

    [Fact]
    public void Default_ManyThreads_SameAnswers()
    {
        var texts = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? $"I want to stop drinking {i} beers." : $"I like my {i} beers, it relaxes me.").ToArray();
        var expected = texts.Select(t => UtteranceCoder.Default.Code(Client(t), TargetBehavior.Alcohol)).ToArray();
        Parallel.For(0, texts.Length * 4, i =>
            Assert.Equal(expected[i % texts.Length], UtteranceCoder.Default.Code(Client(texts[i % texts.Length]), TargetBehavior.Alcohol)));
    }

    private static Utterance Client(string text) => new() { Turn = 0, Speaker = Speaker.Client, Text = text };

    private static Utterance Counselor(string text) => new() { Turn = 0, Speaker = Speaker.Counselor, Text = text };

    private static Transcript Session(params (Speaker Speaker, string Text)[] turns) => new()
    {
        Session = "s",
        Target = TargetBehavior.Alcohol,
        Utterances = [.. turns.Select((t, i) => new Utterance { Turn = i, Speaker = t.Speaker, Text = t.Text })],
    };
}
