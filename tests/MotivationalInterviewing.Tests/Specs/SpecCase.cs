using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Tests.Specs;

/// <summary>One row of a table in this folder; README.md there says what the columns mean.</summary>
internal sealed record SpecCase(string Source, bool Client, TargetBehavior Target, string[] Before, string Says, string Expected, string Codes, string Note)
{
    internal bool IsKnownFailure => Note.StartsWith("known:", StringComparison.Ordinal);

    internal static List<SpecCase> ReadAll()
    {
        var cases = new List<SpecCase>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            var client = true;
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                if (cells.Length != 8 || cells[1].StartsWith("---", StringComparison.Ordinal)) continue;
                if (cells[1] == "target")
                {
                    client = cells[3].StartsWith("client", StringComparison.Ordinal);
                    continue;
                }

                var target = TargetBehavior.Presets.Single(p => p.Id == cells[1]);
                var before = cells[2].Length == 0 ? [] : cells[2].Split(" // ");
                cases.Add(new SpecCase($"{Path.GetFileName(file)}:{number}", client, target, before, cells[3], cells[4], cells[5], cells[6]));
            }
        }

        return cases;
    }

    /// <summary>Codes the row; null when it comes out as expected, otherwise what came instead.</summary>
    internal string? Failure()
    {
        var live = UtteranceCoder.Default.StartLive(Target);
        var turn = 0;
        foreach (var earlier in Before)
        {
            var byOther = (Before.Length - turn) % 2 == 1;
            live.Next(new Utterance { Turn = turn++, Speaker = Client == byOther ? Speaker.Counselor : Speaker.Client, Text = earlier });
        }

        // With nothing before it a turn is judged on its own words, not as the opening of a session.
        var last = new Utterance { Turn = turn, Speaker = Client ? Speaker.Client : Speaker.Counselor, Text = Says };
        var coded = Before.Length == 0 ? UtteranceCoder.Default.Code(last, Target) : live.Next(last);
        var got = Describe(coded);
        foreach (var word in Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!got.Split(' ').Contains(word)) return got;
        var wanted = Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < wanted.Length; i++)
        {
            var candidates = i == 0 ? coded.Codes.Take(1) : coded.Codes;
            if (!candidates.Any(c => Matches(c, wanted[i]))) return got;
        }

        return null;
    }

    private static bool Matches(CodeSpan code, string wanted)
    {
        var valence = wanted.IndexOf('(', StringComparison.Ordinal);
        if (valence >= 0 && code.Valence != wanted[(valence + 1)..^1]) return false;
        return (valence < 0 ? wanted : wanted[..valence]).Split('/').Contains(code.Code.Abbreviation);
    }

    private static string Describe(CodedUtterance coded)
    {
        var talk = !coded.SupportedLanguage ? "unsupported" : coded.Talk?.ToString() ?? coded.Main?.ToString() ?? "";
        var flags = (coded.Discord ? " discord" : "") + (coded.Interest ? " interest" : "");
#pragma warning disable CA1308 // The tables are written in lower case.
        return talk.ToLowerInvariant() + flags + " " + string.Join(' ', coded.Codes.Select(c => c.Code.Abbreviation + (c.Valence is null ? "" : $"({c.Valence})")));
#pragma warning restore CA1308
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var specs = Path.Combine(folder.FullName, "tests", "MotivationalInterviewing.Tests", "Specs");
            if (Directory.Exists(specs)) return specs;
        }

        throw new DirectoryNotFoundException("The specs folder was not found above the test binary.");
    }
}
