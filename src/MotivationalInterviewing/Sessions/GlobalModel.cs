using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The fitted table behind the global estimates: one row per rating, a weight per feature. Fitted by ridge regression on the
/// rated sessions of the open corpus; the training package's global fit prints it together with its errors. One writer coded
/// and rated those sessions, so the errors are those on sessions of the same hand; among strangers they will be larger.
/// </summary>
internal static class GlobalModel
{
    /// <summary>What the weights apply to; rates are per counselor volley, shares are smoothed toward one half.</summary>
    public static readonly ImmutableArray<string> Features =
    [
        "reflections among reflections and questions", "complex among reflections", "open among questions", "affirmations per volley",
        "seek and emphasize per volley", "root of persuasion per volley", "root of confront, direct, warn per volley",
        "information per volley", "change talk answered well", "sustain talk taken up", "change talk share", "change in talk over the session",
        "counselor's share of words",
    ];

    /// <summary>For codes set by people. Rows in the order of <see cref="MitiGlobal"/>: intercept, weights, root mean squared error in cross-validation.</summary>
    public static readonly ImmutableArray<(MitiGlobal Global, double Intercept, double[] Weights, double Error)> HumanCodes =
    [
        (MitiGlobal.CultivatingChangeTalk, 1.246, [0.477, 0.400, 0.774, 1.948, 2.015, -1.132, -0.932, 0.652, 0.021, 0.733, 1.615, 0.016, -0.028], 0.43),
        (MitiGlobal.SofteningSustainTalk, 1.748, [1.124, 0.555, 0.115, -2.351, 3.109, -1.943, -0.998, 0.426, 0.563, 0.837, 0.295, 0.047, -0.038], 0.47),
        (MitiGlobal.Partnership, 1.764, [1.206, 0.430, 0.207, -1.066, 4.778, -1.712, -1.145, 0.460, 0.850, 0.443, 0.826, 0.012, -0.092], 0.47),
        (MitiGlobal.Empathy, 1.236, [1.251, 1.106, 0.692, 0.020, 3.684, -0.728, -0.442, 0.619, 0.309, 0.755, 0.677, 0.067, -0.460], 0.50),
    ];

    /// <summary>For codes of the library's own coder, which misses and mistakes in its own way; fitted on its codes of the same sessions.</summary>
    public static readonly ImmutableArray<(MitiGlobal Global, double Intercept, double[] Weights, double Error)> MachineCodes =
    [
        (MitiGlobal.CultivatingChangeTalk, 2.292, [0.261, 0.984, 4.395, -4.701, 7.296, -1.631, -0.662, -0.882, 0.085, -0.452, -0.208, 0.039, -1.699], 0.67),
        (MitiGlobal.SofteningSustainTalk, 2.386, [0.607, 1.020, 4.217, -7.720, 7.739, -1.680, -1.420, -1.253, 0.112, -0.446, -0.314, -0.034, -1.792], 0.80),
        (MitiGlobal.Partnership, 2.363, [0.540, 1.303, 4.862, -8.390, 9.583, -1.441, -1.388, -0.853, -0.167, -0.641, -0.103, 0.048, -1.722], 0.81),
        (MitiGlobal.Empathy, 2.327, [1.083, 1.801, 4.185, -7.492, 6.469, -1.825, -1.040, -0.367, -0.252, -0.655, 0.086, -0.045, -1.908], 0.77),
    ];

    public static double Estimate(double value, double[] weights, ReadOnlySpan<double> features)
    {
        for (var i = 0; i < weights.Length; i++) value += weights[i] * features[i];
        return Math.Clamp(value, 1, 5);
    }
}
