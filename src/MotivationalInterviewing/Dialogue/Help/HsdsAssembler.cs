using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Dialogue.Help;

/// <summary>One row of a table of HSDS, whichever file form it came from.</summary>
internal sealed record HsdsRow(string Table, string File, int Line, Func<string, string?> Get)
{
    internal string? this[string field] => Get(field) is { } value && !string.IsNullOrWhiteSpace(value) ? Clean(value.Trim()) : null;

    /// <summary>Without characters that steer a terminal.</summary>
    private static string Clean(string value) => value.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 ? value : string.Concat(value.Select(c => c < ' ' ? ' ' : c));

    public override string ToString() => "HsdsRow";
}

/// <summary>
/// Puts services together from the rows of HSDS 3 tables. A row that cannot be used is named and left out; a bad optional
/// field of a service or location is left out alone; nothing else is lost.
/// </summary>
internal sealed class HsdsAssembler(bool duplicatesAreFaults)
{
    private const string Times = "HH:MM or HH:MM:SS, with Z or an offset if any";

    private static readonly string[] s_statuses = ["active", "inactive", "defunct", "temporarily closed"];
    private static readonly string[] s_days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] s_links = ["service_id", "location_id", "service_at_location_id", "organization_id", "phone_id", "contact_id"];

    private readonly List<HsdsRow> _rows = [];
    private readonly List<ReferralIssue> _issues = [];

    /// <summary>The tables that are read; others of the standard are passed over.</summary>
    internal static ImmutableArray<string> Tables { get; } =
    [
        "organizations", "services", "locations", "service_at_locations", "addresses", "phones", "schedules", "languages", "accessibility", "cost_options", "taxonomy_terms", "attributes",
    ];

    /// <summary>The table of a file or property name; null when it is not read.</summary>
    internal static string? Table(string name) => name.ToLowerInvariant() switch
    {
        "organization" => "organizations",
        "service" => "services",
        "location" => "locations",
        "service_at_location" or "services_at_location" => "service_at_locations",
        "address" or "physical_addresses" => "addresses",
        "phone" => "phones",
        "schedule" => "schedules",
        "language" => "languages",
        "accessibilities" or "accessibility_for_disabilities" => "accessibility",
        "cost_option" => "cost_options",
        "taxonomy_term" => "taxonomy_terms",
        "attribute" => "attributes",
        var other => Tables.Contains(other) ? other : null,
    };

    internal void Add(HsdsRow row) => _rows.Add(row);

    internal void Fault(string file, int line, string field, string value, string allowed) =>
        _issues.Add(new ReferralIssue { Kind = TranscriptIssueKind.Skipped, Source = file, Line = line, Field = field, Value = Cut(value), Allowed = allowed });

    internal ReferralImport Build()
    {
        var organizations = Keyed("organizations", "name").ToDictionary(p => p.Key, p => new HelpOrganization
        {
            Id = p.Key,
            Name = p.Value["name"]!,
            Description = p.Value["description"],
            Website = p.Value["website"] ?? p.Value["url"],
        }, StringComparer.Ordinal);
        var locationRows = Keyed("locations");
        var serviceRows = Keyed("services", "name");
        var placeRows = Keyed("service_at_locations", "service_id", "location_id");

        var phones = Linked("phones", r => Need(r, "number") is { } n ? new HelpPhone { Number = n, Extension = r["extension"], Type = r["type"] } : null);
        var schedules = Linked("schedules", Schedule);
        var languages = Languages();
        var accessibility = Linked("accessibility", r => r["description"] ?? r["details"]);
        var addresses = Linked("addresses", r => r);
        var costs = Linked("cost_options", Cost);
        var terms = Terms();

        var locations = locationRows.ToDictionary(p => p.Key, p =>
        {
            var (id, row) = (p.Key, p.Value);
            var address = addresses(id, "location_id").OrderBy(a => a["address_type"] is "physical" or null ? 0 : 1).FirstOrDefault();
            return new HelpLocation
            {
                Id = id,
                Name = row["name"],
                Point = Point(row),
                IsVirtual = string.Equals(row["location_type"], "virtual", StringComparison.OrdinalIgnoreCase),
                Street = address?["address_1"],
                City = address?["city"],
                Region = address?["state_province"] ?? address?["region"],
                PostalCode = address?["postal_code"],
                Country = address?["country"],
                Accessibility = [.. accessibility(id, "location_id").Concat(accessibility(id, "link_id"))],
                Phones = [.. phones(id, "location_id")],
                Schedules = [.. schedules(id, "location_id")],
                Languages = [.. languages(id, "location_id")],
            };
        }, StringComparer.Ordinal);

        var places = new Dictionary<string, List<HelpPlace>>(StringComparer.Ordinal);
        foreach (var (id, row) in placeRows)
        {
            var (service, location) = (row["service_id"]!, row["location_id"]!);
            if (!serviceRows.ContainsKey(service)) Fault(row.File, row.Line, "service_at_locations.service_id", service, "the id of a service that was read");
            else if (!locations.TryGetValue(location, out var at)) Fault(row.File, row.Line, "service_at_locations.location_id", location, "the id of a location that was read");
            else
            {
                if (!places.TryGetValue(service, out var list)) places[service] = list = [];
                list.Add(new HelpPlace { Location = at, Phones = [.. phones(id, "service_at_location_id")], Schedules = [.. schedules(id, "service_at_location_id")] });
            }
        }

        var services = ImmutableArray.CreateBuilder<HelpService>();
        foreach (var (id, row) in serviceRows)
        {
            HelpOrganization? organization = null;
            if (row["organization_id"] is { } by && !organizations.TryGetValue(by, out organization)) Repair(row, "organization_id", by, "the id of an organization that was read");
            var status = row["status"] ?? "active";
            if (!s_statuses.Contains(status.ToLowerInvariant()))
            {
                // A service of which one does not know whether it runs is not offered.
                Fault(row.File, row.Line, "services.status", status, string.Join(", ", s_statuses));
                continue;
            }

            services.Add(new HelpService
            {
                Id = id,
                Name = row["name"]!,
                Organization = organization,
                Description = row["description"],
                Url = row["url"],
                Status = status.ToLowerInvariant(),
                ApplicationProcess = row["application_process"],
                Fees = row["fees_description"] ?? row["fees"],
                Costs = [.. costs(id, "service_id")],
                WaitTime = row["wait_time"],
                Accreditations = row["accreditations"],
                Licenses = row["licenses"],
                Eligibility = row["eligibility_description"],
                MinimumAge = Age(row, "minimum_age"),
                MaximumAge = Age(row, "maximum_age"),
                AssuredOn = Date(row, "assured_date"),
                Alert = row["alert"],
                Terms = [.. terms(id)],
                Languages = [.. languages(id, "service_id")],
                Phones = [.. phones(id, "service_id").Concat(phones(organization?.Id ?? "", "organization_id"))],
                Schedules = [.. schedules(id, "service_id")],
                Places = [.. places.GetValueOrDefault(id, [])],
            });
        }

        return new ReferralImport { Directory = new ReferralDirectory(services.ToImmutable()), Issues = [.. _issues] };

        Func<string, IEnumerable<string>> Terms()
        {
            var names = Keyed("taxonomy_terms", "name").ToDictionary(p => p.Key, p => p.Value["name"]!, StringComparer.Ordinal);
            var byService = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            foreach (var row in Rows("attributes"))
            {
                if (Need(row, "link_id") is not { } link || Need(row, "taxonomy_term_id") is not { } term) continue;
                if (!names.TryGetValue(term, out var name)) Fault(row.File, row.Line, "attributes.taxonomy_term_id", term, "the id of a taxonomy term that was read");
                else if (serviceRows.ContainsKey(link))
                {
                    if (!byService.TryGetValue(link, out var list)) byService[link] = list = [];
                    list.Add(name);
                }
            }

            return id => byService.GetValueOrDefault(id, []);
        }

        // What hangs on something else, by the field that names it.
        Func<string, string, IEnumerable<T>> Linked<T>(string table, Func<HsdsRow, T?> read)
            where T : class
        {
            var found = new Dictionary<(string Field, string Id), List<T>>();
            foreach (var row in Rows(table))
            {
                if (!Link(row, out var field, out var id) || read(row) is not { } item) continue;
                if (!found.TryGetValue((field, id), out var list)) found[(field, id)] = list = [];
                list.Add(item);
            }

            return (id, field) => found.GetValueOrDefault((field, id), []);
        }

        // A language by its code and by its name.
        Func<string, string, IEnumerable<string>> Languages()
        {
            var spoken = Linked("languages", r =>
            {
                string[] both = [.. new[] { r["code"], r["name"] ?? r["language"] }.OfType<string>()];
                if (both.Length > 0) return both;
                Fault(r.File, r.Line, "languages.code", "", "a language code or a name");
                return null;
            });
            return (id, field) => spoken(id, field).SelectMany(l => l);
        }

        bool Link(HsdsRow row, out string field, out string id)
        {
            foreach (var name in s_links)
            {
                if (row[name] is not { } value) continue;
                (field, id) = (name, value);
                var known = name switch
                {
                    "service_id" => serviceRows.ContainsKey(value),
                    "location_id" => locationRows.ContainsKey(value),
                    "service_at_location_id" => placeRows.ContainsKey(value),
                    "organization_id" => organizations.ContainsKey(value),
                    _ => true,
                };
                if (known) return true;
                Fault(row.File, row.Line, $"{row.Table}.{name}", value, "an id that was read");
                return false;
            }

            (field, id) = ("", "");
            Fault(row.File, row.Line, row.Table, "", "one of " + string.Join(", ", s_links));
            return false;
        }
    }

    private List<HsdsRow> Rows(string table) => _rows.Where(r => r.Table == table).ToList();

    /// <summary>The rows of a table by id; those without what they need, and second ones with an id, are left out.</summary>
    private Dictionary<string, HsdsRow> Keyed(string table, params ReadOnlySpan<string> needs)
    {
        var found = new Dictionary<string, HsdsRow>(StringComparer.Ordinal);
        foreach (var row in Rows(table))
        {
            if (Need(row, "id") is not { } id) continue;
            var whole = true;
            foreach (var field in needs) whole &= Need(row, field) is not null;
            if (whole && !found.TryAdd(id, row) && duplicatesAreFaults) Fault(row.File, row.Line, table + ".id", id, "each id once");
        }

        return found;
    }

    private string? Need(HsdsRow row, string field)
    {
        if (row[field] is { } value) return value;
        Fault(row.File, row.Line, $"{row.Table}.{field}", "", "a value");
        return null;
    }

    private void Repair(HsdsRow row, string field, string value, string allowed) =>
        _issues.Add(new ReferralIssue { Kind = TranscriptIssueKind.Repaired, Source = row.File, Line = row.Line, Field = $"{row.Table}.{field}", Value = Cut(value), Allowed = allowed });

    private static string Cut(string value) => value.Length > 40 ? value[..40] : value;

    private GeoPoint? Point(HsdsRow row)
    {
        if (row["latitude"] is not { } lat || row["longitude"] is not { } lon) return null;
        var (x, y) = (Degrees(lat, "latitude", 90), Degrees(lon, "longitude", 180));
        return x is { } a && y is { } b ? new GeoPoint(a, b) : null;

        double? Degrees(string value, string field, double most)
        {
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && Math.Abs(d) <= most) return d;
            Repair(row, field, value, string.Create(CultureInfo.InvariantCulture, $"-{most} to {most}"));
            return null;
        }
    }

    private int? Age(HsdsRow row, string field)
    {
        if (row[field] is not { } value) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var age) && age is >= 0 and <= 150) return (int)age;
        Repair(row, field, value, "0 to 150");
        return null;
    }

    private DateOnly? Date(HsdsRow row, string field)
    {
        if (row[field] is not { } value) return null;
        if (ReadDate(value) is { } day) return day;
        Repair(row, field, value, "YYYY-MM-DD");
        return null;
    }

    private static DateOnly? ReadDate(string value) =>
        DateOnly.TryParseExact(value.Length > 10 && value[10] == 'T' ? value[..10] : value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private HelpCost? Cost(HsdsRow row)
    {
        decimal? amount = null;
        if (row["amount"] is { } value)
        {
            if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
            {
                Fault(row.File, row.Line, "cost_options.amount", value, "a number of 0 or more");
                return null;
            }

            amount = read;
        }

        return new HelpCost { Amount = amount, Currency = row["currency"]?.ToUpperInvariant(), Description = string.Join(", ", new[] { row["option"], row["amount_description"] }.OfType<string>()) is { Length: > 0 } d ? d : null };
    }

    /// <summary>Half a rule would be a wrong one: any bad field leaves the whole row out.</summary>
    private HelpSchedule? Schedule(HsdsRow row)
    {
        HelpSchedule? Bad(string field, string allowed)
        {
            Fault(row.File, row.Line, "schedules." + field, row[field] ?? "", allowed);
            return null;
        }

        var dates = new DateOnly?[4];
        string[] names = ["valid_from", "valid_to", "dtstart", "until"];
        for (var i = 0; i < names.Length; i++)
        {
            if (row[names[i]] is not { } value) continue;
            if ((dates[i] = ReadDate(value)) is null) return Bad(names[i], "YYYY-MM-DD");
        }

        if (row["freq"]?.ToUpperInvariant() is { } freq and not ("WEEKLY" or "MONTHLY" or "DAILY")) return Bad("freq", "WEEKLY, MONTHLY, DAILY");
        var monthly = row["freq"]?.ToUpperInvariant() == "MONTHLY";
        var daily = row["freq"]?.ToUpperInvariant() == "DAILY";
        var interval = 1;
        if (row["interval"] is { } every && (!int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out interval) || interval < 1)) return Bad("interval", "a whole number of 1 or more");
        var days = ImmutableArray.CreateBuilder<HelpDay>();
        foreach (var part in (row["byday"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var nth = 0;
            var day = part.Length < 2 ? -1 : Array.IndexOf(s_days, part[^2..].ToUpperInvariant());
            if (day < 0 || (part.Length > 2 && (!int.TryParse(part[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth) || nth is 0 or < -5 or > 5)))
                return Bad("byday", "MO,TU,WE,TH,FR,SA,SU; in a monthly rule also 2MO or -1FR");
            days.Add(new HelpDay((DayOfWeek)day, nth));
        }

        var monthDays = ImmutableArray.CreateBuilder<int>();
        foreach (var part in (row["bymonthday"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) || day is 0 or < -31 or > 31) return Bad("bymonthday", "1 to 31 or -31 to -1");
            monthDays.Add(day);
        }

        TimeSpan? offset = null;
        if (row["timezone"] is { } zone)
        {
            if (!double.TryParse(zone, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) || Math.Abs(hours) > 14) return Bad("timezone", "hours from UTC, -14 to 14");
            offset = TimeSpan.FromMinutes(Math.Round(hours * 60));
        }

        if (!Time(row["opens_at"], ref offset, out var opens)) return Bad("opens_at", Times);
        if (!Time(row["closes_at"], ref offset, out var closes)) return Bad("closes_at", Times);
        return new HelpSchedule
        {
            Days = days.ToImmutable(),
            MonthDays = monthDays.ToImmutable(),
            Monthly = monthly,
            Interval = interval,
            Start = dates[2],
            ValidFrom = dates[0],
            ValidTo = dates[1] is { } to && dates[3] is { } until ? (to < until ? to : until) : dates[1] ?? dates[3],
            OpensAt = opens,
            ClosesAt = closes,
            Offset = offset,
            HasMore = row["byweekno"] is not null || row["byyearday"] is not null || row["count"] is not null || (daily && interval > 1),
            Description = row["description"],
        };
    }

    private static bool Time(string? value, ref TimeSpan? offset, out TimeOnly? time)
    {
        time = null;
        if (value is null) return true;
        var text = value;
        if (text[^1] is 'Z' or 'z') (text, offset) = (text[..^1], TimeSpan.Zero);
        else if (text.Length > 6 && text[^6] is '+' or '-')
        {
            if (!TimeSpan.TryParseExact(text[^5..], "hh\\:mm", CultureInfo.InvariantCulture, out var shift)) return false;
            (text, offset) = (text[..^6], text[^6] == '-' ? -shift : shift);
        }

        // Midnight at the end of a day.
        if (text is "24:00" or "24:00:00") text = "00:00";
        if (!TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
        time = read;
        return true;
    }
}
