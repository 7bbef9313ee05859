using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

public class DialogueEngineTests
{
    private static readonly string[] s_talk =
    [
        "My wife says I drink too much, but I don't think it's that bad.", "I like a beer after work. It relaxes me.", "yeah",
        "My daughter saw me stumble last week. I felt so ashamed.", "I want to be there for her.", "I guess I could leave out the weekdays.", "",
        "What should I do?", "I don't know.", "I'm going to stop buying it on Mondays.", "Yes, that would help.", "From Monday, after work I'll drive straight home.",
    ];

    [Fact]
    public async Task Respond_SameSeedAndWords_GivesTheSameConversation()
    {
        var first = await Conversation.PlayAsync(s_talk);
        var second = await Conversation.PlayAsync(s_talk);
        Assert.Equal(first.Select(t => t.Reply), second.Select(t => t.Reply));
        Assert.Equal(first[^1].Session.ToJson(), second[^1].Session.ToJson());
    }

    [Fact]
    public async Task Respond_SessionSavedAndLoadedAfterEveryTurn_GivesTheSameConversation()
    {
        var whole = await Conversation.PlayAsync(s_talk);
        var session = DialogueSession.Start("test", Conversation.Options());
        var replies = new List<string>();
        foreach (var text in s_talk)
        {
            // Another engine each time, as on another machine.
            var turn = await Conversation.Engine().RespondAsync(DialogueSession.FromJson(session.ToJson()), text, TestContext.Current.CancellationToken);
            replies.Add(turn.Reply);
            session = turn.Session;
        }

        Assert.Equal(whole.Select(t => t.Reply), replies);
        Assert.Equal(whole[^1].Session.ToJson(), session.ToJson());
    }

    [Fact]
    public async Task Respond_ManySessionsAtOnceOnOneEngine_DoNotTouchEachOther()
    {
        var engine = Conversation.Engine();
        var expected = (await Conversation.PlayAsync(s_talk)).Select(t => t.Reply).ToArray();
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
            Conversation.PlayAsync(engine, DialogueSession.Start("test", Conversation.Options()), s_talk))));
        Assert.All(all, turns => Assert.Equal(expected, turns.Select(t => t.Reply)));
    }

    [Fact]
    public async Task Respond_FourHundredTurns_SessionStaysSmall()
    {
        var engine = Conversation.Engine();
        var session = DialogueSession.Start("test", Conversation.Options());
        var longest = 0;
        for (var i = 0; i < 400; i++)
        {
            var turn = await engine.RespondAsync(session, s_talk[i % s_talk.Length], TestContext.Current.CancellationToken);
            session = turn.Session;
            if (i >= 100) longest = Math.Max(longest, session.Save().Length);
        }

        Assert.True(longest < 64_000, $"A session takes {longest} bytes.");
        Assert.True(session.Recent.Length <= DialogueSession.MostTurns);
    }

    [Fact]
    public async Task Respond_SuicidalTurn_StopsUntilReleased()
    {
        var turns = await Conversation.PlayAsync("I drink most nights.", "I have the pills here and I am going to kill myself tonight.", "I like my beer though.");
        Assert.False(turns[0].Stopped);
        Assert.All(turns.Skip(1), t =>
        {
            Assert.True(t.Stopped);
            Assert.Equal(Technique.SafetyReply, t.Move.Technique);
            Assert.Equal(ReplySource.Safety, t.Source);
            Assert.NotEmpty(t.Resources);
        });
        var after = await Conversation.Engine().RespondAsync(turns[^1].Session.Release(), "I like my beer though.", TestContext.Current.CancellationToken);
        Assert.False(after.Stopped);
    }

    [Fact]
    public async Task Respond_OddText_AnswersSomething()
    {
        foreach (var text in new[] { "", " ", "...", "?", "\ud800", new string('a', 100_000), string.Concat(Enumerable.Repeat("I drink because it helps and ", 4000)), "😀😀", "\0" })
        {
            var turn = (await Conversation.PlayAsync(text))[0];
            Assert.False(string.IsNullOrWhiteSpace(turn.Reply));
        }
    }

    [Fact]
    public async Task Respond_ForeignLanguage_SaysSoAndShowsResources()
    {
        var turn = (await Conversation.PlayAsync("Quiero dejar de beber pero no puedo, es muy difícil para mí"))[0];
        Assert.Equal(Technique.UnsupportedLanguage, turn.Move.Technique);
        Assert.NotEmpty(turn.Resources);
    }

    [Fact]
    public async Task Respond_WriterThatFails_IsAskedTwiceAgainWithFindingsThenTheBuiltInSpeaks()
    {
        var writer = new FixedWriter("You need to stop drinking right now. If you keep this up you will lose your kids.");
        var turn = (await Conversation.PlayAsync(Conversation.Engine(writer), DialogueSession.Start("test", Conversation.Options()), "I like my beer."))[0];
        Assert.Equal([0, 1, 1], writer.FindingsSeen.Select(n => Math.Min(n, 1)));
        Assert.NotEqual(ReplySource.Host, turn.Source);
        Assert.Equal(3, turn.Discarded);
        Assert.DoesNotContain("You need to stop", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Respond_WriterThatKeepsToMi_IsHeard()
    {
        var turn = (await Conversation.PlayAsync(Conversation.Engine(new FixedWriter("You like the taste of it.")), DialogueSession.Start("test", Conversation.Options()), "I like my beer."))[0];
        Assert.Equal((ReplySource.Host, "You like the taste of it."), (turn.Source, turn.Reply));
    }

    [Fact]
    public async Task Session_Erased_HoldsNoWordsAndGoesOn()
    {
        var session = (await Conversation.PlayAsync(s_talk))[^1].Session.Erase();
        var json = session.ToJson();
        foreach (var word in new[] { "wife", "beer", "daughter", "Mondays" }) Assert.DoesNotContain(word, json, StringComparison.OrdinalIgnoreCase);
        var turn = await Conversation.Engine().RespondAsync(session, "I want to cut down.", TestContext.Current.CancellationToken);
        Assert.NotEmpty(turn.Reply);
    }

    [Fact]
    public async Task Session_SavedWithAProtector_IsUnreadableWithoutIt()
    {
        var session = (await Conversation.PlayAsync(s_talk))[^1].Session;
        var bytes = session.Save(new Xor());
        Assert.DoesNotContain("daughter", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(session.ToJson(), DialogueSession.Load(bytes, new Xor()).ToJson());
    }

    [Theory]
    [InlineData("I'd like to hear how it's been going since you got home.", "Pretty good.", Technique.Elaborate, "good")]
    [InlineData("And how is work these days?", "Not so great, I guess.", Technique.Elaborate, "bad")]
    [InlineData("You've cut down to three a week.", "Pretty good.", Technique.Elaborate, "yes")]
    [InlineData("So you're going to quit then?", "Uh, maybe.", Technique.Acknowledge, "unsure")]
    public async Task Respond_AWordOfAnswerToSomebodyElse_TakesUpWhatWasAsked(string asked, string answer, Technique technique, string variant)
    {
        var session = SessionBook.Hear(DialogueSession.Start("s", Conversation.Options()), new Utterance { Turn = 0, Speaker = Speaker.Counselor, Text = asked });
        var turn = await Conversation.Engine().RespondAsync(session with { Pace = session.Pace with { Replies = 1 } }, answer, TestContext.Current.CancellationToken);
        Assert.Equal((technique, variant), (turn.Move.Technique, turn.Move.Variant));
    }

    [Fact]
    public void Session_OfALaterVersion_IsRefused()
    {
        var json = DialogueSession.Start("s", Conversation.Options()).ToJson().Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal);
        var error = Assert.Throws<JsonException>(() => DialogueSession.FromJson(json));
        Assert.Equal("A session of version 2 cannot be read; this library reads up to 1.", error.Message);
    }

    private sealed class FixedWriter(string reply) : IReplyWriter
    {
        public List<int> FindingsSeen { get; } = [];

        public ValueTask<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken)
        {
            FindingsSeen.Add(request.Findings.Length);
            return new(reply);
        }
    }

    private sealed class Xor : ISessionProtector
    {
        public byte[] Protect(byte[] plain) => [.. plain.Select(b => (byte)(b ^ 0x5A))];

        public byte[] Unprotect(byte[] protectedBytes) => Protect(protectedBytes);
    }
}
