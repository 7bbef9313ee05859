using System.Text.Json;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Benchmarks;

/// <summary>Rows of the open corpus, the same for every contestant.</summary>
public static class OpenCorpus
{
    public static string Folder { get; } = Find();

    /// <summary>Labeled client turns: words and one of change, sustain, neutral.</summary>
    public static IReadOnlyList<(string Text, string Label)> ClientTurns { get; } = [.. Directory.EnumerateFiles(Folder, "sessions-*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(line => JsonDocument.Parse(line).RootElement)
        .Where(row => row.TryGetProperty("s", out var s) && s.GetString() == "client")
        .Select(row => (row.GetProperty("t").GetString()!, row.GetProperty("m").GetString()!))];

    /// <summary>Varied client turns of about fifteen words.</summary>
    public static string[] FifteenWords { get; } = [.. ClientTurns.Where(t => t.Text.Count(char.IsWhiteSpace) is >= 13 and <= 15).Take(512).Select(t => t.Text)];

    /// <summary>Whole sessions.</summary>
    public static IReadOnlyList<Transcript> Sessions { get; } = [.. Directory.EnumerateFiles(Folder, "sessions-*.jsonl").Order(StringComparer.Ordinal).SelectMany(file =>
    {
        using var stream = File.OpenRead(file);
        return TranscriptReader.Read(stream, TranscriptFormat.JsonLines, file).Sessions.Select(s => s.Transcript).ToList();
    })];

    private static string Find()
    {
        // BenchmarkDotNet runs from folders of its own below the project.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "src", "MotivationalInterviewing.Training", "Corpus");
            if (Directory.Exists(corpus)) return corpus;
        }

        throw new DirectoryNotFoundException("Run the benchmarks inside the source tree: they read the open corpus.");
    }
}
