using System.Text;

namespace MotivationalInterviewing.Dialogue.Consent;

/// <summary>
/// Hears "are you a bot?" in its many wordings. A clause asks when it addresses the program ("are you", "am I talking to",
/// "is this") and names what it may be ("a person", "an AI", "real"), in the order of a question. Words are compared with one
/// typo allowed in long ones.
/// </summary>
internal static class DisclosureQuestion
{
    private const int MostWords = 400;

    /// <summary>What somebody may talk to, as one word each.</summary>
    private static readonly HashSet<string> s_kinds = new(StringComparer.Ordinal)
    {
        "bot", "bots", "robot", "chatbot", "ai", "human", "machine", "computer", "program", "programme", "software", "algorithm", "automated", "chatgpt", "gpt",
        "siri", "alexa", "bott", "recording", "app", "llm", "claude", "gemini", "robo", "android", "script",
    };

    /// <summary>These ask only beside words about the program itself: "a real person", "a person or".</summary>
    private static readonly HashSet<string> s_people = new(StringComparer.Ordinal) { "person", "real", "alive", "somebody", "someone", "people", "man", "woman", "guy", "lady", "therapist", "counselor", "counsellor", "doctor", "nurse", "psychologist", "professional", "being" };

    /// <summary>Long names in which one letter may be wrong.</summary>
    private static readonly string[] s_fuzzy = ["robot", "chatbot", "human", "machine", "computer", "person", "program", "software", "counselor", "therapist", "automated", "algorithm", "people"];

    private static readonly HashSet<string> s_noise = new(StringComparer.Ordinal)
    {
        "so", "wait", "um", "uh", "ok", "okay", "well", "hey", "hi", "hello", "sorry", "lol", "honestly", "seriously", "really", "actually", "just", "even", "like", "and", "but", "hang", "on", "hold", "question", "first",
        "before", "we", "start", "please", "oh", "no", "yes", "yeah", "hmm", "dude", "bro", "man", "truthfully", "then", "quick", "random", "also",
    };

    internal static bool IsIn(string text)
    {
        foreach (var clause in Clauses(text))
            if (Asks(clause.Words, clause.Question)) return true;
        return false;
    }

    private static bool Asks(List<string> words, bool question)
    {
        var at = 0;
        while (at < words.Count && s_noise.Contains(words[at])) at++;
        var w = words[Math.Min(at, words.Count)..];
        if (w.Count == 0) return false;
        // Wrapped questions: "can you tell me if you are a bot", "I want to know whether this is a person".
        for (var i = 0; i < w.Count; i++)
        {
            if (w[i] is "if" or "whether" && i + 1 < w.Count && Wrapper(w, i) && (Address(w, i + 1, inverted: false) is var a and > 0 ? Names(w, a, w.Count) : w[i + 1] is "theres" or "there" && Names(w, i + 2, w.Count) && Here(w))) return true;
        }

        // "I bet you're a robot", "prove you're human", "you're an AI": said, and waiting for an answer all the same.
        var belief = w[0] == "prove" ? 1 : w[0] == "i" && w.Count > 1 && w[1] is "bet" or "think" or "guess" or "reckon" or "believe" or "knew" ? 2 : 0;
        while (belief < w.Count && w[belief] is "that" or "to" or "me") belief++;
        if (belief < w.Count && w.Count <= 9 && w[belief] is "you" or "youre" or "u" or "ur" or "this" && Address(w, belief, inverted: false) is var claim and > 0 && Kind(w, claim)) return true;
        if (w.Contains("model") && w[0] is "which" or "what" && w[^1] is "you" or "this") return true;

        // "what are you", "who am I talking to", "what is this thing"
        if (w[0] is "what" or "who" or "whos" or "whats" && WhoOrWhat(w)) return true;
        // "is there a real person there", "is anyone actually there"
        if (w[0] is "is" or "are" or "isnt" && w.Count > 2 && w[1] is "there" or "anybody" or "anyone" or "someone" or "somebody" && There(w)) return true;
        // "do I get a human", "can I talk to a real person" asks for a person and is answered in the same way
        // "do you have feelings", "can a program understand", "do you sleep" are left to the conversation.
        if (w[0] is "did" or "do" or "does" or "were" or "was" or "has" && w.Count > 3 && Written(w)) return true;
        var start = Address(w, 0, inverted: true);
        if (start > 0 && Names(w, start, Math.Min(w.Count, start + 9)) && !Elsewhere(w, start)) return true;
        // "you a bot?", "u human or what", "you're not a real person are you", "this is a bot isn't it"
        var stated = Address(w, 0, inverted: false);
        if (stated > 0 && (question || Tagged(w)) && Names(w, stated, Math.Min(w.Count, stated + 8)) && !Elsewhere(w, stated)) return true;
        // "human or bot?", "bot?", "real person or ai"
        if (question && w.Count <= 7 && Bare(w)) return true;
        return false;
    }

    /// <summary>The word after "are you", "is this", "am I talking to" and their like; 0 when the clause does not begin so.</summary>
    private static int Address(List<string> w, int i, bool inverted)
    {
        string Word(int k) => i + k < w.Count ? w[i + k] : "";
        var skip = 0;
        if (inverted)
        {
            if (Word(0) is "are" or "r" or "arent" or "aint" or "ru" or "is" or "isnt" or "am" or "was" or "were" or "could" or "would" or "might")
            {
                if (Word(0) == "ru") return After(1);
                if (Word(0) is "am" && Word(1) is "i") return Talking(2);
                if (Word(0) is "could" or "would" or "might" && Word(1) is "you" or "u" or "this" && Word(2) is "be") return After(3);
                if (Word(0) is "is" or "isnt" or "was" && Word(1) is "this" or "it" or "that" or "the")
                {
                    if (Word(1) == "this" && Word(2) is "chat" or "thing" or "conversation" or "service" or "one") return After(3);
                    if (Word(1) == "the") return Word(2) is "thing" or "one" or "voice" or "person" && Word(3) is "im" or "i" ? Talking(Word(3) == "i" ? 5 : 4) : 0;
                    return After(2);
                }

                if (Word(0) is "is" or "are" && Word(1) is "it" or "they" && Word(2) is "a") return After(2);
                if (Word(0) is not ("is" or "isnt" or "am" or "could" or "would" or "might") && Word(1) is "you" or "u" or "ya" or "yous" or "we" && Word(1) != "we") return After(2);
                if (Word(0) is "are" && Word(1) is "we" && Word(2) is "talking" or "speaking") return After(4);
            }

            if (Word(0) is "areyou" or "ru" or "areu") return After(1);
            // "have I been talking to a bot", "do I talk to a person", "am i chatting with"
            if (Word(0) is "have" && Word(1) is "i" && Word(2) is "been") return Talking(3);
            if (Word(0) is "do" or "did" or "can" && Word(1) is "i" && Word(2) is "talk" or "speak" or "get") return Word(0) == "can" ? 0 : Talking(2);
            return 0;
        }

        if (Word(0) is "you" or "u" or "youre" or "ur" or "yer")
        {
            skip = Word(0) is "youre" or "ur" or "yer" ? 1 : Word(1) is "are" or "r" or "arent" or "must" or "sound" or "might" ? (Word(2) is "be" or "like" ? 3 : 2) : 1;
            return i + skip;
        }

        if (Word(0) is "this" or "it" or "its" or "that" or "thats" or "thisis")
        {
            skip = Word(0) is "its" or "thats" or "thisis" ? 1 : Word(1) is "is" or "isnt" ? 2 : 0;
            return skip == 0 ? 0 : i + skip;
        }

        if (Word(0) is "im" or "i" or "ive")
        {
            var to = Word(0) == "i" ? 1 : 0;
            if (Word(0) == "i" && Word(1) is "am" or "have") to = Word(2) == "been" ? 3 : 2;
            else to = Word(1) == "been" ? 2 : 1;
            while (Word(to) is "really" or "actually" or "even" or "just" or "not") to++;
            return Talking(to);
        }

        return 0;

        int After(int k)
        {
            while (Word(k) is "really" or "actually" or "even" or "just" or "like" or "truly" or "seriously" or "not" or "honestly" or "in" or "fact" or "being" or "kind" or "sort" or "of" or "some" or "possibly" or "by" or "chance") k++;
            return i + k;
        }

        int Talking(int k)
        {
            while (Word(k) is "really" or "actually" or "even" or "just" or "truly" or "seriously" or "still" or "currently") k++;
            if (!(Near(Word(k), "talking") || Near(Word(k), "speaking") || Near(Word(k), "chatting") || Near(Word(k), "texting") || Near(Word(k), "typing") || Near(Word(k), "messaging") || Word(k) is "talkin" or "talk" or "speak" or "get" or "dealing")) return 0;
            k++;
            if (Word(k) is "to" or "with" or "2") k++;
            return After(k);
        }
    }

    /// <summary>Names a kind of thing, or a person as such.</summary>
    private static bool Names(List<string> w, int from, int to)
    {
        for (var i = from; i < to && i < w.Count; i++)
        {
            var word = w[i];
            if (s_kinds.Contains(word))
            {
                // "program" and the like as part of something else: "a computer science student", "human nature", "the program for".
                if (word is "program" or "programme" or "app" or "computer" or "script" && i > from && w[i - 1] is not ("a" or "an" or "some" or "computer" or "real" or "just" or "or" or "automated" or "chat" or "not")) continue;
                if (i + 1 < w.Count && w[i + 1] is "science" or "nature" or "error" or "rights" or "games" or "game" or "resources" or "director" or "screen") continue;
                return true;
            }

            if (word is "artificial" && i + 1 < w.Count && w[i + 1].StartsWith("intel", StringComparison.Ordinal)) return true;
            if (word is "a" && i + 1 < w.Count && w[i + 1] is "i" && (i + 2 >= w.Count || w[i + 2] is "or")) return true;
            if (word is "language" && i + 1 < w.Count && w[i + 1] is "model") return true;
            if (word is "real")
            {
                // "are you real", "a real person", "for real" is none.
                if (i > 0 && w[i - 1] == "for") continue;
                if (i + 1 >= w.Count || w[i + 1] is "or" or "though" or "right" || s_people.Contains(w[i + 1]) || Fuzzy(w[i + 1])) return true;
                continue;
            }

            if (word is "alive" && i == from) return true;
            if (word is "actual" or "living" or "live" or "breathing" or "flesh" && i + 1 < w.Count && (s_people.Contains(w[i + 1]) || w[i + 1] is "and" or "human" || Fuzzy(w[i + 1]))) return true;
            if (word is "person" or "people" || Near(word, "person"))
            {
                // "are you a person who likes" asks about taste; "a person", "a person or", "an actual person" ask this.
                if (i + 1 < w.Count && w[i + 1] is "who" or "that" or "of") continue;
                return true;
            }

            if (word is "counselor" or "counsellor" or "therapist" or "doctor" or "psychologist" or "nurse" && i + 1 >= w.Count && i - from <= 3) return true;
            if (Fuzzy(word) && !s_people.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>Names a kind of thing within three words: "an ai", "just a bot", "human".</summary>
    private static bool Kind(List<string> w, int from) => from < w.Count && w.Count - from <= 4 && !w.Contains("only") && Names(w, from, Math.Min(w.Count, from + 4)) && w.Skip(from).Any(s_kinds.Contains);

    private static bool WhoOrWhat(List<string> w)
    {
        var rest = w.Where(x => x is not ("exactly" or "the" or "hell" or "heck" or "even" or "really" or "actually" or "kind" or "sort" or "of" or "thing" or "fuck" or "on" or "earth")).ToList();
        var said = string.Join(' ', rest);
        return said is "what are you" or "who is other end" or "whos other end" or "who are you" or "what r u" or "who r u" or "who am i talking to" or "what am i talking to" or "whos this" or "who is this" or "what is this" or "who am i speaking to"
            or "who am i speaking with" or "who am i talking with" or "what am i talking with" or "what am i speaking to" or "who am i chatting with" or "what am i chatting with" or "who is on other end" or "whos there" or "who is there" or "whats this"
            || (rest.Count <= 8 && (said.StartsWith("what are you ", StringComparison.Ordinal) || said.StartsWith("who is ", StringComparison.Ordinal) || said.StartsWith("whos ", StringComparison.Ordinal)) && (said.Contains("a bot", StringComparison.Ordinal)
                || said.Contains("ai ", StringComparison.Ordinal) || said.EndsWith(" ai", StringComparison.Ordinal) || said.Contains("a person", StringComparison.Ordinal) || said.Contains("human", StringComparison.Ordinal)
                || said.EndsWith("answering me", StringComparison.Ordinal) || said.EndsWith("writing this", StringComparison.Ordinal) || said.EndsWith("writing these", StringComparison.Ordinal) || said.EndsWith("typing", StringComparison.Ordinal)));
    }

    private static bool There(List<string> w)
    {
        var last = w[^1];
        var here = Here(w);
        if (w[1] is "anybody" or "anyone" or "someone" or "somebody") return here && w.Count <= 7;
        return Names(w, 2, w.Count) && (here || last is "person" or "human" || w.Any(x => x is "behind" or "end")) || (here && w.Any(x => x is "anybody" or "anyone" or "someone" or "somebody") && w.Count <= 8);
    }

    private static bool Here(List<string> w) => w[^1] is "there" or "here" or "this" or "end" or "line" or "side" or "typing" or "screen" or "it" or "replies";

    /// <summary>"Did a human write that?", "does a computer write these?", "do real people answer here?"</summary>
    private static bool Written(List<string> w)
    {
        var verb = w.FindIndex(x => x is "write" or "wrote" or "writing" or "answer" or "answering" or "type" or "typing" or "reply" or "replying" or "written" or "generate" or "generated");
        return verb > 1 && verb <= 6 && w[1] is not ("you" or "u" or "i") && Names(w, 1, verb) || (verb > 0 && w[0] is "was" or "were" && w.Contains("by") && Names(w, verb, w.Count));
    }

    /// <summary>Speaks of somebody or something else: "are you good with computers", "is this program any good", "is it a machine at the gym".</summary>
    private static bool Elsewhere(List<string> w, int from)
    {
        for (var i = from; i < w.Count; i++)
        {
            if (w[i] is "with" or "about" or "for" or "against" or "into" or "using" or "from" or "going" or "mad" or "telling" or "saying" or "sure" or "afraid" or "scared" or "suggesting" or "recommending" or "trying") return true;
            if (s_kinds.Contains(w[i]) || w[i] is "person" or "real" || Fuzzy(w[i]))
                return i + 1 < w.Count && w[i + 1] is "who" or "that" or "worth" or "going" or "any" or "good" or "helpful" or "useful" or "at" or "in" or "free" or "covered" or "mandatory" or "for" or "problem" or "thing" or "addiction" or "use" or "time" or "run" or "required" && !(w[i + 1] is "in" or "at" && i + 2 >= w.Count);
        }

        return false;
    }

    private static bool Wrapper(List<string> w, int at)
    {
        for (var i = 0; i < at; i++)
            if (w[i] is "tell" or "know" or "ask" or "wonder" or "wondering" or "sure" or "say" or "clarify" or "confirm" or "check" or "curious" or "tel") return true;
        return at == 0;
    }

    private static bool Tagged(List<string> w) => w.Count >= 4 && (w[^1] is "right" or "huh" || (w[^1] is "you" or "u" or "it" or "this" or "i" && w[^2] is "are" or "arent" or "is" or "isnt" or "r" or "am" or "aint"));

    private static bool Bare(List<string> w)
    {
        var named = 0;
        foreach (var word in w)
        {
            if (s_kinds.Contains(word) || word is "person" or "real" || Fuzzy(word)) named++;
            else if (word is not ("or" or "a" or "an" or "actual" or "live" or "which" or "is" or "it" or "like" or "what" or "right" or "just" or "some" or "living")) return false;
        }

        return named > 0 && w.Any(x => x is not ("computer" or "app" or "program" or "software" or "script" or "real" or "machine"));
    }

    private static bool Fuzzy(string word)
    {
        foreach (var name in s_fuzzy)
            if (Near(word, name)) return true;
        return false;
    }

    /// <summary>Equal, or one letter wrong, missing, doubled or swapped, in words of five letters and more with the same beginning.</summary>
    private static bool Near(string word, string name)
    {
        if (word == name) return true;
        if (name.Length < 5 || word.Length < 4 || Math.Abs(word.Length - name.Length) > 1 || word[0] != name[0]) return false;
        // Real words that are one letter away from a name.
        if (word is "humane" or "humans" or "humor" or "parson" or "prison" or "persona" or "robots" or "programs" or "machines" or "computers" or "persons" or "compute" or "commuter" or "talking") return word is "robots" or "humans";
        var i = 0;
        while (i < word.Length && i < name.Length && word[i] == name[i]) i++;
        var a = word.AsSpan(i);
        var b = name.AsSpan(i);
        if (a.Length == b.Length)
            return (a.Length > 0 && a[1..].SequenceEqual(b[1..])) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
        return a.Length > b.Length ? a[1..].SequenceEqual(b) : a.SequenceEqual(b[1..]);
    }

    private static IEnumerable<(List<string> Words, bool Question)> Clauses(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
                continue;
            }

            // "you're" and "youre" are one; "a.i." becomes "ai".
            if (c is '\'' or '\u2019' or '\u2018' && word.Length > 0) continue;
            if (c == '.' && word.Length == 1 && word[0] is 'a') continue;
            Flush();
            if (count > MostWords) break;
            if (c is '?' or '.' or '!' or ';' or ',' or ':' or '\n' or '\u2014' or '(' or ')')
            {
                if (words.Count > 0) yield return (words, c == '?' || (c == ',' && text.Contains('?', StringComparison.Ordinal)));
                words = [];
            }
        }

        Flush();
        if (words.Count > 0) yield return (words, false);

        void Flush()
        {
            if (word.Length == 0) return;
            words.Add(word.ToString());
            word.Clear();
            count++;
        }
    }
}
