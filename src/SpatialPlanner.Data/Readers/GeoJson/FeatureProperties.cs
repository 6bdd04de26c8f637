using System.Text;
using System.Text.Json;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The values of one feature's properties, by field.</summary>
internal sealed class FeatureProperties(SourceFields fields, SourceRow row)
{
    // Features of one file carry the same names in the same order, so the next name is guessed before it is looked up.
    private readonly List<(byte[] Name, int Field)> _order = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The row whose values are filled.</summary>
    public SourceRow Row => row;

    /// <summary>Properties that came twice in one feature; the last one counts.</summary>
    public long Repeated { get; private set; }

    public void Begin()
    {
        row.Begin(fields.Count);
        _next = 0;
    }

    public void Read(ref JsonTokens tokens)
    {
        while (tokens.Read() && tokens.Type != JsonTokenType.EndObject)
        {
            var field = Field(ref tokens);
            tokens.Read();
            if (!fields.IsWanted(field))
            {
                tokens.Skip();
                continue;
            }

            Keep(field, Value(ref tokens));
        }
    }

    private int Field(ref JsonTokens tokens)
    {
        if (_next >= _order.Count || !tokens.Is(_order[_next].Name))
        {
            var name = tokens.Text();
            if (!_index.TryGetValue(name, out _next))
            {
                _index.Add(name, _next = _order.Count);
                _order.Add((Encoding.UTF8.GetBytes(name), fields.Of(name)));
            }
        }

        return _order[_next++].Field;
    }

    private void Keep(int field, object? value)
    {
        if (field >= row.Values.Length)
        {
            var wider = new object?[Math.Max(fields.Count, 2 * row.Values.Length)];
            row.Values.CopyTo(wider, 0);
            row.Values = wider;
        }

        Repeated += row.Values[field] is null ? 0 : 1;
        row.Values[field] = value;
    }

    private static object? Value(ref JsonTokens tokens)
    {
        switch (tokens.Type)
        {
            case JsonTokenType.String:
                return tokens.Text();
            case JsonTokenType.Number:
                // Other numbers keep their digits as written: 1.50 does not become 1.5 where a text is wanted.
                return tokens.Reader.TryGetInt64(out var whole) ? whole : Encoding.UTF8.GetString(tokens.Reader.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return tokens.Type == JsonTokenType.True;
            case JsonTokenType.StartArray:
                return Joined(ref tokens);
            default:
                tokens.Skip();
                return null;
        }
    }

    private static string Joined(ref JsonTokens tokens)
    {
        var depth = tokens.Depth;
        var words = new List<string>();
        while (tokens.Read() && tokens.Depth > depth)
        {
            if (tokens.Type == JsonTokenType.String)
            {
                words.Add(tokens.Text());
            }
        }

        return string.Join(';', words);
    }
}
