using System.Globalization;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>What a very short client turn amounts to.</summary>
internal enum ShortAnswerKind
{
    None = 0,
    Empty,
    Acknowledge,
    Yes,
    No,
    Number,
}

internal readonly record struct ShortAnswer(ShortAnswerKind Kind, double Number)
{
    [SkipLocalsInit]
    internal static ShortAnswer Of(ReadOnlySpan<char> text)
    {
        if (text.Length > 160) return default;
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        bool yes = false, no = false, any = false, other = false, elsewhere = false;
        var number = double.NaN;
        var words = 0;
        while (reader.MoveNext())
        {
            if (reader.Current.Mark == '?') return default;
            foreach (var token in reader.Tokens)
            {
                any = true;
                words++;
                if (Words.Has(s_yes, token.Id)) yes = true;
                else if (Words.Has(s_no, token.Id)) no = true;
                else if (TryNumber(text.Slice(token.Start, token.Length), token.Id, out var value)) number = double.IsNaN(number) ? value : (number + value) / 2;
                else if (!Words.Has(s_acknowledge, token.Id) && !Words.Has(s_around, token.Id))
                {
                    other = true;
                    elsewhere |= !Words.Has(s_auxiliary, token.Id);
                    if (elsewhere) return default;
                }
            }
        }

        if (other && !elsewhere && (yes ^ no) && words <= 7) return new(yes ? ShortAnswerKind.Yes : ShortAnswerKind.No, 0);
        if (!any) return new(ShortAnswerKind.Empty, 0);
        if (!other && !double.IsNaN(number)) return new(ShortAnswerKind.Number, number);
        if (other || (!yes && !no && OnlyAround(text))) return default;
        return (yes, no) switch
        {
            (true, false) => new(ShortAnswerKind.Yes, 0),
            (false, true) => new(ShortAnswerKind.No, 0),
            _ => new(ShortAnswerKind.Acknowledge, 0),
        };
    }

    /// <summary>True when a known word is none of those that bare answers are made of; unknown words may be numbers.</summary>
    internal static bool SaysMore(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
            if (token.Id != 0 && token.Id != Words.Number && !Words.Has(s_bare, token.Id)) return true;
        return false;
    }

    [SkipLocalsInit]
    private static bool OnlyAround(ReadOnlySpan<char> text)
    {
        Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
        var reader = new ClauseReader(text, buffer);
        while (reader.MoveNext())
            foreach (var token in reader.Tokens)
                if (Words.Has(s_around, token.Id) && !Words.Has(s_yes, token.Id) && !Words.Has(s_acknowledge, token.Id)) return true;
        return false;
    }

    private static bool TryNumber(ReadOnlySpan<char> word, int id, out double value)
    {
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 10) return true;
        for (var i = 0; i < s_numbers.Length; i++)
        {
            if (s_numbers[i] != id || id == 0) continue;
            value = i;
            return true;
        }

        value = 0;
        return false;
    }

    private static readonly bool[] s_yes = Words.Set("yes yeah definitely absolutely certainly totally sure exactly course");
    private static readonly bool[] s_no = Words.Set("no never not");
    private static readonly bool[] s_acknowledge = Words.Set("ok mhm right uh huh oh well i see hm true of and so just um you know guess suppose fine got it mean wow really great cool thanks thank interesting");
    private static readonly bool[] s_around = Words.Set("about around maybe a an like probably say would it is i am at out of or to between somewhere think guess be the number my that");
    private static readonly int[] s_numbers = Words.Ids("zero one two three four five six seven eight nine ten");
    private static readonly bool[] s_auxiliary = Words.Set("i do will can am did have would could so think that am");
    private static readonly bool[] s_bare = Bare();

    private static bool[] Bare()
    {
        var bare = new bool[Words.Table.Count];
        for (var id = 1; id < bare.Length; id++)
        {
            bare[id] = Words.Has(s_yes, id) || Words.Has(s_no, id) || Words.Has(s_acknowledge, id) || Words.Has(s_around, id) || Words.Has(s_auxiliary, id)
                || Array.IndexOf(s_numbers, id) >= 0 || char.IsAsciiDigit(Words.Table[id][0]);
        }

        return bare;
    }
}
