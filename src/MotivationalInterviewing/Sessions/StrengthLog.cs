namespace MotivationalInterviewing.Sessions;

/// <summary>
/// Strengths of client turns in order, in bounded memory: every turn by itself up to 2,048 client turns; beyond, neighbors
/// are counted together, so that a tenth's edge may be off by one two-thousandth of the session.
/// </summary>
internal sealed class StrengthLog
{
    private const int Capacity = 2048;
    private int[] _sums = new int[64];
    private int[] _stances = new int[64];
    private int _used;
    private long _size = 1, _turns;

    public void Add(int strength)
    {
        if (_turns == _size * Capacity) Halve();
        _used = (int)(_turns++ / _size);
        if (_used == _sums.Length)
        {
            Array.Resize(ref _sums, 2 * _used);
            Array.Resize(ref _stances, 2 * _used);
        }

        _sums[_used] += strength;
        if (strength != 0) _stances[_used]++;
    }

    public StrengthTrend Trend()
    {
        Span<long> sums = stackalloc long[10];
        Span<long> counts = stackalloc long[10];
        if (_turns > 0)
        {
            for (var i = 0; i <= _used; i++)
            {
                // The middle turn of the bucket decides; with one turn a bucket that is the turn itself.
                var tenth = (int)(10 * Math.Min((i * _size) + (_size / 2), _turns - 1) / _turns);
                sums[tenth] += _sums[i];
                counts[tenth] += _stances[i];
            }
        }

        return StrengthTrend.Of(sums, counts);
    }

    private void Halve()
    {
        for (var i = 0; i < Capacity / 2; i++)
        {
            _sums[i] = _sums[2 * i] + _sums[(2 * i) + 1];
            _stances[i] = _stances[2 * i] + _stances[(2 * i) + 1];
        }

        Array.Clear(_sums, Capacity / 2, Capacity / 2);
        Array.Clear(_stances, Capacity / 2, Capacity / 2);
        _size *= 2;
    }
}
