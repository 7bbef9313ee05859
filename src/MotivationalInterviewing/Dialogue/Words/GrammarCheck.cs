using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Finds what makes a reply read as broken: agreement, doubled words, the wrong person, loose ends, leftovers of speech and
/// chat, worn phrases. It knows patterns, not grammar: what it lets pass may still be clumsy. The writer rejects its own
/// candidates with it. Pure; any text is taken.
/// </summary>
internal static class GrammarCheck
{
    private const int MostWords = 160;

    [Flags]
    private enum Kind
    {
        None = 0,

        /// <summary>Client or counselor in the first person.</summary>
        First = 1,

        /// <summary>Takes a verb of the third person singular.</summary>
        Singular = 2,

        /// <summary>Takes a plural verb.</summary>
        Plural = 4,

        /// <summary>"is", "has", "wants": after a singular only.</summary>
        SingularVerb = 8,

        /// <summary>"are", "have", "want": after "you" or a plural only.</summary>
        PluralVerb = 16,

        /// <summary>Asks for a base form after it.</summary>
        Modal = 32,

        /// <summary>Never after a modal.</summary>
        NotBase = 64,

        /// <summary>What comes after it begins a clause.</summary>
        Opens = 128,

        /// <summary>Never the last word.</summary>
        Loose = 256,

        /// <summary>Never after "your".</summary>
        NotOwned = 512,

        /// <summary>Leftover of speech or chat.</summary>
        Leftover = 1024,

        /// <summary>A subject pronoun.</summary>
        Subject = 2048,

        /// <summary>Never straight after a subject "you".</summary>
        NotAfterYou = 4096,

        /// <summary>A finite verb, or a word that holds one.</summary>
        Finite = 8192,

        /// <summary>A person in the singular: "your dad".</summary>
        Person = 16384,

        /// <summary>Persons in the plural: "your kids".</summary>
        Persons = 32768,

        /// <summary>Never after "you're".</summary>
        NotAfterAre = 65536,
    }

    private static readonly FrozenDictionary<string, Kind> s_words = Build();
    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Phrases that a client has heard from every counselor, or that belong in a manual.</summary>
    private static readonly string[] s_worn =
    [
        "what i'm hearing", "what i am hearing", "i'm hearing that", "i hear you saying", "it sounds like you're saying", "how does that make you feel", "on the one hand", "on one hand", "at the end of the day", "i can only imagine", "safe space", "your journey",
        "ambivalen", "change talk", "sustain talk", "coping strateg", "coping mechanism", "valid feelings", "your feelings are valid", "that must be so hard", "unpack", "sit with that feeling", "hold space", "step out of your comfort", "self-care", "take it one day at a time", "i'm proud of you", "great job", "good job", "that's awesome", "amazing work", "toxic",
        "in terms of", "going forward", "reach out to", "utilize", "behavior change", "target behavior", "status quo", "as an ai",
    ];

    private static readonly SearchValues<string> s_wornValues = SearchValues.Create(s_worn, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_stems =
    [
        "it sounds like", "sounds like", "it seems like", "it seems", "it looks like", "it feels like", "so", "part of you", "you're feeling", "you feel", "there's a part", "in a way", "i hear", "for you", "somehow", "what matters", "some of you", "one side of you", "from where you", "as you see it", "and",
    ];

    /// <summary>Name of the first fault in a reply, or null.</summary>
    /// <param name="reply">The reply, or one sentence of it.</param>
    /// <param name="reflection">The text gives the client's words back: nothing in it asks, and nobody says "I".</param>
    [SkipLocalsInit]
    public static string? Find(ReadOnlySpan<char> reply, bool reflection)
    {
        if (reply.IsWhiteSpace()) return "empty";
        if (Marks(reply, reflection) is { } mark) return mark;
        if (reply.IndexOfAny(s_wornValues) is >= 0 and var at)
            return "worn phrase at " + at.ToString(CultureInfo.InvariantCulture);
        Span<Range> words = stackalloc Range[MostWords];
        Span<Kind> kinds = stackalloc Kind[MostWords];
        Span<char> lower = stackalloc char[48];
        var from = 0;
        while (from < reply.Length)
        {
            var end = from;
            while (end < reply.Length && !Ends(reply, end)) end++;
            var sentence = reply[from..Math.Min(end + 1, reply.Length)];
            var count = Split(sentence, words);
            for (var i = 0; i < count; i++) kinds[i] = Look(sentence[words[i]], lower);
            if (Sentence(sentence, words[..count], kinds[..count], reflection) is { } fault) return fault;
            from = end + 1;
        }

        return null;
    }

    /// <summary>The formula that a reply begins with, or an empty span: "it sounds like", "part of you".</summary>
    public static string Stem(ReadOnlySpan<char> reply)
    {
        reply = reply.TrimStart();
        foreach (var stem in s_stems)
            if (reply.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && (reply.Length == stem.Length || !char.IsLetter(reply[stem.Length]))) return stem;
        return "";
    }

    /// <summary>Whether one of the last three replies began with the same formula.</summary>
    public static bool RepeatsStem(ReadOnlySpan<char> reply, ReadOnlySpan<string> recent)
    {
        var stem = Stem(reply);
        if (stem.Length == 0) return false;
        foreach (var earlier in recent[Math.Max(0, recent.Length - 3)..])
            if (Stem(earlier) == stem) return true;
        return false;
    }

    private static string? Marks(ReadOnlySpan<char> reply, bool reflection)
    {
        if (char.IsLower(reply[0])) return "no capital";
        if (reply[^1] is not ('.' or '?' or '"' or '\u201D')) return "no end mark";
        var straight = 0;
        var curly = 0;
        for (var i = 0; i < reply.Length; i++)
        {
            var c = reply[i];
            var next = i + 1 < reply.Length ? reply[i + 1] : '\0';
            switch (c)
            {
                case '"': straight++; break;
                case '\u201C': curly++; break;
                case '\u201D': curly--; break;
                case '?' when reflection: return "question in a reflection";
                case '!' when reflection: return "exclamation in a reflection";
                case '[' or ']' or '{' or '}' or '<' or '>' or '*' or '_' or '#' or '|' or '\uFFFD' or '\u2026': return "mark";
            }

            if (char.IsSurrogate(c) || (char.IsControl(c) && c != '\n')) return "mark";
            if (c is ',' or ';' or ':' && next is '.' or ',' or '?' or ';') return "mark";
            if (c == '.' && next == '.') return "mark";
            if (c == ' ' && next is ' ' or ',' or '.' or '?' or ';') return "mark";
            if (c == '-' && next is ' ' or '-' or '.' or ',' && (i == 0 || reply[i - 1] != ' ')) return "cut off";
        }

        return straight % 2 != 0 || curly != 0 ? "quotes" : null;
    }

    private static string? Sentence(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, ReadOnlySpan<Kind> kinds, bool reflection)
    {
        if (words.IsEmpty) return null;
        var first = true;
        var finite = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = text[words[i]];
            var kind = kinds[i];
            var next = i + 1 < words.Length ? kinds[i + 1] : Kind.None;
            var nextWord = i + 1 < words.Length ? text[words[i + 1]] : default;
            var joined = i + 1 < words.Length && text[words[i].End.Value..words[i + 1].Start.Value] is " ";
            finite |= (kind & (Kind.Finite | Kind.Modal | Kind.SingularVerb | Kind.PluralVerb)) != 0 || (word.Length > 4 && Is(word[^2..], "ed"));
            if (reflection && (kind & Kind.First) != 0) return "wrong person";
            if ((kind & Kind.Leftover) != 0) return "leftover: " + word.ToString();
            if (!joined)
            {
                if (i + 1 == words.Length && (kind & Kind.Loose) != 0) return "loose end: " + word.ToString();
                if (i + 1 < words.Length && (kind & Kind.Loose) != 0 && (kind & Kind.Opens) == 0 && text[words[i].End.Value] is ',' or ';') return "loose end: " + word.ToString();
                first = true;
                continue;
            }

            if (word.Equals(nextWord, StringComparison.OrdinalIgnoreCase) && !Is(word, "had") && !Is(word, "that") && !Is(word, "very") && !Is(word, "really")) return "doubled: " + word.ToString();
            if (Is(word, "a") && StartsWithVowel(nextWord)) return "article";
            if (Is(word, "an") && !StartsWithVowel(nextWord)) return "article";
            if ((Is(word, "a") || Is(word, "an") || Is(word, "the")) && !Is(nextWord, "will") && !Is(nextWord, "can") && (next & (Kind.NotOwned | Kind.First)) != 0) return "article without a noun";
            if (Is(nextWord, "if") && (Is(word, "about") || Is(word, "of") || Is(word, "at"))) return "nothing to ask after";
            if (Is(nextWord, "to") && (Is(word, "from") || Is(word, "of"))) return "nothing between two prepositions";
            if (reflection && Is(word, "you") && Views(nextWord) && SaidAgain(text, words, i)) return "the same verb twice";
            if (Is(word, "your") && (next & Kind.NotOwned) != 0) return "your without a noun";
            if (Is(word, "you") && Is(nextWord, "am")) return "agreement: you am";
            if (Is(word, "it's") && (Is(nextWord, "sucks") || Is(nextWord, "works") || Is(nextWord, "helps") || Is(nextWord, "feels") || Is(nextWord, "depends") || Is(nextWord, "hurts"))) return "two verbs: it's " + nextWord.ToString();
            if (Is(word, "you're") && (next & Kind.NotAfterAre) != 0) return "agreement: you're " + nextWord.ToString();
            if ((kind & Kind.Modal) != 0 && (next & Kind.NotBase) != 0 && !(Is(word, "will") && !first && i > 0 && (kinds[i - 1] & Kind.Subject) == 0)) return "agreement: " + word.ToString() + " " + nextWord.ToString();
            if (first)
            {
                if (Is(word, "you"))
                {
                    if ((next & Kind.SingularVerb) != 0 && (next & Kind.PluralVerb) == 0) return "agreement: you " + nextWord.ToString();
                    if ((next & Kind.NotAfterYou) != 0) return "you without a verb";
                }
                else if ((kind & Kind.Singular) != 0 && (next & Kind.PluralVerb) != 0 && (next & Kind.SingularVerb) == 0 && !Wishes(text, words, i))
                {
                    return "agreement: " + word.ToString() + " " + nextWord.ToString();
                }
                else if ((kind & Kind.Plural) != 0 && (next & Kind.SingularVerb) != 0 && (next & Kind.PluralVerb) == 0)
                {
                    return "agreement: " + word.ToString() + " " + nextWord.ToString();
                }

                if ((kind & Kind.Subject) != 0 && (next & Kind.Subject) != 0) return "two subjects";
            }

            if (i > 0 && Is(text[words[i - 1]], "your") && (i < 2 || !(Is(text[words[i - 2]], "and") || (kinds[i - 2] & Kind.Modal) != 0)) && !Helps(text, words, i))
            {
                if ((kind & Kind.Person) != 0 && (next & Kind.PluralVerb) != 0 && (next & Kind.SingularVerb) == 0) return "agreement: " + word.ToString() + " " + nextWord.ToString();
                if ((kind & Kind.Persons) != 0 && (next & Kind.SingularVerb) != 0 && (next & Kind.PluralVerb) == 0) return "agreement: " + word.ToString() + " " + nextWord.ToString();
            }

            first = (kind & Kind.Opens) != 0;
        }

        return reflection && !finite && words.Length >= 4 && (Is(text[words[0]], "you") || Is(text[words[0]], "your")) ? "no verb" : null;
    }

    private static bool Views(ReadOnlySpan<char> word) => Is(word, "think") || Is(word, "believe") || Is(word, "guess") || Is(word, "know") || Is(word, "feel");

    /// <summary>"You think sometimes you think": begun anew.</summary>
    private static bool SaidAgain(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, int at)
    {
        for (var k = at + 2; k + 1 < words.Length && k <= at + 5; k++)
            if (Is(text[words[k]], "you") && Is(text[words[k + 1]], text[words[at + 1]].ToString())) return true;
        return false;
    }

    /// <summary>"If it were", "let it go", "watching your dad have": a bare verb or a wish, not an agreement.</summary>
    private static bool Wishes(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, int at)
    {
        for (var k = Math.Max(0, at - 3); k < at; k++)
        {
            var word = text[words[k]];
            if (Is(word, "if") || Is(word, "wish") || Is(word, "though") || Is(word, "as") || Is(word, "than") || Is(word, "whether")) return true;
        }

        return false;
    }

    private static bool Helps(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, int at)
    {
        for (var k = Math.Max(0, at - 4); k < at - 1; k++)
        {
            var word = text[words[k]];
            foreach (var verb in (ReadOnlySpan<string>)["let", "make", "makes", "made", "making", "help", "helps", "see", "seeing", "saw", "watch", "watching", "hear", "hearing", "have", "having", "letting", "and", "or", "if", "of", "with", "to", "than", "wish", "did", "does", "do", "when", "for"])
                if (Is(word, verb)) return true;
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(ReadOnlySpan<char> text, int at) => text[at] is '.' or '?' or '!' or '\n' && (at + 1 == text.Length || text[at + 1] is ' ' or '\n' or '"' or '\u201D');

    private static int Split(ReadOnlySpan<char> sentence, Span<Range> words)
    {
        var count = 0;
        var start = -1;
        for (var i = 0; i <= sentence.Length && count < words.Length; i++)
        {
            var inside = i < sentence.Length && (char.IsLetterOrDigit(sentence[i]) || sentence[i] is '\'' or '\u2019' || (sentence[i] == '-' && i > 0 && i + 1 < sentence.Length && char.IsLetterOrDigit(sentence[i - 1]) && char.IsLetterOrDigit(sentence[i + 1])));
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            words[count++] = start..i;
            start = -1;
        }

        return count;
    }

    private static Kind Look(ReadOnlySpan<char> word, Span<char> lower)
    {
        if (word.Length > lower.Length) return Kind.None;
        for (var i = 0; i < word.Length; i++) lower[i] = word[i] == '\u2019' ? '\'' : char.ToLowerInvariant(word[i]);
        return s_lookup.TryGetValue(lower[..word.Length], out var kind) ? kind : Kind.None;
    }

    private static bool StartsWithVowel(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return false;
        foreach (var odd in (ReadOnlySpan<string>)["hour", "honest", "heir", "honor", "honour"])
            if (word.StartsWith(odd, StringComparison.OrdinalIgnoreCase)) return true;
        foreach (var odd in (ReadOnlySpan<string>)["one", "once", "uni", "use", "usu", "euro", "uk", "us-", "ut", "u-turn", "unanim"])
            if (word.StartsWith(odd, StringComparison.OrdinalIgnoreCase) && !word.StartsWith("unin", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("unim", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("utter", StringComparison.OrdinalIgnoreCase)) return false;
        if (word[0] == '8' || Is(word, "11") || Is(word, "18")) return true;

        // Spelled out letter by letter: "an MRI", "an ECG", but "a GP".
        if (word.Length is > 1 and < 5 && char.IsUpper(word[0]) && char.IsUpper(word[1])) return word[0] is 'A' or 'E' or 'F' or 'H' or 'I' or 'L' or 'M' or 'N' or 'O' or 'R' or 'S' or 'X';
        return char.ToLowerInvariant(word[0]) is 'a' or 'e' or 'i' or 'o' or 'u' || (word.Length == 1 && char.ToLowerInvariant(word[0]) is 'f' or 'h' or 'l' or 'm' or 'n' or 'r' or 's' or 'x');
    }

    private static FrozenDictionary<string, Kind> Build()
    {
        var words = new Dictionary<string, Kind>(StringComparer.Ordinal);
        void Add(Kind kind, string list)
        {
            foreach (var word in list.Split(' ')) words[word] = words.GetValueOrDefault(word) | kind;
        }

        Add(Kind.First, "i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves am im ive");
        Add(Kind.Singular, "he she it that this everyone everybody nobody somebody someone nothing everything something");
        Add(Kind.Plural, "they these those people we");
        Add(Kind.SingularVerb, "is isn't was wasn't has hasn't does doesn't wants needs likes thinks feels knows goes gets makes takes says hates loves tries keeps comes gives sees finds believes hopes wishes means works lives helps uses drinks smokes eats");
        Add(Kind.PluralVerb, "are aren't were weren't have haven't do don't want need think feel know go get make take say hate love try keep come give see find believe hope wish work");
        Add(Kind.Modal, "can can't could couldn't will won't would wouldn't should shouldn't must might may cannot you'll he'll she'll they'll it'll don't doesn't didn't do did");
        Add(Kind.NotBase, "am is are was were has had does did been wants went being gone isn't aren't wasn't weren't hasn't didn't doesn't got of after when because while");
        Add(Kind.Opens, "and but because that if when so while until since though although whether what how why where than as before after unless once or which who");
        Add(Kind.Loose, "and but or because the a an your their if than as very every although unless whose nor it's you're they're he's she's you've they've you'll you'd i'm into its i");
        Add(Kind.NotOwned, "am is are was were have has had do does don't doesn't didn't will would can could should you your you're the a an and or but be been not to of if it it's that that's he she they we i my me this there isn't wasn't can't won't");
        Add(Kind.Leftover, "um uh er erm uhm hmm hm mm mhm uh-huh umm uhh ah eh lol lmao haha idk tbh ngl dont cant wont didnt doesnt isnt wasnt wouldnt couldnt shouldnt havent ive u ur gonna wanna gotta kinda sorta cuz cos coz dunno thru tho ppl alot nah yep ya cuss im");
        Add(Kind.Subject, "you he she they we i it's he's she's they're you're you've they've");
        Add(Kind.NotAfterYou, "a an the your his my our of in at for with from by he she it they there this these those been being gone going done tired not scared afraid sure sick happy ready it's he's that's there's is isn't am");
        Add(Kind.Finite, "pray store treat carry argue fight fights hurts costs calms ruins lets drinks smokes argues treats am is are was were isn't aren't wasn't weren't i'm you're he's she's it's they're that's there's what's who's here's you've they've you'd he'd she'd they'd it'd have has had haven't hasn't hadn't do does did don't doesn't didn't "
            + "can can't could couldn't will won't would wouldn't should shouldn't must might may got went came said told knew thought felt took made gave saw heard kept left lost met paid put ran sat slept spent stood thought tried used want wanted need like love hate think feel know get go make take say keep come give see find believe hope wish mean work live help use drink smoke eat "
            + "began became broke brought built bought caught chose cut drank drove ate fell fought forgot forgave grew hid hit held hurt led let lit read rode rose sang sent set shut sold stole swore swam taught tore threw understood woke won wore wrote quit bet spoke sank hung stuck struck cost beat bit blew dug drew flew froze "
            + "care carry start stop look wonder worry talk try end play turn pay sleep walk run remember forget stay sit wake hear call ask tell leave lose miss enjoy prefer trust understand wait watch wear win learn lie spend owe manage struggle hide fight avoid cope deal drive expect fall fear figure follow grow handle happen hold hurt let meet move notice own plan put quit read see seem share show skip speak stand suffer suppose tend visit wear write bet gamble vape exercise test check inject cook buy bring break choose count cry cut");
        Add(Kind.Person, "dad mum mom mother father wife husband son daughter sister brother boss doctor girlfriend boyfriend partner kid child baby friend aunt uncle grandma grandpa nan gran");
        Add(Kind.Persons, "kids children parents friends sons daughters sisters brothers doctors mates grandkids grandchildren");
        Add(Kind.NotAfterAre, "am is are was were have has had do does did don't didn't will would can could can't won't want need know think feel love hate get go went try keep wish hope believe see take make say said told came");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
