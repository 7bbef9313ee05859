using System.Globalization;
using System.Text;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Training;

namespace MotivationalInterviewing.Tests.Training;

/// <summary>Somebody trains on labels of their own and plugs the result in.</summary>
public sealed class OwnLabelsTests : IDisposable
{
    private const string Settings = """{ "authored": [CORPUS], "threads": THREADS, "folds": 3, "linearEpochs": 3, "networkEpochs": 6, "networkSeeds": 1, "hidden": 8 }""";
    private readonly string _folder = Directory.CreateTempSubdirectory("own-labels").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Train_OneThreadOrThree_WritesTheSameBytes()
    {
        WriteCsv(Path.Combine(_folder, "sessions-1.csv"), sessions: 8);
        WriteJsonLines(Path.Combine(_folder, "sessions-2.jsonl"), sessions: 8);

        var one = Train(threads: 1);
        var three = Train(threads: 3);

        Assert.True(one.AsSpan().SequenceEqual(three));
    }

    [Fact]
    public void Train_OwnCsvAndJsonLines_GivesAModelThatLoadsAndCodes()
    {
        WriteCsv(Path.Combine(_folder, "sessions-1.csv"), sessions: 8);
        WriteJsonLines(Path.Combine(_folder, "sessions-2.jsonl"), sessions: 8);

        var coder = UtteranceCoder.Load(new MemoryStream(Train(threads: 2)));
        var change = coder.ReadClient("i want to frobnicate the blorp for good", TargetBehavior.Alcohol);
        var sustain = coder.ReadClient("i keep the wibble and that is that", TargetBehavior.Alcohol);

        // Words that mean nothing to the shipped model: what it says of them was learned here.
        Assert.True(change.PChange > sustain.PChange, $"{change.PChange} {sustain.PChange}");
        Assert.True(sustain.PSustain > change.PSustain, $"{sustain.PSustain} {change.PSustain}");
        Assert.Null(coder.Card);
    }

    [Theory]
    [InlineData("session,behavior,speaker,text\na,alcohol,client,hi", "no column 'codes'")]
    [InlineData("session,behavior,speaker,text,codes\na,alcohol,client,hi,NE\na,alcohol,nurse,hi,NE", "row 3: speaker must be client or counselor")]
    [InlineData("session,behavior,speaker,text,codes\na,alcohol,client,hi,Q+", "row 2: 'Q+' is no code of a client")]
    public void Train_CsvWithAFault_SaysWhere(string csv, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "sessions-1.csv"), csv);

        var fault = Assert.Throws<InvalidDataException>(() => CorpusLoader.Load(new TrainingOptions { Authored = [_folder] }));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private byte[] Train(int threads)
    {
        var configuration = Path.Combine(_folder, "training.jsonc");
        File.WriteAllText(configuration, Settings.Replace("CORPUS", "\"" + _folder.Replace("\\", "/", StringComparison.Ordinal) + "\"", StringComparison.Ordinal).Replace("THREADS", threads.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var model = Path.Combine(_folder, "own.model");
        ModelTraining.Train(configuration, model);
        return File.ReadAllBytes(model);
    }

    private static readonly (string Who, string Text, string Codes)[] s_turns =
    [
        ("counselor", "What would you like to talk about?", "open-question"),
        ("client", "I want to frobnicate the blorp this week.", "D+"),
        ("counselor", "You want to frobnicate the blorp.", "simple-reflection"),
        ("client", "But I keep the wibble and that is that.", "C-"),
        ("counselor", "You keep the wibble for now, and a part of you looks elsewhere.", "complex-reflection"),
        ("client", "We went to the shop.", "FN"),
        ("counselor", "Here is a leaflet about it.", "give-information"),
        ("client", "I put the blorp away on Monday.", "TS+"),
        ("counselor", "Good to see you.", "greeting"),
    ];

    private static void WriteCsv(string file, int sessions)
    {
        var csv = new StringBuilder("session,behavior,speaker,text,codes,strength\n");
        for (var s = 0; s < sessions; s++)
            foreach (var (who, text, codes) in s_turns)
                csv.Append(CultureInfo.InvariantCulture, $"csv-{s},alcohol,{who},\"{text}\",{codes},{(who == "client" && codes != "FN" ? "3" : "")}\n");
        File.WriteAllText(file, csv.ToString());
    }

    private static void WriteJsonLines(string file, int sessions)
    {
        var lines = new StringBuilder();
        for (var s = 0; s < sessions; s++)
        {
            lines.Append(CultureInfo.InvariantCulture, $$"""{"session": "json-{{s}}", "b": "alcohol"}""").Append('\n');
            var n = 0;
            foreach (var (who, text, codes) in s_turns)
                lines.Append(CultureInfo.InvariantCulture, $$"""{"session": "json-{{s}}", "n": {{++n}}, "s": "{{who}}", "t": "{{text}}", "c": ["{{(codes == "FN" ? "NE" : codes == "TS+" ? "T+" : codes)}}"], "i": 3}""").Append('\n');
        }

        File.WriteAllText(file, lines.ToString());
    }
}
