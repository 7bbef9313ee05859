using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>What the readiness and stage estimators look at: a fixed vector made of the client volleys of one session.</summary>
internal static class SessionFeatures
{
    public static ImmutableArray<string> Names { get; } =
    [
        "share of change talk", "share of change talk by strength", "share of change talk, first third", "share of change talk, last third",
        "change talk per volley", "sustain talk per volley", "change talk per volley, last third", "sustain talk per volley, last third",
        "net strength, recent", "net strength, last quarter",
        "D+", "A+", "R+", "N+", "C+ and AC+", "TS+", "O+",
        "D-", "A-", "R-", "N-", "C- and AC-", "TS-", "O-",
        "C+ and AC+, last third", "C- and AC-, last third", "strongest C+, AC+ or TS+", "strongest C+, AC+ or TS+, last third",
        "discord", "words per volley", "expected stage of the filter", "filter: precontemplation", "filter: preparation or later",
        "lean", "lean, first third", "lean, last third",
    ];

    public static int Count => Names.Length;

    public static double[] Of(ReadOnlySpan<VolleyEvidence> volleys, ReadOnlySpan<double> belief)
    {
        var x = new double[Count];
        var n = Math.Max(1, volleys.Length);
        double lean = 0, leanEarly = 0, leanLate = 0;
        double change = 0, sustain = 0, wPlus = 0, wMinus = 0, ePlus = 0, eMinus = 0, lPlus = 0, lMinus = 0;
        double recent = 0, quarter = 0, words = 0, discord = 0, maxC = 0, maxLateC = 0, lateC = 0, lateCm = 0;
        int early = n / 3, late = n - (n + 2) / 3, last = n - (n + 3) / 4, nLate = 0, nLast = 0;
        Span<double> plus = stackalloc double[7];
        Span<double> minus = stackalloc double[7];
        for (var i = 0; i < volleys.Length; i++)
        {
            ref readonly var v = ref volleys[i];
            double p = v.ChangeKinds != 0 ? 1 : 0, m = v.SustainKinds != 0 ? 1 : 0;
            if (p > 0 && m > 0) (p, m) = v.Talk == TalkDirection.Change ? (1.0, .5) : (.5, 1.0);
            change += p;
            sustain += m;
            wPlus += v.ChangeStrength;
            wMinus += v.SustainStrength;
            lean += v.Lean;
            if (i < early) leanEarly += v.Lean;
            if (i >= late) leanLate += v.Lean;
            if (i < early) { ePlus += p; eMinus += m; }
            var net = (double)v.ChangeStrength - v.SustainStrength;
            if (i >= late) { lPlus += p; lMinus += m; nLate++; }
            if (i >= last) { quarter += net; nLast++; }
            if (p + m > 0) recent = .75 * recent + .25 * net;
            for (var k = ChangeTalkKind.Desire; k <= ChangeTalkKind.Other; k++)
            {
                var slot = k switch
                {
                    ChangeTalkKind.Desire => 0,
                    ChangeTalkKind.Ability => 1,
                    ChangeTalkKind.Reason => 2,
                    ChangeTalkKind.Need => 3,
                    ChangeTalkKind.Commitment or ChangeTalkKind.Activation => 4,
                    ChangeTalkKind.TakingSteps => 5,
                    _ => 6,
                };
                if (v.Has(k, TalkDirection.Change))
                {
                    plus[slot]++;
                    if (slot is 4 or 5)
                    {
                        maxC = Math.Max(maxC, v.ChangeStrength);
                        if (i >= late) maxLateC = Math.Max(maxLateC, v.ChangeStrength);
                    }

                    if (slot == 4 && i >= late) lateC++;
                }

                if (v.Has(k, TalkDirection.Sustain))
                {
                    minus[slot]++;
                    if (slot == 4 && i >= late) lateCm++;
                }
            }

            words += v.Words;
            if (v.Discord) discord++;
        }

        x[0] = (change + 1) / (change + sustain + 2);
        x[1] = (wPlus + 2) / (wPlus + wMinus + 4);
        x[2] = (ePlus + 1) / (ePlus + eMinus + 2);
        x[3] = (lPlus + 1) / (lPlus + lMinus + 2);
        x[4] = change / n;
        x[5] = sustain / n;
        x[6] = lPlus / Math.Max(1, nLate);
        x[7] = lMinus / Math.Max(1, nLate);
        x[8] = recent;
        x[9] = quarter / Math.Max(1, nLast);
        for (var k = 0; k < 7; k++)
        {
            x[10 + k] = Math.Sqrt(plus[k] / n);
            x[17 + k] = Math.Sqrt(minus[k] / n);
        }

        x[24] = Math.Sqrt(lateC / n);
        x[25] = Math.Sqrt(lateCm / n);
        x[26] = maxC;
        x[27] = maxLateC;
        x[28] = Math.Sqrt(discord / n);
        x[29] = Math.Log(1 + words / n);
        for (var s = 0; s < 5; s++) x[30] += s * belief[s];
        x[31] = belief[0];
        x[32] = belief[2] + belief[3] + belief[4];
        x[33] = lean / n;
        x[34] = leanEarly / Math.Max(1, early);
        x[35] = leanLate / Math.Max(1, nLate);
        return x;
    }
}
