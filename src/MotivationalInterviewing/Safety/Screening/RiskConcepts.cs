using System.Collections.Frozen;

namespace MotivationalInterviewing.Safety.Screening;

/// <summary>A family of words found at a token.</summary>
internal readonly record struct RiskConcept(short At, byte Id, bool Negated, int Clause);

/// <summary>
/// Families of words ("die", "child", "tonight") that let the classifier learn from one example what holds for many.
/// Read from <c>risk-concepts.txt</c> once; read-only after that.
/// </summary>
internal sealed class RiskConcepts
{
    /// <summary>The most entries that are read of a turn.</summary>
    public const int Most = 512;

    private readonly FrozenDictionary<uint, Entry> _entries;
    private readonly List<string> _names = [];

    private RiskConcepts(TextReader reader)
    {
        var words = new Dictionary<uint, (List<byte> Alone, List<Phrase> Phrases)>();
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#') continue;
            var id = (byte)_names.Count;
            _names.Add(line[..colon]);
            foreach (var form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = form.Split('_', StringSplitOptions.RemoveEmptyEntries);
                var first = RiskText.HashOf(parts[0]);
                if (!words.TryGetValue(first, out var entry)) words[first] = entry = ([], []);
                if (parts.Length > 1) entry.Phrases.Add(new Phrase([.. parts.Skip(1).Select(p => RiskText.HashOf(p))], id));
                else if (!entry.Alone.Contains(id)) entry.Alone.Add(id);
            }
        }

        _entries = words.ToFrozenDictionary(w => w.Key, w => new Entry([.. w.Value.Alone], [.. w.Value.Phrases]));
        (Negation, Yes, No) = (Id("neg"), Id("yes"), Id("no"));
    }

    public static RiskConcepts Default { get; } = Load();

    public byte Negation { get; }

    public byte Yes { get; }

    public byte No { get; }

    public byte Id(string name) => (byte)_names.IndexOf(name);

    /// <summary>Reads the families that stand in a stretch of tokens, in order.</summary>
    /// <returns>How many were written.</returns>
    public int Read(ReadOnlySpan<RiskToken> tokens, Span<RiskConcept> found)
    {
        var n = 0;
        var negated = -1;
        for (var t = 0; t < tokens.Length; t++)
        {
            if (!_entries.TryGetValue(tokens[t].Hash, out var entry)) continue;
            var (from, clause) = (n, tokens[t].Clause);
            foreach (var id in entry.Alone) Add(id, found);
            foreach (var phrase in entry.Phrases)
            {
                var k = 0;
                while (k < phrase.Rest.Length && t + 1 + k < tokens.Length && tokens[t + 1 + k].Hash == phrase.Rest[k]) k++;
                if (k == phrase.Rest.Length) Add(phrase.Id, found);
            }

            for (var i = from; i < n; i++)
                if (found[i].Id == Negation) negated = clause;

            void Add(byte id, Span<RiskConcept> to)
            {
                for (var i = from; i < n; i++)
                    if (to[i].Id == id) return;
                if (n < to.Length) to[n++] = new RiskConcept((short)Math.Min(t, short.MaxValue), id, negated == clause, clause);
            }
        }

        return n;
    }

    private static RiskConcepts Load()
    {
        using var stream = typeof(RiskConcepts).Assembly.GetManifestResourceStream("MotivationalInterviewing.Safety.risk-concepts.txt")!;
        using var reader = new StreamReader(stream);
        return new RiskConcepts(reader);
    }

    private sealed record Entry(byte[] Alone, Phrase[] Phrases);

    private sealed record Phrase(uint[] Rest, byte Id);
}
