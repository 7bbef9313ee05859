using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;
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
        var turns = 0;
        try
        {
            using var sink = SessionPipeline.OpenSink(output, files);
            var shown = new SessionView(AnsiConsole.Console, details: files.Count == 1);
            turns = SessionPipeline.Run(inputs, files, mode, keepCodes: false, progress: output != "-", (_, sessions) =>
            {
                if (sink is not null) WriteInOrder(sink, sessions, mode, full);
                else foreach (var (_, coded) in sessions) shown.Show(coded);
            }, cancellationToken);
            if (sink is null) shown.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{output}: cannot be written: {e.Message}");
            return 1;
        }

        return SessionPipeline.ExitCode(turns, inputs);
    }

    private static void WriteInOrder(Stream sink, IReadOnlyList<(SourceSession Source, CodedTranscript Coded)> sessions, CodingMode mode, bool full)
    {
        var rows = sessions.SelectMany(s =>
        {
            var miti = MitiOfTurns(s.Coded, mode);
            return s.Source.Rows.Select((row, index) => (Row: row, s.Coded, Index: index, Miti: miti.GetValueOrDefault(index)));
        });
        foreach (var (_, session, index, miti) in rows.OrderBy(r => r.Row))
            TranscriptWriter.Write(sink, session, session.Utterances[index], full, miti);
    }

    /// <summary>
    /// MITI codes by the index of the turn that carries them: with the whole session the last counselor turn of each
    /// volley; live every counselor turn, with the volley so far; by single turns none.
    /// </summary>
    private static Dictionary<int, List<Code>> MitiOfTurns(CodedTranscript session, CodingMode mode)
    {
        var codes = new Dictionary<int, List<Code>>();
        if (mode == CodingMode.Session)
        {
            var last = new Dictionary<int, int>();
            for (var i = 0; i < session.Utterances.Length; i++)
                if (session.Utterances[i].Utterance.Speaker == Speaker.Counselor) last[session.Utterances[i].Utterance.Turn] = i;
            foreach (var volley in MitiVolleys.Of(session))
            {
                var index = volley.Turns.Select(t => last.GetValueOrDefault(t, -1)).Max();
                if (index >= 0) codes[index] = [.. volley.Codes];
            }
        }
        else if (mode == CodingMode.Live)
        {
            var recorder = new SessionRecorder(session.Session, session.Target);
            for (var i = 0; i < session.Utterances.Length; i++)
            {
                recorder.Add(session.Utterances[i]);
                if (session.Utterances[i].Utterance.Speaker == Speaker.Counselor) codes[i] = [.. recorder.OpenVolley?.Codes ?? []];
            }
        }

        return codes;
    }
}
