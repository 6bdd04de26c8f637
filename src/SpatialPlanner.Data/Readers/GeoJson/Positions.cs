using System.Text.Json;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>
/// The numbers of one "coordinates" member, flat, with the ends of the arrays they were nested in. What they mean is
/// told by the type, which may stand after them.
/// </summary>
internal sealed class Positions
{
    private const int MaxDepth = 4;
    private readonly List<int>[] _ends = [[], [], [], [], []];

    /// <summary>Longitude of each position.</summary>
    public List<double> X { get; } = [];

    /// <summary>Latitude of each position.</summary>
    public List<double> Y { get; } = [];

    /// <summary>Height of each position; not a number where it has none.</summary>
    public List<double> Z { get; } = [];

    /// <summary>Number of arrays around the numbers: 1 for a point; 0 where there are no numbers.</summary>
    public int Depth { get; private set; }

    /// <summary>True where a position had a fourth number, which means nothing in GeoJSON.</summary>
    public bool TooMany { get; private set; }

    /// <summary>For each array at a depth, the number of arrays or positions of the next depth up to its end.</summary>
    public List<int> Ends(int depth) => _ends[depth];

    public void Read(ref JsonTokens tokens)
    {
        Clear();
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw new GeoJsonFault("“coordinates” 应为数组", "\"coordinates\" must be an array");
        }

        var depth = 1;
        while (depth > 0 && tokens.Read())
        {
            switch (tokens.Type)
            {
                case JsonTokenType.StartArray when depth < MaxDepth:
                    depth++;
                    break;
                case JsonTokenType.StartArray:
                    throw new GeoJsonFault("“coordinates” 嵌套过深", "\"coordinates\" is nested too deeply");
                case JsonTokenType.EndArray:
                    _ends[depth].Add(Count(depth + 1));
                    depth--;
                    break;
                case JsonTokenType.Number:
                    ReadPosition(ref tokens, depth--);
                    break;
                default:
                    throw new GeoJsonFault("坐标的每个元素都应为数字", "each element of a position must be a number");
            }
        }
    }

    private int Count(int depth) => depth > MaxDepth || depth == Depth || Depth == 0 && _ends[depth].Count == 0
        ? X.Count
        : _ends[depth].Count;

    private void ReadPosition(ref JsonTokens tokens, int depth)
    {
        if (Depth != 0 && Depth != depth)
        {
            throw new GeoJsonFault("坐标的嵌套深度不一致", "the positions are not all nested equally deep");
        }

        Depth = depth;
        var (count, x, y, z) = (0, 0.0, 0.0, double.NaN);
        for (; tokens.Type != JsonTokenType.EndArray; tokens.Read())
        {
            if (tokens.Type != JsonTokenType.Number || !tokens.TryNumber(out var number))
            {
                throw new GeoJsonFault("坐标的每个元素都应为数字", "each element of a position must be a number");
            }

            (x, y, z) = count switch { 0 => (number, y, z), 1 => (x, number, z), 2 => (x, y, number), _ => (x, y, z) };
            count++;
        }

        if (count < 2)
        {
            throw new GeoJsonFault("坐标至少需要两个数字", "a position must have two or more numbers");
        }

        TooMany |= count > 3;
        X.Add(x);
        Y.Add(y);
        Z.Add(z);
    }

    private void Clear()
    {
        X.Clear();
        Y.Clear();
        Z.Clear();
        Array.ForEach(_ends, e => e.Clear());
        Depth = 0;
        TooMany = false;
    }
}
