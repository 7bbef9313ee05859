using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MotivationalInterviewing.Dialogue.Consent;

/// <summary>Whether somebody came. The default value is <see cref="Unknown"/>.</summary>
public enum AttendanceStatus
{
    /// <summary>Not noted.</summary>
    Unknown = 0,

    /// <summary>Came.</summary>
    Attended,

    /// <summary>Came late.</summary>
    Late,

    /// <summary>Did not come, with word beforehand.</summary>
    Excused,

    /// <summary>Did not come.</summary>
    Missed,
}

/// <summary>A task that was agreed with the one who sent the client. The default value is <see cref="None"/>.</summary>
public enum AgreedTask
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>An assessment.</summary>
    Assessment,

    /// <summary>A course or group.</summary>
    Course,

    /// <summary>An appointment elsewhere.</summary>
    Appointment,

    /// <summary>A test for alcohol or drugs.</summary>
    Test,

    /// <summary>Hours of community work.</summary>
    CommunityWork,

    /// <summary>A document to hand in.</summary>
    Document,
}

/// <summary>Where a task stands. The default value is <see cref="Open"/>.</summary>
public enum AgreedTaskStatus
{
    /// <summary>Not done yet.</summary>
    Open = 0,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not done in time.</summary>
    NotDone,

    /// <summary>Given up by agreement.</summary>
    Waived,
}

/// <summary>Attendance at one session. Immutable.</summary>
public readonly record struct AttendanceFact
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Whether the client came.</summary>
    public required AttendanceStatus Status { get; init; }
}

/// <summary>One agreed task. Immutable.</summary>
public readonly record struct TaskFact
{
    /// <summary>Which.</summary>
    public required AgreedTask Task { get; init; }

    /// <summary>Due on; null when no day was set.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public required AgreedTaskStatus Status { get; init; }
}

/// <summary>
/// All that is reported on a client who was sent: attendance and agreed tasks. Kept apart from the conversation on purpose:
/// its members are ids, days and members of closed enums, so no word of the client, no code, no stage and no judgment can
/// get in, and nothing of it is read by the engine: that somebody came says nothing about why. Immutable.
/// </summary>
public sealed record ReportableRecord
{
    /// <summary>The version that this library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The case, as the recipient knows it. Not the id of a conversation.</summary>
    public required Guid Case { get; init; }

    /// <summary>Attendance, in the order in which it was noted.</summary>
    public ImmutableArray<AttendanceFact> Attendance { get; init; } = [];

    /// <summary>Agreed tasks.</summary>
    public ImmutableArray<TaskFact> Tasks { get; init; } = [];

    /// <summary>The record with attendance noted; a day noted before is replaced.</summary>
    /// <param name="on">The day.</param>
    /// <param name="status">Whether the client came.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not a member of the enum.</exception>
    public ReportableRecord Note(DateOnly on, AttendanceStatus status)
    {
        Defined(status, nameof(status));
        return this with { Attendance = [.. Attendance.Where(a => a.On != on), new AttendanceFact { On = on, Status = status }] };
    }

    /// <summary>The record with a task noted; the same task with the same due day is replaced.</summary>
    /// <param name="task">Which.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="dueOn">Due on; null when no day was set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The task or status is not a member of its enum.</exception>
    public ReportableRecord Note(AgreedTask task, AgreedTaskStatus status, DateOnly? dueOn = null)
    {
        Defined(task, nameof(task));
        Defined(status, nameof(status));
        return this with { Tasks = [.. Tasks.Where(t => t.Task != task || t.DueOn != dueOn), new TaskFact { Task = task, Status = status, DueOn = dueOn }] };
    }

    /// <summary>The export for the recipient. It needs the client's consent, and holds what this record holds and nothing else.</summary>
    /// <param name="consent">The client's consents; <see cref="ConsentPurpose.Reporting"/> must stand.</param>
    /// <returns>JSON.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="consent"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no consent to report.</exception>
    public string Export(ConsentLedger consent)
    {
        ArgumentNullException.ThrowIfNull(consent);
        if (!consent.Allows(ConsentPurpose.Reporting)) throw new InvalidOperationException("There is no consent to report.");
        return ToJson();
    }

    /// <summary>The record as JSON, to keep it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConsentJson.Default.ReportableRecord);

    /// <summary>Reads a record.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException">The text is no record, or one of a later version.</exception>
    public static ReportableRecord FromJson(string json)
    {
        var record = JsonSerializer.Deserialize(json, ConsentJson.Default.ReportableRecord) ?? throw new JsonException("No record.");
        ConsentJson.Check(record.Version, CurrentVersion, "A record");
        if (record.Attendance.IsDefault) record = record with { Attendance = [] };
        return record.Tasks.IsDefault ? record with { Tasks = [] } : record;
    }

    private static void Defined<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) throw new ArgumentOutOfRangeException(name, value, "Not a member of the enum.");
    }

    /// <summary>Counts.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ReportableRecord {{ Attendance = {(Attendance.IsDefault ? 0 : Attendance.Length)}, Tasks = {(Tasks.IsDefault ? 0 : Tasks.Length)} }}");
}

/// <summary>Who gets the report. The default value is <see cref="Unknown"/>.</summary>
public enum ReportRecipient
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>A court.</summary>
    Court,

    /// <summary>A probation or parole officer.</summary>
    Probation,

    /// <summary>An employer.</summary>
    Employer,

    /// <summary>A school.</summary>
    School,

    /// <summary>Child protection.</summary>
    ChildProtection,

    /// <summary>A licensing body, such as one for drivers or a profession.</summary>
    LicensingBody,
}

/// <summary>What was agreed on reporting. Part of a session's options. Immutable.</summary>
public sealed record ReportingTerms
{
    /// <summary>Who gets the report.</summary>
    public required ReportRecipient Recipient { get; init; }

    /// <summary>Attendance is reported.</summary>
    public bool Attendance { get; init; } = true;

    /// <summary>Agreed tasks are reported.</summary>
    public bool Tasks { get; init; } = true;

    /// <summary>What is said before the first reply: what goes to whom and what stays, refusal and what follows from it, and the limits of privacy. Neutral, once.</summary>
    [JsonIgnore]
    public string Opening
    {
        get
        {
            var whom = Recipient switch
            {
                ReportRecipient.Court => "the court",
                ReportRecipient.Probation => "your probation officer",
                ReportRecipient.Employer => "your employer",
                ReportRecipient.School => "the school",
                ReportRecipient.ChildProtection => "child protection",
                ReportRecipient.LicensingBody => "the licensing body",
                _ => "whoever asked you to come",
            };
            var what = (Attendance, Tasks) switch
            {
                (true, true) => "whether you came, and whether agreed tasks are done",
                (true, false) => "whether you came",
                (false, true) => "whether agreed tasks are done",
                _ => "nothing",
            };
            return $"What goes to {whom}: {what}. What you say here is not part of that report. "
                + $"Taking part is your choice; if you decline, {whom} may be told that you did not take part, and what follows from that is decided there, not here. "
                + "If somebody may be in danger, help comes first. Within that, what you talk about and what you do with it is up to you.";
        }
    }

    /// <summary>The recipient.</summary>
    public override string ToString() => $"ReportingTerms {{ {Recipient} }}";
}
