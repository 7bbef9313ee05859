using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Codes one thought unit of a counselor by its own words, in the order in which coders decide: uncodable, keep-going
/// sounds, structure, hostile acts, question form, advice and concern, control, affirmation, support, reflection,
/// information.
/// </summary>
internal static class CounselorUnits
{
    private const int MostMatches = 48;

    internal static Code Read(ReadOnlySpan<Token> tokens, char mark, out double sure)
    {
        sure = 0.8;
        if (tokens.IsEmpty)
        {
            sure = 0;
            return Misc25.NotCoded;
        }

        var acknowledging = true;
        foreach (var token in tokens)
            acknowledging &= Words.Has(s_keepGoing, token.Id);
        if (acknowledging && mark != '?')
        {
            sure = 0.95;
            return Misc25.Facilitate;
        }

        Span<CueMatch> matches = stackalloc CueMatch[MostMatches];
        var count = CounselorCues.Table.Find(tokens, matches);
        var found = 0u;
        foreach (var match in matches[..count]) found |= 1u << match.Cue;
        bool Has(CounselorCue cue) => (found & (1u << (int)cue)) != 0;

        if (mark != '?' && Encourages(tokens))
        {
            sure = 0.95;
            return Misc25.Facilitate;
        }

        if (mark == '-' && tokens.Length <= 3) return Misc25.NotCoded;
        if (Has(CounselorCue.Greeting) && tokens.Length <= 12) return Misc25.Filler;
        if (Has(CounselorCue.Confront)) return Misc25.Confront;
        if (Has(CounselorCue.Warn)) return Misc25.Warn;
        if (Has(CounselorCue.Permission)) return Misc25.EmphasizeControl;
        if (mark != '?' && IsCommand(tokens)) return Misc25.Direct;
        var asks = mark == '?' || (mark == '\0' && IsQuestionForm(tokens));
        if (asks)
        {
            if (Has(CounselorCue.Collaboration) && !Has(CounselorCue.ClosedQuestion)) return Misc25.OpenQuestion;
            if (StartsLikeAdvice(tokens))
            {
                sure = 0.95;
                return Misc25.AdviseWithoutPermission;
            }

            sure = 0.95;
            if (Has(CounselorCue.TellMe)) return Misc25.OpenQuestion;
            if (HasFixedAnswer(tokens)) return Misc25.ClosedQuestion;
            return Has(CounselorCue.OpenQuestion) ? Misc25.OpenQuestion : Misc25.ClosedQuestion;
        }

        if (Has(CounselorCue.TellMe)) return Misc25.OpenQuestion;
        if (Has(CounselorCue.Choice)) return Misc25.EmphasizeControl;
        if (Has(CounselorCue.Structure)) return Misc25.Structure;
        if (Has(CounselorCue.Concern) && (tokens[0].Id == Words.I || !Has(CounselorCue.ReflectionStem))) return Misc25.RaiseConcernWithoutPermission;
        if (Has(CounselorCue.Advice)) return Misc25.AdviseWithoutPermission;
        if (Has(CounselorCue.Affirm)) return Misc25.Affirm;
        if (Has(CounselorCue.Support) && tokens.Length <= 16) return Misc25.Support;
        sure = 0.6;
        if (Has(CounselorCue.Reframe)) return Misc25.Reframe;
        var first = tokens[0].Id;
        if (Has(CounselorCue.ReflectionStem) || first == Words.You) return tokens.Length > 9 ? Misc25.ComplexReflection : Misc25.SimpleReflection;
        sure = 0.5;
        if (!Has(CounselorCue.Information) && first != Words.I && tokens.Length <= 14 && Mentions(tokens, Words.You)) return Misc25.SimpleReflection;
        if (Has(CounselorCue.Information) || first == Words.I || tokens.Length > 6) return Misc25.GiveInformation;
        sure = 0.3;
        return tokens.Length <= 3 ? Misc25.Facilitate : Misc25.SimpleReflection;
    }

    private static bool Mentions(ReadOnlySpan<Token> tokens, int word)
    {
        foreach (var token in tokens)
            if (token.Id == word) return true;
        return false;
    }

    /// <summary>The main act of a unit: asking for permission asks.</summary>
    internal static CounselorMain MainOf(Code code, ReadOnlySpan<Token> tokens) =>
        code == Misc25.EmphasizeControl && AsksPermission(tokens) ? CounselorMain.Question : MainOf(code);

    internal static CounselorMain MainOf(Code code)
    {
        if (code == Misc25.OpenQuestion || code == Misc25.ClosedQuestion) return CounselorMain.Question;
        if (code == Misc25.SimpleReflection || code == Misc25.ComplexReflection || code == Misc25.Reframe) return CounselorMain.Reflection;
        if (code == Misc25.AdviseWithPermission || code == Misc25.AdviseWithoutPermission || code == Misc25.GiveInformation || code == Misc25.Confront
            || code == Misc25.Direct || code == Misc25.Warn || code == Misc25.RaiseConcernWithPermission || code == Misc25.RaiseConcernWithoutPermission) return CounselorMain.Input;
        return CounselorMain.Other;
    }

    /// <summary>True when words that leave the client free to dismiss a suggestion stand in the unit.</summary>
    internal static bool LeavesFree(ReadOnlySpan<Token> tokens) => Finds(tokens, CounselorCue.Freedom);

    internal static bool AsksPermission(ReadOnlySpan<Token> tokens) => Finds(tokens, CounselorCue.Permission);

    internal static bool SeeksCollaboration(ReadOnlySpan<Token> tokens) => Finds(tokens, CounselorCue.Permission) || Finds(tokens, CounselorCue.Collaboration);

    private static bool Finds(ReadOnlySpan<Token> tokens, CounselorCue cue)
    {
        Span<CueMatch> matches = stackalloc CueMatch[MostMatches];
        var count = CounselorCues.Table.Find(tokens, matches);
        foreach (var match in matches[..count])
            if (match.Cue == (int)cue) return true;
        return false;
    }

    private static bool IsQuestionForm(ReadOnlySpan<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && Words.Has(s_lead, tokens[first].Id)) first++;
        var next = first + 1 < tokens.Length ? tokens[first + 1].Id : 0;
        return (Words.Has(s_inverting, tokens[first].Id) && Words.Has(s_subject, next))
            || (Words.Has(s_wh, tokens[first].Id) && (Words.Has(s_inverting, next) || Words.Has(s_whNoun, next)));
    }

    private static bool HasFixedAnswer(ReadOnlySpan<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && Words.Has(s_lead, tokens[first].Id)) first++;
        if (Words.Has(s_inverting, tokens[first].Id) || Words.Has(s_factWh, tokens[first].Id)) return true;
        var next = first + 1 < tokens.Length ? tokens[first + 1].Id : 0;
        return Words.Has(s_wh, tokens[first].Id) && Words.Has(s_measure, next);
    }

    private static bool StartsLikeAdvice(ReadOnlySpan<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && Words.Has(s_lead, tokens[first].Id)) first++;
        if (tokens.Length - first < 4) return false;
        return tokens[first].Id == s_why && tokens[first + 1].Id == s_do && tokens[first + 2].Id == Words.Not && tokens[first + 3].Id == Words.You;
    }

    private static bool IsCommand(ReadOnlySpan<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && Words.Has(s_lead, tokens[first].Id)) first++;
        if (tokens[first].Id == s_do && first + 2 < tokens.Length && tokens[first + 1].Id == Words.Not)
            return Words.Has(s_commandVerb, tokens[first + 2].Id);
        return first + 1 < tokens.Length && Words.Has(s_commandVerb, tokens[first].Id);
    }

    /// <summary>"Mm-hm, go on", "I'm with you": nothing but keeping the client going.</summary>
    private static bool Encourages(ReadOnlySpan<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Length - 1 && Words.Has(s_keepGoing, tokens[first].Id) && tokens[first].Id != Words.I) first++;
        Span<CueMatch> matches = stackalloc CueMatch[4];
        var count = s_encouraging.Find(tokens[first..], matches);
        foreach (var match in matches[..count])
            if (match.Start == 0 && match.Length == tokens.Length - first) return true;
        return false;
    }

    private static readonly CueTable s_encouraging = new("go on; go on if you like; say more if you like; go ahead; go right ahead; take your time; i am listening; i am with you; i am still with you; i am following; i am following you; i follow you; i hear you; i hear that; keep going; please go on");
    private static readonly int s_why = Words.Table.Add("why");
    private static readonly int s_do = Words.Table.Add("do");
    private static readonly bool[] s_keepGoing = Words.Set("ok mhm right yeah yes uh huh sure oh i see wow really good great well so no alright mm exactly absolutely fine and true hm got it cool gotcha you understood interesting");
    private static readonly bool[] s_lead = Words.Set("so and but ok well now then yeah right um just also oh mhm please");
    private static readonly bool[] s_inverting = Words.Set("do did does are is was were have has had can could would will should may might am");
    private static readonly bool[] s_subject = Words.Set("you i we he she they it that this there your the any anyone anything");
    private static readonly bool[] s_wh = Words.Set("what how why which when where who whose");
    private static readonly bool[] s_whNoun = Words.Set("kind sort about many much often long else other things made makes happened happens brings brought come type time else");
    private static readonly bool[] s_factWh = Words.Set("when where who which whose");
    private static readonly bool[] s_measure = Words.Set("many much often old long likely important confident ready time day far big tall");
    private static readonly bool[] s_commandVerb = Words.Set("stop quit throw go call put get take start make keep write leave avoid cut eat drink smoke buy stay bring delete sign");
}
