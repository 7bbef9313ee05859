using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Training.Guard;

namespace MotivationalInterviewing.Tests.Dialogue;

public sealed class AdherenceGuardSpecTests(ITestOutputHelper output)
{
    private static readonly string s_tests = FindTests();

    public static TheoryData<string> Rows =>
        [.. File.ReadLines(Path.Combine(s_tests, "Specs", "AdherenceGuard.md")).Where(l => l.StartsWith('|')).Skip(2)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Check_SpecRow_GivesVerdictAndRule(string row)
    {
        var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        var report = AdherenceGuard.Default.Check(cells[1], Turns(cells[0]));
        Assert.Equal(cells[2], report.Verdict.ToString(), ignoreCase: true);
        if (cells[3].Length > 0) Assert.Contains(report.Findings, f => f.Rule.Id == cells[3]);
    }

    [Fact]
    public void Spec_HoldsAtLeastSixtyCases() => Assert.True(Rows.Count >= 60);

    [Fact]
    public void Check_DevelopmentHalf_HoldsItsFigures()
    {
        var figures = Figures("guard-development.jsonl");
        Assert.True(figures.F1 >= 0.90); // measured 0.990: the model was trained on these rows
        Assert.True(figures.FalseAlarms <= 0.08);
    }

    [Fact]
    public void Check_ReportedHalf_HoldsItsFigures()
    {
        var figures = Figures("guard-reported.jsonl");
        Assert.True(figures.F1 >= 0.83); // measured 0.838; the aim is 0.82
        Assert.True(figures.FalseAlarms <= 0.08); // measured 12 of 160
    }

    private (double F1, double FalseAlarms) Figures(string file)
    {
        int hits = 0, misses = 0, alarms = 0, adherent = 0, doubtfulAdherent = 0;
        var perRule = new SortedDictionary<string, (int Hits, int All, int Named)>(StringComparer.Ordinal);
        foreach (var example in GuardExample.ReadPairs(Path.Combine(s_tests, "Data", file)))
        {
            var report = AdherenceGuard.Default.Check(example.Reply, example.History);
            var said = report.Verdict == AdherenceVerdict.Inconsistent;
            if (example.Verdict != AdherenceVerdict.Inconsistent)
            {
                adherent++;
                if (said) alarms++;
                if (report.Verdict == AdherenceVerdict.Doubtful) doubtfulAdherent++;
                continue;
            }

            if (said) hits++;
            else misses++;
            foreach (var rule in example.Rules)
            {
                var (h, a, n) = perRule.GetValueOrDefault(rule);
                perRule[rule] = (h + (said ? 1 : 0), a + 1, n + (report.Findings.Any(f => f.Rule.Id == rule) ? 1 : 0));
            }
        }

        var f1 = 2.0 * hits / ((2 * hits) + alarms + misses);
        output.WriteLine($"{file}: F1 {f1:0.000}, recall {(double)hits / (hits + misses):0.000}, false alarms {alarms} of {adherent}, adherent but doubtful {doubtfulAdherent}");
        foreach (var (rule, r) in perRule) output.WriteLine($"  {rule}: inconsistent {r.Hits} of {r.All}, named {r.Named}");
        return (f1, (double)alarms / adherent);
    }

    private static List<Utterance> Turns(string before)
    {
        if (!before.StartsWith("Counselor:", StringComparison.Ordinal)) return [AdherenceGuardTests.Client(before)];
        var lines = before.Replace(" Client:", "\nClient:", StringComparison.Ordinal).Replace(" Counselor:", "\nCounselor:", StringComparison.Ordinal).Split('\n');
        return [.. lines.Select(l => l.StartsWith("Client:", StringComparison.Ordinal) ? AdherenceGuardTests.Client(l[7..].Trim()) : AdherenceGuardTests.Counselor(l[10..].Trim()))];
    }

    private static string FindTests()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Specs", "AdherenceGuard.md"))) folder = folder.Parent;
        return folder.FullName;
    }
}
