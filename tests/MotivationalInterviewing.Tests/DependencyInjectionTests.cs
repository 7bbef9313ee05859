using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests;

public class DependencyInjectionTests
{
    [Fact]
    public void AddMotivationalInterviewing_WithoutSetUp_GivesSharedCoders()
    {
        using var services = new ServiceCollection().AddMotivationalInterviewing().AddMotivationalInterviewing().BuildServiceProvider(validateScopes: true);
        Assert.Same(services.GetRequiredService<SessionCoder>(), services.GetRequiredService<SessionCoder>());
        Assert.Equal(CodingOptions.Default, services.GetRequiredService<UtteranceCoder>().Options);
    }

    [Fact]
    public void AddMotivationalInterviewing_WithAModelOfYourOwn_LoadsIt()
    {
        var path = Repository.Path("src", "MotivationalInterviewing", "Models", "coding.model");
        using var services = new ServiceCollection().AddMotivationalInterviewing(o => o.ModelPath = path).BuildServiceProvider();
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
        });
        using var host = builder.Build();
        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Equal("ModelPath 'none.model' does not exist; give a model file, or null for the embedded model. EchoAgreement is 9; allowed are Neutral, InheritAtReducedWeight. MinimumCodeProbability is 1.5; allowed are 0 to 1.", e.Message);
    }
}
