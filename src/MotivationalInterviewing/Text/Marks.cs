namespace MotivationalInterviewing.Text;

/// <summary>Marks of transcription and typography: bracketed notes, apostrophes, cut-offs.</summary>
internal static class Marks
{
    private const int LongestNote = 64;

    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4' or '\uFF07';

    internal static bool IsQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u201E';

    /// <summary>Length of a transcriber's note such as [laughs] or (inaudible 00:01:35) at a position, or 0.</summary>
    internal static int NoteLength(ReadOnlySpan<char> text, int at)
    {
        var open = text[at];
        if (open is not ('[' or '(' or '<' or '{')) return 0;
        var close = open switch { '[' => ']', '(' => ')', '<' => '>', _ => '}' };
        var window = text.Slice(at + 1, Math.Min(LongestNote, text.Length - at - 1));
        var end = window.IndexOf(close);
        if (end < 0) return 0;

        // Round brackets also hold the speaker's own asides, so only known notes are skipped there.
        if (open is '(' && !IsNote(window[..end])) return 0;
        return end + 2;
    }

    /// <summary>True when the text breaks off: it ends in a dash or an ellipsis.</summary>
    internal static bool IsCutOff(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        while (text.Length > 0 && (IsQuote(text[^1]) || text[^1] == ']'))
        {
            if (text[^1] == ']')
            {
                var open = text[Math.Max(0, text.Length - LongestNote)..].LastIndexOf('[');
                if (open < 0) return false;
                text = text[..(Math.Max(0, text.Length - LongestNote) + open)].TrimEnd();
            }
            else
            {
                text = text[..^1].TrimEnd();
            }
        }

        return text.Length > 0 && (text[^1] is '-' or '\u2013' or '\u2014' or '\u2026' || text.EndsWith("..", StringComparison.Ordinal));
    }

    /// <summary>The last clause of a text that breaks off, without the mark; empty otherwise.</summary>
    internal static string BrokenOff(ReadOnlySpan<char> text)
    {
        if (!IsCutOff(text)) return "";
        var from = text.TrimEnd(s_breaks).LastIndexOfAny(".?!;") + 1;
        var clause = text[from..].Trim(s_breaks);
        return clause.Length is 0 or > LongestNote ? "" : clause.ToString();
    }

    /// <summary>True when a text begins in the middle of a sentence.</summary>
    internal static bool GoesOn(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.Length > 0 && (char.IsLower(text[0]) || s_breaks.AsSpan(1).Contains(text[0]));
    }

    /// <summary>Length of the marks that a text goes on with: "-- stop".</summary>
    internal static int LeadingBreaks(ReadOnlySpan<char> text) => text.Length - text.TrimStart(s_breaks).Length;

    private static readonly char[] s_breaks = [' ', '-', '\u2013', '\u2014', '\u2026', '.'];

    private static bool IsNote(ReadOnlySpan<char> inside)
    {
        foreach (var note in s_notes)
            if (inside.TrimStart().StartsWith(note, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static readonly string[] s_notes =
        ["laugh", "chuckl", "giggl", "sigh", "cry", "sob", "pause", "silence", "inaudible", "unintelligible", "crosstalk", "cross-talk", "overlap", "cough", "sniff", "nods", "shrugs", "smiles", "snort", "clears"];
}
