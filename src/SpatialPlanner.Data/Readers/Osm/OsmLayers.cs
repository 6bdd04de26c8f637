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

    /// <summary>Adds a row.</summary>
    public void Add(LayerSchema layer, LayerRow row)
    {
        this[layer].Add(row);
        _read[layer]++;
    }

    /// <summary>Adds rows.</summary>
    public void AddAll(LayerSchema layer, List<LayerRow> rows)
    {
        this[layer].AddRange(rows);
        _read[layer] += rows.Count;
    }

    /// <summary>Counts objects that were read for a layer and could not be taken.</summary>
    public void CountRejected(LayerSchema layer, int count)
    {
        _ = this[layer];
        _read[layer] += count;
    }

    /// <summary>All of it as one batch.</summary>
    public LayerBatch ToBatch(string path, OsmProblems problems) =>
        new(Path.GetFileName(path), "EPSG:4326", _rows.ToDictionary(l => l.Key, IReadOnlyCollection<LayerRow> (l) => l.Value), _read, problems.ToList());
}
