using System.Globalization;
using System.Net;
using System.Text;

namespace MotivationalInterviewing.Transcripts;

/// <summary>Reads timed cues: WebVTT and SRT.</summary>
internal static class CueReader
{
    public static void Read(LineReader lines, SessionAssembler assembler, bool webVtt)
    {
        var names = new NamedSpeakers(assembler);
        var block = new List<(int Line, string Text)>();
        var first = true;
        while (lines.Next())
        {
            var text = lines.Text();
            if (text is null)
            {
                assembler.Skip(lines.Line, TranscriptReader.NotUtf8);
                continue;
            }

            if (webVtt && first && !text.StartsWith("WEBVTT", StringComparison.Ordinal)) assembler.Note(lines.Line, "the file does not begin with WEBVTT");
            first = false;
            if (text.Length > 0)
            {
                block.Add((lines.Line, text));
                continue;
            }

            Cue(block, names, assembler);
            block.Clear();
        }

        Cue(block, names, assembler);
        names.Finish();
    }

    private static void Cue(List<(int Line, string Text)> block, NamedSpeakers names, SessionAssembler assembler)
    {
        if (block.Count == 0) return;
        if (block[0].Text is { } head && (head.StartsWith("WEBVTT", StringComparison.Ordinal) || head.StartsWith("NOTE", StringComparison.Ordinal)
            || head.StartsWith("STYLE", StringComparison.Ordinal) || head.StartsWith("REGION", StringComparison.Ordinal))) return;
        var timing = block.FindIndex(l => l.Text.Contains("-->", StringComparison.Ordinal));
        if (timing < 0)
        {
            assembler.Skip(block[0].Line, "a cue without times; expected \"00:00:01.000 --> 00:00:04.000\"");
            return;
        }

        var times = block[timing].Text.Split("-->", 2);
        var start = Time(times[0]);
        var end = Time(times[1].Trim().Split(' ', '\t')[0]);
        if (start is null || end is null)
        {
            assembler.Skip(block[timing].Line, "unreadable cue times; expected \"00:00:01.000 --> 00:00:04.000\"");
            return;
        }

        var payload = string.Join(' ', block.Skip(timing + 1).Select(l => l.Text.Trim()));
        if (payload.Length == 0) return;
        var voice = Voice(payload);
        var words = Strip(payload);
        var line = block[Math.Min(timing + 1, block.Count - 1)].Line;
        if (voice is not null) names.Add(voice, words, line, start, end);
        else if (NamedSpeakers.TrySplit(words, assembler.Options, out var name, out var rest)) names.Add(name, rest, line, start, end);
        else assembler.Skip(line, "no speaker in the cue; expected a voice tag <v Name> or \"Name: text\"");
    }

    private static string? Voice(string payload)
    {
        var at = payload.IndexOf("<v", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 2 >= payload.Length || payload[at + 2] is not (' ' or '.' or '\t')) return null;
        var close = payload.IndexOf('>', at);
        if (close < 0) return null;
        var space = payload.IndexOfAny([' ', '\t'], at);
        return space < 0 || space > close ? null : WebUtility.HtmlDecode(payload[(space + 1)..close]).Trim();
    }

    private static string Strip(string payload)
    {
        var text = new StringBuilder(payload.Length);
        for (var i = 0; i < payload.Length; i++)
        {
            var close = payload[i] == '<' && i + 1 < payload.Length && (char.IsLetterOrDigit(payload[i + 1]) || payload[i + 1] == '/') ? payload.IndexOf('>', i) : -1;
            if (close > 0) i = close;
            else text.Append(payload[i]);
        }

        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    /// <summary>[h:]mm:ss.fff, with a comma in SRT.</summary>
    private static TimeSpan? Time(string text)
    {
        var parts = text.Trim().Replace(',', '.').Split(':');
        if (parts.Length is < 2 or > 3) return null;
        double seconds = 0;
        foreach (var part in parts)
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
            seconds = (seconds * 60) + value;
        }

        return seconds < 1e7 ? TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond)) : null;
    }
}
