namespace MotivationalInterviewing.Safety.Screening;

/// <summary>Where each rule and cue last held in a text.</summary>
internal ref struct RiskMatches(Span<int> at, Span<int> from, Span<int> until)
{
    public const int Never = -1000;

    /// <summary>Last token of the match, or <see cref="Never"/>.</summary>
    public readonly Span<int> At = at;

    /// <summary>Start of the match in the text.</summary>
    public readonly Span<int> From = from;

    /// <summary>End of the match in the text.</summary>
    public readonly Span<int> Until = until;

    /// <summary>True when something matched but was denied.</summary>
    public bool Negated;

    public readonly bool Has(int rule) => At[rule] != Never;
}

/// <summary>Tries the lexicon's sequences over the words of a text. Linear: every sequence is tried once where its first word stands.</summary>
internal static class RiskMatcher
{
    private const int Window = 90;

    public static void Run(RiskLexicon lexicon, ReadOnlySpan<RiskToken> tokens, ref RiskMatches matches, bool asks = false)
    {
        // Most sequences ask for a word that does not stand in the text at all.
        Span<ulong> present = stackalloc ulong[(lexicon.ClassCount + 63) / 64];
        present.Clear();
        foreach (ref readonly var token in tokens)
            foreach (var c in lexicon.EndsAt(token.Word)) present[c >> 6] |= 1UL << (c & 63);
        for (var t = 0; t < tokens.Length; t++)
        {
            var word = tokens[t].Word;
            if (word == 0) continue;
            foreach (var s in lexicon.StartsAt(word, asks))
            {
                var sequence = lexicon.SequenceAt(s);
                if (sequence.Needs >= 0 && (present[sequence.Needs >> 6] & (1UL << (sequence.Needs & 63))) == 0) continue;
                if (!Matches(lexicon, tokens, t, sequence, out var end, out var inner)) continue;
                var rule = lexicon.Rules[sequence.Rule];
                if (!rule.IgnoresNegation && (inner || IsNegated(lexicon, tokens, t, sequence.StartsWithSubject)))
                {
                    matches.Negated = true;
                    continue;
                }

                Fire(lexicon, tokens, sequence.Rule, t, end, ref matches);
            }
        }
    }

    private static void Fire(RiskLexicon lexicon, ReadOnlySpan<RiskToken> tokens, int rule, int start, int end, ref RiskMatches matches)
    {
        var fresh = matches.At[rule] == RiskMatches.Never;
        matches.At[rule] = end;
        if (fresh || lexicon.Rules[rule].Level == RiskLevel.None)
        {
            matches.From[rule] = tokens[start].Start;
            matches.Until[rule] = tokens[end].Start + tokens[end].Length;
        }

        foreach (var together in lexicon.TogetherByCue[rule])
        {
            if (matches.At[together.Rule] != RiskMatches.Never) continue;
            var all = true;
            foreach (var other in together.All) all &= end - matches.At[other] <= Window;
            if (all) Fire(lexicon, tokens, together.Rule, start, end, ref matches);
        }
    }

    private static bool Matches(RiskLexicon lexicon, ReadOnlySpan<RiskToken> tokens, int start, RiskLexicon.Sequence sequence, out int end, out bool negated)
    {
        end = start;
        negated = false;
        var elements = sequence.Elements;
        var sentence = tokens[start].Sentence;
        var gap = 0;
        for (var e = 1; e < elements.Length; e++)
        {
            var element = elements[e];
            gap = Math.Max(gap, element.Gap);
            var found = -1;
            for (var k = end + 1; k <= end + 1 + gap && k < tokens.Length && tokens[k].Sentence == sentence; k++)
            {
                if (!lexicon.Accepts(element.Class, tokens[k].Word)) continue;
                found = k;
                break;
            }

            if (found < 0)
            {
                if (element.Optional) continue;
                return false;
            }

            for (var k = end + 1; k < found; k++) negated |= lexicon.IsNegation(tokens[k].Word);
            end = found;
            gap = 0;
        }

        return true;
    }

    private static bool IsNegated(RiskLexicon lexicon, ReadOnlySpan<RiskToken> tokens, int start, bool startsWithSubject)
    {
        var clause = tokens[start].Clause;
        var reach = startsWithSubject ? 2 : 4;
        for (var k = start - 1; k >= 0 && k >= start - reach && tokens[k].Clause == clause; k--)
        {
            if (lexicon.IsNegation(tokens[k].Word)) return true;
            if (lexicon.IsSubject(tokens[k].Word) && !startsWithSubject)
            {
                // The subject's own verb is the last thing that may deny: "never would I".
                return k > 0 && tokens[k - 1].Clause == clause && lexicon.IsNegation(tokens[k - 1].Word);
            }
        }

        return false;
    }
}
