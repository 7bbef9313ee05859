using System.Buffers;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>A word as it was written: where, what it is in the vocabulary, and which sentence it is part of.</summary>
internal struct RiskToken
{
    public int Start;
    public int Length;
    public int Word;
    public uint Hash;
    public int Sentence;
    public int Clause;
}

/// <summary>
/// Words of a text with disguises taken off: apostrophes, capitals, letter-spacing, stars and digits inside words,
/// stretched letters, small typing errors, telling emoji. Linear in the text; buffers are rented.
/// </summary>
internal ref struct RiskText
{
    private const int LongestWord = 24;
    private RiskToken[] _tokens;
    private int _count;

    public readonly ReadOnlySpan<RiskToken> Tokens => _tokens.AsSpan(0, _count);

    public static RiskText Read(ReadOnlySpan<char> text, RiskLexicon lexicon)
    {
        var result = new RiskText { _tokens = ArrayPool<RiskToken>.Shared.Rent(Math.Max(16, (text.Length / 2) + 2)) };
        result.Fill(text, lexicon);
        return result;
    }

    public void Dispose()
    {
        if (_tokens is null) return;
        ArrayPool<RiskToken>.Shared.Return(_tokens);
        _tokens = null!;
    }

    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var h = 2166136261u;
        foreach (var c in word) h = (h ^ c) * 16777619u;
        return h;
    }

    private void Fill(ReadOnlySpan<char> text, RiskLexicon lexicon)
    {
        Span<char> word = stackalloc char[LongestWord];
        Span<char> spaced = stackalloc char[LongestWord];
        int sentence = 0, clause = 0, letters = 0, lettersFrom = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (!IsWordChar(c))
            {
                var emoji = char.IsHighSurrogate(c) && i + 1 < text.Length ? Emoji(c, text[i + 1]) : c == '\u2702' ? "emojiscissors" : c == '\u26B0' ? "emojicoffin" : null;
                if (emoji is not null) Add(i, char.IsHighSurrogate(c) ? 2 : 1, emoji, lexicon, sentence, clause);
                if (c is '.' or '!' or '?' or '\n' or ';' or '\u2026')
                {
                    // A point between single letters or digits ("s.h", "2.1") ends nothing.
                    var inside = c == '.' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
                    if (!inside) { sentence++; clause++; }
                }
                else if (c is ',' or ':' or '(' or ')' or '"' or '\u201C' or '\u201D' or '\u2014' or '\u2013') clause++;
                i += emoji is not null && char.IsHighSurrogate(c) ? 2 : 1;
                continue;
            }

            var start = i;
            var length = 0;
            var odd = false;
            var starred = false;
            var stretched = false;
            while (i < text.Length)
            {
                c = text[i];
                if (IsApostrophe(c) || c is '\u00AD' or '\u200B' or '\u200C' or '\u200D')
                {
                    if (i + 1 < text.Length && char.IsLetter(text[i + 1])) { i++; continue; }
                    break;
                }

                if (c is '*' or '@' or '$' or '#' or '_')
                {
                    if (i == start || i + 1 >= text.Length || !IsLetterOrStar(text[i + 1]) || c == '_' && i + 1 < text.Length && !char.IsLetter(text[i + 1])) break;
                    starred |= c is '*' or '#' or '_';
                    odd = true;
                }
                else if (!char.IsLetterOrDigit(c)) break;
                else if (char.IsDigit(c)) odd = true;
                c = Fold(c);
                if (length >= 2 && length < LongestWord && word[length - 1] == c && word[length - 2] == c && !char.IsDigit(c)) stretched = true;
                else if (length < LongestWord) word[length++] = c;
                i++;
            }

            if (i == start) { i++; continue; }
            var plain = word[..length];
            if (length == 1 && char.IsLetter(plain[0]))
            {
                // Letter-spacing: single letters in a row are one word.
                if (letters == 0) lettersFrom = _count;
                if (letters < LongestWord) spaced[letters++] = plain[0];
            }
            else
            {
                JoinLetters(spaced[..letters], lettersFrom, lexicon, start);
                letters = 0;
            }

            Put(start, i - start, plain, lexicon, sentence, clause, odd, starred, stretched);
            if (_count > 0 && lexicon.BreaksClause(_tokens[_count - 1].Word)) { clause++; _tokens[_count - 1].Clause = clause; }
        }

        JoinLetters(spaced[..letters], lettersFrom, lexicon, text.Length);
    }

    private void JoinLetters(scoped ReadOnlySpan<char> letters, int from, RiskLexicon lexicon, int end)
    {
        if (letters.Length < 3 || from + letters.Length > _count) return;
        for (var skip = 0; skip < 2 && letters.Length - skip >= 3; skip++)
        {
            var id = lexicon.FindExact(letters[skip..]);
            if (id <= 0) continue;
            ref var first = ref _tokens[from + skip];
            var last = _tokens[_count - 1];
            first.Length = Math.Min(last.Start + last.Length, end) - first.Start;
            first.Word = id;
            first.Hash = HashOf(letters[skip..]);
            _count = from + skip + 1;
            return;
        }
    }

    private void Put(int start, int length, scoped Span<char> word, RiskLexicon lexicon, int sentence, int clause, bool odd, bool starred, bool stretched)
    {
        var hash = HashOf(word);
        var id = lexicon.Find(word, hash);
        if (id <= 0 && stretched)
        {
            Span<char> single = stackalloc char[LongestWord];
            var n = 0;
            foreach (var c in word)
                if (n == 0 || single[n - 1] != c) single[n++] = c;
            var other = lexicon.Find(single[..n], HashOf(single[..n]));
            if (other > 0)
            {
                id = other;
                single[..n].CopyTo(word);
                hash = HashOf(word);
            }
        }

        if (id <= 0 && odd)
        {
            Span<char> plain = stackalloc char[LongestWord];
            for (var k = 0; k < word.Length; k++)
                plain[k] = word[k] switch { '1' or '!' => 'i', '0' => 'o', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var c => c };
            var hasLetter = false;
            foreach (var c in word) hasLetter |= char.IsLetter(c);
            if (hasLetter) id = starred ? lexicon.FindStarred(plain[..word.Length]) : lexicon.FindExact(plain[..word.Length]);
        }

        // A word behind a disguise counts as the word itself.
        var disguised = id > 0 && odd;
        if (id <= 0 && word.Length >= 5)
        {
            id = lexicon.FindTypo(word);
            disguised = id > 0;
        }

        if (_count >= _tokens.Length) return;
        if (disguised) hash = HashOf(lexicon.NameOf(id));
        _tokens[_count++] = new RiskToken { Start = start, Length = length, Word = Math.Max(id, 0), Hash = hash, Sentence = sentence, Clause = clause };
    }

    private void Add(int start, int length, string word, RiskLexicon lexicon, int sentence, int clause)
    {
        if (_count >= _tokens.Length) return;
        _tokens[_count++] = new RiskToken { Start = start, Length = length, Word = Math.Max(lexicon.FindExact(word), 0), Hash = HashOf(word), Sentence = sentence, Clause = clause };
    }

    private static string? Emoji(char high, char low) => char.IsSurrogatePair(high, low)
        ? char.ConvertToUtf32(high, low) switch
        {
            0x1F52A or 0x1F5E1 => "emojiknife",
            0x1F48A => "emojipill",
            0x1F52B => "emojigun",
            0x1FAA6 => "emojicoffin",
            _ => null,
        }
        : null;

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c);

    private static bool IsLetterOrStar(char c) => char.IsLetterOrDigit(c) || c is '*' or '@' or '$' or '#';

    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u00B4' or '`' or '\u2032' or '\uFF07' or '\u201B';

    internal static char Fold(char c)
    {
        if (c < 128) return char.ToLowerInvariant(c);
        if (c is >= '\uFF01' and <= '\uFF5E') return char.ToLowerInvariant((char)(c - 0xFEE0));
        return char.ToLowerInvariant(c) switch
        {
            'é' or 'è' or 'ê' or 'ë' or '\u0435' => 'e',
            'á' or 'à' or 'â' or 'ä' or 'å' or 'ã' or '\u0430' => 'a',
            'í' or 'ì' or 'î' or 'ï' or '\u0456' => 'i',
            'ó' or 'ò' or 'ô' or 'ö' or 'õ' or '\u043E' => 'o',
            'ú' or 'ù' or 'û' or 'ü' => 'u',
            'ç' or '\u0441' => 'c',
            'ñ' => 'n',
            var other => other,
        };
    }
}
