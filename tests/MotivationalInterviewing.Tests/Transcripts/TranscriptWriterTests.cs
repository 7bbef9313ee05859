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
