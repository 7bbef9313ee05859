using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Transcripts;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>Reads files side by side, codes what is not coded yet, and hands sessions on in the order of the inputs.</summary>
internal static class SessionPipeline
{
    /// <summary>Number of turns that were coded or found coded; 0 means that nothing could be done.</summary>
    public static int Run(Inputs inputs, List<string> files, CodingMode mode, bool keepCodes, bool progress, Action<string, IReadOnlyList<(SourceSession Source, CodedTranscript Coded)>> use, CancellationToken cancellationToken)
    {
        var turns = 0;
        WithProgress(files.Count, progress, advance =>
        {
            // A bounded number of files is under way at once; what is written keeps the order of the inputs.
            foreach (var batch in files.Chunk(Environment.ProcessorCount * 4))
            {
                var results = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(path =>
                {
                    var (result, error) = inputs.Read(path);
                    return (path, result, error, sessions: result?.Sessions.Select(s => (s, (keepCodes ? s.Coded : null) ?? SessionCoder.Default.Code(s.Transcript, mode))).ToList());
                });
                foreach (var (path, result, error, sessions) in results)
                {
                    inputs.Report(path, result, error);
                    advance();
                    if (sessions is null) continue;
                    turns += sessions.Sum(s => s.Item2.Utterances.Length);
                    use(path, inputs.Human is { } human ? [.. sessions.Select(s => (s.s, human.Apply(s.Item2)))] : sessions);
                }
            }
        });
        inputs.ReportHuman();
        return turns;
    }

    /// <summary>A stream for an output option: a file, standard output for "-", null when nothing was asked for.</summary>
    public static BufferedStream? OpenSink(string? output, IEnumerable<string> inputs)
    {
        if (output is null) return null;
        if (output == "-") return new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (inputs.Any(i => i != "-" && Path.GetFullPath(i) == Path.GetFullPath(output))) throw new IOException("it is also an input");
        return new BufferedStream(File.Create(output), 1 << 16);
    }

    /// <summary>0: all done; 2: something was skipped; 1: nothing could be done.</summary>
    public static int ExitCode(int turns, Inputs inputs)
    {
        if (turns > 0) return inputs.Failed > 0 ? 2 : 0;
        Console.Error.WriteLine("nothing was coded");
        return 1;
    }

    private static void WithProgress(int files, bool allowed, Action<Action> work)
    {
        if (files < 2 || !allowed || Console.IsErrorRedirected)
        {
            work(() => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("Coding", maxValue: files);
            work(() => task.Increment(1));
        });
    }
}
