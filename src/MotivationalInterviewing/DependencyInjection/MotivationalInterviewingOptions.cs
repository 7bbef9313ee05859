using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Safety;

namespace MotivationalInterviewing.DependencyInjection;

/// <summary>Options of <c>AddMotivationalInterviewing</c>. Validated when the host starts; all faults come in one message.</summary>
public sealed class MotivationalInterviewingOptions
{
    /// <summary>File of a model of your own, as the trainer writes it. Null, the default, uses the embedded one.</summary>
    public string? ModelPath { get; set; }

    /// <summary>What a bare agreement after a reflection is worth.</summary>
    public EchoAgreementPolicy EchoAgreement { get; set; }

    /// <summary>Where hypotheticals are filed.</summary>
    public HypotheticalPolicy Hypotheticals { get; set; }

    /// <summary>Codes less probable than this are not reported. From 0 to 1; 0.25 by default.</summary>
    public double MinimumCodeProbability { get; set; } = CodingOptions.Default.MinimumCodeProbability;

    /// <summary>Who hears of risk, and where clients are. The escalation mode must be decided: without a sink, say resources only.</summary>
    public SafetyOptions Safety { get; } = new();

    /// <summary>How conversations are held that <see cref="DialogueEngine.Start"/> begins without options of their own; null when each brings its own.</summary>
    public DialogueOptions? Dialogue { get; set; }

    internal CodingOptions ToCodingOptions() => new()
    {
        EchoAgreement = EchoAgreement,
        Hypotheticals = Hypotheticals,
        MinimumCodeProbability = MinimumCodeProbability,
    };
}

internal sealed class MotivationalInterviewingOptionsValidator(IServiceProvider services) : IValidateOptions<MotivationalInterviewingOptions>
{
    public ValidateOptionsResult Validate(string? name, MotivationalInterviewingOptions options)
    {
        var faults = new List<string>();
        if (options.ModelPath is { } path && !File.Exists(path)) faults.Add($"ModelPath '{path}' does not exist; give a model file, or null for the embedded model.");
        if (!Enum.IsDefined(options.EchoAgreement)) faults.Add(Undefined(nameof(options.EchoAgreement), options.EchoAgreement));
        if (!Enum.IsDefined(options.Hypotheticals)) faults.Add(Undefined(nameof(options.Hypotheticals), options.Hypotheticals));
        if (!(options.MinimumCodeProbability is >= 0 and <= 1))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"MinimumCodeProbability is {options.MinimumCodeProbability}; allowed are 0 to 1."));
        faults.AddRange(options.Safety.Faults(MotivationalInterviewingServiceCollectionExtensions.Own<IEscalationSink>(services, name) is not null));
        if (options.Dialogue is not null) faults.AddRange(options.Dialogue.Faults());
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(string.Join(' ', faults));
    }

    private static string Undefined<T>(string name, T value)
        where T : struct, Enum =>
        $"{name} is {value}; allowed are {string.Join(", ", Enum.GetNames<T>())}.";
}
