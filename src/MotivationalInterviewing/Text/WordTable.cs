namespace MotivationalInterviewing.Text;

/// <summary>
/// Maps known words to small numbers; unknown words are 0. Filled while the lexicons load, read-only afterwards.
/// Hashing is our own so that nothing depends on the process or the culture.
/// </summary>
internal sealed class WordTable
{
    internal const int LongestWord = 24;

    private string[] _words = new string[1024];
    private int[] _slots = new int[4096];
    private int _count = 1;

    internal int Count => _count;

    internal int Add(ReadOnlySpan<char> word)
    {
        var id = Find(word);
        if (id != 0) return id;
        if (_count * 3 > _slots.Length) Grow();
        if (_count == _words.Length) Array.Resize(ref _words, _count * 2);
        _words[_count] = word.ToString();
        Place(_count);
        return _count++;
    }

    internal int Find(ReadOnlySpan<char> word)
    {
        var slots = _slots;
        for (var i = (int)(Hash(word) & (uint)(slots.Length - 1)); ; i = (i + 1) & (slots.Length - 1))
        {
            var id = slots[i];
            if (id == 0 || word.SequenceEqual(_words[id])) return id;
        }
    }

    internal string this[int id] => id == 0 ? "" : _words[id];

    private void Place(int id)
    {
        var i = (int)(Hash(_words[id]) & (uint)(_slots.Length - 1));
        while (_slots[i] != 0) i = (i + 1) & (_slots.Length - 1);
        _slots[i] = id;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var id = 1; id < _count; id++) Place(id);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
