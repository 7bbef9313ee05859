using System.Runtime.CompilerServices;

namespace MotivationalInterviewing.Tests;

/// <summary>Finds files of the source tree: specs, snapshots and sample data are read where they stand.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, System.IO.Path.GetDirectoryName(here)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(System.IO.Path.Combine(folder.FullName, "MotivationalInterviewing.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests read specs from the source tree; run them inside it.");
    }
}
