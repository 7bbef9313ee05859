using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Sessions.Reliability;

/// <summary>
/// Two codings of the same sessions do not fit together: turns without counterpart, turns given twice, or turns that differ
/// in speaker or text. The message names source, session, turn and value of every fault, up to twenty; never the words.
/// </summary>
public sealed class DoubleCodingException : Exception
{
    /// <summary>An exception without faults.</summary>
    public DoubleCodingException() : this([]) { }

    /// <summary>An exception with a message of its own.</summary>
    /// <param name="message">The message.</param>
    public DoubleCodingException(string message) : this([message]) { }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public DoubleCodingException(string message, Exception innerException) : base(message, innerException) => Faults = [message];

    /// <summary>An exception for faults found.</summary>
    /// <param name="faults">One sentence per fault.</param>
    public DoubleCodingException(ImmutableArray<string> faults)
        : base("The codings do not fit together. " + string.Join(" ", faults.Take(20)) + (faults.Length > 20 ? string.Create(CultureInfo.InvariantCulture, $" And {faults.Length - 20} more.") : "")) => Faults = faults;

    /// <summary>Every fault, one sentence each.</summary>
    public ImmutableArray<string> Faults { get; } = [];
}

/// <summary>How two codings agree on one code: in how many turns of the code's speaker both, one or neither have it. Immutable.</summary>
public sealed record CodeAgreement
{
    /// <summary>The code.</summary>
    public required Code Code { get; init; }

    /// <summary>Turns in which both have the code.</summary>
    public required int Both { get; init; }

    /// <summary>Turns in which only the first coding has it.</summary>
    public required int OnlyFirst { get; init; }

    /// <summary>Turns in which only the second coding has it.</summary>
    public required int OnlySecond { get; init; }

    /// <summary>Turns of the code's speaker in which neither has it.</summary>
    public required int Neither { get; init; }

    /// <summary>Cohen's kappa on having the code.</summary>
    public AgreementResult Kappa => Of((a, b) => Agreement.Cohen(a, b, 2));

    /// <summary>Gwet's AC1 on having the code; steadier than kappa for rare codes.</summary>
    public AgreementResult Ac1 => Of((a, b) => Agreement.GwetAc1(a, b, 2));

    private AgreementResult Of(Func<int[], int[], AgreementResult> measure)
    {
        int[] first = [.. Enumerable.Repeat(1, Both + OnlyFirst), .. Enumerable.Repeat(0, OnlySecond + Neither)];
        int[] second = [.. Enumerable.Repeat(1, Both), .. Enumerable.Repeat(0, OnlyFirst), .. Enumerable.Repeat(1, OnlySecond), .. Enumerable.Repeat(0, Neither)];
        return measure(first, second);
    }
}

/// <summary>The comparison of two codings of the same sessions. Immutable; holds no words.</summary>
public sealed record DoubleCodingReport
{
    /// <summary>Number of turns compared, of clients and counselors.</summary>
    public required int Turns { get; init; }

    /// <summary>Directions of client turns: rows the first coding, columns the second, both in the order of <see cref="TalkDirection"/>.</summary>
    public required ImmutableArray<ImmutableArray<int>> Talk { get; init; }

    /// <summary>Main acts of counselor turns: rows the first coding, columns the second, both in the order of <see cref="CounselorMain"/>.</summary>
    public required ImmutableArray<ImmutableArray<int>> Main { get; init; }

    /// <summary>Cohen's kappa on direction, over client turns that both coded.</summary>
    public required AgreementResult TalkKappa { get; init; }

    /// <summary>Cohen's kappa on main act, over counselor turns that both coded.</summary>
    public required AgreementResult MainKappa { get; init; }

    /// <summary>95 % interval of <see cref="TalkKappa"/> by drawing whole sessions, since turns of one session go together; null with fewer than two sessions or when most draws have no value.</summary>
    /// <param name="random">A seeded source; the same seed gives the same interval.</param>
    public Interval? TalkInterval(Random random) => Interval(TalkPairs, 3, random);

    /// <summary>95 % interval of <see cref="MainKappa"/> by drawing whole sessions.</summary>
    /// <param name="random">A seeded source; the same seed gives the same interval.</param>
    public Interval? MainInterval(Random random) => Interval(MainPairs, 4, random);

    /// <summary>Pairs of directions by session.</summary>
    internal ImmutableArray<(int First, int Second)[]> TalkPairs { get; init; } = [];

    /// <summary>Pairs of main acts by session.</summary>
    internal ImmutableArray<(int First, int Second)[]> MainPairs { get; init; } = [];

    private static Interval? Interval(ImmutableArray<(int First, int Second)[]> sessions, int categories, Random random) => sessions.Length < 2 ? null : Bootstrap.Of(
        sessions, draw => Agreement.Cohen([.. draw.SelectMany(s => s.Select(p => p.First))], [.. draw.SelectMany(s => s.Select(p => p.Second))], categories).Value, random);

    /// <summary>One entry per code that either coding uses, in the codebooks' order.</summary>
    public required ImmutableArray<CodeAgreement> Codes { get; init; }

    /// <summary>Turns on which direction, main act or codes differ, as session and turn number, in order.</summary>
    public required ImmutableArray<(string Session, int Turn)> Differences { get; init; }

    /// <summary>Number of turns and the two kappas.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Turns} turns; direction {TalkKappa?.Value:0.###}, main act {MainKappa?.Value:0.###}");
}

/// <summary>The workflow of double coding: match by session and turn, compare, merge.</summary>
public static class DoubleCoding
{
    /// <summary>Puts a person's codes over a machine's. The person may code a part of the turns; the person's codes win, the machine's stay beside them in <see cref="CodedUtterance.Machine"/>.</summary>
    /// <param name="machine">The machine's coding of the whole session.</param>
    /// <param name="human">The person's coding of the same session.</param>
    /// <exception cref="DoubleCodingException">Sessions differ, or a turn of the person's is missing, given twice or contradictory.</exception>
    public static CodedTranscript Merge(CodedTranscript machine, CodedTranscript human)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(human);
        var faults = ImmutableArray.CreateBuilder<string>();
        if (machine.Session != human.Session) faults.Add($"human: session '{human.Session}' is not the machine's '{machine.Session}'.");
        Side machines = new("machine"), humans = new("human");
        var byTurn = ByTurn(machine, machines, faults);
        var people = ByTurn(human, humans, faults);
        foreach (var (turn, coded) in people)
        {
            if (!byTurn.TryGetValue(turn, out var own)) faults.Add(humans.At(human.Session, turn, "is not in machine."));
            else Contradiction(humans, human.Session, coded, own, faults);
        }

        if (faults.Count > 0) throw new DoubleCodingException(faults.ToImmutable());
        return machine with
        {
            Utterances = [.. machine.Utterances.Select(u => people.TryGetValue(u.Utterance.Turn, out var coded) && IsCoded(coded) ? u.ReviewedAs(coded with { Utterance = u.Utterance }) : u)],
        };
    }

    /// <summary>Compares two codings of the same sessions, turn by turn.</summary>
    /// <param name="first">The first coding.</param>
    /// <param name="second">The second coding; the same sessions and turns in any order.</param>
    /// <param name="firstName">What messages call the first coding, such as its file name.</param>
    /// <param name="secondName">What messages call the second coding.</param>
    /// <param name="firstPlace">Where a session's turn of the first coding stands, such as "a.jsonl(7)", for messages; null or an answer of null names the coding alone.</param>
    /// <param name="secondPlace">The same for the second coding.</param>
    /// <exception cref="DoubleCodingException">Sessions or turns have no counterpart, are given twice, or contradict each other.</exception>
    public static DoubleCodingReport Compare(
        IReadOnlyList<CodedTranscript> first, IReadOnlyList<CodedTranscript> second, string firstName = "first", string secondName = "second",
        Func<string, int, string?>? firstPlace = null, Func<string, int, string?>? secondPlace = null)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var pairs = Match(first, second, new Side(firstName, firstPlace), new Side(secondName, secondPlace));
        var talks = BothCoded(pairs, u => (int?)u.Talk);
        var mains = BothCoded(pairs, u => (int?)u.Main);
        (int, int)[] talk = [.. talks.SelectMany(s => s)], main = [.. mains.SelectMany(s => s)];
        return new DoubleCodingReport
        {
            Turns = pairs.Count,
            TalkPairs = talks,
            MainPairs = mains,
            Talk = Table(talk, 3),
            Main = Table(main, 4),
            TalkKappa = Agreement.Cohen([.. talk.Select(t => t.Item1)], [.. talk.Select(t => t.Item2)], 3),
            MainKappa = Agreement.Cohen([.. main.Select(t => t.Item1)], [.. main.Select(t => t.Item2)], 4),
            Codes = CodesOf(pairs),
            Differences = [.. pairs.Where(p => p.A.Talk != p.B.Talk || p.A.Main != p.B.Main || !CodeSet(p.A).SetEquals(CodeSet(p.B))).Select(p => (p.Session, p.A.Utterance.Turn))],
        };
    }

    private static List<(string Session, CodedUtterance A, CodedUtterance B)> Match(
        IReadOnlyList<CodedTranscript> first, IReadOnlyList<CodedTranscript> second, Side one, Side two)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var (left, right) = (BySession(first, one, faults), BySession(second, two, faults));
        var pairs = new List<(string, CodedUtterance, CodedUtterance)>();
        foreach (var (session, transcript) in left)
        {
            if (!right.TryGetValue(session, out var other)) { faults.Add(one.At(transcript, $"is not in {two.Name}.")); continue; }
            var (mine, theirs) = (ByTurn(transcript, one, faults), ByTurn(other, two, faults));
            foreach (var (turn, coded) in mine)
            {
                if (!theirs.TryGetValue(turn, out var counterpart)) { faults.Add(one.At(session, turn, $"is not in {two.Name}.")); continue; }
                WrongCodes(one, session, coded, faults);
                Contradiction(two, session, counterpart, coded, faults);
                if (coded.Utterance.Speaker is Speaker.Client or Speaker.Counselor) pairs.Add((session, coded, counterpart));
            }

            foreach (var turn in theirs.Keys)
                if (!mine.ContainsKey(turn)) faults.Add(two.At(session, turn, $"is not in {one.Name}."));
        }

        foreach (var (session, transcript) in right)
            if (!left.ContainsKey(session)) faults.Add(two.At(transcript, $"is not in {one.Name}."));
        return faults.Count > 0 ? throw new DoubleCodingException(faults.ToImmutable()) : pairs;
    }

    private static Dictionary<string, CodedTranscript> BySession(IReadOnlyList<CodedTranscript> transcripts, Side side, ImmutableArray<string>.Builder faults)
    {
        var sessions = new Dictionary<string, CodedTranscript>(StringComparer.Ordinal);
        foreach (var transcript in transcripts)
            if (!sessions.TryAdd(transcript.Session, transcript)) faults.Add(side.At(transcript, "is given twice."));
        return sessions;
    }

    private static Dictionary<int, CodedUtterance> ByTurn(CodedTranscript transcript, Side side, ImmutableArray<string>.Builder faults)
    {
        var turns = new Dictionary<int, CodedUtterance>();
        foreach (var coded in transcript.Utterances)
            if (!turns.TryAdd(coded.Utterance.Turn, coded)) faults.Add(side.At(transcript.Session, coded.Utterance.Turn, "is given twice."));
        return turns;
    }

    private static void Contradiction(Side side, string session, CodedUtterance coded, CodedUtterance other, ImmutableArray<string>.Builder faults)
    {
        var (a, b) = (coded.Utterance, other.Utterance);
        if (a.Speaker != b.Speaker) faults.Add(side.At(session, a.Turn, $"is spoken by {a.Speaker}, elsewhere by {b.Speaker}."));
        else if (a.Text != b.Text && a.Text.Length > 0 && b.Text.Length > 0)
            faults.Add(side.At(session, a.Turn, string.Create(CultureInfo.InvariantCulture, $"has another text ({a.Text.Length} characters, elsewhere {b.Text.Length}).")));
        WrongCodes(side, session, coded, faults);
    }

    private static void WrongCodes(Side side, string session, CodedUtterance coded, ImmutableArray<string>.Builder faults)
    {
        foreach (var span in coded.Codes)
            if (span.Code.Speaker != coded.Utterance.Speaker) faults.Add(side.At(session, coded.Utterance.Turn, $"has code '{span.Code}', which is not a {coded.Utterance.Speaker} code."));
    }

    /// <summary>What messages call one coding, and where in it a turn stands.</summary>
    private readonly record struct Side(string Name, Func<string, int, string?>? Place = null)
    {
        public string At(string session, int turn, string fault) =>
            string.Create(CultureInfo.InvariantCulture, $"{Place?.Invoke(session, turn) ?? Name}: session '{session}' turn {turn} {fault}");

        public string At(CodedTranscript session, string fault) =>
            $"{(session.Utterances.IsDefaultOrEmpty ? null : Place?.Invoke(session.Session, session.Utterances[0].Utterance.Turn)) ?? Name}: session '{session.Session}' {fault}";
    }

    private static ImmutableArray<(int First, int Second)[]> BothCoded(List<(string Session, CodedUtterance A, CodedUtterance B)> pairs, Func<CodedUtterance, int?> code) =>
    [
        .. pairs.GroupBy(p => p.Session).Select(s => s.Select(p => (First: code(p.A), Second: code(p.B)))
            .Where(p => p.First is not null && p.Second is not null).Select(p => (p.First!.Value, p.Second!.Value)).ToArray()),
    ];

    private static bool IsCoded(CodedUtterance coded) => !coded.Codes.IsDefaultOrEmpty || coded.Talk is not null || coded.Main is not null;

    private static HashSet<Code> CodeSet(CodedUtterance coded) => [.. coded.Codes.Select(c => c.Code)];

    private static ImmutableArray<ImmutableArray<int>> Table((int, int)[] pairs, int size)
    {
        var table = new int[size, size];
        foreach (var (a, b) in pairs) table[a, b]++;
        return [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => table[i, j]).ToImmutableArray())];
    }

    private static ImmutableArray<CodeAgreement> CodesOf(List<(string Session, CodedUtterance A, CodedUtterance B)> pairs)
    {
        var counts = MiscEntry.Codes.ToDictionary(c => c, _ => new int[3]);
        int clients = 0, counselors = 0;
        foreach (var (_, a, b) in pairs)
        {
            if (a.Utterance.Speaker == Speaker.Client) clients++; else counselors++;
            var (mine, theirs) = (CodeSet(a), CodeSet(b));
            foreach (var code in mine)
                if (counts.TryGetValue(code, out var own)) own[theirs.Contains(code) ? 0 : 1]++;
            foreach (var code in theirs)
                if (!mine.Contains(code) && counts.TryGetValue(code, out var own)) own[2]++;
        }

        return [.. MiscEntry.Codes.Where(c => counts[c].Sum() > 0).Select(c => new CodeAgreement
        {
            Code = c, Both = counts[c][0], OnlyFirst = counts[c][1], OnlySecond = counts[c][2],
            Neither = (c.Speaker == Speaker.Client ? clients : counselors) - counts[c].Sum(),
        })];
    }
}
