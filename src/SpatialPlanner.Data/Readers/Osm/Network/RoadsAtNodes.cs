using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Tells nodes that lie on a roadway or a cycleway, walkable or not.</summary>
internal sealed class RoadsAtNodes
{
    private readonly HashSet<int> _roadway = [];
    private readonly HashSet<int> _cycleway = [];

    /// <summary>Looks through all ways of the file.</summary>
    /// <param name="data">The file.</param>
    /// <param name="nodes">The nodes that will be asked for.</param>
    public RoadsAtNodes(OsmData data, IEnumerable<int> nodes)
    {
        var asked = nodes.Distinct().ToDictionary(data.NodeId);
        for (var way = 0; asked.Count > 0 && way < data.WayCount; way++)
        {
            if (SetFor(data.TagsOfWay(way)) is not { } set)
            {
                continue;
            }

            foreach (var id in data.RefsOf(way))
            {
                if (asked.TryGetValue(id, out var node))
                {
                    set.Add(node);
                }
            }
        }
    }

    /// <summary>True where cars drive.</summary>
    public bool HasRoadway(int node) => _roadway.Contains(node);

    /// <summary>True on a cycleway where no car drives: to cross it one does not wait.</summary>
    public bool HasCyclewayAlone(int node) => _cycleway.Contains(node) && !_roadway.Contains(node);

    private HashSet<int>? SetFor(OsmTags tags) => tags.GetValueOrDefault("highway") switch
    {
        "motorway" or "trunk" or "primary" or "secondary" or "tertiary" or "unclassified" or "residential"
            or "motorway_link" or "trunk_link" or "primary_link" or "secondary_link" or "tertiary_link"
            or "living_street" or "service" or "road" or "busway" or "bus_guideway" => _roadway,
        "cycleway" => tags.GetValueOrDefault("cycleway") == "crossing" ? null : _cycleway,
        _ => null,
    };
}
