using System.Runtime.CompilerServices;

namespace MotivationalInterviewing.Text;

/// <summary>
/// Walks a text clause by clause over a caller's token buffer. Nothing is allocated, every character is read a bounded
/// number of times, and any string is accepted. A sentence longer than the buffer is cut.
/// </summary>
internal ref struct ClauseReader
{
    /// <summary>A buffer of this many tokens serves well; longer sentences are split.</summary>
    internal const int BufferSize = 96;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<Token> _tokens;
    private readonly bool _sentencesOnly;
    private int _position;
    private int _count;
    private int _next;
    private int _sentence = -1;
    private char _mark;
    private bool _quoted;
    private bool _inQuote;
    private int _sentenceEnd;
    private ulong _commaLow;
    private ulong _commaHigh;

    internal ClauseReader(ReadOnlySpan<char> text, Span<Token> tokens, bool sentencesOnly = false)
    {
        _text = text;
        _tokens = tokens[..Math.Min(tokens.Length, BufferSize)];
        _sentencesOnly = sentencesOnly;
    }

    internal Clause Current { get; private set; }

    /// <summary>The words of the current clause.</summary>
    internal readonly ReadOnlySpan<Token> Tokens => _tokens.Slice(Current.FirstToken, Current.TokenCount);

    /// <summary>The words of the sentence that the current clause stands in.</summary>
    internal readonly ReadOnlySpan<Token> SentenceTokens => _tokens[.._count];

    /// <summary>The mark that ends that sentence.</summary>
    internal readonly char SentenceMark => _mark;

    internal readonly bool IsFirstOfSentence => Current.FirstToken == 0;

    /// <summary>True when words follow the current clause.</summary>
    internal readonly bool HasMore => _next < _count || !IsRestOfTextEmpty();

    internal bool MoveNext()
    {
        while (_next >= _count)
        {
            if (_position >= _text.Length) return false;
            ReadSentence();
        }

        var first = _next;
        var end = _sentencesOnly ? _count : FindClauseEnd(first);
        _next = end;
        var last = end == _count;
        Current = new Clause
        {
            Start = _tokens[first].Start,
            End = last ? Math.Max(_sentenceEnd, _tokens[end - 1].End) : _tokens[end - 1].End,
            FirstToken = first,
            TokenCount = end - first,
            Sentence = _sentence,
            Mark = last ? _mark : '\0',
            Quoted = _quoted,
        };
        return true;
    }

    private int FindClauseEnd(int first)
    {
        var hasVerb = false;

        // "If I stopped, I'd lose my friends": condition and outcome are one thought.
        var role = RoleOf(_tokens[first].Id);
        var conditional = (role & Role.Conditional) != 0;
        for (var i = first + 1; i < _count; i++)
        {
            var before = role;
            role = RoleOf(_tokens[i].Id);
            hasVerb |= (before & Role.Finite) != 0;
            if ((role & Role.Begins) == 0 || i - first < 2 || _tokens[i].Start == _tokens[i - 1].Start) continue;
            if ((role & (Role.Contrast | Role.Because)) != 0) return i;
            var next = i + 1 < _count ? RoleOf(_tokens[i + 1].Id) : Role.None;
            if ((role & Role.And) != 0 && hasVerb
                && ((next & Role.Subject) != 0 || (i + 2 < _count && (next & Role.And) != 0 && (RoleOf(_tokens[i + 2].Id) & Role.Subject) != 0))) return i;
            if (!hasVerb || (next & Role.Finite) == 0) continue;
            var comma = i < 64 ? (_commaLow >> i) & 1 : (_commaHigh >> (i - 64)) & 1;
            if (comma != 0 && i - first >= 3 && (role & Role.Subject) != 0)
            {
                if (!conditional) return i;
                conditional = false;
                continue;
            }

            if (!conditional && i - first >= 4 && (role & Role.RunOnSubject) != 0 && (before & Role.TakesClause) == 0
                && !(i >= 2 && (RoleOf(_tokens[i - 2].Id) & Role.Determiner) != 0)) return i;
        }

        return _count;
    }

    /// <summary>What a word may be in a sentence; one look-up for all.</summary>
    [Flags]
    private enum Role : ushort
    {
        None = 0,
        Conditional = 1,
        Finite = 2,
        Contrast = 4,
        Because = 8,
        And = 16,
        Subject = 32,
        RunOnSubject = 64,
        TakesClause = 128,
        Determiner = 256,

        /// <summary>A filler, or a short form to be opened.</summary>
        Special = 512,

        /// <summary>May begin a clause.</summary>
        Begins = Contrast | Because | And | Subject | RunOnSubject,
    }

    private static Role RoleOf(int id) => (uint)id < (uint)s_roles.Length ? s_roles[id] : Role.None;

    private static Role[] Roles(params ReadOnlySpan<(Role Role, bool[] Words)> sets)
    {
        var longest = 0;
        foreach (var (_, words) in sets) longest = Math.Max(longest, words.Length);
        var roles = new Role[longest];
        foreach (var (role, words) in sets)
        {
            for (var id = 0; id < words.Length; id++)
                if (words[id]) roles[id] |= role;
        }

        return roles;
    }

    private static bool[] Specials()
    {
        var special = new bool[Math.Max(Words.Table.Count, s_filler.Length)];
        for (var id = 0; id < special.Length; id++) special[id] = Words.Has(s_filler, id) || !Words.Expand(id).IsEmpty;
        return special;
    }

    [SkipLocalsInit]
    private void ReadSentence()
    {
        _count = _next = 0;
        _mark = '\0';
        _commaLow = _commaHigh = 0;
        _quoted = _inQuote;
        _sentence++;
        Span<char> lower = stackalloc char[WordTable.LongestWord];
        var comma = false;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == ' ')
            {
                _position++;
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                if (_count > _tokens.Length - 4) return;
                if (comma && _count > 0)
                {
                    if (_count < 64) _commaLow |= 1UL << _count;
                    else _commaHigh |= 1UL << (_count - 64);
                }

                comma = false;
                ReadWord(lower);
                continue;
            }

            var note = Marks.NoteLength(_text, _position);
            if (note > 0)
            {
                _position += note;
                continue;
            }

            _position++;
            switch (c)
            {
                case '?' or '!' or ';' or '\n' or '\u2026' or '\u3002' or '\uFF1F' or '\uFF01':
                case '.' when !(_position < _text.Length && char.IsLetterOrDigit(_text[_position])):
                    EndSentence(c);
                    return;
                case '\u2014' or '\u2013':
                case '-' when IsBreak():
                    if (IsRestOfTextEmpty()) _mark = '-';
                    if (_count > 0)
                    {
                        _sentenceEnd = _tokens[_count - 1].End;
                        return;
                    }

                    break;
                case ',' or ':':
                    comma = true;
                    break;
                default:
                    if (Marks.IsQuote(c))
                    {
                        _inQuote = !_inQuote;
                        _quoted = true;
                    }

                    break;
            }
        }

        _sentenceEnd = _count > 0 ? _tokens[_count - 1].End : _position;
    }

    private void EndSentence(char mark)
    {
        _mark = mark is '\uFF1F' ? '?' : mark is '\u2026' ? '.' : mark;
        _sentenceEnd = _count > 0 ? _tokens[_count - 1].End : _position;
        while (_position < _text.Length && _text[_position] is '?' or '!' or '.' or '\u2026')
        {
            if (_text[_position] == '?') _mark = '?';
            _position++;
            if (_position >= _text.Length) break;
        }
    }

    /// <summary>A hyphen inside a word joins; one with white space or the end beside it breaks.</summary>
    private readonly bool IsBreak() =>
        _position >= _text.Length || char.IsWhiteSpace(_text[_position]) || _text[_position] == '-' || Marks.IsQuote(_text[_position]);

    private readonly bool IsRestOfTextEmpty()
    {
        // Bounded look: what counts is whether words follow soon.
        var rest = _text[_position..Math.Min(_text.Length, _position + 64)];
        foreach (var c in rest)
            if (char.IsLetterOrDigit(c)) return false;
        return true;
    }

    private void ReadWord(scoped Span<char> lower)
    {
        var start = _position;
        var length = 0;
        var apostrophe = -1;
        var hash = WordTable.HashStart;
        var at = start;
        for (; at < _text.Length; at++)
        {
            var c = _text[at];
            var small = (char)(c | 0x20);
            if (!char.IsAsciiLetterLower(small))
            {
                if (char.IsLetterOrDigit(c))
                {
                    small = char.ToLowerInvariant(c);
                }
                else if (Marks.IsApostrophe(c) && at + 1 < _text.Length && char.IsLetter(_text[at + 1]))
                {
                    if (apostrophe < 0) apostrophe = length;
                    continue;
                }
                else
                {
                    break;
                }
            }

            if (length < lower.Length) lower[length] = small;
            hash = WordTable.HashStep(hash, small);
            length++;
        }

        _position = at;
        var span = _position - start;
        if (length > lower.Length)
        {
            Add(0, start, span);
            return;
        }

        var word = lower[..length];
        var id = Words.Table.Find(WordTable.HashFinish(hash));
        if (id == 0 && char.IsAsciiDigit(word[0]))
        {
            Add(Words.Number, start, span);
            return;
        }

        if (apostrophe < 0 && id != 0 && (RoleOf(id) & Role.Special) == 0)
        {
            if (_count == 0 || _tokens[_count - 1].Id != id || id == Words.Number) Add(id, start, span);
            return;
        }

        if (apostrophe > 0 && TryContraction(word, id, apostrophe, start, span)) return;
        var expansion = apostrophe < 0 || !Words.Has(s_ambiguousWithoutApostrophe, id) ? Words.Expand(id) : [];
        if (expansion.IsEmpty)
        {
            if (Words.Has(s_filler, id)) return;

            // Self-repair: "I-I just", "the the". Doubling for emphasis ("no no", "very very") changes nothing either.
            if (_count > 0 && id != 0 && _tokens[_count - 1].Id == id && id != Words.Number) return;
            Add(id, start, span);
            return;
        }

        foreach (var part in expansion) Add(part, start, span);
    }

    private bool TryContraction(scoped ReadOnlySpan<char> word, int whole, int apostrophe, int start, int span)
    {
        var suffix = word[apostrophe..];
        var stem = word[..apostrophe];
        var expansion = Words.Expand(whole);
        if (!expansion.IsEmpty)
        {
            foreach (var part in expansion) Add(part, start, span);
            return true;
        }

        if (suffix is "t" && stem.Length > 1 && stem[^1] == 'n')
        {
            Add(Words.Table.Find(stem[..^1]), start, span);
            Add(Words.Not, start, span);
            return true;
        }

        var verb = suffix switch { "m" => Words.Am, "re" => Words.Are, "ve" => Words.Have, "ll" => Words.Will, "d" => Words.Would, "s" => Words.Is, _ => 0 };
        if (verb == 0) return false;
        var id = Words.Table.Find(stem);
        if (verb != Words.Is || Words.Has(s_takesIs, id))
        {
            if (!(_count > 1 && _tokens[_count - 2].Id == id && _tokens[_count - 1].Id == verb))
            {
                Add(id, start, span);
                Add(verb, start, span);
            }
        }
        else
        {
            Add(id, start, span);
        }

        return true;
    }

    private void Add(int id, int start, int length)
    {
        if (_count < _tokens.Length) _tokens[_count++] = new Token(id, start, length);
    }

    private static readonly bool[] s_contrast = Words.Set("but although though yet however whereas except");
    private static readonly bool[] s_conditional = Words.Set("if when whenever once unless");
    private static readonly bool[] s_because = Words.Set("because");
    private static readonly bool[] s_and = Words.Set("and so or then plus");
    private static readonly bool[] s_subject = Words.Set("i we you he she they it that this my there nobody everyone everybody our");
    private static readonly bool[] s_runOnSubject = Words.Set("i we he she they it you");
    private static readonly bool[] s_finite = Words.Set("""
        am is are was were be have has had do does did can could will would should might must may want wants wanted need needs needed like liked love loved hate
        hated know knew think thought feel felt get gets got go goes went just really never always still guess mean used try tried keep kept take took make makes made
        say said says told see saw come came quit stop stopped start started drink drank smoke smoked probably definitely already even only also ought wish hope
        """);
    private static readonly bool[] s_takesClause = Words.Set("""
        that if when while because think thought know knew guess say said says told mean hope wish feel felt what how why where who which whatever whenever wherever
        as than do does did am is are can could will would should and so or but like the a an before after until unless since see saw believe sure afraid glad happy
        thing things way all reason time day once not suppose bet swear promise
        """);
    private static readonly bool[] s_determiner = Words.Set("the a an every any this first last only some");
    private static readonly bool[] s_filler = Words.Set("um uh er erm uhm ah");
    private static readonly Role[] s_roles = Roles(
        (Role.Special, Specials()),
        (Role.Conditional, s_conditional), (Role.Finite, s_finite), (Role.Contrast, s_contrast), (Role.Because, s_because), (Role.And, s_and), (Role.Subject, s_subject),
        (Role.RunOnSubject, s_runOnSubject), (Role.TakesClause, s_takesClause), (Role.Determiner, s_determiner));
    private static readonly bool[] s_takesIs = Words.Set("it that he she what there here who how where this everything nothing everybody everyone nobody");
    private static readonly bool[] s_ambiguousWithoutApostrophe = Words.Set("cause cos");
}
