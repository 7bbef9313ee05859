using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Instruments;

namespace MotivationalInterviewing.Tests.Safety;

public class SafetyGateTests
{
    private sealed class Sink(Func<CancellationToken, ValueTask> act) : IEscalationSink
    {
        public ValueTask EscalateAsync(RiskAuditEvent audit, CancellationToken cancellationToken) => act(cancellationToken);
    }

    private sealed class BrokenLog : IRiskAuditLog
    {
        public void Append(RiskAuditEvent audit) => throw new InvalidOperationException("broken");
    }

    private static SafetyGate Gate(IRiskAuditLog log, IEscalationSink? sink = null, bool text = false) => new(
        new SafetyOptions { EscalationMode = sink is null ? EscalationMode.ResourcesOnly : EscalationMode.Sink, SinkTimeout = TimeSpan.FromMilliseconds(100), Locale = "en-US", AuditIncludesText = text },
        TimeProvider.System, log, sink);

    [Fact]
    public async Task Handle_Stopped_StaysStoppedUntilReleased()
    {
        var log = new InMemoryRiskAuditLog();
        var gate = Gate(log);
        var step = await gate.HandleAsync("s", SafetyState.Start, "I want to kill myself tonight", []);
        Assert.Equal(SafetyPhase.Stopped, step.State.Phase);
        Assert.Contains("988", step.Reply, StringComparison.Ordinal);
        Assert.Contains("I'm a program", step.Reply, StringComparison.Ordinal);
        step = await gate.HandleAsync("s", SafetyState.FromJson(step.State.ToJson()), "Let's talk about the gym instead.", []);
        Assert.Equal(RiskAction.Stop, step.Action);
        Assert.NotEmpty(step.Resources);
        Assert.Equal(SafetyPhase.Clear, SafetyProtocol.Release(step.State).State.Phase);
        Assert.Equal(["risk", "still-stopped"], log.Events.Select(e => e.Reason));
        Assert.All(log.Events, e => Assert.Null(e.Text));
    }

    [Theory]
    [InlineData(0, SafetyPhase.Clear)]
    [InlineData(1, SafetyPhase.Asked)]
    [InlineData(2, SafetyPhase.Stopped)]
    [InlineData(3, SafetyPhase.Stopped)]
    public async Task Handle_AnswerToPhqItemNine_EntersTheSameFlow(int answer, SafetyPhase phase)
    {
        var log = new InMemoryRiskAuditLog();
        var result = MotivationalInterviewing.Sessions.Instruments.Instruments.Phq9.Score(Instrument.InOrder(0, 0, 0, 0, 0, 0, 0, 0, answer));
        Assert.Equal(answer >= 1, result.EntersSafetyFlow);
        var step = await Gate(log).HandleAsync("s", SafetyState.Start, result.ToRisk());
        Assert.Equal(phase, step.State.Phase);
        Assert.Equal(answer >= 1, log.Events.Count == 1);
        Assert.Equal(answer >= 1, !step.Resources.IsEmpty);
    }

    [Fact]
    public async Task Handle_DenialAfterTheQuestion_ClearsAndTheAuditSaysSo()
    {
        var log = new InMemoryRiskAuditLog();
        var gate = Gate(log);
        var step = await gate.HandleAsync("s", SafetyState.Start, "Everyone would be better off without me.", []);
        Assert.Equal(SafetyPhase.Asked, step.State.Phase);
        step = await gate.HandleAsync("s", step.State, "No, not at all.", [RiskScreenTests.Turn(Speaker.Counselor, step.Reply!)]);
        Assert.Equal(SafetyPhase.Clear, step.State.Phase);
        Assert.Equal("denied", log.Events[^1].Reason);
    }

    [Fact]
    public async Task Handle_AnyOtherAnswerToTheQuestion_Stops()
    {
        var gate = Gate(new InMemoryRiskAuditLog());
        var step = await gate.HandleAsync("s", new SafetyState { Phase = SafetyPhase.Asked, Category = RiskCategory.SuicidalIdeation }, "Leave me alone.", []);
        Assert.Equal(SafetyPhase.Stopped, step.State.Phase);
        Assert.True(step.Escalates);
    }

    [Fact]
    public async Task Handle_SinkThrowsHangsOrBlocks_ResourcesStillCome()
    {
        // A sink that blocks its thread until the test is over.
        using var over = new ManualResetEventSlim();
        Func<CancellationToken, ValueTask>[] acts =
        [
            _ => throw new InvalidOperationException("down"),
            async stop => await Task.Delay(Timeout.Infinite, stop),
            _ =>
            {
                over.Wait(CancellationToken.None);
                return default;
            },
        ];
        string[] reasons = ["sink-failed", "sink-timeout", "sink-timeout"];
        for (var i = 0; i < acts.Length; i++)
        {
            var log = new InMemoryRiskAuditLog();
            var step = await Gate(log, new Sink(acts[i])).HandleAsync("s", SafetyState.Start, "I want to kill myself tonight", []);
            Assert.NotEmpty(step.Resources);
            Assert.Equal(reasons[i], log.Events[^1].Reason);
        }

        over.Set();
        Assert.NotEmpty((await Gate(new BrokenLog()).HandleAsync("s", SafetyState.Start, "I want to kill myself tonight", [])).Resources);
    }

    [Theory]
    [InlineData(RiskCategory.Overdose)]
    [InlineData(RiskCategory.WithdrawalRisk)]
    [InlineData(RiskCategory.Psychosis)]
    [InlineData(RiskCategory.EatingDisorderRisk)]
    public void Screen_ADenialOfTheProtocolsQuestion_IsTakenAsOne(RiskCategory category)
    {
        var asked = new Utterance { Turn = 0, Speaker = Speaker.Counselor, Text = "Thank you for telling me that. " + SafetyProtocol.Question(category) };
        Assert.True(RiskScreen.Default.Screen("No, nothing like that.", [asked]).Denied);
    }

    [Fact]
    public void Options_UndecidedOrSinkMissing_FailInOneMessage()
    {
        var undecided = new ServiceCollection().AddMotivationalInterviewing(o => o.Safety.SinkTimeout = TimeSpan.Zero).BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => undecided.GetRequiredService<SafetyGate>());
        Assert.Equal("EscalationMode is undecided; register an IEscalationSink and choose Sink, or say ResourcesOnly. SinkTimeout must be above 0 and at most 30 seconds.", fault.Message);
        var lonely = new ServiceCollection().AddMotivationalInterviewing(o => o.Safety.EscalationMode = EscalationMode.Sink).BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(() => lonely.GetRequiredService<SafetyGate>());
        Assert.NotNull(new ServiceCollection().AddMotivationalInterviewing(o => o.Safety.EscalationMode = EscalationMode.ResourcesOnly).BuildServiceProvider().GetRequiredService<SafetyGate>());
    }

    [Fact]
    public void Resources_UnverifiedOrOld_Warn()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.All(CrisisResources.Default.Places, p => Assert.NotEmpty(CrisisResources.Default.Warnings(p, clock)));
        var one = new CrisisResource { Name = "Line", Contact = "1", Kind = "crisis", Certainty = "H", Source = "host", VerifiedOn = new DateOnly(2026, 1, 2) };
        var own = CrisisResources.Default.With("US", one);
        Assert.Empty(own.Warnings("en-US", clock));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty(own.Warnings("en-US", clock));
        Assert.Contains(CrisisResources.Default.For("xx-nowhere"), r => r.Contact == "findahelpline.com");
        Assert.Contains(CrisisResources.Default.For(null), r => r.Kind == "emergency");
        Assert.Contains(CrisisResources.Default.For("en-GB"), r => r.Contact == "116 123");
    }
}
