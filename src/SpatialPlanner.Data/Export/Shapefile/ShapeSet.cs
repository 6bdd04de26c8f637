using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>The files of one shapefile: .shp, .shx, .dbf, .prj, .cpg, the key of the field names and texts too long.</summary>
internal sealed class ShapeSet : IDisposable
{
    private static readonly Func<string, LocalText> Shortened = ids => new(
        $"超过 254 字节的文字在 .dbf 中截断，全文在 .texts.csv：{ids}",
        $"texts over 254 bytes are cut in the .dbf and stand in full in .texts.csv: {ids}");

    private static readonly Func<string, LocalText> HasNul = ids => new(
        $"文字中的 NUL 字符写成空格：{ids}", $"a NUL character in a text is written as a blank: {ids}");

    private readonly ExportJob _job;
    private readonly DbfEncoding _encoding;
    private readonly ShapeType _type;
    private readonly long _maxBytes;
    private readonly string _draft;
    private readonly DbfColumn[] _columns;
    private readonly DbfTable _table;
    private readonly ShapeFile? _shapes;
    private StreamWriter? _texts;

    /// <summary>Begins the set.</summary>
    /// <param name="job">The export.</param>
    /// <param name="encoding">Encoding of the texts.</param>
    /// <param name="type">What the shapes are.</param>
    /// <param name="maxBytes">Length that no file may exceed.</param>
    public ShapeSet(ExportJob job, DbfEncoding encoding, ShapeType type, long maxBytes)
    {
        (_job, _encoding, _type, _maxBytes) = (job, encoding, type, maxBytes);
        _draft = $".draft-{type}";
        var names = DbfFieldNames.Of(job.Layer.Columns, encoding.Encoding);
        _columns = [.. job.Layer.Columns.Zip(names, (column, name) => new DbfColumn(column, name))];
        _table = new DbfTable(_columns, encoding.Encoding, job.Spool());
        _shapes = type == ShapeType.None ? null : new ShapeFile(type, job.Create(_draft + ".shp"), job.Create(_draft + ".shx"));
    }

    /// <summary>Rows added.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row, its geometry of the set's type or null.</param>
    public void Add(LayerRow row)
    {
        Rows++;
        for (var i = 0; i < _columns.Length; i++)
        {
            _table.Add(i, row.Values[i] is string text ? Fitting(text, row, i) : row.Values[i]);
        }

        _shapes?.Add(Fitting(row));
        if (_shapes?.Length > _maxBytes || _table.Length > _maxBytes)
        {
            throw InputException.Fatal(
                _job.Request.Path, _job.IdOf(row),
                new("超过 shapefile 单个文件 2 GB 的上限", "a file of a shapefile cannot be longer than 2 GB"),
                new("改用 --format gpkg 或 fgb", "use --format gpkg or fgb"));
        }
    }

    /// <summary>Finishes the files under their name.</summary>
    /// <param name="name">Name without an ending.</param>
    public void Finish(string name)
    {
        using (var table = _job.Create(name + ".dbf"))
        {
            _table.Write(table, _job.Request.Origin.DataDate, _encoding.LanguageDriver, _job.Cancel);
        }

        File.WriteAllText(_job.Draft(name + ".cpg"), _encoding.Name);
        if (_shapes is not null)
        {
            _shapes.Finish();
            _shapes.Dispose();
            Rename(".shp", name);
            Rename(".shx", name);
            if (_job.Crs.Wkt is { } wkt)
            {
                File.WriteAllText(_job.Draft(name + ".prj"), wkt);
            }
        }

        WriteKey(name);
        if (_texts is not null)
        {
            _texts.Dispose();
            Rename(".texts.csv", name);
        }
    }

    /// <summary>Leaves no file of the set.</summary>
    public void Discard()
    {
        Dispose();
        foreach (var ending in new[] { ".shp", ".shx", ".texts.csv" })
        {
            File.Delete(_job.Draft(_draft + ending));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _table.Dispose();
        _shapes?.Dispose();
        _texts?.Dispose();
    }

    private string Fitting(string text, LayerRow row, int column)
    {
        var name = _columns[column].Column.Name;
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            _job.Notes.Add(HasNul, _job.IdOf(row));
            text = text.Replace('\0', ' ');
        }

        if (_encoding.ByteCount(text, _job.Request.Path, _job.IdOf(row), name) <= DbfColumn.MaxTextBytes)
        {
            return text;
        }

        _job.Notes.Add(Shortened, _job.IdOf(row));
        if (_texts is null)
        {
            _texts = Csv(_job.Create(_draft + ".texts.csv"));
            _texts.Write("id,column,text\r\n");
        }

        _texts.Write($"{Quoted(_job.IdOf(row))},{Quoted(name)},{Quoted(text)}\r\n");
        return DbfFieldNames.Cut(text, DbfColumn.MaxTextBytes, _encoding.Encoding);
    }

    private Geometry? Fitting(LayerRow row) => (_type, row.Geometry) switch
    {
        (_, null) or (ShapeType.Point, Point) or (ShapeType.PolyLine, LineString or MultiLineString)
            or (ShapeType.Polygon, Polygon or MultiPolygon) => row.Geometry,
        _ => throw InputException.Fatal(
            _job.Request.Path, _job.IdOf(row),
            new($"{row.Geometry.GeometryType} 不能放进这个图层的 shapefile", $"a shapefile of this layer cannot hold a {row.Geometry.GeometryType}"),
            new("改用 --format gpkg 或 geojson", "use --format gpkg or geojson")),
    };

    private void WriteKey(string name)
    {
        using var key = Csv(_job.Create(name + ".fields.csv"));
        key.Write("field,column,type,width,decimals,unit\r\n");
        foreach (var column in _columns)
        {
            key.Write($"{Quoted(column.Name)},{Quoted(column.Column.Name)},{column.Type},{column.Width},{column.Decimals},{FieldUnits.Of(column.Column.Name)}\r\n");
        }
    }

    private void Rename(string ending, string name) => File.Move(_job.Draft(_draft + ending), _job.Draft(name + ending));

    private static StreamWriter Csv(Stream target) => new(target, new UTF8Encoding(true));

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
