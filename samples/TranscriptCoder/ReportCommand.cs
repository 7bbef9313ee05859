using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Reporting;

namespace TranscriptCoder;

/// <summary>report: one HTML page for all sessions. Raw input is coded first.</summary>
internal static class ReportCommand
{
    public static int Run(IReadOnlyList<string> paths, InputOptions inputOptions, string output, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(inputOptions, Console.Error);
        var files = inputs.Expand(paths);
        var sessions = new List<CodedTranscript>();
        var turns = SessionPipeline.Run(inputs, files, CodingMode.Session, keepCodes: true, progress: output != "-",
            (_, found) => sessions.AddRange(found.Select(f => f.Coded)), cancellationToken);
        try
        {
            if (sessions.Count > 0)
            {
                using var sink = SessionPipeline.OpenSink(output, files)!;
                using var writer = new StreamWriter(sink);
                SessionReport.Write(writer, sessions);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{output}: cannot be written: {e.Message}");
            return 1;
        }

        return SessionPipeline.ExitCode(turns, inputs);
    }
}
