using System.Collections.Immutable;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Client language by DARN-CAT kind and sign, written D A R N C AC TS O with + (toward change) or - (toward the status
/// quo), and FN. All but AC are MISC 2.5 client codes; <see cref="ToMisc25"/> tells how AC is exported.
/// </summary>
public static class DarnCat
{
    private const string Instrument = "DARN-CAT";
    private const string Misc = "MISC 2.5, client language";

    /// <summary>FN: follow, neutral or ask. A client code only, and alone.</summary>
    public static Code FollowNeutral { get; } = new(
        Instrument, "FN", "Follow/neutral/ask", Speaker.Client,
        "Facts, following along, questions, small talk: no stance toward the target behavior.", Misc, ["NE", "F", "N/F"]);

    private static readonly (ChangeTalkKind Kind, string Letter, string Alias, string Name, string Plus, string Minus)[] s_kinds =
    [
        (ChangeTalkKind.Desire, "D", "", "Desire", "Wants, wishes or likes the change.", "Likes or wants things as they are."),
        (ChangeTalkKind.Ability, "A", "", "Ability", "Can or could change; confidence.", "Cannot change; tried and failed, so no use."),
        (ChangeTalkKind.Reason, "R", "", "Reason", "A specific harm of the status quo or benefit of change.", "A specific benefit of the status quo or cost of change."),
        (ChangeTalkKind.Need, "N", "", "Need", "Must, has to or it matters, with no reason given.", "No need for change, or a need for the status quo."),
        (ChangeTalkKind.Commitment, "C", "", "Commitment", "Intends, decides, promises or plans to change.", "Intends or decides to go on as before."),
        (ChangeTalkKind.Activation, "AC", "", "Activation", "Ready, willing, prepared or considering.", "Not ready, not willing."),
        (ChangeTalkKind.TakingSteps, "TS", "T", "Taking steps", "Has lately done something toward change.", "Has lately done something away from it."),
        (ChangeTalkKind.Other, "O", "", "Other", "Another stance toward change: problem recognition, a bare hypothetical.", "Another stance against it: minimizing, denying the problem, blaming."),
    ];

    private static readonly ImmutableArray<Code> s_change = Make(TalkDirection.Change);
    private static readonly ImmutableArray<Code> s_sustain = Make(TalkDirection.Sustain);

    /// <summary>All seventeen codes: FN, then each kind with + and with -.</summary>
    public static Codebook Codebook { get; } = new(
        Instrument, [FollowNeutral, .. s_change.Zip(s_sustain).SelectMany(pair => new[] { pair.First, pair.Second })]);

    /// <summary>The code for a kind and a direction.</summary>
    /// <param name="kind">The kind; <see cref="ChangeTalkKind.None"/> gives FN.</param>
    /// <param name="direction">The direction; <see cref="TalkDirection.Neutral"/> gives FN.</param>
    public static Code Of(ChangeTalkKind kind, TalkDirection direction) => (kind, direction) switch
    {
        (ChangeTalkKind.None, _) or (_, TalkDirection.Neutral) => FollowNeutral,
        (_, TalkDirection.Change) => s_change[(int)kind - 1],
        _ => s_sustain[(int)kind - 1],
    };

    /// <summary>
    /// The MISC 2.5 spelling of a client code. MISC 2.5 has no activation: willingness and readiness are filed under
    /// Other with the same sign (an offered alternative would be C+, which a coder must decide). Everything else is unchanged.
    /// </summary>
    /// <param name="code">A DARN-CAT code.</param>
    public static string ToMisc25(Code code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Kind == ChangeTalkKind.Activation ? Of(ChangeTalkKind.Other, code.Direction).Abbreviation : code.Abbreviation;
    }

    private static ImmutableArray<Code> Make(TalkDirection direction)
    {
        var plus = direction == TalkDirection.Change;
        var sign = plus ? "+" : "-";
        return [.. s_kinds.Select(k => new Code(
            Instrument, k.Letter + sign, k.Name + (plus ? " toward change" : " toward the status quo"), Speaker.Client,
            plus ? k.Plus : k.Minus, k.Kind == ChangeTalkKind.Activation ? "DARN-CAT; not a MISC 2.5 code" : Misc,
            Aliases(k.Letter, k.Alias, plus))
        { Kind = k.Kind, Direction = direction })];
    }

    private static ImmutableArray<string> Aliases(string letter, string alias, bool plus)
    {
        // The minus sign is often typed as an en dash or a true minus.
        string[] signs = plus ? ["+"] : ["-", "\u2013", "\u2212"];
        return [.. signs.Skip(1).Select(s => letter + s), .. alias.Length > 0 ? signs.Select(s => alias + s) : []];
    }
}
