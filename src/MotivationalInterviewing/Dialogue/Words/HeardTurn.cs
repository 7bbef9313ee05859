namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// What is read out of one client turn, once for all attempts at a reply. Holds the client's words: confidential. Safe to
/// share between threads.
/// </summary>
internal sealed class HeardTurn(string text)
{
    private readonly Lock _gate = new();
    private readonly List<(ClientClause Coded, List<(string[] Words, bool Own)> Found)> _of = [];
    private List<string[]>? _clauses;
    private List<string>? _words;
    private string? _fragment;

    /// <summary>The turn in full.</summary>
    public string Text => text;

    /// <summary>The turn's words, <see cref="ClientWords.Plain"/>. Not to be changed.</summary>
    public List<string> Words => _words ??= ClientWords.Plain(text);

    /// <summary>The turn's clauses, <see cref="ClauseFinder.Find"/>. Not to be changed.</summary>
    public List<string[]> Clauses => _clauses ??= ClauseFinder.Find(text);

    /// <summary>The turn as a short answer that is no clause, <see cref="ClauseFinder.Fragment"/>; empty when it is something else.</summary>
    public string Fragment => _fragment ??= ClauseFinder.Fragment(text) ?? "";

    /// <summary>What can be given back for a coded clause, best first. Not to be changed.</summary>
    public List<(string[] Words, bool Own)> Of(ClientClause clause)
    {
        lock (_gate)
        {
            foreach (var (coded, known) in _of)
                if (ReferenceEquals(coded, clause)) return known;
            var found = Reflector.Clauses(this, clause);
            _of.Add((clause, found));
            return found;
        }
    }

    /// <summary>Share of the turn's words that stand unchanged in a reply, 0 to 1.</summary>
    public double Overlap(string reply) => ClientWords.Overlap(Words, reply);
}
