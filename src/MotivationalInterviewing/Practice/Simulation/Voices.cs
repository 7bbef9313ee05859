using System.Text.Json;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>What people of a style say when nothing of their own is called for.</summary>
internal sealed class Voices
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string[]>>> s_all = new(() =>
    {
        using var stream = typeof(Voices).Assembly.GetManifestResourceStream("MotivationalInterviewing.Practice.voices.json")!;
        return JsonSerializer.Deserialize(stream, PracticeJson.Default.DictionaryStringDictionaryStringStringArray)!;
    });

    private readonly Dictionary<string, string[]> _own;

    private Voices(Dictionary<string, string[]> own) => _own = own;

    internal static Voices Of(ClientStyle style) => new(s_all.Value[style == ClientStyle.SecondLanguage ? "second-language" : style.ToString().ToLowerInvariant()]);

    internal string[] this[string pool] => _own.TryGetValue(pool, out var own) ? own : s_all.Value["plain"][pool];
}

/// <summary>Chance that depends on the session's seed, the turn and the order of asking only.</summary>
internal struct Dice(int seed, int turn)
{
    private ulong _state = ((ulong)(uint)seed << 32) ^ ((ulong)(uint)turn * 0x9E3779B97F4A7C15UL) ^ 0xD1B54A32D192ED03UL;

    internal double Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    internal bool Chance(double p) => Next() < p;

    internal T Pick<T>(ReadOnlySpan<T> items) => items[(int)(Next() * items.Length)];
}
