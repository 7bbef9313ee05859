using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Reporting;

/// <summary>One remark with the turns that it stands on.</summary>
internal sealed record FeedbackItem(string Words, IReadOnlyList<int> Turns);

/// <summary>Strengths first, then at most three things worth trying; each stands on turns that can be read.</summary>
internal static class Feedback
{
    public static (IReadOnlyList<FeedbackItem> Strengths, IReadOnlyList<FeedbackItem> Suggestions) Of(CodedTranscript session, SessionSummary summary)
    {
        var miti = summary.Miti;
        var strengths = new List<FeedbackItem>();
        var suggestions = new List<FeedbackItem>();
        var (met, missed) = AfterChangeTalk(session);

        if (miti.TotalAdherent > 0)
            strengths.Add(new FeedbackItem("Affirmed, shared the agenda or left the choice with the client.", Turns(miti, Miti42.Affirm, Miti42.SeekCollaboration, Miti42.EmphasizeAutonomy)));
        if (miti.ReflectionToQuestion.Value >= MitiThreshold.ReflectionToQuestion.Fair)
            strengths.Add(new FeedbackItem("Reflected at least as often as asking.", Turns(miti, Miti42.SimpleReflection, Miti42.ComplexReflection)));
        if (met.Count >= 2 && met.Count >= missed.Count)
            strengths.Add(new FeedbackItem("Stayed with change talk when the client offered it.", met));
        if (strengths.Count == 0 && Turns(miti, Miti42.SimpleReflection, Miti42.ComplexReflection) is { Count: > 0 } reflections)
            strengths.Add(new FeedbackItem("Gave back what the client said.", reflections));

        if (miti.TotalNonAdherent > 0)
            suggestions.Add(new FeedbackItem("Before persuading, ask what the client already knows and whether a thought of yours would be welcome.", Turns(miti, Miti42.Persuade, Miti42.Confront)));
        if (missed.Count > 0 && missed.Count > met.Count)
            suggestions.Add(new FeedbackItem("Change talk was followed by something else; try reflecting it or asking for more of it.", missed));
        if (miti.ReflectionToQuestion.Value < MitiThreshold.ReflectionToQuestion.Fair || summary.LongestQuestionRun.Length >= 4)
            suggestions.Add(new FeedbackItem("Try a reflection before the next question.", summary.LongestQuestionRun.Length > 0 ? [summary.LongestQuestionRun.FirstTurn] : Turns(miti, Miti42.Question)));
        if (miti.ComplexReflections.Value < MitiThreshold.ComplexReflections.Fair)
            suggestions.Add(new FeedbackItem("Guess at what is meant or felt beneath the words.", Turns(miti, Miti42.SimpleReflection)));

        // What is fair already can become good.
        var misc = summary.Misc;
        if (suggestions.Count < 3 && misc.CountOf(Misc25.ClosedQuestion) > misc.CountOf(Misc25.OpenQuestion))
            suggestions.Add(new FeedbackItem("Open some of the closed questions: \u201cwhat\u201d and \u201chow\u201d in place of a yes or no.", [.. misc.Explain(Misc25.ClosedQuestion).Turns.Distinct()]));
        if (suggestions.Count < 3 && missed.Count > 0 && missed.Count <= met.Count)
            suggestions.Add(new FeedbackItem("Some change talk passed by; stay with it a turn longer.", missed));
        if (suggestions.Count < 3 && miti.ReflectionToQuestion.Value is >= 1 and < 2 && summary.LongestQuestionRun.Length < 4)
            suggestions.Add(new FeedbackItem("Two reflections for each question is good practice; try a reflection in place of one of these questions.", Turns(miti, Miti42.Question)));
        if (suggestions.Count < 3 && miti.Explain(Miti42.Affirm).Turns.IsEmpty)
            suggestions.Add(new FeedbackItem("Look for an effort, an intention or a strength to name.", Efforts(session)));
        return (strengths.Take(3).ToList(), suggestions.Take(3).ToList());
    }

    /// <summary>Client turns that tell of steps, commitment or ability: something to affirm.</summary>
    private static List<int> Efforts(CodedTranscript session) =>
    [
        .. session.Utterances.Where(u => u.Codes.Any(c => c.Code.Direction == TalkDirection.Change && c.Code.Kind is ChangeTalkKind.TakingSteps or ChangeTalkKind.Commitment or ChangeTalkKind.Ability))
            .Select(u => u.Utterance.Turn),
    ];

    private static List<int> Turns(MitiSummary miti, params IEnumerable<Code> codes) =>
        [.. codes.SelectMany(code => miti.Explain(code).Turns).Distinct().Order()];

    /// <summary>Counselor turns right after change talk: those that reflect, affirm or ask openly, and those that do something else.</summary>
    private static (List<int> Met, List<int> Missed) AfterChangeTalk(CodedTranscript session)
    {
        List<int> met = [], missed = [];
        for (var i = 1; i < session.Utterances.Length; i++)
        {
            var (before, now) = (session.Utterances[i - 1], session.Utterances[i]);
            if (before.Talk != TalkDirection.Change || now.Main is not { } main) continue;
            if (main == CounselorMain.Reflection || now.Codes.Any(c => c.Code == Misc25.OpenQuestion || c.Code == Misc25.Affirm)) met.Add(now.Utterance.Turn);
            else if (main != CounselorMain.Other) missed.Add(now.Utterance.Turn);
        }

        return (met, missed);
    }
}
