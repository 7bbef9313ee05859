using System.Text;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Tests.Transcripts;

public class HumanCodesTests
{
    private static readonly CodedTranscript s_machine = new()
    {
        Session = "s1",
        Utterances =
        [
            new CodedUtterance
            {
                Utterance = new Utterance { Turn = 1, Speaker = Speaker.Client, Text = "I could cut down." }, Talk = TalkDirection.Neutral, Probabilities = [.5, .4, .1], Strength = 0,
                Codes = [new CodeSpan { Code = DarnCat.Codebook.Parse("FN"), Start = 0, Length = 17, Probability = .5 }], CodedBy = "model 1",
            },
            new CodedUtterance { Utterance = new Utterance { Turn = 2, Speaker = Speaker.Counselor, Text = "You could." }, Main = CounselorMain.Input, Probabilities = [.1, .1, .1, .7], CodedBy = "model 1" },
        ],
    };

    [Fact]
    public void Apply_APersonsCodes_WinAndTheMachinesAreKeptBeside()
    {
        var codes = Read("""{"session":"s1","turn":1,"talk":"change","strength":2,"codes":["A+",{"code":"C+","start":2,"length":5}],"note":"said softly","by":"anna"}""");
        var turn = codes.Apply(s_machine).Utterances[0];
        Assert.Equal((TalkDirection.Change, 2, "anna", "said softly"), (turn.Talk, turn.Strength, turn.CodedBy, turn.Note));
        Assert.Equal([("A+", 0, 17), ("C+", 2, 5)], turn.Codes.Select(c => (c.Code.Abbreviation, c.Start, c.Length)));
        Assert.Equal(s_machine.Utterances[0], turn.Machine);
        Assert.Empty(codes.Issues);
        Assert.Empty(codes.Unmatched());
    }

    [Fact]
    public void Apply_ReviewedAgain_KeepsTheMachinesCodingNotTheFirstPersons()
    {
        var first = Read("""{"session":"s1","turn":1,"talk":"change","by":"anna"}""").Apply(s_machine);
        var second = Read("""{"session":"s1","turn":1,"talk":"sustain","by":"ben"}""").Apply(first).Utterances[0];
        Assert.Equal((TalkDirection.Sustain, "ben"), (second.Talk, second.CodedBy));
        Assert.Equal(s_machine.Utterances[0], second.Machine);
    }

    [Fact]
    public void WrittenInFull_AndRead_KeepsBothCodingsAndTheNote()
    {
        var reviewed = Read("""{"session":"s1","turn":2,"main":"reflection","codes":["RES"],"note":"falling tone","by":"anna"}""").Apply(s_machine);
        using var stream = new MemoryStream();
        TranscriptWriter.Write(stream, reviewed, full: true);
        stream.Position = 0;
        Assert.Equal(reviewed, TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl").Sessions.Single().Coded);
    }

    [Theory]
    [InlineData("{oops", "h.jsonl(1): not valid JSON at column 2; expected one JSON object on the line")]
    [InlineData("""{"session":"s1","turn":9,"talk":"change"}""", "h.jsonl(1): session 's1' turn 9 is in none of the coded sessions")]
    [InlineData("""{"session":"s1","turn":2,"talk":"change"}""", "h.jsonl(1): 'talk' is 'change' on a turn of the counselor; 'talk' and 'strength' belong to clients, 'main' to counselors")]
    [InlineData("""{"session":"s1","turn":1,"talk":"maybe"}""", "h.jsonl(1): 'talk' is 'maybe'; expected one of Neutral, Change, Sustain in lower case")]
    [InlineData("""{"session":"s1","turn":1,"talk":"change","codes":["Z9"]}""", "h.jsonl(1): unknown code 'Z9' in 'codes'; expected a DARN-CAT or MISC 2.5 code")]
    [InlineData("""{"session":"s1","turn":1,"talk":"change","text":"Something else."}""", "h.jsonl(1): the words of session 's1' turn 1 differ from those that were coded")]
    [InlineData("""{"session":"s1","turn":1,"talk":"change","v":99}""", "h.jsonl(1): the row has schema version 99; this library reads up to 2")]
    public void Apply_ARowThatCannotBeUsed_IsReportedWithFileLineAndValueAndChangesNothing(string row, string issue)
    {
        var codes = Read(row);
        Assert.Equal(s_machine, codes.Apply(s_machine));
        Assert.Equal(issue, codes.Issues.Concat(codes.Unmatched()).First().ToString());
    }

    [Fact]
    public void Read_OneTurnCodedTwice_IsAContradictionAndTheFirstIsUsed()
    {
        var codes = Read("{\"session\":\"s1\",\"turn\":1,\"talk\":\"change\"}\n{\"session\":\"s1\",\"turn\":1,\"talk\":\"sustain\"}");
        Assert.Equal(TalkDirection.Change, codes.Apply(s_machine).Utterances[0].Talk);
        Assert.Equal("h.jsonl(2): session 's1' turn 1 is coded already on line 1; the first is used", codes.Issues.Single().ToString());
    }

    [Fact]
    public void FullForm_OfTheFirstSchema_IsStillRead()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""{"v":1,"session":"s1","turn":1,"speaker":"client","talk":"change","codes":[],"text":"I could."}"""));
        var read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        Assert.Equal(TalkDirection.Change, read.Sessions.Single().Coded!.Utterances[0].Talk);
    }

    private static HumanCodes Read(string rows)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(rows));
        return HumanCodes.Read(stream, "h.jsonl");
    }
}
