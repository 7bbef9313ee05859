using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotivationalInterviewing;
using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Transcripts;

namespace ConsoleChat;

/// <summary>Plays the client turns of sessions to the engine and writes what it answers, one JSON object per client turn.</summary>
internal static class ScriptCommand
{
    /// <returns>0: all played; 2: some rows skipped; 1: nothing could be done.</returns>
    public static async Task<int> RunAsync(string input, string output, DialogueOptions options, bool behaviorGiven, HelpSources help, CancellationToken cancellationToken)
    {
        TranscriptReadResult read;
        try
        {
            using var stream = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
            read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, input);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        foreach (var issue in read.Issues)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{issue.Source}({issue.Line}): {issue.Message}"));
        var turns = 0;
        var engine = Engine(options.Locale, help);
        try
        {
            using var sink = new BufferedStream(output == "-" ? Console.OpenStandardOutput() : File.Create(output));
            foreach (var source in read.Sessions)
            {
                var transcript = source.Transcript;
                var target = behaviorGiven ? options.Target : transcript.Target ?? options.Target;
                if (!behaviorGiven && transcript.Target is null) Console.Error.WriteLine($"{transcript.Session}: names no behavior; {target.Id} is taken, --behavior chooses another");
                var session = DialogueSession.Start(transcript.Session, options with { Target = target });
                foreach (var said in transcript.Utterances.Where(u => u.Speaker == Speaker.Client))
                {
                    var turn = await engine.RespondAsync(session, said.Text, cancellationToken);
                    session = turn.Session;
                    Write(sink, transcript.Session, said.Turn, turn);
                    turns++;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        if (turns == 0) Console.Error.WriteLine($"{input}: no client turn was found");
        return turns == 0 ? 1 : read.Issues.Any(i => i.Kind == TranscriptIssueKind.Skipped) ? 2 : 0;
    }

    /// <summary>An engine for a machine of one's own: nobody is called, resources are shown.</summary>
    public static DialogueEngine Engine(string locale, HelpSources help) => new(new SafetyGate(
        new SafetyOptions { EscalationMode = EscalationMode.ResourcesOnly, Locale = locale }, TimeProvider.System, new InMemoryRiskAuditLog()), help: help);

    private static void Write(Stream sink, string session, int number, DialogueTurn turn)
    {
        using (var json = new Utf8JsonWriter(sink, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("session", session);
            json.WriteNumber("turn", number);
            json.WriteString("reply", turn.Reply);
            json.WriteString("technique", turn.Move.Name);
            json.WriteString("rationale", turn.Move.Rationale);
            json.WriteString("stage", turn.Appraisal.Stage.Label);
            json.WriteStartObject("risk");
            RiskJson.Write(json, turn.Appraisal.Risk);
            json.WriteEndObject();
            json.WriteBoolean("stopped", turn.Stopped);
            if (turn.Disclosure is { } disclosure) json.WriteString("disclosure", disclosure);
            if (turn.Help is { } help) Help(json, help);
            json.WriteEndObject();
        }

        sink.WriteByte((byte)'\n');
    }

    /// <summary>What was laid before the client after their yes.</summary>
    private static void Help(Utf8JsonWriter json, HelpOffer help)
    {
        json.WriteStartObject("help");
        json.WriteString("kind", help.Menu is not null ? "options" : help.Referral is not null ? "referral" : "plan");
        json.WriteStartArray("items");
        foreach (var option in help.Menu?.Options ?? []) json.WriteStringValue(option.Id);
        foreach (var match in help.Referral?.Matches ?? []) json.WriteStringValue(match.Service.Name);
        foreach (var line in help.Lines) json.WriteStringValue(line.Name);
        foreach (var question in help.Plan?.OpenQuestions() ?? []) json.WriteStringValue(question);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
