using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.DependencyInjection;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers motivational interviewing.</summary>
public static class MotivationalInterviewingServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="UtteranceCoder"/>, <see cref="SessionCoder"/>, <see cref="SafetyGate"/> and <see cref="DialogueEngine"/>
    /// as singletons; what is already registered stays. An <see cref="IReplyWriter"/>, an <see cref="IEscalationSink"/>, an
    /// <see cref="IRiskAuditLog"/>, <see cref="HelpSources"/>, <see cref="DisclosureProfiles"/> and
    /// <see cref="CrisisReferralCounts"/> that the host registers are used. Options are validated when the host starts, or at first use
    /// without a host; the escalation mode must be decided.
    /// </summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="configure">Sets options; null leaves the defaults.</param>
    /// <returns>The same collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddMotivationalInterviewing(this IServiceCollection services, Action<MotivationalInterviewingOptions>? configure = null)
    {
        AddShared(services, Options.Options.DefaultName, configure);
        services.TryAddSingleton(p => CreateCoder(p, null));
        services.TryAddSingleton(p => new SessionCoder(p.GetRequiredService<UtteranceCoder>()));
        services.TryAddSingleton(p => CreateGate(p, null));
        services.TryAddSingleton(p => CreateEngine(p, null));
        return services;
    }

    /// <summary>
    /// As <see cref="AddMotivationalInterviewing(IServiceCollection, Action{MotivationalInterviewingOptions}?)"/>, under a key: each
    /// key has options and services of its own. A writer, sink or log registered under the key comes before one without a key.
    /// </summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="key">The key; not blank.</param>
    /// <param name="configure">Sets options; null leaves the defaults.</param>
    /// <returns>The same collection.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or blank.</exception>
    public static IServiceCollection AddMotivationalInterviewing(this IServiceCollection services, string key, Action<MotivationalInterviewingOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        AddShared(services, key, configure);
        services.TryAddKeyedSingleton(key, (p, k) => CreateCoder(p, (string)k!));
        services.TryAddKeyedSingleton(key, (p, k) => new SessionCoder(p.GetRequiredKeyedService<UtteranceCoder>(k)));
        services.TryAddKeyedSingleton(key, (p, k) => CreateGate(p, (string)k!));
        services.TryAddKeyedSingleton(key, (p, k) => CreateEngine(p, (string)k!));
        return services;
    }

    /// <summary>The host's own service: under the key, else without one; null when there is none.</summary>
    internal static T? Own<T>(IServiceProvider services, string? key)
        where T : class =>
        (string.IsNullOrEmpty(key) ? null : (services as IKeyedServiceProvider)?.GetKeyedService<T>(key)) ?? services.GetService<T>();

    private static void AddShared(IServiceCollection services, string name, Action<MotivationalInterviewingOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<MotivationalInterviewingOptions>(name).ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MotivationalInterviewingOptions>, MotivationalInterviewingOptionsValidator>());
        services.TryAddSingleton(RiskScreen.Default);
        services.TryAddSingleton(CrisisResources.Default);
        services.TryAddSingleton<IRiskAuditLog, InMemoryRiskAuditLog>();
        services.TryAddSingleton(TimeProvider.System);
    }

    private static MotivationalInterviewingOptions OptionsOf(IServiceProvider services, string? key) =>
        services.GetRequiredService<IOptionsMonitor<MotivationalInterviewingOptions>>().Get(key ?? Options.Options.DefaultName);

    private static UtteranceCoder CreateCoder(IServiceProvider services, string? key)
    {
        var options = OptionsOf(services, key);
        if (options.ModelPath is null) return UtteranceCoder.Default.With(options.ToCodingOptions());
        using var stream = File.OpenRead(options.ModelPath);
        return UtteranceCoder.Load(stream, options.ToCodingOptions());
    }

    private static SafetyGate CreateGate(IServiceProvider services, string? key) => new(
        OptionsOf(services, key).Safety, services.GetRequiredService<TimeProvider>(), Own<IRiskAuditLog>(services, key)!,
        Own<IEscalationSink>(services, key), services.GetRequiredService<RiskScreen>(), services.GetRequiredService<CrisisResources>());

    private static DialogueEngine CreateEngine(IServiceProvider services, string? key) => new(
        key is null ? services.GetRequiredService<SafetyGate>() : services.GetRequiredKeyedService<SafetyGate>(key),
        Own<IReplyWriter>(services, key),
        key is null ? services.GetRequiredService<UtteranceCoder>() : services.GetRequiredKeyedService<UtteranceCoder>(key),
        services.GetRequiredService<TimeProvider>(),
        OptionsOf(services, key).Dialogue,
        Own<HelpSources>(services, key),
        Own<DisclosureProfiles>(services, key),
        Own<CrisisReferralCounts>(services, key));
}
