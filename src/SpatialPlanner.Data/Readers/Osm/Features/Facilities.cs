using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Facilities: objects whose tags satisfy an expression of a service of the pack.</summary>
internal sealed class Facilities(RulePack pack)
{
    // One entry for each expression: the number of its service in the pack.
    private readonly int[] _serviceOf = [.. pack.Services.SelectMany((s, i) => s.OsmTags.Select(_ => i))];

    private readonly TagExpressionIndex _expressions = new(
        pack.Services.SelectMany((s, i) => s.OsmTags.Select((t, j) => TagExpression.Parse(t, $"$.services[{i}].osm[{j}]"))));

    /// <summary>Codes of the services of an object in pack order, joined by semicolons; null where it has none.</summary>
    public string? ServicesOf(IReadOnlyDictionary<string, string> tags)
    {
        var matching = _expressions.All(tags);
        return matching.Count == 0 || IsGone(tags)
            ? null
            : string.Join(';', matching.Select(e => _serviceOf[e]).Distinct().Select(s => pack.Services[s].Code));
    }

    /// <summary>A facility at a point, or at a point in its outline or on its line.</summary>
    public static Facility Make(string id, IReadOnlyDictionary<string, string> tags, string services, Geometry shape)
    {
        var row = new LayerRow(
            shape as Point ?? shape.InteriorPoint,
            [
                id, tags.GetValueOrDefault("name"), services, null, TagNumbers.Whole(tags, "capacity"), "open",
                tags.GetValueOrDefault("operator"), "OpenStreetMap",
            ],
            id);
        return new Facility(row, shape is Point ? null : shape);
    }

    private static bool IsGone(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("disused") == "yes" || tags.GetValueOrDefault("abandoned") == "yes";
}
