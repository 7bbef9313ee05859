using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.DependencyInjection;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.Tests;

public class DependencyInjectionTests
{
    [Fact]
    public void AddMotivationalInterviewing_WithoutSetUp_GivesSharedCoders()
    {
        using var services = new ServiceCollection().AddMotivationalInterviewing(ResourcesOnly).AddMotivationalInterviewing().BuildServiceProvider(validateScopes: true);
        Assert.Same(services.GetRequiredService<SessionCoder>(), services.GetRequiredService<SessionCoder>());
        Assert.Equal(CodingOptions.Default, services.GetRequiredService<UtteranceCoder>().Options);
    }

    [Fact]
    public void AddMotivationalInterviewing_WithAModelOfYourOwn_LoadsIt()
    {
        var path = Repository.Path("src", "MotivationalInterviewing", "Models", "coding.model");
        using var services = new ServiceCollection().AddMotivationalInterviewing(ResourcesOnly).Configure<MotivationalInterviewingOptions>(o => o.ModelPath = path).BuildServiceProvider();
        Assert.Null(services.GetRequiredService<UtteranceCoder>().Card);
        Assert.NotNull(UtteranceCoder.Default.Card);
    }

    [Fact]
    public async Task Host_WithWrongOptions_FailsAtStartWithAllFaultsInOneMessage()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddMotivationalInterviewing(o =>
        {
            o.ModelPath = "none.model";
            o.MinimumCodeProbability = 1.5;
            o.EchoAgreement = (EchoAgreementPolicy)9;
            o.Dialogue = new DialogueOptions { Target = TargetBehavior.Alcohol, RetainedTurns = 99 };
        });
        using var host = builder.Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ModelPath 'none.model' does not exist; give a model file, or null for the embedded model. EchoAgreement is 9; allowed are Neutral, InheritAtReducedWeight. MinimumCodeProbability is 1.5; allowed are 0 to 1. EscalationMode is undecided; register an IEscalationSink and choose Sink, or say ResourcesOnly. RetainedTurns is 99; allowed are 4 to 24.", e.Message);
    }

    [Fact]
    public async Task Engine_FromTheContainer_UsesTheHostsWriterUnlessAKeyHasItsOwn()
    {
        using var services = new ServiceCollection()
            .AddMotivationalInterviewing(o =>
            {
                ResourcesOnly(o);
                o.Dialogue = new DialogueOptions { Target = TargetBehavior.Alcohol };
            })
            .AddMotivationalInterviewing("gambling", o =>
            {
                ResourcesOnly(o);
                o.Dialogue = new DialogueOptions { Target = TargetBehavior.Gambling };
            })
            .AddSingleton<IReplyWriter>(new Says("It matters to you."))
            .AddKeyedSingleton<IReplyWriter>("gambling", new Says("You like the thrill of it."))
            .BuildServiceProvider(validateScopes: true);
        var engine = services.GetRequiredService<DialogueEngine>();
        var keyed = services.GetRequiredKeyedService<DialogueEngine>("gambling");
        Assert.NotSame(engine, keyed);
        Assert.Equal("alcohol", engine.Start("a").Options.Target.Id);
        Assert.Equal("gambling", keyed.Start("a").Options.Target.Id);
        Assert.Equal("It matters to you.", (await engine.RespondAsync(engine.Start("a"), "I like it.", TestContext.Current.CancellationToken)).Reply);
        Assert.Equal("You like the thrill of it.", (await keyed.RespondAsync(keyed.Start("a"), "I like it.", TestContext.Current.CancellationToken)).Reply);
    }

    private static void ResourcesOnly(MotivationalInterviewingOptions options) => options.Safety.EscalationMode = EscalationMode.ResourcesOnly;

    private sealed class Says(string reply) : IReplyWriter
    {
        public ValueTask<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken) => new(reply);
    }
}
