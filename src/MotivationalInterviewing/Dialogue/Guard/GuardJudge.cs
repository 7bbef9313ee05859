using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>Makes findings of the signs: rules that decide on their own, and the classifier's score for the rest.</summary>
internal readonly ref struct GuardJudge(in GuardText text, in GuardMatches matches, in GuardContext context, in GuardFeatures features)
{
    /// <summary>Log odds from which the classifier alone says inconsistent, and from which it says doubtful.</summary>
    internal const float InconsistentFrom = -0.7f, DoubtfulFrom = -1.5f;

    private readonly GuardText _text = text;
    private readonly GuardMatches _matches = matches;
    private readonly GuardContext _context = context;
    private readonly GuardFeatures _features = features;

    public ImmutableArray<AdherenceFinding> Decide(float odds, int worstSentence)
    {
        Span<float> evidence = stackalloc float[AdherenceRule.All.Length];
        Span<AdherenceVerdict> certain = stackalloc AdherenceVerdict[AdherenceRule.All.Length];
        Weigh(evidence, certain);
        var verdict = odds >= InconsistentFrom ? AdherenceVerdict.Inconsistent : odds >= DoubtfulFrom ? AdherenceVerdict.Doubtful : AdherenceVerdict.Adherent;
        foreach (var c in certain)
        {
            if (c > verdict) verdict = c;
        }

        if (verdict == AdherenceVerdict.Adherent) return [];
        return Findings(verdict, evidence, certain, worstSentence);
    }

    private ImmutableArray<AdherenceFinding> Findings(AdherenceVerdict verdict, ReadOnlySpan<float> evidence, ReadOnlySpan<AdherenceVerdict> certain, int worstSentence)
    {
        var best = 0;
        for (var i = 1; i < evidence.Length; i++)
        {
            if (evidence[i] > evidence[best]) best = i;
        }

        var builder = ImmutableArray.CreateBuilder<AdherenceFinding>(2);
        builder.Add(Finding(best, verdict, evidence[best], worstSentence));
        for (var i = 0; i < evidence.Length; i++)
        {
            if (i == best) continue;
            if (certain[i] != AdherenceVerdict.Adherent || evidence[i] >= 1.5f)
                builder.Add(Finding(i, certain[i] == AdherenceVerdict.Adherent ? AdherenceVerdict.Doubtful : certain[i], evidence[i], worstSentence));
        }

        builder.Sort(static (a, b) => a.Severity != b.Severity ? b.Severity.CompareTo(a.Severity) : a.Start.CompareTo(b.Start));
        return builder.DrainToImmutable();
    }

    private AdherenceFinding Finding(int rule, AdherenceVerdict severity, float evidence, int worstSentence)
    {
        var (from, to) = evidence > 0 ? Place(rule) : default;
        if (to <= from)
        {
            var sentence = _text.Sentences[Math.Clamp(worstSentence, 0, _text.Sentences.Length - 1)];
            (from, to) = (sentence.FirstWord, sentence.EndWord);
        }

        var start = _text.Words[from].Start;
        var last = _text.Words[to - 1];
        return new AdherenceFinding
        {
            Rule = AdherenceRule.All[rule], Start = start, Length = last.Start + last.Length - start, Mend = AdherenceRule.All[rule].Mend, Severity = severity,
        };
    }

    private (int From, int To) Place(int rule)
    {
        foreach (var cue in Cues(rule))
        {
            if (_matches.Has(cue)) return _matches.Words(cue);
        }

        return default;
    }

    private static ReadOnlySpan<GuardCue> Cues(int rule) => rule switch
    {
        0 => [GuardCue.Advice, GuardCue.Command, GuardCue.MildAdvice],
        1 => [GuardCue.Information],
        2 => [GuardCue.Argument, GuardCue.PersonalStory],
        3 => [GuardCue.Confront, GuardCue.Sarcasm],
        4 => [GuardCue.Warn, GuardCue.Concern],
        5 => [GuardCue.Label],
        6 => [GuardCue.Contradict],
        7 => [GuardCue.Plan],
        11 => [GuardCue.TakeOver],
        12 => [GuardCue.Cheer, GuardCue.Reassure],
        13 => [GuardCue.Diagnosis, GuardCue.TreatmentClaim],
        14 => [GuardCue.Secrecy],
        _ => [],
    };

    /// <summary>How strongly each rule is suggested, and which rules decide on their own.</summary>
    private void Weigh(Span<float> evidence, Span<AdherenceVerdict> certain)
    {
        var asked = _context.Consent == GuardConsent.Granted;
        var sustain = _context.Client.Has(GuardCue.Sustain) && !_context.Client.Has(GuardCue.Change);
        evidence[0] = (1.2f * Some(GuardCue.Advice)) + (0.8f * Some(GuardCue.Command)) + (0.4f * Some(GuardCue.MildAdvice)) + 0.05f - (asked ? 0.8f : 0);
        evidence[1] = (0.9f * Some(GuardCue.Information)) + (0.5f * Math.Min(_features.DetachedStatements, 2)) - (asked ? 0.8f : 0);
        evidence[2] = (0.8f * Some(GuardCue.Argument)) + (0.7f * Some(GuardCue.PersonalStory));
        evidence[3] = (1.0f * Some(GuardCue.Confront)) + (0.6f * Some(GuardCue.Sarcasm));
        evidence[4] = (1.1f * Some(GuardCue.Warn)) + (0.6f * Some(GuardCue.Concern));
        evidence[5] = 1.0f * Some(GuardCue.Label);
        evidence[6] = Some(GuardCue.Contradict) * (sustain ? 1.2f : 0.6f);
        evidence[7] = Some(GuardCue.Plan) * (_context.Client.Has(GuardCue.Commit) ? 0.8f : 1.2f);
        evidence[8] = _text.QuestionMarks >= 3 ? 2f : _text.QuestionMarks == 2 ? 0.9f : 0;
        evidence[9] = _context.ClosedChain >= 2 && _matches.Has(GuardCue.ClosedQuestion) ? 1.6f : 0;
        evidence[10] = _context.Client.Has(GuardCue.Change) && _features.EchoShare >= 0.4f ? 0.7f : 0;
        evidence[11] = Some(GuardCue.TakeOver) * (_context.Client.Has(GuardCue.OwnIdea) ? 1.4f : 0.3f);
        evidence[12] = (1.0f * Some(GuardCue.Cheer)) + (0.9f * Some(GuardCue.Reassure)) + (_text.ExclamationMarks > 0 ? 0.3f : 0);
        evidence[13] = (1.0f * Some(GuardCue.Diagnosis)) + (0.7f * Some(GuardCue.TreatmentClaim));
        evidence[14] = _matches.Has(GuardCue.Secrecy) && !_matches.Has(GuardCue.SecrecyLimit) ? (_context.AsksSecrecy ? 2f : 0.9f) : 0;
        var care = _matches.Has(GuardCue.SafetyCare);
        evidence[15] = _context.DangerousStop && !care ? 2.5f : 0;
        evidence[16] = _context.Risk && !care ? 2f : 0;
        if (_text.QuestionMarks >= 3) certain[8] = AdherenceVerdict.Inconsistent;
        if (_context.ClosedChain >= 2 && GuardContext.IsOnlyClosedQuestions(_text, _matches) && _text.Sentences.Length <= 2) certain[9] = AdherenceVerdict.Doubtful;
    }

    private int Some(GuardCue cue) => _matches.Has(cue) ? 1 : 0;
}
