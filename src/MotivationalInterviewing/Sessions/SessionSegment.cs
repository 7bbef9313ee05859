namespace MotivationalInterviewing.Sessions;

/// <summary>What part of a session is measured. The default value is <see cref="Whole"/>.</summary>
public enum SegmentKind
{
    /// <summary>The whole session, as MISC 2.5 wants it.</summary>
    Whole = 0,

    /// <summary>A stretch by the clock, as MITI 4.2.1 wants it: twenty minutes drawn at random.</summary>
    Timed,

    /// <summary>A stretch by words, where there is no clock: about as many as are spoken in twenty minutes.</summary>
    ChatEquivalent,

    /// <summary>A window of a fixed number of turns.</summary>
    Window,
}

/// <summary>A part of a session, cut between turns. Immutable and safe to share between threads.</summary>
public sealed record SessionSegment
{
    /// <summary>Length of a MITI 4.2.1 segment.</summary>
    public static TimeSpan MitiLength { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Words of both speakers that stand for twenty minutes of speech.</summary>
    public const int MitiWords = 2750;

    /// <summary>How the part was chosen.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>Position of the first turn in the session, counted from 0.</summary>
    public required int First { get; init; }

    /// <summary>The part as a session of its own, with the turn numbers of the whole.</summary>
    public required CodedTranscript Session { get; init; }

    /// <summary>What to say beside measures of this part: too short for ratings, or by words instead of time; null when nothing.</summary>
    public string? Caution { get; init; }

    /// <summary>The whole session.</summary>
    /// <param name="session">The coded session.</param>
    public static SessionSegment Whole(CodedTranscript session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new SessionSegment { Kind = SegmentKind.Whole, First = 0, Session = session };
    }

    /// <summary>
    /// Twenty minutes drawn at random where every turn has times, otherwise about as many words; the whole session when it is
    /// not longer than that (MITI 4.2.1, segment).
    /// </summary>
    /// <param name="session">The coded session.</param>
    /// <param name="random">A seeded source: the same seed draws the same segment.</param>
    public static SessionSegment Draw(CodedTranscript session, Random random)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(random);
        var turns = session.Utterances;
        if (turns.IsEmpty) return Whole(session);
        var timed = turns.All(u => u.Utterance is { Start: not null, End: not null });
        var sizes = new double[turns.Length + 1];
        for (var i = 0; i < turns.Length; i++)
            sizes[i + 1] = timed ? Math.Max(sizes[i], turns[i].Utterance.End!.Value.TotalMinutes - turns[0].Utterance.Start!.Value.TotalMinutes)
                : sizes[i] + MitiText.CountWords(turns[i].Utterance.Text);
        var length = timed ? MitiLength.TotalMinutes : MitiWords;
        var kind = timed ? SegmentKind.Timed : SegmentKind.ChatEquivalent;
        int first = 0, end = turns.Length;
        if (sizes[^1] > length)
        {
            // Any start that leaves a full segment is equally likely.
            var last = 0;
            while (last + 1 < turns.Length && sizes[^1] - sizes[last + 1] >= length) last++;
            first = random.Next(last + 1);
            end = first + 1;
            while (end < turns.Length && sizes[end] - sizes[first] < length) end++;
        }

        var size = sizes[end] - sizes[first];
        return new SessionSegment
        {
            Kind = kind,
            First = first,
            Session = session with { Utterances = turns[first..end] },
            Caution = timed ? size < 5 ? "Under five minutes: counts only." : size < 10 ? "Under ten minutes: global ratings are doubtful." : null
                : "Chat-equivalent: chosen by words, for there are no times.",
        };
    }

    /// <summary>Windows of a fixed number of turns, one after the other. Measuring them all is linear in the session when the step is in proportion to the window.</summary>
    /// <param name="session">The coded session; an empty one gives no window.</param>
    /// <param name="turns">Turns per window, at least 1; a shorter session gives one window.</param>
    /// <param name="step">Turns from window to window, at least 1.</param>
    public static IEnumerable<SessionSegment> Slide(CodedTranscript session, int turns, int step)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfLessThan(turns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return Windows();

        IEnumerable<SessionSegment> Windows()
        {
            var all = session.Utterances;
            for (var first = 0; first < all.Length; first += step)
            {
                var end = Math.Min(all.Length, first + turns);
                yield return new SessionSegment { Kind = SegmentKind.Window, First = first, Session = session with { Utterances = all[first..end] } };
                if (end == all.Length) yield break;
            }
        }
    }

    /// <summary>Kind, session and turns; never the words.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SessionSegment {{ Kind = {Kind}, First = {First}, Session = {Session?.Session}, Turns = {Session?.Utterances.Length} }}");
}
