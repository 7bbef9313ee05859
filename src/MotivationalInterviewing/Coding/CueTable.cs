using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>One phrase of a lexicon, as found in a clause.</summary>
/// <param name="Cue">Number of the group in the lexicon.</param>
/// <param name="Start">First token of the match within the clause.</param>
/// <param name="Length">Number of tokens matched.</param>
internal readonly record struct CueMatch(int Cue, int Start, int Length);

/// <summary>
/// A set of phrases matched against tokens without allocating. In a phrase "a/b" are alternatives, "*" is a gap of up to
/// three words, "^" the start of the clause and "$" its end.
/// </summary>
internal sealed class CueTable
{
    private const int Gap = -1;
    private const int AtStart = -2;
    private const int AtEnd = -3;

    private readonly List<Pattern>[] _byFirst;

    internal CueTable(params ReadOnlySpan<string> groups)
    {
        var patterns = new List<Pattern>();
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var phrase in groups[group].Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var elements = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(e => e switch
                {
                    "*" => [Gap],
                    "^" => [AtStart],
                    "$" => [AtEnd],
                    _ => e.Split('/').Select(w => Words.Table.Add(w)).ToArray(),
                }).ToArray();
                patterns.Add(new Pattern(group, elements));
            }
        }

        _byFirst = new List<Pattern>[patterns.Max(p => p.First().Max()) + 1];
        foreach (var pattern in patterns)
            foreach (var id in pattern.First()) (_byFirst[id] ??= []).Add(pattern);
    }

    /// <summary>Finds matches from left to right; at each word the longest phrase of each group.</summary>
    /// <returns>How many were written.</returns>
    internal int Find(ReadOnlySpan<Token> tokens, Span<CueMatch> matches)
    {
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens[i].Id;
            if (id == 0 || id >= _byFirst.Length || _byFirst[id] is not { } patterns) continue;
            foreach (var pattern in patterns)
            {
                var elements = pattern.Elements;
                var from = 0;
                if (elements[0][0] == AtStart)
                {
                    if (i != 0) continue;
                    from = 1;
                }

                var end = Match(tokens, i, elements, from);
                if (end < 0) continue;
                if (count == matches.Length) return count;
                matches[count++] = new CueMatch(pattern.Group, i, Math.Max(1, end - i));
            }
        }

        return count;
    }

    private static int Match(ReadOnlySpan<Token> tokens, int at, int[][] elements, int from)
    {
        for (var e = from; e < elements.Length; e++)
        {
            var element = elements[e];
            if (element[0] == AtEnd) return at == tokens.Length ? at : -1;
            if (element[0] == Gap)
            {
                for (var skip = 0; skip <= 3 && at + skip <= tokens.Length; skip++)
                {
                    var end = Match(tokens, at + skip, elements, e + 1);
                    if (end >= 0) return end;
                }

                return -1;
            }

            if (at >= tokens.Length || Array.IndexOf(element, tokens[at].Id) < 0) return -1;
            at++;
        }

        return at;
    }

    private sealed record Pattern(int Group, int[][] Elements)
    {
        internal int[] First() => Elements[0][0] == AtStart ? Elements[1] : Elements[0];
    }
}
