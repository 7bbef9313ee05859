using System.Globalization;
using Microsoft.Extensions.Options;
using MotivationalInterviewing.Coding;

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

    internal CodingOptions ToCodingOptions() => new()
    {
        EchoAgreement = EchoAgreement,
        Hypotheticals = Hypotheticals,
        MinimumCodeProbability = MinimumCodeProbability,
    };
}

internal sealed class MotivationalInterviewingOptionsValidator : IValidateOptions<MotivationalInterviewingOptions>
{
    public ValidateOptionsResult Validate(string? name, MotivationalInterviewingOptions options)
    {
        var faults = new List<string>();
        if (options.ModelPath is { } path && !File.Exists(path)) faults.Add($"ModelPath '{path}' does not exist; give a model file, or null for the embedded model.");
        if (!Enum.IsDefined(options.EchoAgreement)) faults.Add(Undefined(nameof(options.EchoAgreement), options.EchoAgreement));
        if (!Enum.IsDefined(options.Hypotheticals)) faults.Add(Undefined(nameof(options.Hypotheticals), options.Hypotheticals));
        if (!(options.MinimumCodeProbability is >= 0 and <= 1))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"MinimumCodeProbability is {options.MinimumCodeProbability}; allowed are 0 to 1."));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(string.Join(' ', faults));
    }

    private static string Undefined<T>(string name, T value)
        where T : struct, Enum =>
        $"{name} is {value}; allowed are {string.Join(", ", Enum.GetNames<T>())}.";
}
