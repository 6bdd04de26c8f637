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
    private readonly Lazy<Dictionary<string, int>> rowOfId;
    private readonly byte[]?[] features;

    public ServedLayer(PublishedLayer layer)
    {
        Layer = layer;
        features = new byte[]?[layer.Rows.Count];
        tree = new(BuildTree);
        rowOfId = new(BuildIds);
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
    public byte[] Feature(int row) => features[row] ??= FeatureJson.Render(Layer, row);

    /// <summary>Row of a feature id, or -1.</summary>
    public int Find(string id) => rowOfId.Value.GetValueOrDefault(id, -1);

    /// <summary>Id of the feature of a row.</summary>
    public string IdOf(int row) =>
        Convert.ToString(Layer.Rows[row].Values[0], CultureInfo.InvariantCulture)
        ?? row.ToString(CultureInfo.InvariantCulture);

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

    private Dictionary<string, int> BuildIds()
    {
        var ids = new Dictionary<string, int>(Layer.Rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < Layer.Rows.Count; i++)
        {
            ids.TryAdd(IdOf(i), i);
        }

        return ids;
    }
}
