using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Reporting;
using MotivationalInterviewing.Sessions.Reliability;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>agree: how far two codings of the same sessions agree. Raw input is coded first.</summary>
internal static class AgreeCommand
{
    public static int Run(string first, string second, InputOptions inputOptions, string? page, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(inputOptions, Console.Error) { WarnOfSameSessions = false };
        Dictionary<(string Session, int Turn), string> onePlaces = [], twoPlaces = [];
        var one = Read(first, onePlaces);
        var two = Read(second, twoPlaces);
        if (one.Count == 0 || two.Count == 0) return SessionPipeline.ExitCode(0, inputs);
        DoubleCodingReport report;
        try
        {
            report = DoubleCoding.Compare(one, two, first, second, (s, t) => onePlaces.GetValueOrDefault((s, t)), (s, t) => twoPlaces.GetValueOrDefault((s, t)));
        }
        catch (DoubleCodingException e)
        {
            foreach (var fault in e.Faults) Console.Error.WriteLine(fault);
            return 1;
        }

        Show(report, first, second);
        if (page is not null)
        {
            try
            {
                using var writer = new StreamWriter(page);
                AgreementReport.Write(writer, report, Path.GetFileName(first), Path.GetFileName(second));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{page}: cannot be written: {e.Message}");
                return 1;
            }
        }

        return inputs.Failed > 0 ? 2 : 0;

        List<CodedTranscript> Read(string path, Dictionary<(string Session, int Turn), string> places)
        {
            var sessions = new List<CodedTranscript>();
            SessionPipeline.Run(inputs, inputs.Expand([path]), CodingMode.Session, keepCodes: true, progress: false, (file, found) =>
            {
                sessions.AddRange(found.Select(f => f.Coded));
                foreach (var (source, coded) in found)
                    for (var i = 0; i < coded.Utterances.Length; i++)
                        places[(coded.Session, coded.Utterances[i].Utterance.Turn)] = string.Create(CultureInfo.InvariantCulture, $"{file}({source.Lines[i]})");
            }, cancellationToken);
            return sessions;
        }
    }

    private static void Show(DoubleCodingReport report, string first, string second)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected) console.Profile.Width = 120;
        console.MarkupLineInterpolated($"[bold]{report.Turns}[/] turns, {first} against {second}");
        console.MarkupLineInterpolated($"direction of client language: Cohen kappa {K(report.TalkKappa)}{I(report.TalkInterval(new Random(1)))}");
        console.MarkupLineInterpolated($"main act of the counselor: Cohen kappa {K(report.MainKappa)}{I(report.MainInterval(new Random(1)))}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("code", "both", "only first", "only second", "kappa", "AC1");
        foreach (var code in report.Codes.Where(c => c.Both + c.OnlyFirst + c.OnlySecond > 0))
            table.AddRow(Markup.Escape(code.Code.Abbreviation), N(code.Both), N(code.OnlyFirst), N(code.OnlySecond), K(code.Kappa), K(code.Ac1));
        console.Write(table);
        Confusion(console, "direction", report.Talk, ["neutral", "change", "sustain"]);
        Confusion(console, "main act", report.Main, ["other", "question", "reflection", "input"]);
        if (report.Differences.Length > 0)
            console.MarkupLineInterpolated($"[grey]{report.Differences.Length} turns differ; first: {string.Join(", ", report.Differences.Take(8).Select(d => $"{d.Session} {d.Turn}"))}[/]");
    }

    /// <summary>Turns by what the first coding (rows) and the second (columns) made of them.</summary>
    private static void Confusion(IAnsiConsole console, string what, ImmutableArray<ImmutableArray<int>> counts, string[] labels)
    {
        if (counts.All(row => row.All(n => n == 0))) return;
        var table = new Table().Border(TableBorder.Simple).AddColumns([what + ": first down, second across", .. labels]);
        for (var i = 0; i < labels.Length; i++) table.AddRow([labels[i], .. counts[i].Select(N)]);
        console.Write(table);
    }

    private static string K(AgreementResult result) => result.Value is { } value ? value.ToString("0.000", CultureInfo.InvariantCulture) : "- (" + result.Reason + ")";

    private static string I(MotivationalInterviewing.Sessions.Interval? interval) => interval is { } i ? $", 95 % over sessions {i}" : "";

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);
}
