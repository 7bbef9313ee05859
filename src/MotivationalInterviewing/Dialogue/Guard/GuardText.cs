using System.Buffers;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>A word: where it stands, its folded hash, and the sentence that it belongs to.</summary>
internal readonly record struct GuardWord(uint Hash, int Start, int Length, int Sentence);

/// <summary>A sentence: its words and how it ends ('.', '?', '!', or '\0').</summary>
internal readonly record struct GuardSentence(int FirstWord, int EndWord, char Ending);

/// <summary>
/// Words and sentences of one text in rented arrays. Dispose returns them. Linear in the text's length, any text.
/// </summary>
internal struct GuardText : IDisposable
{
    private GuardWord[] _words;
    private GuardSentence[] _sentences;
    private int _wordCount;
    private int _sentenceCount;

    public readonly ReadOnlySpan<GuardWord> Words => _words.AsSpan(0, _wordCount);

    public readonly ReadOnlySpan<GuardSentence> Sentences => _sentences.AsSpan(0, _sentenceCount);

    public int QuestionMarks { get; private set; }

    public int ExclamationMarks { get; private set; }

    public int Commas { get; private set; }

    /// <summary>Hash of a word as the tokenizer makes it: lower case, curly apostrophes straightened.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ Fold(c)) * 16777619u;
        return hash;
    }

    public static GuardText Read(ReadOnlySpan<char> text)
    {
        var result = new GuardText
        {
            _words = ArrayPool<GuardWord>.Shared.Rent((text.Length / 2) + 2),
            _sentences = ArrayPool<GuardSentence>.Shared.Rent((text.Length / 2) + 2),
        };
        result.Scan(text);
        return result;
    }

    public readonly void Dispose()
    {
        ArrayPool<GuardWord>.Shared.Return(_words);
        ArrayPool<GuardSentence>.Shared.Return(_sentences);
    }

    private void Scan(ReadOnlySpan<char> text)
    {
        var first = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsWord(c))
            {
                var start = i;
                var hash = 2166136261u;
                while (i < text.Length && (IsWord(text[i]) || (IsApostrophe(text[i]) && i + 1 < text.Length && IsWord(text[i + 1]))))
                    hash = (hash ^ Fold(text[i++])) * 16777619u;
                _words[_wordCount++] = new GuardWord(hash, start, i - start, _sentenceCount);
                continue;
            }

            i++;
            switch (c)
            {
                case '?': QuestionMarks++; break;
                case '!': ExclamationMarks++; break;
                case ',': Commas++; break;
                case '.' or ';' or '\n' or ':' or '\u2014' or '\u2026': break;
                default: continue;
            }

            if (c is ',' or ':' or '\u2014') continue;
            if (c == '.' && i < text.Length && char.IsAsciiDigit(text[i])) continue;
            if (_wordCount > first)
            {
                _sentences[_sentenceCount++] = new GuardSentence(first, _wordCount, c);
                first = _wordCount;
            }
            else if (_sentenceCount > 0 && c == '?')
            {
                _sentences[_sentenceCount - 1] = _sentences[_sentenceCount - 1] with { Ending = c };
            }
        }

        if (_wordCount > first) _sentences[_sentenceCount++] = new GuardSentence(first, _wordCount, '\0');
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c));

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static char Fold(char c) => c switch
    {
        >= 'a' and <= 'z' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        '\u2019' or '\u02BC' => '\'',
        < '\u0080' => c,
        _ => char.ToLowerInvariant(c),
    };
}
