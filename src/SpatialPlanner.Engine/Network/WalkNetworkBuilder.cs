namespace SpatialPlanner.Engine.Network;

/// <summary>Collects edges and makes the network. Edges join where they name the same junction.</summary>
public sealed class WalkNetworkBuilder
{
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<int> lengthMm = [];
    private readonly List<EdgeTraits> traits = [];
    private readonly List<int> firstShapePoint = [0];
    private readonly List<double> shapeX = [];
    private readonly List<double> shapeY = [];
    private int junctionCount;

    /// <summary>Number of edges added.</summary>
    public int EdgeCount => from.Count;

    /// <summary>Adds one edge and gives its number.</summary>
    /// <param name="fromJunction">Junction at the first shape point, dense from 0.</param>
    /// <param name="toJunction">Junction at the last shape point.</param>
    /// <param name="lengthMm">Length in millimetres; anything below 1 counts as 1.</param>
    /// <param name="traits">What the edge is like to walk.</param>
    /// <param name="x">Shape, local east in metres, both ends included.</param>
    /// <param name="y">Shape, local north in metres.</param>
    public int AddEdge(
        int fromJunction, int toJunction, int lengthMm, EdgeTraits traits,
        ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromJunction);
        ArgumentOutOfRangeException.ThrowIfNegative(toJunction);
        ArgumentOutOfRangeException.ThrowIfNegative(traits.DelayMs);
        if (x.Length < 2 || x.Length != y.Length)
        {
            throw new ArgumentException("An edge needs its two ends: give at least 2 shape points.", nameof(x));
        }

        junctionCount = Math.Max(junctionCount, Math.Max(fromJunction, toJunction) + 1);
        from.Add(fromJunction);
        to.Add(toJunction);
        this.lengthMm.Add(Math.Max(1, lengthMm));
        this.traits.Add(traits);
        shapeX.AddRange(x);
        shapeY.AddRange(y);
        firstShapePoint.Add(shapeX.Count);
        return from.Count - 1;
    }

    /// <summary>Adds a straight edge whose length is that of its geometry.</summary>
    /// <param name="fromJunction">Junction at the first end.</param>
    /// <param name="toJunction">Junction at the last end.</param>
    /// <param name="x1">East of the first end, metres.</param>
    /// <param name="y1">North of the first end, metres.</param>
    /// <param name="x2">East of the last end, metres.</param>
    /// <param name="y2">North of the last end, metres.</param>
    /// <param name="traits">What the edge is like to walk.</param>
    public int AddStraightEdge(
        int fromJunction, int toJunction, double x1, double y1, double x2, double y2, EdgeTraits traits = default)
    {
        var metres = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        return AddEdge(fromJunction, toJunction, (int)Math.Round(metres * 1000), traits, [x1, x2], [y1, y2]);
    }

    /// <summary>Makes the network of everything added.</summary>
    public WalkNetwork Build()
    {
        bool[] residentsOnly = [.. traits.Select(t => t.ResidentsOnly)];
        var nodes = new NodeCopies(JunctionOrder(), from, to, residentsOnly);
        var edges = new EdgeColumns
        {
            LengthMm = [.. lengthMm],
            DelayMs = [.. traits.Select(t => t.DelayMs)],
            ResidentsOnly = residentsOnly,
            IsSteps = [.. traits.Select(t => t.IsSteps)],
            IsCrossing = [.. traits.Select(t => t.IsCrossing)],
            Grade = [.. traits.Select(t => t.Grade)],
            Passage = [.. traits.Select(t => t.Passage)],
            FirstShapePoint = [.. firstShapePoint],
            ShapeX = [.. shapeX],
            ShapeY = [.. shapeY],
            StartFrom = nodes.Of(from, nodes.Leaving),
            StartTo = nodes.Of(to, nodes.Leaving),
            EndFrom = nodes.Of(from, nodes.Entering),
            EndTo = nodes.Of(to, nodes.Entering),
        };
        var arcs = ArcColumns.Of(AllArcs(edges, nodes), nodes.Count);
        var (component, sizes) = NetworkComponents.Label(edges, arcs);
        return new WalkNetwork(edges, arcs, component, sizes);
    }

    /// <summary>The junctions along a space-filling curve, by where an edge's end draws them.</summary>
    private int[] JunctionOrder()
    {
        var x = new double[junctionCount];
        var y = new double[junctionCount];
        for (var e = 0; e < from.Count; e++)
        {
            var (first, last) = (firstShapePoint[e], firstShapePoint[e + 1] - 1);
            (x[from[e]], y[from[e]]) = (shapeX[first], shapeY[first]);
            (x[to[e]], y[to[e]]) = (shapeX[last], shapeY[last]);
        }

        return SpatialOrder.Of(x, y);
    }

    private static List<ArcColumns.Row> AllArcs(EdgeColumns edges, NodeCopies nodes)
    {
        var arcs = new List<ArcColumns.Row>(edges.Count * 2);
        for (var e = 0; e < edges.Count; e++)
        {
            ArcColumns.AddEdge(arcs, edges, e);
        }

        foreach (var (leaving, street, entering) in nodes.Gates())
        {
            ArcColumns.AddStep(arcs, leaving, street);
            ArcColumns.AddStep(arcs, street, entering);
        }

        return arcs;
    }

    /// <summary>
    /// Numbers the nodes: each junction once for the streets, and twice more where residents' edges meet.
    /// </summary>
    private sealed class NodeCopies
    {
        private const int None = -1;
        private const int Used = -2;
        private readonly int[] street;
        private readonly int[] leaving;
        private readonly int[] entering;
        private readonly bool[] residentsOnly;

        public NodeCopies(int[] order, List<int> from, List<int> to, bool[] residentsOnly)
        {
            this.residentsOnly = residentsOnly;
            street = Unused(order.Length);
            leaving = Unused(order.Length);
            entering = Unused(order.Length);
            for (var e = 0; e < from.Count; e++)
            {
                foreach (var junction in (ReadOnlySpan<int>)[from[e], to[e]])
                {
                    (residentsOnly[e] ? leaving : street)[junction] = Used;
                }
            }

            foreach (var junction in order)
            {
                street[junction] = street[junction] == Used ? Count++ : None;
                (leaving[junction], entering[junction]) = leaving[junction] == Used ? (Count++, Count++) : (None, None);
            }
        }

        public int Count { get; private set; }

        public int[] Leaving => leaving;

        public int[] Entering => entering;

        /// <summary>Node of each edge's end: the copy on residents' edges, the street's node elsewhere.</summary>
        public int[] Of(List<int> junctionOfEdge, int[] copy)
        {
            var result = new int[junctionOfEdge.Count];
            for (var e = 0; e < result.Length; e++)
            {
                result[e] = residentsOnly[e] ? copy[junctionOfEdge[e]] : street[junctionOfEdge[e]];
            }

            return result;
        }

        /// <summary>Junctions where residents' edges meet streets.</summary>
        public IEnumerable<(int Leaving, int Street, int Entering)> Gates()
        {
            for (var j = 0; j < street.Length; j++)
            {
                if (street[j] != None && leaving[j] != None)
                {
                    yield return (leaving[j], street[j], entering[j]);
                }
            }
        }

        private static int[] Unused(int count)
        {
            var column = new int[count];
            Array.Fill(column, None);
            return column;
        }
    }
}
