using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotivationalInterviewing;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;
using Spectre.Console;

namespace TranscriptCoder;

/// <summary>summary: one object per session with what MISC 2.5 and MITI 4.2.1 make of it. Raw input is coded first.</summary>
internal static class SummaryCommand
{
    public static int Run(IReadOnlyList<string> paths, InputOptions inputOptions, string? output, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(inputOptions, Console.Error);
        var files = inputs.Expand(paths);
        var turns = 0;
        var stories = new ClientStories();
        try
        {
            using var sink = SessionPipeline.OpenSink(output, files);
            if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = 120;
            turns = SessionPipeline.Run(inputs, files, CodingMode.Session, keepCodes: true, progress: output != "-", (_, sessions) =>
            {
                foreach (var (_, coded) in sessions)
                {
                    var summary = SessionSummary.Of(coded);
                    var story = stories.Next(coded, summary);
                    if (sink is null) Show(summary, story);
                    else Write(sink, coded, summary, story);
                }
            }, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{output}: cannot be written: {e.Message}");
            return 1;
        }

        return SessionPipeline.ExitCode(turns, inputs);
    }

    private static void Write(Stream sink, CodedTranscript session, SessionSummary summary, ClientStory story)
    {
        using (var json = new Utf8JsonWriter(sink, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("session", summary.Session);
            if (session.Client is { } client) json.WriteString("client", client);
            if (summary.Target is { } target) json.WriteString("behavior", target.Id);
            json.WriteNumber("turns", summary.Turns);
            Number(json, "pct", summary.Misc.ChangeTalkShare.Value);
            WriteMisc(json, summary.Misc);
            WriteMiti(json, summary.Miti);
            json.WriteStartObject("talkShare");
            Ratio(json, "byWords", summary.TalkShare.ByWords);
            Number(json, "byTime", summary.TalkShare.ByTime);
            if (summary.TalkShare.ByTimeReason is { } reason) json.WriteString("byTimeReason", reason);
            json.WriteEndObject();
            json.WriteNumber("longestQuestionRun", summary.LongestQuestionRun.Length);
            json.WriteStartObject("strength");
            json.WriteStartArray("deciles");
            foreach (var decile in summary.Strength.Deciles) Value(json, decile);
            json.WriteEndArray();
            Number(json, "slope", summary.Strength.Slope);
            Number(json, "final", summary.Strength.Final);
            json.WriteStartObject("byCode");
            foreach (var (code, _) in summary.Misc.Counts.Where(c => summary.Misc.MeanStrengthOf(c.Code) is not null)) Number(json, code.Abbreviation, summary.Misc.MeanStrengthOf(code));
            json.WriteEndObject();
            json.WriteEndObject();
            WriteStage(json, story);
            json.WriteEndObject();
        }

        sink.WriteByte((byte)'\n');
    }

    /// <summary>Stage and rulers as the talk shows them at the end; null where there is not enough.</summary>
    private static void WriteStage(Utf8JsonWriter json, ClientStory story)
    {
        var tracker = story.Tracker;
        var stage = tracker.Estimate();
        json.WriteString("stage", stage.Label);
        Number(json, "stageP", stage.Probabilities.IsDefaultOrEmpty || stage.Label is null or "insufficient" ? null : stage.Probabilities.Max());
        var rulers = tracker.Readiness();
        Number(json, "readiness", rulers?.Readiness.Value);
        Number(json, "importance", rulers?.Importance.Value);
        Number(json, "confidence", rulers?.Confidence.Value);
        if (story.Number < 2) return;
        json.WriteStartObject("trend");
        json.WriteNumber("clientSession", story.Number);
        Number(json, "pctChange", story.ShareChange);
        Number(json, "readinessChange", story.ReadinessChange);
        json.WriteEndObject();
    }

    private static void WriteMisc(Utf8JsonWriter json, MiscSummary misc)
    {
        json.WriteStartObject("misc");
        json.WriteString("instrument", MiscSummary.Instrument);
        Counts(json, misc.Counts);
        json.WriteNumber("changeTalk", misc.ChangeTalk);
        json.WriteNumber("sustainTalk", misc.SustainTalk);
        json.WriteNumber("neutralTalk", misc.NeutralTalk);
        Ratio(json, "pct", misc.ChangeTalkShare);
        Ratio(json, "reflectionToQuestion", misc.ReflectionToQuestion);
        Ratio(json, "openQuestions", misc.OpenQuestions);
        Ratio(json, "complexReflections", misc.ComplexReflections);
        json.WriteNumber("mico", misc.MiConsistent(MicoDefinition.Core));
        json.WriteNumber("micoWithQuestionsAndReflections", misc.MiConsistent(MicoDefinition.WithQuestionsAndReflections));
        json.WriteNumber("miin", misc.MiInconsistent);
        Ratio(json, "miConsistent", misc.MiConsistentShare(MicoDefinition.Core));
        Ratio(json, "miConsistentWithQuestionsAndReflections", misc.MiConsistentShare(MicoDefinition.WithQuestionsAndReflections));
        json.WriteEndObject();
    }

    private static void WriteMiti(Utf8JsonWriter json, MitiSummary miti)
    {
        json.WriteStartObject("miti");
        json.WriteString("instrument", MitiSummary.Instrument);
        json.WriteNumber("volleys", miti.VolleyCount);
        Counts(json, miti.Counts);
        Ratio(json, "reflectionToQuestion", miti.ReflectionToQuestion);
        Ratio(json, "complexReflections", miti.ComplexReflections);
        json.WriteNumber("totalAdherent", miti.TotalAdherent);
        json.WriteNumber("totalNonAdherent", miti.TotalNonAdherent);
        json.WriteStartObject("globals");
        json.WriteBoolean("estimated", true);
        foreach (var global in Enum.GetValues<MitiGlobal>().Where(g => (int)g != 0))
        {
            var estimate = miti.Globals.Of(global);
            json.WriteStartObject(Camel(global.ToString()));
            Number(json, "value", estimate?.Value);
            Number(json, "low", estimate?.Interval.Low);
            Number(json, "high", estimate?.Interval.High);
            json.WriteEndObject();
        }

        Number(json, "technical", miti.Globals.Technical);
        Number(json, "relational", miti.Globals.Relational);
        if (miti.Globals.Withheld is { } withheld) json.WriteString("withheld", withheld);
        json.WriteEndObject();
        json.WriteStartArray("verdicts");
        foreach (var verdict in miti.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("measure", Camel(verdict.Threshold.Measure.ToString()));
            json.WriteString("instrument", MitiVerdict.Instrument);
            Number(json, "value", verdict.Value);
            if (verdict.Level == MitiLevel.None) json.WriteNull("level");
            else json.WriteString("level", Camel(verdict.Level.ToString()));
            if (verdict.Reason is { } reason) json.WriteString("reason", reason);
            if (verdict.ExpertAgreement is { } kappa) json.WriteNumber("expertAgreement", kappa);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, IEnumerable<CodeCount> counts)
    {
        json.WriteStartObject("counts");
        foreach (var count in counts) json.WriteNumber(count.Code.Abbreviation, count.Count);
        json.WriteEndObject();
    }

    private static void Ratio(Utf8JsonWriter json, string name, Ratio ratio)
    {
        json.WriteStartObject(name);
        Number(json, "value", ratio.Value);
        json.WriteNumber("numerator", ratio.Numerator);
        json.WriteNumber("denominator", ratio.Denominator);
        if (ratio.Interval is { } interval)
        {
            Number(json, "low", interval.Low);
            Number(json, "high", interval.High);
        }

        if (ratio.Reason is { } reason) json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    private static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is { } number) json.WriteNumberValue(Math.Round(number, 6));
        else json.WriteNullValue();
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static void Show(SessionSummary summary, ClientStory story)
    {
        var console = AnsiConsole.Console;
        console.Write(new Rule($"[bold]{Markup.Escape(summary.Session)}[/] [grey]{Markup.Escape(summary.Target?.Name ?? "no target behavior")}, {summary.Turns} turns[/]").LeftJustified());
        var table = new Table().Border(TableBorder.Simple).AddColumns("measure", "value", "95 % interval", "verdict");
        foreach (var verdict in summary.Miti.Verdicts)
        {
            var color = verdict.Level switch { MitiLevel.Good => "green", MitiLevel.Fair => "yellow", MitiLevel.None => "grey", _ => "red" };
            table.AddRow(
                Markup.Escape(Words(verdict.Threshold.Measure.ToString())), Markup.Escape(Value(verdict, summary.Miti)), verdict.Interval?.ToString().EscapeMarkup() ?? "",
                $"[{color}]{Markup.Escape(verdict.Level == MitiLevel.None ? "none: " + verdict.Reason : Words(verdict.Level.ToString()))}[/]{(verdict.ExpertAgreement is { } kappa ? $" [grey](experts' kappa {Format(kappa)})[/]" : "")}");
        }

        table.AddRow("MITI adherent, non-adherent", $"{summary.Miti.TotalAdherent}, {summary.Miti.TotalNonAdherent}", "", "[grey]none set[/]");
        table.AddRow("% change talk", Markup.Escape(summary.Misc.ChangeTalkShare.ToString()), Markup.Escape(summary.Misc.ChangeTalkShare.Interval?.ToString() ?? ""), "");
        table.AddRow("% MI-consistent (MISC, core)", Markup.Escape(summary.Misc.MiConsistentShare(MicoDefinition.Core).ToString()), "", "");
        table.AddRow("counselor's share of words", Markup.Escape(summary.TalkShare.ByWords.ToString()), "", "");
        table.AddRow("longest run of questions", summary.LongestQuestionRun.Length.ToString(CultureInfo.InvariantCulture), "", "");
        var tracker = story.Tracker;
        table.AddRow("stage of change, as the talk shows", Markup.Escape(tracker.Estimate().Label ?? "-"), "", "");
        if (tracker.Readiness() is { } rulers) table.AddRow("readiness, 0-10", Markup.Escape(rulers.Readiness.Value.ToString("0.0", CultureInfo.InvariantCulture)), Markup.Escape(rulers.Readiness.Interval.ToString()), "[grey]estimate[/]");
        if (story.Number > 1) table.AddRow($"since the client's session before (now number {story.Number})", $"readiness {Signed(story.ReadinessChange)}, % change talk {Signed(story.ShareChange * 100)}", "", "[grey]estimate[/]");
        console.Write(table);
        if (summary.Miti.Globals.Withheld is { } withheld) console.MarkupLine($"[grey]Globals withheld: {Markup.Escape(withheld)}[/]");
        foreach (var estimate in summary.Miti.Globals.Estimates) console.MarkupLine($"[grey]{Markup.Escape(estimate.ToString())}[/]");
        console.MarkupLine($"[grey]Verdicts by {MitiSummary.Instrument}; globals are estimates. MISC counts: {Markup.Escape(summary.Misc.ToString())}[/]");
        console.WriteLine();
    }

    /// <summary>The value, or the counts where there is none: "7:0".</summary>
    private static string Value(MitiVerdict verdict, MitiSummary miti) => verdict.Value is not null ? Format(verdict.Value) : verdict.Threshold.Measure switch
    {
        MitiMeasure.ReflectionToQuestion => miti.ReflectionToQuestion.ToString(),
        MitiMeasure.ComplexReflections => miti.ComplexReflections.ToString(),
        _ => "-",
    };

    private static string Signed(double? value) => value?.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) ?? "-";

    private static string Format(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    /// <summary>"BelowFair" as "below fair".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
