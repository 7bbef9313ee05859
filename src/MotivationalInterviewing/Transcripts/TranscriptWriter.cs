using System.Text.Encodings.Web;
using System.Text.Json;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Transcripts;

/// <summary>
/// Writes coded turns as JSON Lines. The short form holds codes only; the full form holds everything that is needed to
/// load the session again, the words included: treat it as confidential. Thread-safe.
/// </summary>
public static class TranscriptWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes every turn of a session, one line each.</summary>
    /// <param name="stream">Receives UTF-8 lines. Not disposed.</param>
    /// <param name="transcript">The coded session.</param>
    /// <param name="full">True to write words, times, names, behavior, notes, who coded, and the machine's codes beside a person's.</param>
    public static void Write(Stream stream, CodedTranscript transcript, bool full = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(transcript);
        foreach (var utterance in transcript.Utterances) Write(stream, transcript, utterance, full);
    }

    /// <summary>Writes one turn as one line.</summary>
    /// <param name="stream">Receives the UTF-8 line. Not disposed.</param>
    /// <param name="transcript">The session that the turn belongs to.</param>
    /// <param name="coded">The turn.</param>
    /// <param name="full">True to write words, times, names, behavior and who coded.</param>
    /// <param name="miti">MITI 4.2.1 codes of the volley that ends with this turn; null leaves the member out.</param>
    public static void Write(Stream stream, CodedTranscript transcript, CodedUtterance coded, bool full = false, IEnumerable<Code>? miti = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(transcript);
        ArgumentNullException.ThrowIfNull(coded);
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            var utterance = coded.Utterance;
            json.WriteStartObject();
            if (full) json.WriteNumber("v", JsonLinesReader.SchemaVersion);
            json.WriteString("session", transcript.Session);
            json.WriteNumber("turn", utterance.Turn);
            json.WriteString("speaker", Name(utterance.Speaker));
            WriteLabels(json, coded, full);
            if (miti is not null)
            {
                json.WriteStartArray("miti");
                foreach (var code in miti) json.WriteStringValue(code.Abbreviation);
                json.WriteEndArray();
            }

            WriteFlags(json, coded, full);
            if (full)
            {
                if (coded.Note is { } note) json.WriteString("note", note);
                if (coded.Machine is { } machine)
                {
                    json.WriteStartObject("machine");
                    WriteLabels(json, machine, full);
                    WriteFlags(json, machine, full);
                    if (machine.CodedBy is { } by) json.WriteString("by", by);
                    json.WriteEndObject();
                }

                WriteSource(json, transcript, coded);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteLabels(Utf8JsonWriter json, CodedUtterance coded, bool full)
    {
        if (coded.Talk is { } talk) json.WriteString("talk", Name(talk));
        if (coded.Main is { } main) json.WriteString("main", Name(main));
        WriteProbabilities(json, coded, full);
        if (coded.Strength is { } strength) json.WriteNumber("strength", strength);
        WriteCodes(json, coded, full);
    }

    private static void WriteFlags(Utf8JsonWriter json, CodedUtterance coded, bool full)
    {
        if (coded.Discord || full) json.WriteBoolean("discord", coded.Discord);
        if (coded.Interest || full) json.WriteBoolean("interest", coded.Interest);
        if (!coded.SupportedLanguage || full) json.WriteBoolean("supported", coded.SupportedLanguage);
    }

    private static void WriteProbabilities(Utf8JsonWriter json, CodedUtterance coded, bool full)
    {
        if (coded.Probabilities.IsDefaultOrEmpty) return;
        string[] names = coded.Talk is not null ? ["neutral", "change", "sustain"] : ["other", "question", "reflection", "input"];
        int[] order = coded.Talk is not null ? [1, 2, 0] : [1, 2, 3, 0];
        json.WriteStartObject("p");
        foreach (var i in order) json.WriteNumber(names[i], Shown(coded.Probabilities[i], full));
        json.WriteEndObject();
    }

    private static void WriteCodes(Utf8JsonWriter json, CodedUtterance coded, bool full)
    {
        json.WriteStartArray("codes");
        foreach (var span in coded.Codes)
        {
            json.WriteStartObject();
            json.WriteString("code", full && Codebooks.Find(span.Code.Abbreviation) != span.Code ? span.Code.Id : span.Code.Abbreviation);
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            if (span.Probability is { } p) json.WriteNumber("p", Shown(p, full));
            if (full && span.Miti is { } miti) json.WriteString("miti", miti.Abbreviation);
            if (full && span.Valence is { } valence) json.WriteString("valence", valence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter json, CodedTranscript transcript, CodedUtterance coded)
    {
        var utterance = coded.Utterance;
        if (transcript.Target is { } target) WriteTarget(json, target);
        if (transcript.Client is { } client) json.WriteString("client", client);
        if (utterance.SpeakerName is { } name) json.WriteString("name", name);
        if (utterance.Start is { } start) json.WriteNumber("start", start.TotalSeconds);
        if (utterance.End is { } end) json.WriteNumber("end", end.TotalSeconds);
        if (coded.CodedBy is { } by) json.WriteString("by", by);
        json.WriteString("text", utterance.Text);
    }

    /// <summary>A preset by its id; a behavior of one's own by its name, with the rest where the name alone does not give it back.</summary>
    private static void WriteTarget(Utf8JsonWriter json, TargetBehavior target)
    {
        var read = TargetBehavior.FindOrCustom(target.IsPreset ? target.Id : target.Name);
        json.WriteString("behavior", target.IsPreset ? target.Id : target.Name);
        if (read == target && read.ChangeDescription == target.ChangeDescription && read.StatusQuoDescription == target.StatusQuoDescription) return;
        json.WriteStartObject("target");
        json.WriteString("id", target.Id);
        json.WriteString("name", target.Name);
        json.WriteString("goal", target.Goal == ChangeGoal.Increase ? "increase" : "decrease");
        json.WriteString("change", target.ChangeDescription);
        json.WriteString("statusQuo", target.StatusQuoDescription);
        json.WriteEndObject();
    }

    /// <summary>The full form loses nothing; the short form is read by people too.</summary>
    private static double Shown(double p, bool full) => full ? p : Math.Round(p, 4);

    private static string Name(Speaker speaker) => speaker switch
    {
        Speaker.Client => "client",
        Speaker.Counselor => "counselor",
        _ => "other",
    };

    private static string Name(TalkDirection talk) => talk switch
    {
        TalkDirection.Change => "change",
        TalkDirection.Sustain => "sustain",
        _ => "neutral",
    };

    private static string Name(CounselorMain main) => main switch
    {
        CounselorMain.Question => "question",
        CounselorMain.Reflection => "reflection",
        CounselorMain.Input => "input",
        _ => "other",
    };
}
