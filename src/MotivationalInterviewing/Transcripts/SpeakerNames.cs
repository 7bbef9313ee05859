namespace MotivationalInterviewing.Transcripts;

/// <summary>Which role a speaker's name stands for.</summary>
public static class SpeakerNames
{
    /// <summary>The values allowed for a speaker, for messages.</summary>
    public const string Allowed = "client (patient), counselor (counsellor, therapist, interviewer) or other";

    /// <summary>
    /// Finds the role of a name, without regard to case: client or patient; counselor, counsellor, therapist, interviewer
    /// or clinician; other. <see cref="Speaker.Unknown"/> for anything else.
    /// </summary>
    /// <param name="name">A name or role; null or blank gives <see cref="Speaker.Unknown"/>.</param>
    public static Speaker Find(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "CLIENT" or "PATIENT" => Speaker.Client,
        "COUNSELOR" or "COUNSELLOR" or "THERAPIST" or "INTERVIEWER" or "CLINICIAN" => Speaker.Counselor,
        "OTHER" => Speaker.Other,
        _ => Speaker.Unknown,
    };

    /// <summary>As <see cref="Find(string?)"/>, with the initials of typed transcripts and the caller's own names.</summary>
    internal static Speaker Find(string name, TranscriptReadOptions options)
    {
        if (Same(name, options.ClientName)) return Speaker.Client;
        if (Same(name, options.CounselorName)) return Speaker.Counselor;
        return name.Trim().ToUpperInvariant() switch
        {
            "C" or "CL" or "P" or "PT" => Speaker.Client,
            "T" or "TH" or "I" => Speaker.Counselor,
            _ => Find(name),
        };
    }

    private static bool Same(string name, string? other) => other is not null && string.Equals(name.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
