using System.Collections.Immutable;
using System.Globalization;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Practice;

namespace MotivationalInterviewing.Training.Practice;

/// <summary>How one simulated session went.</summary>
public sealed record StudiedSession
{
    /// <summary>The client's id.</summary>
    public required string Client { get; init; }

    /// <summary>The counselor.</summary>
    public required CounselorPolicy Policy { get; init; }

    /// <summary>Client turns of change talk, as intended.</summary>
    public required int Change { get; init; }

    /// <summary>Client turns of sustain talk, as intended.</summary>
    public required int Sustain { get; init; }

    /// <summary>All client turns.</summary>
    public required int Turns { get; init; }

    /// <summary>Readiness at the end less that at the start.</summary>
    public required double Gain { get; init; }

    /// <summary>The client walked out.</summary>
    public required bool Left { get; init; }

    /// <summary>Intended direction (rows) against the coder's (columns), neutral, change, sustain.</summary>
    public required ImmutableArray<int> Confusion { get; init; }

    /// <summary>Client turns by their number of words: 1-2, 3-5, 6-10, 11-20, 21-40, 41-80, more.</summary>
    public required ImmutableArray<int> Lengths { get; init; }

    /// <summary>The conversation.</summary>
    public required Transcript Transcript { get; init; }

    /// <summary>Client and counselor; none of the words.</summary>
    public override string ToString() => $"StudiedSession {{ Client = {Client}, Policy = {Policy}, Turns = {Turns} }}";
}

/// <summary>Scripted counselors against simulated clients: the proof that practice material behaves as the evidence says.</summary>
public static class PracticeStudy
{
    /// <summary>Upper bounds of the bins of turn length in words.</summary>
    public static ImmutableArray<int> LengthBins { get; } = [2, 5, 10, 20, 40, 80, int.MaxValue];

    /// <summary>
    /// Plays sessions, coding every turn live.
    /// </summary>
    /// <param name="profiles">The clients.</param>
    /// <param name="seeds">Sessions per client and counselor.</param>
    /// <param name="counselorTurns">Counselor turns in a session; the client answers each.</param>
    public static ImmutableArray<StudiedSession> Run(IEnumerable<ClientProfile> profiles, int seeds, int counselorTurns = 30)
    {
        var jobs = profiles.SelectMany(p => Enum.GetValues<CounselorPolicy>().SelectMany(policy => Enumerable.Range(0, seeds).Select(seed => (p, policy, seed)))).ToArray();
        var results = new StudiedSession[jobs.Length];
        Parallel.For(0, jobs.Length, i => results[i] = Play(jobs[i].p, jobs[i].policy, jobs[i].seed, counselorTurns));
        return [.. results];
    }

    /// <summary>Plays one session.</summary>
    /// <param name="profile">The client.</param>
    /// <param name="policy">The counselor.</param>
    /// <param name="seed">Decides every chance.</param>
    /// <param name="counselorTurns">Counselor turns; the client may leave before.</param>
    public static StudiedSession Play(ClientProfile profile, CounselorPolicy policy, int seed, int counselorTurns)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var client = new SimulatedClient(profile);
        var counselor = new ScriptedCounselor(policy, profile.Behavior, seed);
        var live = UtteranceCoder.Default.StartLive(profile.Behavior);
        var state = client.Begin(seed);
        var confusion = new int[9];
        var lengths = new int[LengthBins.Length];
        ClientReply? reply = null;
        for (var i = 0; i < counselorTurns && !state.Left; i++)
        {
            reply = client.Answer(state, counselor.Next(reply?.Text, reply?.Intended.Discord ?? false));
            state = reply.State;
            live.Next(state.Turns[^2]);
            var coded = live.Next(state.Turns[^1]);
            confusion[(3 * (int)reply.Intended.Talk!) + (int)coded.Talk!]++;
            var words = reply.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
            for (var b = 0; b < lengths.Length; b++)
            {
                if (words > LengthBins[b]) continue;
                lengths[b]++;
                break;
            }
        }

        return new StudiedSession
        {
            Client = profile.Id,
            Policy = policy,
            Change = confusion[3] + confusion[4] + confusion[5],
            Sustain = confusion[6] + confusion[7] + confusion[8],
            Turns = state.Turn,
            Gain = state.Readiness - profile.Readiness,
            Left = state.Left,
            Confusion = [.. confusion],
            Lengths = [.. lengths],
            Transcript = new Transcript { Session = string.Create(CultureInfo.InvariantCulture, $"{profile.Id}-{policy}-{seed}"), Target = profile.Behavior, Utterances = state.Turns },
        };
    }

    /// <summary>Cohen's kappa of intended against coded directions.</summary>
    /// <param name="sessions">The sessions.</param>
    public static double Kappa(IEnumerable<StudiedSession> sessions)
    {
        var m = new double[9];
        foreach (var session in sessions)
            for (var i = 0; i < 9; i++) m[i] += session.Confusion[i];
        var total = m.Sum();
        var (agree, chance) = (0.0, 0.0);
        for (var i = 0; i < 3; i++)
        {
            agree += m[4 * i] / total;
            chance += (m[3 * i] + m[(3 * i) + 1] + m[(3 * i) + 2]) / total * ((m[i] + m[3 + i] + m[6 + i]) / total);
        }

        return (agree - chance) / (1 - chance);
    }

    /// <summary>Prints the figures.</summary>
    /// <param name="sessions">The sessions.</param>
    /// <param name="output">Where to.</param>
    public static void Print(ImmutableArray<StudiedSession> sessions, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        void Line(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        Line($"{sessions.Length} sessions, {sessions.Sum(s => s.Turns)} client turns");
        foreach (var policy in Enum.GetValues<CounselorPolicy>())
        {
            var own = sessions.Where(s => s.Policy == policy).ToList();
            double turns = own.Sum(s => s.Turns);
            var (change, sustain) = (own.Sum(s => s.Change), own.Sum(s => s.Sustain));
            Line($"{policy,-14} change {change / turns:0.000} sustain {sustain / turns:0.000} neutral {1 - ((change + sustain) / turns):0.000}  share of change {(double)change / (change + sustain):0.00}  readiness {own.Average(s => s.Gain):+0.00;-0.00}  left {own.Average(s => s.Left ? 1.0 : 0):0.00}  kappa {Kappa(own):0.000}");
            Line($"{"",-14} words {string.Join(' ', Enumerable.Range(0, LengthBins.Length).Select(b => (own.Sum(s => s.Lengths[b]) / turns).ToString("0.000", CultureInfo.InvariantCulture)))}");
        }

        Line($"coder against intended: kappa {Kappa(sessions):0.000}");
        var confusion = Enumerable.Range(0, 9).Select(i => sessions.Sum(s => s.Confusion[i])).ToArray();
        for (var i = 0; i < 3; i++) Line($"  {(TalkDirection)i,-8} {confusion[3 * i],7} {confusion[(3 * i) + 1],7} {confusion[(3 * i) + 2],7}");
        foreach (var client in sessions.GroupBy(s => s.Client, StringComparer.Ordinal))
        {
            var row = string.Join("  ", Enum.GetValues<CounselorPolicy>().Select(policy =>
            {
                var own = client.Where(s => s.Policy == policy).ToList();
                double change = own.Sum(s => s.Change), sustain = own.Sum(s => s.Sustain);
                return string.Create(CultureInfo.InvariantCulture, $"{change / Math.Max(1, change + sustain):0.00} {own.Average(s => s.Gain),5:+0.0;-0.0} {own.Average(s => s.Left ? 1.0 : 0):0.00}");
            }));
            Line($"{client.Key,-26} {row}  kappa {Kappa(client):0.00}");
        }
    }

    /// <summary>Writes simulated client turns with the counselor's turn before each, for a reader who does not know which are real.</summary>
    /// <param name="path">The JSON Lines file to write; its key is written beside it.</param>
    /// <param name="count">Turns.</param>
    /// <param name="seed">Decides which.</param>
    public static void WriteBlindSheet(string path, int count, int seed)
    {
        using var sheet = new StreamWriter(path);
        var profiles = ClientProfiles.All;
        for (var i = 0; i < count; i++)
        {
            var profile = profiles[(i + seed) % profiles.Length];
            var session = Play(profile, CounselorPolicy.Consistent, seed + i, 30);
            var turns = session.Transcript.Utterances;
            var at = 1 + (2 * (int)((uint)((seed + 7919 * (i + 1)) * 2654435761L) % (uint)(turns.Length / 2)));
            sheet.WriteLine($"{{\"item\":{i.ToString(CultureInfo.InvariantCulture)},\"behavior\":\"{profile.Behavior.Id}\",\"register\":\"{(profile.Register == SpeechRegister.Typed ? "typed" : "spoken")}\",\"counselor\":{Quote(turns[at - 1].Text)},\"client\":{Quote(turns[at].Text)}}}");
        }
    }

    private static string Quote(string text) => "\"" + System.Text.Json.JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
