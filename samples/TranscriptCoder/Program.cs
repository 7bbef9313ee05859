using System.CommandLine;
using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Training.Transcripts;
using TranscriptCoder;

return await CommandLine.Build().Parse(args).InvokeAsync();

namespace TranscriptCoder
{
    /// <summary>The command line. Exit code 0: all done; 2: some rows or files skipped; 1: nothing could be done.</summary>
    internal static class CommandLine
    {
        private static readonly Argument<string[]> s_inputs = new("input") { Description = "Files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        private static readonly Option<string?> s_format = Choice("--format", "The inputs' format; guessed from the extension when not given", Inputs.Formats);
        private static readonly Option<string?> s_behavior = new("--behavior") { Description = "Behavior of sessions that name none: a preset such as alcohol, or any short phrase" };
        private static readonly Option<string?> s_mode = Choice("--mode", "What a turn is coded with: itself, what was said before, or the whole session (default)", "single", "live", "session");
        private static readonly Option<string?> s_output = new("--output") { Description = "Write JSON Lines to this file; - for standard output" };
        private static readonly Option<bool> s_full = new("--full") { Description = "Write everything that is needed to load the session again, the words included" };
        private static readonly Option<string?> s_client = new("--client") { Description = "The client's name in files that name speakers" };
        private static readonly Option<string?> s_counselor = new("--counselor") { Description = "The counselor's name in files that name speakers" };
        private static readonly Option<string?> s_columns = new("--columns") { Description = "CSV columns as speaker=who,text=said (also session, turn, behavior, start)" };

        private static readonly Option<string?> s_human = new("--human") { Description = "A person's codes as JSON Lines (session, turn, talk or main, codes, note, by); they win over the machine's, which are kept beside them" };

        public static RootCommand Build()
        {
            var code = new Command("code", "Code sessions turn by turn, offline")
            {
                s_inputs, s_format, s_behavior, s_mode, s_output, s_full, s_client, s_counselor, s_columns, s_human,
            };
            code.SetAction((parsed, cancellationToken) => Task.FromResult(WithInputs(parsed, options => CodeCommand.Run(
                parsed.GetValue(s_inputs)!, options, Mode(parsed.GetValue(s_mode)), parsed.GetValue(s_output), parsed.GetValue(s_full), cancellationToken))));
            var summary = new Command("summary", "Measure sessions by MISC 2.5 and MITI 4.2.1; what is not coded yet is coded first")
            {
                s_inputs, s_format, s_behavior, s_output, s_client, s_counselor, s_columns, s_human,
            };
            summary.SetAction((parsed, cancellationToken) => Task.FromResult(WithInputs(parsed, options =>
                SummaryCommand.Run(parsed.GetValue(s_inputs)!, options, parsed.GetValue(s_output), cancellationToken))));
            var page = new Option<string>("--output") { Description = "The page to write; - for standard output", Required = true };
            var report = new Command("report", "Write one self-contained HTML page with charts and the annotated transcript")
            {
                s_inputs, s_format, s_behavior, page, s_client, s_counselor, s_columns, s_human,
            };
            report.SetAction((parsed, cancellationToken) => Task.FromResult(WithInputs(parsed, options =>
                ReportCommand.Run(parsed.GetValue(s_inputs)!, options, parsed.GetValue(page)!, cancellationToken))));
            Argument<string> first = new("a") { Description = "The first coding" }, second = new("b") { Description = "The second coding of the same turns" };
            var comparison = new Option<string?>("--output") { Description = "Also write an HTML page" };
            var agree = new Command("agree", "Compare two codings of the same sessions: kappa, AC1 and what differs") { first, second, s_format, comparison };
            agree.SetAction((parsed, cancellationToken) => Task.FromResult(WithInputs(parsed, options =>
                AgreeCommand.Run(parsed.GetValue(first)!, parsed.GetValue(second)!, options, parsed.GetValue(comparison), cancellationToken))));
            return new RootCommand("Codes counseling sessions: change talk, sustain talk and what the counselor does. Nothing leaves this machine.") { code, summary, report, agree };
        }

        private static int WithInputs(ParseResult parsed, Func<InputOptions, int> run)
        {
            try
            {
                return run(new InputOptions
                {
                    Format = parsed.GetValue(s_format),
                    Behavior = parsed.GetValue(s_behavior) is { } behavior && !string.IsNullOrWhiteSpace(behavior) ? TargetBehavior.FindOrCustom(behavior) : null,
                    ClientName = parsed.GetValue(s_client),
                    CounselorName = parsed.GetValue(s_counselor),
                    Human = parsed.GetValue(s_human),
                    Columns = parsed.GetValue(s_columns) is { } columns ? CsvColumns.Parse(columns) : null,
                });
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine("--columns: " + e.Message);
                return 1;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine("canceled");
                return 1;
            }
        }

        private static CodingMode Mode(string? name) => name switch
        {
            "single" => CodingMode.Single,
            "live" => CodingMode.Live,
            _ => CodingMode.Session,
        };

        private static Option<string?> Choice(string name, string description, params string[] values)
        {
            var option = new Option<string?>(name) { Description = description };
            option.AcceptOnlyFromAmong(values);
            return option;
        }
    }
}
