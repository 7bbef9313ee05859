using System.Text;

namespace MotivationalInterviewing.Transcripts;

/// <summary>Splits a byte stream into lines and keeps bytes, so that one wrongly encoded line is one bad line, not a bad file.</summary>
internal sealed class LineReader
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly Stream _stream;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _done;

    public LineReader(Stream stream)
    {
        _stream = stream;
        Fill();
        var head = _buffer.AsSpan(0, _end);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            _start = 3;
        }
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            // UTF-16 announces itself; it is rare enough to be converted whole.
            var encoding = head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            while (!_done) Fill();
            var text = encoding.GetString(_buffer, 2, _end - 2);
            _buffer = Encoding.UTF8.GetBytes(text);
            (_start, _end) = (0, _buffer.Length);
        }
    }

    /// <summary>Number of the current line, counted from 1; 0 before the first.</summary>
    public int Line { get; private set; }

    /// <summary>The bytes of the current line without its end. Valid until the next call.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public bool Next()
    {
        var scanned = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                Take(scanned + at, 1);
                return true;
            }

            scanned = _end - _start;
            if (_done)
            {
                if (scanned == 0) return false;
                Take(scanned, 0);
                return true;
            }

            Fill();
        }
    }

    /// <summary>The current line as text; null when it is not valid UTF-8.</summary>
    public string? Text()
    {
        try
        {
            return s_strict.GetString(Bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private void Take(int length, int terminator)
    {
        var trimmed = length > 0 && _buffer[_start + length - 1] == (byte)'\r' ? length - 1 : length;
        Bytes = _buffer.AsMemory(_start, trimmed);
        _start += length + terminator;
        Line++;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _done = read == 0;
    }
}
