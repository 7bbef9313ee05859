using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Transcripts;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>code: reads sessions, codes them, shows them or writes JSON Lines.</summary>
internal static class CodeCommand
{
    public static int Run(IReadOnlyList<string> paths, InputOptions inputOptions, CodingMode mode, string? output, bool full, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(inputOptions, Console.Error);
        var files = inputs.Expand(paths);
        Stream? sink = null;
        var coded = 0;
        try
        {
            sink = OpenSink(output, files);
            var shown = new SessionView(AnsiConsole.Console, details: files.Count == 1);
            Progress(files.Count, output != "-", advance =>
            {
                // A bounded number of files is under way at once; what is written keeps the order of the inputs.
                foreach (var batch in files.Chunk(Environment.ProcessorCount * 4))
                {
                    var results = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(path =>
                    {
                        var (result, error) = inputs.Read(path);
                        return (path, result, error, sessions: result?.Sessions.Select(s => (Source: s, Coded: SessionCoder.Default.Code(s.Transcript, mode))).ToList());
                    });
                    foreach (var (path, result, error, sessions) in results)
                    {
                        inputs.Report(path, result, error);
                        advance();
                        if (sessions is null) continue;
                        coded += sessions.Sum(s => s.Coded.Utterances.Length);
                        if (sink is null) sessions.ForEach(s => shown.Show(s.Coded));
                        else WriteInOrder(sink, sessions, full);
                    }
                }
            });
            if (sink is null) shown.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{output}: cannot be written: {e.Message}");
            return 1;
        }
        finally
        {
            sink?.Dispose();
        }

        if (coded == 0)
        {
            Console.Error.WriteLine("nothing was coded");
            return 1;
        }

        return inputs.Failed > 0 ? 2 : 0;
    }

    private static void WriteInOrder(Stream sink, List<(SourceSession Source, CodedTranscript Coded)> sessions, bool full)
    {
        foreach (var (_, session, index) in sessions
            .SelectMany(s => s.Source.Rows.Select((row, index) => (row, s.Coded, index)))
            .OrderBy(turn => turn.row))
            TranscriptWriter.Write(sink, session, session.Utterances[index], full);
    }

    private static BufferedStream? OpenSink(string? output, List<string> inputs)
    {
        if (output is null) return null;
        if (output == "-") return new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        if (inputs.Any(i => i != "-" && Path.GetFullPath(i) == Path.GetFullPath(output))) throw new IOException("it is also an input");
        return new BufferedStream(File.Create(output), 1 << 16);
    }

    private static void Progress(int files, bool allowed, Action<Action> work)
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
