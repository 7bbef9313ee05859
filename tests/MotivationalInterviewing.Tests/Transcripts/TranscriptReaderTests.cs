using System.Text;
using MotivationalInterviewing.Training.Transcripts;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Tests.Transcripts;

public class TranscriptReaderTests
{
    [Fact]
    public void JsonLines_OneMalformedLineAmongGoodOnes_IsReportedWithItsLineAndTheRestIsRead()
    {
        var result = Json("""
            {"session":"s1","turn":0,"speaker":"therapist","text":"How are you?"}
            {"session":"s1","turn":1,"speaker":
            {"session":"s1","turn":2,"speaker":"robot","text":"beep"}
            {"session":"s1","turn":3,"speaker":"patient","text":"Fine."}
            [1]
            {"session":"s1","turn":"four","speaker":"client","text":"x"}
            {"session":"s1","turn":5,"speaker":"client"}
            """);
        Assert.Equal([Speaker.Counselor, Speaker.Client], result.Sessions.Single().Transcript.Utterances.Select(u => u.Speaker));
        Assert.Equal(
            [
                "in.jsonl(2): not valid JSON at column 36; expected one JSON object on the line",
                "in.jsonl(3): unknown speaker 'robot'; expected client (patient), counselor (counsellor, therapist, interviewer) or other",
                "in.jsonl(5): expected a JSON object, found Array",
                "in.jsonl(6): 'turn' is \"four\"; expected a whole number",
                "in.jsonl(7): 'text' is missing; expected a string",
            ],
            result.Issues.Select(i => i.ToString()));
    }

    [Fact]
    public void JsonLines_MissingSessionAndTurn_TakeTheFilesNameAndTheRowsNumber()
    {
        var session = Json("""
            {"speaker":"client","text":"a"}

            {"speaker":"client","text":"b"}
            """).Sessions.Single();
        Assert.Equal("in", session.Transcript.Session);
        Assert.Equal([0, 1], session.Transcript.Utterances.Select(u => u.Turn));
        Assert.Equal([1, 3], session.Lines);
    }

    [Fact]
    public void JsonLines_ABrokenSurrogate_IsRepairedOnceAndReported()
    {
        var result = Json("""{"speaker":"client","text":"a\ud83db \ud83d\ude00 \\ud83d"}""");
        Assert.Equal("a\uFFFDb \U0001F600 \\ud83d", result.Sessions.Single().Transcript.Utterances.Single().Text);
        Assert.Equal(TranscriptIssueKind.Repaired, result.Issues.Single().Kind);
        Assert.Equal(0, result.Skipped);
    }

    [Fact]
    public void JsonLines_InterleavedSessions_AreTwoSessionsAndRememberTheirRows()
    {
        var result = Json("""
            {"session":"a","turn":0,"speaker":"client","text":"1"}
            {"session":"b","turn":0,"speaker":"client","text":"2"}
            {"session":"a","turn":1,"speaker":"client","text":"3"}
            """);
        Assert.Equal(["a", "b"], result.Sessions.Select(s => s.Transcript.Session));
        Assert.Equal([0, 2], result.Sessions[0].Rows);
    }

    [Fact]
    public void JsonLines_ALineInAnotherEncoding_IsSkippedAndNamed()
    {
        byte[] bytes = [.. "{\"speaker\":\"client\",\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"speaker\":\"client\",\"text\":\"ok\"}\n"u8];
        var result = TranscriptReader.Read(new MemoryStream(bytes), TranscriptFormat.JsonLines, "in.jsonl");
        Assert.Equal("in.jsonl(1): the line is not valid UTF-8; expected UTF-8 text", result.Issues.Single().ToString());
        Assert.Equal("ok", result.Sessions.Single().Transcript.Utterances.Single().Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void JsonLines_WithAByteOrderMark_IsRead(string encoding)
    {
        var e = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. e.GetPreamble(), .. e.GetBytes("{\"speaker\":\"client\",\"text\":\"naïve\"}\r\n")];
        Assert.Equal("naïve", TranscriptReader.Read(new MemoryStream(bytes), TranscriptFormat.JsonLines, "x").Sessions.Single().Transcript.Utterances.Single().Text);
    }

    [Fact]
    public void JsonLines_AnEmptyFile_SaysSo() => Assert.Equal("in.jsonl: the file is empty; expected at least one turn", Json("").Issues.Single().ToString());

    [Fact]
    public void JsonLines_ANewerSchema_IsRefused() =>
        Assert.Equal("in.jsonl(1): the row has schema version 9; this library reads up to 2", Json("""{"v":9,"speaker":"client","text":"a"}""").Issues.Single().ToString());

    [Fact]
    public void JsonLines_TheAuthoredCorpus_IsReadWithItsHeader()
    {
        var session = Json("""
            {"session":"s5-01","b":"alcohol","setting":"ward","register":"spoken","quality":"high","client":"somebody"}
            {"session":"s5-01","n":1,"s":"counselor","t":"Hello.","c":["greeting"],"m":"other"}
            {"session":"s5-01","n":2,"s":"client","t":"Hi.","c":["NE"],"m":"neutral"}
            """).Sessions.Single();
        Assert.Same(TargetBehavior.Alcohol, session.Transcript.Target);
        Assert.Equal([1, 2], session.Transcript.Utterances.Select(u => u.Turn));
    }

    [Fact]
    public void JsonLines_ABehaviorThatIsNoPreset_BecomesACustomOne()
    {
        var session = Json("""{"speaker":"client","text":"a","behavior":"speaking up"}""").Sessions.Single();
        Assert.Equal("speaking up", session.CustomBehavior);
        Assert.Equal("speaking up", session.Transcript.Target!.Name);
    }

    [Fact]
    public void WebVtt_VoiceTagsAndNamedCues_AreTurnsWithTimes()
    {
        var utterances = Read(TranscriptFormat.WebVtt, """
            WEBVTT

            NOTE a remark

            1
            00:00:01.000 --> 00:00:04.500
            <v Therapist>Hello &amp; welcome.</v>

            00:05.000 --> 00:06.000 align:start
            Client: I'm <i>tired</i>.
            Really.

            00:07.000 --> nonsense
            <v Client>lost</v>
            """, out var issues).Utterances;
        Assert.Equal(["Hello & welcome.", "I'm tired. Really."], utterances.Select(u => u.Text));
        Assert.Equal(TimeSpan.FromSeconds(4.5), utterances[0].End);
        Assert.Equal("f(13): unreadable cue times; expected \"00:00:01.000 --> 00:00:04.000\"", issues.Single());
    }

    [Fact]
    public void SubRip_NamedSpeakersByOption_GetTheirRoles()
    {
        var options = new TranscriptReadOptions { ClientName = "Anna", CounselorName = "Dr. Lee" };
        var utterances = Read(TranscriptFormat.SubRip, """
            1
            00:00:01,000 --> 00:00:04,000
            Dr. Lee: So.

            2
            00:00:05,000 --> 00:00:06,000
            Anna: So.

            3
            00:00:07,000 --> 00:00:08,000
            Mother: Tell her.
            """, out var issues, options).Utterances;
        Assert.Equal([Speaker.Counselor, Speaker.Client, Speaker.Other], utterances.Select(u => u.Speaker));
        Assert.Equal("Mother", utterances[2].SpeakerName);
        Assert.Single(issues);
    }

    [Fact]
    public void Text_LinesWithoutAName_ContinueTheTurn()
    {
        var utterances = Read(TranscriptFormat.Text, "T: How are you?\nC: Fine,\nI said: fine.\n", out _).Utterances;
        Assert.Equal(["How are you?", "Fine, I said: fine."], utterances.Select(u => u.Text));
    }

    [Fact]
    public void Text_WithNeitherClientNorCounselor_SaysWhatIsMissing()
    {
        Read(TranscriptFormat.Text, "Bob: hi\nEve: hi\n", out var issues);
        Assert.StartsWith("f: no client and no counselor among the speakers 'Bob', 'Eve'; expected ", issues[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_AnnoMisColumns_AreFound()
    {
        var result = Csv("transcript_id,utterance_id,interlocutor,timestamp,utterance_text,topic\n0,0,therapist,00:00:13,\"Hello,\nthere\",reducing alcohol consumption\n0,1,client,00:00:24,Sure.,reducing alcohol consumption\n0,2,alien,00:00:25,Sure.,\n0,3,client\n");
        var session = result.Sessions.Single();
        Assert.Equal("alcohol", session.Transcript.Target!.Id);
        Assert.Equal(["Hello,\nthere", "Sure."], session.Transcript.Utterances.Select(u => u.Text));
        Assert.Equal([2, 4], session.Lines);
        Assert.Equal([5, 6], result.Issues.Select(i => i.Line));
    }

    [Fact]
    public void Csv_AMissingColumn_IsNamedWithWhatWasFound() =>
        Assert.Equal("f.csv(1): no column for text (text or utterance_text); found 'speaker', 'words'", Csv("speaker,words\nclient,hi\n").Issues.Single().ToString());

    [Fact]
    public void Csv_ColumnsGiven_AreUsed()
    {
        var columns = CsvColumns.Parse("speaker=who, text=said");
        var result = CsvTranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("who,said\nclient,hi\n")), "f.csv", columns);
        Assert.Equal("hi", result.Sessions.Single().Transcript.Utterances.Single().Text);
    }

    [Fact]
    public void Csv_AnEmptyFile_SaysSo() => Assert.Equal("f.csv: the file is empty; expected at least one turn", Csv("").Issues.Single().ToString());

    private static TranscriptReadResult Json(string lines) => TranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), TranscriptFormat.JsonLines, "in.jsonl");

    private static TranscriptReadResult Csv(string lines) => CsvTranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)), "f.csv");

    private static Transcript Read(TranscriptFormat format, string text, out List<string> issues, TranscriptReadOptions? options = null)
    {
        var result = TranscriptReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), format, "f", options);
        issues = [.. result.Issues.Select(i => i.ToString())];
        return result.Sessions.Single().Transcript;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Parts_OfALongFile_AreTogetherTheWhole(int rows)
    {
        // One after another, two between each other, one of no name, an authored header, bad lines and a blank one.
        const string Lines = """
            {"session":"a","speaker":"client","text":"one"}
            {"session":"a","speaker":"counselor","text":"two"}
            not json
            {"session":"b","speaker":"client","text":"three"}
            {"session":"c","speaker":"client","text":"four"}
            {"session":"b","speaker":"nobody","text":"five"}
            {"session":"b","speaker":"client","text":"six"}

            {"session":7,"speaker":"client","text":"seven"}
            {"b":"alcohol","session":"d"}
            {"session":"d","n":0,"s":"client","t":"eight"}
            {"speaker":"client","text":"nine"}
            {"session":"e","speaker":"client","text":"ten"}
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Lines));
        var whole = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        stream.Position = 0;
        var parts = TranscriptReader.ReadParts(stream, "x.jsonl", rows: rows).ToList();

        Assert.Equal(rows < 1000, parts.Count > 1);
        Assert.Equal(whole.Issues.Select(i => i.ToString()), parts.SelectMany(p => p.Issues).Select(i => i.ToString()));
        Assert.Equal(whole.Sessions.Select(Told), parts.SelectMany(p => p.Sessions).Select(Told));

        static string Told(SourceSession s) =>
            $"{s.Transcript.Session} {s.Transcript.Target?.Id} {string.Join(',', s.Rows)} {string.Join(',', s.Lines)} {string.Join('|', s.Transcript.Utterances.Select(u => u.Text))}";
    }

    [Fact]
    public void Parts_OfAnEmptyFile_SayThatItIsEmpty()
    {
        var part = Assert.Single(TranscriptReader.ReadParts(new MemoryStream(), "x.jsonl"));
        Assert.Contains("empty", Assert.Single(part.Issues).Message, StringComparison.Ordinal);
    }
}
