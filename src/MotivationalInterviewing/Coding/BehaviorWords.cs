using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Which words speak of doing a behavior, per preset, so that "I want to drink" and "I want to take them" get the sign
/// that belongs to the target (MISC 2.5: valence is relative to the target behavior).
/// </summary>
internal static class BehaviorWords
{
    private static readonly Dictionary<string, bool[]> s_byPreset = new(StringComparer.Ordinal)
    {
        ["alcohol"] = Words.Set("drink drinks drinking drank drunk alcohol beer beers wine vodka whiskey booze liquor bottle bottles pint pints pub bar bars glass cocktail cocktails can cans hangover"),
        ["drink-driving"] = Words.Set("drink drinks drinking drank drunk drive driving drove beers beer alcohol keys dui"),
        ["vaping"] = Words.Set("vape vapes vaping vaped juul pod pods nicotine puff puffs pen"),
        ["tobacco"] = Words.Set("smoke smokes smoking smoked cigarette cigarettes tobacco nicotine pack packs carton light snus dip chew puff lighter"),
        ["cannabis"] = Words.Set("smoke smoking smoked weed cannabis marijuana pot joint joints high stoned bong edibles toke blunt"),
        ["opioids"] = Words.Set("use using used heroin tablets pain painkillers oxy fentanyl drugs dope high codeine inject shoot"),
        ["stimulants"] = Words.Set("use using used coke cocaine meth speed crack drugs line lines high amphetamines"),
        ["drugs"] = Words.Set("use using used drugs drug high weed coke tablets substances party stuff"),
        ["gambling"] = Words.Set("bet bets betting gamble gambling gambled slots poker casino cards app machines flutter wager horses scratchcards"),
        ["diabetes-care"] = Words.Set("check checking checked test testing tested insulin inject sugar levels meter needles shots medication metformin glucose prick"),
        ["asthma-care"] = Words.Set("inhaler inhalers preventer puffer spacer puffs peak"),
        ["diet"] = Words.Set("vegetables veg salad fruit cook cooking healthy diet portions healthier lunch meals water"),
        ["exercise"] = Words.Set("exercise exercising exercised walk walking walked gym run running swim swimming workout move moving physio active class bike stairs go going went"),
        ["medication"] = Words.Set("take taking took taken medication tablet tablets dose doses prescription injection them it"),
        ["safer-sex"] = Words.Set("condom condoms protection tested testing prep test"),
        ["dental-care"] = Words.Set("brush brushing brushed floss flossing flossed dentist teeth"),
        ["sleep"] = Words.Set("bed bedtime sleep earlier routine"),
        ["anger"] = Words.Set("hit hitting fight fighting punch shout shouting yell yelling scream screaming swing temper knife violent violence explode lash"),
        ["probation-compliance"] = Words.Set("go going went appointments appointment report reporting meetings meeting test tests curfew court officer comply probation po rules program community"),
        ["school-attendance"] = Words.Set("school class classes homework lessons attend college study studying lectures go going went"),
        ["parenting-plan"] = Words.Set("go going went plan visits visit class classes course routine parenting bedtime"),
        ["treatment-attendance"] = Words.Set("come coming came go going went attend sessions session group groups meetings meeting treatment program counseling therapy appointments appointment classes class course"),
        ["screen-use"] = Words.Set("phone game games gaming play playing scroll scrolling screen tiktok instagram youtube xbox online"),
    };

    private static readonly bool[] s_any = Words.Set("""
        drink drinks drinking drank drunk alcohol beer beers wine vodka booze smoke smokes smoking smoked cigarette cigarettes weed joint joints high stoned vape vaping
        bet bets betting gamble gambling use using used drugs heroin cocaine gaming
        """);

    internal static bool[] Of(TargetBehavior? target)
    {
        if (target is null) return s_any;
        return s_byPreset.TryGetValue(target.Id, out var words) ? words : s_any;
    }
}

/// <summary>The words of a behavior and which way doing it points; looked up once per text.</summary>
internal readonly record struct TargetWords(bool[] Words, TalkDirection ForBehavior)
{
    internal static TargetWords Of(TargetBehavior? target) =>
        new(BehaviorWords.Of(target), target is { Goal: ChangeGoal.Increase } ? TalkDirection.Change : TalkDirection.Sustain);
}
