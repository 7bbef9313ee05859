using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MotivationalInterviewing.Sessions.Reliability;

namespace MotivationalInterviewing.Training.Authoring;

/// <summary>What the open corpus holds, what in it is too alike, and how far two coders of it agree. Thread-safe.</summary>
public static partial class CorpusStudy
{
    private const int Shingle = 5;

    /// <summary>Prints sizes, base rates, mix of settings, openings and vocabulary growth.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Stats(AuthoredCorpus corpus, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(output);
        var sessions = corpus.Sessions;
        var turns = sessions.SelectMany(s => s.Turns).ToList();
        Line("sessions", sessions.Length);
        Line("turns", turns.Count);
        Line("behaviors", sessions.Select(s => s.Header.GetValueOrDefault("b")).Distinct().Count());
        Line("settings", sessions.Select(s => s.Header.GetValueOrDefault("setting")).Distinct().Count());
        foreach (var field in (string[])["register", "quality", "stage_start", "stage_end"])
            output.WriteLine($"{field}: {string.Join(", ", sessions.CountBy(s => s.Header.GetValueOrDefault(field, "?")).OrderByDescending(c => c.Value).Select(c => Text($"{c.Key} {c.Value}")))}");
        Line("mandated", sessions.Count(s => s.Header.ContainsKey("mandated")));
        Line("with a dialect or a second language named", sessions.Count(s => s.Header.ContainsKey("dialect")));
        var ages = sessions.Select(s => Age().Match(s.Header.GetValueOrDefault("client", ""))).Where(m => m.Success).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        Line("age 21 or younger", ages.Count(a => a <= 21));
        Line("age 60 or older", ages.Count(a => a >= 60));
        Line("sessions with risk", sessions.Count(s => s.Turns.Any(t => t.Risk is not null)));
        Line("sessions with places of codes", sessions.Count(s => s.Turns.Any(t => !t.At.IsEmpty)));
        foreach (var speaker in (Speaker[])[Speaker.Client, Speaker.Counselor])
        {
            var said = turns.Where(t => t.Speaker == speaker).ToList();
            output.WriteLine($"{speaker} main labels: {string.Join(", ", said.CountBy(t => t.Main).OrderByDescending(c => c.Value).Select(c => Text($"{c.Key} {c.Value / (double)said.Count:0.000}")))}");
            output.WriteLine($"{speaker} codes: {string.Join(", ", said.SelectMany(t => t.Codes).CountBy(c => c).OrderByDescending(c => c.Value).Select(c => Text($"{c.Key} {c.Value}")))}");
            var openings = said.Select(t => Words(t.Text)).Where(w => w.Count >= 3).CountBy(w => w[0] + " " + w[1]).OrderByDescending(c => c.Value).Take(8).ToList();
            output.WriteLine($"{speaker} openings: {string.Join(", ", openings.Select(c => Text($"\"{c.Key}\" {c.Value / (double)said.Count:0.000}")))}");
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        var all = 0;
        for (var i = 0; i < sessions.Length; i++)
        {
            foreach (var word in sessions[i].Turns.SelectMany(t => Words(t.Text)))
            {
                all++;
                words.Add(word);
            }

            if ((i + 1) % 50 == 0 || i == sessions.Length - 1) output.WriteLine(Text($"vocabulary after {i + 1} sessions: {words.Count} words of {all}"));
        }

        void Line(string name, int value) => output.WriteLine(Text($"{name}: {value}"));
    }

    /// <summary>Prints turns that share much with another one: half of the runs of five words of the shorter. Turns under eight words may repeat.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="output">Where it goes.</param>
    /// <returns>How many pairs were found.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static int Dedupe(AuthoredCorpus corpus, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(output);
        var runs = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var turns = new List<(string Session, int Number, int Runs)>();
        var found = 0;
        foreach (var session in corpus.Sessions)
        {
            foreach (var turn in session.Turns)
            {
                var words = Words(turn.Text);
                if (words.Count < 8) continue;
                var own = Enumerable.Range(0, words.Count - Shingle + 1).Select(i => string.Join(' ', words.Skip(i).Take(Shingle))).Distinct().ToList();
                var shared = own.Where(runs.ContainsKey).SelectMany(r => runs[r]).CountBy(t => t);
                foreach (var (other, count) in shared)
                {
                    var (at, number, length) = turns[other];
                    if (count * 2 < Math.Min(length, own.Count)) continue;
                    found++;
                    output.WriteLine(Text($"{session.Id} turn {turn.Number} and {at} turn {number}: {count} of {Math.Min(length, own.Count)} runs of five words"));
                }

                foreach (var run in own)
                {
                    if (!runs.TryGetValue(run, out var where)) runs[run] = where = [];
                    where.Add(turns.Count);
                }

                turns.Add((session.Id, turn.Number, own.Count));
            }
        }

        output.WriteLine(Text($"{found} pairs of turns too alike, of {turns.Count} turns of eight words and more"));
        return found;
    }

    /// <summary>Prints kappa per label and F1 of places between two codings of the same turns.</summary>
    /// <param name="first">The corpus.</param>
    /// <param name="second">The second coding; sessions that only one of them holds are left out.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Agree(AuthoredCorpus first, AuthoredCorpus second, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(output);
        var others = second.Sessions.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var both = first.Sessions.Where(s => others.ContainsKey(s.Id))
            .SelectMany(s => s.Turns.Join(others[s.Id].Turns, t => t.Number, t => t.Number, (t, o) => (First: t, Second: o, Session: s.Id)))
            .Where(t => t.First.Speaker == t.Second.Speaker).ToList();
        output.WriteLine(Text($"{both.Select(b => b.Session).Distinct().Count()} sessions, {both.Count} turns coded twice"));
        foreach (var (speaker, labels) in ((Speaker, string[])[])[(Speaker.Client, ["neutral", "change", "sustain"]), (Speaker.Counselor, ["other", "question", "reflection", "input"])])
        {
            var turns = both.Where(b => b.First.Speaker == speaker).ToList();
            int[] One(Func<(AuthoredTurn First, AuthoredTurn Second, string Session), AuthoredTurn> side) => [.. turns.Select(t => Math.Max(0, Array.IndexOf(labels, side(t).Main)))];
            output.WriteLine(Text($"{speaker} main label: kappa {Agreement.Cohen(One(t => t.First), One(t => t.Second), labels.Length).Value:0.000}, {turns.Count(t => t.First.Main == t.Second.Main) / (double)Math.Max(1, turns.Count):0.000} alike"));
            foreach (var code in turns.SelectMany(t => t.First.Codes.Concat(t.Second.Codes)).CountBy(c => c).OrderByDescending(c => c.Value).Select(c => c.Key))
            {
                int[] a = [.. turns.Select(t => t.First.Codes.Contains(code) ? 1 : 0)], b = [.. turns.Select(t => t.Second.Codes.Contains(code) ? 1 : 0)];
                output.WriteLine(Text($"  {code}: kappa {Agreement.Cohen(a, b, 2).Value:0.000}; first {a.Sum()}, second {b.Sum()}, both {a.Zip(b).Count(p => p is (1, 1))}"));
            }
        }

        // Places of codes that both gave: shared characters against all marked ones.
        double shared = 0, marked = 0;
        var pairs = 0;
        foreach (var (one, two, _) in both)
        {
            if (one.At.Length != one.Codes.Length || two.At.Length != two.Codes.Length) continue;
            for (var i = 0; i < one.Codes.Length; i++)
            {
                var k = two.Codes.IndexOf(one.Codes[i]);
                if (k < 0 || one.Speaker != Speaker.Client) continue;
                var (a, b) = (one.At[i], two.At[k]);
                shared += Math.Max(0, Math.Min(a.Start + a.Length, b.Start + b.Length) - Math.Max(a.Start, b.Start));
                marked += a.Length + b.Length;
                pairs++;
            }
        }

        output.WriteLine(Text($"places of client codes that both gave: F1 over characters {2 * shared / Math.Max(1, marked):0.000}, {pairs} codes"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant().Replace('’', '\''))];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b\d{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Age();
}
