using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Polygons;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Makes the areas that some layer wants: closed ways, then relations, each in id order.</summary>
internal sealed class AreaReader(OsmData data, OsmProblems problems, Func<IReadOnlyDictionary<string, string>, bool> isWanted)
{
    private readonly AreaBuilder _builder = new(data);

    /// <summary>The areas; one that cannot be made is reported and comes as null.</summary>
    public IEnumerable<OsmArea?> Read(CancellationToken ct)
    {
        var relations = Relations(out var representedWays);
        for (var way = 0; way < data.WayCount; way++)
        {
            ct.ThrowIfCancellationRequested();
            var tags = data.TagsOfWay(way);
            if (isWanted(tags) && _builder.IsClosed(way) && !representedWays.Contains(way))
            {
                yield return Area($"way/{data.WayId(way)}", tags, _builder.OfWay(way));
            }
        }

        foreach (var (relation, tags) in relations)
        {
            ct.ThrowIfCancellationRequested();
            yield return Area($"relation/{data.RelationId(relation)}", tags, _builder.OfRelation(relation));
        }
    }

    // A relation without tags of its own has those of its outer ways (the habit before 2014); it then stands for these ways,
    // as does one that repeats what its outer way says.
    private List<(int Relation, IReadOnlyDictionary<string, string> Tags)> Relations(out HashSet<int> representedWays)
    {
        var relations = new List<(int Relation, IReadOnlyDictionary<string, string> Tags)>();
        representedWays = [];
        for (var relation = 0; relation < data.RelationCount; relation++)
        {
            IReadOnlyDictionary<string, string> tags = data.TagsOfRelation(relation);
            if (tags.GetValueOrDefault("type") is not ("multipolygon" or "boundary"))
            {
                continue;
            }

            var outers = OuterWays(relation);
            if (tags.Keys.All(k => k is "type" or "source" or "created_by" or "note" or "name"))
            {
                tags = outers.Select(w => data.TagsOfWay(w)).FirstOrDefault(t => isWanted(t)) ?? tags;
            }

            if (isWanted(tags))
            {
                relations.Add((relation, tags));
                representedWays.UnionWith(outers.Where(w => RepeatsMainTag(data.TagsOfWay(w), tags)));
            }
        }

        return relations;
    }

    private static bool RepeatsMainTag(OsmTags way, IReadOnlyDictionary<string, string> relation)
    {
        string[] main = ["building", "amenity", "leisure", "landuse", "boundary", "shop"];
        return main.Any(k => way.TryGetValue(k, out var v) && relation.TryGetValue(k, out var r) && v == r);
    }

    private List<int> OuterWays(int relation)
    {
        var ways = new List<int>();
        foreach (var member in data.MembersOf(relation))
        {
            if (member.Kind == OsmKind.Way && data.Text(member.Role) != "inner" && data.FindWay(member.Id) is var way and >= 0)
            {
                ways.Add(way);
            }
        }

        return ways;
    }

    private OsmArea? Area(string id, IReadOnlyDictionary<string, string> tags, AreaResult result)
    {
        if (result.Flaw is { } flaw)
        {
            problems.Add(
                result.Geometry is null ? "area-rejected" : "area-repaired",
                result.Geometry is null ? ProblemSeverity.Rejected : ProblemSeverity.Repaired, id, flaw,
                new("在数据源中改正该面，或导出更大的范围", "mend the area at its source, or export a larger extract"));
        }

        return result.Geometry is null ? null : new OsmArea(id, tags, result.Geometry, result.OutlineNodes);
    }
}
