using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>What the cues of one clause say: evidence for each direction and the kind that carries it.</summary>
internal struct ClauseEvidence
{
    internal double Change;
    internal double Sustain;
    internal ChangeTalkKind ChangeKind;
    internal ChangeTalkKind SustainKind;
    internal int ChangeBand;
    internal int SustainBand;
    private double _changeBest;
    private double _sustainBest;

    internal void Add(TalkDirection direction, ChangeTalkKind kind, double weight, int band)
    {
        if (direction == TalkDirection.Change)
        {
            Change += weight;
            if (weight <= _changeBest) return;
            (_changeBest, ChangeKind, ChangeBand) = (weight, kind, band);
        }
        else if (direction == TalkDirection.Sustain)
        {
            Sustain += weight;
            if (weight <= _sustainBest) return;
            (_sustainBest, SustainKind, SustainBand) = (weight, kind, band);
        }
    }
}

/// <summary>Reads the cues of a clause and signs them: verb times object times negation (DOMAIN rules on polarity).</summary>
internal static class ClauseCues
{
    private const int MostMatches = 40;

    internal static ClauseEvidence Read(ReadOnlySpan<Token> tokens, TargetBehavior? target) => Read(tokens, TargetWords.Of(target), out _);

    [SkipLocalsInit]
    internal static ClauseEvidence Read(ReadOnlySpan<Token> tokens, TargetWords target, out ClauseStance stance)
    {
        var evidence = default(ClauseEvidence);
        Span<CueMatch> matches = stackalloc CueMatch[MostMatches];
        var count = Stance(matches[..ClientCues.Table.Find(tokens, matches)], out stance);
        var (behavior, forBehavior) = target;
        var conditional = OfCondition(tokens, behavior, forBehavior);
        if (conditional != TalkDirection.Neutral)
        {
            // What follows from a condition is a reason; the verbs inside it promise nothing.
            evidence.Add(conditional, ChangeTalkKind.Reason, 1.6, 2);
            return evidence;
        }

        var hedges = int.MinValue;
        for (var i = 0; i < count; i++)
        {
            var match = matches[i];
            if (IsCovered(matches[..count], i)) continue;
            var cue = ClientCues.Cue(match.Cue);
            var negated = IsNegated(tokens, match.Start);
            var weight = cue.Weight;
            if (hedges == int.MinValue) hedges = Hedges(tokens);
            var band = Math.Clamp(cue.Band + hedges, 1, 5);
            var direction = cue.Sign switch
            {
                CueSign.Change => TalkDirection.Change,
                CueSign.Sustain => TalkDirection.Sustain,
                CueSign.ForBehavior => forBehavior,
                CueSign.AgainstBehavior => Opposite(forBehavior),
                CueSign.LikingObject => OfLiking(tokens, match, behavior, forBehavior, ref weight),
                CueSign.DislikingObject => Opposite(OfLiking(tokens, match, behavior, forBehavior, ref weight)),
                CueSign.ObjectNegated => Opposite(OfObject(tokens, match, behavior, forBehavior, ref weight, ref negated)),
                CueSign.Step => OfStep(tokens, match, behavior, forBehavior, ref weight, ref negated),
                _ => OfObject(tokens, match, behavior, forBehavior, ref weight, ref negated),
            };
            if (negated) direction = Opposite(direction);
            if (negated && cue.Sign != CueSign.Object) weight *= 0.6;
            evidence.Add(direction, cue.Kind, weight, band);
        }

        return evidence;
    }

    /// <summary>True when the clause reports another person's opinion.</summary>
    internal static bool IsReported(ReadOnlySpan<Token> tokens)
    {
        Read(tokens, TargetWords.Of(null), out var stance);
        return (stance & ClauseStance.Reported) != 0;
    }

    /// <summary>Takes the stances out of the matches.</summary>
    private static int Stance(Span<CueMatch> matches, out ClauseStance stance)
    {
        stance = ClauseStance.Own;
        var count = 0;
        foreach (var match in matches)
        {
            if (match.Cue < ClientCues.FirstStance) matches[count++] = match;
            else stance |= (ClauseStance)(1 << (match.Cue - ClientCues.FirstStance));
        }

        return count;
    }

    private static TalkDirection Opposite(TalkDirection direction) => direction switch
    {
        TalkDirection.Change => TalkDirection.Sustain,
        TalkDirection.Sustain => TalkDirection.Change,
        _ => direction,
    };

    /// <summary>A shorter match inside a longer one says nothing of its own.</summary>
    private static bool IsCovered(ReadOnlySpan<CueMatch> matches, int index)
    {
        var match = matches[index];
        for (var j = 0; j < matches.Length; j++)
        {
            var other = matches[j];
            if (j == index || other.Start > match.Start || other.Start + other.Length < match.Start + match.Length) continue;
            if (other.Length > match.Length || j < index) return true;
        }

        return false;
    }

    private static bool IsNegated(ReadOnlySpan<Token> tokens, int start)
    {
        for (var i = Math.Max(0, start - 3); i < start; i++)
            if (Words.Has(s_negators, tokens[i].Id)) return true;
        return false;
    }

    private static TalkDirection OfObject(
        ReadOnlySpan<Token> tokens, CueMatch match, bool[] behavior, TalkDirection forBehavior, ref double weight, ref bool negated)
    {
        var from = match.Start + match.Length;
        bool down = false, act = false, change = false, same = false, bad = false, away = false;
        for (var i = from; i < tokens.Length && i < from + 10; i++)
        {
            var id = tokens[i].Id;
            if (Words.Has(s_negators, id)) negated = !negated;
            else if (Words.Has(s_down, id)) down = true;
            else if (Words.Has(behavior, id) && !(i < from + 4 && i + 1 < tokens.Length && Words.Has(s_elsewhere, tokens[i + 1].Id))) act = true;
            else if (Words.Has(s_change, id) || id == s_weight) change = true;
            else if (Words.Has(s_same, id)) same = true;
            else if (Words.Has(s_bad, id)) bad |= !((i + 1 < tokens.Length && tokens[i + 1].Id == s_weight) || (i + 2 < tokens.Length && tokens[i + 2].Id == s_weight));
            else if (i < from + 4 && Words.Has(s_elsewhere, id)) away = true;
        }

        if (away)
        {
            weight *= 0.15;
            return TalkDirection.Change;
        }

        var decrease = forBehavior == TalkDirection.Sustain;
        if (bad && !act && !down) return TalkDirection.Sustain;
        if (down) return act ? Opposite(forBehavior) : decrease ? TalkDirection.Change : TalkDirection.Sustain;
        if (act) return forBehavior;
        if (change) return TalkDirection.Change;
        if (same) return negated || decrease ? TalkDirection.Sustain : TalkDirection.Change;
        weight *= from == tokens.Length ? 0.75 : Words.Has(s_wanting, tokens[from - 1].Id) || from - match.Start > 1 && Words.Has(s_wanting, tokens[from - 2].Id) ? 0.7 : 0.45;
        return TalkDirection.Change;
    }

    /// <summary>"If I lost weight my back would hurt less": the condition's direction times the outcome's worth.</summary>
    private static TalkDirection OfCondition(ReadOnlySpan<Token> tokens, bool[] behavior, TalkDirection forBehavior)
    {
        var start = 0;
        while (start < tokens.Length && !Words.Has(s_if, tokens[start].Id)) start++;
        if (start + 1 >= tokens.Length || tokens[start + 1].Id != Words.I) return TalkDirection.Neutral;
        var modal = start + 3;
        while (modal < tokens.Length && !Words.Has(s_outcomeModal, tokens[modal].Id)) modal++;
        if (modal >= tokens.Length) return TalkDirection.Neutral;
        bool down = false, act = false, change = false, negated = false;
        for (var i = start + 2; i < modal; i++)
        {
            var id = tokens[i].Id;
            if (Words.Has(s_negators, id)) negated = !negated;
            else if (Words.Has(s_down, id) || Words.Has(s_stopped, id)) down = true;
            else if (Words.Has(behavior, id)) act = true;
            else if (Words.Has(s_change, id) || id == s_weight) change = true;
        }

        var direction = down ? act || forBehavior == TalkDirection.Sustain ? Opposite(forBehavior) : TalkDirection.Neutral
            : act ? forBehavior : change ? TalkDirection.Change : TalkDirection.Neutral;
        if (negated) direction = Opposite(direction);
        var worth = 0;
        for (var i = modal; i < tokens.Length; i++)
        {
            var id = tokens[i].Id;
            if (Words.Has(s_less, id)) worth = worth < 0 ? -worth : worth + 1;
            else if (Words.Has(s_badOutcome, id)) worth -= worth > 0 && Words.Has(s_less, tokens[i - 1].Id) ? -1 : 2;
            else if (Words.Has(s_goodOutcome, id)) worth++;
        }

        return worth > 0 ? direction : worth < 0 ? Opposite(direction) : TalkDirection.Neutral;
    }

    /// <summary>Liking speaks for the behavior when the behavior is what is liked.</summary>
    private static TalkDirection OfLiking(ReadOnlySpan<Token> tokens, CueMatch match, bool[] behavior, TalkDirection forBehavior, ref double weight)
    {
        var from = match.Start + match.Length;
        for (var i = from; i < tokens.Length && i < from + 6; i++)
            if (Words.Has(behavior, tokens[i].Id) || (i == from && Words.Has(s_pronoun, tokens[i].Id)) || Words.Has(s_liked, tokens[i].Id)) return forBehavior;
        weight *= 0.2;
        return forBehavior;
    }

    /// <summary>A finished act of late: what was done decides its sign, and without a recent time it is history.</summary>
    private static TalkDirection OfStep(
        ReadOnlySpan<Token> tokens, CueMatch match, bool[] behavior, TalkDirection forBehavior, ref double weight, ref bool negated)
    {
        bool recent = false, act = false, later = false, help = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens[i].Id;
            recent |= Words.Has(s_recent, id);
            later |= Words.Has(s_past, id);
            help |= Words.Has(s_help, id);
            act |= Words.Has(behavior, id);
            if (i >= match.Start + match.Length && i < match.Start + match.Length + 4 && Words.Has(s_negators, id)) negated = !negated;
        }

        if (later) weight *= recent ? 0.4 : 0.1;
        var verb = tokens[match.Start + match.Length - 1].Id;
        var removes = Words.Has(s_removing, verb);
        if (forBehavior == TalkDirection.Change)
        {
            if (Words.Has(s_dropping, verb))
            {
                weight *= act || recent ? 1 : 0.4;
                return TalkDirection.Sustain;
            }

            weight *= act && recent ? 1 : act ? 0.7 : recent ? 0.65 : 0.15;
            return TalkDirection.Change;
        }

        if (help || removes)
        {
            weight *= recent || act ? 1 : 0.5;
            return TalkDirection.Change;
        }

        if (act)
        {
            weight *= verb == s_bought ? 0.9 : recent ? 0.5 : 0.2;
            return TalkDirection.Sustain;
        }

        weight *= recent ? 0.35 : 0.1;
        return TalkDirection.Change;
    }

    /// <summary>Strengthening words less hedges.</summary>
    private static int Hedges(ReadOnlySpan<Token> tokens)
    {
        var band = 0;
        foreach (var token in tokens)
        {
            if (Words.Has(s_strong, token.Id)) band++;
            else if (Words.Has(s_hedges, token.Id)) band--;
        }

        return band;
    }

    private static readonly bool[] s_negators = Words.Set("not never no nobody nothing hardly neither nor none");
    private static readonly bool[] s_down = Words.Set("stop stopping stopped quit quitting cut cutting reduce reducing less fewer avoid without off give drop lower sober clean limit kick leave skip pour flush throw delete block");
    private static readonly int s_weight = Words.Table.Add("weight");
    private static readonly bool[] s_if = Words.Set("if when whenever once");
    private static readonly bool[] s_stopped = Words.Set("quitting gave");
    private static readonly bool[] s_outcomeModal = Words.Set("would will could can might is am feel sleep get just");
    private static readonly bool[] s_less = Words.Set("less fewer");
    private static readonly bool[] s_goodOutcome = Words.Set("better easier ease more save sleep hold keep healthier feel breathe stronger proud happy happier energy clearer calmer steadier win fix");
    private static readonly bool[] s_badOutcome = Words.Set("no not hurt lose sick die worse miss bored boring lonely alone crazy gain shake anxious stressed fat nothing nobody awful terrible");
    private static readonly bool[] s_wanting = Words.Set("want could love like wish");
    private static readonly bool[] s_elsewhere = Words.Set("job work talking asking ex pharmacy seat bus train shop store shops know find use bathroom coffee hear see keys sandwich pick lunchtime");
    private static readonly bool[] s_bad = Words.Set("sick scared lose losing die dying catch hurt end worse afraid lonely dead embarrassed");
    private static readonly bool[] s_liked = Words.Set("taste feeling buzz rush kick ritual drill needles");
    private static readonly bool[] s_pronoun = Words.Set("it that them this my");
    private static readonly bool[] s_recent = Words.Set("yesterday today tonight tomorrow week weekend monday tuesday wednesday thursday friday saturday sunday morning night evening since lately days already now last far weeks day every");
    private static readonly int s_bought = Words.Table.Add("bought");
    private static readonly bool[] s_help = Words.Set("meeting meetings group doctor clinic counselor sponsor patches patch helpline");
    private static readonly bool[] s_past = Words.Set("years year school child back when used young once before months");
    private static readonly bool[] s_removing = Words.Set("threw deleted poured flushed blocked handed gave cut stopped quit left skipped walked called rang phoned joined signed booked told avoided refused switched swapped put");
    private static readonly bool[] s_dropping = Words.Set("skipped missed stopped quit forgot left dropped threw flushed refused avoided");
    private static readonly bool[] s_change = Words.Set("change changing better healthy healthier help different try trying work improve start do myself life control treatment meeting meetings dry help");
    private static readonly bool[] s_same = Words.Set("keep continue same");
    private static readonly bool[] s_hedges = Words.Set("maybe might perhaps possibly guess probably suppose could wonder kind sort someday if think hope try");
    private static readonly bool[] s_strong = Words.Set("definitely absolutely really swear promise totally completely never guarantee tomorrow monday tuesday wednesday thursday friday saturday sunday today tonight");
}
