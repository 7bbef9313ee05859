using System.Collections.Immutable;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Remembers what the counselor has said as hashes, so that nothing is said twice and no words are kept for it.</summary>
internal static class SentenceMemory
{
    internal const int Capacity = 384;

    /// <summary>FNV-1a over letters and digits in lower case.</summary>
    internal static uint Hash(ReadOnlySpan<char> sentence)
    {
        var hash = 2166136261u;
        foreach (var c in sentence)
            if (char.IsLetterOrDigit(c)) hash = (hash ^ char.ToLowerInvariant(c)) * 16777619u;
        return hash;
    }

    /// <summary>Adds the sentences of a reply, forgetting the oldest beyond the capacity.</summary>
    internal static ImmutableArray<uint> Add(ImmutableArray<uint> said, ReadOnlySpan<char> reply)
    {
        var hashes = new List<uint>(said.Length + 4);
        hashes.AddRange(said.AsSpan());
        foreach (var sentence in Sentences(reply)) hashes.Add(Hash(reply[sentence]));
        return [.. hashes.Count > Capacity ? hashes.Skip(hashes.Count - Capacity) : hashes];
    }

    /// <summary>The sentences of a text, cut after ". ", "? ", "! " and line breaks.</summary>
    internal static List<Range> Sentences(ReadOnlySpan<char> text)
    {
        var ranges = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '?' or '!' && (i + 1 == text.Length || text[i + 1] is ' ' or '\n'));
            if (!ends && i + 1 < text.Length) continue;
            if (!text[start..(i + 1)].IsWhiteSpace()) ranges.Add(start..(i + 1));
            start = i + 1;
        }

        return ranges;
    }
}
