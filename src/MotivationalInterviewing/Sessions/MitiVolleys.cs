using System.Collections;
using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The counselor volleys of a session and what MITI 4.2.1 counts in each. MISC codes become MITI codes here; there is no
/// way back, since a volley counts each code once. Immutable and safe to share between threads; holds no words.
/// </summary>
public sealed class MitiVolleys : IReadOnlyList<MitiVolley>
{
    private readonly Lazy<ImmutableArray<MitiVolley>> _all;

    internal MitiVolleys(MitiVolleyLog log)
    {
        Count = log.Count;
        _all = new Lazy<ImmutableArray<MitiVolley>>(log.ToVolleys);
    }

    /// <summary>Number of counselor volleys.</summary>
    public int Count { get; }

    /// <summary>The volley at a position, counted from 0.</summary>
    /// <param name="index">The position.</param>
    public MitiVolley this[int index] => _all.Value[index];

    /// <summary>Parses a coded session into counselor volleys and counts each.</summary>
    /// <param name="session">The coded session.</param>
    /// <param name="options">What the manual leaves to judgment; null takes the defaults.</param>
    public static MitiVolleys Of(CodedTranscript session, MitiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        var counter = new MitiVolleyCounter(options ?? MitiOptions.Default, keepEvidence: true);
        foreach (var utterance in session.Utterances) counter.Add(utterance);
        return new MitiVolleys(counter.Snapshot());
    }

    /// <summary>How many volleys count a code.</summary>
    /// <param name="code">A MITI 4.2.1 code; codes of other instruments are never counted.</param>
    public int CountOf(Code code)
    {
        var count = 0;
        foreach (var volley in _all.Value)
            foreach (var counted in volley.Counts)
                if (counted.Code == code) count++;
        return count;
    }

    /// <summary>The turns behind the count of a code.</summary>
    /// <param name="code">A MITI 4.2.1 code.</param>
    public Explanation Explain(Code code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new Explanation
        {
            Measure = code.Abbreviation,
            Instrument = Miti42.Codebook.Instrument,
            Rule = "Volleys in which the code occurs, each once; the first turn of each.",
            Turns = [.. _all.Value.SelectMany(v => v.Counts).Where(c => c.Code == code).Select(c => c.Turns[0])],
        };
    }

    /// <inheritdoc/>
    public IEnumerator<MitiVolley> GetEnumerator() => ((IEnumerable<MitiVolley>)_all.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
