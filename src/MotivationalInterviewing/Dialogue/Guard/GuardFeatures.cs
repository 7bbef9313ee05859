using System.Buffers;
using System.Collections.Frozen;

namespace MotivationalInterviewing.Dialogue.Guard;

/// <summary>One feature of a reply: its slot in the weight table, its value, and the sentence it comes from (-1: the whole).</summary>
internal readonly record struct GuardFeature(int Slot, float Value, int Sentence);

/// <summary>
/// Turns a reply in its context into features, the same for training and use. Words that the client has just used count
/// as an echo and not as themselves, which keeps the features off the topic. Arrays are rented; dispose returns them.
/// </summary>
internal struct GuardFeatures : IDisposable
{
    /// <summary>Number of weight slots, a power of two.</summary>
    public const int Slots = 1 << 17;

    /// <summary>Words of a reply beyond this many are not turned into features.</summary>
    private const int WordLimit = 400;

    private const uint Echo = 0x9E3779B9, Number = 0x85EBCA6B, Novel = 0xC2B2AE35;

    private static readonly FrozenSet<uint> s_common = (
        "that this with have from they them their there then than what when where which your you're you've you'd you'll yours about would could should "
        + "been being were will just like some into over more most much very really only also even still because before after again other such these those "
        + "does doing done make made know think want need good well here come going gone goes take took said tell told feel felt time thing things something "
        + "anything nothing everything it's that's there's i'm i've don't can't won't didn't isn't wasn't doesn't little sort kind maybe might must both each every").Split(' ')
        .Select(w => GuardText.HashOf(w)).ToFrozenSet();

    private static readonly uint s_you = GuardText.HashOf("you"), s_your = GuardText.HashOf("your"), s_youre = GuardText.HashOf("you're"),
        s_youve = GuardText.HashOf("you've"), s_youd = GuardText.HashOf("you'd"), s_i = GuardText.HashOf("i"), s_im = GuardText.HashOf("i'm"), s_we = GuardText.HashOf("we");

    /// <summary>Log odds that the fixed rules add before anything is learned; training starts from it.</summary>
    public float Offset { get; private set; }

    private GuardFeature[] _items;
    private int _count;

    public readonly ReadOnlySpan<GuardFeature> Items => _items.AsSpan(0, _count);

    /// <summary>Share of the reply's content words that the client has just used, 0 to 1.</summary>
    public float EchoShare { get; private set; }

    /// <summary>Statements about the world rather than the client, with no word of the client's in them.</summary>
    public int DetachedStatements { get; private set; }

    public readonly void Dispose() => ArrayPool<GuardFeature>.Shared.Return(_items);

    public static GuardFeatures Read(ReadOnlySpan<char> reply, in GuardText text, in GuardMatches matches, in GuardContext context, ReadOnlySpan<Utterance> history)
    {
        var words = text.Words.Length > WordLimit ? text.Words[..WordLimit] : text.Words;
        var features = new GuardFeatures { _items = ArrayPool<GuardFeature>.Shared.Rent((words.Length * 5) + 400) };
        Span<ulong> echo = stackalloc ulong[64];
        FillEcho(echo, history);
        features.AddWords(reply, words, text, context, echo);
        features.AddShape(words, text, matches, context);
        features.AddCues(matches, context);
        features.Offset = GuardJudge.Prior(reply, text, matches, context, features);
        return features;
    }

    private void AddWords(ReadOnlySpan<char> reply, ReadOnlySpan<GuardWord> words, in GuardText text, in GuardContext context, ReadOnlySpan<ulong> echo)
    {
        var scale = 1f / MathF.Sqrt(Math.Max(words.Length, 6));
        var consent = context.Consent == GuardConsent.Granted ? 0x51ED270Bu : 0x2545F491u;
        uint previous = 0, beforePrevious = 0;
        int sentence = -1, content = 0, echoed = 0, sentenceEcho = 0;
        var aboutClient = false;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Sentence != sentence)
            {
                CountDetached(text, sentence, aboutClient, sentenceEcho);
                (sentence, previous, beforePrevious, sentenceEcho, aboutClient) = (word.Sentence, 1, 0, 0, false);
            }

            var hash = word.Hash;
            if (hash == s_you || hash == s_your || hash == s_youre || hash == s_youve || hash == s_youd) aboutClient = true;
            if (char.IsAsciiDigit(reply[word.Start])) hash = Number;
            else if (word.Length >= 4 && !s_common.Contains(hash))
            {
                content++;
                if (Holds(echo, Stem(reply, word)))
                {
                    echoed++;
                    sentenceEcho++;
                    hash = Echo;
                }
            }

            Add(Mix(hash, 3), scale, sentence);
            Add(Mix(hash, consent), scale, sentence);
            Add(Mix(Mix(previous, hash), 5), scale, sentence);
            if (previous > 1) Add(Mix(Mix(beforePrevious, previous), hash), scale, sentence);
            if (previous == 1) Add(Mix(Mix(hash, text.Sentences[sentence].Ending), 11), 0.5f, sentence);
            (beforePrevious, previous) = (previous, hash);
        }

        CountDetached(text, sentence, aboutClient, sentenceEcho);
        EchoShare = content == 0 ? 0 : (float)echoed / content;
        Whole(Novel, content == 0 ? 9u : (uint)(EchoShare * 5));
        Whole(Novel + 1, (uint)Math.Min(content - echoed, 12) / 2);
        Whole(Novel + 2, (uint)Math.Min(echoed, 4));
    }

    private void CountDetached(in GuardText text, int sentence, bool aboutClient, int echoed)
    {
        if (sentence < 0) return;
        var s = text.Sentences[sentence];
        if (!aboutClient && echoed == 0 && s.Ending != '?' && s.EndWord - s.FirstWord >= 6) DetachedStatements++;
    }

    private void AddShape(ReadOnlySpan<GuardWord> words, in GuardText text, in GuardMatches matches, in GuardContext context)
    {
        var consent = (uint)context.Consent;
        Whole(100, 0);
        Whole(101, (uint)Math.Min(text.QuestionMarks, 3));
        Whole(102, (uint)Math.Min(text.ExclamationMarks, 2));
        Whole(103, (uint)Math.Min(text.Sentences.Length, 5));
        Whole(104, (uint)Math.Min(words.Length / 8, 6));
        Whole(105, consent);
        Whole(106, (uint)Math.Min(DetachedStatements, 3));
        Whole(107, (uint)((Math.Min(DetachedStatements, 2) * 8) + consent));
        Whole(108, (context.ClientAsks ? 1u : 0) + (consent * 2));
        Whole(109, context.ClientShort ? 1u : 0);
        var bare = GuardContext.IsOnlyClosedQuestions(text, matches) && text.Sentences.Length <= 2;
        Whole(110, (uint)Math.Min(context.ClosedChain, 3) + (bare ? 8u : 0));
        var care = (uint)Math.Min(matches.Count(GuardCue.SafetyCare), 3);
        Whole(111, (context.Risk ? 4u : 0) + care);
        Whole(112, (context.DangerousStop ? 4u : 0) + care);
        var secret = matches.Has(GuardCue.Secrecy) ? (matches.Has(GuardCue.SecrecyLimit) ? 1u : 2u) : 0;
        Whole(113, secret + (context.AsksSecrecy ? 4u : 0));
        var both = context.Client.Has(GuardCue.Change) && context.Client.Has(GuardCue.Sustain) ? 2u : context.Client.Has(GuardCue.Change) ? 1u : context.Client.Has(GuardCue.Sustain) ? 3u : 0;
        Whole(114, both);
        if (text.Sentences.Length > 0)
        {
            Whole(115, text.Sentences[^1].Ending);
            Whole(116, (uint)text.Sentences[^1].Ending + (context.Consent == GuardConsent.Granted ? 1000u : 0));
        }

        if (words.Length > 0)
        {
            var first = words[0].Hash;
            Whole(117, first == s_you || first == s_youre || first == s_youve || first == s_your || first == s_youd ? 1u : first == s_i || first == s_im ? 2u : first == s_we ? 3u : 0);
        }
    }

    private void AddCues(in GuardMatches matches, in GuardContext context)
    {
        for (var cue = 0; cue < (int)GuardCue.Invite; cue++)
        {
            var count = matches.Count((GuardCue)cue);
            if (count == 0) continue;
            Whole(200, (uint)cue);
            if (count > 1) Whole(201, (uint)cue);
            if (context.Consent == GuardConsent.Granted) Whole(202, (uint)cue);
            if (context.Consent == GuardConsent.Refused) Whole(203, (uint)cue);
            if (context.Risk) Whole(204, (uint)cue);
            if (matches.Has(GuardCue.Quoting)) Whole(205, (uint)cue);
            if (matches.Has(GuardCue.Autonomy)) Whole(206, (uint)cue);
            if (context.Client.Has(GuardCue.Commit)) Whole(207, (uint)cue);
            if (context.Client.Has(GuardCue.OwnIdea)) Whole(208, (uint)cue);
            if (context.Client.Has(GuardCue.Sustain)) Whole(209, (uint)cue);
        }

        for (var cue = (int)GuardCue.Invite; cue < (int)GuardCue.Count; cue++)
        {
            if (context.Client.Has((GuardCue)cue)) Whole(220, (uint)cue);
        }
    }

    private void Whole(uint kind, uint value) => Add(Mix(kind * 0x27D4EB2Fu, value + 77), 0.5f, -1);

    private void Add(uint hash, float value, int sentence) => _items[_count++] = new GuardFeature((int)(hash & (Slots - 1)), value, sentence);

    internal static uint Mix(uint a, uint b)
    {
        var h = (a * 0x85EBCA6Bu) ^ (b + 0x9E3779B9u + (a << 6) + (a >> 2));
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 13;
        return h;
    }

    /// <summary>Content words of the last client turn, by their first five letters.</summary>
    private static void FillEcho(Span<ulong> echo, ReadOnlySpan<Utterance> history)
    {
        for (int i = history.Length - 1, seen = 0; i >= 0 && seen < 2; i--)
        {
            if (history[i] is not { Speaker: Speaker.Client, Text: { Length: > 0 } words }) continue;
            seen++;
            using var text = GuardText.Read(words);
            foreach (var word in text.Words)
            {
                if (word.Length < 4 || s_common.Contains(word.Hash)) continue;
                var stem = Stem(words, word);
                echo[(int)((stem >> 6) & 63)] |= 1UL << (int)(stem & 63);
            }
        }
    }

    /// <summary>True for a word that carries content.</summary>
    internal static bool IsContent(GuardWord word) => word.Length >= 4 && !s_common.Contains(word.Hash);

    /// <summary>One of 64 bits for the word's stem.</summary>
    internal static ulong StemBit(ReadOnlySpan<char> text, GuardWord word) => 1UL << (int)((Stem(text, word) >> 12) & 63);

    private static bool Holds(ReadOnlySpan<ulong> echo, uint stem) => (echo[(int)((stem >> 6) & 63)] & (1UL << (int)(stem & 63))) != 0;

    private static uint Stem(ReadOnlySpan<char> text, GuardWord word) => Mix(GuardText.HashOf(text.Slice(word.Start, Math.Min(word.Length, 5))), 1);
}
