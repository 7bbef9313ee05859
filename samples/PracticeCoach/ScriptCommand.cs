using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotivationalInterviewing.Practice;

namespace PracticeCoach;

/// <summary>Plays counselor turns from a file and writes what the client answers, what is meant by it, and the state.</summary>
internal static class ScriptCommand
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>0: every turn was played; 2: something was skipped, and standard error says what.</returns>
    public static int Run(string input, string output, ClientProfile profile, int seed)
    {
        var client = new SimulatedClient(profile);
        var state = client.Begin(seed);
        var skipped = false;
        using var reader = input == "-" ? Console.In : new StreamReader(input, Encoding.UTF8);
        using var writer = output == "-" ? Console.Out : new StreamWriter(output);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (state.Left)
            {
                Console.Error.WriteLine($"{input}({number}): skipped: the client left after turn {state.Turn - 1}");
                skipped = true;
                break;
            }

            if (Read(line, out var turn, out var text) is { } fault)
            {
                Console.Error.WriteLine($"{input}({number}): skipped: {fault}");
                skipped = true;
                continue;
            }

            var reply = client.Answer(state, text);
            state = reply.State;
            writer.WriteLine(Row(turn ?? state.Turn - 1, reply, profile));
        }

        writer.Flush();
        return skipped ? 2 : 0;
    }

    private static string? Read(string line, out int? turn, out string text)
    {
        (turn, text) = (null, "");
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            if (row.ValueKind != JsonValueKind.Object) return "expected {\"turn\":0,\"text\":\"...\"}";
            if (row.TryGetProperty("turn", out var number))
            {
                if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var value)) return $"'turn' is {number.GetRawText()}; expected a whole number";
                turn = value;
            }

            if (!row.TryGetProperty("text", out var words) || words.ValueKind != JsonValueKind.String) return "'text' is missing; expected a string";
            text = words.GetString()!;
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "not valid JSON";
        }
    }

    private static string Row(int turn, ClientReply reply, ClientProfile profile)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_json))
        {
            json.WriteStartObject();
            json.WriteNumber("turn", turn);
            json.WriteString("client", profile.Id);
            json.WriteString("text", reply.Text);
            json.WriteString("talk", reply.Intended.Talk.ToString()!.ToLowerInvariant());
            json.WriteStartArray("codes");
            foreach (var code in reply.Intended.Codes)
            {
                json.WriteStartObject();
                json.WriteString("code", code.Code.Abbreviation);
                json.WriteNumber("start", code.Start);
                json.WriteNumber("length", code.Length);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("strength", reply.Intended.Strength ?? 0);
            json.WriteBoolean("discord", reply.Intended.Discord);
            json.WriteStartArray("heard");
            foreach (var act in reply.Heard) json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString()));
            json.WriteEndArray();
            if (reply.Revealed is { } fact) json.WriteString("revealed", fact);
            json.WriteStartObject("state");
            json.WriteNumber("trust", Math.Round(reply.State.Trust, 3));
            json.WriteNumber("discord", Math.Round(reply.State.Discord, 3));
            json.WriteNumber("balance", Math.Round(reply.State.Balance, 3));
            json.WriteNumber("readiness", Math.Round(reply.State.Readiness, 2));
            json.WriteString("stage", reply.State.Stage.ToString().ToLowerInvariant());
            json.WriteBoolean("left", reply.State.Left);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
