namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Reads a client turn, spoken or typed, into clean clauses: notes, fillers, stutters and restarts dropped, chat spelling
/// mended, openers and tags cut off. Says which clauses can stand alone as statements about the client's life. Bounded and
/// pure; any text is taken.
/// </summary>
internal static class ClauseFinder
{
    private const int MostText = 3000;
    private const int MostWords = 500;
    private const int FragmentWords = 8;
    private const int MostJoined = 11;

    private readonly record struct Piece(string Word, char After, bool Quoted);

    /// <summary>The clauses in the order in which they were said; questions, quotations and broken-off ones are left out.</summary>
    public static List<string[]> Find(string text)
    {
        var clauses = new List<string[]>();
        var sentence = new List<Piece>(24);
        var pieces = Repaired(Pieces(text.Length > MostText ? text[..MostText] : text));
        var read = 0;
        var begun = -1;
        foreach (var piece in pieces)
        {
            read++;
            sentence.Add(piece);
            if (piece.After is '.' or '?' or '!' or ';' or '-' or '~') End(piece.After);
        }

        if (sentence.Count > 0) End('.');
        return clauses;

        void End(char mark)
        {
            var had = clauses.Count;

            // "I wouldn't need the gym, right?" asks for a nod and nothing else.
            if (mark == '?' && sentence.Count > 4 && sentence[^2].After == ',' && sentence[^1].Word.ToLowerInvariant() is "right" or "yeah" or "okay" or "huh")
            {
                sentence.RemoveAt(sentence.Count - 1);
                mark = '.';
            }

            if (mark != '?') Split(sentence, clauses, cut: mark == '~' || (mark == '-' && read == pieces.Count));

            // "I'm not putting things- I'm putting things in it": what was begun anew is not given back.
            if (begun >= 0 && had < clauses.Count && clauses[begun].Length <= 6 && clauses[begun][0].Equals(clauses[had][0], StringComparison.OrdinalIgnoreCase))
            {
                clauses.RemoveAt(begun);
                had--;
            }

            begun = mark == '-' && clauses.Count > had ? clauses.Count - 1 : -1;
            sentence.Clear();
        }
    }

    /// <summary>
    /// A short answer that is no clause, in the second person and without a full stop: "stress", "your health and money",
    /// "you'd like to live longer". Null for all other text.
    /// </summary>
    public static string? Fragment(string text)
    {
        if (text.Length > 90 || text.Contains('?', StringComparison.Ordinal)) return null;
        var words = new List<string>();
        var pieces = Repaired(Pieces(text));

        // "-hike, and are like healthy": the end of a sentence whose beginning was another turn.
        if (text.AsSpan().TrimStart() is ['-' or '—', ..] && pieces.Count > 1) return null;
        for (var i = 0; i < pieces.Count; i++)
        {
            var (word, after, quoted) = pieces[i];
            if (quoted || after is '-' or '~' or ';' || (after is '.' or '!' && i + 1 < pieces.Count) || words.Count == 2 * FragmentWords) return null;
            words.Add(i + 1 < pieces.Count && after != '\0' ? word + "," : word);
        }

        // Of "once a day, in the morning, before the news" the beginning.
        while (words.Count > FragmentWords && words.FindLastIndex(w => w.EndsWith(',')) is >= 0 and var comma)
        {
            // "On a really bad day, I start to think ...": a beginning, and the sentence is what follows.
            if (words.FindIndex(comma + 1, s_pronouns.Contains) > 0) return null;
            words[comma] = Plain(words[comma]);
            words.RemoveRange(comma + 1, words.Count - comma - 1);
        }

        if (words.Count is 0 or > FragmentWords || Trim(words) is not { } kept) return null;
        if (kept.Length == 1 && words.Count > 2) return null;
        while (kept.Length > 1 && s_opening.Contains(Plain(kept[0]))) kept = kept[1..];
        var lower = Array.ConvertAll(kept, w => Plain(w).ToLowerInvariant());
        if (lower.Length > 3 && lower[0] == "so" && lower[1] == "i" && lower[2] is "can" or "could") (kept, lower) = (["to", .. kept[3..]], ["to", .. lower[3..]]);
        if (lower[0] is "going" or "gonna" or "say" or "saying" or "said" || (lower[0].EndsWith("ing", StringComparison.Ordinal) && words.Count > kept.Length + 2)) return null;
        if (s_loose.Contains(lower[^1]) || Array.Exists(lower, w => w.Length == 0 || s_unfit.Contains(w) || w is "you" or "your" or "you're" or "not" or "don't" or "me" or "it" or "that" or "which" or "what" or "i" || s_pronouns.Contains(w))) return null;
        if (Array.Exists(lower, w => char.IsAsciiDigit(w[0]))) return null;
        if (lower.Length > 1 && lower[0] == "to") return Inflection.IsVerb(lower[1]) ? "you'd like " + string.Join(' ', ClientWords.Turn(kept)) : null;
        // "For about a month."
        if (lower.Length is >= 2 and <= 6 && lower[0] is "for" or "about" or "once" or "twice" or "every" or "a" or "couple" or "three" or "two" or "four" or "maybe" && lower[^1] is "month" or "months" or "week" or "weeks" or "year" or "years" or "days" or "day" or "hour" or "hours" or "night" or "minutes" && !Array.Exists(lower, IsAuxiliary))
            return string.Join(' ', lower[0] == "for" ? kept[1..] : kept);
        if (!Array.Exists(lower, w => w.Length > 2 && !s_empty.Contains(w) && !s_adverbs.Contains(w) && !s_answers.Contains(w))) return null;
        if (lower.Length == 1 && (s_answers.Contains(lower[0]) || s_empty.Contains(lower[0]) || lower[0].All(c => c is 'm' or 'h' or 'n' or 'u' or 'a' or '-'))) return null;

        // "Talk to her", "find a meeting": what they would do. A gerund stands by itself, and so does a thing.
        if (lower.Length > 1 && Inflection.Gerund(lower[0]) is { } gerund && lower[1] is "to" or "up" or "the" or "a" or "an" or "my" or "out" or "with" or "off" or "down" or "less" or "more" or "on" or "back" or "away" or "some" or "about" or "smoking" or "drinking")
            kept[0] = gerund;
        else if (Array.Exists(lower, w => s_past.Contains(w) || IsAuxiliary(w)) || (lower.Length > 1 && IsFinite(lower[0]) && !lower[0].EndsWith('s'))) return null;
        return string.Join(' ', ClientWords.Turn(kept));
    }

    // Reading.

    private static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>(Math.Min(MostWords, (text.Length / 4) + 4));
        var shouting = text.Count(char.IsUpper) > 12 && text.Count(char.IsUpper) > text.Count(char.IsLower);
        var quoted = false;
        for (var i = 0; i < text.Length && pieces.Count < MostWords;)
        {
            var c = text[i];
            if (c is '[' or '<' or '{' or '(')
            {
                var close = text.AsSpan(i + 1, Math.Min(80, text.Length - i - 1)).IndexOf(c switch { '[' => ']', '<' => '>', '{' => '}', _ => ')' });
                if (close > 0 && pieces.Count > 0 && text.AsSpan(i + 1, close) is var note && (note.StartsWith("unint") || note.StartsWith("inaud") || note.StartsWith("crosst")) && Heavier('-', pieces[^1].After)) pieces[^1] = pieces[^1] with { After = '-' };
                i += close < 0 ? 1 : close + 2;
                continue;
            }

            if (IsInside(text, i))
            {
                var start = i;
                while (i < text.Length && IsInside(text, i)) i++;
                var word = text[start..i].Replace('\u2019', '\'').Replace('\u2018', '\'').Replace('`', '\'');
                Add(pieces, shouting ? word.ToLowerInvariant() : word, quoted);
                continue;
            }

            var mark = c switch
            {
                '.' or '?' or '!' or ';' or ',' => c,
                ':' => ';',
                '\n' => '.',
                '\u2026' or '\u2013' or '\u2014' or '/' or '*' => '-',
                '-' => '-',
                _ => '\0',
            };
            if (c == '.' && pieces.Count > 0 && pieces[^1].Word.ToLowerInvariant() is "dr" or "mr" or "mrs" or "ms" or "st" && c == '.') mark = '\0';
            if (c == ',' && pieces.Count > 1 && pieces[^1].Word == "hope" && pieces[^2].Word == "I") mark = '\0';
            if (c is '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB') quoted = !quoted;
            if (c == '.' && i + 1 < text.Length && text[i + 1] == '.') mark = '-';
            if (c == '.' && pieces.Count > 0 && pieces[^1].Word is "Dr" or "Mr" or "Mrs" or "Ms" or "St") mark = '\0';
            if (mark != '\0' && pieces.Count > 0 && Heavier(mark, pieces[^1].After)) pieces[^1] = pieces[^1] with { After = mark };
            i++;
        }

        return pieces;
    }

    private static bool Heavier(char mark, char than) => than is '\0' or ',' || (mark == '?' && than != '?');

    private static bool IsInside(string text, int i)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || c is '%' or '$' or '\u00A3' or '\u20AC') return true;
        var between = i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
        return c switch
        {
            '\'' or '\u2019' or '\u2018' or '`' => (i > 0 && char.IsLetter(text[i - 1])) || (i + 1 < text.Length && char.IsLetter(text[i + 1])),
            '-' or '&' => between,
            '.' or ':' or ',' or '/' => between && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
            _ => false,
        };
    }

    private static void Add(List<Piece> pieces, string word, bool quoted)
    {
        if (word.Contains('-', StringComparison.Ordinal)) word = WithoutStutter(word);

        // "this assessment-Mm": a sound that broke in.
        if (word.LastIndexOf('-') is > 0 and var hyphen && s_fillers.Contains(word[(hyphen + 1)..])) word = word[..hyphen];
        var before = pieces.Count > 0 && pieces[^1].After is '\0' or ',' ? pieces[^1].Word.ToLowerInvariant() : "";
        if (before.Length == 0 || pieces.Count == 0) before = pieces.Count > 0 && pieces[^1].After is '\0' or ',' ? before : "";
        var lower = word.ToLowerInvariant();
        if (lower is "ill" or "id" && before is not ("" or "and" or "but" or "so" or "then" or "maybe" or "think")) lower = "";
        if (lower is "ain't" or "aint") word = before is "i" ? "am not" : before is "we" or "they" or "you" ? "aren't" : "isn't";
        else if (lower is "gotta") word = before is "i've" or "we've" or "they've" or "he's" or "she's" ? "got to" : "have to";
        else if (lower == "cause" && before is "a" or "the" or "my" or "big" or "main" or "root" or "good" or "no" or "real" or "can" or "could" or "will" or "to" or "might") lower = "";
        else if (lower.Length > 0 && s_spelling.TryGetValue(lower, out var mended)) word = mended;
        else if (lower.Length > 4 && lower.EndsWith("in'", StringComparison.Ordinal)) word = word[..^1] + "g";
        word = word.TrimEnd('\'') is { Length: > 0 } trimmed && lower is not ("kids'" or "parents'" or "friends'") ? trimmed : word;
        if (lower == "its" && before is "" or "and" or "but" or "think" or "because") word = "it's";
        if (word == "don't" && before is "he" or "she" or "it") word = "doesn't";
        if (s_days.Contains(word)) word = char.ToUpperInvariant(word[0]) + word[1..];
        if (word.Split('-') is { Length: > 1 } halves && (s_loose.Contains(halves[0]) || s_pronouns.Contains(halves[0])) && (s_loose.Contains(halves[^1]) || s_pronouns.Contains(halves[^1])))
        {
            // "just-it's": a restart written without a space.
            for (var i = 0; i < halves.Length; i++) pieces.Add(new Piece(halves[i], i + 1 < halves.Length ? '-' : '\0', quoted));
            return;
        }

        foreach (var part in word.Split(' ')) pieces.Add(new Piece(part, '\0', quoted));
    }

    /// <summary>"I-I'm" as "I'm", "th-that" as "that"; "two-year-old" stays.</summary>
    private static string WithoutStutter(string word)
    {
        var parts = word.Split('-');
        var kept = new List<string>();
        for (var i = 0; i < parts.Length; i++)
        {
            var next = i + 1 < parts.Length ? parts[i + 1] : null;
            if (next is not null && parts[i].Length > 0 && next.StartsWith(parts[i], StringComparison.OrdinalIgnoreCase) && parts[i].ToLowerInvariant() is not ("re" or "pre")) continue;
            kept.Add(parts[i]);
        }

        return string.Join('-', kept);
    }

    // Mending.

    private static List<Piece> Repaired(List<Piece> pieces)
    {
        var kept = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            Mend(pieces, i);
            var skip = Filler(pieces, i, kept);
            if (skip == 0)
            {
                kept.Add(pieces[i]);
                continue;
            }

            // The mark after a filler belongs to what stood before it
            var after = pieces[i + skip - 1].After;
            // (and "you know?" asks nothing).
            if (after == '?' && skip > 1) after = '.';
            if (kept.Count > 0 && after is not ('\0' or ',') && kept[^1].After is '\0' or ',') kept[^1] = kept[^1] with { After = after };

            // "about, you know, my stress": the commas were the filler's.
            var follows = i + skip < pieces.Count ? pieces[i + skip].Word : "";
            if (kept.Count > 0 && after == ',' && kept[^1].After == ',' && !(follows.ToLowerInvariant() is "the" or "a" or "an" or "just" or "almost" && !s_loose.Contains(kept[^1].Word)) && !s_pronouns.Contains(follows) && follows.ToLowerInvariant() is not ("and" or "but" or "so" or "because" or "then")) kept[^1] = kept[^1] with { After = '\0' };
            i += skip - 1;
        }

        for (var i = 0; i < kept.Count; i++)
        {
            for (var n = Math.Min(5, (kept.Count - i) / 2); n >= 1; n--)
            {
                if (!Repeats(kept, i, n)) continue;
                kept.RemoveRange(i, n);
                i = Math.Max(-1, i - 2);
                break;
            }
        }

        // "about my-- how to manage": what hangs before the break is dropped, and the sentence goes on.
        for (var i = 0; i + 1 < kept.Count; i++)
        {
            if (kept[i].After != '-') continue;
            var from = i;
            while (from >= 0 && s_loose.Contains(kept[from].Word) && (from == i || kept[from].After is '\0' or ',')) from--;
            if (from == i || from < 0 || kept[from].After is not ('\0' or ',')) continue;
            var goesOn = !s_pronouns.Contains(kept[i + 1].Word);

            // "the other part of me is- I can't": what had its verb already is lost, and not only its end.
            if (kept.GetRange(from + 1, i - from).Exists(p => IsAuxiliary(p.Word) || s_pronouns.Contains(p.Word)))
            {
                kept[i] = kept[i] with { After = '~' };
                continue;
            }

            kept.RemoveRange(from + 1, i - from);
            kept[from] = kept[from] with { After = goesOn ? '\0' : '-' };
            i = from;
        }

        return kept;
    }

    /// <summary>Small words that who learns the language leaves out: "I want be", "I think is", "I am little bit".</summary>
    private static void Mend(List<Piece> pieces, int i)
    {
        if (i + 1 >= pieces.Count || pieces[i].After != '\0') return;
        var next = pieces[i + 1].Word.ToLowerInvariant();
        var missing = pieces[i].Word.ToLowerInvariant() switch
        {
            "want" or "wants" when next is "be" or "go" or "stop" or "quit" or "have" or "get" or "make" or "do" or "learn" or "see" or "feel" or "try" => "to",
            "think" when next is "is" => "it",
            "am" or "i'm" when next is "little" => "a",
            _ => "",
        };
        if (missing.Length > 0) pieces.Insert(i + 1, new Piece(missing, '\0', pieces[i].Quoted));
    }

    private static int Filler(List<Piece> pieces, int i, List<Piece> kept)
    {
        var lower = pieces[i].Word.ToLowerInvariant();
        if (s_fillers.Contains(lower)) return 1;
        var starts = kept.Count == 0 || kept[^1].After != '\0';
        var next = i + 1 < pieces.Count ? pieces[i + 1].Word.ToLowerInvariant() : "";
        var ends = pieces[i].After != '\0';
        if (lower == "like" && next == "to") return 0;

        // "I don't really like compliments": here it is the verb.
        if (lower == "like" && kept.Count > 1 && kept[^1].Word.ToLowerInvariant() is "really" or "even" or "actually" && kept[^2].Word.ToLowerInvariant() is "i" or "just" or "still" or "don't" or "didn't" or "do" or "does" or "doesn't" or "they" or "we" or "would") return 0;
        if (lower == "like" && (ends || starts) && !(starts && next is "i" or "my")) return 1;
        if (lower == "like" && starts) return 1;
        if (lower == "like" && kept.Count > 0)
        {
            var before = kept[^1].Word.ToLowerInvariant();
            if (next.EndsWith("ing", StringComparison.Ordinal) && before is "starts" or "started" or "start" or "was" or "were" or "am" or "i'm" or "is" or "are" or "keep" or "keeps" or "kept" or "and" or "just" or "be" or "been" && next.EndsWith("ing", StringComparison.Ordinal)) return 1;
            if (next == "not" || (before is "that" or "who" or "who's" or "not" or "or" or "but" && !IsSubject(next))) return 1;
            if (before is "since" or "maybe" or "really" or "just" or "so" or "very" or "all" or "also" or "a" or "the" or "my" or "that's" or "and" or "with" or "for" or "in" or "have" or "had" or "even" or "of" or "about" or "then" or "at") return 1;
            if (before is "was" or "were" or "is" or "are" or "i'm" or "it's" or "be" or "been" && !IsSubject(next) && next is not ("this" or "that" or "an" or "someone" or "something" or "when")) return 1;
        }

        if (lower == "well" && ends && kept.Count > 0 && kept[^1].After == ',') return 1;
        if (lower == "like" && kept.Count > 0 && (next is "with" or "in" or "for" or "from" || kept[^1].Word.ToLowerInvariant() is "gets" or "got" or "get" or "getting" || (kept[^1].Word.ToLowerInvariant() is "to" or "i'll" or "would" or "can" or "could" or "will" or "just" && Inflection.IsVerb(next)) || (kept[^1].Word.ToLowerInvariant() is "want" or "wanted" or "need" or "needed" && next is "a" or "the" or "some" or "more"))) return 1;
        if (lower is "you" && next is "know" && (i + 1 >= pieces.Count || pieces[i + 1].After != '\0' || starts) && !(starts && pieces[i + 1].After == '\0' && i + 2 < pieces.Count && IsQuestionWord(pieces[i + 2].Word)))
            return i + 4 < pieces.Count && pieces[i + 2].Word is "what" && pieces[i + 4].Word is "mean" or "saying" ? 5 : 2;
        if (lower is "i" && next is "mean" && starts) return 2;
        if (lower is "i" && next is "guess" or "suppose" && i + 1 < pieces.Count && pieces[i + 1].After == ',' && kept.Count > 0) return 2;
        if (lower is "i" && next is "guess" or "suppose" && lower is "i" && !starts && i + 2 < pieces.Count && !IsSubject(pieces[i + 2].Word) && kept[^1].Word.ToLowerInvariant() is not ("and" or "but" or "so" or "because" or "that" or "if" or "when")) return 2;
        if (lower is "kind" or "sort" && next is "of" && !pieces[i + 1].After.Equals('.') && (kept.Count == 0 || kept[^1].Word.ToLowerInvariant() is not ("a" or "the" or "this" or "that" or "some" or "what" or "any" or "of" or "these" or "those" or "every" or "same" or "different" or "right"))) return 2;
        return 0;
    }

    private static bool Repeats(List<Piece> words, int i, int n)
    {
        for (var k = 0; k < n; k++)
        {
            if (!words[i + k].Word.Equals(words[i + n + k].Word, StringComparison.OrdinalIgnoreCase)) return false;
            if (words[i + k].After is '.' or '?' or '!' or ';') return false;
        }

        return n > 1 || !words[i].Word.Equals("had", StringComparison.OrdinalIgnoreCase);
    }

    // Cutting into clauses.

    private static void Split(List<Piece> sentence, List<string[]> clauses, bool cut)
    {
        var had = clauses.Count;
        var start = 0;
        var finite = false;
        for (var i = 0; i <= sentence.Count; i++)
        {
            var ends = i == sentence.Count;
            if (!ends && (i == start || !Breaks(sentence, start, i, finite)))
            {
                finite |= IsFinite(sentence[i].Word);
                continue;
            }

            var words = new List<string>(i - start);
            var quoted = false;
            for (var k = start; k < i; k++)
            {
                // "He's saying It's": a capital of a sentence begun anew.
                var word = k > start && char.IsUpper(sentence[k].Word[0]) && (sentence[k].Word[0] != 'I' || sentence[k].Word is "It" or "It's" or "If" or "In" or "Is") && (s_pronouns.Contains(sentence[k].Word) || s_loose.Contains(sentence[k].Word)) ? char.ToLowerInvariant(sentence[k].Word[0]) + sentence[k].Word[1..] : sentence[k].Word;
                words.Add(sentence[k].After == ',' && k + 1 < i ? word + "," : word);
                quoted |= sentence[k].Quoted;
            }

            quoted |= !ends && sentence[i].Quoted;
            if (!quoted && !(ends && cut && ((words.Count < 5 && !NamesThings(words)) || IsAuxiliary(Plain(words[^1])) || s_loose.Contains(Plain(words[^1])))) && Trim(words) is { Length: >= 2 } clause)
            {
                // "I look at it and I think of him": together when both are short.
                if (start > 0 && sentence[start].Word.Equals("and", StringComparison.OrdinalIgnoreCase) && clauses.Count > had && clauses[^1] is not ["I", "don't", "know"] && clauses[^1] is var before && before.Length + clause.Length <= MostJoined
                    && before[0].Equals(clause[0], StringComparison.OrdinalIgnoreCase) && s_pronouns.Contains(clause[0])) clauses.Add([.. before, "and", .. clause[1..]]);
                clauses.Add(clause);
            }

            start = i;
            finite = false;
        }
    }

    /// <summary>"I had nightmares-": broken off, and yet a whole sentence.</summary>
    private static bool NamesThings(List<string> words) =>
        words.Count >= 3 && s_pronouns.Contains(words[0]) && (Inflection.IsVerb(words[^2].ToLowerInvariant()) || s_past.Contains(words[^2]) || words[^2] is "had" or "have" or "got") && words[^1] is { Length: > 5 } last && last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal)
        && !s_adverbs.Contains(last) && !s_loose.Contains(last) && !last.Contains('\'', StringComparison.Ordinal);

    private static bool Breaks(List<Piece> words, int start, int i, bool finite)
    {
        var word = words[i].Word.ToLowerInvariant();
        var next = i + 1 < words.Count ? words[i + 1].Word : "";
        if (word is "but" or "because" or "although" or "whereas" or "except" or "plus" or "otherwise") return !(word == "but" && words[i - 1].Word is "nothing" or "anything" or "all" && !(i > 1 && words[i - 2].Word is "or"));
        if (word is "which" && words[i - 1].After == ',') return true;
        if (words[i - 1].After == ',' && word is "i" or "i'm" or "i've" or "i'd" or "we" or "he" or "she" or "they"
            && (i - start <= 2 && words[start].Word.Equals(word, StringComparison.OrdinalIgnoreCase) || words[start].Word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && !finite)) return true;
        if (!finite) return false;
        // "But I know when I go home and I see the food": one condition, and its outcome has yet to come.
        for (var k = start + 1; k < Math.Min(i, start + 4); k++)
            if (word is "and" or "or" && words[k].Word.ToLowerInvariant() is "when" or "if" or "whenever" && !words.GetRange(k, i - k).Exists(p => p.After == ',')) return false;
        var conditional = (words[start].Word.ToLowerInvariant() is "every" or "each" or "any" && start + 1 < words.Count && words[start + 1].Word == "time") || words[start].Word.ToLowerInvariant() is "if" or "when" or "whenever" or "while" or "after" or "before" or "until" or "once" or "unless" or "since" or "as" or "even";
        if (word is "and" or "so" or "or" or "then" && (!conditional || words.GetRange(start, i - start).Exists(p => p.After == ',')))
        {
            if (word is "so" && next is "that" or "much" or "many" or "far") return false;

            // "I tell them so I don't waste my time": an aim, and no clause of its own.
            if (word is "so" && words[i - 1].After != ',' && i + 2 < words.Count && words[i + 2].Word.ToLowerInvariant() is "don't" or "can" or "can't" or "could" or "couldn't" or "won't" or "wouldn't" or "will" && word is "so") return false;
            if (word == "and" && next is "I" && i - start is 2 or 1 && words[start].Word.ToLowerInvariant() is "my" or "me") return false;
            if (s_pronouns.Contains(next) || next is "then" or "that" or "so") return true;
            if (next.ToLowerInvariant() is "my" or "the" or "our" or "his" or "her" or "their")
                return (i + 3 < words.Count && (IsAuxiliary(words[i + 3].Word) || s_past.Contains(words[i + 3].Word))) || (i + 4 < words.Count && IsAuxiliary(words[i + 4].Word)) || words[i - 1].After == ',';
            return word is "so" or "and" && words[i - 1].After == ',' && i - start >= 4;
        }

        if (words[i - 1].Word == "say") return false;
        return words[i - 1].After == ',' && i - start >= 2 && !conditional && (s_pronouns.Contains(word) || s_pronouns.Contains(next) && word is "then" or "now" or "maybe" or "like");
    }

    private static string[]? Trim(List<string> words)
    {
        bool again;
        do
        {
            again = false;
            if (words.Count < 2 || !s_openers.TryGetValue(Plain(words[0]), out var openers)) break;
            foreach (var opener in openers)
            {
                if (words.Count <= opener.Length || !Starts(words, opener)) continue;
                var rest = Plain(words[opener.Length]);
                if (opener is ["i", "don't", "know"] && (rest.EndsWith("ing", StringComparison.Ordinal) || rest.ToLowerInvariant() is "maybe" or "probably"))
                {
                    words.RemoveRange(0, 3);
                    again = true;
                    break;
                }

                if (opener is ["i", "mean"] && rest.ToLowerInvariant() is not ("it" or "that" or "to" or "what" or "everything" or "business"))
                {
                    words.RemoveRange(0, 2);
                    again = true;
                    break;
                }

                if ((opener.Length > 1 || opener[0] is "now" or "still" or "just" or "since" or "see" or "so" or "then" or "maybe" or "great" or "good" or "cool" or "true" or "sure" or "fine" or "right") && opener[^1] != "say" && !IsSubject(rest) && !words[opener.Length - 1].EndsWith(',') && !Array.Exists(s_times, t => words.Count > opener.Length + t.Length + 2 && Starts(words[opener.Length..], t))) continue;
                if (opener is ["it's" or "it", ..] && !s_pronouns.Contains(rest)) continue;
                if (opener[^1] is "know" && !words[opener.Length - 1].EndsWith(',')) continue;
                if (opener is ["i", "feel", "like"] or ["i", "feel", "that"] && rest.ToLowerInvariant() is not ("it" or "it's")) continue;
                if (opener is ["no"] && !words[0].EndsWith(',') && !IsSubject(rest)) continue;
                words.RemoveRange(0, opener.Length);
                again = true;
                break;
            }
        }
        while (again);
        do
        {
            again = false;
            if (words.Count < 3 || !s_tails.TryGetValue(Plain(words[^1]), out var tails)) break;
            foreach (var tail in tails)
            {
                if (words.Count <= tail.Length + 1 || !Finishes(words, tail)) continue;
                if (tail is ["right" or "really" or "well" or "man" or "doc" or "doctor" or "sir" or "okay" or "ok" or "please" or "that" or "like"] && !words[^2].EndsWith(',') && tail[0] is not "like") continue;
                words.RemoveRange(words.Count - tail.Length, tail.Length);
                again = true;
                break;
            }
        }
        while (again);
        for (var i = words.Count - 1; i > 0; i--)
            if (Plain(words[i]).ToLowerInvariant() is "just" or "actually" or "basically" or "literally" or "honestly" or "obviously" && words.Count > 3 && !(Plain(words[i - 1]) is "not" or "isn't" or "wasn't")) words.RemoveAt(i);
        if (words.Count == 0) return null;
        words[^1] = words[^1].TrimEnd(',');

        // "With going back to school, I have to ...": the statement is what follows.
        if (words.FindIndex(w => w.EndsWith(',')) is >= 0 and <= 6 and var comma && comma + 3 < words.Count && s_pronouns.Contains(words[comma + 1]) && (words[0].ToLowerInvariant() is "with" or "then" || (comma < 3 && words[0].ToLowerInvariant() is "my" && words[comma + 1].StartsWith('I')))) words.RemoveRange(0, comma + 1);
        TimeLast(words);
        Halved(words);
        return [.. words];
    }

    /// <summary>"Last week I went three days" as "I went three days last week".</summary>
    private static void TimeLast(List<string> words)
    {
        foreach (var time in s_times)
        {
            if (words.Count < time.Length + 3 || words.Count > 12 || !Starts(words, time)) continue;
            if (!s_pronouns.Contains(words[time.Length]) && words[time.Length].ToLowerInvariant() is not ("my" or "our" or "the")) return;
            var moved = words.GetRange(0, time.Length);
            moved[^1] = Plain(moved[^1]);
            if (!moved[0].Equals("I", StringComparison.Ordinal) && !s_days.Contains(moved[0])) moved[0] = moved[0].ToLowerInvariant();
            words.RemoveRange(0, time.Length);
            words.AddRange(moved);
            return;
        }
    }

    /// <summary>"If I test dirty I lose that": a comma where the second half begins.</summary>
    private static void Halved(List<string> words)
    {
        if (words[0].ToLowerInvariant() is not ("if" or "when" or "once" or "whenever" or "unless" or "until" or "after" or "before") || words.Exists(w => w.EndsWith(','))) return;
        for (var i = 3; i + 1 < words.Count; i++)
        {
            var lower = words[i].ToLowerInvariant();
            if (lower is not ("i" or "i'm" or "i'll" or "i'd" or "i've" or "it's" or "it" or "he" or "she" or "they" or "we") || words[i - 1].ToLowerInvariant() is "that" or "what" or "how" or "like" or "and" or "or" or "think" or "know" or "because" or "thing" or "than" or "as" or "of" or "to" or "time" or "way" or "see" or "say" or "means" or "mean") continue;
            if (lower.Contains('\'', StringComparison.Ordinal) || IsFinite(words[i + 1])) words[i - 1] += ",";
            return;
        }
    }

    // Judging.

    /// <summary>Whether a clause can stand alone as a statement, and how much there is in it; 0 when it cannot.</summary>
    public static int Worth(string[] words, int most)
    {
        if (words.Length < 2 || words.Length > most) return 0;
        var lower = Array.ConvertAll(words, w => Plain(w).ToLowerInvariant());
        var last = lower[^1];
        if (lower.Length == 2 && last is "want" or "wanted" or "need" or "like" or "think" or "know" or "had" or "heard" or "guess" or "mean" or "said" or "use" or "get" or "got") return 0;
        if (Array.IndexOf(lower, "instead") is > 0 and var instead && lower[instead - 1] is "was" or "were" or "is" or "am" or "i'm") return 0;
        if (s_loose.Contains(last) && !EndsWell(lower) && lower is not [_, _, .., "a", "while"]) return 0;
        if (last is "something" or "someone" or "somebody" or "people" && lower[^2] is "that" or "because" && last is "something" or "someone" or "somebody" or "people") return 0;
        // "One older brother he's about eight": two statements without a joint.
        for (var i = 3; i < lower.Length; i++)
            if (lower[i] is "he's" or "she's" or "it's" or "they're" or "there's" or "i'm" or "we're" && !words[i - 1].EndsWith(',') && !s_joints.Contains(lower[i - 1])) return 0;
        for (var i = 1; i + 1 < lower.Length; i++)
        {
            if (lower[i] is "that" or "like" && lower[i + 1] is "when" or "if" && !words[i..].Any(w => w.EndsWith(','))) return 0;
            if (lower[i] == "getting" && lower[i + 1].EndsWith("ing", StringComparison.Ordinal)) return 0;
            if (lower[i] is "know" or "wonder" && lower[i + 1] is "is" or "are" or "will") return 0;
        }

        if (last is "only" or "even" or "especially" || lower is [.., "my" or "your" or "the", "own"]) return 0;
        if (last is "ever" || (lower[^2] == "without" && last.EndsWith("ing", StringComparison.Ordinal))) return 0;

        // "I would say three days", "this one incident that somebody was talking to me", "the ones that not even".
        if (lower is ["i", "would" or "could", "say", ..] or ["i'd", "say", ..] or ["i", "would", "have", "to", "say", ..]) return 0;
        if (Array.IndexOf(lower, "that") is > 1 and var relative && relative + 1 < lower.Length && lower[relative + 1] is "not" or "like" or "even") return 0;
        if (lower is ["there's", "this" or "that", ..] or ["there", "was" or "is" or "were", "this" or "that" or "these" or "those", ..] or ["there's", "one", ..] && Array.IndexOf(lower, "that", 2) > 0) return 0;
        if (lower is [.., var stranded, "at", "all"] && (IsAuxiliary(stranded) || s_adverbs.Contains(stranded)) && lower.Length > 4 && IsAuxiliary(lower[^4])) return 0;
        for (var i = 1; i + 1 < lower.Length; i++)
        {
            if (lower[i] is not ("would" or "could" or "should" or "will" or "can" or "might")) continue;
            if (lower[i + 1] is "went" or "came" or "took" or "saw" or "gave" or "did" or "was" or "were" or "had" or "snuck" or "is" or "are" || (lower[i + 1].Length > 4 && lower[i + 1].EndsWith("ed", StringComparison.Ordinal) && !Inflection.IsVerb(lower[i + 1]))) return 0;
            if (i > 2 && !words[i - 1].EndsWith(',') && !s_pronouns.Contains(lower[i - 1]) && Array.IndexOf(lower, "if", 0, i) > 0) return 0;
        }

        if (lower is [.., "already" or "just" or "ever", "heard" or "known" or "said" or "told"]) return 0;
        if (lower is [.., "or" or "and", "sometimes" or "maybe" or "often" or "usually" or "probably" or "never" or "always"] or [.., "had" or "have", "said"]) return 0;

        // "I know when I go home", "I think possibly more": the clause that these open is not there.
        if (lower.Length > 2 && lower[0] == "i" && lower[1] == "know" && lower[2] is "when" or "if") return 0;
        if (lower is ["i", "know" or "think" or "believe" or "feel", "that", "once" or "when" or "if" or "after" or "until", ..] && !words.Any(w => w.EndsWith(','))) return 0;
        if (lower is [_, "don't" or "didn't" or "doesn't" or "won't" or "can't" or "wouldn't", "if" or "when" or "because" or "that" or "so", ..] or [.., "in", "good" or "bad" or "really"]) return 0;
        if (lower is ["it" or "that", _, "it"] or ["it" or "that", "has" or "had" or "is" or "did" or "does" or "have", _, "it" or "that"]) return 0;
        if (lower.Length > 3 && lower[0] == "i" && lower[1] == "think" && lower[2] is "possibly" or "maybe" or "probably" or "perhaps" && !IsSubject(lower[3])) return 0;
        if (last is "getting" or "becoming" or "keeps" or "seems" || (last is "keep" or "gets" or "seem" && lower.Length <= 4)) return 0;

        // "My parents, and I have a dog": two statements' ends and beginnings, not one.
        if (lower.Length > 3 && lower[0] is "my" or "your" && words[1].EndsWith(',') && lower[2] == "and" && lower[3] is "i" or "you") return 0;
        if (s_trivial.Contains(string.Join(' ', lower))) return 0;
        var content = 0;
        var self = false;
        var second = false;
        foreach (var word in lower)
        {
            if (word.Length == 0 || s_unfit.Contains(word)) return 0;
            if (word is "you" or "your" or "you're" or "you've" or "you'd" or "you'll" or "yours" or "yourself") second = true;
            if (word is "i" or "i'm" or "i've" or "i'd" or "i'll" or "me" or "my" or "myself" or "we" or "our" or "us" or "we're" or "mine") self = true;
            if (!s_empty.Contains(word) && !s_adverbs.Contains(word)) content++;
        }

        if (content == 0 && lower.Length >= 4 && lower[0] is "i" or "i'm" or "i've" or "i'd") content = 1;
        if (content == 0 && self && Array.Exists(lower, w => w is "feel" or "feels" or "felt" or "made" or "makes") || (self && lower.Contains("lot") && lower[1] is "mean" or "means")) content = 1;
        if (content == 0) return 0;
        if (second && !(lower[0] is "you" && !self && lower[1] is "can't" or "can" or "have" or "get" or "never" or "need" or "don't" or "just" && !lower.Any(w => s_toCounselor.Contains(w)))) return 0;
        if (!Stands(words, lower)) return 0;

        // "I'm definitely want", "she's was", "to able", "not as happy", "a bit at the start", and what cannot be told from a filler.
        var likes = 0;
        for (var i = 0; i < lower.Length; i++)
        {
            if (lower[i] == "like" && i > 1) likes++;
            var next = i + 1 < lower.Length ? lower[i + 1] : "";
            if (lower[i] is "i'm" or "we're" or "they're" or "he's" or "she's" or "it's" or "that's" or "there's")
            {
                var at = i + 1;
                while (at < lower.Length - 1 && s_adverbs.Contains(lower[at])) at++;
                if (at < lower.Length && lower[at] is "want" or "need" or "have" or "think" or "know" or "do" or "don't" or "can" or "can't" or "will" or "would" or "may" or "might" or "could" or "should" or "was" or "is" or "are" or "were" or "am" or "like" && lower[i] is not ("it's" or "that's")) return 0;
                if (at < lower.Length && lower[at] is "was" or "is" or "are" or "were" or "am") return 0;
            }

            if (lower[i] == "to" && next is "able" or "be" && i + 2 < lower.Length && lower[i + 2] is "be" or "is") return 0;
            if (lower[i] == "to" && next == "able") return 0;
            if (lower[i] == "whether" && !lower[(i + 1)..].Any(IsFinite)) return 0;
            if (lower[i] is "bit" or "little" && i > 0 && lower[i - 1] == "a" && next is "at" or "in" or "on" or "when" or "and" or "so" && !(i > 1 && lower[i - 2] is "back" or "down")) return 0;
        }

        // "to that point, all the fun that I have": the end of another thought.
        for (var i = 2; i + 1 < lower.Length; i++)
            if (words[i].EndsWith(',') && lower[i + 1] is "all" or "both" && i + 3 < lower.Length && lower[i + 2] is "the" or "my" or "that") return 0;
        if (lower[0] is "it's" or "that's" or "there's" && Array.IndexOf(lower, lower[0], 1) is > 0 and < 4) return 0;
        if (likes > 1 || words.Any(w => w is "and," or "but," or "or," or "so," or "don't," or "didn't," or "was," or "is," or "can't," or "would," or "am," or "have," or "that," or "should," or "could," or "will," or "might," or "can,")) return 0;
        if (lower is ["it's" or "that's", "scared" or "afraid" or "ashamed" or "nervous" or "worried" or "tired", ..]) return 0;
        if (lower is ["it's" or "that's", "go" or "get" or "do" or "cut" or "drink" or "eat" or "make" or "take" or "have" or "keep" or "try" or "stop", ..]) return 0;
        if (lower is [.., "a", "little"] && lower.Length <= 5) return 0;
        if (lower is ["i", "feel" or "think" or "know" or "guess", ..] && words[1].EndsWith(',')) return 0;
        if (last is "i" or "we" or "he" or "she" or "they" || (lower is ["i", "don't" or "didn't", "think" or "believe" or "know", ..] && lower.Length > 3 && words[2].EndsWith(','))) return 0;
        if (lower is ["i", "think" or "guess" or "believe" or "suppose", ..] && (lower[2].EndsWith("ing", StringComparison.Ordinal) || !lower[2..].Any(IsFinite))) return 0;

        // Two verbs for one subject, or a question inside: "that's my worry is", "I wonder will he come".
        if (lower[0] is "that's" or "it's" or "this" or "it" && Array.IndexOf(lower, "is", 2) >= 0 && lower[0] is "that's" or "it's") return 0;
        for (var i = 2; i + 1 < lower.Length; i++)
            if (lower[i] is "will" or "am" or "is" or "are" or "do" or "does" or "did" or "can" or "could" or "should" or "would" && lower[i + 1] is "i" or "he" or "she" or "they" or "we" && lower[i] is "will" or "am" or "is" or "are" or "do" or "does" or "did" or "can" or "could" or "should" or "would" && lower[i - 1] is not ("than" or "as" or "so" or "i" or "he" or "she" or "they" or "we" or "it" or "you")) return 0;
        if (lower[0] is "that" or "that's" or "it" or "it's" or "this" or "this's" or "there" or "there's" && content < 2 && !self) return 1;
        return 2 + Math.Min(content, 6) + (self ? 3 : 0) + (lower[0] is "i" or "i'm" or "i've" or "i'd" or "i'll" or "my" or "we" ? 2 : 0) - (words.Length > 14 ? 3 : 0);
    }

    /// <summary>A subject first and its verb near.</summary>
    private static bool Stands(string[] words, string[] lower)
    {
        if (lower[0] is "both" or "all" or "half" or "some" or "most" && lower.Length > 3 && lower[1] is "of" && lower[2] is "us" or "them") return IsFinite(lower[3]);
        if (lower[0] is "every" or "each" or "any" && lower[1] is "time" || lower[0] is "if" or "when" or "whenever" or "while" or "after" or "before" or "until" or "once" or "unless" or "since" or "even" or "as")
        {
            var comma = Array.FindIndex(words, w => w.EndsWith(','));
            return comma > 1 && comma + 2 < words.Length && Stands(words[(comma + 1)..], lower[(comma + 1)..]);
        }

        if (lower[0] is "i'm" or "i've" or "i'd" or "i'll" or "we're" or "we've" or "we'd" or "we'll" or "he's" or "she's" or "it's" or "they're" or "that's" or "there's" or "they've" or "he'd" or "she'd" or "they'd" or "it'd" or "it'll" or "he'll" or "she'll" or "they'll" or "that'd" or "that'll" or "everything's" or "everyone's" or "nobody's" or "nothing's")
            return lower[1] is not ("i" or "it" or "he" or "she" or "they" or "we" or "what" or "i'm" or "it's" or "because" or "that's") && !(lower[0] is "i've" or "we've" or "they've" && Inflection.IsVerb(lower[1]) && lower[1] is not ("put" or "cut" or "quit" or "set" or "let" or "hit" or "hurt" or "read" or "come" or "become" or "run" or "bet"));
        if (lower[0] is "i" or "we" or "he" or "she" or "they" or "it" or "that" or "this" or "there" or "you" or "everyone" or "everybody" or "nobody" or "somebody" or "someone" or "nothing" or "everything" or "something" or "people" or "those" or "these")
        {
            var at = 1;
            while (at < lower.Length - 1 && s_adverbs.Contains(lower[at])) at++;
            if (lower[0] is "this" or "that" or "these" or "those" && at == 1 && !IsFinite(lower[1])) return !s_pronouns.Contains(lower[1]) && !(lower[0] is "that" && IsSubject(lower[1])) && NounPhrase(lower);
            return (IsFinite(lower[at]) || (at == 1 && lower[0] is "i" or "we" or "they" or "he" or "she" && MayBeVerb(lower[at], lower[0] is "he" or "she"))) && !(lower[0] is "i" or "we" or "they" && lower[at] is "is" or "has" or "does") && !(lower[0] is "i" && lower[at] is "are" or "were" && lower[at] is "are");
        }

        if (lower[0] is "a" && lower[1] is "little" or "bit" or "lot" or "few") return false;
        if (lower[0] is "my" or "our" or "his" or "her" or "their" or "the" or "a" or "an" or "some" or "all" or "most" or "every" or "no" or "one" or "both" or "half" or "part" or "me" or "another" or "any" or "many") return NounPhrase(lower);
        if (lower[0].Length > 4 && lower[0].EndsWith("ing", StringComparison.Ordinal)) return NounPhrase(lower) && lower[0] is not ("depending" or "considering" or "including" or "according" or "going" or "being" or "getting" or "having" or "doing" or "trying" or "thinking" or "making" or "nothing" or "saying" or "talking");
        return char.IsUpper(words[0][0]) && words[0].Length > 2 && !s_empty.Contains(lower[0]) && lower.Length > 2 && (IsAuxiliary(lower[1]) || lower[1].EndsWith("ed", StringComparison.Ordinal));
    }

    /// <summary>After "I" or "they" nearly every word of meaning is a verb; after "he" one in -s or -ed.</summary>
    private static bool MayBeVerb(string word, bool third) =>
        word.Length > 2 && char.IsLetter(word[0]) && !s_loose.Contains(word) && !s_empty.Contains(word) && !s_pronouns.Contains(word) && !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("ly", StringComparison.Ordinal)
        && (third ? word[^1] == 's' || word.EndsWith("ed", StringComparison.Ordinal) : word[^1] != 's' || word.EndsWith("ss", StringComparison.Ordinal));

    private static bool NounPhrase(string[] lower)
    {
        for (var i = 1; i < Math.Min(7, lower.Length); i++)
        {
            if (lower[i] is "has" or "is" or "was" or "hasn't" or "isn't" or "wasn't" or "does" && lower[1].EndsWith('s') && !lower[1].EndsWith("ss", StringComparison.Ordinal) && !lower[1].EndsWith("'s", StringComparison.Ordinal) && lower[0] is "the" or "my" or "these" or "those" or "his" or "her" or "our" or "their") return false;
            if (lower[i] == "that" && lower[i - 1] is "about" or "of" or "with" or "at" or "for" or "on" or "doing" or "to") continue;
            if (lower[i] is "that" or "who" or "which" or "what" or "when" or "if" or "where" or "because" or "to" or "than" || (lower[i] is "i" && lower[i - 1] is not "and")) return lower[i] is "to" or "of" && i < 3 && NounPhrase(lower[i..]);
            if (IsAuxiliary(lower[i]) || (i >= 2 && lower[i - 1] is not ("and" or "or") && (s_past.Contains(lower[i]) || (lower[i].EndsWith("ed", StringComparison.Ordinal) && lower[i].Length > 4)))) return true;
            if (i >= 2 && lower[i].EndsWith('s') && lower[i - 1].EndsWith('s') && s_past.Contains(lower[i])) return false;
            if (i >= 2 && lower[i].EndsWith('s') && Inflection.IsVerb(lower[i][..^1])) return true;
            if (i >= 2 && lower[i - 1].EndsWith('s') && Inflection.IsVerb(lower[i])) return true;
            if (lower[0].EndsWith("ing", StringComparison.Ordinal) && lower[i].EndsWith('s') && Inflection.IsVerb(lower[i][..^1])) return true;
            if (i >= 3 && lower[i - 1] is "i" && lower[i - 2] is "and" && IsFinite(lower[i])) return true;
        }

        return false;
    }

    private static bool EndsWell(string[] lower)
    {
        if (lower.Length < 4) return false;
        if (lower[^1] is "to") return lower[^2] is "want" or "have" or "need" or "going" or "supposed" or "used" or "able" or "like" or "got" || lower.Contains("someone") || lower.Contains("nobody") || (lower.Contains("people") && lower.Contains("one"));
        if (lower[^1] is "have" or "got" or "get") return lower.Contains("all") || lower.Contains("only") || lower[^2] is "people" or "others";
        if (lower[^1] is "am") return lower[^2] == "i" && lower[^3] is "who" or "what" or "how" or "where";
        if (lower[^1] is "her" or "his" && IsFinite(lower[^2])) return true;
        if (lower[^1] is "do" or "does" or "did" or "could" or "should" or "can") return Array.FindIndex(lower, w => w is "what" or "how" or "than" or "as") > 1;
        if (lower[^1] is "went" or "goes") return Array.FindIndex(lower, w => w is "what" or "how" or "where" or "why") > 1;
        if (lower[^1] is "her" or "me" or "that") return lower[^2] is "to" or "all" or "at" or "in" or "with" or "about" or "of" or "for" or "on" or "like" || (lower[^1] == "that" && Inflection.IsVerb(lower[^2]) && lower[^2] is not ("think" or "say" or "know" or "believe" or "hope" or "mean" or "see" or "feel" or "guess" or "find" or "tell" or "wish"));
        if (lower[^1] is "is" or "was" or "are") return lower.Contains("how") || lower.Contains("what") || lower.Contains("where") || lower.Contains("than");
        // "Somebody to talk to", and not "I'm starting to think about".
        if (lower[^1] is "with" or "to" or "about" && lower[^3] is "to" && Inflection.IsVerb(lower[^2])) return !lower[^4].EndsWith("ing", StringComparison.Ordinal) && !IsFinite(lower[^4]);
        return lower[^1] is "with" or "about" or "of" or "for" or "on" or "in" or "at" or "from" && (lower.Contains("what") || lower.Contains("something") || lower.Contains("nothing") || lower.Contains("someone") || lower.Contains("anything") || lower.Contains("who") || lower[^2] is "start" or "afraid" or "ashamed" or "dealing" or "coming" or "going" or "proud");
    }

    /// <summary>The words of a sentence that carry its meaning.</summary>
    internal static List<string> Meant(string sentence) => [.. ClientWords.Plain(sentence).Where(w => !s_empty.Contains(w) && !s_adverbs.Contains(w) && w is not ("want" or "wish" or "like" or "rather" or "need" or "you" or "your" or "you'd" or "you're" or "you've" or "you'll")).Distinct()];

    internal static bool IsFinite(string word)
    {
        word = Plain(word).ToLowerInvariant();
        return IsAuxiliary(word) || s_past.Contains(word) || (word.EndsWith("ies", StringComparison.Ordinal) && Inflection.IsVerb(word[..^3] + "y")) || Inflection.IsVerb(word) || (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal)) || (word.Length > 3 && word.EndsWith('s') && (Inflection.IsVerb(word[..^1]) || (word.EndsWith("es", StringComparison.Ordinal) && Inflection.IsVerb(word[..^2]))));
    }

    private static bool IsAuxiliary(string word) => s_auxiliary.Contains(word) || (word.Length > 3 && word.EndsWith("'s", StringComparison.Ordinal) && s_pronouns.Contains(word));

    internal static bool IsQuestionWord(string word) => Plain(word).ToLowerInvariant() is "what" or "how" or "why" or "when" or "where" or "who" or "if" or "whether" or "which";

    internal static bool IsSubject(string word) => s_pronouns.Contains(word) || word.ToLowerInvariant() is "my" or "our" or "the" or "his" or "her" or "their" or "a" or "an" or "some" or "all" or "most" or "people" or "if" or "when" or "these" or "those" or "both" or "no" or "every" or "each" or "another" or "anybody" or "anyone";

    internal static string Plain(string word) => word.TrimEnd(',');

    private static bool Starts(List<string> words, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            if (!Plain(words[i]).Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool Finishes(List<string> words, string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
            if (!Plain(words[words.Count - parts.Length + i]).Equals(parts[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Phrases by the word that each is looked up with, longest first.</summary>
    private static Dictionary<string, string[][]> PhrasesBy(Func<string[], string> key, string phrases) =>
        Phrases(phrases).GroupBy(key, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static string[][] Phrases(string phrases) => [.. phrases.Split("; ").Select(p => p.Split(' ')).OrderByDescending(p => p.Length)];

    private static readonly HashSet<string> s_days = Set("monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february april june july august september october november december christmas");

    private static readonly HashSet<string> s_fillers = Set("um uh er erm uhm umm uhh hmm hm mm mmm mhm ah oh eh huh lol lmao haha hahaha tbh ngl basically literally obviously frankly honestly ugh");

    private static readonly HashSet<string> s_pronouns = Set("I I'm I've I'd I'll we we're we've we'd we'll he he's he'd he'll she she's she'd she'll it it's it'd it'll they they're they've they'd they'll that's there there's this that everyone everybody nobody somebody someone nothing everything everything's everyone's you you're you've you'd you'll");

    private static readonly HashSet<string> s_auxiliary = Set("am is are was were isn't aren't wasn't weren't have has had haven't hasn't hadn't do does did don't doesn't didn't can can't cannot could couldn't will won't would wouldn't should shouldn't must might may");

    private static readonly string[][] s_times = Phrases("last week; last night; last month; last year; last weekend; last time; yesterday; this morning; this week; today; tonight; these days; nowadays; lately; at night; at first; at work; at home; at school; after work; after school; after dinner; before bed; in the morning; in the mornings; in the evening; in the evenings; on weekends; on the weekend; at the weekend; every day; every night; every morning; every week; every weekend; sometimes; most days; most nights; some days; some nights; right now; "
        + "last monday; last tuesday; last wednesday; last thursday; last friday; last saturday; last sunday; on monday; on friday; on saturday; on sunday; on fridays; on saturdays; on sundays; next week; next year; next month; tomorrow; two weeks ago; a year ago; a few months ago; a few weeks ago; for years; for a while; once a week");

    private static readonly HashSet<string> s_opening = Set("yeah yes no okay well maybe probably just mostly mainly and but so like because about oh um perhaps usually");

    private static readonly HashSet<string> s_joints = Set("that and but so because if when think thinking know knowing feel like say saying said says hope guess believe sure where what how why than until while before after since though unless way time or then mean see as now thing whether realize realized moment day whenever once thought told me tell glad afraid scared worried sorry except wish maybe even fact whatever wherever however feeling felt proud");

    /// <summary>Said alone these answer, greet or agree, and name nothing.</summary>
    private static readonly HashSet<string> s_answers = Set("morning afternoon evening yes yeah yep yup no nope nah okay ok sure right fine good great alright true exactly definitely definately definetly absolutely correct maybe perhaps never always sometimes often usually rarely please thanks thank sorry hello hi hey bye goodbye whatever nothing anything something everything really cool nice awesome perfect agreed problem understood possibly probably certainly indeed totally same none hmm mm continue course bit little lot much enough else now today tomorrow later before again both either neither anymore interesting here there day week month year ready wow gosh mostly mainly next done ah doctor sir");

    private static readonly HashSet<string> s_past = Set("went came said told knew thought felt took made gave got saw heard kept left lost met paid put ran sat slept spent stood tried used wanted began became broke brought built bought caught chose cut drank drove ate fell fought forgot forgave grew hid hit held hurt led let lit read rode rose sang sent set shut sold stole swore swam taught tore threw understood woke won wore wrote quit bet spoke sank hung stuck struck cost beat bit blew dug drew flew froze came found meant dealt dreamt leapt lent spelt bled fed fled slid spun stank sucked knows goes does says feels thinks means understand mean sound sounds seem seems figure guess suppose prefer expect tend struggle suffer happen matter matters bother bothers belong depend depends require weigh crave binge overeat snack relapse attempt suck sucks stink stinks own owns consider recall doubt deserve appreciate respect resent regret fear fears kills kill grab grabs reach dread prefer feed cheat snap yell shout scream blow");

    private static readonly HashSet<string> s_adverbs = Set("really just never always also still only even probably definitely usually sometimes actually kind sort of honestly truly totally simply hardly barely rarely already ever often almost not mostly normally generally finally certainly absolutely completely currently either all both now then kinda personally mainly typically obviously clearly maybe too once occasionally eventually suddenly somehow therefore thus pretty");

    private static readonly HashSet<string> s_loose = Set("a an the my your his her their our and or but so to of in on at for from with by into onto about if that because as than like I I'm it's I've I'd we're he's she's they're is was are were am be been being very just really let find put give especially including whether when where while which who whose until though although kind sort some any every no not don't didn't can't won't it'll there's that's what how why maybe gonna get got have has had do does will would could should might may must can even said says goes went told you're");

    private static readonly HashSet<string> s_unfit = Set("let's please thanks thank sorry hello hi hey bye goodbye fuck fucking fucked fuckin shit bullshit bitch cunt asshole goddamn y'all yall lets wow whoa yeah yep nope okay ok bless welcome");

    private static readonly HashSet<string> s_toCounselor = Set("say said tell told think understand know ask asked mean want help give gave send sent guys listen hear see judge look sound seem people");

    private static readonly HashSet<string> s_empty = Set("I I'm I've I'd I'll me my mine myself we we're we've us our he he's she she's it it's they they're them him her his their that that's this these those there there's what which who how when where why if a an the some any all no not and or but so to of in on at for from with by into about as than like then too also just really very is was are were am be been being isn't wasn't aren't have has had haven't do does did don't didn't doesn't done can can't could couldn't will won't would wouldn't should shouldn't might may must get got go going gone went come came think thought know knew guess suppose mean say said see saw thing things stuff one ones something anything nothing everything here now today still even only maybe probably definitely okay ok well up out over down back much many more most lot bit kind sort way right sure yes doing make makes made take it'll it'd that'd you your you're feel felt good true part");

    private static readonly HashSet<string> s_trivial = new(StringComparer.OrdinalIgnoreCase)
    {
        "i don't understand", "i understand", "i see", "i agree", "i hear you", "i appreciate it", "i appreciate that", "i remember", "i forget", "i forgot", "i believe so", "i hope so", "i doubt it", "it depends", "that makes sense", "it makes sense", "that sounds good", "that sounds great", "sounds good", "that would be great", "that would be nice",
        "that works", "that helps", "that's correct", "that's all", "that's about it", "it's funny", "i'm listening", "i'm kidding", "i'm joking", "i don't remember", "i can't remember", "i'm serious", "i swear", "i promise", "i was wondering", "i have a question", "i'm glad", "it's weird", "it's crazy", "i get that", "i get it", "i'd love to", "i'd like to", "i want to",
        "i'd like that", "i can try", "i'll try", "i could try", "i've tried", "it matters", "it works", "it helps", "i wish", "i tried", "i'm trying", "that's great", "that's awesome", "that's cool", "that's exactly it", "that's exactly right", "that's interesting", "that's exactly how it happened", "everything's good to go", "that's a good question", "it's hard to say", "it's possible", "that's possible", "i'm ready",
        "that's the thing", "i heard that", "i have heard of it", "i already have one", "i do all the above", "i did try it", "i've heard that", "i've heard of it", "i want it", "i need it", "i like that", "i like it", "i love it", "that's the problem", "that was it", "i appreciate you", "i really appreciate it",
    };

    private static readonly Dictionary<string, string[][]> s_openers = PhrasesBy(p => p[0],
        "hello; hi; sorry; but; and; because; so; or; well; yeah; yes; yep; no; nah; okay; ok; right; look; listen; then; plus; also; though; although; since; oh; maybe; i mean; you know; i guess; i suppose; to be honest; to be fair; the thing is; the truth is; the fact is; the problem is; thing is; truth is; if i'm honest; if i'm being honest; "
        + "to be honest with you; i'd say; i'd have to say; i would have to say; i want to say; i was going to say; i don't know; like; see; sure; fine; mind you; at the end of the day; in the end; as i said; like i said; i said; still; anyway; anyways; now; it's just that; it's just; it's like; just; apart from that; of course; i'm not gonna lie; i'm not going to lie; not going to lie; which; whereas; except; otherwise; "
        + "i think; i think that; i feel like; i feel that; i guess that; i believe; i believe that; i figure; i suppose that; i would say; i would think; you see; honestly; actually; absolutely; exactly; definitely; totally; true; good; great; cool; hey; my god; oh my god; oh my gosh; oh my goodness; my gosh; oh gosh; it was just like; it was like; it was just; gosh; god; man; for me; in my opinion; personally; all right; alright; nope; mostly; first of all; first off; at least; as far as i know; and then; i have to say; i must admit; i must say; to me; to me then; i'll be honest; i'll admit; the fact that; it's the fact that; i know; let me see; let's see; uh-huh; mm-hmm; mm-hm; like for instance; for example; for instance; obviously");

    private static readonly Dictionary<string, string[][]> s_tails = PhrasesBy(p => p[^1],
        "sorry; probably; maybe; you know; you know what i mean; if that makes sense; i guess; i suppose; to be honest; to be fair; or whatever; or something; or something like that; and stuff; and stuff like that; and everything; and all that; and that; and things like that; and things; or things like that; and whatever; or whatever it is; though; really; right; like; anyway; anyways; honestly; isn't it; innit; actually; so; and; but; or; because; then; i think; or anything; or anything like that; "
        + "to tell the truth; and so on; and so forth; or so; i don't know; yeah; okay; ok; for sure; if you will; so to speak; as far as i'm concerned; i would think; i mean; i believe; you see; and whatnot; i'd say; man; doc; doctor; sir; ma'am; just; well; um; and just; and then; too; as well; please; that kind of thing; as i mentioned; as i said; like i said; as i told you; as you know; like you said; as you said; or what; i don't think; at least; of course; obviously; basically; it's just; i was like; no; yes; or not");

    private static readonly Dictionary<string, string> s_spelling = new(StringComparer.Ordinal)
    {
        ["im"] = "I'm",
        ["ive"] = "I've",
        ["id"] = "I'd",
        ["ill"] = "I'll",
        ["dont"] = "don't",
        ["cant"] = "can't",
        ["wont"] = "won't",
        ["didnt"] = "didn't",
        ["doesnt"] = "doesn't",
        ["isnt"] = "isn't",
        ["wasnt"] = "wasn't",
        ["wouldnt"] = "wouldn't",
        ["couldnt"] = "couldn't",
        ["shouldnt"] = "shouldn't",
        ["havent"] = "haven't",
        ["hasnt"] = "hasn't",
        ["hadnt"] = "hadn't",
        ["arent"] = "aren't",
        ["werent"] = "weren't",
        ["thats"] = "that's",
        ["theres"] = "there's",
        ["hes"] = "he's",
        ["shes"] = "she's",
        ["theyre"] = "they're",
        ["whats"] = "what's",
        ["u"] = "you",
        ["ur"] = "your",
        ["r"] = "are",
        ["gonna"] = "going to",
        ["wanna"] = "want to",
        ["kinda"] = "kind of",
        ["sorta"] = "sort of",
        ["cuz"] = "because",
        ["cos"] = "because",
        ["coz"] = "because",
        ["'cause"] = "because",
        ["'cos"] = "because",
        ["'cuz"] = "because",
        ["cause"] = "because",
        ["til"] = "until",
        ["'til"] = "until",
        ["tho"] = "though",
        ["ppl"] = "people",
        ["thru"] = "through",
        ["rn"] = "right now",
        ["bc"] = "because",
        ["b4"] = "before",
        ["nothin"] = "nothing",
        ["i"] = "I",
        ["i'm"] = "I'm",
        ["i've"] = "I've",
        ["i'll"] = "I'll",
        ["i'd"] = "I'd",
        ["'em"] = "them",
        ["tryna"] = "trying to",
        ["dunno"] = "don't know",
        ["outta"] = "out of",
        ["coulda"] = "could have",
        ["woulda"] = "would have",
        ["shoulda"] = "should have",
        ["'bout"] = "about",
        ["alot"] = "a lot",
        ["em"] = "them",
        ["wasn't"] = "wasn't",
        ["idk"] = "I don't know",
        ["somethin"] = "something",
        ["goin"] = "going",
        ["gettin"] = "getting",
        ["y"] = "why",
        ["ya"] = "you",
        ["cannot"] = "can't",
        ["anymore"] = "anymore",
        ["tryin"] = "trying",
        ["doin"] = "doing",
        ["mornin"] = "morning",
        ["hopefully"] = "I hope",
        ["cigs"] = "cigarettes",
        ["prolly"] = "probably",
        ["probly"] = "probably",
        ["defo"] = "definitely",
        ["def"] = "definitely",
    };
}
