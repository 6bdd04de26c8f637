using System.Text.Json;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The values of one feature's properties, by column of the layer.</summary>
internal sealed class FeatureProperties(FieldBinding binding, ValueParser parser, int columns)
{
    // Features of one file carry the same names in the same order, so the next name is guessed before it is looked up.
    private readonly List<(byte[] Name, IReadOnlyList<FieldBinding.Target> Targets)> _names = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly int[] _rank = new int[columns];
    private int _next;

    /// <summary>One value for each column; a new array for each feature.</summary>
    public object?[] Values { get; private set; } = new object?[columns];

    /// <summary>What was wrong with a value; the row is left out.</summary>
    public (LocalText What, LocalText Remedy)? Fault { get; private set; }

    /// <summary>The column that was rounded to a whole number, or -1.</summary>
    public int Rounded { get; private set; } = -1;

    public void Reset()
    {
        Values = new object?[columns];
        Array.Fill(_rank, int.MaxValue);
        Fault = null;
        Rounded = -1;
        _next = 0;
    }

    public void Read(ref JsonTokens tokens)
    {
        while (tokens.Read() && tokens.Type != JsonTokenType.EndObject)
        {
            var targets = Targets(ref tokens);
            tokens.Read();
            if (targets.Count == 0)
            {
                tokens.Skip();
                continue;
            }

            Set(ref tokens, targets);
        }
    }

    private IReadOnlyList<FieldBinding.Target> Targets(ref JsonTokens tokens)
    {
        if (_next >= _names.Count || !tokens.Is(_names[_next].Name))
        {
            var name = tokens.Text();
            if (!_index.TryGetValue(name, out _next))
            {
                _index.Add(name, _next = _names.Count);
                _names.Add((System.Text.Encoding.UTF8.GetBytes(name), binding.Find(name)));
            }
        }

        return _names[_next++].Targets;
    }

    private void Set(ref JsonTokens tokens, IReadOnlyList<FieldBinding.Target> targets)
    {
        var text = tokens.Type switch
        {
            JsonTokenType.String => tokens.Text(),
            JsonTokenType.StartArray => Joined(ref tokens),
            JsonTokenType.Number => string.Empty,
            JsonTokenType.True or JsonTokenType.False => string.Empty,
            _ => null,
        };
        if (text is null)
        {
            tokens.Skip();
            return;
        }

        foreach (var (column, rank) in targets)
        {
            if (rank >= _rank[column])
            {
                continue;
            }

            _rank[column] = rank;
            Take(column, tokens.Type switch
            {
                JsonTokenType.Number => Number(ref tokens, column),
                JsonTokenType.True or JsonTokenType.False => parser.FromFlag(column, tokens.Type == JsonTokenType.True),
                _ => parser.FromText(column, text),
            });
        }
    }

    // Ids and codes keep their digits as written: 610103001 stays that, and 1.50 does not become 1.5.
    private ValueParser.Parsed Number(ref JsonTokens tokens, int column) =>
        parser.IsText(column) || !tokens.TryNumber(out var number)
            ? parser.FromText(column, System.Text.Encoding.UTF8.GetString(tokens.Reader.HasValueSequence ? [] : tokens.Reader.ValueSpan))
            : tokens.Reader.TryGetInt64(out var whole) ? parser.FromWhole(column, whole) : parser.FromNumber(column, number);

    private void Take(int column, ValueParser.Parsed parsed)
    {
        Values[column] = parsed.Value;
        Rounded = parsed.Rounded ? column : Rounded;
        if (parsed.Fault is { } what)
        {
            Fault ??= (what, parsed.Remedy!);
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
