using System.Text;
using System.Text.Json;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The tokens of a JSON stream, a buffer at a time, with the line of the current one.</summary>
internal ref struct JsonTokens
{
    // A text or number; coordinates and features are many tokens.
    private const int LongestTokenBytes = 64 << 20;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 16];
    private int _length;
    private bool _final;
    private long _line = 1;
    private int _lineCountedTo;
    private long _dropped;
    private Utf8JsonReader _reader;

    public JsonTokens(Stream stream)
    {
        _stream = stream;
        _length = stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false);
        _final = _length < _buffer.Length;
        WithoutSeparators(_buffer.AsSpan(0, _length));
        var start = _buffer.AsSpan(0, _length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        _buffer.AsSpan(start, _length - start).CopyTo(_buffer);
        _length -= start;
        _reader = new Utf8JsonReader(_buffer.AsSpan(0, _length), _final, new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true }));
    }

    public readonly JsonTokenType Type => _reader.TokenType;

    public readonly int Depth => _reader.CurrentDepth;

    /// <summary>The token; for what is not worth a member here.</summary>
    public readonly Utf8JsonReader Reader => _reader;

    /// <summary>True where there is nothing but white space.</summary>
    public readonly bool IsEmpty => _final && _buffer.AsSpan(0, _length).Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Bytes of the stream that were read and are done with.</summary>
    public readonly long Consumed => _dropped + _reader.BytesConsumed;

    /// <summary>Line of the current token, from 1.</summary>
    public long Line()
    {
        var at = (int)_reader.TokenStartIndex;
        if (at > _lineCountedTo)
        {
            _line += _buffer.AsSpan(_lineCountedTo, at - _lineCountedTo).Count((byte)'\n');
            _lineCountedTo = at;
        }

        return _line;
    }

    public bool Read()
    {
        while (!_reader.Read())
        {
            if (_final)
            {
                return false;
            }

            Refill();
        }

        return true;
    }

    /// <summary>Goes to the end of the value that starts here.</summary>
    public void Skip()
    {
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = _reader.CurrentDepth;
        do
        {
            Read();
        }
        while (_reader.CurrentDepth > depth);
    }

    public readonly bool Is(ReadOnlySpan<byte> text) => _reader.ValueTextEquals(text);

    public readonly string Text() => _reader.GetString()!;

    public readonly bool TryNumber(out double number) => _reader.TryGetDouble(out number) && double.IsFinite(number);

    private void Refill()
    {
        var consumed = (int)_reader.BytesConsumed;
        if (consumed > _lineCountedTo)
        {
            _line += _buffer.AsSpan(_lineCountedTo, consumed - _lineCountedTo).Count((byte)'\n');
        }

        _lineCountedTo = Math.Max(0, _lineCountedTo - consumed);
        _dropped += consumed;
        var rest = _buffer.AsSpan(consumed, _length - consumed);
        if (rest.Length > LongestTokenBytes)
        {
            throw new GeoJsonFault(
                $"一个值长于 {LongestTokenBytes >> 20} MB", $"a value is longer than {LongestTokenBytes >> 20} MB",
                new("检查文件是否损坏", "check whether the file is damaged"));
        }

        var target = rest.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        rest.CopyTo(target);
        _buffer = target;
        var read = _stream.ReadAtLeast(_buffer.AsSpan(rest.Length), _buffer.Length - rest.Length, throwOnEndOfStream: false);
        _final = read < _buffer.Length - rest.Length;
        _length = rest.Length + read;
        WithoutSeparators(_buffer.AsSpan(rest.Length, read));
        _reader = new Utf8JsonReader(_buffer.AsSpan(0, _length), _final, _reader.CurrentState);
    }

    // RFC 8142 puts one before each text of a sequence; in JSON itself it is never allowed.
    private static void WithoutSeparators(Span<byte> bytes) => bytes.Replace((byte)0x1E, (byte)' ');
}
