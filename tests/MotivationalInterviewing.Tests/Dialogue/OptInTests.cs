using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

public class OptInTests
{
    private static readonly Technique[] s_gated = [Technique.OfferMenu, Technique.ProvideInformation, Technique.PlanStep, Technique.OfferReferral, Technique.ConfidenceCheck, Technique.PlanSummary];

    [Fact]
    public void Ledger_TheCounselorGrants_IsRefused() =>
        Assert.Throws<ArgumentException>(() => PermissionLedger.Empty.With(PermissionKind.Advice, PermissionStatus.Granted, Speaker.Counselor, 1));

    [Fact]
    public void Ledger_EveryChange_IsKeptWithWhoAndWhen()
    {
        var ledger = PermissionLedger.Empty
            .With(PermissionKind.Plan, PermissionStatus.Asked, Speaker.Counselor, 3)
            .With(PermissionKind.Plan, PermissionStatus.Granted, Speaker.Client, 4)
            .WithdrawAll(8);
        Assert.False(ledger.Allows(PermissionKind.Plan));
        Assert.Equal(
            [(3, PermissionStatus.NotAsked, PermissionStatus.Asked, Speaker.Counselor), (4, PermissionStatus.Asked, PermissionStatus.Granted, Speaker.Client), (8, PermissionStatus.Granted, PermissionStatus.Withdrawn, Speaker.Client)],
            ledger.Changes.Select(c => (c.Turn, c.From, c.To, c.By)));
    }

    [Fact]
    public void Ledger_ManyChanges_KeepsTheLatest()
    {
        var ledger = PermissionLedger.Empty;
        for (var i = 0; i < 200; i++) ledger = ledger.With(PermissionKind.Advice, i % 2 == 0 ? PermissionStatus.Asked : PermissionStatus.Refused, Speaker.Client, i);
        Assert.Equal(64, ledger.Changes.Length);
        Assert.Equal(199, ledger.Changes[^1].Turn);
    }

    [Fact]
    public async Task Plan_AgreedTo_BeginsAndEndsWhenTakenBack()
    {
        var turns = await Conversation.PlayAsync(
            Conversation.Engine(), DialogueSession.Start("s", Conversation.Options(TargetBehavior.Tobacco)),
            "I've made up my mind. I'm quitting smoking on Saturday, I promised my son.", "Yes, please.", "I don't want a plan, leave it.", "I just want to talk.");
        Assert.Equal(PermissionKind.Plan, turns[0].Move.Permission);
        Assert.Equal(MiTask.Planning, turns[1].Move.Task);
        Assert.True(turns[1].Session.Permissions.Allows(PermissionKind.Plan));
        Assert.Equal(PermissionStatus.Withdrawn, turns[2].Session.Permissions.Plan);
        Assert.NotEqual(MiTask.Planning, turns[2].Move.Task);
        Assert.DoesNotContain(turns[3].Move.Technique, s_gated);
        Assert.DoesNotContain(turns[3].Move.FollowUp, s_gated);
    }

    [Fact]
    public async Task Plan_Refused_IsNotAskedForAgainSoon()
    {
        var turns = await Conversation.PlayAsync(
            Conversation.Engine(), DialogueSession.Start("s", Conversation.Options(TargetBehavior.Tobacco)),
            "I've made up my mind. I'm quitting smoking on Saturday, I promised my son.", "No, not now.", "I am going to quit, I am.", "I will do it for my son.");
        Assert.Equal(PermissionStatus.Refused, turns[1].Session.Permissions.Plan);
        Assert.All(turns.Skip(1), t => Assert.Equal(PermissionKind.None, t.Move.Permission));
    }

    [Theory]
    [MemberData(nameof(ConversationTests.Names), MemberType = typeof(ConversationTests))]
    public async Task Conversation_NothingIsToldOrPlanned_BeforeTheClientGaveLeave(string name)
    {
        var (_, _, _, turns) = await ConversationTests.PlayAsync(name);
        foreach (var turn in turns)
        {
            foreach (var technique in new[] { turn.Move.Technique, turn.Move.FollowUp })
            {
                var kind = technique switch
                {
                    Technique.OfferMenu => PermissionKind.Advice,
                    Technique.ProvideInformation => PermissionKind.Information,
                    Technique.PlanStep or Technique.ConfidenceCheck or Technique.PlanSummary => PermissionKind.Plan,
                    Technique.OfferReferral => PermissionKind.Referral,
                    _ => PermissionKind.None,
                };
                if (kind == PermissionKind.None) continue;
                Assert.Contains(turn.Session.Permissions.Changes, c => c.Kind == kind && c.To == PermissionStatus.Granted && c.By == Speaker.Client);
            }
        }
    }
}
