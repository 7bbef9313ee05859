using System.Globalization;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// The writer that ships: offline, deterministic for a request, in microseconds. It composes from the client's own words and
/// a content file, throws out what reads as broken, echoes too much or was said before, and says nothing rather than
/// something wrong. Immutable and safe to share between threads.
/// </summary>
public sealed class BuiltInReplyWriter : IReplyWriter
{
    /// <summary>The largest share of the client's words that a reflection gives back unchanged, unless the client said eight words or fewer.</summary>
    public const double MostOverlap = 0.6;

    private const int FewWords = 8;
    private const int MostBeforeTail = 12;
    private const int MostItems = 4;
    private readonly DialogueContent _content;
    private readonly Reflector _reflector;

    private BuiltInReplyWriter(DialogueContent content) => (_content, _reflector) = (content, new Reflector(content));

    /// <summary>The writer with the content that ships, in American English.</summary>
    public static BuiltInReplyWriter Default { get; } = new(DialogueContent.Default);

    /// <summary>A writer with content of the host's own, in the form of the two files that ship beside this class.</summary>
    /// <param name="wordings">Questions and other wordings, Markdown. Not disposed.</param>
    /// <param name="reflections">How reflections are made, JSON with comments. Not disposed.</param>
    /// <exception cref="FormatException">A part is missing or of the wrong form; the message names it.</exception>
    public static BuiltInReplyWriter Load(TextReader wordings, Stream reflections)
    {
        ArgumentNullException.ThrowIfNull(wordings);
        ArgumentNullException.ThrowIfNull(reflections);
        return new BuiltInReplyWriter(DialogueContent.Read(wordings, reflections));
    }

    /// <inheritdoc/>
    public ValueTask<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(Write(request));
    }

    internal string Write(ReplyRequest request)
    {
        var slots = Slots(request);
        var first = First(request, slots);
        var second = request.Move.FollowUp == Technique.None ? "" : Line(request, request.Move.FollowUp, slots, first);
        if (first.Length == 0 && request.Move.FollowUp == Technique.None) return "";

        // "Tell me more. What happened then?": one of them will do.
        if (second.Length > 0 && _content.Lines("Listening").Contains(first)) return request.Move.FollowUp == Technique.Elaborate ? first : second;
        if (_content.Lines("Listening.thanks").Contains(first) || _content.Lines("Listening.howareyou").Contains(first)) return first;
        return first.Length == 0 ? second : second.Length == 0 ? first : first + " " + second;
    }

    private string First(ReplyRequest request, Dictionary<string, string> slots)
    {
        var clauses = request.Move.Reflect;
        switch (request.Move.Technique)
        {
            case Technique.SimpleReflection:
                return Reflect(request, Simply);
            case Technique.ComplexReflection:
                return Reflect(request, Deeply);
            case Technique.FeelingReflection:
                return Reflect(request, Feelingly);
            case Technique.DoubleSidedReflection:
                return clauses.Length >= 2 && Pick(request, Both(request, clauses[0], clauses[^1]), reflection: true) is { Length: > 0 } both ? both : Reflect(request, Simply, last: true);
            case Technique.AmplifiedReflection:
                return Pick(request, [clauses.IsEmpty ? [] : _reflector.Amplified(clauses[0])], reflection: true) is { Length: > 0 } more ? more : Reflect(request, Simply);
            case Technique.Reframe or Technique.AgreementWithATwist or Technique.ComingAlongside:
                return Turned(request, slots);
            case Technique.CollectingSummary or Technique.TransitionalSummary or Technique.LinkingSummary or Technique.PlanSummary:
                return Summary(request, request.Move.Technique switch
                {
                    Technique.CollectingSummary => "Collecting",
                    Technique.TransitionalSummary => "Transitional",
                    Technique.LinkingSummary => "Linking",
                    _ => "Plan",
                });
            case Technique.Affirm:
                return Affirm(request, clauses.FirstOrDefault());
            case Technique.Closing:
                var end = Line(request, Technique.Closing, slots, "");
                return clauses.IsEmpty ? end : (Summary(request, "ClosingSummary") + " " + end).Trim();
            case Technique.ProvideInformation:
                return Pick(request, [request.Move.Items, _content.Lines("information." + request.Target.Id), _content.Lines("ProvideInformation")], reflection: false);
            case Technique.OfferMenu when request.Move.Items.IsEmpty:
                var menu = _content.Lines("OfferMenu.items." + request.Target.Id) is { Length: > 1 } own ? own : _content.Lines("OfferMenu.items");
                slots["items"] = Listed([.. Enumerable.Range(0, Math.Min(3, menu.Length)).Select(i => menu[(int)((request.Seed + (ulong)i) % (ulong)menu.Length)])]);
                return Line(request, Technique.OfferMenu, slots, "");
            case Technique.Acknowledge when request.Heard.Words.Count <= 4 && request.Heard.Clauses is [var only] && _reflector.Little(only) is { Length: > 0 } little && Pick(request, [[.. little.Select(ClientWords.Sentence)]], reflection: true) is { Length: > 0 } said:
                return said;
            default:
                return Line(request, request.Move.Technique, slots, "");
        }
    }

    /// <summary>One of the clauses in the wanted way; when none can be given back, a word that shows that it was heard.</summary>
    private string Reflect(ReplyRequest request, Func<ReplyRequest, ClientClause, IEnumerable<string[]>> ways, bool last = false)
    {
        var clauses = last ? request.Move.Reflect.Reverse() : request.Move.Reflect;
        if (request.Heard.Words.Count <= 5 && ClientWords.Numbers(request.Heard.Words).Length > 0) return Listening(request);
        if (request.Heard.Words is { Count: <= 12 } words && words is [.., "how", "are", "you"] or [.., "how's", "it", "going"] or [.., "how", "about", "you"] or [.., "and", "you"]) return Listening(request);

        // "Thank you, I feel better" is answered as thanks, whatever else it is.
        if (request.Heard.Words.Count <= 8 && request.Heard.Words.Exists(w => w is "thanks" or "thank")) return Listening(request);

        // What was said earlier is given back in a summary only, which says so.
        foreach (var clause in clauses.Where(c => request.ClientText.Contains(c.Text, StringComparison.Ordinal)))
            if (Pick(request, Again(request, ways(request, clause)), reflection: true) is { Length: > 0 } reply) return reply;

        // A summary that cannot be put together: what was said just now is given back.
        if (clauses.Any() && !clauses.Any(c => request.ClientText.Contains(c.Text, StringComparison.Ordinal)))
        {
            var now = new ClientClause { Text = request.ClientText, Turn = 0, Direction = TalkDirection.Neutral };
            if (Pick(request, Simply(request, now), reflection: true) is { Length: > 0 } reply) return reply;
        }

        return Listening(request);
    }

    /// <summary>After the guard has objected, all ways are as good as the first, and so is only listening.</summary>
    private static IEnumerable<string[]> Again(ReplyRequest request, IEnumerable<string[]> ways) =>
        request.Findings.IsEmpty ? ways : [[.. ways.SelectMany(w => w)]];

    /// <summary>Shows that something was heard. Such words may come again, when all have been said.</summary>
    private string Listening(ReplyRequest request)
    {
        var lines = Filled(Answered(request.Heard, out var number), new Dictionary<string, string>(StringComparer.Ordinal) { ["items"] = number });
        return Pick(request, [lines], reflection: false) is { Length: > 0 } fresh ? fresh : lines.Length == 0 ? "" : lines[(int)(request.Seed % (ulong)lines.Length)];
    }

    /// <summary>What is said when there is no clause: to thanks, to a number, to a question, or only that one listens.</summary>
    private static string Answered(HeardTurn turn, out string number)
    {
        var (text, words) = (turn.Text, turn.Words);
        number = words.Count <= 10 ? ClientWords.Numbers(words) : "";
        if (number.Length == 0 && EndsOpen(text)) return "Acknowledge.unfinished";
        if (words.Count <= 12 && words is [.., "how", "about", "you"] or [.., "and", "you"] or [.., "how's", "it", "going"]) return "Listening.howareyou";
        if (number.Length > 0) return "Listening.number";
        if (words.Count <= 14 && (text.Contains("how are you", StringComparison.OrdinalIgnoreCase) || (words is [.., "you"] && text.AsSpan().TrimEnd() is [.., '?']))) return "Listening.howareyou";
        if (words.Count <= 14 && words.Exists(w => w is "thanks" or "thank")) return "Listening.thanks";
        if (words.Count <= 10 && text.Contains("meet you", StringComparison.OrdinalIgnoreCase)) return "Listening.greeting";
        return words.Count > 3 && text.AsSpan().TrimEnd() is [.., '?'] && words[^1] is not ("right" or "know" or "mean" or "okay" or "huh") ? "Listening.question" : "Listening";
    }

    private IEnumerable<string[]> Simply(ReplyRequest request, ClientClause clause)
    {
        foreach (var (words, _) in request.Heard.Of(clause))
        {
            if (_reflector.Little(words).Length > 0) continue;
            var said = _reflector.SaidAnew(words).Append(Said(request, words));

            // What the client says of the world against a change is theirs to say: it is given back as their view.
            if (clause.Direction == TalkDirection.Sustain && !Reflector.IsOfSelf(words)) said = said.SelectMany(s => (string[])[$"As you see it, {Reflector.Lower(s)}", $"From where you stand, {Reflector.Lower(s)}"]);
            yield return [.. said.Select(ClientWords.Sentence)];
        }

        foreach (var words in request.Heard.Clauses)
            if (_reflector.Little(words) is { Length: > 0 } little) yield return [.. little.Select(ClientWords.Sentence)];
        foreach (var (words, _) in request.Heard.Of(clause))
            yield return [.. Reflector.Shorter(words).SelectMany(w => _reflector.SaidAnew(w).Append(Said(request, w))).Select(ClientWords.Sentence)];
        if (request.Heard.Fragment is { Length: > 0 } fragment) yield return [.. Fragment(fragment).Select(ClientWords.Sentence)];
        yield return [.. _reflector.Meanings(clause).Select(ClientWords.Sentence)];
    }

    /// <summary>A short answer that is no clause, given back: "Stress, then.", "You're feeling apprehensive."</summary>
    private string[] Fragment(string fragment)
    {
        if (fragment.StartsWith("you'd like", StringComparison.Ordinal)) return [fragment];
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = fragment, ["f"] = fragment };
        return Filled(_content.IsFeeling(fragment) ? "Fragment.feeling" : "Fragment", slots);
    }

    /// <summary>The clause and where it leads, or the meaning that its words give ground for.</summary>
    private IEnumerable<string[]> Deeply(ReplyRequest request, ClientClause clause)
    {
        foreach (var (words, own) in request.Heard.Of(clause))
        {
            if (!own || words.Length > MostBeforeTail || _reflector.Little(words).Length > 0) continue;
            string[] said = [.. _reflector.SaidAnew(words).Select(Reflector.Lower).Prepend(Said(request, words))];
            yield return [.. said.SelectMany(s => _reflector.Tails(clause, words).Select(t => ClientWords.Sentence($"{s}, {t}")))];
        }

        foreach (var way in Simply(request, clause)) yield return way;
    }

    private IEnumerable<string[]> Feelingly(ReplyRequest request, ClientClause clause)
    {
        if (_reflector.Feeling(request.ClientText) is { } feeling)
        {
            foreach (var words in request.Heard.Clauses)
            {
                if (ClauseFinder.Worth(words, Reflector.Longest) > 0 && words.Contains(feeling, StringComparer.OrdinalIgnoreCase))
                    yield return [.. _reflector.SaidAnew(words).Append(Said(request, words)).Select(ClientWords.Sentence)];
            }

            foreach (var (words, _) in request.Heard.Of(clause))
                if (words.Length <= MostBeforeTail && !words.Contains(feeling, StringComparer.OrdinalIgnoreCase))
                    yield return [ClientWords.Sentence($"{Said(request, words)}, and that leaves you {feeling}"), ClientWords.Sentence($"{Said(request, words)}, and you feel {feeling}")];
            yield return [$"It leaves you {feeling}.", $"You come away from it {feeling}."];
        }

        foreach (var way in Deeply(request, clause)) yield return way;
    }

    /// <summary>The clause, and then the turn that it is given.</summary>
    private string Turned(ReplyRequest request, Dictionary<string, string> slots)
    {
        var line = Line(request, request.Move.Technique, slots, "");
        if (request.Move.Variant.Length > 0 && Pick(request, [_content.Lines($"{request.Move.Technique}.{request.Move.Variant}")], reflection: false) is { Length: > 0 } own) return own;
        if (request.Move.Reflect.FirstOrDefault()?.Kind is { } kind && Pick(request, [_content.Lines($"{request.Move.Technique}.{kind}")], reflection: false) is { Length: > 0 } better) line = better;
        foreach (var clause in request.Move.Reflect)
            if (Pick(request, Simply(request, clause), reflection: true) is { Length: > 0 } said) return line.Length == 0 || _reflector.Meanings(clause).Any(m => ClientWords.Sentence(m) == said) ? said : said + " " + line;
        return line;
    }

    private string Said(ReplyRequest request, string[] words) => _reflector.OtherWords(_reflector.AsSaid(words), request.Heard, MostOverlap);

    private List<string[]> Both(ReplyRequest request, ClientClause sustain, ClientClause change)
    {
        string[] Half(ClientClause clause, int most) =>
        [
            .. request.Heard.Of(clause).Where(w => w.Own).Take(2).SelectMany(w => _reflector.SaidAnew(w.Words).Select(Reflector.Lower).Prepend(Said(request, w.Words)))
                .Where(s => ClientWords.Count(s) <= most && !s.Contains(':', StringComparison.Ordinal) && (ClauseFinder.Meant(s).Count > 0 || ClientWords.Count(s) > 5)),
        ];
        var left = Half(sustain, 12);
        var right = Half(change, 15);
        string[] Joined(string[] first, string[] second) => [.. from l in first from r in second where l != r select ClientWords.Sentence($"{l}, and {r}")];

        // What was said in an earlier turn stands beside what is said now, and never alone.
        return request.ClientText.Contains(change.Text, StringComparison.Ordinal) ? [Joined(left, right), [.. right.Select(ClientWords.Sentence)]] : [Joined(left, right)];
    }

    private string Summary(ReplyRequest request, string name)
    {
        // Sustain talk once and first, change talk last, in the order in which it was said.
        var clauses = request.Move.Reflect;
        var chosen = clauses.Where(c => c.Direction == TalkDirection.Sustain).TakeLast(1)
            .Concat(clauses.Where(c => c.Direction != TalkDirection.Sustain));
        var items = new List<string>();
        var now = request.Heard.Words.Count <= FewWords || name is "ClosingSummary" or "Plan";
        foreach (var clause in chosen.Reverse())
        {
            if (items.Count == MostItems) break;
            var ways = Reflector.Clauses(new HeardTurn(clause.Text), clause).Where(w => ClauseFinder.Worth(w.Words, Reflector.Longest) >= 7).Take(1).SelectMany(w => _reflector.SaidAnew(w.Words).Select(Reflector.Lower).Prepend(_reflector.AsSaid(w.Words)).OrderBy(s => s.StartsWith("as you see it", StringComparison.Ordinal))).Where(w => ClientWords.Count(w) <= 15 && !w.Contains(':', StringComparison.Ordinal) && !w.StartsWith("that ", StringComparison.Ordinal));
            foreach (var way in ways)
            {
                if (!(way.StartsWith("you", StringComparison.Ordinal) || way.StartsWith("as you", StringComparison.Ordinal)) || way.Contains(" like ", StringComparison.Ordinal) || way.Contains("counselor", StringComparison.Ordinal)) continue;
                if (!IsWorthGathering(way, clause.Direction)) continue;
                if (GrammarCheck.Find(ClientWords.Sentence(way), reflection: true) is not null || items.Exists(i => Alike(way, i))) continue;
                items.Add(way);
                now |= request.ClientText.Contains(clause.Text, StringComparison.Ordinal);
                break;
            }
        }

        items.Reverse();
        if (items.Count == 0) return name == "ClosingSummary" ? "" : Reflect(request, Simply, last: true);
        if (!now || (items.Count == 1 && name is "Collecting" or "Transitional" && items.Count == 1)) return Reflect(request, Simply, last: true);
        // The earlier half alone, when the client has just said something else, would be a step back.
        if (items.Count == 1 && name == "Linking" && clauses.Length > 1) return Reflect(request, Simply, last: true);
        if (items.Count == 1 && name == "Linking") name = "LinkingBack";
        var list = items.Count == 1 ? items[0] : string.Join("; ", items.Take(items.Count - 1)) + "; and " + items[^1];
        var summary = Pick(request, [[.. _content.Lines(name).Select(l => l.Replace("{list}", list, StringComparison.Ordinal))]], reflection: false);
        return summary.Length > 0 ? summary : name == "ClosingSummary" ? "" : Reflect(request, Simply, last: true);
    }

    /// <summary>"You can do that" and "you remember when your daughter was five" say nothing out of their place.</summary>
    private static bool IsWorthGathering(string way, TalkDirection direction)
    {
        var words = ClientWords.Plain(way);
        if (words.Exists(w => w is "where's" or "what's" or "who's" or "guess" or "stuff" or "whatever" || char.IsAsciiDigit(w[0]))) return false;
        if (direction == TalkDirection.Neutral && (words[0] is not ("you" or "you're" or "you've" or "your") || words[1] is "know" or "think" or "remember" or "mean" or "guess" or "said" or "told" or "say" or "saw" or "see" or "don't" or "didn't")) return false;
        var meant = ClauseFinder.Meant(way).Count;
        return direction == TalkDirection.Neutral ? meant >= 2 : meant > 0 || words.Count > 6;
    }

    /// <summary>"You'd rather not lose your license" and "you don't want to lose your license" say the same.</summary>
    private static bool Alike(string one, string other)
    {
        if (ClientWords.Overlap(one, other) > 0.7 || ClientWords.Overlap(other, one) > 0.7) return true;
        List<string> left = ClauseFinder.Meant(one), right = ClauseFinder.Meant(other);
        var shared = left.Count(right.Contains);
        return shared > 0 && shared * 10 >= Math.Min(left.Count, right.Count) * 7;
    }

    private string Affirm(ReplyRequest request, ClientClause? clause)
    {
        var strengths = clause is null ? [] : _content.Lines($"strengths.{clause.Kind}");
        string[] any = _content.Lines("strengths.any");
        string[] said = clause is null ? [] : [.. request.Heard.Of(clause).Where(w => w.Own).Select(w => Said(request, w.Words)).Where(s => s.StartsWith("you", StringComparison.Ordinal) && !s.StartsWith("you used to", StringComparison.Ordinal))];
        var joined = (from s in said from strength in strengths select ClientWords.Sentence(s) + " " + ClientWords.Sentence(strength)).ToArray();
        return Pick(request, [joined, [.. strengths.Select(ClientWords.Sentence)], [.. any.Select(ClientWords.Sentence)]], reflection: true);
    }

    private string Line(ReplyRequest request, Technique technique, Dictionary<string, string> slots, string before)
    {
        var name = technique switch
        {
            Technique.PlanStep => $"PlanStep.{request.Move.Detail}",
            Technique.AskPermission => $"AskPermission.{request.Move.Permission}",
            Technique.RulerFollowUp when request.Move.RulerAnswer is 0 => "RulerFollowUp.zero",
            Technique.RulerFollowUp when request.Move.RulerAnswer is 1 => "RulerUpward",
            Technique.Acknowledge when string.IsNullOrWhiteSpace(request.ClientText) => "Acknowledge.silence",
            Technique.Acknowledge when request.Heard.Words.Count is > 0 and <= 5 && Little(request.Heard) is { Length: > 0 } little => little,
            _ => technique.ToString(),
        };
        if (technique == request.Move.Technique && request.Move.Variant.Length > 0 && (name == technique.ToString() || technique != Technique.Acknowledge) && _content.Lines($"{technique}.{request.Move.Variant}").Length > 0) name = $"{technique}.{request.Move.Variant}";
        string[] own = request.Adolescent ? Filled(name + ".adolescent", slots) : [];
        var line = Pick(request, [own, Filled(name, slots), technique == Technique.Acknowledge && request.Move.Variant == "short" ? Filled("Acknowledge.short", slots) : []], reflection: false, before);
        return line.Length == 0 && technique == Technique.Acknowledge && _content.Lines(name == "Acknowledge.nod" ? name : "Acknowledge") is { Length: > 0 } again ? again[(int)(request.Seed % (ulong)again.Length)] : line;
    }

    private string[] Filled(string name, Dictionary<string, string> slots) => [.. _content.Lines(name).Select(l => Reflector.Fill(l, slots)).OfType<string>()];

    /// <summary>What a turn of a few words calls for, when that is more than a sign of having heard it.</summary>
    private static string Little(HeardTurn turn)
    {
        var words = turn.Words;
        if (EndsOpen(turn.Text)) return "Acknowledge.unfinished";
        if (turn.Text.AsSpan().TrimEnd() is [.., '?'] && words is ["right" or "okay" or "ok" or "yeah" or "yes" or "no" or "huh" or "mm-hm" or "mm-hmm"] or [.., "you", "know"] or [.., "i", "mean"]) return "";
        if (turn.Text.AsSpan().TrimEnd() is [.., '?']) return words.Exists(w => w is "really" or "seriously" or "oh" or "wow" or "honestly") ? "Acknowledge.surprised" : "Acknowledge.unclear";
        if (words.Exists(w => w is "thanks" or "thank")) return "Listening.thanks";
        if (words.Count <= 3 && words.Contains("wow")) return "Acknowledge.surprised";
        return words.Count <= 3 && (words[0] is "hi" or "hello" or "hey" || words is ["good", "morning" or "afternoon" or "evening"] or ["morning" or "afternoon" or "evening"]) ? "Acknowledge.greeting" : "";
    }

    private static bool EndsOpen(string text) => text.AsSpan().TrimEnd() is [.., '-' or '—' or '–' or '…'];

    private Dictionary<string, string> Slots(ReplyRequest request)
    {
        var behavior = _content.Behavior(request.Target);
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["change"] = behavior.Change, ["to-change"] = behavior.ToChange };

        // "How does this fit into a normal week?" asks nothing that could be answered.
        if (behavior.Behavior != "this") slots["behavior"] = behavior.Behavior;
        if (request.Move.RulerAnswer is { } n)
        {
            slots["number"] = n.ToString(CultureInfo.InvariantCulture);
            if (Ruler.Lower(n) is { } lower) slots["lower"] = lower.ToString(CultureInfo.InvariantCulture);
            if (n < 10) slots["higher"] = (n + 1).ToString(CultureInfo.InvariantCulture);
        }

        if (request.Move.Items.Length > 0)
        {
            slots["items"] = Listed(request.Move.Items);
            slots["topic"] = request.Move.Items[0];
        }

        return slots;
    }

    private static string Listed(IReadOnlyList<string> items) =>
        items.Count == 1 ? items[0] : string.Join(", ", items.Take(items.Count - 1)) + (items.Count > 2 ? ", and " : " and ") + items[^1];

    private string[] Named(ReplyRequest request, string name) => request.Move.Reflect.IsEmpty ? [] : _content.Lines(name);

    /// <summary>
    /// The first group that has a line that stands: sound, not an echo, not said before, with a new stem. The seed decides
    /// where in the group to begin. Old stems, then old lines, are let in before nothing is said.
    /// </summary>
    private static string Pick(ReplyRequest request, IEnumerable<IReadOnlyList<string>> groups, bool reflection, string before = "")
    {
        var list = groups as IReadOnlyList<IReadOnlyList<string>>;
        var made = list is null ? new List<IReadOnlyList<string>>() : null;
        var few = request.Heard.Words.Count <= FewWords;
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var group in list ?? (pass == 0 ? Kept(groups, made!) : made!))
            {
                for (var k = 0; k < group.Count; k++)
                {
                    var line = group[(int)((request.Seed + (ulong)k) % (ulong)group.Count)];
                    if (line.Length == 0 || GrammarCheck.Find(line, reflection) is not null) continue;
                    if (reflection && !few && request.Heard.Overlap(line) > MostOverlap) continue;
                    if (WasSaid(request, line)) continue;
                    if (pass == 0 && before.Length == 0 && GrammarCheck.RepeatsStem(line, request.RecentReplies.AsSpan())) continue;
                    return line;
                }
            }
        }

        return "";
    }

    /// <summary>The groups one by one, kept for a second pass.</summary>
    private static IEnumerable<IReadOnlyList<string>> Kept(IEnumerable<IReadOnlyList<string>> groups, List<IReadOnlyList<string>> kept)
    {
        foreach (var group in groups)
        {
            kept.Add(group);
            yield return group;
        }
    }

    private static bool WasSaid(ReplyRequest request, string line)
    {
        foreach (var sentence in SentenceMemory.Sentences(line))
            if (request.WasSaid(line.AsSpan()[sentence])) return true;
        return false;
    }
}
