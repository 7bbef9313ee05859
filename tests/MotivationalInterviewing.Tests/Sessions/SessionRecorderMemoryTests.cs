using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Tests.Sessions;

/// <summary>Runs alone: the heap that it weighs belongs to all tests.</summary>
[CollectionDefinition(nameof(SessionRecorderMemoryTests), DisableParallelization = true)]
[Collection(nameof(SessionRecorderMemoryTests))]
public sealed class SessionRecorderMemoryTests
{
    [Fact]
    public void SessionRecorder_WithoutEvidence_TakesNoMoreMemoryForManyMoreTurns()
    {
        string[] counselor = ["Patches come in three strengths. [GI]", "How was it? [QUO]", "Part of you is done limping. [REC]", "You kept the log all week. [AF]", "You should stop. [ADW]", "Mm-hm. [FA]"];
        string[] client = ["Mm-hm. [FN]", "My sugar would settle. [R+]", "It calms me. [R-]", "What would you do? [FN]"];
        var turns = counselor.Select(t => MitiSpec.Turn(1, Speaker.Counselor, t)).Concat(client.Select(t => MitiSpec.Turn(2, Speaker.Client, t) with { Strength = 2 })).ToArray();
        var recorder = new SessionRecorder("s", null, new SessionOptions { KeepEvidence = false });
        Feed(20_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Feed(400_000);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 200_000);
        Assert.Equal(420_000, recorder.Turns);

        void Feed(int count)
        {
            for (var i = 0; i < count; i++) recorder.Add(turns[i % turns.Length]);
        }
    }
}
