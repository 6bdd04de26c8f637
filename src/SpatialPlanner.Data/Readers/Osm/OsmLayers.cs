using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Readers.Osm;

/// <summary>Rows by layer, as they are made.</summary>
internal sealed class OsmLayers
{
    private readonly Dictionary<LayerSchema, List<LayerRow>> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LayerSchema, int> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>Rows of a layer taken so far.</summary>
    public List<LayerRow> this[LayerSchema layer]
    {
        get
        {
            if (!_rows.TryGetValue(layer, out var rows))
            {
                _rows.Add(layer, rows = []);
                _read.Add(layer, 0);
            }

            return rows;
        }
    }

    /// <summary>Adds a row that was read, or notes one (null) that was read and not taken.</summary>
    public void Add(LayerSchema layer, LayerRow? row)
    {
        var rows = this[layer];
        _read[layer]++;
        if (row is not null)
        {
            rows.Add(row);
        }
    }

    /// <summary>Adds rows.</summary>
    public void AddAll(LayerSchema layer, List<LayerRow> rows)
    {
        this[layer].AddRange(rows);
        _read[layer] += rows.Count;
    }

    /// <summary>All of it as one batch.</summary>
    public LayerBatch ToBatch(OsmProblems problems) => new(problems.File, "EPSG:4326", _rows, _read, problems.ToList());
}
