using System.Collections.Immutable;
using System.Text.Json;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// What a trained model is, what it learned from and how well it did. Travels with the model. Immutable and safe to share
/// between threads.
/// </summary>
public sealed class ModelCard
{
    private readonly JsonElement _root;

    private ModelCard(JsonElement root, string json)
    {
        _root = root;
        Json = json;
    }

    /// <summary>The whole card as JSON: all figures, per label and mode.</summary>
    public string Json { get; }

    /// <summary>The model's name.</summary>
    public string Name => Text("name");

    /// <summary>SHA-256 of the model file, in lower-case hexadecimal.</summary>
    public string Sha256 => Text("sha256");

    /// <summary>What the model tells apart.</summary>
    public string Task => Text("task");

    /// <summary>What the model is meant for, and what not.</summary>
    public string IntendedUse => Text("intendedUse");

    /// <summary>Terms of the weights, apart from the code's.</summary>
    public string License => Text("license");

    /// <summary>What the model learned from, with terms and provenance.</summary>
    public ImmutableArray<string> Sources => Texts("sources");

    /// <summary>Where the model is known to err.</summary>
    public ImmutableArray<string> KnownFailures => Texts("knownFailures");

    /// <summary>Cross-validated macro-F1 of client direction on AnnoMI's original labels, whole video groups held out; 0 to 1.</summary>
    /// <param name="mode">How turns were read.</param>
    public double DirectionMacroF1(CodingMode mode) => Figure(mode, "directionMacroF1");

    /// <summary>Cross-validated macro-F1 of the counselor's main act on AnnoMI's original labels, whole video groups held out; 0 to 1.</summary>
    /// <param name="mode">How turns were read.</param>
    public double MainMacroF1(CodingMode mode) => Figure(mode, "mainMacroF1");

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal static ModelCard ReadEmbedded(string resource)
    {
        using var stream = typeof(ModelCard).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The package holds no {resource}.");
        using var reader = new StreamReader(stream);
        var json = reader.ReadToEnd();
        using var document = JsonDocument.Parse(json);
        return new ModelCard(document.RootElement.Clone(), json);
    }

    private string Text(string name) => _root.GetProperty(name).GetString() ?? "";

    private ImmutableArray<string> Texts(string name) => [.. _root.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? "")];

    private double Figure(CodingMode mode, string name) => _root.GetProperty("crossValidatedAnnoMi")
        .GetProperty(mode switch { CodingMode.Single => "single", CodingMode.Live => "live", _ => "session" }).GetProperty(name).GetDouble();
}
