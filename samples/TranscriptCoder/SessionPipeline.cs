using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Transcripts;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>
/// Reads files side by side and long ones in parts, codes sessions that are not coded yet over all cores, and hands them on in
/// the order of the inputs. What is in memory at once is a few files, or one part of a long one.
/// </summary>
internal static class SessionPipeline
{
    private readonly record struct Batch(string Path, TranscriptReadResult? Result, string? Error, double Share);

    /// <summary>Number of turns that were coded or found coded; 0 means that nothing could be done.</summary>
    public static int Run(Inputs inputs, List<string> files, CodingMode mode, bool keepCodes, bool progress, Action<string, IReadOnlyList<(SourceSession Source, CodedTranscript Coded)>> use, CancellationToken cancellationToken)
    {
        var turns = 0;
        WithProgress(files, inputs, progress, advance =>
        {
            foreach (var batch in Batches(inputs, files, cancellationToken))
            {
                // Sessions side by side, whichever file they are of; what is written keeps the order of the inputs.
                using var coded = batch.SelectMany(b => b.Result?.Sessions ?? []).AsParallel().AsOrdered().WithCancellation(cancellationToken)
                    .Select(s => (Source: s, Coded: (keepCodes ? s.Coded : null) ?? SessionCoder.Default.Code(s.Transcript, mode))).GetEnumerator();
                foreach (var (path, result, error, share) in batch)
                {
                    inputs.Report(path, result, error);
                    advance(share);
                    if (result is null) continue;
                    var sessions = new List<(SourceSession Source, CodedTranscript Coded)>(result.Sessions.Length);
                    while (sessions.Count < result.Sessions.Length && coded.MoveNext())
                        sessions.Add(inputs.Human is { } human ? (coded.Current.Source, human.Apply(coded.Current.Coded)) : coded.Current);
                    turns += sessions.Sum(s => s.Coded.Utterances.Length);
                    use(path, sessions);
                }
            }
        });
        inputs.ReportHuman();
        return turns;
    }

    private static IEnumerable<List<Batch>> Batches(Inputs inputs, List<string> files, CancellationToken cancellationToken)
    {
        var most = Environment.ProcessorCount * 4;
        var few = new List<string>(most);
        foreach (var path in files)
        {
            var isLong = inputs.IsLong(path);
            if (!isLong) few.Add(path);
            if (few.Count == most || (isLong && few.Count > 0)) yield return Take();
            if (!isLong) continue;
            var before = 0.0;
            foreach (var (result, error, share) in inputs.ReadParts(path))
            {
                yield return [new Batch(path, result, error, share - before)];
                before = share;
            }
        }

        if (few.Count > 0) yield return Take();

        List<Batch> Take()
        {
            var read = few.ToArray().AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(path =>
            {
                var (result, error) = inputs.Read(path);
                return new Batch(path, result, error, 1);
            }).ToList();
            few.Clear();
            return read;
        }
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

    private static void WithProgress(List<string> files, Inputs inputs, bool allowed, Action<Action<double>> work)
    {
        if (!allowed || Console.IsErrorRedirected || (files.Count < 2 && !files.Exists(inputs.IsLong)))
        {
            work(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("Coding", maxValue: files.Count);
            work(task.Increment);
        });
    }
}
