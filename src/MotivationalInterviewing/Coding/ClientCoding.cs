using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>Turns a client's direction and the clauses' cues into codes with evidence spans.</summary>
internal static class ClientCoding
{
    private const int MostCodes = 4;
    private const int MostScoredClauses = 24;

    // Shares of the cues, of the clause alone and of the whole turn in ranking kinds.
    private const double CueShare = 0.35;
    private const double ClauseShare = 0.6;
    private const double TurnShare = 3;
    private const double BandShare = 0.5;
    private const double SecondKind = 0.5;
    private const double OppositeKind = 0.5;

    internal static CodedUtterance Code(
        TurnReader reader, Utterance utterance, ReadOnlySpan<char> text, TargetBehavior? target, in ClientScores scores, in ClientFlags flags, ConversationState? state)
    {
        var talk = scores.Direction;
        var band = 0;
        var codes = talk == TalkDirection.Neutral ? Neutral(text, scores.Neutral) : Directed(reader, text, target, scores, flags, out band);
        if (state is not null) Remember(state, talk, codes, text, flags);
        return new CodedUtterance
        {
            Utterance = utterance,
            Talk = talk,
            Probabilities = [scores.Neutral, scores.Change, scores.Sustain],
            Strength = talk == TalkDirection.Sustain ? -band : band,
            Codes = codes,
            Discord = flags.Discord,
            Interest = flags.Interest,
            CodedBy = reader.Name,
        };
    }

    [SkipLocalsInit]
    private static ImmutableArray<CodeSpan> Neutral(ReadOnlySpan<char> text, double p)
    {
        var start = text.Length - text.TrimStart().Length;
        var length = text.Trim().Length;
        return [new CodeSpan { Code = DarnCat.FollowNeutral, Start = length == 0 ? 0 : start, Length = length, Probability = p }];
    }

    /// <summary>
    /// Kinds by the model over the turn and by cues over its clauses; each kind's evidence is the clause that speaks
    /// most for it.
    /// </summary>
    private static ImmutableArray<CodeSpan> Directed(
        TurnReader turns, ReadOnlySpan<char> text, TargetBehavior? target, in ClientScores scores, in ClientFlags flags, out int band)
    {
        Span<Candidate> best = stackalloc Candidate[ModelLayout.Kinds];
        best.Clear();
        var sign = scores.Direction == TalkDirection.Change ? 0 : 1;
        var clauses = Weigh(turns, text, target, sign, best, out var strongest);
        Span<double> rank = stackalloc double[ModelLayout.Kinds];
        for (var k = 0; k < ModelLayout.Kinds; k++)
        {
            rank[k] = ((clauses > 2 ? TurnShare : 1) * scores.Kinds[k]) + best[k].Weight;
            if (flags.Kind != ChangeTalkKind.None && KindOf(k) == flags.Kind && k % 2 == sign) rank[k] += 1;
        }

        var codes = ImmutableArray.CreateBuilder<CodeSpan>(MostCodes);
        var p = scores.Confidence;
        var first = Top(rank, sign, 0);
        codes.Add(Span(first, best[first], p, text));
        var second = Top(rank, sign, 1 << first);
        if (rank[second] >= SecondKind * rank[first] && ((scores.KindMask >> second & 1) != 0 || best[second].Cue > 1)) codes.Add(Span(second, best[second], p * 0.6, text));
        var opposed = Top(rank, 1 - sign, 0);
        var opposite = sign == 0 ? scores.Sustain : scores.Change;
        if (((scores.KindMask >> opposed & 1) != 0 || best[opposed].Cue > 0.8) && rank[opposed] >= OppositeKind * rank[first] && Apart(best[opposed], best[first]))
            codes.Add(Span(opposed, best[opposed], Math.Max(opposite, 0.25), text));
        for (var i = codes.Count - 1; i > 0; i--)
            if (codes[i].Probability < turns.Options.MinimumCodeProbability) codes.RemoveAt(i);
        band = flags.Band > 0 ? flags.Band : strongest > 0 ? (int)Math.Round((strongest * BandShare) + (scores.Strength * (1 - BandShare))) : (int)Math.Round(scores.Strength);
        band = Math.Clamp(band, 1, 5);
        if (turns.Options.Hypotheticals == HypotheticalPolicy.AlwaysOther) FileHypotheticals(codes, text);
        return codes.ToImmutable();
    }

    /// <summary>The clause that speaks most for each kind.</summary>
    /// <returns>How many clauses were read.</returns>
    [SkipLocalsInit]
    private static int Weigh(TurnReader turns, ReadOnlySpan<char> text, TargetBehavior? target, int sign, Span<Candidate> best, out int strongest)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var behavior = BehaviorGroup.Of(target);
        var reader = new ClauseReader(text, buffer);
        var clauses = 0;
        strongest = 0;
        while (clauses < MostScoredClauses && reader.MoveNext())
        {
            clauses++;
            var clause = reader.Current;
            var words = text[clause.Start..clause.End];
            var evidence = ClauseCues.Read(reader.Tokens, target);
            var alone = turns.Model.ScoreClient(words, behavior);
            for (var k = 0; k < ModelLayout.Kinds; k++)
            {
                var kind = KindOf(k);
                var change = k % 2 == 0;
                var cue = (change ? evidence.ChangeKind : evidence.SustainKind) == kind ? change ? evidence.Change : evidence.Sustain : 0;
                var lean = change ? alone.Change : alone.Sustain;
                var weight = (CueShare * Math.Min(cue, 2)) + (ClauseShare * alone.Kinds[k]) + (0.15 * lean);
                if (weight <= best[k].Weight && best[k].End > 0) continue;
                best[k] = new Candidate(clause.Start, clause.End, weight, cue);
                if (cue > 0 && k % 2 == sign) strongest = Math.Max(strongest, change ? evidence.ChangeBand : evidence.SustainBand);
            }
        }

        return clauses;
    }

    private static bool Apart(Candidate a, Candidate b) => a.Start != b.Start || a.Cue > 0.8;

    private static int Top(ReadOnlySpan<double> rank, int sign, int not)
    {
        var top = -1;
        for (var k = sign; k < rank.Length; k += 2)
            if ((not >> k & 1) == 0 && (top < 0 || rank[k] > rank[top])) top = k;
        return top;
    }

    private static ChangeTalkKind KindOf(int k) => (ChangeTalkKind)((k / 2) + 1);

    private static CodeSpan Span(int k, Candidate candidate, double probability, ReadOnlySpan<char> text) => new()
    {
        Code = DarnCat.Of(KindOf(k), k % 2 == 0 ? TalkDirection.Change : TalkDirection.Sustain),
        Start = candidate.Start,
        Length = candidate.End == 0 ? text.Length : candidate.End - candidate.Start,
        Probability = Math.Clamp(probability, 0, 1),
    };

    private static void FileHypotheticals(ImmutableArray<CodeSpan>.Builder codes, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            var words = text.Slice(codes[i].Start, codes[i].Length);
            if (codes[i].Code.Kind == ChangeTalkKind.Reason && words.StartsWith("if ", StringComparison.OrdinalIgnoreCase))
                codes[i] = codes[i] with { Code = DarnCat.Of(ChangeTalkKind.Other, codes[i].Code.Direction) };
        }
    }

    private static void Remember(ConversationState state, TalkDirection talk, ImmutableArray<CodeSpan> codes, ReadOnlySpan<char> text, in ClientFlags flags)
    {
        state.LastTalk = talk;
        if (talk != TalkDirection.Neutral) state.LastStance = talk;
        state.LastTalkMixed = codes.Any(c => c.Code.Direction != talk);
        state.LastSpeaker = Speaker.Client;
        state.ClientAsked = text.TrimEnd().EndsWith('?');
        Permission.AfterClient(state, text, flags);
    }

    private readonly record struct Candidate(int Start, int End, double Weight, double Cue);
}
