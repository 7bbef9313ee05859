using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>Makes findings of the signs: rules that decide on their own, and the classifier's score for the rest.</summary>
internal readonly ref struct GuardJudge(ReadOnlySpan<char> reply, in GuardText text, in GuardMatches matches, in GuardContext context, in GuardFeatures features)
{
    /// <summary>Log odds from which the classifier alone says inconsistent, and from which it says doubtful.</summary>
    internal const float InconsistentFrom = 0.3f, DoubtfulFrom = -1f;

    private readonly ReadOnlySpan<char> _reply = reply;
    private readonly GuardText _text = text;
    private readonly GuardMatches _matches = matches;
    private readonly GuardContext _context = context;
    private readonly GuardFeatures _features = features;

    public ImmutableArray<AdherenceFinding> Decide(float odds, int worstSentence)
    {
        if (!_context.Risk && OnlyKeepsGoing(_text)) return [];
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

    /// <summary>"Mm-hm, go on", "Take your time": the form of a command, and nothing in it to do.</summary>
    private static bool OnlyKeepsGoing(in GuardText text)
    {
        if (text.Words.Length > 6 || text.QuestionMarks > 0) return false;
        foreach (var word in text.Words)
            if (!s_keepsGoing.Contains(word.Hash)) return false;
        return true;
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
            if (certain[i] != AdherenceVerdict.Adherent || evidence[i] >= 1.6f)
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
            Rule = AdherenceRule.All[rule],
            Start = start,
            Length = last.Start + last.Length - start,
            Mend = AdherenceRule.All[rule].Mend,
            Severity = severity,
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

    /// <summary>Log odds from what the rules know without training.</summary>
    public static float Prior(ReadOnlySpan<char> reply, in GuardText text, in GuardMatches matches, in GuardContext context, in GuardFeatures features)
    {
        var sum = 0f;
        var care = matches.Has(GuardCue.RiskCare);
        if (context.Risk) sum += care ? -2.5f : 3f;
        if (matches.Has(GuardCue.SecrecyVow) && !(context.Risk && care))
            sum += matches.Has(GuardCue.SecrecyLimit) ? -1.5f : context.AsksSecrecy ? 3f : 1.5f;
        else if (context.AsksSecrecy && matches.Has(GuardCue.SecrecyLimit)) sum -= 2f;
        var tells = matches.Has(GuardCue.Advice) || matches.Has(GuardCue.MildAdvice) || matches.Has(GuardCue.Information) || matches.Has(GuardCue.Command) || features.DetachedStatements > 0;
        var harsh = matches.Has(GuardCue.Warn) || matches.Has(GuardCue.Confront) || matches.Has(GuardCue.Label) || matches.Has(GuardCue.Diagnosis) || matches.Has(GuardCue.Cheer) || matches.Has(GuardCue.TreatmentClaim);
        if (tells && context.Consent == GuardConsent.Granted && !harsh)
            sum -= matches.Has(GuardCue.AsksView) || matches.Has(GuardCue.Autonomy) || text.QuestionMarks == 1 ? 2.5f : 1f;
        if (tells && context.Consent == GuardConsent.Refused && !matches.Has(GuardCue.SelfApology) && features.EchoShare < 0.35f) sum += 1.5f;
        if (matches.Has(GuardCue.Strict) && context.Consent != GuardConsent.Granted && !matches.Has(GuardCue.Quoting) && !(context.Risk && care)) sum += 2f;
        if (context.Consent != GuardConsent.Granted && !context.Risk && features.DetachedStatements > 0 && (matches.Has(GuardCue.Information) || matches.Has(GuardCue.MildAdvice)) && features.EchoShare < 0.3f) sum += 1f;
        if (matches.Has(GuardCue.Autonomy) && !matches.Has(GuardCue.Strict) && !tells) sum -= 1f;
        if (QuestionClauses(reply, text) >= 3 && !context.Risk) sum += 3f;
        if (context.ClosedChain >= 2 && GuardContext.IsOnlyClosedQuestions(text, matches) && text.Sentences.Length <= 2) sum += 3f;
        if (RepeatsOnlyTheOtherSide(reply, text, context)) sum += 4f;
        return sum;
    }

    /// <summary>Questions in a reply: question marks, and question words that are joined on within a question.</summary>
    private static int QuestionClauses(ReadOnlySpan<char> reply, in GuardText text)
    {
        var count = 0;
        var words = text.Words;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Ending != '?' || sentence.EndWord - sentence.FirstWord < 2) continue;
            count++;
            for (var i = sentence.FirstWord + 2; i < sentence.EndWord; i++)
            {
                if (!s_asking.Contains(words[i].Hash)) continue;
                var before = words[i - 1];
                var joined = before.Hash == s_and || before.Hash == s_or || reply[(before.Start + before.Length)..words[i].Start].Contains(',');
                if (joined) count++;
            }
        }

        return count;
    }

    private static readonly uint s_and = GuardText.HashOf("and"), s_or = GuardText.HashOf("or");

    private static readonly FrozenSet<uint> s_keepsGoing =
        "mm hm mm-hm mhm mm-hmm uh-huh yes yeah okay ok right sure all i'm i with you listening following follow still hear see that go on take your time".Split(' ').Select(w => GuardText.HashOf(w)).ToFrozenSet();

    private static readonly FrozenSet<uint> s_asking =
        "what how why where who when which is are do does did have has can could will would was were".Split(' ').Select(w => GuardText.HashOf(w)).ToFrozenSet();

    /// <summary>A statement that gives back words from beside the client's change talk and none from it.</summary>
    private static bool RepeatsOnlyTheOtherSide(ReadOnlySpan<char> reply, in GuardText text, in GuardContext context)
    {
        if (context.ChangeStems == 0 || context.OtherStems == 0 || text.QuestionMarks > 0 || text.Words.Length > 24) return false;
        int change = 0, other = 0;
        foreach (var word in text.Words)
        {
            if (!GuardFeatures.IsContent(word)) continue;
            var bit = GuardFeatures.StemBit(reply, word);
            if ((context.ChangeStems & bit) != 0) change++;
            else if ((context.OtherStems & bit) != 0) other++;
        }

        // Stems are held in 64 bits: one word in three may be taken for another.
        return other > 0 && change * 2 <= other;
    }

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
        var questions = _context.Risk ? 0 : QuestionClauses(_reply, _text);
        evidence[8] = questions >= 3 ? 2.2f : questions == 2 ? 0.7f : 0;
        evidence[9] = _context.ClosedChain >= 2 && GuardContext.IsOnlyClosedQuestions(_text, _matches) ? 2.2f : 0;
        evidence[10] = RepeatsOnlyTheOtherSide(_reply, _text, _context) ? 2f : 0;
        evidence[11] = Some(GuardCue.TakeOver) * (_context.Client.Has(GuardCue.OwnIdea) ? 1.4f : 0.3f);
        evidence[12] = (1.0f * Some(GuardCue.Cheer)) + (0.9f * Some(GuardCue.Reassure)) + (_text.ExclamationMarks > 0 ? 0.3f : 0);
        evidence[13] = (1.0f * Some(GuardCue.Diagnosis)) + (0.7f * Some(GuardCue.TreatmentClaim));
        evidence[14] = _matches.Has(GuardCue.SecrecyVow) && !_matches.Has(GuardCue.SecrecyLimit) ? (_context.AsksSecrecy ? 2.5f : 1.4f) : 0;
        var care = _matches.Has(GuardCue.RiskCare);
        evidence[15] = _context.DangerousStop && !care ? 2.5f : 0;
        evidence[16] = _context.Risk && !care ? 2f : 0;
        if (evidence[16] > 0) certain[16] = AdherenceVerdict.Inconsistent;
        if (evidence[15] > 0) certain[15] = AdherenceVerdict.Inconsistent;
        if (questions >= 3) certain[8] = AdherenceVerdict.Inconsistent;
    }

    private int Some(GuardCue cue) => _matches.Has(cue) ? 1 : 0;
}
