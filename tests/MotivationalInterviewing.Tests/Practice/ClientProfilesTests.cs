using MotivationalInterviewing.Practice;

namespace MotivationalInterviewing.Tests.Practice;

public class ClientProfilesTests
{
    private const string Own = """
        {
          "id": "own", "name": "Sam", "summary": "A test.", "behavior": "speaking up in class", "goal": "increase", "setting": "school", "history": "None.",
          "stage": "contemplation", "rulers": { "importance": 5, "confidence": 4, "readiness": 3 }, "style": "plain", "register": "spoken", "resistance": 2,
          "opening": ["Hi, I'm Sam."], "values": ["R+2 I want to be heard."], "worries": ["R+2 I'm falling behind."], "feelings": ["Nervous, mostly."],
          "topics": [
            { "id": "class", "about": "class teacher", "says": ["There are thirty of us.", "R-2 R+1 They laugh when I talk, but I'd like to."] },
            { "id": "home", "about": ["home", "brother"], "says": ["I talk plenty at home."] }
          ],
          "plans": [{ "id": "hand", "about": "hand", "says": ["C+3 I'll put my hand up once on Monday."] }],
          "discord": ["You sound like my teacher."], "leaving": ["I have to go."],
        }
        """;

    [Fact]
    public void Parse_AnOwnClient_IsReadWhole()
    {
        var profile = ClientProfiles.Parse(Own);
        Assert.Equal(("own", "Sam", StageOfChange.Contemplation, 2), (profile.Id, profile.Name, profile.Stage, profile.Resistance));
        Assert.Equal(ChangeGoal.Increase, profile.Behavior.Goal);
        var line = profile.Topics[0].Says[1];
        Assert.Equal("R- R+", string.Join(' ', line.Codes.Select(c => c.Abbreviation)));
        Assert.Equal((2, TalkDirection.Sustain, "They laugh when I talk, but I'd like to."), (line.Strength, line.Direction, line.Text));
        Assert.NotEmpty(new SimulatedClient(profile).Answer(new SimulatedClient(profile).Begin(1), "Hello, Sam.").Text);
    }

    [Theory]
    [InlineData("\"resistance\": 2", "\"resistance\": 9", "own.json: 'resistance' is 9; allowed: a whole number from 1 to 5.")]
    [InlineData("\"importance\": 5", "\"importance\": 11", "own.json: 'rulers.importance' is 11; allowed: a whole number from 0 to 10.")]
    [InlineData("\"stage\": \"contemplation\"", "\"stage\": \"thinking\"", "own.json: 'stage' is 'thinking'; allowed: unknown, precontemplation, contemplation, preparation, action, maintenance.")]
    [InlineData("\"style\": \"plain\"", "\"style\": \"loud\"", "own.json: 'style' is 'loud'; allowed: plain, talkative, terse, guarded, joking, tearful, angry, pleasing, secondlanguage.")]
    [InlineData("\"name\": \"Sam\",", "", "own.json: 'name' is missing or blank; expected words.")]
    [InlineData("R-2 R+1", "Q+7", "own.json: 'topics[0].says[1]' starts with 'Q+7'; allowed: ")]
    [InlineData("\"id\": \"own\"", "\"id\": \"own\", \"mood\": 3", "own.json: 'mood' is not known; allowed: id, ")]
    public void Parse_AFault_NamesTheValueThePlaceAndWhatIsAllowed(string from, string to, string message)
    {
        var fault = Assert.Throws<FormatException>(() => ClientProfiles.Parse(Own.Replace(from, to, StringComparison.Ordinal), "own.json"));
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NoJson_NamesTheLine() =>
        Assert.Equal("x: not valid JSON at line 2.", Assert.Throws<FormatException>(() => ClientProfiles.Parse("{\n oops", "x")).Message);

    [Fact]
    public void All_EveryLine_IsOfItsOwn()
    {
        foreach (var profile in ClientProfiles.All)
        {
            var lines = profile.Topics.SelectMany(t => t.Says).Concat(profile.Answers.Values.SelectMany(a => a)).Concat(profile.Values).Concat(profile.Worries).Concat(profile.Feelings).Select(l => l.Text).ToList();
            Assert.Equal(lines.Count, lines.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.True(lines.Count >= 45, $"{profile.Id} has {lines.Count} lines of its own");
        }
    }
}
