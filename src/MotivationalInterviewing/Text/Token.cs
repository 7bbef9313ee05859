namespace MotivationalInterviewing.Text;

/// <summary>One word as the rules see it: contractions and chat spellings are opened ("gonna" gives "going" and "to", both over the same characters).</summary>
/// <param name="Id">Number of the word in the lexicon, 0 when unknown.</param>
/// <param name="Start">Start in UTF-16 code units of the text.</param>
/// <param name="Length">Length in UTF-16 code units.</param>
internal readonly record struct Token(int Id, int Start, int Length)
{
    internal int End => Start + Length;
}

/// <summary>A clause: where it stands, which tokens it has and how it is bounded.</summary>
internal readonly record struct Clause
{
    /// <summary>Start in the text, without leading white space or marks.</summary>
    internal required int Start { get; init; }

    /// <summary>End in the text (exclusive), closing punctuation not included.</summary>
    internal required int End { get; init; }

    internal required int FirstToken { get; init; }

    internal required int TokenCount { get; init; }

    /// <summary>Counts sentences of the text from 0.</summary>
    internal required int Sentence { get; init; }

    /// <summary>The mark that ends the sentence when the clause is its last: '.', '?', '!', '-' for a cut-off; otherwise '\0'.</summary>
    internal required char Mark { get; init; }

    /// <summary>The clause stands inside quotation marks at least in part.</summary>
    internal required bool Quoted { get; init; }

    internal int Length => End - Start;
}
