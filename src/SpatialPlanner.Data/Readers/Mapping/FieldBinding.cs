using System.Text;
using SpatialPlanner.Data.Export.Shapefile;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Tables;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Which field of a file fills which column.</summary>
internal sealed class FieldBinding
{
    private const int RankOfNextForm = 1000;
    private const int LastRank = 10 * RankOfNextForm;

    private readonly Dictionary<string, List<Target>> _targets = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyDictionary<string, string> _map;
    private readonly int _name;
    private readonly int _code;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="file">File name for messages.</param>
    /// <param name="layer">The layer to fill.</param>
    /// <param name="map">The user's own source field by column; an empty one leaves the column empty.</param>
    /// <param name="extra">Columns besides those of the layer, numbered on after them.</param>
    public FieldBinding(string file, LayerSchema layer, IReadOnlyDictionary<string, string> map, params string[] extra)
    {
        _map = map;
        (LayerColumns, _name, _code) = (layer.Columns.Count, layer.IndexOf("name"), layer.IndexOf("code"));
        string[] columns = [.. layer.Columns.Select(c => c.Name), .. extra];
        foreach (var column in map.Keys.Where(c => !columns.Contains(c)))
        {
            var known = string.Join(", ", columns);
            throw InputException.Fatal(
                file, null, new($"--map：图层 {layer.Name} 没有字段 {column}", $"--map: layer {layer.Name} has no column {column}"),
                new LocalText($"可用字段：{known}", $"use one of: {known}"));
        }

        for (var i = 0; i < columns.Length; i++)
        {
            Bind(columns[i], i);
        }

        BindCut(layer, columns);
    }

    /// <summary>Number of columns of the layer; higher numbers are those besides them.</summary>
    public int LayerColumns { get; }

    /// <summary>Columns that a field may fill; the lower the rank the better the right to it. Empty for other fields.</summary>
    public IReadOnlyList<Target> Find(string field)
    {
        _seen.Add(field);
        var penalty = 0;
        foreach (var form in KnownNames.Forms(field))
        {
            if (_targets.TryGetValue(form, out var targets))
            {
                // A name as it is written goes before one that had to be stripped of its unit or number.
                return penalty == 0 ? targets : [.. targets.Where(t => t.Rank > 0).Select(t => t with
                {
                    Rank = t.Rank + penalty,
                })];
            }

            penalty += RankOfNextForm;
        }

        return OfSomeYear(field, out var dated) ? dated! : [];
    }

    /// <summary>Refuses a mapping from a field that the file does not have.</summary>
    public void CheckMapped(string file)
    {
        foreach (var (column, field) in _map.Where(m => m.Value.Length > 0 && !_seen.Contains(m.Value)))
        {
            var fields = string.Join(", ", _seen.Order(StringComparer.Ordinal));
            throw InputException.Fatal(
                file, null, new($"--map {column}={field}：文件中没有字段 {field}", $"--map {column}={field}: the file has no field {field}"),
                new LocalText($"文件中的字段：{fields}", $"the fields are: {fields}"));
        }
    }

    private void Bind(string column, int index)
    {
        if (_map.TryGetValue(column, out var mapped))
        {
            // Mapped from nothing, the column stays empty whatever the fields are called.
            if (mapped.Length > 0)
            {
                Add(mapped, new Target(index, 0));
            }

            return;
        }

        Add(column, new Target(index, 1));
        var aliases = FieldNames.Aliases.GetValueOrDefault(column, []);
        for (var i = 0; i < aliases.Length; i++)
        {
            Add(aliases[i], new Target(index, 2 + i));
        }
    }

    // NAME99, NAME0508, ADCODE_1999: names and codes of districts come with the year in which they held. Numbers that were
    // counted are not bound in this way: of several years nobody could say which one is meant.
    private bool OfSomeYear(string field, out List<Target>? targets)
    {
        var plain = field.AsSpan().TrimEnd("0123456789");
        var digits = field.Length - plain.Length;
        targets = digits is 2 or 4 or 8 && plain.Length > 2 && _targets.TryGetValue(plain.TrimEnd('_').ToString(), out var found)
            ? [.. found.Where(t => t.Column == _name || t.Column == _code).Select(t => t with { Rank = LastRank + t.Rank })] : null;
        return targets is { Count: > 0 };
    }

    // A cut name that stands for two columns, or is a name of its own, stands for none.
    private void BindCut(LayerSchema layer, string[] columns)
    {
        var ofExports = DbfFieldNames.Of(layer.Columns, Encoding.UTF8).Select((name, index) => (Name: name, index))
            .Where(c => !_map.ContainsKey(columns[c.index]));
        var cut = columns.Select((column, index) => (column, index)).Where(c => !_map.ContainsKey(c.column))
            .SelectMany(c => FieldNames.Aliases.GetValueOrDefault(c.column, []).Prepend(c.column).SelectMany(CutNames.Of).Select(n => (Name: n, c.index)))
            .Concat(ofExports)
            .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Select(c => c.index).Distinct().Count() == 1 && !_targets.ContainsKey(g.Key)).ToList();
        foreach (var name in cut)
        {
            Add(name.Key, new Target(name.First().index, LastRank));
        }
    }

    private void Add(string field, Target target)
    {
        if (!_targets.TryGetValue(field, out var targets))
        {
            _targets.Add(field, targets = []);
        }

        targets.Add(target);
    }

    /// <summary>A column that a field may fill.</summary>
    /// <param name="Column">Index of the column.</param>
    /// <param name="Rank">0 asked for by the user, 1 the column's own name, then the other names in their order.</param>
    internal readonly record struct Target(int Column, int Rank);
}
