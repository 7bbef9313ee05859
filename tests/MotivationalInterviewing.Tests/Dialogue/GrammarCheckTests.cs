using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Tests.Dialogue;

public class GrammarCheckTests
{
    [Theory]
    [InlineData("You was tired of it.")]
    [InlineData("You am tired.")]
    [InlineData("You're want to stop.")]
    [InlineData("You and you and.")]
    [InlineData("You want to stop and.")]
    [InlineData("You want a apple.")]
    [InlineData("You waited a hour.")]
    [InlineData("You saw an doctor.")]
    [InlineData("You want want to stop.")]
    [InlineData("You miss my mother.")]
    [InlineData("You hate it when I shout.")]
    [InlineData("Your am tired.")]
    [InlineData("Your kids is growing up.")]
    [InlineData("Your wife have had enough.")]
    [InlineData("They was there.")]
    [InlineData("He don't like it.")]
    [InlineData("You could of stopped.")]
    [InlineData("You can't went out.")]
    [InlineData("You um wanted to stop.")]
    [InlineData("You dont care.")]
    [InlineData("You want to stop, right?")]
    [InlineData("You said \"never again.")]
    [InlineData("You want to stop")]
    [InlineData("you want to stop.")]
    [InlineData("You want to st- stop.")]
    [InlineData("You want to stop [laughs].")]
    [InlineData("You want to stop,.")]
    [InlineData("You tired of the mornings.")]
    [InlineData("You he never came.")]
    [InlineData("What I'm hearing is that you want to stop.")]
    [InlineData("You're going to the.")]
    public void Find_BrokenReflection_NamesAFault(string reply) => Assert.NotNull(GrammarCheck.Find(reply, reflection: true));

    [Theory]
    [InlineData("You were tired of it.")]
    [InlineData("You and your wife were there.")]
    [InlineData("What bothers you is the noise.")]
    [InlineData("It's been an hour, and you're still here.")]
    [InlineData("You wish it were over.")]
    [InlineData("Your mom and dad have had enough.")]
    [InlineData("You had had enough.")]
    [InlineData("You want to be there when your daughter has her show.")]
    [InlineData("You let your son have the phone.")]
    [InlineData("You use a union rep and an MRI.")]
    [InlineData("That's how it is.")]
    [InlineData("You don't want to.")]
    [InlineData("Three weeks without one.")]
    [InlineData("You told them \"never again\".")]
    [InlineData("You'd like a European holiday.")]
    [InlineData("Somewhere in you there's the will to do it.")]
    public void Find_SoundReflection_FindsNothing(string reply) => Assert.Null(GrammarCheck.Find(reply, reflection: true));

    [Fact]
    public void Find_CounselorOwnsAMisstep_FirstPersonIsFine() => Assert.Null(GrammarCheck.Find("I got ahead of you there. What did I miss?", reflection: false));

    [Fact]
    public void RepeatsStem_SameFormulaAmongTheLastThree_IsFound()
    {
        Assert.True(GrammarCheck.RepeatsStem("Part of you wants out.", ["Part of you is tired.", "You're torn.", "That hurts."]));
        Assert.False(GrammarCheck.RepeatsStem("Part of you wants out.", ["Part of you is tired.", "You're torn.", "That hurts.", "It costs you."]));
        Assert.False(GrammarCheck.RepeatsStem("You want out.", ["You're tired.", "You want peace."]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\ud800")]
    [InlineData("....")]
    [InlineData("\"")]
    public void Find_OddText_NeverThrows(string reply) => Assert.NotNull(GrammarCheck.Find(reply, reflection: true));
}
