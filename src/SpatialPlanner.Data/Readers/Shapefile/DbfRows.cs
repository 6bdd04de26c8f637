using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Fills rows with the values of a .dbf.</summary>
internal sealed class DbfRows
{
    private const int MostTold = 20;

    private readonly DbfReader _reader;
    private readonly DbfText _text;
    private readonly FieldKey _key;
    private readonly ISourceSink _sink;
    private readonly (DbfField Field, string Name, int Column)[] _fields;
    private readonly int _width;
    private int _unreadable;

    /// <param name="reader">The .dbf, before its first record.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="key">Whole names and texts.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="sink">Its fields get those of the file.</param>
    public DbfRows(DbfReader reader, SourceEncoding encoding, FieldKey key, string file, ISourceSink sink)
    {
        (_reader, _key, _sink) = (reader, key, sink);
        _text = new DbfText(encoding, file);
        var fields = reader.Header.Fields.Where(f => DbfValues.IsRead(f.Type, f.Width)).ToArray();
        var names = fields.Select(f => key.NameOf(_text.Name(f).Trim())).ToArray();
        var unique = sink.Fields.AddColumns(names);
        _fields = [.. fields.Select((f, i) => (f, unique[i], sink.Fields.Of(unique[i])))];
        _width = sink.Fields.Count;
        TellFields(names, unique);
    }

    /// <summary>Fills a row with the record at which the reader stands.</summary>
    /// <param name="row">The row.</param>
    public void Fill(SourceRow row)
    {
        row.Begin(_width);
        row.Place = FormattableString.Invariant($"record {_reader.Number}");
        foreach (var (field, name, column) in _fields)
        {
            if (_sink.Fields.IsWanted(column))
            {
                row.Values[column] = field.Type == 'C' ? Text(field, name, row.Place) : DbfValues.Of(field.Type, field.Decimals, _reader.Value(field));
            }
        }

        if (_key.HasTexts)
        {
            Complete(row);
        }
    }

    private string? Text(DbfField field, string name, string place)
    {
        var bytes = DbfValues.Trim(_reader.Value(field));
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (_text.Read(bytes, bytes.Length == field.Width) is { } text)
        {
            return text;
        }

        if (++_unreadable <= MostTold)
        {
            _sink.Tell(
                ProblemSeverity.Warning, place,
                new($"字段 {name} 的文字不能按该编码读出，已留空", $"the text of field {name} cannot be read in this encoding and was left empty"),
                new("用 --encoding 指定编码：gbk、big5、utf-8", "give the encoding: --encoding gbk, big5 or utf-8"));
        }

        return null;
    }

    private void Complete(SourceRow row)
    {
        var id = _fields.Length > 0 && _reader.Value(_fields[0].Field) is var bytes
            ? _text.Read(DbfValues.Trim(bytes), isFull: true)?.Trim() : null;
        foreach (var (_, name, column) in _fields)
        {
            if (id is not null && row.Values[column] is string cut)
            {
                row.Values[column] = _key.Whole(id, name, cut);
            }
        }
    }

    /// <summary>Tells what was only counted.</summary>
    public void Finish()
    {
        if (_unreadable > MostTold)
        {
            _sink.Tell(
                ProblemSeverity.Warning, null,
                new($"共有 {_unreadable} 处文字不能按该编码读出", $"{_unreadable} texts in all cannot be read in this encoding"),
                new("用 --encoding 指定编码：gbk、big5、utf-8", "give the encoding: --encoding gbk, big5 or utf-8"));
        }
    }

    private void TellFields(string[] names, string[] unique)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] != unique[i])
            {
                _sink.Tell(
                    ProblemSeverity.Warning, null,
                    names[i].Length == 0
                        ? new($"第 {i + 1} 个字段没有名称，称为 {unique[i]}", $"field {i + 1} has no name and is called {unique[i]}")
                        : new($"有多个字段名为 {names[i]}，第 {i + 1} 个字段称为 {unique[i]}", $"several fields are named {names[i]}; field {i + 1} is called {unique[i]}"),
                    new("用 --map 按这个名称对应", "use that name in --map"));
            }
        }

        var left = _reader.Header.Fields.Where(f => !DbfValues.IsRead(f.Type, f.Width)).Select(f => $"{_text.Name(f)} ({f.Type})").ToArray();
        if (left.Length > 0)
        {
            var list = string.Join(", ", left);
            _sink.Tell(
                ProblemSeverity.Warning, null,
                new($"不读备注和二进制字段：{list}", $"memo and binary fields are not read: {list}"),
                new("需要时改为文本字段后重新导出", "make text fields of them and export again where they matter"));
        }
    }
}
