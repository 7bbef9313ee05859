using System.Text;

namespace MotivationalInterviewing.Transcripts;

/// <summary>Reads "Name: text" lines; a line without a name continues the turn before it.</summary>
internal static class NamedTextReader
{
    public static void Read(LineReader lines, SessionAssembler assembler)
    {
        var names = new NamedSpeakers(assembler);
        var text = new StringBuilder();
        string? name = null;
        var first = 0;
        while (lines.Next())
        {
            var line = lines.Text();
            if (line is null)
            {
                assembler.Skip(lines.Line, TranscriptReader.NotUtf8);
                continue;
            }

            if (string.IsNullOrWhiteSpace(line)) continue;
            if (NamedSpeakers.TrySplit(line, assembler.Options, out var speaker, out var words))
            {
                Flush();
                (name, first) = (speaker, lines.Line);
                text.Append(words);
            }
            else if (name is null)
            {
                assembler.Skip(lines.Line, "no speaker's name; expected \"Name: text\"");
            }
            else
            {
                text.Append(' ').Append(line.Trim());
            }
        }

        Flush();
        names.Finish();

        void Flush()
        {
            if (name is not null) names.Add(name, text.ToString(), first);
            text.Clear();
        }
    }
}

/// <summary>Turns named speakers into roles; names that are no role are kept as other speakers, said once each.</summary>
internal sealed class NamedSpeakers(SessionAssembler assembler)
{
    private readonly HashSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);
    private bool _anyRole;

    public void Add(string name, string text, int line, TimeSpan? start = null, TimeSpan? end = null)
    {
        var speaker = SpeakerNames.Find(name, assembler.Options);
        if (speaker == Speaker.Unknown)
        {
            speaker = Speaker.Other;
            if (_unknown.Add(name)) assembler.Note(line, $"speaker '{name}' is kept as other; say who is who by the client's and the counselor's name");
        }
        else
        {
            _anyRole = true;
        }

        assembler.Add(null, new Utterance
        {
            Turn = assembler.Rows,
            Speaker = speaker,
            SpeakerName = name,
            Text = assembler.Repair(text, line),
            Start = start,
            End = end,
        }, line);
    }

    public void Finish()
    {
        if (!_anyRole && _unknown.Count > 0)
            assembler.Skip(0, $"no client and no counselor among the speakers {string.Join(", ", _unknown.Select(n => $"'{n}'"))}; expected {SpeakerNames.Allowed}, or their names given");
    }

    /// <summary>Splits "Name: text". A name has at most four words and 40 characters; one that is no known role has capitals ("Dr. Lee", not "I said").</summary>
    public static bool TrySplit(string line, TranscriptReadOptions options, out string name, out string words)
    {
        (name, words) = ("", "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > 40) return false;
        var candidate = line[..colon].Trim();
        if (candidate.Length == 0 || !char.IsLetter(candidate[0]) || candidate.Count(c => c == ' ') > 3) return false;
        if (SpeakerNames.Find(candidate, options) == Speaker.Unknown && !LooksLikeAName(candidate)) return false;
        (name, words) = (candidate, line[(colon + 1)..].Trim());
        return true;
    }

    private static bool LooksLikeAName(string candidate) =>
        !candidate.AsSpan().ContainsAny(",\"?!") && candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => char.IsUpper(word[0]) || !char.IsLetter(word[0]));
}
