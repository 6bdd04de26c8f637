using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>The relations that make areas some layer wants, and the ways they stand for.</summary>
internal sealed class AreaRelations
{
    private readonly OsmData _data;
    private readonly Func<IReadOnlyDictionary<string, string>, OsmUses> _usesOf;
    private readonly HashSet<int> _represented = [];
    private readonly HashSet<int> _members = [];

    public AreaRelations(OsmData data, Func<IReadOnlyDictionary<string, string>, OsmUses> usesOf)
    {
        (_data, _usesOf) = (data, usesOf);
        for (var relation = 0; relation < data.RelationCount; relation++)
        {
            var tags = data.TagsOfRelation(relation);
            if (tags.GetValueOrDefault("type") is "multipolygon" or "boundary")
            {
                Look(relation, tags);
            }
        }
    }

    /// <summary>The relations, in id order.</summary>
    public List<(int Relation, IReadOnlyDictionary<string, string> Tags, OsmUses Uses)> Wanted { get; } = [];

    /// <summary>True where a relation has the tags of a way, so that the way is not looked at for itself.</summary>
    public bool Represent(int way) => _represented.Contains(way);

    /// <summary>True where a way is part of the outline of some area relation.</summary>
    public bool Have(int way) => _members.Contains(way);

    // A relation without tags of its own has those of its outer ways (the habit before 2014); it then stands for
    // these ways, as does one that repeats what its outer way says.
    private void Look(int relation, OsmTags tags)
    {
        var outers = OuterWays(relation);
        _members.UnionWith(outers);
        var uses = _usesOf(tags);
        if (!uses.IsAny && tags.Keys.All(k => k is "type" or "source" or "created_by" or "note" or "name"))
        {
            tags = outers.Select(w => _data.TagsOfWay(w)).FirstOrDefault(t => _usesOf(t).IsAny) ?? tags;
            uses = _usesOf(tags);
        }

        if (uses.IsAny)
        {
            Wanted.Add((relation, tags, uses));
            _represented.UnionWith(outers.Where(w => RepeatsMainTag(_data.TagsOfWay(w), tags)));
        }
    }

    private static bool RepeatsMainTag(OsmTags way, OsmTags relation)
    {
        string[] main = ["building", "amenity", "leisure", "landuse", "boundary", "shop", "natural", "waterway"];
        return main.Any(k => way.TryGetValue(k, out var v) && relation.TryGetValue(k, out var r) && v == r);
    }

    private List<int> OuterWays(int relation)
    {
        var ways = new List<int>();
        foreach (var member in _data.MembersOf(relation))
        {
            if (member.Kind == OsmKind.Way && _data.Text(member.Role) != "inner"
                && _data.FindWay(member.Id) is var way and >= 0)
            {
                ways.Add(way);
            }
        }

        return ways;
    }
}
