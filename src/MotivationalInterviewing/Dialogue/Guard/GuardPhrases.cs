using System.Collections.Frozen;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>
/// Phrases over words, found in one pass. A phrase is words divided by spaces: "a|b" is either word, "a?" may be missing,
/// "_" any word, "~" up to four words of the same sentence; a leading "^" holds the phrase to the start of a sentence,
/// a trailing "$" to its end and "?" alone to a sentence that ends with a question mark.
/// </summary>
internal sealed class GuardPhrases
{
    private readonly FrozenDictionary<uint, Phrase[]> _byFirst;

    /// <param name="groups">Each cue with its phrases, one per line.</param>
    public GuardPhrases(params ReadOnlySpan<(GuardCue Cue, string Lines)> groups)
    {
        var table = new Dictionary<uint, List<Phrase>>();
        foreach (var (cue, lines) in groups)
        {
            foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var phrase = Phrase.Parse(cue, line);
                foreach (var first in phrase.First)
                {
                    if (!table.TryGetValue(first, out var list)) table[first] = list = [];
                    list.Add(phrase);
                }
            }
        }

        _byFirst = table.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray());
    }

    /// <summary>Reports every match, at most one per cue and first word.</summary>
    public void Match(in GuardText text, ref GuardMatches matches)
    {
        var words = text.Words;
        var sentences = text.Sentences;
        for (var i = 0; i < words.Length; i++)
        {
            if (!_byFirst.TryGetValue(words[i].Hash, out var candidates)) continue;
            var sentence = sentences[words[i].Sentence];
            foreach (var phrase in candidates)
            {
                if (phrase.SecondWord != ulong.MaxValue && (i + 1 >= sentence.EndWord || ((phrase.SecondWord >> (int)(words[i + 1].Hash & 63)) & 1) == 0)) continue;
                if (phrase.AtStart && !IsStart(words, sentence, i)) continue;
                if (phrase.InQuestion && sentence.Ending != '?') continue;
                var end = phrase.End(words[..sentence.EndWord], i + 1, 0);
                if (end > 0) matches.Add(phrase.Cue, i, end);
            }
        }
    }

    /// <summary>At the start of a sentence, or after words that only open one ("well", "so", "and").</summary>
    private static bool IsStart(ReadOnlySpan<GuardWord> words, GuardSentence sentence, int at)
    {
        for (var i = at - 1; i >= sentence.FirstWord; i--)
        {
            if (!s_openers.Contains(words[i].Hash)) return false;
        }

        return true;
    }

    private static readonly FrozenSet<uint> s_openers = new[]
    {
        "well", "so", "and", "but", "then", "now", "okay", "ok", "right", "oh", "no", "yes", "yeah", "just", "look", "listen", "also", "please", "maybe", "perhaps", "honestly", "first",
    }.Select(w => GuardText.HashOf(w)).ToFrozenSet();

    private sealed class Phrase
    {
        private Element[] _rest = [];
        private bool _atEnd;

        public required GuardCue Cue { get; init; }

        /// <summary>Which of 64 kinds of word can come second; all, when the phrase does not say.</summary>
        public ulong SecondWord { get; private set; } = ulong.MaxValue;

        public uint[] First { get; private set; } = [];

        public bool AtStart { get; private set; }

        public bool InQuestion { get; private set; }

        public static Phrase Parse(GuardCue cue, string line)
        {
            var phrase = new Phrase { Cue = cue };
            var rest = new List<Element>();
            foreach (var raw in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var part = raw;
                if (part == "?") { phrase.InQuestion = true; continue; }
                if (part == "$") { phrase._atEnd = true; continue; }
                if (part[0] == '^') { phrase.AtStart = true; part = part[1..]; }
                var optional = part[^1] == '?';
                if (optional) part = part[..^1];
                uint[] words = part is "_" or "~" ? [] : [.. part.Split('|').Select(w => GuardText.HashOf(w))];
                if (phrase.First.Length == 0) phrase.First = words;
                else rest.Add(new Element(words, optional, part == "~"));
            }

            phrase._rest = [.. rest];
            if (rest.Count > 0 && !rest[0].Optional && rest[0].Words.Length > 0) phrase.SecondWord = rest[0].Words.Aggregate(0UL, (mask, hash) => mask | (1UL << (int)(hash & 63)));
            return phrase;
        }

        /// <summary>Index after the last word, or -1.</summary>
        public int End(ReadOnlySpan<GuardWord> words, int at, int element)
        {
            if (element == _rest.Length) return _atEnd && at != words.Length ? -1 : at;
            var next = _rest[element];
            if (next.Gap)
            {
                for (var skip = 0; skip <= 4 && at + skip <= words.Length; skip++)
                {
                    var end = End(words, at + skip, element + 1);
                    if (end > 0) return end;
                }

                return -1;
            }

            if (at < words.Length && (next.Words.Length == 0 || Array.IndexOf(next.Words, words[at].Hash) >= 0))
            {
                var end = End(words, at + 1, element + 1);
                if (end > 0) return end;
            }

            return next.Optional ? End(words, at, element + 1) : -1;
        }

        private readonly record struct Element(uint[] Words, bool Optional, bool Gap);
    }
}

/// <summary>The first match of each cue, and how many there were.</summary>
internal struct GuardMatches
{
    private Buffer _starts;
    private Buffer _ends;
    private Buffer _counts;

    public void Add(GuardCue cue, int start, int end)
    {
        if (_counts[(int)cue]++ == 0) (_starts[(int)cue], _ends[(int)cue]) = (start, end);
        else if (start == _starts[(int)cue] && end > _ends[(int)cue]) _ends[(int)cue] = end;
    }

    public readonly bool Has(GuardCue cue) => _counts[(int)cue] > 0;

    public readonly int Count(GuardCue cue) => _counts[(int)cue];

    public readonly (int Start, int End) Words(GuardCue cue) => (_starts[(int)cue], _ends[(int)cue]);

    public void Clear(GuardCue cue) => _counts[(int)cue] = 0;

    [System.Runtime.CompilerServices.InlineArray((int)GuardCue.Count)]
    private struct Buffer
    {
        private int _first;
    }
}
