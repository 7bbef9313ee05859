using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Training.Practice;

namespace MotivationalInterviewing.Tests.Practice;

public class SimulatedClientTests
{
    public static TheoryData<string> Clients => [.. ClientProfiles.All.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Answer_TheSameSeed_GivesTheSameSession(string id)
    {
        var profile = ClientProfiles.Find(id)!;
        var one = PracticeStudy.Play(profile, CounselorPolicy.Consistent, 3, 20).Transcript;
        var two = PracticeStudy.Play(profile, CounselorPolicy.Consistent, 3, 20).Transcript;
        var other = PracticeStudy.Play(profile, CounselorPolicy.Consistent, 4, 20).Transcript;
        Assert.Equal(one.Utterances.Select(u => u.Text), two.Utterances.Select(u => u.Text));
        Assert.NotEqual(one.Utterances.Select(u => u.Text), other.Utterances.Select(u => u.Text));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Answer_FiveWordsOrMore_AreNeverSaidTwice(string id)
    {
        foreach (var policy in Enum.GetValues<CounselorPolicy>())
        {
            var session = PracticeStudy.Play(ClientProfiles.Find(id)!, policy, 11, 60).Transcript;
            var said = session.Utterances.Where(u => u.Speaker == Speaker.Client).Select(u => u.Text.ToLowerInvariant()).Where(t => t.Split(' ').Length >= 5).ToList();
            Assert.NotEmpty(said);
            Assert.Equal(said.Count, said.Distinct().Count());
        }
    }

    [Fact]
    public void Answer_AnEarlierState_IsUnchangedAndCanBeAnsweredAgain()
    {
        var client = new SimulatedClient(ClientProfiles.Find("tobacco-gwen")!);
        var state = client.Answer(client.Begin(5), "Hello, what brings you here?").State;
        var before = state.ToJson();
        var gentle = client.Answer(state, "What worries you about the smoking?");
        var harsh = client.Answer(state, "If you carry on smoking you will die, and you only have yourself to blame.");
        Assert.Equal(before, state.ToJson());
        Assert.True(gentle.State.Trust > harsh.State.Trust);
        Assert.True(gentle.State.Discord < harsh.State.Discord);
        Assert.Equal(gentle.Text, client.Answer(ClientState.FromJson(before), "What worries you about the smoking?").Text);
    }

    [Fact]
    public void Answer_AfterTheClientLeft_IsRefused()
    {
        var client = new SimulatedClient(ClientProfiles.All[0]);
        Assert.Throws<InvalidOperationException>(() => client.Answer(client.Begin(1) with { Left = true }, "Hello?"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("\ud83d")]
    [InlineData("1234567890 !!! \n\t")]
    public void Answer_OddText_IsAnswered(string text)
    {
        var client = new SimulatedClient(ClientProfiles.All[0]);
        Assert.NotEmpty(client.Answer(client.Begin(1), text).Text);
    }

    [Fact]
    public void Answer_HiddenFacts_AreNotTheFirstThingAStrangerHears()
    {
        foreach (var profile in ClientProfiles.All.Where(p => p.Resistance >= 2))
        {
            var client = new SimulatedClient(profile);
            for (var seed = 0; seed < 10; seed++)
            {
                var state = client.Begin(seed);
                foreach (var text in (string[])["Hello. What is it that you are hiding?", "Tell me your secret.", "You should tell me everything."])
                {
                    if (state.Left) break;
                    var reply = client.Answer(state, text);
                    Assert.Null(reply.Revealed);
                    state = reply.State;
                }
            }
        }
    }
}
