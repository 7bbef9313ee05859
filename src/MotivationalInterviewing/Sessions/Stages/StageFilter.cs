namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>The arithmetic of the stage filter on five-element beliefs.</summary>
internal static class StageFilter
{
    private const int N = StageTables.Stages;

    /// <summary>One volley: moves the belief and weighs it with the observation raised to its trust.</summary>
    public static void Step(Span<double> belief, StageTables tables, StageObservation observation, double weight)
    {
        Move(belief, tables.Transition);
        if (observation != StageObservation.None)
            for (var s = 0; s < N; s++) belief[s] *= Math.Pow(tables.Emission[s][(int)observation - 1], weight);
        Normalize(belief);
    }

    /// <summary>A day or more between two sessions.</summary>
    public static void Drift(Span<double> belief, StageTables tables) => Move(belief, tables.BetweenSessions);

    /// <summary>A report of return to the old pattern: action and maintenance keep a tenth, the rest moves back.</summary>
    public static void Relapse(Span<double> belief, StageTables tables)
    {
        var moved = 0.0;
        for (var s = (int)StageOfChange.Action - 1; s < N; s++)
        {
            moved += belief[s] * (1 - tables.RelapseKeeps);
            belief[s] *= tables.RelapseKeeps;
        }

        for (var s = 0; s < N; s++) belief[s] += moved * tables.RelapseTo[s];
        Normalize(belief);
    }

    /// <summary>The hard gates: no action without a report of behavior, no maintenance before six months of it.</summary>
    public static void Gate(Span<double> belief, bool behaviorReported, bool sixMonths)
    {
        if (!sixMonths)
        {
            // What looks like maintenance without the months is, at most, action.
            belief[4] = 0;
        }

        if (!behaviorReported) belief[3] = 0;
        Normalize(belief);
    }

    public static void Normalize(Span<double> belief)
    {
        var sum = 0.0;
        foreach (var p in belief) sum += p;
        for (var s = 0; s < belief.Length; s++) belief[s] = sum > 0 ? belief[s] / sum : 1.0 / belief.Length;
    }

    private static void Move(Span<double> belief, System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<double>> table)
    {
        Span<double> next = stackalloc double[N];
        for (var from = 0; from < N; from++)
            for (var to = 0; to < N; to++) next[to] += belief[from] * table[from][to];
        next.CopyTo(belief);
    }
}
