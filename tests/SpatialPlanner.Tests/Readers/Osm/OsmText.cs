using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>A small OpenStreetMap file written for a test: x and y in steps of 0.001 degrees from 108 E, 34 N.</summary>
internal sealed class OsmText
{
    private readonly List<string> _objects = [];

    public OsmText Node(long id, double x, double y, string tags = "") =>
        Add(FormattableString.Invariant($"<node id='{id}' lon='{108 + (x / 1000)}' lat='{34 + (y / 1000)}'>{Tags(tags)}</node>"));

    public OsmText Way(long id, string nodes, string tags = "") =>
        Add($"<way id='{id}'>{string.Concat(nodes.Split(' ').Select(n => $"<nd ref='{n}'/>"))}{Tags(tags)}</way>");

    /// <summary>A closed way around a square; its nodes are numbered id × 10 + 1 to 4.</summary>
    public OsmText Square(long id, double x, double y, double size, string tags)
    {
        var n = id * 10;
        Node(n + 1, x, y).Node(n + 2, x + size, y).Node(n + 3, x + size, y + size).Node(n + 4, x, y + size);
        return Way(id, $"{n + 1} {n + 2} {n + 3} {n + 4} {n + 1}", tags);
    }

    /// <summary>A relation of ways: members as <c>role:id</c>.</summary>
    public OsmText Relation(long id, string members, string tags)
    {
        var parts = members.Split(' ').Select(m => m.Split(':')).Select(m => $"<member type='way' ref='{m[1]}' role='{m[0]}'/>");
        return Add($"<relation id='{id}'>{string.Concat(parts)}{Tags(tags)}</relation>");
    }

    public LayerBatch Read(OsmReadOptions? options = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.osm");
        File.WriteAllText(path, $"<osm version='0.6'>{string.Concat(_objects)}</osm>");
        try
        {
            return OsmReader.Read(path, Pack.Default, options ?? new OsmReadOptions(), null, default);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static object? Value(LayerSchema layer, LayerRow row, string column) => row.Values[layer.Require(column)];

    private OsmText Add(string element)
    {
        _objects.Add(element);
        return this;
    }

    private static string Tags(string tags) => string.Concat(tags.Split(" & ", StringSplitOptions.RemoveEmptyEntries)
        .Select(t => t.Split('=', 2)).Select(t => $"<tag k='{t[0]}' v='{t[1]}'/>"));
}
