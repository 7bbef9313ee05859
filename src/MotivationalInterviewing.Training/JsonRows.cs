using System.Text.Json;

namespace MotivationalInterviewing.Training;

/// <summary>Rows of a JSON Lines file; a row of another form is named with its file and line.</summary>
internal static class JsonRows
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is not of the form; the message names file, line and what a row holds.</exception>
    public static IEnumerable<T> Read<T>(string path, string form, Func<JsonElement, T> read)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Row(line);
        }

        T Row(string line)
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                return read(document.RootElement);
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}({number}): the row is of another form; a row holds {form}", e);
            }
        }
    }
}
