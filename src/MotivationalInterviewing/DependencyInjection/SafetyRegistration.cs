using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.DependencyInjection;

/// <summary>Registers screening, resources, audit and the gate.</summary>
internal static class SafetyRegistration
{
    public static IServiceCollection AddSafety(this IServiceCollection services, Action<SafetyOptions>? configure = null)
    {
        var options = services.AddOptions<SafetyOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SafetyOptions>, SafetyOptionsValidator>());
        services.TryAddSingleton(RiskScreen.Default);
        services.TryAddSingleton(CrisisResources.Default);
        services.TryAddSingleton<IRiskAuditLog, InMemoryRiskAuditLog>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(p => new SafetyGate(
            p.GetRequiredService<IOptions<SafetyOptions>>().Value, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<IRiskAuditLog>(),
            p.GetService<IEscalationSink>(), p.GetRequiredService<RiskScreen>(), p.GetRequiredService<CrisisResources>()));
        return services;
    }
}
