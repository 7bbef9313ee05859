namespace MotivationalInterviewing.Coding;

/// <summary>The four core techniques of motivational interviewing.</summary>
public static class Oars
{
    private const string Source = "Miller and Rollnick, core skills (OARS)";

    /// <summary>O: a question that invites a wide answer.</summary>
    public static Code OpenQuestion { get; } = new("OARS", "O", "Open question", Speaker.Counselor, "A question that invites a wide answer in the client's own words.", Source);

    /// <summary>A: recognition of a strength, effort or worth.</summary>
    public static Code Affirmation { get; } = new("OARS", "A", "Affirmation", Speaker.Counselor, "Recognizes a strength, an effort or worth of the client.", Source);

    /// <summary>R: a statement that gives back what the client said or meant.</summary>
    public static Code Reflection { get; } = new("OARS", "R", "Reflection", Speaker.Counselor, "A statement that gives back what the client said or meant.", Source);

    /// <summary>S: a reflection that draws three or more of the client's ideas together.</summary>
    public static Code Summary { get; } = new("OARS", "S", "Summary", Speaker.Counselor, "A reflection that draws three or more of the client's ideas together.", Source);

    /// <summary>The four techniques.</summary>
    public static Codebook Codebook { get; } = new("OARS", [OpenQuestion, Affirmation, Reflection, Summary]);
}
