using System.Xml;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>
/// Cells merged over several rows: the text of the first stands for all of them, as the sheet shows it. A number is
/// that of the merged rows together and is not repeated.
/// </summary>
internal sealed class MergedCells
{
    private const int Most = 200_000;

    private readonly List<(int Column, int Top, int Bottom)> _spans = [];
    private readonly Dictionary<int, (int Bottom, object? Value)> _open = [];
    private int _next;

    /// <summary>True where nothing is merged over rows.</summary>
    public bool IsEmpty => _spans.Count == 0;

    /// <summary>Reads a sheet for its merged cells, which stand behind its rows.</summary>
    public static MergedCells Read(XmlReader xml)
    {
        var merged = new MergedCells();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "mergeCell" || xml.GetAttribute("ref") is not { } reference)
            {
                continue;
            }

            var mark = reference.IndexOf(':', StringComparison.Ordinal);
            if (mark > 0 && CellReference.TryRead(reference.AsSpan(0, mark), out var column, out var top)
                && CellReference.TryRead(reference.AsSpan(mark + 1), out _, out var bottom) && bottom > top)
            {
                merged._spans.Add((column, top, bottom));
                if (merged._spans.Count > Most)
                {
                    throw new XmlException($"more than {Most} merged cells");
                }
            }
        }

        merged._spans.Sort((a, b) => (a.Top, a.Column).CompareTo((b.Top, b.Column)));
        return merged;
    }

    /// <summary>Starts again at the first row.</summary>
    public void Rewind()
    {
        _open.Clear();
        _next = 0;
    }

    /// <summary>Fills the cells of a row with the texts merged over it; rows must come in order.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="width">Number of cells in use; may grow.</param>
    /// <returns>Number of texts repeated.</returns>
    public int Fill(int row, object?[] cells, ref int width)
    {
        var filled = 0;
        foreach (var (column, (bottom, value)) in _open)
        {
            if (row > bottom)
            {
                _open.Remove(column);
            }
            else if (value is string && column < cells.Length && cells[column] is null)
            {
                cells[column] = value;
                width = Math.Max(width, column + 1);
                filled++;
            }
        }

        for (; _next < _spans.Count && _spans[_next].Top <= row; _next++)
        {
            var (column, top, bottom) = _spans[_next];
            if (top == row && column < width)
            {
                _open[column] = (bottom, cells[column]);
            }
        }

        return filled;
    }
}
