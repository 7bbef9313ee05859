using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotivationalInterviewing;
using MotivationalInterviewing.Transcripts;

namespace ConsoleChat;

/// <summary>One row of input: a turn to judge and what was said before it.</summary>
internal sealed record TurnRow(string Id, string Text, IReadOnlyList<Utterance> History, TargetBehavior? Target);

/// <summary>Reads rows with a history, judges each and writes one JSON object per row; bad rows are named and left out.</summary>
internal static class TurnRows
{
    /// <returns>0: all judged; 2: some rows skipped; 1: nothing could be done.</returns>
    public static int Run(string input, string output, string textName, Action<TurnRow, Utf8JsonWriter> judge)
    {
        var (done, skipped) = (0, 0);
        try
        {
            using var reader = new StreamReader(input == "-" ? Console.OpenStandardInput() : File.OpenRead(input), Encoding.UTF8);
            using var sink = new BufferedStream(output == "-" ? Console.OpenStandardOutput() : File.Create(output));
            for (var line = 1; reader.ReadLine() is { } text; line++)
            {
                if (string.IsNullOrWhiteSpace(text)) continue;
                try
                {
                    var row = Parse(text, textName, line);
                    using (var json = new Utf8JsonWriter(sink, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                    {
                        json.WriteStartObject();
                        json.WriteString("id", row.Id);
                        judge(row, json);
                        json.WriteEndObject();
                    }

                    sink.WriteByte((byte)'\n');
                    done++;
                }
                catch (FormatException e)
                {
                    Console.Error.WriteLine($"{input}({line.ToString(CultureInfo.InvariantCulture)}): skipped: {e.Message}");
                    skipped++;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        if (done == 0) Console.Error.WriteLine($"{input}: no row could be read; expected one JSON object per line");
        return done == 0 ? 1 : skipped > 0 ? 2 : 0;
    }

    private static TurnRow Parse(string line, string textName, int number)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw new FormatException("not valid JSON; expected one JSON object on the line");
        }

        using (document)
        {
            var row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object) throw new FormatException($"expected a JSON object, found {row.ValueKind}");
            var behavior = Text(row, "behavior");
            return new TurnRow(
                row.TryGetProperty("id", out var id) ? id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText() : number.ToString(CultureInfo.InvariantCulture),
                Text(row, textName) ?? throw new FormatException($"'{textName}' is missing; expected a string"),
                History(row),
                string.IsNullOrWhiteSpace(behavior) ? null : TargetBehavior.FindOrCustom(behavior));
        }
    }

    private static List<Utterance> History(JsonElement row)
    {
        var history = new List<Utterance>();
        if (!row.TryGetProperty("history", out var turns) || turns.ValueKind == JsonValueKind.Null) return history;
        if (turns.ValueKind != JsonValueKind.Array) throw new FormatException($"'history' is {turns.ValueKind}; expected an array of turns");
        foreach (var turn in turns.EnumerateArray())
        {
            if (turn.ValueKind != JsonValueKind.Object) throw new FormatException("a turn of 'history' is not an object; expected {\"speaker\":...,\"text\":...}");
            var name = Text(turn, "speaker");
            var speaker = SpeakerNames.Find(name);
            if (speaker == Speaker.Unknown) throw new FormatException($"unknown speaker '{name}' in 'history'; expected {SpeakerNames.Allowed}");
            history.Add(new Utterance { Turn = history.Count, Speaker = speaker, Text = Text(turn, "text") ?? "" });
        }

        return history;
    }

    private static string? Text(JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new FormatException($"'{name}' is {value.ValueKind}; expected a string");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"'{name}' holds half a surrogate pair; expected well-formed Unicode");
        }
    }
}
