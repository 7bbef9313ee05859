using System.Runtime.CompilerServices;
using MotivationalInterviewing.Dialogue.Guard;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Checks a counselor's reply, whoever wrote it, for what motivational interviewing avoids. Rules over words give findings;
/// a small trained classifier finds what words alone miss. It works offline, keeps nothing, is deterministic and safe to
/// use from many threads. English only. See the folder's README for figures and for what it misses.
/// </summary>
public sealed class AdherenceGuard
{
    private readonly GuardModel _model;

    internal AdherenceGuard(GuardModel model) => _model = model;

    /// <summary>The guard with the model that ships with the library.</summary>
    public static AdherenceGuard Default { get; } = new(GuardModel.Embedded);

    /// <summary>Checks a reply in its context.</summary>
    /// <param name="reply">The reply, any text; an empty one is adherent.</param>
    /// <param name="history">The turns before it in the order of speaking, the client's last turn last. May be empty. Only the last eight count.</param>
    /// <param name="target">What would change; null when unknown.</param>
    /// <returns>The verdict with its findings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> or <paramref name="history"/> is null.</exception>
    public AdherenceReport Check(string reply, IReadOnlyList<Utterance> history, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history is Utterance[] array) return Check(reply, array.AsSpan(), target);
        var count = Math.Min(history.Count, GuardContext.Reach);
        var last = new Utterance[count];
        for (var i = 0; i < count; i++) last[i] = history[history.Count - count + i];
        return Check(reply, last.AsSpan(), target);
    }

    /// <summary>Checks a reply in its context.</summary>
    /// <param name="reply">The reply, any text; an empty one is adherent.</param>
    /// <param name="history">The turns before it in the order of speaking, the client's last turn last. May be empty. Only the last eight count.</param>
    /// <param name="target">What would change; null when unknown.</param>
    /// <returns>The verdict with its findings.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reply"/> is null.</exception>
    [OverloadResolutionPriority(1)]
    public AdherenceReport Check(string reply, ReadOnlySpan<Utterance> history, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(reply);
        using var text = GuardText.Read(reply);
        if (text.Words.IsEmpty) return new AdherenceReport { Verdict = AdherenceVerdict.Adherent, Findings = [], Score = 0 };
        var context = GuardContext.Read(history);
        var matches = default(GuardMatches);
        GuardLexicon.Reply.Match(text, ref matches);
        using var features = GuardFeatures.Read(reply, text, matches, context, history);
        var judge = new GuardJudge(reply, text, matches, context, features);
        var odds = _model.LogOdds(features);
        var findings = judge.Decide(odds, _model.WorstSentence(features));
        return new AdherenceReport
        {
            Verdict = findings.IsEmpty ? AdherenceVerdict.Adherent : findings[0].Severity,
            Findings = findings,
            Score = 1 / (1 + Math.Exp(-odds)),
        };
    }
}
