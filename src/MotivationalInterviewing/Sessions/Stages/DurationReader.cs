namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>Reads from a client's words how long a change was kept ("eight months") and whether life after it is pictured. Allocates nothing.</summary>
internal static class DurationReader
{
    private static readonly string[] s_numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Longest duration in whole months that a number and a unit state; null when there is none. "Half a year" is six.</summary>
    public static int? Months(ReadOnlySpan<char> text)
    {
        int? best = null;
        double number = -1;
        var at = 0;
        while (Next(text, ref at, out var word))
        {
            if (Number(word) is { } n) { number = n; continue; }
            if (Is(word, "half")) { number = 0.5; continue; }
            if (Is(word, "a") || Is(word, "an")) { if (number != 0.5) number = 1; continue; }
            var months = Is(word, "year") || Is(word, "years") ? 12
                : Is(word, "month") || Is(word, "months") ? 1
                : Is(word, "week") || Is(word, "weeks") ? 12 / 52.0
                : Is(word, "day") || Is(word, "days") ? 12 / 365.0 : 0;
            if (months > 0 && number > 0) best = Math.Max(best ?? 0, (int)Math.Min(1200, number * months));
            number = -1;
        }

        return best;
    }

    /// <summary>Words, counted as runs of letters, digits and apostrophes; what stands in square brackets is not spoken.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        int at = 0, count = 0;
        while (Next(text, ref at, out _)) count++;
        return count;
    }

    private static readonly string[] s_pictures = ["imagine", "picture myself", "see myself", "look forward to", "looking forward to", "would be like", "i'd be able to", "i could finally"];

    /// <summary>Whether the words picture a life after the change.</summary>
    public static bool Envisions(ReadOnlySpan<char> text)
    {
        foreach (var picture in s_pictures)
            if (text.Contains(picture, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> word)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            if (text[at] == '[' && text[at..].IndexOf(']') is > 0 and var close) at += close;
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '\'' or '\u2019' && at > start))) at++;
        word = text[start..at];
        return word.Length > 0;
    }

    private static int? Number(ReadOnlySpan<char> word)
    {
        if (word.Length <= 3 && int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)) return n;
        for (var i = 0; i < s_numbers.Length; i++)
            if (Is(word, s_numbers[i])) return i;
        return null;
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
