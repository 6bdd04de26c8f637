using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Polygons;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Makes the areas that some layer wants: ways, then relations, each in id order.</summary>
internal sealed class AreaReader(
    OsmData data, OsmProblems problems, Func<IReadOnlyDictionary<string, string>, OsmUses> usesOf)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);
    private static readonly LocalText Remedy = new(
        "在数据源中改正该面，或导出更大的范围", "mend the area at its source, or export a larger extract");

    private readonly AreaBuilder _builder = new(data);

    /// <summary>The areas; one that cannot be made is reported and comes without a geometry.</summary>
    public IEnumerable<OsmArea> Read(CancellationToken ct)
    {
        var relations = new AreaRelations(data, usesOf);
        for (var way = 0; way < data.WayCount; way++)
        {
            ct.ThrowIfCancellationRequested();
            var tags = data.TagsOfWay(way);
            var uses = usesOf(tags);
            if (!uses.IsAny || relations.Represent(way))
            {
                continue;
            }

            if (_builder.IsClosed(way))
            {
                yield return Area($"way/{data.WayId(way)}", tags, uses, _builder.OfWay(way));
            }
            else if (!relations.Have(way) && OpenWay(way, tags, uses) is { } open)
            {
                yield return open;
            }
        }

        foreach (var (relation, tags, uses) in relations.Wanted)
        {
            ct.ThrowIfCancellationRequested();
            yield return Area($"relation/{data.RelationId(relation)}", tags, uses, _builder.OfRelation(relation));
        }
    }

    private OsmArea Area(string id, IReadOnlyDictionary<string, string> tags, OsmUses uses, AreaResult result)
    {
        if (result.Flaw is { } flaw)
        {
            problems.Add(
                result.Geometry is null ? ProblemSeverity.Rejected : ProblemSeverity.Repaired, id, flaw, Remedy);
        }

        return new OsmArea(id, tags, uses, result.Geometry, result.OutlineNodes);
    }

    // Some facilities are mapped as a line, a running track for one. Buildings and land are not: their outline has come
    // open. A boundary's way is: it belongs to a relation, which may not be in the file.
    private OsmArea? OpenWay(int way, OsmTags tags, OsmUses uses)
    {
        if (uses is { IsBuilding: false, IsResidentialLand: false, Services: null })
        {
            return null;
        }

        var id = $"way/{data.WayId(way)}";
        var isLine = uses is { IsBuilding: false, IsResidentialLand: false };
        var line = isLine ? LineOf(way) : null;
        if (line is null)
        {
            LocalText flaw = isLine
                ? new("它的节点不在文件中", "its nodes are not in the file")
                : new("轮廓未闭合", "its outline is not closed");
            problems.Add(ProblemSeverity.Rejected, id, flaw, Remedy);
        }

        return new OsmArea(id, tags, uses with { IsBoundary = false, Cover = null }, line, []);
    }

    private LineString? LineOf(int way)
    {
        var line = new List<Coordinate>();
        foreach (var id in data.RefsOf(way))
        {
            if (data.FindNode(id) is var node and >= 0)
            {
                line.Add(data.CoordinateOf(node));
            }
        }

        return line.Count < 2 ? null : Factory.CreateLineString([.. line]);
    }
}
