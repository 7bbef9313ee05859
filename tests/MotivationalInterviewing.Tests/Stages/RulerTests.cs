using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Tests.Stages;

public class RulerTests
{
    [Theory]
    [InlineData(0, RulerBand.Low)]
    [InlineData(3, RulerBand.Low)]
    [InlineData(4, RulerBand.Mid)]
    [InlineData(6, RulerBand.Mid)]
    [InlineData(7, RulerBand.High)]
    [InlineData(10, RulerBand.High)]
    public void Band_EveryEdge_IsAsDefined(int answer, RulerBand band) => Assert.Equal(band, Ruler.Band(answer));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Band_OutOfRange_IsRefused(int answer) =>
        Assert.Contains("from 0 to 10", Assert.Throws<ArgumentOutOfRangeException>(() => Ruler.Band(answer)).Message, StringComparison.Ordinal);

    [Fact]
    public void FollowUp_AnyAnswer_NeverAsksForHigher()
    {
        foreach (var ruler in Ruler.All)
        {
            for (var answer = 0; answer <= 10; answer++)
            {
                var question = ruler.FollowUp(answer);
                var numbers = question.Split(' ', '?').Select(w => int.TryParse(w, out var n) ? n : -1).Where(n => n >= 0).ToArray();
                if (answer == 0) Assert.Empty(numbers);
                else
                {
                    Assert.Equal(2, numbers.Length);
                    Assert.Equal(answer, numbers[0]);
                    Assert.InRange(numbers[1], 0, answer - 1);
                }
            }
        }
    }

    [Fact]
    public void FollowUp_Six_AsksWhyNotThree() => Assert.Equal("What makes it a 6 and not a 3?", Ruler.Importance.FollowUp(6));

    [Fact]
    public void FollowUp_Three_AsksWhyNotOne() => Assert.Equal("What makes it a 3 and not a 1?", Ruler.Confidence.FollowUp(3));

    [Fact]
    public void Ask_Behavior_IsPutIn() => Assert.Contains("drinking less or stopping", Ruler.Readiness.Ask(TargetBehavior.Alcohol), StringComparison.Ordinal);
}
