using System.Collections.Immutable;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Practice;

/// <summary>How much a coach says while the trainee practices. The default value is <see cref="Silent"/>.</summary>
public enum CoachingLevel
{
    /// <summary>Nothing until the debrief.</summary>
    Silent = 0,

    /// <summary>A prompt after a slip only.</summary>
    AfterSlips,

    /// <summary>A hint before each turn.</summary>
    Full,
}

/// <summary>A kind of response worth trying, with an example and the reason. Immutable; holds words that may quote the client.</summary>
public sealed record CoachOption
{
    /// <summary>The kind of response, in plain words.</summary>
    public required string Technique { get; init; }

    /// <summary>One way to say it here; a rough draft to be put in the trainee's own words.</summary>
    public required string Example { get; init; }

    /// <summary>Why it is worth trying here.</summary>
    public required string Reason { get; init; }

    /// <summary>Nothing of the words.</summary>
    public override string ToString() => nameof(CoachOption);
}

/// <summary>What a coach says at one moment. Immutable.</summary>
public sealed record CoachHint
{
    /// <summary>What the client just offered, or what went wrong.</summary>
    public required string Offered { get; init; }

    /// <summary>Two kinds of response worth trying, the first being the coach's own choice.</summary>
    public required ImmutableArray<CoachOption> Options { get; init; }

    /// <summary>Nothing of the words.</summary>
    public override string ToString() => nameof(CoachHint);
}

/// <summary>Live coaching for practice with a simulated client. Stateless and thread-safe; English only.</summary>
public static class Coach
{
    private static readonly Reflector s_reflector = new(DialogueContent.Default);

    /// <summary>What to say to the trainee now, at a level of coaching.</summary>
    /// <param name="level">How much the coach says.</param>
    /// <param name="profile">The client.</param>
    /// <param name="reply">The client's last turn.</param>
    /// <returns>A hint, or null when the level has the coach stay silent here.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoachHint? Hint(CoachingLevel level, ClientProfile profile, ClientReply reply)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(reply);
        if (level == CoachingLevel.Silent) return null;
        var slip = Slip(reply.Heard);
        if (level == CoachingLevel.AfterSlips && slip is null) return null;
        var hint = WhatWouldYouDo(profile, reply);
        return slip is null ? hint : hint with { Offered = $"{slip} {hint.Offered}" };
    }

    /// <summary>Two responses worth trying, with examples and reasons; at any level and any time.</summary>
    /// <param name="profile">The client.</param>
    /// <param name="reply">The client's last turn.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CoachHint WhatWouldYouDo(ClientProfile profile, ClientReply reply)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(reply);
        var back = Back(reply);
        var shortTurn = reply.Text.Count(c => c == ' ') < 3;
        if (reply.State.RiskTold && !AskedAboutSafety(reply.State))
        {
            return Make(
                "The client has hinted at danger. Safety comes before any technique.",
                ("Ask directly", "I want to ask you plainly: are you safe, and are you thinking about hurting yourself?", "A direct question does no harm and shows that it can be said here."),
                ("Bring in help", "I'd like us to bring in somebody who can help with this today. May I tell you who that would be?", "Nobody should carry a risk alone, the counselor included."));
        }

        if (reply.Intended.Discord)
        {
            return Make(
                "Strain between you and the client.",
                ("Own it", "I'm sorry, I got ahead of you. Tell me what I missed.", "Strain is about the relationship; explaining oneself feeds it."),
                ("Leave the choice with the client", "What you do about this is your decision, and so is what we talk about here.", "Freedom that is said aloud leaves less to push against."));
        }

        if (reply.Intended.Talk == TalkDirection.Change)
        {
            return Make(
                reply.Intended.Codes.Any(c => c.Code.Kind is ChangeTalkKind.Commitment or ChangeTalkKind.TakingSteps) ? "Change talk: a step or a decision." : "Change talk.",
                ("Reflect it", back, "Change talk that is given back brings more of it."),
                ("Ask for more of it", "What else makes you say that?", "One reason leads to the next; the client hears them in their own words."));
        }

        if (reply.Intended.Talk == TalkDirection.Sustain)
        {
            return Make(
                "A reason to leave things as they are.",
                ("Reflect it in short and leave the choice", $"{back} And it is up to you what you do about it.", "Arguing makes the client defend it; being heard lets it rest."),
                ("Look for the other half", "And on the other side, what is not so good about it, if anything?", "Whoever is torn has the other half ready when nobody pushes."));
        }

        if (shortTurn)
        {
            return Make(
                "Few words. There may be little trust yet, or nothing to answer.",
                ("Ask openly about what matters", "What matters most to you in all this?", "A wide question about the person, not the problem, is easy to answer."),
                ("Name the client's situation", "It is not easy to sit here and be asked things.", "Naming what is in the room builds trust."));
        }

        return Make(
            "Something about the client's life, without a side yet.",
            ("Reflect it", back, "Being understood comes before anything else."),
            ("Ask what it means for the change", "How does that fit with what you'd like for yourself?", "It turns a story toward the client's own reasons."));
    }

    /// <summary>What the client just said, given back: the clause that carries the turn, in the second person.</summary>
    private static string Back(ClientReply reply)
    {
        var talk = reply.Intended.Talk ?? TalkDirection.Neutral;
        // A question to the counselor is not given back word by word.
        if (reply.Text.AsSpan().TrimEnd().EndsWith("?")) return "You're wondering what this is for, and whether it's worth your while.";
        var heard = new HeardTurn(reply.Text);
        var codes = reply.Intended.Codes;
        var clauses = codes.Where(c => c.Code.Direction == talk).Select(c => reply.Text.Substring(c.Start, c.Length)).DefaultIfEmpty(reply.Text)
            .SelectMany(t => Reflector.Clauses(heard, new ClientClause { Text = t, Turn = reply.Intended.Utterance.Turn, Direction = talk }));
        foreach (var (words, _) in clauses)
            if (!AboutCounselor(words)) return ClientWords.Sentence(s_reflector.AsSaid(words));
        if (heard.Fragment is { Length: > 0 } fragment) return ClientWords.Sentence(fragment);
        return talk switch
        {
            TalkDirection.Change => "Part of you would like this to be different.",
            TalkDirection.Sustain => "The way things are has something going for it.",
            _ => "There's a lot in that.",
        };
    }

    private static bool AboutCounselor(string[] words) => Array.Exists(words, w => w.TrimEnd(',').ToLowerInvariant() is "you" or "your" or "you're" or "you've" or "you'd" or "you'll");

    private static bool AskedAboutSafety(ClientState state)
    {
        string[] direct = ["safe", "kill", "suicid", "ending your life", "end your life", "hurt", "harm"];
        for (var i = 0; i < state.Turns.Length; i += 2)
            if (state.Turns[i].Text.Contains('?', StringComparison.Ordinal) && direct.Any(d => state.Turns[i].Text.Contains(d, StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    private static CoachHint Make(string offered, params ReadOnlySpan<(string Technique, string Example, string Reason)> options)
    {
        var list = ImmutableArray.CreateBuilder<CoachOption>();
        foreach (var (technique, example, reason) in options) list.Add(new CoachOption { Technique = technique, Example = example, Reason = reason });
        return new CoachHint { Offered = offered, Options = list.ToImmutable() };
    }

    /// <summary>What the client took amiss; null when nothing.</summary>
    internal static string? Slip(ImmutableArray<HeardAct> heard)
    {
        foreach (var act in heard)
        {
            switch (act)
            {
                case HeardAct.Confront: return "That came across as blame.";
                case HeardAct.Warn: return "That came across as a warning.";
                case HeardAct.Persuade: return "That was an argument; the client heard pressure.";
                case HeardAct.Advise: return "That was advice nobody had asked for.";
                case HeardAct.AskForPlanTooSoon: return "That asked for a plan before the client is ready for one.";
                case HeardAct.Misread: return "That guess missed what the client meant.";
            }
        }

        return null;
    }
}
