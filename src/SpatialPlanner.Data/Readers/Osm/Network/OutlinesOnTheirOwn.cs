using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>
/// Leaves out outlines of walkable areas that meet no street or path, alone or in a cluster of such outlines. One can walk
/// around them but not to them, and a building beside such a square would be linked to it and cut off from the city. Other
/// islands stay: a path is there to lead somewhere, and what it lacks is worth finding.
/// </summary>
internal static class OutlinesOnTheirOwn
{
    /// <summary>The pieces that stay, in their order.</summary>
    /// <param name="pieces">All pieces.</param>
    /// <param name="isOutline">True for a way that is walked as part of the outline of an area relation.</param>
    /// <param name="data">The file.</param>
    /// <param name="problems">Takes what was left out.</param>
    public static List<WalkWay> LeaveOut(
        List<WalkWay> pieces, Func<int, bool> isOutline, OsmData data, OsmProblems problems)
    {
        var groups = new NodeGroups();
        foreach (var piece in pieces)
        {
            groups.Join(piece.Nodes);
        }

        var reached = new HashSet<int>();
        foreach (var piece in pieces)
        {
            if (!isOutline(piece.Way) && piece.Nodes[0] != piece.Nodes[^1])
            {
                reached.Add(groups.Of(piece.Nodes[0]));
            }
        }

        var stay = pieces.Where(p => reached.Contains(groups.Of(p.Nodes[0]))).ToList();
        if (stay.Count == 0)
        {
            return pieces;
        }

        foreach (var way in pieces.Where(p => !reached.Contains(groups.Of(p.Nodes[0]))).Select(p => p.Way).Distinct())
        {
            problems.Add(
                ProblemSeverity.Rejected, $"way/{data.WayId(way)}",
                new("步行区域的轮廓不与任何道路相接", "the outline of a walkable area meets no street or path"),
                new("在数据源中让区域与道路共用节点", "let area and street share a node at the source"));
        }

        return stay;
    }

    /// <summary>Nodes that ways join, each group named by its lowest node.</summary>
    private sealed class NodeGroups
    {
        private readonly Dictionary<int, int> _parent = [];

        public void Join(int[] nodes)
        {
            foreach (var node in nodes)
            {
                var (a, b) = (Of(nodes[0]), Of(node));
                _parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        public int Of(int node)
        {
            var root = node;
            while (_parent.TryGetValue(root, out var parent) && parent != root)
            {
                root = parent;
            }

            while (_parent.TryGetValue(node, out var parent) && parent != root)
            {
                _parent[node] = root;
                node = parent;
            }

            return root;
        }
    }
}
