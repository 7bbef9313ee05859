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
        (MitiGlobal.CultivatingChangeTalk, 0.895, [0.721, 0.547, 1.339, 0.279, 1.015, -0.612, -0.094, -0.118, -0.070, 0.817, 1.542, -0.079, 0.049], 0.69),
        (MitiGlobal.SofteningSustainTalk, 1.114, [1.417, 0.466, 0.458, -0.344, 2.358, -0.921, 0.002, -0.783, 0.526, 1.000, 0.601, -0.012, -0.214], 0.75),
        (MitiGlobal.Partnership, 1.371, [1.246, 0.637, 0.520, 0.041, 2.819, -0.737, -0.193, -0.835, 0.301, 0.837, 1.031, 0.024, -0.283], 0.87),
        (MitiGlobal.Empathy, 1.597, [1.525, 0.600, 0.721, 0.236, 2.511, -1.138, 0.104, -0.556, 0.029, 0.798, 0.591, 0.050, -0.170], 0.87),
    ];

    public static double Estimate(double value, double[] weights, ReadOnlySpan<double> features)
    {
        for (var i = 0; i < weights.Length; i++) value += weights[i] * features[i];
        return Math.Clamp(value, 1, 5);
    }
}
