using System.Collections.Immutable;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>The session after the client's turn was taken in, and what was noticed in the turn: all that a choice rests on.</summary>
internal sealed class Situation(DialogueSession session, Appraisal appraisal)
{
    public DialogueSession Session { get; } = session;

    public Appraisal Appraisal { get; } = appraisal;

    public Pace Pace => Session.Pace;

    public DialogueOptions Options => Session.Options;

    public MoveNote Last => Pace.Last;

    public bool First => Pace.Replies == 0;

    public VolleyNote Now => Session.Volleys[^1];

    public bool Has(ClientSignals signal) => Appraisal.Has(signal);

    /// <summary>True when this turn is the yes to a question for leave, also one with other talk between.</summary>
    public bool JustAgreed(PermissionKind kind) => Has(ClientSignals.Agrees) && Session.Permissions.Allows(kind) && Session.Permissions.TurnOf(kind) == Appraisal.Coded.Utterance.Turn;

    // What may be given back.

    public ClientClause? Change => LastOf(TalkDirection.Change);

    public ClientClause? Sustain => LastOf(TalkDirection.Sustain);

    public ClientClause? Any => Change ?? Sustain ?? LastOf(TalkDirection.Neutral);

    public bool ChangeCameLast => Change is { } change && Sustain is { } sustain && Appraisal.Clauses.IndexOf(change) > Appraisal.Clauses.IndexOf(sustain);

    /// <summary>Change talk of an earlier turn that has not been gathered yet, latest first.</summary>
    public ClientClause? EarlierChange =>
        Session.Clauses.LastOrDefault(c => c is { Direction: TalkDirection.Change, Strength: >= 2 } && c.Turn < Now.Turn && c.Turn > Pace.LinkedTo);

    public ImmutableArray<ClientClause> Gathered
    {
        get
        {
            var fresh = Session.Clauses.Where(c => c.Turn > Pace.SummarizedTo).ToArray();
            var change = fresh.Where(c => c is { Direction: TalkDirection.Change, Strength: >= 1 }).GroupBy(c => c.Turn).Select(g => g.MaxBy(c => c.Strength)!)
                .OrderByDescending(c => c.Strength).Take(4).OrderBy(c => c.Turn).ToArray();
            if (change.Length >= 3) return [.. change];
            var neutral = fresh.Where(c => c.Direction == TalkDirection.Neutral).TakeLast(6 - change.Length);
            return [.. neutral, .. change];
        }
    }

    // Counts over the latest volleys.

    public int Recent(TalkDirection direction, int among) => Session.Volleys.TakeLast(among).Count(v => v.Talk == direction);

    public int RecentSignals(ClientSignals signal, int among) => Session.Volleys.TakeLast(among).Count(v => (v.Signals & signal) != 0);

    public int ChangeTalk => Session.Volleys.Count(v => v.ChangeKinds != 0);

    public bool IsKind(TalkDirection direction, params ReadOnlySpan<ChangeTalkKind> kinds)
    {
        foreach (var kind in kinds)
            if (Now.Has(kind, direction)) return true;
        return false;
    }

    /// <summary>
    /// Signs that it is time to ask what comes next: mobilizing talk, or strong change talk more than once, and hardly any
    /// talk against it of late.
    /// </summary>
    public bool Ready
    {
        get
        {
            if (Now.Talk != TalkDirection.Change || Recent(TalkDirection.Sustain, 4) > 1 || Has(ClientSignals.Mixed)) return false;
            var mobilizing = Session.Volleys.TakeLast(4).Count(v => v.Has(ChangeTalkKind.Commitment, TalkDirection.Change)
                || v.Has(ChangeTalkKind.Activation, TalkDirection.Change) || v.Has(ChangeTalkKind.TakingSteps, TalkDirection.Change));
            var strong = Session.Volleys.TakeLast(5).Count(v => v.Strength >= 3);
            return ChangeTalk >= 3 && (mobilizing >= 2 || (mobilizing >= 1 && strong >= 2) || strong >= 3);
        }
    }

    /// <summary>The client came decided: more evoking can only lower it.</summary>
    public bool ReadyAtStart => Session.Volleys.Length <= 3 && Now.Talk == TalkDirection.Change && Now.Strength >= 3 && !Has(ClientSignals.Mixed)
        && IsKind(TalkDirection.Change, ChangeTalkKind.Commitment) && Recent(TalkDirection.Sustain, 3) == 0;

    /// <summary>A summary falls due after eight client volleys; what is raw is heard first, but for no longer than twelve.</summary>
    public bool SummaryDue => Pace.SinceSummary >= (Has(ClientSignals.Feeling | ClientSignals.SelfBlame) ? 11 : 8) && Gathered.Length >= (Pace.SinceSummary >= 12 ? 2 : 3)
        && (Pace.SinceSummary >= 10 || Has(ClientSignals.ShortAnswer) || Gathered.Any(c => c.Turn == Now.Turn));

    /// <summary>The coder is sure enough of the direction to act on it in a way that would jar if it were wrong.</summary>
    public bool Sure => Appraisal.Coded.Confidence >= 0.6;

    // Asking.

    /// <summary>Whether a reflection may be followed by a question: two reflections to each question, the first one sooner, and never three questions in a row.</summary>
    public bool MayAsk => Pace.QuestionsInRow < 2 && (Pace.Reflections >= 2 * (Pace.Questions + 1) || (Pace.Questions == 0 && Pace.Replies >= 1));

    /// <summary>Whether both of the counselor's last two turns asked, whoever spoke them.</summary>
    public bool AskedTwice
    {
        get
        {
            var asked = 0;
            var seen = 0;
            for (var i = Session.Recent.Length - 1; i >= 0 && seen < 2; i--)
            {
                if (Session.Recent[i].Speaker != Speaker.Counselor) continue;
                seen++;
                if (Session.Recent[i].Text.AsSpan().TrimEnd() is [.., '?'] && !IsStatement(Session.Recent[i].Text)) asked++;
            }

            return asked == 2;
        }
    }

    /// <summary>"So you're doing this all alone?" is said with a rising voice, and is a reflection all the same.</summary>
    private static bool IsStatement(string text)
    {
        var end = text.AsSpan().TrimEnd().TrimEnd('?');
        var words = ClientWords.Plain(end[(end.LastIndexOfAny(".!?") + 1)..].ToString());
        var at = 0;
        while (at < words.Count && words[at] is "so" or "and" or "um" or "uh" or "okay" or "oh" or "but" or "then" or "right" or "well" or "yeah") at++;
        return at < words.Count && words[at] is "you" or "you're" or "you've" or "you'd" or "it's" or "that's" or "he's" or "she's" or "they're";
    }

    /// <summary>The first of the techniques that has not been used of late, preferring those used least; none when no question is due.</summary>
    public Technique Ask(params ReadOnlySpan<Technique> candidates) =>
        !MayAsk ? Technique.None : Has(ClientSignals.Feeling) ? candidates.Contains(Technique.Elaborate) ? Pick([Technique.Elaborate]) : Technique.None : Pick(candidates);

    /// <summary>As <see cref="Ask"/>, for turns that would otherwise leave a client without anything to hold on to.</summary>
    public Technique AskNow(params ReadOnlySpan<Technique> candidates) => Pace.QuestionsInRow < 2 ? Pick(candidates) : Technique.None;

    private Technique Pick(ReadOnlySpan<Technique> candidates)
    {
        var best = Technique.None;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (Pace.Since(candidate) < 4 || !IsFit(candidate)) continue;
            var count = Pace.CountOf(candidate);
            if (count >= fewest) continue;
            (best, fewest) = (candidate, count);
        }

        return fewest > MostOf(best) ? Technique.None : best;
    }

    private static int MostOf(Technique technique) => technique is Technique.Elaborate ? 6 : technique is Technique.AskReason or Technique.AskAbility or Technique.Values ? 2 : 1;

    private bool IsFit(Technique technique) => technique switch
    {
        Technique.ImportanceRuler => Session.Importance is null && Pace.Replies >= 3 && Pace.QuestionsInRow == 0 && Pace.CountOf(technique) == 0,
        Technique.ConfidenceRuler => Session.Confidence is null && Pace.Replies >= 4 && Pace.QuestionsInRow == 0 && Pace.CountOf(technique) == 0,
        Technique.Extremes => !Options.Adolescent,
        Technique.Elaborate => Any is not null,
        Technique.LookForward or Technique.LookBack or Technique.Extremes or Technique.Values => Pace.Replies >= 1,
        _ => true,
    };

    /// <summary>Whether leave may be asked for: not again within six client turns of the last word on it.</summary>
    public bool MayAskLeave(PermissionKind kind)
    {
        var permissions = Session.Permissions;
        return permissions[kind] is not (PermissionStatus.Granted or PermissionStatus.Asked) && (permissions.TurnOf(kind) is not { } turn || Now.Turn - turn >= 12);
    }

    // Building moves.

    /// <summary>A reflection of the kind that is due: a feeling when one was named, complex at least as often as not.</summary>
    public Technique Reflection(ClientClause? clause)
    {
        if (clause is null) return Technique.SimpleReflection;
        if (Has(ClientSignals.Feeling) && !Last.Is(Technique.FeelingReflection)) return Technique.FeelingReflection;
        return Pace.Complex < 0.6 * Pace.Reflections || (clause.Direction != TalkDirection.Neutral && !Last.Is(Technique.ComplexReflection)) ? Technique.ComplexReflection : Technique.SimpleReflection;
    }

    public NextMove Move(Technique technique, string rationale, string avoids, ClientClause? reflect = null, Technique then = Technique.None) => new()
    {
        Technique = technique,
        FollowUp = then,
        Task = Session.Task,
        Reflect = reflect is null ? [] : [reflect],
        Rationale = rationale,
        Avoids = avoids,
        Ruler = then == Technique.ImportanceRuler ? Ruler.Importance : then is Technique.ConfidenceRuler or Technique.ConfidenceCheck ? Ruler.Confidence : null,
    };

    /// <summary>What there is to hold on to in a neutral or agreeing stretch: the questions that draw out change talk.</summary>
    public Technique Evoke() => Evoke(MayAsk);

    public Technique Evoke(bool may)
    {
        if (!may || Pace.QuestionsInRow >= 2) return Technique.None;
        if (Has(ClientSignals.Feeling)) return Pick([Technique.Elaborate]);

        // Talk that has wandered off is followed for a while, and led back by way of the client's days.
        if (!OnSubject && Pace.SinceQuestion < 6) return Pick([Technique.Elaborate, Technique.TypicalDay]);
        if (Session.Volleys.Length <= 2 && Now.ChangeKinds == 0) return Pick([Technique.Elaborate, Technique.TypicalDay]);
        if (Session.Importance is <= 3) return Pick([Technique.Values, Technique.LookForward, Technique.AskWhatWouldChangeIt, Technique.Extremes, Technique.Elaborate]);
        if (Session is { Importance: >= 7, Confidence: <= 4 } || Recent(TalkDirection.Sustain, 3) > 0 && IsKind(TalkDirection.Sustain, ChangeTalkKind.Ability))
            return Pick([Technique.AskPastSuccess, Technique.AskAbility, Technique.ConfidenceRuler, Technique.Elaborate]);
        return Options.Adolescent
            ? Pick([Technique.Values, Technique.LookForward, Technique.AskDesire, Technique.LookBack, Technique.ImportanceRuler, Technique.AskReason, Technique.Elaborate])
            : Pick([Technique.AskDesire, Technique.LookBack, Technique.Values, Technique.ImportanceRuler, Technique.LookForward, Technique.Extremes, Technique.AskReason, Technique.Elaborate]);
    }

    /// <summary>Whether the client has lately taken a side or named the behavior.</summary>
    private bool OnSubject
    {
        get
        {
            if (Recent(TalkDirection.Neutral, 3) < Math.Min(3, Session.Volleys.Length)) return true;
            var words = ClientWords.Plain(Appraisal.Coded.Utterance.Text);
            foreach (var alias in Options.Target.Aliases)
                foreach (var word in words)
                    if (word.StartsWith(alias, StringComparison.Ordinal)) return true;
            return Options.Target.Aliases.IsEmpty;
        }
    }

    private ClientClause? LastOf(TalkDirection direction)
    {
        for (var i = Appraisal.Clauses.Length - 1; i >= 0; i--)
            if (Appraisal.Clauses[i].Direction == direction) return Appraisal.Clauses[i];
        return null;
    }
}
