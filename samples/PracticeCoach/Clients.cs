using MotivationalInterviewing.Practice;

namespace PracticeCoach;

/// <summary>Shipped clients by id, own ones by file.</summary>
internal static class Clients
{
    /// <exception cref="FormatException">There is no such client, or the file holds none; the message says what is allowed.</exception>
    public static ClientProfile Find(string id)
    {
        if (ClientProfiles.Find(id) is { } shipped) return shipped;
        if (File.Exists(id)) return ClientProfiles.Parse(File.ReadAllText(id), Path.GetFileName(id));
        throw new FormatException($"'{id}' is no shipped client and no file. Allowed: {string.Join(", ", ClientProfiles.All.Select(p => p.Id))}, or a JSON file.");
    }
}
