namespace MotivationalInterviewing.Dialogue;

/// <summary>What is said when nobody's words pass: short, true for any turn, and nothing that could do harm.</summary>
internal sealed class PlainReplies : IReplyWriter
{
    private static readonly string[] s_lines =
    [
        "I see what you mean.", "All right, I hear you.", "Okay, I'm with you so far.", "Right, I follow you.", "I'm still with you.", "I hear you on that.",
    ];

    private static readonly string[] s_questions =
    [
        "What stands out most for you in that?", "What else goes through your mind about it?", "What matters most to you there?", "What would you like to look at next?", "How do you see that yourself?",
    ];

    internal const string Unsupported =
        "I'm sorry, I can only follow English well enough to talk with you. If you can, please write in English. If you need help now, the services shown here may speak your language.";

    public static PlainReplies Instance { get; } = new();

    public ValueTask<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken) => new(Write(request));

    internal static string Write(ReplyRequest request)
    {
        if (request.Move.Technique == Technique.UnsupportedLanguage) return Unsupported;
        var asks = request.Move.FollowUp.Asks() || request.Move.Technique.Asks();
        var line = Fresh(s_lines, request);
        return asks ? line + " " + Fresh(s_questions, request) : line;
    }

    private static string Fresh(string[] lines, ReplyRequest request)
    {
        var start = (int)(request.Seed % (ulong)lines.Length);
        for (var i = 0; i < lines.Length; i++)
            if (!request.WasSaid(lines[(start + i) % lines.Length])) return lines[(start + i) % lines.Length];
        return lines[start];
    }
}
