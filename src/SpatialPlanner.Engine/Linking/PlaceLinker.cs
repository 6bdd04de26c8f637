using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Links places to the network without walking through walls. A place in a gated compound takes an edge inside it, or
/// else goes straight to each open gate; a place outside never takes an edge behind a wall.
/// </summary>
public sealed class PlaceLinker
{
    /// <summary>The compound of what lies in none.</summary>
    public const int Outside = -1;

    /// <summary>
    /// A part of the network with fewer edges is no place of its own (the size below which R5 leaves islands out): a
    /// place takes it only where nothing better is in reach.
    /// </summary>
    private const int SmallIslandEdges = 40;

    private readonly EdgeIndex index;
    private readonly IPreparedGeometry[] walls;
    private readonly STRtree<int> tree;
    private readonly int[] compoundOfEdge;
    private readonly bool[] isOnSmallIsland;
    private readonly double limitMetres;
    private readonly EdgeColumns edges;
    private readonly IReadOnlyDictionary<int, int> compoundOfAdded = new Dictionary<int, int>();
    private readonly IReadOnlySet<int> closed = new HashSet<int>();

    /// <summary>Prepares the linking of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="index">Its edge index.</param>
    /// <param name="compounds">The gated compounds with known gates.</param>
    /// <param name="limitMetres">Farthest place that is linked.</param>
    public PlaceLinker(
        WalkNetwork network, EdgeIndex index, IReadOnlyList<CompoundWall> compounds, double limitMetres)
    {
        this.index = index;
        this.limitMetres = limitMetres;
        edges = network.Edges;
        closed = Enumerable.Range(0, edges.Count).Where(e => edges.Passage[e] == EdgePassage.Closed).ToHashSet();
        Compounds = compounds;
        walls = new IPreparedGeometry[compounds.Count];
        tree = new();
        for (var c = 0; c < walls.Length; c++)
        {
            walls[c] = PreparedGeometryFactory.Prepare(compounds[c].Wall);
            tree.Insert(compounds[c].Wall.EnvelopeInternal, c);
        }

        tree.Build();
        isOnSmallIsland = Array.ConvertAll(
            network.ComponentOfEdge, c => c != 0 && network.ComponentEdgeCount[c] < SmallIslandEdges);
        compoundOfEdge = new int[network.EdgeCount];
        for (var e = 0; e < compoundOfEdge.Length; e++)
        {
            compoundOfEdge[e] = CompoundOfMiddle(e);
        }
    }

    private PlaceLinker(
        PlaceLinker old, EdgeColumns edges, IReadOnlyList<CompoundWall> compounds, IReadOnlySet<int> closed,
        IEnumerable<int> added)
    {
        (index, walls, tree) = (old.index, old.walls, old.tree);
        (compoundOfEdge, isOnSmallIsland, limitMetres) = (old.compoundOfEdge, old.isOnSmallIsland, old.limitMetres);
        this.edges = edges;
        this.closed = old.closed.Count == 0 ? closed : closed.Union(old.closed).ToHashSet();
        Compounds = compounds;
        compoundOfAdded = new SortedDictionary<int, int>(added.ToDictionary(e => e, CompoundOfMiddle));
    }

    private PlaceLinker(PlaceLinker old, double limitMetres)
        : this(old, old.edges, old.Compounds, old.closed, [])
    {
        (this.limitMetres, compoundOfAdded) = (limitMetres, old.compoundOfAdded);
    }

    /// <summary>The gated compounds with known gates.</summary>
    public IReadOnlyList<CompoundWall> Compounds { get; }

    /// <summary>Every gate and its compound; a gate's number is its place here.</summary>
    public IReadOnlyList<(int Compound, WallGate Gate)> Gates =>
        field ??= [.. Compounds.SelectMany((c, i) => c.Gates.Select(g => (i, g)))];

    /// <summary>Links a place and adds its links to the point being collected.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="builder">Takes the links; the caller ends the point.</param>
    public LinkOutcome Link(double x, double y, LinkageBuilder builder)
    {
        var compound = CompoundAt(x, y);
        foreach (var islands in (ReadOnlySpan<bool>)[false, true])
        {
            if (Nearest(x, y, compound, islands) is { } link)
            {
                builder.Add(link);
                return compound == Outside ? LinkOutcome.Nearest : LinkOutcome.InsideCompound;
            }

            if (compound != Outside && LinkThroughGates(x, y, compound, islands, builder))
            {
                return LinkOutcome.ThroughGates;
            }
        }

        return compound == Outside ? LinkOutcome.TooFar : LinkOutcome.NoOpenGate;
    }

    /// <summary>Links a place at its entrances where one of them can be linked, else at the point that stands for it.</summary>
    /// <param name="entrances">Entrances of the places.</param>
    /// <param name="place">The place.</param>
    /// <param name="x">Local east of the point that stands for it, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="builder">Takes the links; the caller ends the point.</param>
    public LinkOutcome Link(PlaceEntrances entrances, int place, double x, double y, LinkageBuilder builder)
    {
        var linked = false;
        if (entrances.Of.TryGetValue(place, out var points))
        {
            foreach (var at in points)
            {
                linked |= Link(at.X, at.Y, builder) is not (LinkOutcome.TooFar or LinkOutcome.NoOpenGate);
            }
        }

        return linked ? LinkOutcome.AtEntrances : Link(x, y, builder);
    }

    /// <summary>The compound whose inside holds a point, the lowest one where they overlap; or <see cref="Outside"/>.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    public int CompoundAt(double x, double y)
    {
        if (walls.Length == 0)
        {
            return Outside;
        }

        var point = new Point(x, y);
        var found = int.MaxValue;
        foreach (var c in tree.Query(point.EnvelopeInternal))
        {
            // Inside, not on the wall: an edge along the wall is a street.
            if (c < found && walls[c].ContainsProperly(point))
            {
                found = c;
            }
        }

        return found == int.MaxValue ? Outside : found;
    }

    /// <summary>True where a straight way leads through a wall; along a wall it may, and within a compound.</summary>
    /// <param name="x1">Local east of one end, metres.</param>
    /// <param name="y1">Local north of one end, metres.</param>
    /// <param name="x2">Local east of the other end.</param>
    /// <param name="y2">Local north of the other end.</param>
    public bool LeadsThroughWall(double x1, double y1, double x2, double y2)
    {
        if (walls.Length == 0)
        {
            return false;
        }

        Geometry way = x1 == x2 && y1 == y2
            ? new Point(x1, y1) : new LineString([new Coordinate(x1, y1), new Coordinate(x2, y2)]);
        return tree.Query(way.EnvelopeInternal).Any(c =>
            walls[c].Intersects(way) && !walls[c].ContainsProperly(way) && !walls[c].Touches(way));
    }

    /// <summary>The compound that holds the middle of an edge, or <see cref="Outside"/>.</summary>
    /// <param name="edge">Edge.</param>
    public int CompoundOfEdge(int edge) =>
        edge < compoundOfEdge.Length ? compoundOfEdge[edge]
        : compoundOfAdded.TryGetValue(edge, out var compound) ? compound : CompoundOfMiddle(edge);

    /// <summary>
    /// True for each compound that has an edge of its own: places in the others are linked straight to the gates.
    /// </summary>
    internal bool[] HasEdges => field ??= WithEdges();

    /// <summary>The nearest position on an edge that a test accepts; ties to the lower edge.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="withinMetres">Farthest position looked at.</param>
    /// <param name="accept">Which edges count, besides that they are not closed.</param>
    public LinkPosition? Nearest(double x, double y, double withinMetres, Func<int, bool> accept) =>
        Nearest(x, y, withinMetres, new Accepted(accept));

    /// <summary>The compounds in and near a box, rising.</summary>
    /// <param name="box">Smallest and largest east and north, metres.</param>
    internal int[] CompoundsWithin((double MinX, double MinY, double MaxX, double MaxY) box) =>
        walls.Length == 0 ? [] : [.. tree.Query(new Envelope(box.MinX, box.MaxX, box.MinY, box.MaxY)).Order()];

    /// <summary>The edges in and near a box that places are linked to, rising.</summary>
    /// <param name="box">Smallest and largest east and north, metres.</param>
    internal List<int> EdgesWithin((double MinX, double MinY, double MaxX, double MaxY) box)
    {
        var found = new List<int>();
        index.AddWithin(box, found);
        found.AddRange(compoundOfAdded.Keys);
        found.Sort();
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if ((i == 0 || found[i] != found[i - 1]) && !IsOnSmallIsland(found[i]) && !closed.Contains(found[i]))
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }

    /// <summary>The same linking on a changed network.</summary>
    /// <param name="network">The network: the edges of the old one, and others after them.</param>
    /// <param name="compounds">The compounds, with other gates open.</param>
    /// <param name="closed">Edges that nobody links to any more.</param>
    /// <param name="added">Edges beyond the old ones that places link to.</param>
    internal PlaceLinker With(
        WalkNetwork network, IReadOnlyList<CompoundWall> compounds, IReadOnlySet<int> closed, IEnumerable<int> added) =>
        new(this, network.Edges, compounds, closed, added);

    /// <summary>The same linking with another limit.</summary>
    /// <param name="limitMetres">Farthest place that is linked.</param>
    internal PlaceLinker Within(double limitMetres) => new(this, limitMetres);

    private LinkPosition? Nearest(double x, double y, int compound, bool islands) =>
        Nearest(x, y, limitMetres, new SameSide(this, compound, islands));

    private LinkPosition? Nearest<TFilter>(double x, double y, double withinMetres, TFilter filter)
        where TFilter : struct, IEdgeFilter
    {
        var best = closed.Count == 0
            ? index.Nearest(x, y, withinMetres, filter)
            : index.Nearest(x, y, withinMetres, new NotClosed<TFilter>(closed, filter));
        foreach (var edge in compoundOfAdded.Keys)
        {
            if (filter.Takes(edge) && EdgeShape.Nearest(edges, edge, x, y) is var found
                && found.AccessMm <= withinMetres * 1000 && (best is null || found.AccessMm < best.Value.AccessMm))
            {
                best = found;
            }
        }

        return best;
    }

    private bool[] WithEdges()
    {
        var has = new bool[Compounds.Count];
        foreach (var compound in compoundOfEdge.Concat(compoundOfAdded.Values))
        {
            if (compound != Outside)
            {
                has[compound] = true;
            }
        }

        return has;
    }

    private bool IsOnSmallIsland(int edge) => edge < isOnSmallIsland.Length && isOnSmallIsland[edge];

    private bool LinkThroughGates(double x, double y, int compound, bool islands, LinkageBuilder builder)
    {
        var linked = false;
        foreach (var gate in Compounds[compound].Gates)
        {
            if (gate.IsOpen && Nearest(gate.At.X, gate.At.Y, Outside, islands) is { } link)
            {
                var (dx, dy) = (gate.At.X - x, gate.At.Y - y);
                var inside = Math.Sqrt((dx * dx) + (dy * dy));
                builder.Add(link with { AccessMm = link.AccessMm + (int)Math.Round(inside * 1000) });
                linked = true;
            }
        }

        return linked;
    }

    private int CompoundOfMiddle(int edge)
    {
        if (walls.Length == 0)
        {
            return Outside;
        }

        var half = edges.LengthMm[edge] / 2;
        var (x, y) = EdgeShape.Between(edges, edge, half, half)[0];
        return CompoundAt(x, y);
    }

    private readonly struct Accepted(Func<int, bool> accept) : IEdgeFilter
    {
        public bool Takes(int edge) => accept(edge);
    }

    private readonly struct NotClosed<TFilter>(IReadOnlySet<int> closed, TFilter filter) : IEdgeFilter
        where TFilter : struct, IEdgeFilter
    {
        public bool Takes(int edge) => !closed.Contains(edge) && filter.Takes(edge);
    }

    /// <summary>The edges on the same side of every wall, those of small islands only where they are asked for.</summary>
    private readonly struct SameSide(PlaceLinker linker, int compound, bool islands) : IEdgeFilter
    {
        public bool Takes(int edge) =>
            linker.CompoundOfEdge(edge) == compound && (islands || !linker.IsOnSmallIsland(edge));
    }
}
