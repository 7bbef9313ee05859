using System.Text;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Tests.Transcripts;

public class TranscriptWriterTests
{
    [Fact]
    public void FullForm_WrittenAndRead_LosesNothing()
    {
        var session = Session();
        using var stream = new MemoryStream();
        TranscriptWriter.Write(stream, session, full: true);
        stream.Position = 0;
        var read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        Assert.Empty(read.Issues);
        Assert.Equal(session, read.Sessions.Single().Coded);
    }

    [Fact]
    public void FullForm_OfABehaviorOfOnesOwn_KeepsItsGoalAndWords()
    {
        // "Walking" alone would come back as something to do less of, and turn every stance around.
        foreach (var target in (TargetBehavior[])[TargetBehavior.Custom("walking to work", ChangeGoal.Increase), TargetBehavior.Custom("alcohol at lunch") with { Id = "lunch" }, TargetBehavior.Custom("walking to work") with { StatusQuoDescription = "going by car" }])
        {
            var read = Read(Session() with { Target = target }).Target!;
            Assert.Equal((target, target.ChangeDescription, target.StatusQuoDescription), (read, read.ChangeDescription, read.StatusQuoDescription));
        }
    }

    [Fact]
    public void FullForm_OfCodesThatOnlyAPersonSets_LosesNothing()
    {
        var session = Session();
        session = session with
        {
            Utterances =
            [
                session.Utterances[0] with { Codes = [new CodeSpan { Code = Miti42.Affirm, Start = 0, Length = 3, Valence = "+" }, new CodeSpan { Code = Oars.Summary, Start = 4, Length = 2 }], Note = "one \u00e9", CodedBy = "anna", Machine = session.Utterances[0] },
                session.Utterances[1],
                session.Utterances[2] with { Note = "a note on the mother's turn", CodedBy = "anna" },
            ],
        };
        Assert.Equal(session, Read(session));
    }

    [Theory]
    [InlineData("\"speaker\":\"client\",\"main\":\"question\"", "'main' is 'question' on a turn of the client; 'talk' and 'strength' belong to clients, 'main' to counselors")]
    [InlineData("\"speaker\":\"counselor\",\"talk\":\"change\"", "'talk' is 'change' on a turn of the counselor; 'talk' and 'strength' belong to clients, 'main' to counselors")]
    [InlineData("\"speaker\":\"counselor\",\"main\":\"input\",\"strength\":2", "'strength' is '2' on a turn of the counselor; 'talk' and 'strength' belong to clients, 'main' to counselors")]
    [InlineData("\"speaker\":\"client\",\"talk\":\"change\",\"codes\":[\"AF\"]", "code 'AF' is not a code of a client's turn")]
    [InlineData("\"speaker\":\"client\",\"talk\":\"change\",\"strength\":-2", "'strength' is -2, but 'talk' is 'change'; expected the same side")]
    [InlineData("\"speaker\":\"client\",\"talk\":\"change\",\"strength\":50", "'strength' is 50; expected -5 to 5")]
    [InlineData("\"speaker\":\"client\",\"talk\":\"change\",\"p\":{\"change\":5}", "the probability 'change' is 5; expected 0 to 1")]
    public void FullForm_CodesThatContradict_AreRefusedWithTheValue(string members, string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("\n{\"v\":2," + members + ",\"text\":\"I could.\"}"));
        var read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        Assert.Equal("x.jsonl(2): " + message, read.Issues.Single().ToString());
        Assert.Empty(read.Sessions);
    }

    [Fact]
    public void FullForm_OneTurnTwice_IsReportedAndTheFirstIsUsed()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""
            {"v":2,"session":"s","turn":1,"speaker":"client","talk":"change","text":"I could."}
            {"v":2,"session":"t","turn":1,"speaker":"client","talk":"change","text":"I could."}
            {"v":2,"session":"s","turn":1,"speaker":"client","talk":"sustain","text":"I could."}
            """));
        var read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        Assert.Equal("x.jsonl(3): session 's' turn 1 is given already on line 1; the first is used", read.Issues.Single().ToString());
        Assert.Equal([TalkDirection.Change, TalkDirection.Change], read.Sessions.Select(s => s.Coded!.Utterances.Single().Talk!.Value));
    }

    [Fact]
    public void Json_WrittenAndRead_LosesNothing()
    {
        var session = Session();
        var json = JsonSerializer.Serialize(session, MotivationalInterviewingJson.Default.CodedTranscript);
        Assert.Equal(session, JsonSerializer.Deserialize(json, MotivationalInterviewingJson.Default.CodedTranscript));
    }

    [Fact]
    public void ShortForm_OfAClientTurn_HoldsCodesAndNoWords()
    {
        using var stream = new MemoryStream();
        var session = Session();
        TranscriptWriter.Write(stream, session, session.Utterances[1]);
        Assert.Equal(
            """{"session":"s1","turn":1,"speaker":"client","talk":"change","p":{"change":0.6667,"sustain":0.1,"neutral":0.2333},"strength":3,"codes":[{"code":"R+","start":0,"length":5,"p":0.8123}],"discord":true}""" + "\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static CodedTranscript Read(CodedTranscript session)
    {
        using var stream = new MemoryStream();
        TranscriptWriter.Write(stream, session, full: true);
        stream.Position = 0;
        var read = TranscriptReader.Read(stream, TranscriptFormat.JsonLines, "x.jsonl");
        Assert.Empty(read.Issues);
        return read.Sessions.Single().Coded!;
    }

    private static CodedTranscript Session() => new()
    {
        Session = "s1",
        Target = TargetBehavior.Medication,
        Client = "c7",
        Utterances =
        [
            new CodedUtterance
            {
                Utterance = new Utterance { Turn = 0, Speaker = Speaker.Counselor, Text = "You could \"leave\" it.", Start = TimeSpan.FromSeconds(1.25), End = TimeSpan.FromSeconds(2) },
                Main = CounselorMain.Input,
                Probabilities = [0.1, 0.2, 0.3, 0.4],
                Codes = [new CodeSpan { Code = Misc25.EmphasizeControl, Miti = Miti42.EmphasizeAutonomy, Start = 0, Length = 9, Probability = 1 / 3.0 }],
                CodedBy = "model 1",
            },
            new CodedUtterance
            {
                Utterance = new Utterance { Turn = 1, Speaker = Speaker.Client, Text = "Tablets \U0001F600", SpeakerName = "Anna" },
                Talk = TalkDirection.Change,
                Probabilities = [1 - 0.1 - (2 / 3.0), 2 / 3.0, 0.1],
                Strength = 3,
                Discord = true,
                Codes = [new CodeSpan { Code = DarnCat.Codebook.Parse("R+"), Start = 0, Length = 5, Probability = 0.81234 }],
            },
            new CodedUtterance { Utterance = new Utterance { Turn = 5, Speaker = Speaker.Other, Text = "Hm", SpeakerName = "Mother" } },
        ],
    };
}
