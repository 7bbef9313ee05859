namespace MotivationalInterviewing.Dialogue;

/// <summary>What is said when nobody's words pass: short, true for any turn, and nothing that could do harm.</summary>
internal sealed class PlainReplies : IReplyWriter
{
    private static readonly string[] s_lines =
    [
        "Thank you for telling me that.", "That's worth staying with for a moment.", "You've put that into words, and that counts.", "There's a lot in what you just said.",
        "That's how it looks from where you stand.", "You know this from the inside.", "It's good that you say it as it is.", "Take whatever time you need.",
        "You're the one who knows what this is like.", "That clearly matters to you.", "There's no hurry here.", "What you do with that is yours to say.",
    ];

    private static readonly string[] s_questions =
    [
        "What would you like to look at next?", "What stands out most for you in that?", "What else goes through your mind about it?", "What matters most to you there?", "How do you look at that today?",
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
