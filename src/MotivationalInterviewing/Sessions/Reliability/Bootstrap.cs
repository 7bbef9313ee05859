namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>Percentile bootstrap over sessions: turns of one session go together, so whole sessions are drawn.</summary>
public static class Bootstrap
{
    /// <summary>A confidence interval for any statistic over sessions.</summary>
    /// <typeparam name="T">What is known of a session.</typeparam>
    /// <param name="sessions">One entry per session, at least 2.</param>
    /// <param name="statistic">The statistic of a draw; null where it has no value, and such draws are left out.</param>
    /// <param name="random">A seeded source; the same seed gives the same interval.</param>
    /// <param name="draws">Number of draws, at least 100; 2000 by default.</param>
    /// <param name="confidence">Above 0 and below 1; 0.95 by default.</param>
    /// <returns>The interval; null when fewer than half of the draws have a value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Too few sessions or draws, or the confidence is out of range.</exception>
    public static Interval? Of<T>(IReadOnlyList<T> sessions, Func<IReadOnlyList<T>, double?> statistic, Random random, int draws = 2000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(sessions.Count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        if (!(confidence is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Must be above 0 and below 1.");
        var values = new List<double>(draws);
        var draw = new T[sessions.Count];
        for (var d = 0; d < draws; d++)
        {
            for (var i = 0; i < draw.Length; i++) draw[i] = sessions[random.Next(sessions.Count)];
            if (statistic(draw) is double value && double.IsFinite(value)) values.Add(value);
        }

        if (values.Count < draws / 2) return null;
        values.Sort();
        return new Interval(At((1 - confidence) / 2), At(1 - (1 - confidence) / 2));

        double At(double p)
        {
            var at = p * (values.Count - 1);
            var below = (int)at;
            return below + 1 < values.Count ? values[below] + (at - below) * (values[below + 1] - values[below]) : values[below];
        }
    }
}
