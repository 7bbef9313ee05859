using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>One phrase of a lexicon, as found in a clause.</summary>
/// <param name="Cue">Number of the group in the lexicon.</param>
/// <param name="Start">First token of the match within the clause.</param>
/// <param name="Length">Number of tokens matched.</param>
internal readonly record struct CueMatch(int Cue, int Start, int Length);

/// <summary>
/// A set of phrases matched against tokens without allocating. In a phrase "a/b" are alternatives, "*" is a gap of up to
/// three words, "^" the start of the clause and "$" its end. Phrases without a gap are branches of one tree: a word
/// costs about one lookup, however many phrases there are.
/// </summary>
internal sealed class CueTable
{
    private const int Gap = -1;
    private const int AtStart = -2;
    private const int AtEnd = -3;
    private const int MostAtOneWord = 24;

    private readonly int[] _groups;
    private readonly bool[] _begins;
    private readonly List<Pattern>?[] _gapped;
    private readonly int[] _roots;
    private readonly int[] _startRoots;

    // Edges of the tree by open addressing: node and word to node.
    private readonly ulong[] _edges;
    private readonly int[] _children;

    // The patterns that end in a node, and those that end there only at the end of the clause.
    private readonly int[][] _ends;
    private readonly int[][] _lastEnds;

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
                patterns.Add(new Pattern(patterns.Count, group, elements));
            }
        }

        _groups = [.. patterns.Select(p => p.Group)];
        var words = patterns.Max(p => p.First().Max()) + 1;
        _gapped = new List<Pattern>?[words];
        _roots = new int[words];
        _startRoots = new int[words];
        var tree = new Tree();
        foreach (var pattern in patterns)
        {
            if (pattern.Elements.Any(e => e[0] == Gap))
            {
                foreach (var id in pattern.First()) (_gapped[id] ??= []).Add(pattern);
                continue;
            }

            var atStart = pattern.Elements[0][0] == AtStart;
            tree.Add(pattern, atStart ? 1 : 0, atStart ? 1 : 0);
        }

        _ends = [.. tree.Ends.Select(e => e.ToArray())];
        _lastEnds = [.. tree.LastEnds.Select(e => e.ToArray())];
        var slots = 64;
        while (slots < tree.Edges.Count * 2) slots *= 2;
        _edges = new ulong[slots];
        _children = new int[slots];
        _begins = new bool[words];
        foreach (var pattern in patterns)
        {
            foreach (var id in pattern.First()) _begins[id] = true;
        }

        foreach (var ((node, word), child) in tree.Edges)
        {
            if (node == 0) _roots[word] = child;
            else if (node == 1) _startRoots[word] = child;
            else
            {
                var slot = Slot(node, word);
                while (_edges[slot] != 0) slot = (slot + 1) & (slots - 1);
                _edges[slot] = Key(node, word);
                _children[slot] = child;
            }
        }
    }

    /// <summary>Finds matches from left to right; at each word in the order of the lexicon.</summary>
    /// <returns>How many were written.</returns>
    [SkipLocalsInit]
    internal int Find(ReadOnlySpan<Token> tokens, Span<CueMatch> matches)
    {
        var count = 0;
        Span<int> found = stackalloc int[2 * MostAtOneWord];
        for (var i = 0; i < tokens.Length; i++)
        {
            var id = tokens[i].Id;
            if ((uint)id >= (uint)_begins.Length || !_begins[id]) continue;
            var here = 0;
            if (_roots[id] is > 0 and var node) Walk(tokens, i, node, found, ref here);
            if (i == 0 && _startRoots[id] is > 0 and var start) Walk(tokens, i, start, found, ref here);
            if (_gapped[id] is { } gapped)
            {
                foreach (var pattern in gapped)
                {
                    var first = pattern.Elements[0][0] == AtStart ? 1 : 0;
                    if (first == 1 && i != 0) continue;
                    var end = Match(tokens, i, pattern.Elements, first);
                    if (end >= 0) Insert(found, ref here, pattern.Index, end);
                }
            }

            for (var k = 0; k < here; k++)
            {
                if (count == matches.Length) return count;
                matches[count++] = new CueMatch(_groups[found[2 * k]], i, Math.Max(1, found[(2 * k) + 1] - i));
            }
        }

        return count;
    }

    private void Walk(ReadOnlySpan<Token> tokens, int from, int node, Span<int> found, ref int count)
    {
        for (var at = from + 1; ; at++)
        {
            foreach (var pattern in _ends[node]) Insert(found, ref count, pattern, at);
            if (at >= tokens.Length)
            {
                foreach (var pattern in _lastEnds[node]) Insert(found, ref count, pattern, at);
                return;
            }

            node = Child(node, tokens[at].Id);
            if (node == 0) return;
        }
    }

    /// <summary>Keeps what was found at one word in the order of the lexicon.</summary>
    private static void Insert(Span<int> found, ref int count, int pattern, int end)
    {
        if (count == MostAtOneWord) return;
        var at = count++;
        for (; at > 0 && found[2 * (at - 1)] > pattern; at--) found.Slice(2 * (at - 1), 2).CopyTo(found[(2 * at)..]);
        found[2 * at] = pattern;
        found[(2 * at) + 1] = end;
    }

    private int Child(int node, int word)
    {
        if (word == 0) return 0;
        var key = Key(node, word);
        for (var slot = Slot(node, word); ; slot = (slot + 1) & (_edges.Length - 1))
        {
            if (_edges[slot] == key) return _children[slot];
            if (_edges[slot] == 0) return 0;
        }
    }

    private static ulong Key(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;

    private int Slot(int node, int word) => (int)(((uint)node * 0x9E3779B1u + ((uint)word * 0x85EBCA6Bu)) >> 7) & (_edges.Length - 1);

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

    private sealed record Pattern(int Index, int Group, int[][] Elements)
    {
        internal int[] First() => Elements[0][0] == AtStart ? Elements[1] : Elements[0];
    }

    /// <summary>The tree while it grows; node 0 starts anywhere, node 1 at the start of a clause.</summary>
    private sealed class Tree
    {
        internal Dictionary<(int Node, int Word), int> Edges { get; } = [];

        internal List<List<int>> Ends { get; } = [[], []];

        internal List<List<int>> LastEnds { get; } = [[], []];

        internal void Add(Pattern pattern, int node, int element)
        {
            if (element == pattern.Elements.Length)
            {
                if (!Ends[node].Contains(pattern.Index)) Ends[node].Add(pattern.Index);
                return;
            }

            var words = pattern.Elements[element];
            if (words[0] == AtEnd)
            {
                LastEnds[node].Add(pattern.Index);
                return;
            }

            foreach (var word in words)
            {
                if (!Edges.TryGetValue((node, word), out var child))
                {
                    child = Ends.Count;
                    Ends.Add([]);
                    LastEnds.Add([]);
                    Edges[(node, word)] = child;
                }

                Add(pattern, child, element + 1);
            }
        }
    }
}
