using System.Globalization;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Text;
using Sylvan.Data.Csv;

namespace MotivationalInterviewing.Training;

/// <summary>Reads the labeled corpora that a model is trained on, in a fixed order.</summary>
internal static class CorpusLoader
{
    /// <summary>Reads everything that the configuration names, assigns folds and the frozen slice, and extracts features.</summary>
    public static List<LabeledSession> Load(TrainingOptions options)
    {
        var sessions = new List<LabeledSession>();
        if (options.AnnoMi is not null) sessions.AddRange(ReadAnnoMi(options.AnnoMi));
        foreach (var file in AuthoredFiles(options))
        {
            var read = Path.GetExtension(file) == ".csv" ? ReadCsv(file) : ReadAuthored(file);
            Freeze(file, read);
            sessions.AddRange(read);
        }

        if (options.UseMiBot && options.MiBot is not null) sessions.AddRange(ReadMiBot(options.MiBot));
        AssignFolds(sessions, options);
        Parallel.ForEach(sessions, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, s =>
        {
            s.BehaviorGroup = BehaviorGroup.Of(TargetBehavior.Find(s.Behavior));
            foreach (var turn in s.Turns) Extraction.Extract(turn, s.BehaviorGroup);
        });
        return sessions;
    }

    private static IEnumerable<string> AuthoredFiles(TrainingOptions options)
    {
        foreach (var folder in options.Authored)
        {
            if (!Directory.Exists(folder)) continue;
            string[] files = [.. Directory.GetFiles(folder, "*.jsonl"), .. Directory.GetFiles(folder, "sessions-*.csv")];
            Array.Sort(files, (a, b) => string.CompareOrdinal(Path.GetFileName(a), Path.GetFileName(b)));
            foreach (var file in files)
            {
                if (Path.GetFileName(file).StartsWith("sessions-", StringComparison.Ordinal) || Path.GetFileName(file).StartsWith("pairs-", StringComparison.Ordinal)) yield return file;
            }
        }
    }

    /// <summary>
    /// Every seventh session of a file, counted from the file's own number, is a test that no training sees. Adding a
    /// file never changes what is frozen in another.
    /// </summary>
    private static void Freeze(string file, List<LabeledSession> sessions)
    {
        var n = FreezeOffset(file);
        foreach (var s in sessions)
        {
            if (!s.Pair && ++n % 7 == 0) s.Frozen = true;
        }
    }

    /// <summary>A file's own number, modulo seven: its first session counts as the next.</summary>
    internal static int FreezeOffset(string file)
    {
        var n = 0;
        foreach (var c in Path.GetFileNameWithoutExtension(file))
        {
            if (char.IsAsciiDigit(c)) n = ((n * 10) + c - '0') % 7;
        }

        return n;
    }

    private static void AssignFolds(List<LabeledSession> sessions, TrainingOptions options)
    {
        var groups = new SortedSet<int>();
        foreach (var s in sessions)
        {
            if (s.Group >= 0) groups.Add(s.Group);
        }

        var random = new SplitMix(options.Seed);
        var order = groups.ToArray();
        random.Shuffle(order);
        var fold = new Dictionary<int, int>();
        var errorReading = new HashSet<int>(options.ErrorReadingGroups.Count > 0 ? options.ErrorReadingGroups : order.Take(15));
        var next = 0;
        foreach (var g in order)
        {
            fold[g] = next++ % options.Folds;
        }

        var other = 0;
        foreach (var s in sessions)
        {
            if (s.Group >= 0)
            {
                s.Fold = fold[s.Group];
                s.ErrorReading = errorReading.Contains(s.Group);
            }
            else s.Fold = other++ % options.Folds;
        }
    }

    internal static List<LabeledSession> ReadAnnoMi(string folder)
    {
        var recoded = new Dictionary<(string, string), (string Main, string Codes, string Strength)>();
        using (var csv = CsvDataReader.Create(Path.Combine(folder, "annomi-recoded.csv")))
        {
            while (csv.Read()) recoded[(csv.GetString(0), csv.GetString(1))] = (csv.GetString(2), csv.GetString(3), csv.GetString(4));
        }

        var open = new Dictionary<(string, string), string>();
        var votes = new Dictionary<(string, string), (float[] Direction, float[] Main)>();
        using (var csv = CsvDataReader.Create(Path.Combine(folder, "annomi-full.csv")))
        {
            int t = csv.GetOrdinal("transcript_id"), u = csv.GetOrdinal("utterance_id"), q = csv.GetOrdinal("question_subtype"),
                m = csv.GetOrdinal("main_therapist_behaviour"), c = csv.GetOrdinal("client_talk_type");
            while (csv.Read())
            {
                var key = (csv.GetString(t), csv.GetString(u));
                open.TryAdd(key, csv.GetString(q));
                if (!votes.TryGetValue(key, out var v)) votes[key] = v = (new float[3], new float[4]);
                if (Direction(csv.GetString(c)) is >= 0 and var d) v.Direction[d]++;
                if (Main(csv.GetString(m)) is >= 0 and var k) v.Main[k]++;
            }
        }

        var sessions = new List<LabeledSession>();
        LabeledSession? session = null;
        using (var csv = CsvDataReader.Create(Path.Combine(folder, "annomi-simple.csv")))
        {
            int t = csv.GetOrdinal("transcript_id"), g = csv.GetOrdinal("video_group"), topic = csv.GetOrdinal("topic"), quality = csv.GetOrdinal("mi_quality"), u = csv.GetOrdinal("utterance_id"),
                who = csv.GetOrdinal("interlocutor"), text = csv.GetOrdinal("utterance_text"), m = csv.GetOrdinal("main_therapist_behaviour"), c = csv.GetOrdinal("client_talk_type");
            while (csv.Read())
            {
                var id = "annomi-" + csv.GetString(t);
                if (session is null || session.Id != id)
                {
                    session = new LabeledSession { Id = id, Domain = Domain.AnnoMi, Behavior = csv.GetString(topic), Group = int.Parse(csv.GetString(g), CultureInfo.InvariantCulture), Quality = csv.GetString(quality), Register = "spoken" };
                    sessions.Add(session);
                }

                var key = (csv.GetString(t), csv.GetString(u));
                var client = csv.GetString(who) == "client";
                var turn = new LabeledTurn { Client = client, Text = csv.GetString(text) };
                turn.OriginalDirection = client ? Direction(csv.GetString(c)) : -1;
                turn.OriginalMain = client ? -1 : Main(csv.GetString(m));
                if (recoded.TryGetValue(key, out var r)) Teach(turn, r.Main, r.Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), int.Parse(r.Strength, CultureInfo.InvariantCulture));
                else
                {
                    turn.Direction = turn.OriginalDirection;
                    turn.Main = turn.OriginalMain;
                }

                if (open.TryGetValue(key, out var subtype)) turn.OriginalOpen = subtype == "open" ? 1 : subtype == "closed" ? 0 : -1;
                if (votes.TryGetValue(key, out var v))
                {
                    if (client && v.Direction.Sum() > 1) turn.DirectionVotes = Normalized(v.Direction);
                    if (!client && v.Main.Sum() > 1) turn.MainVotes = Normalized(v.Main);
                }

                session.Turns.Add(turn);
            }
        }

        return sessions;
    }

    private static float[] Normalized(float[] votes)
    {
        var sum = votes.Sum();
        return Array.ConvertAll(votes, v => v / sum);
    }

    private static List<LabeledSession> ReadMiBot(string folder)
    {
        var recoded = new Dictionary<(string, string), (string Main, string Codes, string Strength)>();
        using (var csv = CsvDataReader.Create(Path.Combine(folder, "mibot-recoded.csv")))
        {
            while (csv.Read()) recoded[(csv.GetString(0), csv.GetString(1))] = (csv.GetString(2), csv.GetString(3), csv.GetString(4));
        }

        var sessions = new List<LabeledSession>();
        LabeledSession? session = null;
        foreach (var line in File.ReadLines(Path.Combine(folder, "mibot.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            var id = e.GetProperty("session").GetString()!;
            if (session is null || session.Id != id)
            {
                session = new LabeledSession { Id = id, Domain = Domain.MiBot, Behavior = e.GetProperty("behavior").GetString()! };
                sessions.Add(session);
            }

            var client = e.GetProperty("speaker").GetString() == "client";
            var turn = new LabeledTurn { Client = client, Text = e.GetProperty("text").GetString()! };
            if (client && recoded.TryGetValue((id, e.GetProperty("turn").GetInt32().ToString(CultureInfo.InvariantCulture)), out var r))
            {
                Teach(turn, r.Main, r.Codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), int.Parse(r.Strength, CultureInfo.InvariantCulture));
            }

            session.Turns.Add(turn);
        }

        return sessions;
    }

    private static List<LabeledSession> ReadAuthored(string file)
    {
        var sessions = new List<LabeledSession>();
        LabeledSession? session = null;
        var n = 0;
        var flagged = false;
        foreach (var line in File.ReadLines(file))
        {
            n++;
            if (line.Length == 0) continue;
            JsonDocument json;
            try
            {
                json = JsonDocument.Parse(line);
            }
            catch (JsonException)
            {
                continue; // a line still being written
            }

            using (json)
            {
                var e = json.RootElement;
                if (e.TryGetProperty("b", out var b) && !e.TryGetProperty("t", out _))
                {
                    session = new LabeledSession { Id = e.GetProperty("session").GetString()!, Domain = Domain.Authored, Behavior = b.GetString()!, Quality = Text(e, "quality"), Register = Text(e, "register") };
                    sessions.Add(session);
                    flagged = false;
                    continue;
                }

                if (!e.TryGetProperty("t", out var text)) continue;
                var client = e.GetProperty("s").GetString() == "client";
                var turn = new LabeledTurn { Client = client, Text = text.GetString()! };
                var codes = new List<string>();
                foreach (var code in e.GetProperty("c").EnumerateArray()) codes.Add(code.GetString()!);
                var main = e.TryGetProperty("m", out var m) ? m.GetString()! : MainOf(client, codes);
                Teach(turn, main, codes, e.TryGetProperty("i", out var i) ? i.GetInt32() : 0);
                if (e.TryGetProperty("f", out var flags))
                {
                    turn.Flags = 0;
                    flagged = true;
                    foreach (var f in flags.EnumerateArray()) turn.Flags |= f.GetString() == "discord" ? 1 : f.GetString() == "interest" ? 2 : 0;
                }

                if (e.TryGetProperty("ctx", out var ctx))
                {
                    var pair = new LabeledSession { Id = Path.GetFileNameWithoutExtension(file) + ":" + n.ToString(CultureInfo.InvariantCulture), Domain = Domain.Authored, Behavior = e.TryGetProperty("b", out var pb) ? pb.GetString()! : "", Pair = true };
                    pair.Turns.Add(new LabeledTurn { Client = !client, Text = ctx.GetString() ?? "" });
                    pair.Turns.Add(turn);
                    sessions.Add(pair);
                }
                else session?.Turns.Add(turn);
                if (flagged && session is not null)
                {
                    foreach (var t in session.Turns)
                    {
                        if (t.Client && t.Flags < 0) t.Flags = 0;
                    }
                }
            }
        }

        return sessions;
    }

    /// <summary>
    /// Labeled sessions of your own: a row per turn with session, behavior, speaker (client or counselor), text and codes
    /// (names as in the open corpus, most important first, separated by spaces); main and strength when you have them.
    /// </summary>
    private static List<LabeledSession> ReadCsv(string file)
    {
        var sessions = new List<LabeledSession>();
        LabeledSession? session = null;
        using var csv = CsvDataReader.Create(file);
        int Find(string name, bool needed = true)
        {
            for (var i = 0; i < csv.FieldCount; i++)
            {
                if (csv.GetName(i).Trim().Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
            }

            return needed ? throw new InvalidDataException($"{file}: no column '{name}'; expected session, behavior, speaker, text, codes, and main and strength if there are any.") : -1;
        }

        int id = Find("session"), behavior = Find("behavior"), speaker = Find("speaker"), text = Find("text"), codes = Find("codes"), main = Find("main", false), strength = Find("strength", false);
        for (var row = 2; csv.Read(); row++)
        {
            if (session is null || session.Id != csv.GetString(id)) sessions.Add(session = new LabeledSession { Id = csv.GetString(id), Domain = Domain.Authored, Behavior = csv.GetString(behavior) });
            var who = csv.GetString(speaker).Trim().ToUpperInvariant();
            if (who is not ("CLIENT" or "COUNSELOR")) throw new InvalidDataException($"{file}, row {row}: speaker must be client or counselor.");
            var client = who == "CLIENT";
            List<string> names = [.. csv.GetString(codes).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => n switch { "TS+" => "T+", "TS-" => "T-", "FN" => "NE", _ => n })];
            if (names.Find(n => !IsCode(client, n)) is { } unknown) throw new InvalidDataException($"{file}, row {row}: '{unknown}' is no code of a {(client ? "client" : "counselor")}.");
            var turn = new LabeledTurn { Client = client, Text = csv.GetString(text) };
            var said = main < 0 ? "" : csv.GetString(main);
            var band = strength >= 0 && int.TryParse(csv.GetString(strength), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Math.Abs(value) : 0;
            Teach(turn, said.Length == 0 ? MainOf(client, names) : said, names, band);
            session.Turns.Add(turn);
        }

        return sessions;
    }

    private static bool IsCode(bool client, string name) => client
        ? name == "NE" || ModelLayout.ClientKindNames.IndexOf(name) >= 0
        : name == "self-disclose" || ModelLayout.CounselorCodeNames.IndexOf(name) >= 0;

    private static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static void Teach(LabeledTurn turn, string main, IReadOnlyList<string> codes, int strength)
    {
        if (turn.Client)
        {
            turn.Direction = Direction(main);
            turn.HasKinds = true;
            turn.Strength = strength;
            foreach (var code in codes)
            {
                var k = ModelLayout.ClientKindNames.IndexOf(code);
                if (k >= 0) turn.Kinds |= 1 << k;
            }
        }
        else
        {
            turn.Main = Main(main);
            turn.HasCodes = true;
            foreach (var code in codes)
            {
                var k = ModelLayout.CounselorCodeNames.IndexOf(code == "self-disclose" ? "give-information" : code);
                if (k >= 0) turn.Codes |= 1 << k;
            }
        }
    }

    private static string MainOf(bool client, List<string> codes)
    {
        if (codes.Count == 0) return client ? "neutral" : "other";
        if (client) return codes[0].EndsWith('+') ? "change" : codes[0].EndsWith('-') ? "sustain" : "neutral";
        return codes[0] switch
        {
            "open-question" or "closed-question" => "question",
            "simple-reflection" or "complex-reflection" or "summary" or "reframe" => "reflection",
            "affirm" or "support" or "facilitate" or "structure" or "greeting" or "emphasize-autonomy" => "other",
            "seek-collaboration" => "question",
            _ => "input",
        };
    }

    private static int Direction(string label) => label switch { "neutral" => 0, "change" => 1, "sustain" => 2, _ => -1 };

    private static int Main(string label) => label switch { "other" => 0, "question" => 1, "reflection" => 2, "input" or "therapist_input" => 3, _ => -1 };
}
