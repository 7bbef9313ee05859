using System.Collections.Immutable;

namespace MotivationalInterviewing.Sessions;

/// <summary>
/// The fitted table behind the global estimates: one row per rating, a weight per feature. Fitted by ridge regression on the
/// rated sessions of the open corpus; <c>ModelTrainer globals</c> prints it together with its errors. One writer coded
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
        (MitiGlobal.CultivatingChangeTalk, 1.573, [0.332, 0.222, 0.784, 1.794, 1.988, -1.257, -0.977, 0.210, -0.145, 0.575, 1.737, 0.035, 0.051], 0.41),
        (MitiGlobal.SofteningSustainTalk, 2.153, [1.233, 0.300, -0.065, -1.431, 3.282, -2.158, -0.988, 0.296, 0.466, 0.858, 0.288, 0.039, -0.353], 0.43),
        (MitiGlobal.Partnership, 2.121, [1.023, 0.505, 0.064, -0.047, 4.831, -1.815, -1.233, -0.228, 0.573, 0.597, 0.641, 0.037, -0.187], 0.51),
        (MitiGlobal.Empathy, 1.489, [1.058, 0.991, 0.635, 0.432, 3.969, -0.834, -0.408, 0.221, 0.199, 0.935, 0.637, 0.061, -0.625], 0.50),
    ];

    /// <summary>For codes of the library's own coder, which misses and mistakes in its own way; fitted on its codes of the sessions it learned from, with the error on those it has not seen.</summary>
    public static readonly ImmutableArray<(MitiGlobal Global, double Intercept, double[] Weights, double Error)> MachineCodes =
    [
        (MitiGlobal.CultivatingChangeTalk, 1.294, [0.620, 0.154, 1.274, 0.124, 0.006, -1.303, -0.111, -0.699, 0.047, 0.733, 1.763, 0.011, -0.129], 0.72),
        (MitiGlobal.SofteningSustainTalk, 1.370, [0.692, 0.686, 0.995, -1.528, 2.145, -1.433, -0.359, -1.256, 0.393, 0.874, 0.795, 0.025, -0.483], 0.72),
        (MitiGlobal.Partnership, 1.590, [0.969, 0.640, 0.681, -1.477, 3.114, -1.607, -0.436, -1.258, 0.163, 0.843, 1.342, 0.077, -0.415], 0.85),
        (MitiGlobal.Empathy, 1.739, [1.094, 0.900, 0.854, -0.552, 2.174, -1.494, -0.452, -0.833, 0.262, 0.669, 0.674, 0.064, -0.537], 0.83),
    ];

    public static double Estimate(double value, double[] weights, ReadOnlySpan<double> features)
    {
        for (var i = 0; i < weights.Length; i++) value += weights[i] * features[i];
        return Math.Clamp(value, 1, 5);
    }
}
