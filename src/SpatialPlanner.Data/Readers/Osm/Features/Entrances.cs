using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Network;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Doors and gates that lie on the outline of a building, facility or compound.</summary>
internal sealed class Entrances(OsmData data)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly Dictionary<int, string> _buildings = [];
    private readonly Dictionary<int, string> _facilities = [];
    private readonly Dictionary<int, string> _compounds = [];
    private readonly Dictionary<int, bool> _isGate = FindNodes(data);

    /// <summary>True where a node is a gate.</summary>
    public static bool IsGate(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("barrier") is "gate" or "entrance" or "lift_gate" or "swing_gate" or "kissing_gate"
            or "turnstile" or "sliding_gate" or "full-height_turnstile" or "wicket_gate";

    /// <summary>True where a gate lies on the outline of an area.</summary>
    public bool HasGateOn(OsmArea area) => area.OutlineNodes.Any(n => _isGate.GetValueOrDefault(n));

    /// <summary>True where a gate or a door lies on the outline of an area.</summary>
    public bool HasEntranceOn(OsmArea area) => area.OutlineNodes.Any(_isGate.ContainsKey);

    /// <summary>Notes the outline of a building.</summary>
    public void AddBuilding(OsmArea area) => Add(_buildings, area);

    /// <summary>Notes the outline of a facility.</summary>
    public void AddFacility(OsmArea area) => Add(_facilities, area);

    /// <summary>Notes the outline of a residential compound.</summary>
    public void AddCompound(OsmArea area) => Add(_compounds, area);

    /// <summary>The rows, in the order of node ids.</summary>
    public List<LayerRow> Rows()
    {
        var rows = new List<LayerRow>();
        foreach (var (node, tags) in data.TaggedNodes())
        {
            if (_isGate.TryGetValue(node, out var isGate) && OwnerOf(node, isGate) is { } owner)
            {
                var id = $"node/{data.NodeId(node)}";
                rows.Add(new LayerRow(
                    Factory.CreatePoint(data.CoordinateOf(node)),
                    [id, owner, isGate ? "gate" : "door", AccessOf(tags), tags.GetValueOrDefault("opening_hours")], id));
            }
        }

        return rows;
    }

    private static Dictionary<int, bool> FindNodes(OsmData data)
    {
        var isGate = new Dictionary<int, bool>();
        foreach (var (node, tags) in data.TaggedNodes())
        {
            if (IsGate(tags) || (tags.TryGetValue("entrance", out var entrance) && entrance != "no"))
            {
                isGate.Add(node, IsGate(tags));
            }
        }

        return isGate;
    }

    // Only the nodes that are entrances: the outlines of a city have a hundred times as many.
    private void Add(Dictionary<int, string> owners, OsmArea area)
    {
        foreach (var node in area.OutlineNodes)
        {
            if (_isGate.ContainsKey(node))
            {
                owners.TryAdd(node, area.Id);
            }
        }
    }

    // A gate is likelier a compound's, a door a building's, where a node lies on both.
    private string? OwnerOf(int node, bool isGate)
    {
        Dictionary<int, string>[] order =
            isGate ? [_compounds, _facilities, _buildings] : [_buildings, _facilities, _compounds];
        return order.Select(o => o.GetValueOrDefault(node)).FirstOrDefault(o => o is not null);
    }

    private static string AccessOf(OsmTags tags)
    {
        var barrier = tags.ContainsKey("barrier") ? WalkRules.OfNode(tags) : WalkAccess.Open;
        return barrier == WalkAccess.Nobody || tags.GetValueOrDefault("access") == "no" ? "closed"
            : barrier == WalkAccess.Residents || tags.GetValueOrDefault("access") is "private" or "residents" or "permit" ? "residents"
            : tags.ContainsKey("opening_hours") ? "hours"
            : "open";
    }
}
