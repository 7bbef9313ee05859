using System.Collections.Immutable;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>One row: when it fits, and the move it proposes; null lets a later row decide.</summary>
internal sealed record StrategyRow(string Name, Func<Situation, bool> Fits, Func<Situation, NextMove?> Propose);

/// <summary>
/// What a counselor does about what a client does, in the order in which a turn is looked at: strain before content,
/// requests before technique, change talk before sustain talk. The first row that fits and proposes decides. Safety has
/// been dealt with before. Every row has a case in the tests' Strategy.md.
/// </summary>
internal static class StrategyTable
{
    public static ImmutableArray<StrategyRow> Rows { get; } =
    [
        new("takes leave", s => s.Has(ClientSignals.Goodbye), s => s.Move(
            Technique.Closing, "The client takes leave: end with what they said themselves, and leave the door open.", "A last push.") with
        { Reflect = [.. (s.Session.Plan.IsEmpty ? s.Gathered.Where(c => c.Direction == TalkDirection.Change).TakeLast(2) : s.Session.Plan.Select(p => p.Clause).Take(2))] }),

        new("asks who speaks here", s => s.Has(ClientSignals.AsksAboutProgram), s => s.Move(
            Technique.Disclosure, "The client asks what this is: an honest answer first.", "Dodging the question.") with
        { Variant = s.Has(ClientSignals.AsksAboutPrivacy) ? "privacy" : "" }),

        new("several subjects, none chosen",
            s => s.Session.Focus is null && s.Has(ClientSignals.SeveralTopics) && ClientWords.Count(s.Appraisal.Coded.Utterance.Text) <= 60 && s.Session.Volleys.Length <= 2 && s.Pace.CountOf(Technique.AgendaMapping) == 0 && !s.Has(ClientSignals.Discord),
            s => s.Move(Technique.AgendaMapping, "Several subjects are on the table: lay them out and let the client choose.", "Picking for the client.") with
            { Items = [.. s.Session.Topics.Take(4)], Task = MiTask.Focusing }),

        new("denied the direct question", s => s.Appraisal.Risk.Denied && s.Has(ClientSignals.Refuses), s => s.Move(
            Technique.Acknowledge, "The direct question was answered: thank them, and go back to where they were.", "Dwelling on it, and asking again.", null,
            s.First ? Technique.OpeningQuestion : Technique.None) with
        { Variant = "denied" }),

        // Strain in the relationship comes before what was said.
        new("somebody else sent the client", s => (s.Has(ClientSignals.Pressure) || (s.Options.Mandated && s.First)) && s.Pace.CountOf(Technique.AcknowledgePressure) == 0, s => s.Move(
            Technique.AcknowledgePressure, "The client did not choose to come: name it once, and leave the hour to them.", "Labels, and an early focus on change.", s.Any)),
        new("strain, again and again", s => s.Has(ClientSignals.Discord) && s.RecentSignals(ClientSignals.Discord, 4) >= 3, s => s.Move(
            Technique.ShiftFocus, "The strain goes on: leave the contested point.", "Explaining and defending.", s.Any, Technique.EmphasizeAutonomy)),
        new("strain, again", s => s.Has(ClientSignals.Discord) && s.RecentSignals(ClientSignals.Discord, 4) == 2, s => s.Move(
            Technique.ComplexReflection, "Strain again: hear the feeling and give the reins back.", "Explaining and defending.", s.Any, Technique.EmphasizeAutonomy)),
        new("strain", s => s.Has(ClientSignals.Discord), s => s.Move(
            Technique.Apologize, "Strain in the relationship: own it and ask to be put right.", "Explaining and defending.", s.Any)),
        new("corrects", s => s.Has(ClientSignals.Correction), s => s.Move(
            Technique.AcceptCorrection, "The client puts something right: take it at once.", "Holding on to the wrong guess.", s.Any)),
        new("takes leave back that was given", s => s.Has(ClientSignals.Withdraws), s => s.Move(
            Technique.SimpleReflection, "The client takes leave back: it holds at once.", "Going on with what was offered.", s.Any, Technique.EmphasizeAutonomy)),

        // What was asked is answered.
        new("agreed to planning", s => s.Last.Permission == PermissionKind.Plan && s.Last.Is(Technique.AskPermission) && s.Session.Permissions.Allows(PermissionKind.Plan), s => s.Move(
            s.Has(ClientSignals.OwnIdea) ? Technique.SimpleReflection : Technique.Acknowledge, "The client agreed to plan: their ideas first.", "Writing the plan for them.",
            s.Has(ClientSignals.OwnIdea) ? s.Change : null, s.Has(ClientSignals.OwnIdea) ? Technique.PlanStep : Technique.AskOwnIdeas) with
        { Task = MiTask.Planning, Detail = s.Has(ClientSignals.OwnIdea) ? PlanDetail.When : PlanDetail.FirstStep, Variant = s.Has(ClientSignals.OwnIdea) ? "" : "agreed" }),
        new("agreed to hear ideas", s => s.Last.Permission == PermissionKind.Advice && s.Session.Permissions.Allows(PermissionKind.Advice), s => s.Move(
            Technique.OfferMenu, "The client agreed to hear ideas: two or three, and none is an answer too.", "A single prescription.")),
        new("agreed to hear facts", s => s.Last.Permission == PermissionKind.Information && s.Session.Permissions.Allows(PermissionKind.Information), s => s.Move(
            Technique.ProvideInformation, "The client agreed: a little, neutrally, then what they make of it.", "A lecture.", null, Technique.ElicitAfterProviding)),
        new("agreed to a referral", s => (s.Last.Permission == PermissionKind.Referral || s.JustAgreed(PermissionKind.Referral)) && s.Session.Permissions.Allows(PermissionKind.Referral), s => s.Move(
            Technique.OfferReferral, "The client agreed to hear whom they could turn to.", "Sending them away.")),
        new("agreed to look at kinds of help", s => ((s.Last.Permission == PermissionKind.Options && s.Last.Is(Technique.AskPermission)) || s.JustAgreed(PermissionKind.Options)) && s.Session.Permissions.Allows(PermissionKind.Options), s => s.Move(
            Technique.Acknowledge, "The client agreed: what they know and have tried comes first.", "A list before a question.", null, Technique.AskKnowledge) with { Permission = PermissionKind.Options }),
        new("told what they know of help", s => s.Last.Permission == PermissionKind.Options && s.Last.Is(Technique.AskKnowledge) && s.Session.Permissions.Allows(PermissionKind.Options) && !s.Has(ClientSignals.Silence), s => s.Move(
            Technique.OfferMenu, "The client asked or agreed, and has said what they know: the kinds of help, unranked, and none for now is one.", "A recommendation.") with { Permission = PermissionKind.Options }),
        new("refused what was offered", s => s.Last.Is(Technique.AskPermission) && s.Session.Permissions[s.Last.Permission] == PermissionStatus.Refused, s => s.Move(
            Technique.EmphasizeAutonomy, "The client said no: it is theirs to say.", "Asking a second time.", s.Any)),
        new("answered how sure of the plan", s => s.Has(ClientSignals.RulerAnswer) && s.Last.Is(Technique.ConfidenceCheck) && s.Appraisal.RulerAnswer >= 7, s => s.Move(
            Technique.PlanSummary, "Sure enough of the plan: give it back in the client's words.", "More steps than the client wants.") with
        { Reflect = [.. s.Session.Plan.Select(p => p.Clause)], Ruler = Ruler.Confidence, RulerAnswer = s.Appraisal.RulerAnswer }),
        new("answered a ruler", s => s.Has(ClientSignals.RulerAnswer), s => s.Move(
            Technique.RulerFollowUp, "A number was given: ask why not lower, which draws out the client's own reasons.", "Why not higher, which draws out reasons against.") with
        { Ruler = s.Last.Is(Technique.ImportanceRuler) || (s.Last.Technique == Technique.None && s.Appraisal.Before is { } before && before.Utterance.Text.Contains("important", StringComparison.OrdinalIgnoreCase)) ? Ruler.Importance : Ruler.Confidence, RulerAnswer = s.Appraisal.RulerAnswer }),
        new("said why the confidence is not lower",
            s => s.Last.Is(Technique.RulerFollowUp) && s.Session.Confidence is { } c && c is > 0 and < 9 && s.Pace.Since(Technique.ImportanceRuler) > 1 && s.Any is not null && s.Pace.CountOf(Technique.RulerUpward) == 0,
            s => s.Move(s.Reflection(s.Any), "The strengths behind the number are named: reflect them, then ask what would add one.", "A pep talk.", s.Any, Technique.RulerUpward) with
            { Ruler = Ruler.Confidence, RulerAnswer = s.Session.Confidence }),

        // Little was said.
        new("greets", s => s.Has(ClientSignals.Greeting) && s.Appraisal.Clauses.IsEmpty, s => s.Move(
            Technique.Acknowledge, "A greeting: open the conversation.", "Early focus.", null, Technique.OpeningQuestion) with
        { Variant = "greeting" }),
        new("silent", s => s.Has(ClientSignals.Silence), s => s.Move(
            Technique.Acknowledge, "Nothing was said: leave room, without pressing.", "Filling the silence with questions.", null,
            s.RecentSignals(ClientSignals.Silence, 3) >= 2 ? Technique.EmphasizeAutonomy : Technique.None) with
        { Variant = "silence" }),
        new("has no idea of their own, and asked", s => s.Last.Is(Technique.AskOwnIdeas) && s.Has(ClientSignals.NoIdea | ClientSignals.Refuses), s => s.Session.Permissions.Allows(PermissionKind.Advice)
            ? s.Move(Technique.OfferMenu, "The client asked and has no idea of their own yet: two or three options.", "A single prescription.")
            : s.MayAskLeave(PermissionKind.Advice)
                ? s.Move(Technique.Acknowledge, "No idea yet: offer some, with leave.", "Advice unasked.", null, Technique.AskPermission) with { Permission = PermissionKind.Advice, Variant = "noidea" }
                : null),
        new("answers in a word, in planning", s => s.Session.Task == MiTask.Planning && s.Has(ClientSignals.ShortAnswer) && !s.Has(ClientSignals.Refuses | ClientSignals.NoIdea), NextPlanStep),
        new("says in a word how it goes", s => s.Appraisal.Before is { } before && HowItGoes(s.Appraisal.Coded.Utterance.Text, before.Utterance.Text).Length > 0 && s.Pace.QuestionsInRow < 2 && !s.AskedTwice, s => s.Move(
            Technique.Elaborate, "An answer in a word to how it goes: ask for the story behind it.", "Going on to the next question.") with
        { Variant = HowItGoes(s.Appraisal.Coded.Utterance.Text, s.Appraisal.Before!.Utterance.Text) }),
        new("looks for a word", s => s.Has(ClientSignals.SeeksWord), s => s.Move(
            Technique.Acknowledge, "The client is looking for a word: leave room.", "Supplying it, and asking about it.") with { Variant = "word" }),
        new("answers in a word", s => s.Has(ClientSignals.ShortAnswer) && !s.Has(ClientSignals.AsksAdvice), ShortAnswer),

        // Requests.
        new("asks where to find help", s => s.Has(ClientSignals.AsksReferral), s => s.Move(
            Technique.OfferReferral, "The client asks whom they could turn to: two or more, and they choose.", "Sending them away.")),
        new("asks what help there is", s => s.Has(ClientSignals.AsksOptions), s => s.Move(
            Technique.Acknowledge, "The client asks what help there is: what they know and have tried comes first.", "A list before a question.", null, Technique.AskKnowledge) with { Permission = PermissionKind.Options }),
        new("wants another subject", s => s.Has(ClientSignals.ChangesSubject), s => s.Move(
            Technique.ShiftFocus, "The client wants to talk about something else: go with them.", "Holding on to the target.", s.Any)),
        new("asks for advice, own ideas known", s => s.Has(ClientSignals.AsksAdvice) && s.Pace.Since(Technique.AskOwnIdeas) <= 2, s => s.Move(
            Technique.OfferMenu, "The client asked, and has told their own ideas or has none: two or three options, and none is an answer too.", "A single prescription.")),
        new("asks for advice", s => s.Has(ClientSignals.AsksAdvice), s => s.Move(
            Technique.AskOwnIdeas, "The client asks for advice: glad to, and their own ideas come first.", "A single prescription.", s.Any)),
        new("told what they know", s => s.Last.Is(Technique.AskKnowledge) && s.Session.Permissions.Allows(PermissionKind.Information), s => s.Move(
            Technique.ProvideInformation, "The client asked, and has said what they know: a little more, neutrally, then what they make of it.", "A lecture.", s.Any, Technique.ElicitAfterProviding)),
        new("asks for facts", s => s.Has(ClientSignals.AsksInformation), s => s.Move(
            Technique.AskKnowledge, "The client wants to know: what they know already comes first.", "A lecture.", s.Any)),
        new("asks back", s => s.Has(ClientSignals.AsksBack), s => s.Move(
            Technique.AskKnowledge, "The client asks something that is not ours to settle: say so, and hand it back.", "Dodging the question, and playing the expert.", s.Any) with
        { Variant = s.Has(ClientSignals.ShortAnswer) || IsClarifying(s.Appraisal.Coded.Utterance.Text) ? "which" : "own" }),
        new("agrees to please", s => s.Has(ClientSignals.Pleases) && !s.Last.Is(Technique.EmphasizeAutonomy), s => s.Move(
            Technique.EmphasizeAutonomy, "Agreement to please: put the expert's chair back where it belongs.", "Taking the yes at its word.", null, s.AskNow(Technique.AskDesire, Technique.AskOwnIdeas, Technique.Values))),

        new("lapse", s => s.Has(ClientSignals.Lapse), s => s.Move(
            Technique.NormalizeLapse, "A lapse: a common part of change, and a choice is open again.", "Scolding, and starting from zero.", s.Sustain ?? s.Any, s.Ask(Technique.Elaborate))),

        // Planning.
        new("says how sure before the plan is whole, or goes back", s => s.Session.Task == MiTask.Planning && s.Recent(TalkDirection.Sustain, 3) >= 2, s => s.Move(
            s.Reflection(s.Any), "Talk against the change has come back: return to evoking.", "Pressing on with the plan.", s.Any, Technique.EmphasizeAutonomy) with
        { Task = MiTask.Evoking }),
        new("planning", s => s.Session.Task == MiTask.Planning && s.Now.Talk != TalkDirection.Sustain, NextPlanStep),
        new("answered the key question", s => s.Pace.Since(Technique.KeyQuestion) <= 1 && s.Now.Talk == TalkDirection.Change && s.MayAskLeave(PermissionKind.Plan), s => s.Move(
            s.Reflection(s.Change), "The client says what comes next: give it back, and ask whether to plan.", "Planning unasked.", s.Change, Technique.AskPermission) with
        { Permission = PermissionKind.Plan }),
        new("ready", s => s.Ready && !s.Has(ClientSignals.NoIdea) && s.Pace.Since(Technique.KeyQuestion) > 5 && s.Gathered.Count(c => c.Direction == TalkDirection.Change) >= 2, s => s.Move(
            Technique.TransitionalSummary, "Change talk has grown firm: draw it together, ask what comes next, and then wait.", "More reasons.", null, Technique.KeyQuestion) with
        { Reflect = [.. s.Gathered.Where(c => c.Direction == TalkDirection.Change)] }),
        new("ready at the start", s => s.ReadyAtStart && s.MayAskLeave(PermissionKind.Plan), s => s.Move(
            Technique.ComplexReflection, "The client came decided: more reasons could only talk it down; offer to plan.", "Digging for doubts.", s.Change, Technique.AskPermission) with
        { Permission = PermissionKind.Plan }),
        new("summary due", s => s.SummaryDue, s => s.Move(
            Technique.CollectingSummary, "Several turns have gone by: gather what the client has said.", "Losing what was said.", null, s.Now.Talk == TalkDirection.Change ? s.Ask(Technique.AskReason) : Technique.None) with
        { Reflect = s.Gathered }),

        // Change talk, after shame has been heard.
        new("self-blame", s => s.Has(ClientSignals.SelfBlame) && s.Any is not null && !s.Last.Is(Technique.Reframe), s => s.Move(
            Technique.Reframe, "Self-blame: the same facts in a kinder light.", "Reassurance.", s.Any) with
        { Variant = "selfblame" }),
        new("has taken a step", s => s.Now.Talk == TalkDirection.Change && s.IsKind(TalkDirection.Change, ChangeTalkKind.TakingSteps), s => s.Move(
            s.Pace.SinceAffirmation >= 3 && s.Sure && !s.Has(ClientSignals.SelfBlame | ClientSignals.Lapse | ClientSignals.Mixed) ? Technique.Affirm : s.Reflection(s.Change), "A step was taken: name it, and what it took.", "General praise.", s.Change, s.Ask(Technique.Elaborate, Technique.AskAbility))),
        new("both sides", s => s.Has(ClientSignals.Mixed) && s.Change is not null && s.Sustain is not null, s => s.ChangeCameLast && s.Last.Is(Technique.DoubleSidedReflection)
            ? s.Move(s.Reflection(s.Change), "Both sides, change last: take up the change half.", "Giving back only the other half.", s.Change, s.Ask(Technique.Elaborate, Technique.AskReason))
            : s.Move(Technique.DoubleSidedReflection, "Both sides in one breath: both back, the change half last.", "Giving back only the half against change.", null,
                s.Ask(Technique.Elaborate, Technique.AskDesire, Technique.LookForward)) with
            { Reflect = [s.Sustain!, s.Change!] }),
        new("commits", s => s.Now.Talk == TalkDirection.Change && s.IsKind(TalkDirection.Change, ChangeTalkKind.Commitment, ChangeTalkKind.Activation), s =>
            s.ChangeTalk >= 2 && s.Now.Strength >= 2 && s.MayAskLeave(PermissionKind.Plan) && s.Recent(TalkDirection.Sustain, 2) == 0
                ? s.Move(s.Reflection(s.Change), "The client says that they will: give it back, and ask whether to plan.", "Planning unasked.", s.Change, Technique.AskPermission) with { Permission = PermissionKind.Plan }
                : s.Move(s.Reflection(s.Change), "Willingness: give it back and let it grow.", "Jumping to a plan.", s.Change, s.Ask(Technique.AskReason, Technique.AskAbility, Technique.AskNeed))),
        new("change talk after an earlier one", s => s.Now.Talk == TalkDirection.Change && s.Change is not null && s.EarlierChange is not null && s.Pace.Since(Technique.LinkingSummary) > 8 && s.Pace.SinceSummary > 3 && s.Pace.Replies >= 5 && s.Change.Strength >= 2 && !s.Has(ClientSignals.Feeling), s => s.Move(
            Technique.LinkingSummary, "This goes with something said before: connect the two.", "Taking them one by one.", null, s.Ask(Technique.LookForward, Technique.AskReason)) with
        { Reflect = [s.EarlierChange!, s.Change!] }),
        new("can", s => s.Now.Talk == TalkDirection.Change && s.IsKind(TalkDirection.Change, ChangeTalkKind.Ability), s => s.Move(
            s.Reflection(s.Change), "The client sees a way: give it back and ask how.", "Taking the idea over.", s.Change, s.Ask(Technique.AskAbility, Technique.AskPastSuccess, Technique.ConfidenceRuler, Technique.Elaborate))),
        new("must", s => s.Now.Talk == TalkDirection.Change && s.IsKind(TalkDirection.Change, ChangeTalkKind.Need), s => s.Move(
            s.Reflection(s.Change), "It matters to the client: give it back and ask what makes it so.", "Agreeing too loudly.", s.Change, s.Ask(Technique.AskNeed, Technique.AskReason, Technique.ImportanceRuler, Technique.LookForward))),
        new("would like to", s => s.Now.Talk == TalkDirection.Change && s.IsKind(TalkDirection.Change, ChangeTalkKind.Desire), s => s.Move(
            s.Reflection(s.Change), "A wish for change: give it back and let the client paint it.", "Jumping to a plan.", s.Change, s.Ask(Technique.LookForward, Technique.AskReason, Technique.Values, Technique.AskAbility))),
        new("has reasons", s => s.Now.Talk == TalkDirection.Change, s => s.Move(
            s.Reflection(s.Change ?? s.Any), "A reason for change in the client's own words: give it back and ask for more.", "Ignoring it, or answering with \"but\".", s.Change ?? s.Any,
            s.Session.Importance is null && s.ChangeTalk >= 3
                ? s.Ask(Technique.Elaborate, Technique.ImportanceRuler, Technique.AskReason, Technique.LookForward, Technique.Extremes, Technique.LookBack)
                : s.Ask(Technique.Elaborate, Technique.AskReason, Technique.LookBack, Technique.LookForward, Technique.Values))),

        // Sustain talk.
        new("sustain talk keeps coming", s => s.Now.Talk == TalkDirection.Sustain && s.Recent(TalkDirection.Sustain, 4) >= 3, KeepsComing),
        new("will not", s => s.Now.Talk == TalkDirection.Sustain && s.Sure && s.IsKind(TalkDirection.Sustain, ChangeTalkKind.Commitment, ChangeTalkKind.Activation, ChangeTalkKind.Need), s => s.Move(
            s.Last.Is(Technique.ComingAlongside) || s.Last.Is(Technique.EmphasizeAutonomy) ? s.Reflection(s.Sustain) : Technique.ComingAlongside,
            "A clear no for now: take it as it is, and the choice as theirs.", "Persuasion.", s.Sustain,
            s.Last.Is(Technique.ComingAlongside) || s.Last.Is(Technique.EmphasizeAutonomy) ? s.Ask(Technique.AskWhatWouldChangeIt) : Technique.EmphasizeAutonomy)),
        new("cannot", s => s.Now.Talk == TalkDirection.Sustain && s.IsKind(TalkDirection.Sustain, ChangeTalkKind.Ability), s => s.Move(
            s.Reflection(s.Sustain), "Doubt about being able: hear how hard it is, and look for what has worked.", "Cheering and minimizing.", s.Sustain,
            s.Ask(Technique.AskPastSuccess, Technique.ConfidenceRuler, Technique.AskAbility))),
        new("sees no problem", s => s.Now.Talk == TalkDirection.Sustain && s.IsKind(TalkDirection.Sustain, ChangeTalkKind.Other), s => s.Move(
            s.Now.Strength <= -3 && s.Pace.CountOf(Technique.AmplifiedReflection) < 2 && !s.First ? Technique.AmplifiedReflection : Technique.SimpleReflection,
            "No problem from where the client stands: give that back as it is.", "Evidence.", s.Sustain, s.Ask(Technique.TypicalDay, Technique.Values, Technique.AskOtherSide))),
        new("likes it as it is, and has said otherwise", s => s.Now.Talk == TalkDirection.Sustain && s.Sustain is not null && s.EarlierChange is not null, s => s.Move(
            Technique.DoubleSidedReflection, "A reason for things as they are beside an earlier reason for change: both, the change half last.", "Asking for more of the good side.", null,
            s.Ask(Technique.AskDesire, Technique.LookForward)) with
        { Reflect = [s.Sustain!, s.EarlierChange!] }),
        new("likes it as it is", s => s.Now.Talk == TalkDirection.Sustain, s => s.Move(
            s.Reflection(s.Sustain ?? s.Any), "A reason for things as they are: hear it, and look for the other half.", "Asking for more of the good side.", s.Sustain ?? s.Any,
            s.Ask(Technique.AskOtherSide, Technique.Values, Technique.TypicalDay))),

        new("says much at once", s => s.Has(ClientSignals.Rambling), s => s.Move(
            Technique.ComplexReflection, "Much at once: one thread of it, the one that matters most.", "Answering every thread.", s.Any)),
        new("neither for nor against", _ => true, s => s.Move(
            s.Reflection(s.Any), s.Session.Volleys.Length <= 2 ? "Still getting acquainted: listen." : "No stance in this turn: listen, and ask toward change when a question is due.",
            "Questions in a row.", s.Any, s.Evoke())),
    ];

    /// <summary>The first row that fits and proposes a move.</summary>
    public static (StrategyRow Row, NextMove Move) Choose(Situation situation)
    {
        foreach (var row in Rows)
            if (row.Fits(situation) && row.Propose(situation) is { } move) return (row, Tempered(situation, move));
        throw new InvalidOperationException("The last row fits always.");
    }

    /// <summary>After two questions in a row nothing is asked, whatever the row says.</summary>
    private static NextMove Tempered(Situation s, NextMove move)
    {
        // Who breaks off has more to say: hear it, and neither ask nor sum up.
        if (s.Has(ClientSignals.BreaksOff) && !s.Has(ClientSignals.Discord) && (move.Technique.IsReflection() || move.Technique is Technique.CollectingSummary or Technique.TransitionalSummary or Technique.LinkingSummary))
            return s.Move(s.Reflection(s.Any), "The client is in the middle of saying it: hear that much, and leave room.", "Summing up and asking in the middle of a sentence.", s.Any);

        // Asking leave opens a stretch of questions of its own: not on the heels of another question.
        if (move.FollowUp == Technique.AskPermission && s.Pace.QuestionsInRow > 0) return move with { FollowUp = Technique.None, Permission = PermissionKind.None };

        // Questions that only accompany wait while reflections are owed.
        if (move.FollowUp.Asks() && move.FollowUp is not (Technique.AskPermission or Technique.KeyQuestion or Technique.RulerFollowUp or Technique.PlanStep or Technique.ElicitAfterProviding) && move.Permission != PermissionKind.Options && s.Pace.Questions >= 2 && s.Pace.Reflections < 2 * (s.Pace.Questions + 1))
            return move with { FollowUp = Technique.None, Ruler = null };
        if (s.Pace.QuestionsInRow < 2) return move;

        // The yes to look at kinds of help is followed up whatever the count; the desk words it as a request.
        if (move is { Permission: PermissionKind.Options, FollowUp: Technique.AskKnowledge }) return move;
        if (move.FollowUp.Asks()) return move with { FollowUp = Technique.None, Permission = PermissionKind.None, Detail = PlanDetail.None, Ruler = null };
        return !move.Technique.Asks() ? move : s.Any is { } clause
            ? s.Move(s.Reflection(clause), "Two questions in a row: listen before the next.", move.Avoids, clause)
            : s.Move(Technique.Acknowledge, "Two questions in a row: leave room before the next.", move.Avoids);
    }

    /// <summary>"My parents or my friends?", "You mean the whole time?": the client asks what the question was.</summary>
    private static bool IsClarifying(string text)
    {
        var words = ClientWords.Plain(text);
        if (words.Count <= 4 && words[0] is not ("what" or "how" or "why" or "when" or "where" or "who" or "which" or "is" or "are" or "do" or "does" or "did" or "can" or "could" or "will" or "would" or "should" or "am" or "was" or "have" or "has")) return true;
        return words.Count <= 9 && (words.Contains("or") || words is ["you" or "as", ..] or ["like", _] or ["like", _, _] or ["in", "terms", ..] || words is ["do", "you", "mean", ..] || words is ["what", "do", "you", "mean", ..]);
    }

    /// <summary>"Whatever", "I guess", "fine": words that keep a door closed.</summary>
    private static bool Dodges(string text) => ClientWords.Plain(text).Exists(w => w is "fine" or "whatever" or "nothing" or "dunno" or "maybe" or "guess" or "depends" or "suppose" or "really" or "idk" or "dunno");

    /// <summary>"Maybe", "I guess": neither a yes nor a no.</summary>
    private static bool Hesitates(string text) => ClientWords.Plain(text) is { Count: <= 4 } words
        && (words.Exists(w => w is "maybe" or "guess" or "suppose" or "perhaps" or "possibly") || words is [.., "kind" or "sort", "of"] or [.., "kinda" or "sorta"]);

    /// <summary>"Pretty good" after a question how things go is "good", "not great" is "bad"; empty for anything else.</summary>
    private static string HowItGoes(string text, string question)
    {
        var words = ClientWords.Plain(text);
        if (words.Count is 0 or > 6 || !(question.AsSpan().TrimEnd() is [.., '?'] or [.., '.']) || !ClientWords.Plain(question).Contains("how")) return "";
        while (words.Count > 0 && words[0] is "um" or "uh" or "well" or "oh" or "yeah" or "it's" or "been" or "going" or "things" or "are" or "pretty" or "really" or "so" or "actually" or "very" or "i" or "guess" or "was" or "it" or "is") words.RemoveAt(0);
        while (words.Count > 0 && words[^1] is "i" or "guess" or "so" or "far" or "really" or "actually" or "suppose" or "lately") words.RemoveAt(words.Count - 1);
        return words switch
        {
            ["good" or "great" or "well" or "fine" or "okay" or "alright" or "better"] or ["not", "bad"] or ["not", "too" or "so", "bad"] or ["all", "right"] => "good",
            ["bad" or "terrible" or "awful" or "rough" or "horrible" or "hard" or "tough" or "badly"] or ["not", "good" or "great" or "well"] or ["not", "so" or "too" or "very", "good" or "great" or "well"] => "bad",
            _ => "",
        };
    }

    /// <summary>"Mm-hm", "all right", "definitely".</summary>
    private static bool IsNod(string text) => Coding.ShortAnswer.Of(text).Kind is ShortAnswerKind.Acknowledge or ShortAnswerKind.Yes
        || ClientWords.Plain(text) is { Count: <= 3 } words && words.Exists(w => w is "right" or "alright" or "definitely" or "exactly" or "absolutely" or "totally" or "perfect" or "great" or "good" or "nice" or "cool" or "true");

    /// <summary>Somebody else has just spoken in our place, and a word came in answer: what to do depends on what was said to the client.</summary>
    private static NextMove AfterAnother(Situation s, string avoids)
    {
        var nod = s.Move(Technique.Acknowledge, "A nod to what was just said: it was heard.", avoids) with { Variant = s.Has(ClientSignals.NoIdea) ? "noidea" : s.Has(ClientSignals.Refuses) ? "no" : Hesitates(s.Appraisal.Coded.Utterance.Text) ? "unsure" : "nod" };
        if (nod.Variant != "nod" || s.Appraisal.Before is not { } before || s.AskedTwice) return nod;
        var said = before.Utterance.Text.AsSpan().TrimEnd();
        if (said is [.., '-' or '\u2014' or '\u2013' or ','] || ClientWords.Count(before.Utterance.Text) < 4) return nod;
        if (said is [.., '?'])
        {
            if (!s.Has(ClientSignals.Agrees) && Coding.ShortAnswer.Of(s.Appraisal.Coded.Utterance.Text).Kind != ShortAnswerKind.Acknowledge) return nod;
            if (Ends(said, "sounds good?", "sound good?", "sound okay?", "sound all right?")) return nod with { Variant = "agreed" };
            if (Ends(said, "sense?", "okay?", "right?", "know?") && before.Codes.All(c => c.Miti != Miti42.SeekCollaboration)) return Elicit();
            if (before.Codes.Any(c => c.Code == Misc25.AdviseWithPermission || c.Miti == Miti42.SeekCollaboration) || Ends(said, "be okay?", "okay with you?", "all right with you?", "that okay?", "all right?"))
                return s.Pace.CountOf(Technique.AskKnowledge) < 3 ? s.Move(Technique.AskKnowledge, "Leave was given: the client's side comes first.", "A lecture.") with { Variant = "granted" } : nod;
            return Elaborate("A bare yes to a question: make room for more.");
        }

        return before.Main switch
        {
            CounselorMain.Input => Elicit(),
            CounselorMain.Reflection => Elaborate("A reflection was confirmed: make room for more."),
            _ => ClientWords.Count(before.Utterance.Text) >= 8 ? Elicit() : nod,
        };

        NextMove Elicit() => s.Pace.CountOf(Technique.ElicitAfterProviding) < 8 ? s.Move(Technique.ElicitAfterProviding, "The client was told something and nodded: ask what they make of it.", "More of the same.") : nod;
        NextMove Elaborate(string why) => s.Pace.CountOf(Technique.Elaborate) < 6 ? s.Move(Technique.Elaborate, why, avoids) with { Variant = "yes" } : nod;
    }

    private static bool Ends(ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
            if (text.EndsWith(end, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static NextMove? ShortAnswer(Situation s)
    {
        const string Avoids = "Questions in a row, and guesses about the silence.";
        var text = s.Appraisal.Coded.Utterance.Text;

        if (s.Last.Technique == Technique.None && s.Appraisal.Before is not null) return AfterAnother(s, Avoids);
        if (s.EarlierChange is { Strength: >= 2 } earlier && s.RecentSignals(ClientSignals.ShortAnswer, 4) >= 2 && s.Pace.Since(Technique.LinkingSummary) > 8)
        {
            return s.Move(Technique.LinkingSummary, "A word only: take up what the client said before.", Avoids, null, s.Ask(Technique.LookForward, Technique.AskReason, Technique.Values)) with
            { Reflect = [earlier] };
        }

        // A nod keeps no door closed, however often it comes.
        var many = s.RecentSignals(ClientSignals.ShortAnswer | ClientSignals.Silence, 4) >= 3 && !IsNod(text);
        return s.Move(Technique.Acknowledge, many ? "Words are few: leave room, and the choice of subject." : "A word only: it was heard.", Avoids, null,
            s.Pace.QuestionsInRow == 0 && (s.Pace.Reflections >= 2 * (s.Pace.Questions + 1) || s.Pace.SinceQuestion >= 4 || (s.Pace.Questions == 0 && !s.First)) ? s.Evoke(may: true) : many && s.Pace.Since(Technique.EmphasizeAutonomy) > 6 ? Technique.EmphasizeAutonomy : Technique.None) with
        { Variant = s.Has(ClientSignals.NoIdea) ? "noidea" : many ? "short" : Hesitates(text) ? "unsure" : s.Has(ClientSignals.Refuses) ? "no" : "" };
    }

    private static NextMove KeepsComing(Situation s)
    {
        const string Why = "Talk against the change keeps coming: another way of hearing it.";
        const string Avoids = "A tug-of-war.";
        Technique[] ways = [Technique.Reframe, Technique.AgreementWithATwist, Technique.AmplifiedReflection, Technique.ComingAlongside, Technique.ShiftFocus];
        var way = ways.MinBy(w => s.Pace.CountOf(w) * 100 - Math.Min(s.Pace.Since(w), 50));
        var then = way switch
        {
            Technique.ComingAlongside => Technique.EmphasizeAutonomy,
            Technique.ShiftFocus => s.AskNow(Technique.Values, Technique.TypicalDay),
            _ => s.Ask(Technique.AskOtherSide, Technique.AskWhatWouldChangeIt, Technique.Values),
        };
        return s.Move(way, Why, Avoids, s.Sustain ?? s.Any, then);
    }

    private static NextMove? NextPlanStep(Situation s)
    {
        var asked = s.Session.Plan.Select(p => p.Detail).ToHashSet();
        var next = PlanDetail.None;
        foreach (var detail in (ReadOnlySpan<PlanDetail>)[PlanDetail.FirstStep, PlanDetail.When, PlanDetail.Obstacle, PlanDetail.Who])
        {
            if (asked.Contains(detail) || s.Pace.Moves.Any(m => m.Detail == detail)) continue;
            next = detail;
            break;
        }

        var clause = s.Any;
        var technique = clause is null ? Technique.Acknowledge : s.Reflection(clause);
        const string Avoids = "Writing the plan for them.";
        if (clause is not null && s.Pace.SinceQuestion < (s.MayAsk ? 1 : 3))
            return s.Move(technique, "A piece of the plan: give it back, and leave room.", Avoids, clause);
        if (next != PlanDetail.None)
        {
            return s.Move(technique, "The plan takes shape: the next detail is the client's to name.", Avoids, clause, Technique.PlanStep) with { Detail = next };
        }

        if (s.Pace.CountOf(Technique.ConfidenceCheck) == 0)
            return s.Move(technique, "The plan is there: ask how sure the client is of it.", Avoids, clause, Technique.ConfidenceCheck);
        if (s.Pace.CountOf(Technique.PlanSummary) == 0 && !s.Session.Plan.IsEmpty)
        {
            return s.Move(Technique.PlanSummary, "The plan is there: give it back in the client's words.", Avoids) with
            { Reflect = [.. s.Session.Plan.Select(p => p.Clause)] };
        }

        return clause is null ? null : s.Move(technique, "The plan stands: listen.", "More steps than the client wants.", clause);
    }
}
