using System.Numerics;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>A rule or a named cue: category and level (none for a cue), name, and whether negation mutes it.</summary>
internal sealed record RiskRule(int Id, RiskCategory Category, RiskLevel Level, string Name, bool IgnoresNegation)
{
    /// <summary>The same for a rule of this name whatever stands before it in the list.</summary>
    public uint Hash { get; } = RiskText.HashOf(Name);

    public override string ToString() => Name;
}

/// <summary>
/// Vocabulary and sequences compiled from <see cref="RiskPatterns"/>. Each word knows the elements that accept it; each
/// sequence is tried only where its first element stands. Read-only once made.
/// </summary>
internal sealed class RiskLexicon
{
    internal readonly record struct Element(int Class, int Gap, bool Optional);

    internal sealed record Sequence(Element[] Elements, int Rule, bool StartsWithSubject)
    {
        /// <summary>The class of the last element that must be there, -1 when only the first must.</summary>
        public int Needs { get; } = Array.FindLastIndex(Elements, e => !e.Optional) is > 0 and var last ? Elements[last].Class : -1;

        public override string ToString() => $"Sequence {Rule}";
    }

    internal sealed record Together(int Rule, int[] All, int[] Not)
    {
        public override string ToString() => $"Together {Rule}";
    }

    private const int Longest = 24;
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly int[] _slots;
    private readonly Dictionary<string, int> _prefixes = new(StringComparer.Ordinal);
    private readonly int[] _prefixSlots;
    private readonly List<string> _names = [""];
    private readonly ulong[] _accepts;
    private readonly int _stride;
    private readonly int[][] _starts, _asks, _ends;
    private readonly Sequence[] _sequences;
    private readonly string[] _keys;
    private readonly string[][] _keysByLetter;
    private readonly uint[] _prefixLengths = new uint[128], _keyLengths = new uint[128];
    private readonly int _negation, _clauseBreak, _subject, _firstPerson;

    public static RiskLexicon Default { get; } = new(RiskPatterns.Text);

    public RiskRule[] Rules { get; }

    public Together[][] TogetherByCue { get; }

    public int WordCount => _names.Count;

    public int ClassCount { get; }

    private RiskLexicon(string source)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var classes = new List<string>();
        var classIds = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = new List<RiskRule>();
        var ruleIds = new Dictionary<string, int>(StringComparer.Ordinal);
        var sequences = new List<Sequence>();
        var together = new List<Together>();
        var category = RiskCategory.None;
        var keys = Array.Empty<string>();
        foreach (var raw in source.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '=')
            {
                var at = line.IndexOf(' ', StringComparison.Ordinal);
                var words = line[(at + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(w => w[0] == '$' ? named[w[1..]].Split('/') : [w]);
                named[line[1..at]] = string.Join('/', words);
                if (line[1..at] == "key") keys = named["key"].Split('/');
                continue;
            }

            if (line[0] == '@')
            {
                category = Enum.Parse<RiskCategory>(line[1..]);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var level = head[0] switch { "low" => RiskLevel.Low, "moderate" => RiskLevel.Moderate, "high" => RiskLevel.High, _ => RiskLevel.None };
            var ignores = head[1][^1] == '!';
            var name = ignores ? head[1][..^1] : head[1];
            var key = $"{category}:{level}:{name}";
            if (level == RiskLevel.None) key = name;
            if (!ruleIds.TryGetValue(key, out var rule))
            {
                rule = rules.Count;
                ruleIds[key] = rule;
                ruleIds.TryAdd(name, rule);
                rules.Add(new RiskRule(rule, level == RiskLevel.None ? RiskCategory.None : category, level, name, ignores));
            }

            foreach (var part in line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (part[0] == '&')
                {
                    var terms = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                    together.Add(new Together(rule, [.. terms.Where(t => t[0] == '&').Select(t => ruleIds[t[1..]])], [.. terms.Where(t => t[0] == '!').Select(t => ruleIds[t[1..]])]));
                    continue;
                }

                var elements = new List<Element>();
                var gap = 0;
                foreach (var piece in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (piece[0] == '~')
                    {
                        gap = piece.Length > 1 ? piece[1] - '0' : 3;
                        continue;
                    }

                    var optional = piece[0] == '?';
                    elements.Add(new Element(Class(optional ? piece[1..] : piece), gap, optional));
                    gap = 0;
                }

                sequences.Add(new Sequence([.. elements], rule, part.StartsWith("$i ", StringComparison.Ordinal) || part.StartsWith("i ", StringComparison.Ordinal)));
            }
        }

        _negation = Class("$negation");
        _clauseBreak = Class("$break");
        _subject = Class("$subject");
        _firstPerson = Class("$first");
        foreach (var key in keys) Word(key);
        foreach (var word in RiskPatterns.Plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Word(word);

        _stride = (_names.Count + 63) / 64;
        _accepts = new ulong[_stride * classes.Count];
        for (var c = 0; c < classes.Count; c++)
        {
            foreach (var form in classes[c].Split('/'))
            {
                if (form[^1] == '*')
                {
                    var stem = form[..^1];
                    for (var w = 1; w < _names.Count; w++)
                        if (_names[w].StartsWith(stem, StringComparison.Ordinal)) Set(c, w);
                }
                else
                {
                    Set(c, _words[form]);
                }
            }
        }

        var starts = new List<int>[_names.Count];
        for (var s = 0; s < sequences.Count; s++)
            for (var w = 1; w < _names.Count; w++)
                if (Accepts(sequences[s].Elements[0].Class, w)) (starts[w] ??= []).Add(s);
        _starts = [.. starts.Select(s => s is null ? [] : s.ToArray())];
        _sequences = [.. sequences];
        _asks = [.. _starts.Select(s => s.Where(i => rules[sequences[i].Rule].Name.StartsWith("ask", StringComparison.Ordinal)).ToArray())];
        var needed = sequences.Select(q => q.Needs).Where(c => c >= 0).Distinct().ToArray();
        _ends = [.. Enumerable.Range(0, _names.Count).Select(w => w == 0 ? [] : needed.Where(c => Accepts(c, w)).ToArray())];
        _keys = keys;
        // Words alone, open addressing: most words of a turn are not in the list, and this says so at the first look.
        _slots = Table(_words);
        _prefixSlots = Table(_prefixes);

        _keysByLetter = [.. Enumerable.Range(0, 128).Select(c => keys.Where(k => k[0] == c && k.Length >= 6).ToArray())];
        foreach (var key in keys)
            if (key.Length >= 6) _keyLengths[key[0]] |= 7u << (key.Length - 1);
        foreach (var prefix in _prefixes.Keys) _prefixLengths[prefix[0]] |= 1u << prefix.Length;
        Rules = [.. rules];
        ClassCount = classes.Count;
        TogetherByCue = [.. rules.Select(r => together.Where(t => t.All.Contains(r.Id)).ToArray())];

        static int[] Table(Dictionary<string, int> words)
        {
            var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)words.Count * 4)];
            foreach (var (word, id) in words)
            {
                var at = (int)RiskText.HashOf(word) & (slots.Length - 1);
                while (slots[at] != 0) at = (at + 1) & (slots.Length - 1);
                slots[at] = id;
            }

            return slots;
        }

        int Class(string text)
        {
            var forms = string.Join('/', text.Split('/').Select(t => t[0] == '$' ? named[t[1..]] : t));
            if (classIds.TryGetValue(forms, out var id)) return id;
            foreach (var form in forms.Split('/')) Word(form);
            classIds[forms] = classes.Count;
            classes.Add(forms);
            return classes.Count - 1;
        }

        void Word(string form)
        {
            var prefix = form[^1] == '*';
            var text = prefix ? form[..^1] : form;
            var table = prefix ? _prefixes : _words;
            if (table.ContainsKey(text)) return;
            if (!_words.TryGetValue(text, out var id) && !_prefixes.TryGetValue(text, out id))
            {
                id = _names.Count;
                _names.Add(text);
            }

            table[text] = id;
        }

        void Set(int c, int w) => _accepts[(c * _stride) + (w >> 6)] |= 1UL << (w & 63);
    }

    /// <summary>The last elements of sequences that accept a word.</summary>
    public ReadOnlySpan<int> EndsAt(int word) => _ends[word];

    public bool Accepts(int c, int word) => (_accepts[(c * _stride) + (word >> 6)] & (1UL << (word & 63))) != 0;

    /// <summary>The sequences that may begin with a word; of a counselor's words only those by which something is asked.</summary>
    public ReadOnlySpan<int> StartsAt(int word, bool asks) => asks ? _asks[word] : _starts[word];

    public Sequence SequenceAt(int index) => _sequences[index];

    public string NameOf(int word) => _names[word];

    public bool IsNegation(int word) => Accepts(_negation, word);

    public bool IsSubject(int word) => Accepts(_subject, word);

    public bool IsFirstPerson(int word) => Accepts(_firstPerson, word);

    public bool BreaksClause(int word) => Accepts(_clauseBreak, word);

    public int RuleId(string name) => Array.FindIndex(Rules, r => r.Name == name);

    public int FindExact(ReadOnlySpan<char> word) => FindExact(word, RiskText.HashOf(word));

    private int FindExact(ReadOnlySpan<char> word, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)hash & mask; _slots[at] != 0; at = (at + 1) & mask)
            if (word.SequenceEqual(_names[_slots[at]])) return _slots[at];
        return -1;
    }

    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        if (word.Length > Longest) return -1;
        var id = FindExact(word, hash);
        if (id > 0) return id;
        // Lengths of the prefixes that begin with this letter; most letters have few.
        var lengths = word.Length > 2 && word[0] < 128 ? _prefixLengths[word[0]] & ((2u << word.Length) - 1) : 0;
        if (lengths == 0) return -1;
        var (h, mask, found) = (2166136261u, _prefixSlots.Length - 1, -1);
        for (var n = 1; n <= word.Length && lengths >> n != 0; n++)
        {
            h = (h ^ word[n - 1]) * 16777619u;
            if ((lengths & (1u << n)) == 0) continue;
            for (var at = (int)h & mask; _prefixSlots[at] != 0; at = (at + 1) & mask)
            {
                if (!word[..n].SequenceEqual(_names[_prefixSlots[at]])) continue;
                found = _prefixSlots[at];
                break;
            }
        }

        return found;
    }

    /// <summary>A word with stars or other marks in place of letters.</summary>
    public int FindStarred(ReadOnlySpan<char> word)
    {
        foreach (var key in _keys)
        {
            if (Math.Abs(key.Length - word.Length) > 2 || key[0] != word[0] && word[0] is not ('*' or '#')) continue;
            int i = 0, j = 0;
            while (i < key.Length && j < word.Length)
            {
                if (word[j] is '*' or '#' or '_')
                {
                    // One mark may stand for one or two letters.
                    if (j + 1 < word.Length && word[j + 1] is not ('*' or '#' or '_') && key[i] == word[j + 1]) { j++; continue; }
                    if (j + 1 < word.Length && i + 1 < key.Length && key[i + 1] != word[j + 1] && i + 2 < key.Length && key[i + 2] == word[j + 1]) i++;
                    i++;
                    j++;
                    continue;
                }

                if (key[i] != word[j]) break;
                i++;
                j++;
            }

            if (i == key.Length && j >= word.Length - 1) return _words[key];
        }

        return -1;
    }

    /// <summary>A key word with one slip: a letter too many, too few, wrong, or two swapped.</summary>
    public int FindTypo(ReadOnlySpan<char> word)
    {
        if (word[0] >= 128 || (_keyLengths[word[0]] >> word.Length & 1) == 0) return -1;
        foreach (var key in _keysByLetter[word[0]])
        {
            var difference = key.Length - word.Length;
            if (difference is > 1 or < -1) continue;
            var n = Math.Min(key.Length, word.Length);
            var i = 0;
            while (i < n && key[i] == word[i]) i++;
            var same = difference switch
            {
                0 => i == n || key.AsSpan(i + 1).SequenceEqual(word[(i + 1)..])
                    || i + 1 < n && key[i] == word[i + 1] && key[i + 1] == word[i] && key.AsSpan(i + 2).SequenceEqual(word[(i + 2)..]),
                1 => key.AsSpan(i + 1).SequenceEqual(word[i..]),
                _ => key.AsSpan(i).SequenceEqual(word[(i + 1)..]),
            };
            if (same) return _words[key];
        }

        return -1;
    }
}
