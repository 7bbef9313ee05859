using System.Collections.Immutable;

namespace MotivationalInterviewing;

/// <summary>
/// One speaker's uninterrupted run of utterances (MITI 4.2.1, parsing). This plain split ends at every change of
/// speaker; the MITI measures additionally look through facilitative murmurs. Immutable.
/// </summary>
public sealed record Volley
{
    /// <summary>Who spoke.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>Index of the first utterance within the transcript, counted from 0.</summary>
    public required int First { get; init; }

    /// <summary>Number of utterances, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Splits utterances into runs of one speaker.</summary>
    /// <param name="utterances">The turns of one session in order; an empty list gives no volley.</param>
    public static ImmutableArray<Volley> Split(ImmutableArray<Utterance> utterances)
    {
        var volleys = ImmutableArray.CreateBuilder<Volley>();
        for (var i = 0; i < utterances.Length;)
        {
            var first = i;
            do i++; while (i < utterances.Length && utterances[i].Speaker == utterances[first].Speaker);
            volleys.Add(new Volley { Speaker = utterances[first].Speaker, First = first, Count = i - first });
        }

        return volleys.ToImmutable();
    }
}
