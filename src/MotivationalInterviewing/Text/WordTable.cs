using System.Runtime.CompilerServices;

namespace MotivationalInterviewing.Text;

/// <summary>
/// Maps known words to small numbers; unknown words are 0. Filled while the lexicons load, read-only afterwards.
/// Hashing is our own so that nothing depends on the process or the culture; 48 bits of it tell words apart without
/// reading them again, and the number stands in the other 16, so that a word is one look into memory. Reading is safe
/// while another thread adds.
/// </summary>
internal sealed class WordTable
{
    internal const int LongestWord = 24;

    private const ulong NumberBits = 0xFFFF;

    private readonly Lock _adding = new();
    private volatile string[] _words = new string[1024];
    private volatile ulong[] _slots = new ulong[4096];
    private int _count = 1;

    internal int Count => _count;

    internal int Add(ReadOnlySpan<char> word)
    {
        lock (_adding)
        {
            var hash = Hash(word);
            var id = Find(hash);
            if (id != 0) return id;
            if (_count == _words.Length)
            {
                var words = new string[_count * 2];
                _words.CopyTo(words, 0);
                _words = words;
            }

            _words[_count] = word.ToString();
            if (_count > (int)NumberBits) throw new InvalidOperationException($"More than {NumberBits} words are known.");
            if (_count * 3 > _slots.Length)
            {
                var slots = new ulong[_slots.Length * 2];
                for (var other = 1; other < _count; other++) Place(slots, Hash(_words[other]), other);
                _slots = slots;
            }

            Place(_slots, hash, _count);
            return _count++;
        }
    }

    internal int Find(ReadOnlySpan<char> word) => Find(Hash(word));

    /// <summary>The same by <see cref="HashFinish"/> of all letters.</summary>
    internal int Find(ulong hash)
    {
        var slots = _slots;
        for (var i = (int)hash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            var found = Volatile.Read(ref slots[i]);
            if (((found ^ hash) & ~NumberBits) == 0) return (int)(found & NumberBits);
            if (found == 0) return 0;
        }
    }

    internal string this[int id] => id == 0 ? "" : _words[id];

    /// <summary>Hashing letter by letter, for readers that see the letters anyway: start, step, finish.</summary>
    internal const ulong HashStart = 14695981039346656037UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong HashStep(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong HashFinish(ulong hash) => (hash ^ (hash >> 32)) | (1UL << 63);

    private static void Place(ulong[] slots, ulong hash, int id)
    {
        var i = (int)hash & (slots.Length - 1);
        while (slots[i] != 0) i = (i + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[i], (hash & ~NumberBits) | (uint)id);
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = HashStart;
        foreach (var c in word) hash = HashStep(hash, c);
        return HashFinish(hash);
    }
}
