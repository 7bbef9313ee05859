using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions.Reliability;

namespace MotivationalInterviewing.Tests.Sessions;

public sealed class DoubleCodingTests
{
    private static CodedTranscript Session(string session, params CodedUtterance[] turns) => new() { Session = session, Utterances = [.. turns] };

    private static readonly CodedUtterance s_question = MitiSpec.Turn(1, Speaker.Counselor, "How was it? [QUO]") with { Main = CounselorMain.Question, CodedBy = "model" };
    private static readonly CodedUtterance s_reason = MitiSpec.Turn(2, Speaker.Client, "It calms me. [R-]") with { CodedBy = "model" };

    [Fact]
    public void DoubleCoding_Merge_HumanWinsAndBothAreKept()
    {
        var human = MitiSpec.Turn(2, Speaker.Client, "It calms me. [R+]") with { CodedBy = "anna" };
        var merged = DoubleCoding.Merge(Session("s", s_question, s_reason), Session("s", human));
        Assert.Equal(["model", "anna"], merged.Utterances.Select(u => u.CodedBy));
        Assert.Equal(TalkDirection.Change, merged.Utterances[1].Talk);
        Assert.Equal(s_reason, merged.Utterances[1].Machine);
        Assert.Null(merged.Utterances[0].Machine);
        Assert.DoesNotContain("calms", merged.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DoubleCoding_UnmatchedAndContradictoryTurns_AreNamedWithoutWords()
    {
        var other = s_reason with { Utterance = s_reason.Utterance with { Text = "Else." } };
        var extra = MitiSpec.Turn(9, Speaker.Client, "Well. [FN]");
        var fault = Assert.Throws<DoubleCodingException>(() => DoubleCoding.Compare([Session("s", s_question, s_reason)], [Session("s", other, extra)], "a.jsonl", "b.jsonl"));
        Assert.Equal(
            [
                "a.jsonl: session 's' turn 1 is not in b.jsonl.",
                "b.jsonl: session 's' turn 2 has another text (5 characters, elsewhere 12).",
                "b.jsonl: session 's' turn 9 is not in a.jsonl.",
            ],
            fault.Faults);
        Assert.DoesNotContain("Else", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DoubleCoding_PlacesKnown_AreNamedInsteadOfTheCoding()
    {
        var fault = Assert.Throws<DoubleCodingException>(() => DoubleCoding.Compare(
            [Session("s", s_question, s_reason)], [Session("s", s_question), Session("t", s_reason)], "a", "b",
            (session, turn) => $"a.jsonl({10 + turn})", (session, turn) => session == "t" ? "b.jsonl(7)" : null));
        Assert.Equal(["a.jsonl(12): session 's' turn 2 is not in b.", "b.jsonl(7): session 't' is not in a."], fault.Faults);
    }

    [Fact]
    public void DoubleCoding_FirstCodingHasTheWrongSpeakersCode_IsNamedToo()
    {
        var wrong = s_reason with { Codes = [new CodeSpan { Code = Misc25.Affirm, Start = 0, Length = 2 }] };
        Assert.Equal(["first: session 's' turn 2 has code 'AF', which is not a Client code."], Assert.Throws<DoubleCodingException>(() => DoubleCoding.Compare([Session("s", wrong)], [Session("s", s_reason)])).Faults);
    }

    [Fact]
    public void DoubleCoding_WrongSpeakersCode_IsNamed()
    {
        var wrong = s_reason with { Codes = [new CodeSpan { Code = Misc25.Affirm, Start = 0, Length = 2 }] };
        var fault = Assert.Throws<DoubleCodingException>(() => DoubleCoding.Merge(Session("s", s_reason), Session("s", wrong)));
        Assert.Equal(["human: session 's' turn 2 has code 'AF', which is not a Client code."], fault.Faults);
    }

    [Fact]
    public void DoubleCoding_DuplicateTurn_IsNamed() =>
        Assert.Contains("machine: session 's' turn 2 is given twice.", Assert.Throws<DoubleCodingException>(() => DoubleCoding.Merge(Session("s", s_reason, s_reason), Session("s", s_reason))).Faults);

    [Fact]
    public void DoubleCoding_Intervals_DrawWholeSessions()
    {
        // Two sessions in full agreement and two with none of it: kappa lies between, and draws of one sort alone reach the ends.
        CodedTranscript Coded(string session, string first, string second) => Session(session, MitiSpec.Turn(1, Speaker.Client, $"It calms me. [{first}]"), MitiSpec.Turn(2, Speaker.Client, $"I will. [{second}]"));
        CodedTranscript[] a = [Coded("1", "R-", "C+"), Coded("2", "R-", "C+"), Coded("3", "R-", "C+"), Coded("4", "R-", "C+")];
        CodedTranscript[] b = [Coded("1", "R-", "C+"), Coded("2", "R-", "C+"), Coded("3", "C+", "R-"), Coded("4", "C+", "R-")];
        var report = DoubleCoding.Compare(a, b);
        var interval = report.TalkInterval(new Random(3));
        Assert.Equal(0, report.TalkKappa.Value!.Value, 10);
        Assert.Equal((-1.0, 1.0), (interval!.Value.Low, interval.Value.High));
        Assert.Equal(interval, report.TalkInterval(new Random(3)));
        Assert.Null(report.MainInterval(new Random(3)));
        Assert.Null(DoubleCoding.Compare([a[0]], [b[0]]).TalkInterval(new Random(3)));
    }

    [Fact]
    public void DoubleCoding_Compare_CountsPerCodeAndDirection()
    {
        var second = Session("s", s_question, MitiSpec.Turn(2, Speaker.Client, "It calms me. [D-] [R-]"), MitiSpec.Turn(3, Speaker.Client, "I will. [FN]"));
        var report = DoubleCoding.Compare([Session("s", s_question, s_reason, MitiSpec.Turn(3, Speaker.Client, "I will. [C+]"))], [second]);
        Assert.Equal(3, report.Turns);
        Assert.Equal([("s", 2), ("s", 3)], report.Differences);
        Assert.Equal(1, report.Talk[(int)TalkDirection.Sustain][(int)TalkDirection.Sustain]);
        Assert.Equal(1, report.Talk[(int)TalkDirection.Change][(int)TalkDirection.Neutral]);
        Assert.Equal((0.5 - 0.25) / 0.75, report.TalkKappa.Value!.Value, 10);
        var reason = report.Codes.Single(c => c.Code.Abbreviation == "R-");
        Assert.Equal((1, 0, 0, 1), (reason.Both, reason.OnlyFirst, reason.OnlySecond, reason.Neither));
        Assert.Equal(1.0, reason.Kappa.Value);
        var desire = report.Codes.Single(c => c.Code.Abbreviation == "D-");
        Assert.Equal((0, 0, 1, 1), (desire.Both, desire.OnlyFirst, desire.OnlySecond, desire.Neither));
    }
}
