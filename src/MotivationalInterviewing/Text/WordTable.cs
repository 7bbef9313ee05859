namespace MotivationalInterviewing.Text;

/// <summary>
/// Maps known words to small numbers; unknown words are 0. Filled while the lexicons load, read-only afterwards.
/// Hashing is our own so that nothing depends on the process or the culture. Reading is safe while another thread adds:
/// a word is stored before the slot that points at it.
/// </summary>
internal sealed class WordTable
{
    internal const int LongestWord = 24;

    private readonly Lock _adding = new();
    private volatile string[] _words = new string[1024];
    private volatile int[] _slots = new int[4096];
    private int _count = 1;

    internal int Count => _count;

    internal int Add(ReadOnlySpan<char> word)
    {
        lock (_adding)
        {
            var id = Find(word);
            if (id != 0) return id;
            if (_count == _words.Length)
            {
                var words = new string[_count * 2];
                _words.CopyTo(words, 0);
                _words = words;
            }

            _words[_count] = word.ToString();
            if (_count * 3 > _slots.Length)
            {
                var slots = new int[_slots.Length * 2];
                for (var other = 1; other < _count; other++) Place(slots, other);
                _slots = slots;
            }

            Place(_slots, _count);
            return _count++;
        }
    }

    internal int Find(ReadOnlySpan<char> word)
    {
        var slots = _slots;
        for (var i = (int)(Hash(word) & (uint)(slots.Length - 1)); ; i = (i + 1) & (slots.Length - 1))
        {
            var id = Volatile.Read(ref slots[i]);
            if (id == 0 || word.SequenceEqual(_words[id])) return id;
        }
    }

    internal string this[int id] => id == 0 ? "" : _words[id];

    private void Place(int[] slots, int id)
    {
        var i = (int)(Hash(_words[id]) & (uint)(slots.Length - 1));
        while (slots[i] != 0) i = (i + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[i], id);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
