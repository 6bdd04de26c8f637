using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>
/// Changes to a walk network, laid over it: edges and nodes keep their numbers, new ones come after them. What is
/// opened is only added, so that no walk can become longer by it: where a path joins the middle of an edge, that edge
/// stays, and its parts on both sides of the joint come beside it.
/// </summary>
internal sealed class NetworkEdit(WalkNetwork network)
{
    private readonly List<EditedEdge> added = [];
    private readonly List<ArcColumns.Row> steps = [];
    private readonly HashSet<int> closed = [];
    private readonly Dictionary<int, Junction> junctionOfNode = [];
    private readonly Dictionary<(int Edge, bool First), Junction> detached = [];
    private readonly Dictionary<int, List<(int OffsetMm, Junction Junction)>> joints = [];
    private int nodeCount = network.NodeCount;

    /// <summary>True where nothing was edited.</summary>
    public bool IsEmpty => added.Count + closed.Count + detached.Count == 0;

    /// <summary>Edges that nobody can walk any more.</summary>
    public IReadOnlySet<int> Closed => closed;

    /// <summary>Edges of the old network whose ends moved.</summary>
    public IEnumerable<int> Detached => detached.Keys.Select(k => k.Edge).Distinct();

    /// <summary>The added edges that are no parts of others, and the parts of closed ones: places may link to them.</summary>
    public IEnumerable<int> Linkable =>
        Enumerable.Range(0, added.Count).Where(i => added[i].Part is not { } part || closed.Contains(part.Of))
            .Select(i => network.EdgeCount + i);

    /// <summary>Parts of edges, in the order of their numbers.</summary>
    public IEnumerable<EdgePart> Parts => added.Where(e => e.Part is not null).Select(e => e.Part!.Value);

    public int NewNode() => nodeCount++;

    public void AddStep(int from, int to) => ArcColumns.AddStep(steps, from, to);

    public Junction NewJunction() => new(this);

    /// <summary>Closes an edge.</summary>
    public void Close(int edge) => closed.Add(edge);

    /// <summary>Parts an edge at some places: the parts come as edges of their own, and nobody passes the places.</summary>
    public void Cut(int edge, IEnumerable<int> offsetsMm)
    {
        Close(edge);
        var (from, junction) = (0, EndOf(edge, true));
        foreach (var offset in offsetsMm)
        {
            AddPart(edge, from, offset, junction, NewJunction());
            (from, junction) = (offset, NewJunction());
        }

        AddPart(edge, from, LengthMm(edge), junction, EndOf(edge, false));
    }

    /// <summary>Takes an end of an edge off its junction and onto another.</summary>
    public void Detach(int edge, bool first, Junction junction) => detached[(edge, first)] = junction;

    /// <summary>The junction at a place on an edge, made where there is none.</summary>
    public Junction At(LinkPosition place)
    {
        var (edge, offset, length) = (place.Edge, place.OffsetMm, LengthMm(place.Edge));
        if (offset == 0 || offset == length)
        {
            return EndOf(edge, offset == 0);
        }

        if (!joints.TryGetValue(edge, out var onEdge))
        {
            joints[edge] = onEdge = [];
        }

        if (onEdge.Find(j => j.OffsetMm == offset).Junction is { } known)
        {
            return known;
        }

        var joint = NewJunction();
        AddPart(edge, 0, offset, EndOf(edge, true), joint);
        AddPart(edge, offset, length, joint, EndOf(edge, false));
        foreach (var (other, junction) in onEdge)
        {
            _ = other < offset
                ? AddPart(edge, other, offset, junction, joint)
                : AddPart(edge, offset, other, joint, junction);
        }

        onEdge.Add((offset, joint));
        return joint;
    }

    /// <summary>The nearest place on an added edge that is no part of an open one; null where none is near enough.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="withinMetres">Farthest place looked at.</param>
    /// <param name="accept">Which places count, by where they lie.</param>
    public LinkPosition? NearestAdded(double x, double y, double withinMetres, Func<double, double, bool> accept)
    {
        LinkPosition? best = null;
        foreach (var edge in Linkable)
        {
            var found = EdgeShape.Nearest(EditedEdge.Columns([added[edge - network.EdgeCount]]), 0, x, y) with { Edge = edge };
            var (px, py) = PointAt(found);
            if (found.AccessMm <= withinMetres * 1000 && (best is null || found.AccessMm < best.Value.AccessMm)
                && accept(px, py))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>True where only residents walk an edge.</summary>
    public bool IsResidentsOnly(int edge) => edge < network.EdgeCount
        ? network.Edges.ResidentsOnly[edge] : added[edge - network.EdgeCount].Traits.ResidentsOnly;

    /// <summary>Where a place on an edge lies, local metres.</summary>
    public (double X, double Y) PointAt(LinkPosition place)
    {
        var (columns, edge) = ColumnsOf(place.Edge);
        return EdgeShape.Between(columns, edge, place.OffsetMm, place.OffsetMm)[0];
    }

    /// <summary>Adds an edge and gives its number.</summary>
    /// <param name="from">Junction at its first end.</param>
    /// <param name="to">Junction at its last end.</param>
    /// <param name="traits">What it is like to walk.</param>
    /// <param name="x">Shape, local east, metres; its length is that of the shape.</param>
    /// <param name="y">Shape, local north, metres.</param>
    /// <param name="joins">An edge that it joins, whose part of the network it becomes one of; null where it joins none.</param>
    public int Add(Junction from, Junction to, EdgeTraits traits, double[] x, double[] y, int? joins) =>
        Add(new EditedEdge(
            from, to, EditedEdge.LengthOf(x, y), traits, x, y,
            joins is { } edge ? ComponentOf(edge) : network.ComponentEdgeCount.Length, null));

    /// <summary>The network with the changes.</summary>
    public WalkNetwork Build()
    {
        var edges = Columns();
        var rows = new List<ArcColumns.Row>(steps);
        foreach (var edge in Enumerable.Range(network.EdgeCount, added.Count).Concat(Detached))
        {
            ArcColumns.AddEdge(rows, edges, edge);
        }

        HashSet<int> moved = [.. Detached];
        var arcs = network.Arcs.With(a => moved.Contains(network.ArcEdge[a]), NodesOf(moved), rows, nodeCount);
        var part = added.Count == 0 ? network.ComponentOfEdge : [.. network.ComponentOfEdge, .. added.Select(e => e.Component)];
        return new WalkNetwork(
            edges, arcs, part, [.. network.ComponentEdgeCount, added.Count], [.. network.PartsOfEdges, .. Parts]);
    }

    /// <summary>Nodes of the old network whose arcs changed, in either direction, rising.</summary>
    public int[] TouchedNodes() =>
    [
        .. NodesOf([.. closed, .. Detached])
            .Concat(steps.SelectMany(s => new[] { s.Tail, s.Head }))
            .Concat(added.SelectMany(e => new[] { e.From, e.To }.Select(j => j.Of(e.Traits.ResidentsOnly)))
                .SelectMany(n => new[] { n.Start, n.End }))
            .Where(v => v < network.NodeCount).Distinct().Order(),
    ];

    private int AddPart(int edge, int fromMm, int toMm, Junction from, Junction to)
    {
        var (columns, local) = ColumnsOf(edge);
        var shape = EdgeShape.Between(columns, local, fromMm, toMm);
        return Add(new EditedEdge(
            from, to, Math.Max(1, toMm - fromMm), TraitsOf(columns, local), [.. shape.Select(p => p.X)],
            [.. shape.Select(p => p.Y)], ComponentOf(edge), new EdgePart(network.EdgeCount + added.Count, edge, fromMm, toMm)));
    }

    private int Add(EditedEdge edge)
    {
        added.Add(edge);
        return network.EdgeCount + added.Count - 1;
    }

    private Junction EndOf(int edge, bool first)
    {
        if (detached.TryGetValue((edge, first), out var junction))
        {
            return junction;
        }

        if (edge >= network.EdgeCount)
        {
            return first ? added[edge - network.EdgeCount].From : added[edge - network.EdgeCount].To;
        }

        var node = first ? network.Edges.StartFrom[edge] : network.Edges.StartTo[edge];
        if (!junctionOfNode.TryGetValue(node, out junction))
        {
            var (street, leaving, entering) = network.CopiesOf(edge, first);
            junctionOfNode[node] = junction = new(this, street, leaving, entering);
            foreach (var copy in new[] { street, leaving, entering })
            {
                junctionOfNode[copy] = junction;
            }
        }

        return junction;
    }

    private int LengthMm(int edge) =>
        edge < network.EdgeCount ? network.Edges.LengthMm[edge] : added[edge - network.EdgeCount].LengthMm;

    private static EdgeTraits TraitsOf(EdgeColumns columns, int edge) => new(
        columns.ResidentsOnly[edge], columns.DelayMs[edge], columns.IsSteps[edge], columns.Grade[edge],
        columns.Passage[edge], columns.IsCrossing[edge]);

    private (EdgeColumns Columns, int Edge) ColumnsOf(int edge) =>
        edge < network.EdgeCount ? (network.Edges, edge) : (EditedEdge.Columns([added[edge - network.EdgeCount]]), 0);

    private HashSet<int> NodesOf(IEnumerable<int> oldEdges)
    {
        var (nodes, edges) = (new HashSet<int>(), network.Edges);
        foreach (var e in oldEdges.Where(e => e < network.EdgeCount))
        {
            nodes.UnionWith([edges.StartFrom[e], edges.StartTo[e], edges.EndFrom[e], edges.EndTo[e]]);
        }

        return nodes;
    }

    private int ComponentOf(int edge) =>
        edge < network.EdgeCount ? network.ComponentOfEdge[edge] : added[edge - network.EdgeCount].Component;

    private EdgeColumns Columns()
    {
        var columns = added.Count == 0 ? network.Edges.Copy() : network.Edges.Append(EditedEdge.Columns(added));
        foreach (var ((edge, first), junction) in detached)
        {
            var (start, end) = junction.Of(columns.ResidentsOnly[edge]);
            (first ? columns.StartFrom : columns.StartTo)[edge] = start;
            (first ? columns.EndFrom : columns.EndTo)[edge] = end;
        }

        foreach (var edge in closed)
        {
            columns.Passage[edge] = EdgePassage.Closed;
        }

        return columns;
    }
}
