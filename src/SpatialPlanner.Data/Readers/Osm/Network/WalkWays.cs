using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Finds the walkable ways and their nodes.</summary>
internal sealed class WalkWays(OsmData data, OsmProblems problems)
{
    private readonly Dictionary<int, int> _sameSpot = [];

    /// <summary>Walkable ways in id order, cut where nodes are missing, neighbours on one spot made one node.</summary>
    public List<WalkWay> Find()
    {
        var outlines = OutlinesOfWalkableAreas();
        var pieces = new List<WalkWay>();
        for (var way = 0; way < data.WayCount; way++)
        {
            var access = WalkRules.OfWay(data.TagsOfWay(way));
            if (access == WalkAccess.Nobody && !outlines.TryGetValue(way, out access))
            {
                continue;
            }

            Cut(way, access, pieces);
        }

        return OutlinesOnTheirOwn.LeaveOut(
            [.. pieces.Select(Merged).Where(p => p.Nodes.Length > 1)], outlines.ContainsKey, data, problems);
    }

    // The outline of a pedestrian area mapped as a relation is walked as that of one mapped as a way.
    private Dictionary<int, WalkAccess> OutlinesOfWalkableAreas()
    {
        var outlines = new Dictionary<int, WalkAccess>();
        for (var relation = 0; relation < data.RelationCount; relation++)
        {
            var tags = data.TagsOfRelation(relation);
            if (tags.GetValueOrDefault("type") != "multipolygon" || WalkRules.OfWay(tags) is not (not WalkAccess.Nobody and var access))
            {
                continue;
            }

            foreach (var member in data.MembersOf(relation))
            {
                if (member.Kind == OsmKind.Way && data.FindWay(member.Id) is var way and >= 0
                    && !data.TagsOfWay(way).ContainsKey("highway"))
                {
                    outlines[way] = access;
                }
            }
        }

        return outlines;
    }

    private void Cut(int way, WalkAccess access, List<WalkWay> pieces)
    {
        var (nodes, before, missing) = (new List<int>(), pieces.Count, 0);
        foreach (var id in data.RefsOf(way))
        {
            var node = data.FindNode(id);
            if (node < 0)
            {
                missing++;
                Close(nodes);
            }
            else if (nodes.Count == 0 || nodes[^1] != node)
            {
                NoteSameSpot(way, nodes, node);
                nodes.Add(node);
            }
        }

        Close(nodes);
        if (missing > 0)
        {
            TellMissing(way, missing, pieces.Count > before);
        }

        void Close(List<int> piece)
        {
            if (piece.Count > 1)
            {
                pieces.Add(new WalkWay(way, [.. piece], access));
            }

            piece.Clear();
        }
    }

    private void TellMissing(int way, int missing, bool isAnythingLeft) => problems.Add(
        isAnythingLeft ? ProblemSeverity.Repaired : ProblemSeverity.Rejected, $"way/{data.WayId(way)}",
        isAnythingLeft
            ? new($"有 {missing} 个节点不在文件中，道路在缺口处断开",
                $"{missing} of its nodes are not in the file; the way was cut at the gap")
            : new("它的节点不在文件中", "its nodes are not in the file"),
        new("用完整路径方式裁剪数据（osmium extract -s complete_ways）",
            "cut the extract with complete ways (osmium extract -s complete_ways)"));

    private void NoteSameSpot(int way, List<int> nodes, int node)
    {
        if (nodes.Count == 0 || !data.AreOnSameSpot(nodes[^1], node))
        {
            return;
        }

        var (a, b) = (Root(nodes[^1]), Root(node));
        if (a != b)
        {
            _sameSpot[Math.Max(a, b)] = Math.Min(a, b);
            problems.Add(
                ProblemSeverity.Repaired, $"way/{data.WayId(way)}",
                new($"相邻节点 {data.NodeId(a)} 与 {data.NodeId(b)} 位置相同，视为一个节点",
                    $"neighbouring nodes {data.NodeId(a)} and {data.NodeId(b)} lie on one spot; taken as one"),
                new("在数据源中合并这两个节点", "merge the two nodes at the source"));
        }
    }

    private int Root(int node)
    {
        while (_sameSpot.TryGetValue(node, out var parent))
        {
            node = parent;
        }

        return node;
    }

    private WalkWay Merged(WalkWay way)
    {
        if (_sameSpot.Count == 0)
        {
            return way;
        }

        var nodes = new List<int>(way.Nodes.Length);
        foreach (var node in way.Nodes.Select(Root))
        {
            if (nodes.Count == 0 || nodes[^1] != node)
            {
                nodes.Add(node);
            }
        }

        return way with { Nodes = [.. nodes] };
    }
}
