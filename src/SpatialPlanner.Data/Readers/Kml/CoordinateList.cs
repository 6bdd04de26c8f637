using System.Globalization;
using System.Xml;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>
/// Reads the text of a "coordinates" element, a part at a time: <c>lon,lat[,height]</c> parted by white space, which
/// careless files put after commas too.
/// </summary>
internal sealed class CoordinateList
{
    private const int LongestNumber = 64;
    private const int MostPositions = 20_000_000;

    private readonly char[] _number = new char[LongestNumber];
    private readonly double[] _ordinates = new double[3];
    private readonly List<Coordinate> _positions = [];
    private int _digits;
    private int _count;
    private bool _afterComma;

    /// <summary>The positions; heights where all have one, else not a number.</summary>
    /// <param name="xml">On the element; moves to its end.</param>
    public Coordinate[] Read(XmlReader xml)
    {
        _positions.Clear();
        (_digits, _count, _afterComma) = (0, 0, false);
        if (xml.IsEmptyElement)
        {
            return [];
        }

        var (depth, chunk) = (xml.Depth, new char[4096]);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                continue;
            }

            for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
            {
                foreach (var c in chunk.AsSpan(0, read))
                {
                    Take(c);
                }
            }
        }

        EndPosition();
        return [.. _positions];
    }

    private void Take(char c)
    {
        if (c == ',')
        {
            if (_afterComma)
            {
                throw Wrong("两个逗号之间没有数字", "there is no number between two commas");
            }

            EndNumber();
            _afterComma = true;
        }
        else if (char.IsWhiteSpace(c))
        {
            EndNumber();
        }
        else
        {
            if (_digits == 0 && !_afterComma && _count > 0)
            {
                EndPosition();
            }

            _afterComma = false;
            if (_digits == LongestNumber)
            {
                throw Wrong("坐标中的数字过长", "a number in the coordinates is too long");
            }

            _number[_digits++] = c;
        }
    }

    private void EndNumber()
    {
        if (_digits == 0)
        {
            return;
        }

        var text = _number.AsSpan(0, _digits);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw Wrong($"坐标 “{text}” 不是数字", $"the coordinate '{text}' is not a number");
        }

        _digits = 0;
        if (_count == 3)
        {
            throw Wrong("一个坐标多于三个数字", "a position has more than three numbers");
        }

        _ordinates[_count++] = number;
    }

    private void EndPosition()
    {
        EndNumber();
        if (_count == 0)
        {
            return;
        }

        if (_count == 1)
        {
            throw Wrong("坐标只有一个数字", "a position has only one number");
        }

        if (_positions.Count >= MostPositions)
        {
            throw Wrong($"坐标多于 {MostPositions:N0} 个", $"there are more than {MostPositions:N0} positions");
        }

        _positions.Add(new CoordinateZ(_ordinates[0], _ordinates[1], _count == 3 ? _ordinates[2] : double.NaN));
        (_count, _afterComma) = (0, false);
    }

    private static RowFault Wrong(string zh, string en) => new(
        new(zh, en), new("坐标写作 108.94,34.26,0，各点以空格分开", "write positions as 108.94,34.26,0 with blanks between them"));
}
