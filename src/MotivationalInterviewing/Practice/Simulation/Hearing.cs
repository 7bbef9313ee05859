using System.Collections.Immutable;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>What a counselor's turn is about, beyond its act.</summary>
internal enum QuestionTopic
{
    None = 0,
    Importance,
    Confidence,
    Readiness,
    WhyNotLower,
    WhyNotHigher,
    Day,
    Amount,
    WhyHere,
    Past,
    Strengths,
    Forward,
    Back,
    Worse,
    Change,
    Likes,
    Barriers,
    Next,
    Others,
    Values,
    Worries,
    Feelings,
    More,
    MakeOf,
    Check,
    Permission,
    Safety,
}

/// <summary>A counselor's turn as the client takes it.</summary>
internal sealed record Heard
{
    internal required ImmutableArray<HeardAct> Acts { get; init; }

    internal QuestionTopic Question { get; init; }

    internal bool Asks { get; init; }

    internal bool YesNo { get; init; }

    internal bool Greets { get; init; }

    /// <summary>An own earlier line that was given back; -1 for none.</summary>
    internal int Reflected { get; init; } = -1;

    /// <summary>Topic of the profile that is meant; -1 for none.</summary>
    internal int Topic { get; init; } = -1;

    /// <summary>Hidden fact that was touched on; -1 for none.</summary>
    internal int Hidden { get; init; } = -1;

    internal bool Triggered { get; init; }

    /// <summary>Own words handed back unchanged.</summary>
    internal bool Parrots { get; init; }

    internal uint[] Stems { get; init; } = [];

    internal bool Has(HeardAct act) => Acts.Contains(act);
}

/// <summary>Takes a counselor's turn apart with the library's own coder and guard, and finds what it is about.</summary>
internal static class Hearing
{
    private static readonly (string Words, QuestionTopic Topic)[] s_phrases = Phrases(
        (QuestionTopic.Safety, "hurt yourself|hurting yourself|harm yourself|killing yourself|kill yourself|ending your life|end your life|suicid|safe at home|thoughts of dying|wish you were dead|are you safe|thinking of dying|not being here"),
        (QuestionTopic.WhyNotHigher, "what would it take to get|what would it take to move|take it to a|move it up|make it a higher|why not a 9|why not a 10|why not higher|what would make it a|move you up|what would bring it"),
        (QuestionTopic.WhyNotLower, "and not lower|why not lower|not a lower|rather than a|instead of a|and not a|why not a|why not zero|and not zero|and not one|not lower|and not two"),
        (QuestionTopic.Check, "did i get that|is that right|did i miss|what did i miss|have i got that|am i right|is that about right|what have i missed|what else is in there|do i have that"),
        (QuestionTopic.Permission, "would it be ok|would it be all right|would it be alright|do you mind if|would you mind if|mind if i|can i share|could i share|may i|would you like to hear|would it help if i|is it ok if|is it all right if|are you interested in hearing|could i tell you|can i tell you|want to hear"),
        (QuestionTopic.MakeOf, "what do you make of|make of that|how does that sound|what do you think of that|how does that fit|what do you think about that|how does that land"),
        (QuestionTopic.Likes, "what do you like|what you like|good things|good about|do you enjoy|what does it do for you|what do you get out|what do you get from|benefits of|would you miss|do you keep|what does it give|upside|what is in it for|whats in it for|what works about|do for you"),
        (QuestionTopic.Barriers, "gets in the way|get in the way|what stops you|stopping you|makes it hard|making it hard|hard about|whats difficult|what is difficult|barrier|obstacle|hold you back|holds you back|holding you back|keeps you from|reasons not to|downside of stopping|downside of changing|against changing"),
        (QuestionTopic.Worries, "worr|concern|what scares|scare you|afraid|bother you|bothers you|not so good|less good|downside|dont you like|what troubles|keeps you up"),
        (QuestionTopic.Values, "matters most|matter most|matters to you|important to you in|what is important to you|whats important to you|what do you value|your values|care about|kind of person|sort of person|mean the most|what do you stand for|what do you live for"),
        (QuestionTopic.Feelings, "how do you feel|how did you feel|how does that feel|how did that feel|feel about|what was that like|what is that like|whats that like|whats it like|what is it like|how was that|how are you with that|how does it feel|left you feeling|leave you feeling"),
        (QuestionTopic.Strengths, "strength|proud|what have you got going|good at|what got you through|how did you manage|how have you managed|how did you do it|what helped|how did you do that|pulled that off"),
        (QuestionTopic.Past, "have you tried|did you try|tried before|done before|managed before|quit before|stopped before|worked before|in the past|last time you|have you ever|ever tried|ever managed|earlier attempts"),
        (QuestionTopic.Forward, "years from now|a year from now|look ahead|looking ahead|in the future|down the road|if you did change|if you changed|would be better|would be different|be better if|be different if|best thing|best that|look like if|might it help|what would you gain|how would things be|how would your life|suppose you did|imagine|if things went well|good come of it|in five years|in ten years"),
        (QuestionTopic.Worse, "worst|if nothing changes|if things stay|if you keep|if you carry on|if you go on|stay the same|dont change|what might happen"),
        (QuestionTopic.Back, "before all this|before it|used to be|look back|looking back|what were things like|how was life before|remember a time|how was it before|when did it start|how did it start|how did this start|get started"),
        (QuestionTopic.Next, "what will you do|what do you think youll do|youll do|whats next|what is next|what now|next step|first step|where does that leave|where does this leave|a plan|go about|when will you|which day|what would you do|what are you going to|what are you willing|what could you do|how might you|how would you do|where do you want to go from here|what would you try|might you do|ready to try|what do you want to do"),
        (QuestionTopic.Change, "would you like to be different|want to change|would you want|why would you|reasons to|reasons for|reason to|reason you|like things to be|would you like|what makes you think|what makes you want|what might be|what would you change|how would you like|do you want|what do you want|what do you hope|hope for|why change|how come you thought|what makes it important|benefit|would help you|what part of you"),
        (QuestionTopic.Others, "what does your|what do your|what do others|what do other people|your family say|your wife say|your husband say|anyone else|people around you|who else|what do they say|have to say about"),
        (QuestionTopic.Day, "typical day|usual day|normal day|walk me through|take me through|an ordinary|typical week|typical evening|fit into your|fits into your|what does a day|a day look"),
        (QuestionTopic.Amount, "how much|how many|how often|how long|how old|what time|when was|when did|how frequently"),
        (QuestionTopic.WhyHere, "brings you|brought you|why are you here|what are you here|how come you are here|how come youre here|going on for you|what would you like to talk|sent you|how is it that you|what happened|how are things|how have things|where would you like to start|on your mind"),
        (QuestionTopic.More, "tell me more|say more|what else|go on|what do you mean|in what way|for example|give me an example|how so|say a bit more|tell me about that|what about that|anything else|more about"));

    /// <summary>Phrases that stand for a question without a question mark.</summary>
    private static readonly string[] s_invites = ["tell me", "walk me", "take me through", "say more", "say a bit more", "give me an example", "help me understand", "i wonder what", "i wonder how", "im curious", "describe"];

    private static readonly string[] s_apologies = ["im sorry i", "sorry about that", "i apologize", "i apologise", "my mistake", "i got that wrong", "i ran ahead", "i pushed", "that was too much", "i jumped ahead", "i wasnt listening", "im sorry that came", "i went too fast", "thats on me"];

    private static readonly string[] s_labels = ["alcoholic", "addict", "in denial", "junkie", "drunk", "irresponsible", "lazy", "excuse", "selfish", "stupid", "ashamed of yourself", "come on now", "lying"];

    private static readonly string[] s_plans = ["what is your plan", "whats your plan", "lets make a plan", "make a plan", "set a date", "quit date", "sign up", "sign this", "when will you", "when are you going", "what day will", "which day", "first step", "next step", "what will you do", "commit to"];

    private static readonly string[] s_choice = ["up to you", "your choice", "your call", "your decision", "you decide", "only you can", "nobody can make you", "no one can make you", "its yours to decide", "you are the one who", "whether you", "yours to"];

    private static readonly string[] s_greetings = ["hello", "hi", "good morning", "good afternoon", "good evening", "nice to meet", "welcome", "hey", "thanks for coming", "my name is", "im glad you came"];

    private static readonly string[] s_permitted = ["you asked", "since you ask", "you said i could", "ignore this if", "toss this if", "if youd like", "some people find", "take it or leave it"];

    internal static Heard Read(string text, ClientState state, ClientProfile profile, ClientBook book, ClientDynamics dynamics)
    {
        var utterance = new Utterance { Turn = state.Turns.Length, Speaker = Speaker.Counselor, Text = text };
        var coded = UtteranceCoder.Default.Code(utterance, profile.Behavior);
        var history = state.Turns.AsSpan();
        var guard = AdherenceGuard.Default.Check(text, history[Math.Max(0, history.Length - 8)..], profile.Behavior);
        var words = Fold(text);
        var stems = Stems.Of(text);
        var asks = text.Contains('?', StringComparison.Ordinal);
        var invites = AnyOf(words, s_invites);
        var question = asks || invites ? Topic(words) : QuestionTopic.None;
        var acts = ImmutableArray.CreateBuilder<HeardAct>();
        var reflects = false;
        var open = invites;
        var closed = false;
        var inconsistent = false;
        foreach (var span in coded.Codes)
        {
            var code = span.Code;
            var sure = span.Probability ?? 1;
            if (code == Misc25.OpenQuestion) open = true;
            else if (code == Misc25.ClosedQuestion) closed = true;
            else if (code == Misc25.SimpleReflection || code == Misc25.ComplexReflection || code == Misc25.Reframe) reflects |= sure > 0.4 || coded.Main == CounselorMain.Reflection;
            else if (code == Misc25.Affirm && sure > 0.4) acts.Add(HeardAct.Affirm);
            else if (code == Misc25.Support) acts.Add(HeardAct.Support);
            else if (code == Misc25.EmphasizeControl && span.Miti == Miti42.SeekCollaboration && open && question is not (QuestionTopic.None or QuestionTopic.Permission))
            {
                // "Where would you like to start?" shares the power and asks no leave.
            }
            else if (code == Misc25.EmphasizeControl) acts.Add(question == QuestionTopic.Permission || (asks && !AnyOf(words, s_choice)) ? HeardAct.AskPermission : HeardAct.EmphasizeChoice);
            else if (code == Misc25.GiveInformation && coded.Main == CounselorMain.Input) acts.Add(state.Permitted ? HeardAct.InformWithPermission : HeardAct.Inform);
            else if (code == Misc25.AdviseWithPermission) acts.Add(HeardAct.AdviseWithPermission);
            else if (code == Misc25.AdviseWithoutPermission || code == Misc25.Direct) acts.Add(state.Permitted ? HeardAct.AdviseWithPermission : HeardAct.Advise);
            else if (code == Misc25.Warn || code == Misc25.RaiseConcernWithoutPermission) acts.Add(HeardAct.Warn);
            else if (code == Misc25.Confront) acts.Add(HeardAct.Confront);
            else if (code == Misc25.Facilitate && coded.Codes.Length == 1) acts.Add(HeardAct.Facilitate);
        }

        var soft = state.Permitted || AnyOf(words, s_permitted);
        foreach (var finding in guard.Findings)
        {
            if (finding.Severity != AdherenceVerdict.Inconsistent) continue;
            var act = finding.Rule.Id switch
            {
                "unasked-advice" when guard.Score > 0.6 && !closed => soft ? HeardAct.AdviseWithPermission : HeardAct.Advise,
                "persuasion" or "arguing-with-sustain-talk" => HeardAct.Persuade,
                "warning" => HeardAct.Warn,
                "confrontation" or "labeling" => HeardAct.Confront,
                _ => HeardAct.Other,
            };
            if (act != HeardAct.Other && !acts.Contains(act)) acts.Add(act);
        }

        if (AnyOf(words, s_labels) && guard.Findings.Length > 0 && !acts.Contains(HeardAct.Confront)) acts.Add(HeardAct.Confront);
        if (AnyOf(words, s_apologies)) acts.Add(HeardAct.Apologize);
        if (AnyOf(words, s_choice) && !acts.Contains(HeardAct.EmphasizeChoice)) acts.Add(HeardAct.EmphasizeChoice);
        inconsistent = acts.Contains(HeardAct.Advise) || acts.Contains(HeardAct.Persuade) || acts.Contains(HeardAct.Warn) || acts.Contains(HeardAct.Confront);

        var (topic, reflected, other, overlap) = Find(stems, state, book, reflects);
        if (!asks && !invites && !inconsistent && coded.Main is CounselorMain.Reflection or CounselorMain.Other && reflected >= 0 && overlap > 0.3) reflects = true;
        if (reflects && !inconsistent)
        {
            var direction = reflected >= 0 ? book.Lines[reflected].Direction : TalkDirection.Neutral;
            var both = reflected >= 0 && other >= 0 && book.Lines[other].Direction is not TalkDirection.Neutral && book.Lines[other].Direction != direction && direction != TalkDirection.Neutral;
            var valence = Valence(coded);
            acts.Add(both || (reflected < 0 && valence.Contains('+') && valence.Contains('-')) ? HeardAct.ReflectBoth
                : direction == TalkDirection.Change ? HeardAct.ReflectChange
                : direction == TalkDirection.Sustain ? HeardAct.ReflectSustain
                : reflected < 0 && valence == "+" ? HeardAct.ReflectChange
                : reflected < 0 && valence == "-" ? HeardAct.ReflectSustain
                : reflected < 0 && topic < 0 && state.Said.Length > 0 && stems.Length > 3 ? HeardAct.Misread
                : HeardAct.ReflectNeutral);
        }

        var soon = state.Readiness < dynamics.PlanningReadiness;
        if (question == QuestionTopic.None && asks && AnyOf(words, s_plans)) question = QuestionTopic.Next;
        if (asks || invites)
        {
            acts.Add(question switch
            {
                QuestionTopic.Importance or QuestionTopic.Confidence or QuestionTopic.Readiness => HeardAct.AskRuler,
                QuestionTopic.Safety => HeardAct.AskSafety,
                QuestionTopic.Permission => HeardAct.AskPermission,
                QuestionTopic.Likes or QuestionTopic.Barriers or QuestionTopic.WhyNotHigher => HeardAct.AskForSustain,
                QuestionTopic.Worries or QuestionTopic.Forward or QuestionTopic.Worse or QuestionTopic.Change or QuestionTopic.WhyNotLower or QuestionTopic.Values => HeardAct.AskForChange,
                QuestionTopic.Strengths => HeardAct.AskForChange,
                QuestionTopic.Next => soon ? HeardAct.AskForPlanTooSoon : HeardAct.AskForPlan,
                QuestionTopic.Check => HeardAct.AskOpen,
                _ => open && !closed ? HeardAct.AskOpen : closed || !open ? HeardAct.AskClosed : HeardAct.AskOpen,
            });
        }
        else if (AnyOf(words, s_plans) && soon && inconsistent) acts.Add(HeardAct.AskForPlanTooSoon);

        if (acts.Count == 0) acts.Add(coded.Main == CounselorMain.Input ? state.Permitted ? HeardAct.InformWithPermission : HeardAct.Inform : text.Length < 14 ? HeardAct.Facilitate : HeardAct.Other);
        return new Heard
        {
            Acts = [.. acts.Distinct().OrderByDescending(Weight)],
            Question = question,
            Asks = asks || invites,
            YesNo = asks && !open && (closed || question is QuestionTopic.None or QuestionTopic.Permission or QuestionTopic.Check),
            Greets = state.Turn < 2 && AnyOf(words, s_greetings),
            Reflected = reflected,
            Topic = topic,
            Hidden = Touched(stems, book.HiddenWords),
            Triggered = profile.Triggers.Any(t => words.Contains(" " + t, StringComparison.Ordinal)),
            Parrots = overlap > 0.85,
            Stems = stems,
        };
    }

    /// <summary>Acts that hurt weigh most, then what is asked, then what is given back.</summary>
    private static int Weight(HeardAct act) => act switch
    {
        HeardAct.Confront => 10,
        HeardAct.Warn => 9,
        HeardAct.Persuade => 8,
        HeardAct.Advise => 7,
        HeardAct.AskSafety => 11,
        HeardAct.AskForPlanTooSoon or HeardAct.AskForPlan or HeardAct.AskForChange or HeardAct.AskForSustain or HeardAct.AskRuler or HeardAct.AskPermission => 6,
        HeardAct.AskOpen or HeardAct.AskClosed => 5,
        HeardAct.ReflectChange or HeardAct.ReflectSustain or HeardAct.ReflectBoth or HeardAct.Misread => 4,
        HeardAct.Apologize or HeardAct.Affirm or HeardAct.EmphasizeChoice => 3,
        HeardAct.ReflectNeutral or HeardAct.AdviseWithPermission or HeardAct.InformWithPermission or HeardAct.Inform => 2,
        _ => 1,
    };

    private static string Valence(CodedUtterance coded)
    {
        var valence = "";
        foreach (var span in coded.Codes) valence += span.Valence;
        return valence;
    }

    private static QuestionTopic Topic(string words)
    {
        // Of "..., why a five and not a two?" the last sentence decides, so later phrases would win; kinds are ordered by how telling they are.
        if (words.Contains("scale", StringComparison.Ordinal) || words.Contains(" 0 to 10", StringComparison.Ordinal) || words.Contains(" 1 to 10", StringComparison.Ordinal) || words.Contains("zero to ten", StringComparison.Ordinal) || words.Contains("one to ten", StringComparison.Ordinal) || words.Contains("out of ten", StringComparison.Ordinal) || words.Contains("out of 10", StringComparison.Ordinal))
        {
            if (words.Contains("import", StringComparison.Ordinal) || words.Contains("matter", StringComparison.Ordinal)) return QuestionTopic.Importance;
            if (words.Contains("confiden", StringComparison.Ordinal) || words.Contains(" sure", StringComparison.Ordinal) || words.Contains(" able", StringComparison.Ordinal)) return QuestionTopic.Confidence;
            return QuestionTopic.Readiness;
        }

        foreach (var (phrase, topic) in s_phrases)
            if (words.Contains(phrase, StringComparison.Ordinal)) return topic;
        return QuestionTopic.None;
    }

    /// <summary>The profile's topic that is meant, and the said lines that are given back: the best, and the best of another direction.</summary>
    private static (int Topic, int Line, int Other, double Overlap) Find(uint[] stems, ClientState state, ClientBook book, bool reflects)
    {
        var topic = -1;
        var best = 0.0;
        for (var i = 0; i < book.TopicWords.Length; i++)
        {
            var score = 0.0;
            foreach (var stem in stems)
                if (book.TopicWords[i].Contains(stem)) score += book.Weight(stem);
            if (score > best) (topic, best) = (i, score);
        }

        var (line, other) = (-1, -1);
        var (lineScore, otherScore) = (0.0, 0.0);
        var shared = 0.0;
        // Recent lines count a little more than old ones.
        for (var i = state.Said.Length - 1; i >= 0; i--)
        {
            var said = book.Lines[state.Said[i]];
            var (score, count) = (0.0, 0);
            foreach (var stem in stems)
                if (Array.IndexOf(said.Stems, stem) >= 0) (score, count) = (score + book.Weight(stem), count + 1);
            score *= 1 + (0.3 / (state.Said.Length - i));
            if (score > lineScore)
            {
                if (line >= 0 && book.Lines[line].Direction != said.Direction) (other, otherScore) = (line, lineScore);
                (line, lineScore) = (said.Index, score);
                shared = stems.Length == 0 ? 0 : (double)count / stems.Length;
            }
            else if (score > otherScore && line >= 0 && said.Direction != book.Lines[line].Direction) (other, otherScore) = (said.Index, score);
        }

        if (lineScore < (reflects ? 0.4 : 0.9)) line = -1;
        if (otherScore < 0.4 || otherScore < lineScore * 0.5) other = -1;
        if (topic < 0 && line >= 0 && book.Lines[line].Kind == LineKind.Topic) topic = book.Lines[line].Group;
        return (topic, line, other, shared);
    }

    private static int Touched(uint[] stems, HashSet<uint>[] groups)
    {
        for (var i = 0; i < groups.Length; i++)
            foreach (var stem in stems)
                if (groups[i].Contains(stem)) return i;
        return -1;
    }

    private static bool AnyOf(string words, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var at = words.IndexOf(phrase, StringComparison.Ordinal);
            if (at > 0 && words[at - 1] == ' ' && (phrase.Length > 3 || words[at + phrase.Length] == ' ')) return true;
        }

        return false;
    }

    /// <summary>Lower case, apostrophes gone, everything else a single space, spaces at both ends.</summary>
    internal static string Fold(string text)
    {
        var buffer = new char[text.Length + 2];
        buffer[0] = ' ';
        var length = 1;
        foreach (var c in text)
        {
            if (c is '\'' or '’') continue;
            if (char.IsLetterOrDigit(c)) buffer[length++] = char.ToLowerInvariant(c);
            else if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        }

        if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        return new string(buffer, 0, length);
    }

    private static (string Words, QuestionTopic Topic)[] Phrases(params (QuestionTopic Topic, string Words)[] table) =>
        [.. table.SelectMany(row => row.Words.Split('|').Select(words => (words, row.Topic)))];
}
