using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Tables;

/// <summary>
/// Makes the rows of a table from the rows of a sheet or a text: finds the header below titles, leaves out totals and
/// remarks, and says so.
/// </summary>
/// <param name="sink">Takes the rows.</param>
/// <param name="place">Place of a row by its number in the file.</param>
/// <param name="column">Name of a column for messages; null where a table has none but that of its header.</param>
/// <param name="tooWide">Refuses a row by its number of cells and that of the header; null lets the others be.</param>
internal sealed class GridRows(
    ISourceSink sink, Func<long, string> place, Func<int, string>? column = null,
    Func<int, int, (Planning.LocalText What, Planning.LocalText Remedy)>? tooWide = null)
{
    private readonly List<(long Number, object?[] Cells, (Planning.LocalText What, Planning.LocalText Remedy)? Fault)> _first = [];
    private readonly List<long> _totals = [];
    private readonly SourceRow _row = new();
    private int[] _fieldOf = [];
    private long _notes;
    private long _beyond;
    private long _lastOfHeader;
    private bool _numbered;
    private bool _stopped;

    /// <summary>True once the header is known.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>Number of columns with a name.</summary>
    public int Width => _fieldOf.Length;

    /// <summary>Number of the last row of the header.</summary>
    public long HeaderEnd => _lastOfHeader;

    /// <summary>False where nobody looks at a column.</summary>
    public bool IsWanted(int index) => index < _fieldOf.Length && sink.Fields.IsWanted(_fieldOf[index]);

    /// <summary>Takes a row of the sheet.</summary>
    /// <param name="number">Its number there.</param>
    /// <param name="cells">Its cells; copied where they are kept.</param>
    /// <param name="fault">Why it cannot be used; null where it can.</param>
    /// <returns>False ends the reading.</returns>
    public bool Add(long number, ReadOnlySpan<object?> cells, (Planning.LocalText What, Planning.LocalText Remedy)? fault = null)
    {
        if (HasHeader)
        {
            return Emit(number, cells, fault);
        }

        _first.Add((number, cells.ToArray(), fault));
        if (_first.Count >= TableHeader.Lookahead)
        {
            Begin();
        }

        return !_stopped;
    }

    /// <summary>Ends the table, telling what was left out; true where there was a header at all.</summary>
    public bool Finish()
    {
        Begin();
        if (_totals.Count > 0)
        {
            var rows = string.Join(", ", _totals.Take(5)) + (_totals.Count > 5 ? ", …" : string.Empty);
            sink.Tell(
                ProblemSeverity.Warning, place(_totals[0]),
                new($"{_totals.Count} 个合计行未导入（第 {rows} 行）", $"{_totals.Count} rows of totals were left out (rows {rows})"),
                new("如果它们是数据，改写首列的文字", "change their first text where they are data"));
        }

        if (_notes > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null, new($"{_notes} 行表注未导入", $"{_notes} rows of remarks were left out"),
                new("无需处理", "nothing to do"));
        }

        if (_beyond > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"{_beyond} 个单元格在表头右侧之外，未导入", $"{_beyond} cells lie to the right of the header and were left out"),
                new("给这些列加上列名", "give those columns a name"));
        }

        return HasHeader;
    }

    private void Begin()
    {
        if (HasHeader || TableHeader.Find([.. _first.Select(r => r.Cells)]) is not { } header)
        {
            return;
        }

        HasHeader = true;
        _fieldOf = [.. sink.Fields.AddColumns(Named(header.Names)).Select(sink.Fields.Of)];
        _row.CellNames = column is null ? null : Names();
        _lastOfHeader = _first[header.First + header.Rows - 1].Number;
        foreach (var (number, cells, fault) in _first.Skip(header.First + header.Rows))
        {
            if (!Emit(number, cells, fault))
            {
                break;
            }
        }

        _first.Clear();
    }

    // Empty columns behind the last name are no columns.
    private static IEnumerable<string> Named(string[] names) =>
        names.Take(Math.Min(TableHeader.MostColumns, Array.FindLastIndex(names, n => n.Length > 0) + 1));

    private string[] Names()
    {
        var names = new string[sink.Fields.Count];
        for (var i = 0; i < _fieldOf.Length; i++)
        {
            names[_fieldOf[i]] = column!(i);
        }

        return names;
    }

    private bool Emit(long number, ReadOnlySpan<object?> cells, (Planning.LocalText What, Planning.LocalText Remedy)? fault)
    {
        if (_stopped || IsLeftOut(number, cells))
        {
            return !_stopped;
        }

        _row.Begin(sink.Fields.Count);
        (_row.Place, _row.Fault) = (place(number), fault);
        for (var i = 0; i < Math.Min(cells.Length, _fieldOf.Length); i++)
        {
            _row.Values[_fieldOf[i]] = cells[i];
        }

        if (cells.Length > _fieldOf.Length)
        {
            SeeBeyond(cells);
        }

        _stopped = !sink.Take(_row);
        return !_stopped;
    }

    // Delimiters at the end of a line are no cells.
    private void SeeBeyond(ReadOnlySpan<object?> cells)
    {
        var width = cells.Length;
        while (width > _fieldOf.Length && cells[width - 1] is null or "")
        {
            width--;
        }

        if (width > _fieldOf.Length && tooWide is not null)
        {
            _row.Fault ??= tooWide(width, _fieldOf.Length);
        }
        else if (width > _fieldOf.Length)
        {
            _beyond += width - _fieldOf.Length;
        }
    }

    private bool IsLeftOut(long number, ReadOnlySpan<object?> cells)
    {
        if (IsEmpty(cells))
        {
            return true;
        }

        var isFirst = !_numbered;
        _numbered = true;
        if (isFirst && RowKind.IsColumnNumbers(cells))
        {
            return true;
        }

        if (RowKind.IsTotal(cells))
        {
            _totals.Add(number);
            return true;
        }

        if (RowKind.IsNote(cells))
        {
            _notes++;
            return true;
        }

        return false;
    }

    private static bool IsEmpty(ReadOnlySpan<object?> cells)
    {
        foreach (var cell in cells)
        {
            if (cell is not null and not "")
            {
                return false;
            }
        }

        return true;
    }
}
