using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// What the characters of common words add to a score, summed once while a model loads: a scan then takes a known word
/// whole. Changes no result, only the time. Filled once, read-only afterwards.
/// </summary>
internal sealed class KnownWords<T>
    where T : unmanaged
{
    private readonly uint[] _keys;
    private readonly int[] _counts;
    private readonly T[] _sums;
    private readonly int _width;

    internal KnownWords(int words, int width)
    {
        var slots = 256;
        while (slots < words * 2) slots *= 2;
        _width = width;
        _keys = new uint[slots];
        _counts = new int[slots];
        _sums = new T[slots * width];
    }

    internal Span<T> Add(uint hash, int characters)
    {
        var slot = (int)hash & (_keys.Length - 1);
        while (_keys[slot] != 0 && _keys[slot] != hash) slot = (slot + 1) & (_keys.Length - 1);
        _keys[slot] = hash;
        _counts[slot] = characters;
        return _sums.AsSpan(slot * _width, _width);
    }

    /// <summary>The place of a word, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(uint hash)
    {
        for (var slot = (int)hash & (_keys.Length - 1); ; slot = (slot + 1) & (_keys.Length - 1))
        {
            var key = _keys[slot];
            if (key == hash) return slot;
            if (key == 0) return -1;
        }
    }

    /// <summary>How many character features the word at a place has.</summary>
    internal int Count(int at) => _counts[at];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref T Sums(int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_sums), at * _width);
}

/// <summary>The words that are worth knowing whole, and their character features.</summary>
internal static class Vocabulary
{
    private static readonly Lazy<Entry[]> s_entries = new(Read);

    internal static ReadOnlySpan<Entry> Entries => s_entries.Value;

    private static Entry[] Read()
    {
        Lexicons.Load();
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var id = 1; id < Words.Table.Count; id++)
        {
            if (!Words.Table[id].AsSpan().ContainsAnyExceptInRange('a', 'z')) words.Add(Words.Table[id]);
        }

        foreach (var range in CommonWords.List.AsSpan().Split(' ')) words.Add(CommonWords.List[range]);
        var entries = new List<Entry>(words.Count);
        var marked = new char[WordTable.LongestWord + 2];
        var buckets = new List<int>();
        foreach (var word in words)
        {
            marked[0] = '<';
            word.CopyTo(marked.AsSpan(1));
            marked[word.Length + 1] = '>';
            buckets.Clear();
            var sink = new BucketSink { Buckets = buckets };
            FeatureScanner.ScanCharacters(marked.AsSpan(0, word.Length + 2), 0, 0, ref sink);
            entries.Add(new Entry(FeatureScanner.HashWord(word), [.. buckets]));
        }

        return [.. entries];
    }

    /// <summary>A word's hash and the buckets of its character features.</summary>
    internal sealed record Entry(uint Hash, int[] Buckets);

    private struct BucketSink : IFeatureSink
    {
        public List<int> Buckets;

        public readonly void Word(uint hash, int start, int length)
        {
        }

        public readonly void Character(uint hash, int start, int length) => Buckets.Add(LinearBank.CharacterBucket(hash));

        public readonly bool TakeWord(uint hash, out WordFlags flags)
        {
            flags = default;
            return false;
        }

        public readonly bool TakeCharacters(uint hash) => false;
    }
}
