using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Coding;

/// <summary>A corpus streams through the coder: in order, and never far ahead of the reader.</summary>
public class CorpusStreamTests
{
    [Fact]
    public void CodeAll_SessionsOfUnevenLength_ComeBackInOrderAsCodedAlone()
    {
        var sessions = Enumerable.Range(0, 60).Select(i => Session(i, turns: i % 7 == 0 ? 40 : 1)).ToList();

        var coded = SessionCoder.Default.CodeAll(sessions).ToList();

        Assert.Equal(sessions.Select(s => s.Session), coded.Select(c => c.Session));
        Assert.Equal(SessionCoder.Default.Code(sessions[7]).Utterances.Select(u => u.Talk), coded[7].Utterances.Select(u => u.Talk));
    }

    [Fact]
    public void CodeAll_EndlessCorpus_IsReadOnlyAFewSessionsAhead()
    {
        var read = 0;
        IEnumerable<Transcript> Endless()
        {
            while (true) yield return Session(read++, turns: 2);
        }

        var handedOn = 0;
        foreach (var _ in SessionCoder.Default.CodeAll(Endless()))
        {
            handedOn++;
            Assert.True(read - handedOn <= 2 * Environment.ProcessorCount, $"{read} read, {handedOn} handed on");
            if (handedOn == 500) break;
        }

        Assert.Equal(500, handedOn);
    }

    [Fact]
    public void CodeAll_SourceThatThrows_HandsTheFaultOn()
    {
        static IEnumerable<Transcript> Broken()
        {
            yield return Session(0, turns: 1);
            throw new InvalidDataException("the file ends early");
        }

        Assert.Throws<InvalidDataException>(() => SessionCoder.Default.CodeAll(Broken()).ToList());
    }

    private static Transcript Session(int number, int turns) => new()
    {
        Session = $"s{number}",
        Target = TargetBehavior.Alcohol,
        Utterances = [.. Enumerable.Range(0, turns).Select(t => new Utterance { Turn = t, Speaker = t % 2 == 0 ? Speaker.Client : Speaker.Counselor, Text = t % 2 == 0 ? "I want to stop drinking." : "You want to stop." })],
    };
}
