using System.Runtime.CompilerServices;
using System.Text;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Joins the trained model, the written cues and the decision rules into one answer per turn. The model gives calibrated
/// probabilities; cues shift them; a rule that is certain decides.
/// </summary>
internal sealed class TurnReader
{
    // How far one unit of cue evidence moves the log-odds of the decision.
    private const double CueWeightSingle = 0.9;
    private const double CueWeightLive = 0.6;
    private const double CueWeightSession = 0.5;
    private const double CueOffset = 0.1;
    private const double AsideFactor = 0.2;
    // The share of that which moves the reported probability: cues are right more often than not, and no more.
    private const double ReportShare = 0.3;
    private const double RuleShare = 0.25;
    private const double CounselorRuleWeight = 0.6;

    private readonly CodingModel _model;

    internal TurnReader(CodingModel model, CodingOptions options, string name)
    {
        _model = model;
        Options = options;
        Name = name;
    }

    internal CodingModel Model => _model;

    internal CodingOptions Options { get; }

    /// <summary>Name and version, as written to <see cref="CodedUtterance.CodedBy"/>.</summary>
    internal string Name { get; }

    /// <summary>Adds cues and rules to the model's scores of a client turn.</summary>
    internal ClientFlags Decide(ReadOnlySpan<char> text, TargetBehavior? target, ContextMode mode, ConversationState? state, ref ClientScores scores)
    {
        Span<float> p = [scores.Neutral, scores.Change, scores.Sustain];
        var evidence = ClientEvidence.Read(text, target, directionOnly: false, out var sentences);
        var flags = Decide(text, evidence, sentences, mode, state, p, out scores.Direction);
        (scores.Neutral, scores.Change, scores.Sustain) = (p[0], p[1], p[2]);
        return flags;
    }

    private ClientFlags Decide(
        ReadOnlySpan<char> text, in ClientEvidence evidence, in ClientSentences sentences, ContextMode mode, ConversationState? state, Span<float> p, out TalkDirection direction)
    {
        var weight = mode switch { ContextMode.Single => CueWeightSingle, ContextMode.Live => CueWeightLive, _ => CueWeightSession };

        // Cues decide more boldly than they change the probability.
        Span<float> decisive = [p[0], p[1], p[2]];
        Shift(evidence, weight, decisive);
        Shift(evidence, weight * ReportShare, p);
        var flags = ClientRules.Apply(text, sentences, Options, state, decisive);
        if (flags.Decided)
        {
            // A rule decides by convention; how often people agree with it stays mostly the model's to say. What is neutral by rule leans nowhere.
            var share = flags.Exact ? 1 : RuleShare;
            for (var i = 0; i < 3; i++) p[i] = (float)((p[i] * (1 - share)) + (decisive[i] * share));
            if (!flags.Exact && Best(decisive) == TalkDirection.Neutral) p[1] = p[2] = (p[1] + p[2]) / 2;
        }

        direction = flags.Decided ? Best(decisive) : (TalkDirection)_model.DecisionsOf(mode).Direction.Choose(decisive);
        return flags;
    }

    private static void Shift(in ClientEvidence evidence, double weight, Span<float> p)
    {
        if (evidence.AllAside)
        {
            // Reported, sneered or about something else: no stance of the client's own is left.
            p[1] *= (float)AsideFactor;
            p[2] *= (float)AsideFactor;
        }
        else if (evidence.Change > 0 || evidence.Sustain > 0)
        {
            p[1] *= (float)Math.Exp((weight * evidence.Change) - (CueOffset * evidence.Sustain));
            p[2] *= (float)Math.Exp((weight * evidence.Sustain) - (CueOffset * evidence.Change));
        }

        Normalize(p);
    }

    /// <summary>Adds the certain rules of counselor talk to the model's scores of a turn.</summary>
    [SkipLocalsInit]
    private void Decide(ReadOnlySpan<char> text, ContextMode mode, ref CounselorScores scores)
    {
        Span<float> p = [scores.Other, scores.Question, scores.Reflection, scores.Input];
        Span<double> shift = stackalloc double[4];
        shift.Clear();
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer, sentencesOnly: true);
        var words = 0;
        for (var units = 0; units < 4000 && reader.MoveNext(); units++)
        {
            var code = CounselorUnits.Read(reader.Tokens, reader.Current.Mark, out var sure);
            var length = Math.Min(reader.Tokens.Length, 20);
            words += length;
            if (sure < 0.75) continue;
            shift[(int)CounselorUnits.MainOf(code, reader.Tokens)] += sure * length;
        }

        if (words == 0) return;
        for (var i = 0; i < 4; i++) p[i] *= (float)Math.Exp(CounselorRuleWeight * shift[i] / words);
        Normalize(p);
        scores.Main = (CounselorMain)_model.DecisionsOf(mode).Main.Choose(p);
        (scores.Other, scores.Question, scores.Reflection, scores.Input) = (p[0], p[1], p[2], p[3]);
    }

    private static void Normalize(Span<float> p)
    {
        var sum = 0f;
        foreach (var value in p) sum += value;
        for (var i = 0; i < p.Length; i++) p[i] /= sum;
    }

    internal ClientReading ReadClient(ReadOnlySpan<char> text, TargetBehavior? target)
    {
        var evidence = ClientEvidence.Read(text, target, directionOnly: true, out var sentences);
        if (!(LanguageCheck.IsEnough(sentences.English) && Ascii.IsValid(text)) && !LanguageCheck.IsSupported(text)) return default;
        Span<float> p = stackalloc float[3];
        _model.ClientDirection(text, BehaviorGroup.Of(target), p);
        Decide(text, evidence, sentences, ContextMode.Single, null, p, out var direction);
        return new ClientReading { Direction = direction, PNeutral = p[0], PChange = p[1], PSustain = p[2], Supported = true };
    }

    internal CounselorReading ReadCounselor(ReadOnlySpan<char> text)
    {
        if (!LanguageCheck.IsSupported(text)) return default;
        var scores = _model.ScoreCounselor(text, default(BehaviorGroup));
        Decide(text, ContextMode.Single, ref scores);
        return new CounselorReading
        {
            Main = scores.Main,
            POther = scores.Other,
            PQuestion = scores.Question,
            PReflection = scores.Reflection,
            PInput = scores.Input,
            Supported = true,
        };
    }

    internal CodedUtterance Code(Utterance utterance, TargetBehavior? target, ConversationState? state, ContextState? context, ReadOnlySpan<float> outputs)
    {
        if (utterance.Speaker is not (Speaker.Client or Speaker.Counselor)) return new CodedUtterance { Utterance = utterance };
        var client = utterance.Speaker == Speaker.Client;
        if (!LanguageCheck.IsSupported(utterance.Text))
        {
            return new CodedUtterance
            {
                Utterance = utterance,
                Talk = client ? TalkDirection.Neutral : null,
                Main = client ? null : CounselorMain.Other,
                Strength = client ? 0 : null,
                SupportedLanguage = false,
                CodedBy = Name,
            };
        }

        // What rules and cues read: a clause that broke off in an earlier turn stands before its end.
        var begun = state?.TakeBrokenOff(utterance.Speaker, utterance.Text) ?? "";
        var text = begun.Length == 0 ? utterance.Text : $"{begun} {utterance.Text.AsSpan(Marks.LeadingBreaks(utterance.Text))}";
        var mode = !outputs.IsEmpty ? ContextMode.Session : context is not null ? ContextMode.Live : ContextMode.Single;
        if (client)
        {
            var scores = !outputs.IsEmpty ? _model.ReadClient(outputs, mode)
                : context is not null ? _model.ScoreClient(utterance.Text, context) : _model.ScoreClient(utterance.Text, BehaviorGroup.Of(target));
            var flags = Decide(text, target, mode, state, ref scores);
            return Own(ClientCoding.Code(this, utterance, text, target, scores, flags, state), text.Length);
        }

        var acts = !outputs.IsEmpty ? _model.ReadCounselor(outputs, mode)
            : context is not null ? _model.ScoreCounselor(utterance.Text, context) : _model.ScoreCounselor(utterance.Text, BehaviorGroup.Of(target));
        Decide(text, mode, ref acts);
        return Own(CounselorCoding.Code(this, utterance, text, target, acts, state), text.Length);
    }

    /// <summary>Evidence in the turn's own words, where words of an earlier turn stood before them.</summary>
    private static CodedUtterance Own(CodedUtterance coded, int read)
    {
        var length = coded.Utterance.Text.Length;
        var before = read - length;
        return before == 0 ? coded : coded with { Codes = [.. coded.Codes.Select(c => Shift(c, before)).Where((c, i) => i == 0 || c.Length > 0)] };

        static CodeSpan Shift(CodeSpan code, int by)
        {
            var start = Math.Max(0, code.Start - by);
            return code with { Start = start, Length = Math.Max(0, code.Start + code.Length - by - start) };
        }
    }

    private static TalkDirection Best(ReadOnlySpan<float> p) =>
        p[1] > p[0] && p[1] > p[2] ? TalkDirection.Change : p[2] > p[0] && p[2] > p[1] ? TalkDirection.Sustain : TalkDirection.Neutral;
}
