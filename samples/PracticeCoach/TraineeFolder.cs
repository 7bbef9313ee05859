using System.Text.Json;
using System.Text.Json.Serialization;
using MotivationalInterviewing.Practice;
using MotivationalInterviewing.Reporting;

namespace PracticeCoach;

/// <summary>A session as it is saved after every turn. It holds the words: the folder is the trainee's own.</summary>
internal sealed record SavedSession
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string Client { get; init; }

    public required ClientState State { get; init; }

    /// <summary>The trainee's own ratings by skill, given before the debrief.</summary>
    public Dictionary<PracticeSkill, int> Own { get; init; } = [];

    public bool Debriefed { get; init; }
}

/// <summary>The folder that the trainee names: a portfolio, sessions and debriefs. Files are replaced whole, so that Ctrl+C loses nothing.</summary>
internal sealed class TraineeFolder(string path)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private string PortfolioPath => Path.Combine(path, "portfolio.json");

    public bool HasPortfolio => File.Exists(PortfolioPath);

    /// <exception cref="FormatException">The file is damaged or newer; it is left as it is.</exception>
    public Portfolio ReadPortfolio()
    {
        if (!HasPortfolio) return new Portfolio { Name = Path.GetFileName(Path.GetFullPath(path)) };
        try
        {
            return Portfolio.FromJson(File.ReadAllText(PortfolioPath));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{PortfolioPath}: {e.Message} The file was left as it is.", e);
        }
    }

    public void Write(Portfolio portfolio) => Replace(PortfolioPath, portfolio.ToJson());

    public IEnumerable<string> Sessions() => Directory.Exists(path) ? Directory.EnumerateFiles(path, "session-*.json").Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f)["session-".Length..]) : [];

    public string NewSession()
    {
        var taken = Sessions().ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(n => n.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)).First(n => !taken.Contains(n));
    }

    /// <exception cref="FormatException">The file is damaged or newer; it is left as it is.</exception>
    public SavedSession ReadSession(string id)
    {
        var file = SessionPath(id);
        try
        {
            var text = File.ReadAllText(file);
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("version", out var version) || !version.TryGetInt32(out var number))
                throw new FormatException($"{file}: 'version' is missing; expected a whole number. The file was left as it is.");
            if (number > SavedSession.CurrentVersion) throw new FormatException($"{file}: written by a newer version ({number}); this one reads up to {SavedSession.CurrentVersion}. The file was left as it is.");
            return JsonSerializer.Deserialize<SavedSession>(text, s_json)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException($"{file}: damaged. The file was left as it is.", e);
        }
    }

    public void Write(string id, SavedSession session) => Replace(SessionPath(id), JsonSerializer.Serialize(session, s_json));

    public string WriteDebrief(string id, Debrief debrief, ClientProfile profile, SavedSession session)
    {
        var file = Path.Combine(path, $"debrief-{id}.html");
        using var page = new StringWriter();
        DebriefReport.Write(page, debrief, profile, System.Collections.Immutable.ImmutableDictionary.CreateRange(session.Own));
        Replace(file, page.ToString());
        return file;
    }

    /// <summary>Removes what this program wrote into the folder, and nothing else.</summary>
    public int Delete()
    {
        var files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "session-*.json").Concat(Directory.EnumerateFiles(path, "debrief-*.html")).Concat(Directory.EnumerateFiles(path, "portfolio.json")).ToArray() : [];
        foreach (var file in files) File.Delete(file);
        return files.Length;
    }

    private string SessionPath(string id) => Path.Combine(path, $"session-{id}.json");

    private void Replace(string file, string text)
    {
        Directory.CreateDirectory(path);
        var fresh = file + ".new";
        File.WriteAllText(fresh, text);
        File.Move(fresh, file, overwrite: true);
    }
}
