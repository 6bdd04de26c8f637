using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Adds paths to an edited network, joined to the edges that their ends are near.</summary>
internal sealed class PathJoiner(PlaceLinker linker, NetworkEdit edit)
{
    /// <summary>
    /// Farthest edge that the end of a new path joins, metres: what a hand misses by on a map of a district.
    /// </summary>
    public const double JoinMetres = 15;

    /// <summary>Adds a path as it was drawn.</summary>
    public void Add(Modification.AddPath path)
    {
        if (path.X.Length < 2 || path.X.Length != path.Y.Length)
        {
            throw new ArgumentException("A path needs at least two points.", nameof(path));
        }

        var last = path.X.Length - 1;
        Add(
            JoinOf(path.X[0], path.Y[0]), JoinOf(path.X[last], path.Y[last]),
            [.. path.X.Zip(path.Y)], new EdgeTraits(path.ResidentsOnly));
    }

    /// <summary>Adds a path between two places on edges; an end without a place ends dead.</summary>
    public void Add(LinkPosition? from, LinkPosition? to, List<(double X, double Y)> points, EdgeTraits traits)
    {
        List<(double X, double Y)> line = [.. At(from), .. points, .. At(to)];
        for (var i = line.Count - 1; i > 0 && line.Count > 2; i--)
        {
            if (line[i] == line[i - 1])
            {
                line.RemoveAt(i);
            }
        }

        edit.Add(
            JunctionAt(from), JunctionAt(to), traits, [.. line.Select(p => p.X)], [.. line.Select(p => p.Y)],
            from?.Edge ?? to?.Edge);
    }

    private Junction JunctionAt(LinkPosition? place) => place is { } at ? edit.At(at) : edit.NewJunction();

    /// <summary>The nearest place on an edge in a compound, or outside of all; null where none is near enough.</summary>
    public LinkPosition? Nearest(double x, double y, double withinMetres, int compound)
    {
        var old = linker.Nearest(
            x, y, withinMetres, e => linker.CompoundOfEdge(e) == compound && !edit.Closed.Contains(e));
        var added = edit.NearestAdded(x, y, withinMetres, (px, py) => linker.CompoundAt(px, py) == compound);
        return old is null || (added is { } near && near.AccessMm < old.Value.AccessMm) ? added : old;
    }

    // An end behind a wall joins what is behind it too.
    private LinkPosition? JoinOf(double x, double y) => Nearest(x, y, JoinMetres, linker.CompoundAt(x, y));

    private IEnumerable<(double X, double Y)> At(LinkPosition? place) =>
        place is { } at ? [edit.PointAt(at)] : [];
}
