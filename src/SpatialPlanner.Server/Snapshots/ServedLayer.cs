using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Ogc;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>A published layer with what serving it needs: index, ids, extent and features as bytes. Read only.</summary>
internal sealed class ServedLayer
{
    private readonly Lazy<STRtree<int>> tree;
    private readonly Dictionary<string, int> rowOfId;
    private readonly string[] ids;
    private readonly byte[]?[] features;

    public ServedLayer(PublishedLayer layer)
    {
        Layer = layer;
        features = new byte[]?[layer.Rows.Count];
        tree = new(BuildTree);
        (ids, rowOfId) = Ids(layer);
        Extent = new Envelope();
        foreach (var row in layer.Rows)
        {
            Extent.ExpandToInclude(row.Geometry?.EnvelopeInternal ?? new Envelope());
        }
    }

    public PublishedLayer Layer { get; }

    /// <summary>Extent of the geometry; null envelope where there is none.</summary>
    public Envelope Extent { get; }

    /// <summary>A row as a GeoJSON feature. Rendered once; two threads that race make the same bytes.</summary>
    public byte[] Feature(int row) => features[row] ??= FeatureJson.Render(Layer, row, ids[row]);

    /// <summary>Row of a feature id, or -1.</summary>
    public int Find(string id) => rowOfId.GetValueOrDefault(id, -1);

    /// <summary>Rows whose geometry meets one of the boxes, rising.</summary>
    public IReadOnlyList<int> Within(IReadOnlyList<Envelope> boxes)
    {
        var rows = new SortedSet<int>();
        foreach (var box in boxes)
        {
            var area = GeometryFactory.Default.ToGeometry(box);
            foreach (var row in tree.Value.Query(box))
            {
                if (box.Contains(Layer.Rows[row].Geometry!.EnvelopeInternal) || area.Intersects(Layer.Rows[row].Geometry))
                {
                    rows.Add(row);
                }
            }
        }

        return [.. rows];
    }

    private STRtree<int> BuildTree()
    {
        var built = new STRtree<int>();
        for (var i = 0; i < Layer.Rows.Count; i++)
        {
            if (Layer.Rows[i].Geometry is { IsEmpty: false } geometry)
            {
                built.Insert(geometry.EnvelopeInternal, i);
            }
        }

        built.Build();
        return built;
    }

    // The first column is the id; a table whose rows have none of their own (the gap table) is numbered.
    private static (string[] Ids, Dictionary<string, int> RowOfId) Ids(PublishedLayer layer)
    {
        string[] ids = [.. layer.Rows.Select(r => Convert.ToString(r.Values[0], CultureInfo.InvariantCulture) ?? "")];
        var rowOfId = new Dictionary<string, int>(ids.Length, StringComparer.Ordinal);
        if (!Enumerable.Range(0, ids.Length).All(row => rowOfId.TryAdd(ids[row], row)))
        {
            ids = [.. Enumerable.Range(1, ids.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))];
            rowOfId = Enumerable.Range(0, ids.Length).ToDictionary(row => ids[row]);
        }

        return (ids, rowOfId);
    }
}
