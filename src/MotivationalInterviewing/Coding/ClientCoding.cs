using System.Collections.Immutable;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Turns a client's direction and the clauses' cues into codes with evidence spans.</summary>
internal static class ClientCoding
{
    private const int MostCodes = 4;
    private const int MostClauses = 4000;

    internal static CodedUtterance Code(
        Utterance utterance, TargetBehavior? target, ITurnModel model, CodingOptions options, ConversationState? state)
    {
        var text = utterance.Text.AsSpan();
        if (!LanguageCheck.IsSupported(text))
        {
            return new CodedUtterance { Utterance = utterance, Talk = TalkDirection.Neutral, Strength = 0, SupportedLanguage = false, CodedBy = model.Name };
        }

        Span<double> p = stackalloc double[3];
        var flags = Direction(text, target, model, options, state, p);
        var talk = Best(p);
        var band = 0;
        var codes = talk == TalkDirection.Neutral ? Neutral(text, p[0]) : Directed(text, target, options, talk, p, flags, out band);
        var strength = talk == TalkDirection.Sustain ? -band : band;

        if (state is not null) Remember(state, talk, codes, text, flags);
        return new CodedUtterance
        {
            Utterance = utterance, Talk = talk, Probabilities = [p[0], p[1], p[2]], Strength = strength, Codes = codes,
            Discord = flags.Discord, Interest = flags.Interest, CodedBy = model.Name,
        };
    }

    internal static ClientFlags Direction(
        ReadOnlySpan<char> text, TargetBehavior? target, ITurnModel model, CodingOptions options, ConversationState? state, Span<double> p)
    {
        model.ReadClient(text, target, p);
        return ClientRules.Apply(text, options, state, p);
    }

    internal static TalkDirection Best(ReadOnlySpan<double> p) =>
        p[1] > p[0] && p[1] > p[2] ? TalkDirection.Change : p[2] > p[0] && p[2] > p[1] ? TalkDirection.Sustain : TalkDirection.Neutral;

    private static ImmutableArray<CodeSpan> Neutral(ReadOnlySpan<char> text, double p)
    {
        var start = text.Length - text.TrimStart().Length;
        var length = text.Trim().Length;
        return [new CodeSpan { Code = DarnCat.FollowNeutral, Start = length == 0 ? 0 : start, Length = length, Probability = p }];
    }

    private static ImmutableArray<CodeSpan> Directed(
        ReadOnlySpan<char> text, TargetBehavior? target, CodingOptions options, TalkDirection talk, ReadOnlySpan<double> p,
        ClientFlags flags, out int band)
    {
        Span<Candidate> best = stackalloc Candidate[MostCodes];
        var count = 0;
        var opposite = default(Candidate);
        var longest = default(Clause);
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        for (var clauses = 0; clauses < MostClauses && reader.MoveNext(); clauses++)
        {
            var clause = reader.Current;
            if (clause.TokenCount >= longest.TokenCount) longest = clause;
            var evidence = ClauseCues.Read(reader.Tokens, target);
            var (with, kind, strength, against, otherKind) = talk == TalkDirection.Change
                ? (evidence.Change, evidence.ChangeKind, evidence.ChangeBand, evidence.Sustain, evidence.SustainKind)
                : (evidence.Sustain, evidence.SustainKind, evidence.SustainBand, evidence.Change, evidence.ChangeKind);
            if (with > 0.4 && with >= against) Keep(best, ref count, new Candidate(clause.Start, clause.End, kind, with, strength));
            else if (against > 1 && against > opposite.Weight) opposite = new Candidate(clause.Start, clause.End, otherKind, against, 0);
        }

        if (count == 0)
        {
            var kind = flags.Kind == ChangeTalkKind.None ? ChangeTalkKind.Reason : flags.Kind;
            best[count++] = new Candidate(longest.Start, Math.Max(longest.Start, longest.End), kind, 0.5, flags.Band == 0 ? 3 : flags.Band);
        }

        band = Math.Clamp(best[0].Band, 1, 5);
        var codes = ImmutableArray.CreateBuilder<CodeSpan>(count + 1);
        var most = best[0].Weight;
        for (var i = 0; i < count; i++)
        {
            var probability = p[(int)talk] * Math.Clamp(best[i].Weight / most, 0.3, 1) * 0.9;
            if (i > 0 && probability < options.MinimumCodeProbability) continue;
            codes.Add(Span(best[i], talk, probability));
        }

        var other = talk == TalkDirection.Change ? TalkDirection.Sustain : TalkDirection.Change;
        if (opposite.Weight > 0 && Math.Max(p[(int)other], 0.35 * opposite.Weight / (opposite.Weight + most)) >= options.MinimumCodeProbability * 0.5)
            codes.Add(Span(opposite, other, Math.Max(p[(int)other], 0.3)));
        return codes.ToImmutable();
    }

    private static CodeSpan Span(Candidate candidate, TalkDirection direction, double probability) => new()
    {
        Code = DarnCat.Of(candidate.Kind == ChangeTalkKind.None ? ChangeTalkKind.Other : candidate.Kind, direction),
        Start = candidate.Start, Length = candidate.End - candidate.Start, Probability = Math.Clamp(probability, 0, 1),
    };

    private static void Keep(Span<Candidate> best, ref int count, Candidate candidate)
    {
        for (var i = 0; i < count; i++)
        {
            if (best[i].Kind != candidate.Kind) continue;
            if (candidate.Weight < best[i].Weight) return;
            best[(i + 1)..count].CopyTo(best[i..]);
            count--;
            break;
        }

        var at = 0;
        while (at < count && best[at].Weight > candidate.Weight) at++;
        if (at == MostCodes) return;
        if (count == MostCodes) count--;
        best[at..count].CopyTo(best[(at + 1)..]);
        best[at] = candidate;
        count++;
    }

    private static void Remember(ConversationState state, TalkDirection talk, ImmutableArray<CodeSpan> codes, ReadOnlySpan<char> text, in ClientFlags flags)
    {
        state.LastTalk = talk;
        if (talk != TalkDirection.Neutral) state.LastStance = talk;
        state.LastTalkMixed = codes.Any(c => c.Code.Direction != talk);
        state.ClientCutOff = Marks.IsCutOff(text);
        state.LastSpeaker = Speaker.Client;
        state.ClientAsked = text.TrimEnd().EndsWith('?');
        Permission.AfterClient(state, text, flags);
    }

    private readonly record struct Candidate(int Start, int End, ChangeTalkKind Kind, double Weight, int Band);
}
