namespace MotivationalInterviewing.Text;

[Flags]
internal enum WordFlags : byte
{
    None = 0,
    Negation = 1,
    Backchannel = 2,
    FirstPerson = 4,
    SecondPerson = 8,
    ThirdPerson = 16,

    /// <summary>Ends an entry of a category.</summary>
    Category = 32,
}

/// <summary>
/// Word lists of our own writing: function words, and up to 64 categories of meaning. Looked up by the scan's word
/// hashes; phrases of two or three words by their combined hash.
/// </summary>
internal static partial class Lexicon
{
    private static readonly uint[] s_keys;
    private static readonly ulong[] s_masks;
    private static readonly uint[] s_flagKeys;
    private static readonly WordFlags[] s_flags;
    private const int Slots = 1 << 14;
    private const int FlagSlots = 1 << 13;

    static Lexicon()
    {
        s_keys = new uint[Slots];
        s_masks = new ulong[Slots];
        s_flagKeys = new uint[FlagSlots];
        s_flags = new WordFlags[FlagSlots];
        AddFlags(WordFlags.Negation, "not no never don't can't won't didn't isn't wasn't doesn't couldn't wouldn't shouldn't aren't haven't hasn't hadn't weren't nothing none without hardly ain't nor cannot barely nobody neither dunno");
        AddFlags(WordFlags.Backchannel, "yeah yes yep yup mm hm mhm hmm mmm mmhmm uh huh uhhuh okay ok right sure oh ah alright um true exactly absolutely definitely totally no nah nope k well good great wow so thanks thank you i see that's");
        AddFlags(WordFlags.FirstPerson, "i i'm i've i'd i'll me my mine myself im ive");
        AddFlags(WordFlags.SecondPerson, "you your you're you've you'd you'll yours yourself u ur");
        AddFlags(WordFlags.ThirdPerson, "he she they his her their them him he's she's they're wife husband mum mom dad mother father daughter son kids boyfriend girlfriend partner friend friends doctor boss sister brother people everyone somebody");
        var lists = Lists;
        for (var category = 0; category < lists.Length; category++) AddCategory(category, lists[category]);
    }

    /// <summary>Grammatical flags of a word.</summary>
    public static WordFlags Flags(uint hash)
    {
        var slot = hash & (FlagSlots - 1);
        while (s_flagKeys[slot] != 0)
        {
            if (s_flagKeys[slot] == hash) return s_flags[slot];
            slot = (slot + 1) & (FlagSlots - 1);
        }

        return WordFlags.None;
    }

    /// <summary>The categories that end at this word, as bits.</summary>
    public static ulong Categories(uint hash, uint previous, uint beforePrevious)
    {
        var two = Pair(hash, previous);
        return Find(hash) | Find(two) | Find(Pair(two, beforePrevious));
    }

    private static uint Pair(uint hash, uint previous) => FeatureScanner.Mix(hash * 0xC2B2AE3Du + previous);

    private static ulong Find(uint key)
    {
        var slot = key & (Slots - 1);
        while (s_keys[slot] != 0)
        {
            if (s_keys[slot] == key) return s_masks[slot];
            slot = (slot + 1) & (Slots - 1);
        }

        return 0;
    }

    private static void AddFlags(WordFlags flag, string words)
    {
        foreach (var range in words.AsSpan().Split(' '))
        {
            AddFlag(flag, FeatureScanner.HashWord(words.AsSpan(range)));
        }
    }

    private static void AddFlag(WordFlags flag, uint hash)
    {
        var slot = hash & (FlagSlots - 1);
        while (s_flagKeys[slot] != 0 && s_flagKeys[slot] != hash) slot = (slot + 1) & (FlagSlots - 1);
        s_flagKeys[slot] = hash;
        s_flags[slot] |= flag;
    }

    /// <summary>Adds entries separated by commas; an entry has one to three words.</summary>
    private static void AddCategory(int category, ReadOnlySpan<char> entries)
    {
        foreach (var range in entries.Split(','))
        {
            var entry = entries[range].Trim();
            if (entry.IsEmpty) continue;
            uint w0 = 0, w1 = 0, w2 = 0;
            var count = 0;
            foreach (var part in entry.Split(' '))
            {
                (w2, w1, w0) = (w1, w0, FeatureScanner.HashWord(entry[part]));
                count++;
            }

            AddFlag(WordFlags.Category, w0);
            var key = count switch { 1 => w0, 2 => Pair(w0, w1), _ => Pair(Pair(w0, w1), w2) };
            var slot = key & (Slots - 1);
            while (s_keys[slot] != 0 && s_keys[slot] != key) slot = (slot + 1) & (Slots - 1);
            s_keys[slot] = key;
            s_masks[slot] |= 1UL << category;
        }
    }
}
