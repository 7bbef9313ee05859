using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Training;

/// <summary>Everything that training can be told; training.jsonc lists each with its default.</summary>
internal sealed class TrainingOptions
{
    public string? AnnoMi { get; set; }

    public string? MiBot { get; set; }

    public bool UseMiBot { get; set; }

    public List<string> Authored { get; set; } = [];

    public ulong Seed { get; set; } = 20261122;

    public int Threads { get; set; } = 2;

    public int Folds { get; set; } = 5;

    public string? FoldModels { get; set; }

    public string? Errors { get; set; }

    public int? AuthoredSessions { get; set; }

    public List<int> ErrorReadingGroups { get; set; } = [];

    // Linear stage
    public int LinearEpochs { get; set; } = 5;

    public float LinearRate { get; set; } = 0.3f;

    public float LinearL2 { get; set; } = 0.06f;

    public float LinearLabelL2 { get; set; } = 0.015f;

    /// <summary>As balance, for single labels: kinds and codes.</summary>
    public float LabelBalance { get; set; } = 0.3f;

    public float OriginalOpenWeight { get; set; } = 0.6f;

    public float NetworkLabelWeight { get; set; } = 0.5f;

    /// <summary>0 no class balance, 1 full balance.</summary>
    public float Balance { get; set; } = 0.5f;

    public float OriginalWeight { get; set; } = 0.35f;

    public float AuthoredWeight { get; set; } = 0.8f;

    public float PairWeight { get; set; } = 0.4f;

    public float MiBotWeight { get; set; } = 0.7f;

    public float AuthoredMainWeight { get; set; } = 0.2f;

    // Session network
    public int Hidden { get; set; } = 48;

    public int NetworkEpochs { get; set; } = 20;

    public float NetworkRate { get; set; } = 0.005f;

    public float NetworkDecay { get; set; } = 0.0001f;

    public float Dropout { get; set; } = 0.25f;

    public int NetworkBatch { get; set; } = 4;

    public float NetworkOriginalWeight { get; set; } = 0.35f;

    public float NetworkBalance { get; set; } = 0.5f;

    public bool PairsInNetwork { get; set; }

    public int NetworkSeeds { get; set; } = 3;

    public bool UseAnnoMiInTraining { get; set; } = true;

    /// <summary>The same with another width of the session network.</summary>
    public TrainingOptions With(int hidden)
    {
        var copy = (TrainingOptions)MemberwiseClone();
        copy.Hidden = hidden;
        return copy;
    }

    public static TrainingOptions Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllText(file), TrainingJson.Default.TrainingOptions)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(TrainingOptions))]
internal sealed partial class TrainingJson : JsonSerializerContext;
