using System.Globalization;
using System.Text.Json;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>
/// Reads a directory from HSDS 3 JSON: a list of services with what belongs to them nested inside, as an array, as a page
/// with "contents", or as an object with "services". A service that cannot be used is named and left out; the others stay.
/// The tabular form is read by MotivationalInterviewing.Training, which brings a CSV reader. Stateless.
/// </summary>
public static class HsdsReader
{
    private static readonly JsonReaderOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a directory.</summary>
    /// <param name="stream">UTF-8 JSON. Not disposed.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ReferralImport Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        ReadOnlySpan<byte> bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var assembler = new HsdsAssembler(duplicatesAreFaults: false);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var place = 0;
        var (line, counted) = (1, 0);
        try
        {
            var json = new Utf8JsonReader(bytes, s_options);
            if (!FindList(ref json))
            {
                assembler.Fault(source, 1, "services", "", "an array of services, or an object with \"contents\" or \"services\"");
                return assembler.Build();
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)json.TokenStartIndex;
                line += bytes[counted..start].Count((byte)'\n');
                counted = start;
                using var element = JsonDocument.ParseValue(ref json);
                Service(element.RootElement, source, line, place++, assembler, seen);
            }
        }
        catch (JsonException e)
        {
            // The end of the broken service cannot be found: what was read before stays.
            assembler.Fault(source, (int)(e.LineNumber ?? 0) + 1, "services", "", "valid JSON; nothing after this line was read");
        }

        return assembler.Build();
    }

    private static bool FindList(ref Utf8JsonReader json)
    {
        if (!json.Read()) return false;
        if (json.TokenType == JsonTokenType.StartArray) return true;
        if (json.TokenType != JsonTokenType.StartObject) return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var list = json.ValueTextEquals("contents"u8) || json.ValueTextEquals("services"u8);
            json.Read();
            if (list && json.TokenType == JsonTokenType.StartArray) return true;
            json.Skip();
        }

        return false;
    }

    private static void Service(JsonElement service, string source, int line, int place, HsdsAssembler assembler, HashSet<string> seen)
    {
        if (service.ValueKind != JsonValueKind.Object)
        {
            assembler.Fault(source, line, "services", service.ValueKind.ToString(), "an object");
            return;
        }

        if (Text(service, "id") is { } own && !seen.Add(own))
        {
            assembler.Fault(source, line, "services.id", own, "each id once");
            return;
        }

        var id = Text(service, "id") ?? "";
        var organization = service.TryGetProperty("organization", out var o) && o.ValueKind == JsonValueKind.Object ? Text(o, "id") : null;
        Row("services", service, ("organization_id", organization));
        if (organization is not null) Row("organizations", o);
        Parts(service, "service_id", id, "");
        foreach (var at in Items(service, "service_at_locations"))
        {
            var location = at.TryGetProperty("location", out var l) && l.ValueKind == JsonValueKind.Object ? l : default;
            var (atId, locationId) = (Text(at, "id") ?? "", location.ValueKind == JsonValueKind.Object ? Text(location, "id") : Text(at, "location_id"));
            Row("service_at_locations", at, ("service_id", id), ("location_id", locationId));
            Parts(at, "service_at_location_id", atId, atId);
            if (location.ValueKind != JsonValueKind.Object || locationId is null || !seen.Add("location " + locationId)) continue;
            Row("locations", location);
            Parts(location, "location_id", locationId, locationId);
        }

        void Parts(JsonElement owner, string field, string ownerId, string key)
        {
            foreach (var table in (ReadOnlySpan<string>)["phones", "schedules", "languages", "accessibility", "addresses", "cost_options"])
                foreach (var item in Items(owner, table)) Row(table, item, (field, ownerId));
            if (field != "service_id") return;
            var number = 0;
            foreach (var attribute in Items(owner, "attributes"))
            {
                var term = attribute.TryGetProperty("taxonomy_term", out var t) && t.ValueKind == JsonValueKind.Object ? t : default;
                var termId = term.ValueKind == JsonValueKind.Object ? Text(term, "id") ?? string.Create(CultureInfo.InvariantCulture, $"{place}/{number}{key}") : Text(attribute, "taxonomy_term_id");
                number++;
                if (term.ValueKind == JsonValueKind.Object) Row("taxonomy_terms", term, ("id", termId));
                Row("attributes", attribute, ("link_id", ownerId), ("taxonomy_term_id", termId));
            }
        }

        void Row(string table, JsonElement element, params (string Field, string? Value)[] given)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                assembler.Fault(source, line, table, element.ValueKind.ToString(), "an object");
                return;
            }

            // The document is gone when the rows are put together.
            var values = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var property in element.EnumerateObject()) values[property.Name] = Value(property.Value);
            foreach (var (field, value) in given)
                if (!string.IsNullOrEmpty(value)) values[field] = value;
            assembler.Add(new HsdsRow(table, source, line, field => values.GetValueOrDefault(field)));
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Value(value) : null;

    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
