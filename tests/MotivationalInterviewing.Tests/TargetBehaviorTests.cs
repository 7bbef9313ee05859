using System.Text.Json;

namespace MotivationalInterviewing.Tests;

public class TargetBehaviorTests
{
    [Theory]
    [InlineData("alcohol", "alcohol")]
    [InlineData("reducing alcohol consumption", "alcohol")]
    [InlineData("Reducing drinking ", "alcohol")]
    [InlineData("drinking and driving", "drink-driving")]
    [InlineData("smoking cessation", "tobacco")]
    [InlineData("quitting smoking", "tobacco")]
    [InlineData("smoking weed", "cannabis")]
    [InlineData("take the tablets", "medication")]
    [InlineData("taking medicine / following medical procedure", "medication")]
    [InlineData("diabetes management", "diabetes-care")]
    [InlineData("asthma management", "asthma-care")]
    [InlineData("more exercise / increasing activity", "exercise")]
    [InlineData("reducing recidivism", "probation-compliance")]
    [InlineData("weight loss", "diet")]
    [InlineData("reducing gambling", "gambling")]
    [InlineData("reducing violence", "anger")]
    [InlineData("compliance with rules of probation", "probation-compliance")]
    [InlineData("phone overuse", "screen-use")]
    [InlineData("methamphetamine use", "stimulants")]
    [InlineData("safer sex", "safer-sex")]
    public void Find_AShortPhrase_GivesThePreset(string phrase, string id) => Assert.Equal(id, TargetBehavior.Find(phrase)?.Id);

    [Theory]
    [InlineData("speaking up at work")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\0\uD800")]
    public void Find_APhraseWithNoPresetsWords_GivesNull(string? phrase) => Assert.Null(TargetBehavior.Find(phrase));

    [Fact]
    public void Custom_APhrase_KeepsItsWordsAndIsNoPreset()
    {
        var behavior = TargetBehavior.Custom(" Speaking up at work ", ChangeGoal.Increase);
        Assert.Equal(("speaking-up-at-work", "Speaking up at work", false), (behavior.Id, behavior.Name, behavior.IsPreset));
        Assert.Equal(behavior, JsonSerializer.Deserialize(JsonSerializer.Serialize(behavior, MotivationalInterviewingJson.Default.TargetBehavior), MotivationalInterviewingJson.Default.TargetBehavior));
    }

    [Fact]
    public void Presets_EachOfThem_IsFoundByItsIdAndItsName() =>
        Assert.All(TargetBehavior.Presets, p => Assert.Same(p, TargetBehavior.Find(p.Id)));
}
