using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers motivational interviewing.</summary>
public static class MotivationalInterviewingServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="UtteranceCoder"/> and <see cref="SessionCoder"/> as singletons; what is already registered stays.
    /// Options are validated when the host starts, or at first use without a host.
    /// </summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="configure">Sets options; null leaves the defaults.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddMotivationalInterviewing(this IServiceCollection services, Action<MotivationalInterviewingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<MotivationalInterviewingOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MotivationalInterviewingOptions>, MotivationalInterviewingOptionsValidator>());
        services.TryAddSingleton(provider => CreateCoder(provider.GetRequiredService<IOptions<MotivationalInterviewingOptions>>().Value));
        services.TryAddSingleton(provider => new SessionCoder(provider.GetRequiredService<UtteranceCoder>()));
        return services;
    }

    private static UtteranceCoder CreateCoder(MotivationalInterviewingOptions options)
    {
        if (options.ModelPath is null) return UtteranceCoder.Default.With(options.ToCodingOptions());
        using var stream = File.OpenRead(options.ModelPath);
        return UtteranceCoder.Load(stream, options.ToCodingOptions());
    }
}
