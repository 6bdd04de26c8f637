using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Ogc;

/// <summary>Which features of a collection are asked for, and which page of them.</summary>
internal sealed record ItemsQuery(
    IReadOnlyList<Envelope>? Boxes, int Limit, int Offset, IReadOnlyList<PropertyFilter> Filters)
{
    public const int DefaultLimit = 1000;
    public const int MaxLimit = 50_000;

    /// <summary>Reads the query; what is not known is refused, as the standard asks.</summary>
    public static ItemsQuery Parse(IQueryCollection query, PublishedLayer layer)
    {
        var result = new ItemsQuery(null, DefaultLimit, 0, []);
        var filters = new List<PropertyFilter>();
        foreach (var (name, values) in query)
        {
            var text = Parameters.Single(name, values);
            switch (name)
            {
                case "f":
                    Parameters.RequireJson(text);
                    break;
                case "bbox":
                    result = result with { Boxes = Bbox.Parse(text) };
                    break;
                case "datetime":
                    // No layer has a time of its own: the standard then lets every feature through.
                    DateTimeParameter.Check(text);
                    break;
                case "limit":
                    result = result with { Limit = Math.Min(Whole(name, text, 1), MaxLimit) };
                    break;
                case "offset":
                    result = result with { Offset = Whole(name, text, 0) };
                    break;
                default:
                    filters.Add(Filter(layer, name, text));
                    break;
            }
        }

        return result with { Filters = filters };
    }

    /// <summary>The rows that match, rising.</summary>
    public IReadOnlyList<int> Match(ServedLayer layer, CancellationToken cancel)
    {
        IEnumerable<int> rows = Boxes is null ? Enumerable.Range(0, layer.Layer.Rows.Count) : layer.Within(Boxes);
        foreach (var filter in Filters)
        {
            rows = rows.Where(row => filter.Accepts(layer.Layer.Rows[row]));
        }

        cancel.ThrowIfCancellationRequested();
        return [.. rows];
    }

    private static int Whole(string name, string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : throw HttpProblem.Invalid(name, $"应为不小于 {least} 的整数", $"give a whole number of at least {least}");

    private static PropertyFilter Filter(PublishedLayer layer, string name, string text)
    {
        for (var c = 0; c < layer.Columns.Count; c++)
        {
            if (layer.Columns[c].Name == name)
            {
                return PropertyFilter.Parse(c, layer.Columns[c], text);
            }
        }

        throw Parameters.Unknown(name);
    }
}
