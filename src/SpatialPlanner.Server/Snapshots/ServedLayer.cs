using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Tiles;
using SpatialPlanner.Planning;
using SpatialPlanner.Server.Ogc;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>
/// A layer with what serving it needs: index, ids, extent and features as bytes. Read only. A result is worked out when its
/// rows are first asked for.
/// </summary>
internal sealed class ServedLayer
{
    private readonly Lazy<PublishedLayer> layer;
    private readonly Lazy<STRtree<int>> tree;
    private readonly Lazy<(string[] Ids, Dictionary<string, int> RowOfId)> ids;
    private readonly Lazy<byte[]?[]> features;
    private readonly Lazy<TileLayer> tiles;

    public ServedLayer(PublishedLayer there)
        : this(new Lazy<PublishedLayer>(there), there.Name, there.Title, there.Geometry, there.IsResult, ExtentOf(there)) =>
        Count = there.Rows.Count;

    /// <summary>A result layer that nobody has asked for yet.</summary>
    /// <param name="result">The layer.</param>
    /// <param name="assessment">What it is worked out of.</param>
    /// <param name="extent">Extent of the sources, which holds what is worked out of them.</param>
    public ServedLayer(ResultLayer result, Assessment assessment, Envelope extent)
        : this(
            new Lazy<PublishedLayer>(() => result.Make(assessment)), result.Name, result.Title, result.Geometry, true,
            result.Geometry == LayerGeometry.None ? new Envelope() : extent)
    {
    }

    private ServedLayer(
        Lazy<PublishedLayer> layer, string name, LocalText title, LayerGeometry geometry, bool isResult, Envelope extent)
    {
        this.layer = layer;
        (Name, Title, Geometry, IsResult, Extent) = (name, title, geometry, isResult, extent);
        tree = new(BuildTree);
        ids = new(() => Ids(Layer));
        features = new(() => new byte[]?[Layer.Rows.Count]);
        tiles = new(() => new TileLayer(Layer));
    }

    public string Name { get; }

    public LocalText Title { get; }

    public LayerGeometry Geometry { get; }

    public bool IsResult { get; }

    /// <summary>Number of rows; null for a result, which may not have been worked out yet.</summary>
    public int? Count { get; }

    /// <summary>Extent of the geometry; null envelope where there is none.</summary>
    public Envelope Extent { get; }

    public PublishedLayer Layer => layer.Value;

    /// <summary>The layer as vector tiles.</summary>
    public TileLayer Tiles => tiles.Value;

    /// <summary>A row as a GeoJSON feature. Rendered once; two threads that race make the same bytes.</summary>
    public byte[] Feature(int row) => features.Value[row] ??= FeatureJson.Render(Layer, row, ids.Value.Ids[row]);

    /// <summary>Row of a feature id, or -1.</summary>
    public int Find(string id) => ids.Value.RowOfId.GetValueOrDefault(id, -1);

    private static Envelope ExtentOf(PublishedLayer layer)
    {
        var extent = new Envelope();
        foreach (var row in layer.Rows)
        {
            extent.ExpandToInclude(row.Geometry?.EnvelopeInternal ?? new Envelope());
        }

        return extent;
    }

    /// <summary>Rows whose extent meets a box, rising.</summary>
    public int[] Near(Envelope box)
    {
        int[] rows = [.. tree.Value.Query(box)];
        Array.Sort(rows);
        return rows;
    }

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
