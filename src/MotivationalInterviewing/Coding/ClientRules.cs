using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>What the decision rules found in a client's turn.</summary>
internal struct ClientFlags
{
    internal bool Discord;
    internal bool Interest;

    /// <summary>The turn is decided by a rule; kinds follow <see cref="Kind"/> when it has no cue of its own.</summary>
    internal bool Decided;

    /// <summary>The host's policy names the probability.</summary>
    internal bool Exact;
    internal ChangeTalkKind Kind;
    internal int Band;
}

/// <summary>What the sentences of a client's turn are; gathered while its clauses are read.</summary>
internal struct ClientSentences
{
    internal bool Any;
    internal int English;
    internal bool OnlyQuestions;

    /// <summary>There are words that no bare answer has.</summary>
    internal bool SaysMore;
    internal bool PushesBack;
    internal bool Discord;
    internal bool Interest;
}

/// <summary>
/// The decision rules for client language (MISC 2.5, client language; numbers in comments refer to the order in which
/// coders apply them). A rule that is certain decides; otherwise it shifts the probabilities.
/// </summary>
internal static class ClientRules
{
    internal static ClientFlags Apply(ReadOnlySpan<char> text, in ClientSentences sentences, CodingOptions options, ConversationState? state, Span<float> p)
    {
        var flags = default(ClientFlags);
        var answer = sentences.SaysMore ? default : ShortAnswer.Of(text);
        if (answer.Kind != ShortAnswerKind.None)
        {
            DecideShort(answer, options, state, p, ref flags);
            return flags;
        }

        (flags.Discord, flags.Interest) = (sentences.Discord, sentences.Interest);
        if (sentences.PushesBack && p[1] < 0.8f)
        {
            flags.Decided = true;
            // "Why should I?" asks nothing.
            flags.Kind = ChangeTalkKind.Other;
            Set(p, TalkDirection.Sustain, 0.7);
        }
        else if (sentences.OnlyQuestions)
        {
            // A question takes no stance, however hopeful.
            flags.Decided = true;
            Set(p, TalkDirection.Neutral, 0.9);
        }

        return flags;
    }

    private static void DecideShort(ShortAnswer answer, CodingOptions options, ConversationState? state, Span<float> p, ref ClientFlags flags)
    {
        flags.Decided = true;
        var before = state?.LastCounselor ?? default;
        if (answer.Kind == ShortAnswerKind.Number && before.AsksRuler)
        {
            // Number-only answers to a ruler: 0-4 sustain talk, 5 neutral, 6-10 change talk.
            var direction = answer.Number < 5 ? TalkDirection.Sustain : answer.Number > 5 ? TalkDirection.Change : TalkDirection.Neutral;
            Set(p, direction, 0.85);
            flags.Kind = before.Kind is ChangeTalkKind.None ? ChangeTalkKind.Other : before.Kind;
            flags.Band = (int)Math.Clamp(Math.Round(Math.Abs(answer.Number - 5)), 1, 5);
            return;
        }

        if (answer.Kind is ShortAnswerKind.Yes or ShortAnswerKind.No && before.AsksYesNo && before.Proposition != TalkDirection.Neutral)
        {
            // Answers inherit the question's proposition.
            var direction = before.Proposition;
            if (answer.Kind == ShortAnswerKind.No) direction = direction == TalkDirection.Change ? TalkDirection.Sustain : TalkDirection.Change;
            Set(p, direction, 0.75);
            flags.Kind = before.Kind;
            flags.Band = 2;
            return;
        }

        Set(p, TalkDirection.Neutral, 0.93);
        if (answer.Kind is ShortAnswerKind.Yes or ShortAnswerKind.Acknowledge && options.EchoAgreement == EchoAgreementPolicy.InheritAtReducedWeight
            && before is { Main: CounselorMain.Reflection } && before.Proposition != TalkDirection.Neutral)
        {
            flags.Exact = true;
            p[0] = 0.63f;
            p[(int)before.Proposition] = 0.30f;
            p[before.Proposition == TalkDirection.Change ? 2 : 1] = 0.07f;
        }
    }

    /// <summary>Reads one sentence of the turn.</summary>
    /// <param name="tokens">The sentence's words.</param>
    /// <param name="mark">The mark that ends it.</param>
    /// <param name="directionOnly">True when nobody asks for discord and interest; the direction is the same.</param>
    /// <param name="quoted">True when it holds a quotation: strain in it is told of, not felt here.</param>
    /// <param name="sentences">What the sentences so far are.</param>
    [SkipLocalsInit]
    internal static void ReadSentence(ReadOnlySpan<Token> tokens, char mark, bool directionOnly, bool quoted, ref ClientSentences sentences)
    {
        if (!sentences.Any) (sentences.Any, sentences.OnlyQuestions) = (true, true);
        LanguageCheck.CountEnglish(tokens, ref sentences.English);
        sentences.SaysMore = sentences.SaysMore || ShortAnswer.SaysMore(tokens);
        Span<CueMatch> matches = stackalloc CueMatch[16];
        if (directionOnly && mark != '?')
        {
            sentences.PushesBack |= s_scorn.Find(tokens, matches) > 0;
            sentences.OnlyQuestions &= IsLeadIn(tokens);
            return;
        }

        var count = s_cues.Find(tokens, matches);
        bool rhetorical = false, change = false;
        foreach (var match in matches[..count])
        {
            if (match.Cue == 0) sentences.Discord |= !quoted;
            else if (match.Cue == 1) rhetorical = true;
            else if (match.Cue == 3) sentences.PushesBack = true;
            else change = true;
        }

        sentences.PushesBack |= rhetorical && mark == '?';
        if (mark != '?' || rhetorical) sentences.OnlyQuestions &= mark != '?' && IsLeadIn(tokens);
        else if (change) sentences.Interest = true;
    }

    private static bool IsLeadIn(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
            if (!Words.Has(s_leadIn, token.Id)) return false;
        return true;
    }

    internal static void Set(Span<float> p, TalkDirection direction, double probability)
    {
        p[..3].Fill((float)((1 - probability) / 2));
        p[(int)direction] = (float)probability;
    }

    private const string Scorn = "yeah right like i am; yeah right like i; like i am going to; as if i";

    private static readonly bool[] s_leadIn = Words.Set("ok yeah yes no so well mhm right oh hm and but sure i see");

    private static readonly CueTable s_cues = new(
        /* discord */ "you people; you guys; you do not get it; you do not understand; you do not know me/anything/what; you are not listening; you just want; you lot; who are you to; none of your business; get off my; this is stupid/ridiculous/pointless/bullshit; waste of my/time; what do you know; you are just like; you keep asking; how would you know; you have never; shut up; leave me alone; why am i even here; i do not want to be here; i do not have to $; i do not have to answer/tell/talk/listen/explain/sit/take/be/do/say/prove/justify; do not tell me; you would not understand; are you even; you all want; you think you; back off",
        /* rhetorical */ "why should i; why would i; what is wrong with; so what; what is the point; who cares; what is the big deal; who does not; what difference; why bother; what harm; why do i have to; why do i need; is that a crime; what am i supposed; how am i supposed; what do you expect; how can i",
        /* asks about change */ "quit; quitting; stop; stopping; cut; change; help; helps; does * work; really work; patch; patches; gum; program; programs; treatment; group; groups; medication; how do i; how would i; how do people; what should i; what can i; what would; could i; can i; how long; options; side effects; does it; do they; start; try; plan; support; therapy; easier; better",
        Scorn);

    private static readonly CueTable s_scorn = new(Scorn);
}
