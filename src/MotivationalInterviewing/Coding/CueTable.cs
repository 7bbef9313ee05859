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
    private readonly Beginning[] _beginnings;

    // Edges of the tree by open addressing: node and word to node. Node 0 starts anywhere, node 1 at the start of a clause.
    private ulong[] _edges = new ulong[256];
    private int[] _children = new int[256];
    private int _edgeCount;

    private Node[] _nodes = new Node[64];
    private int _nodeCount = 2;

    // Plain loops and arrays throughout: tables are built before the first answer, where each generic method costs.
    internal CueTable(params ReadOnlySpan<string> groups)
    {
        var patterns = new Pattern[64];
        var count = 0;
        var words = 0;
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var phrase in groups[group].Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var elements = new int[parts.Length][];
                for (var i = 0; i < parts.Length; i++) elements[i] = Element(parts[i]);
                var pattern = new Pattern(count, group, elements);
                if (count == patterns.Length) Array.Resize(ref patterns, 2 * count);
                patterns[count++] = pattern;
                foreach (var id in pattern.First) words = Math.Max(words, id + 1);
            }
        }

        _groups = new int[count];
        _begins = new bool[words];
        _beginnings = new Beginning[words];
        for (var i = 0; i < count; i++)
        {
            var pattern = patterns[i];
            _groups[i] = pattern.Group;
            foreach (var id in pattern.First)
            {
                _begins[id] = true;
                if (pattern.HasGap) _beginnings[id].Gapped = [.. _beginnings[id].Gapped ?? [], pattern];
            }

            if (!pattern.HasGap) Grow(pattern, pattern.AtStart ? 1 : 0, pattern.AtStart ? 1 : 0);
        }
    }

    private static int[] Element(string part)
    {
        switch (part)
        {
            case "*": return [Gap];
            case "^": return [AtStart];
            case "$": return [AtEnd];
            default:
                var names = part.Split('/');
                var ids = new int[names.Length];
                for (var i = 0; i < ids.Length; i++) ids[i] = Words.Table.Add(names[i]);
                return ids;
        }
    }

    /// <summary>Adds a pattern's elements from one on below a node.</summary>
    private void Grow(Pattern pattern, int node, int element)
    {
        ref var at = ref _nodes[node];
        if (element == pattern.Elements.Length)
        {
            if (at.Ends is null || Array.IndexOf(at.Ends, pattern.Index) < 0) at.Ends = [.. at.Ends ?? [], pattern.Index];
            return;
        }

        var words = pattern.Elements[element];
        if (words[0] == AtEnd)
        {
            at.LastEnds = [.. at.LastEnds ?? [], pattern.Index];
            return;
        }

        foreach (var word in words)
        {
            var child = node == 0 ? _beginnings[word].Root : node == 1 ? _beginnings[word].StartRoot : Child(node, word);
            Grow(pattern, child > 0 ? child : AddEdge(node, word), element + 1);
        }
    }

    private int AddEdge(int node, int word)
    {
        if (_nodeCount == _nodes.Length) Array.Resize(ref _nodes, 2 * _nodeCount);
        var child = _nodeCount++;
        if (node == 0) _beginnings[word].Root = child;
        else if (node == 1) _beginnings[word].StartRoot = child;
        else
        {
            if (2 * ++_edgeCount > _edges.Length)
            {
                var (edges, children) = (_edges, _children);
                _edges = new ulong[2 * edges.Length];
                _children = new int[2 * edges.Length];
                for (var i = 0; i < edges.Length; i++)
                    if (edges[i] != 0) Place(edges[i], children[i]);
            }

            Place(Key(node, word), child);
            _nodes[node].Next |= 1UL << (word & 63);
        }

        return child;
    }

    private void Place(ulong key, int child)
    {
        var slot = Slot((int)(key >> 32), (int)key);
        while (_edges[slot] != 0) slot = (slot + 1) & (_edges.Length - 1);
        _edges[slot] = key;
        _children[slot] = child;
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
            ref readonly var beginning = ref _beginnings[id];
            if (beginning.Root > 0) Walk(tokens, i, beginning.Root, found, ref here);
            if (i == 0 && beginning.StartRoot > 0) Walk(tokens, i, beginning.StartRoot, found, ref here);
            if (beginning.Gapped is { } gapped)
            {
                foreach (var pattern in gapped)
                {
                    if (pattern.AtStart && i != 0) continue;
                    var end = Match(tokens, i, pattern.Elements, pattern.AtStart ? 1 : 0);
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
            ref readonly var here = ref _nodes[node];
            if (here.Ends is { } ends)
            {
                foreach (var pattern in ends) Insert(found, ref count, pattern, at);
            }

            if (at >= tokens.Length)
            {
                foreach (var pattern in here.LastEnds ?? []) Insert(found, ref count, pattern, at);
                return;
            }

            if ((here.Next >> (tokens[at].Id & 63) & 1) == 0) return;
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

    /// <summary>The patterns that end in a node of the tree, and those that end there only at the end of the clause.</summary>
    private struct Node
    {
        internal int[]? Ends;
        internal int[]? LastEnds;

        /// <summary>A bit for each word that may come next, by its number: most that do not are told so without a look at the edges.</summary>
        internal ulong Next;
    }

    /// <summary>What may begin with a word: the nodes that it leads to, and the patterns with a gap.</summary>
    private struct Beginning
    {
        internal int Root;
        internal int StartRoot;
        internal Pattern[]? Gapped;
    }

    private sealed class Pattern
    {
        internal Pattern(int index, int group, int[][] elements)
        {
            (Index, Group, Elements) = (index, group, elements);
            AtStart = elements[0][0] == CueTable.AtStart;
            First = elements[AtStart ? 1 : 0];
            foreach (var element in elements) HasGap |= element[0] == Gap;
        }

        internal int Index { get; }

        internal int Group { get; }

        internal int[][] Elements { get; }

        internal bool AtStart { get; }

        internal bool HasGap { get; }

        /// <summary>The words that it can begin with.</summary>
        internal int[] First { get; }
    }
}
