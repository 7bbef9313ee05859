using System.Collections.Immutable;
using MotivationalInterviewing.Practice.Simulation;

namespace MotivationalInterviewing.Practice;

/// <summary>The clients that ship with the library, and reading of your own. Thread-safe.</summary>
public static class ClientProfiles
{
    /// <summary>Kinds of usual questions that a profile may hold answers to.</summary>
    public static ImmutableArray<string> AnswerKinds { get; } =
        ["day", "amount", "why-here", "past", "strengths", "forward", "back", "worse", "change", "likes", "barriers", "next", "others"];

    /// <summary>The shipped clients, in the order of their ids.</summary>
    public static ImmutableArray<ClientProfile> All => s_all.Value;

    /// <summary>Finds a shipped client.</summary>
    /// <param name="id">The id, without regard to case; null or unknown gives null.</param>
    public static ClientProfile? Find(string? id) => All.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads one client from JSON.</summary>
    /// <param name="json">The profile; comments and trailing commas are allowed.</param>
    /// <param name="name">What to call the source in messages, such as a file name.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="FormatException">Something is missing or out of range. The message names every fault with its place, its value and what is allowed.</exception>
    public static ClientProfile Parse(string json, string name = "profile")
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(name);
        return ProfileReader.Read(json, name);
    }

    private static readonly Lazy<ImmutableArray<ClientProfile>> s_all = new(() =>
    {
        var assembly = typeof(ClientProfiles).Assembly;
        var list = new List<ClientProfile>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith("MotivationalInterviewing.Clients.", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            list.Add(ProfileReader.Read(reader.ReadToEnd(), resource));
        }

        return [.. list.OrderBy(p => p.Id, StringComparer.Ordinal)];
    });
}
