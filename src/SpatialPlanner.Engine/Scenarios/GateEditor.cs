using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Opens and closes gates of an edited network.</summary>
internal sealed class GateEditor(WalkNetwork network, PlaceLinker linker, NetworkEdit edit, PathJoiner paths)
{
    /// <summary>Farthest inner path that an opened gate is joined to, metres: a path made up to the wall, not across a court.</summary>
    private const double InsideMetres = 30;

    /// <summary>An edge so near a gate, metres, passes it: coordinates are of a few decimetres.</summary>
    private const double ThroughMetres = 0.5;

    /// <summary>Opens a gate: the nearest path inside and the nearest edge outside are joined through it.</summary>
    public void Open(int gate)
    {
        var (compound, at) = (linker.Gates[gate].Compound, linker.Gates[gate].Gate.At);
        if (paths.Nearest(at.X, at.Y, InsideMetres, compound) is { } inner
            && paths.Nearest(at.X, at.Y, District.LinkLimitMetres, PlaceLinker.Outside) is { } outer)
        {
            paths.Add(inner, outer, [(at.X, at.Y)], new EdgeTraits(edit.IsResidentsOnly(inner.Edge)));
        }
    }

    /// <summary>Closes gates: what passes one ends there, inside by itself.</summary>
    public void Close(IEnumerable<int> gates)
    {
        var cuts = new SortedDictionary<int, SortedSet<int>>();
        foreach (var gate in gates)
        {
            var (compound, at) = (linker.Gates[gate].Compound, linker.Gates[gate].Gate.At);
            var inside = edit.NewJunction();
            foreach (var place in EdgesAt(at))
            {
                var fromLast = network.Edges.LengthMm[place.Edge] - place.OffsetMm;
                if (Math.Min(place.OffsetMm, fromLast) > ThroughMetres * 1000)
                {
                    cuts.TryAdd(place.Edge, []);
                    cuts[place.Edge].Add(place.OffsetMm);
                }
                else if (linker.CompoundOfEdge(place.Edge) == compound && IsShared(place.Edge, place.OffsetMm < fromLast))
                {
                    edit.Detach(place.Edge, place.OffsetMm < fromLast, inside);
                }
            }
        }

        foreach (var (edge, offsetsMm) in cuts)
        {
            edit.Cut(edge, offsetsMm);
        }
    }

    /// <summary>False where an edge ends dead: data may part a path at a closed gate itself.</summary>
    private bool IsShared(int edge, bool first)
    {
        var node = first ? network.Edges.StartFrom[edge] : network.Edges.StartTo[edge];
        for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
        {
            if (network.ArcEdge[a] != edge)
            {
                return true;
            }
        }

        return false;
    }

    private List<LinkPosition> EdgesAt(Coordinate at)
    {
        var found = new List<LinkPosition>();
        while (linker.Nearest(at.X, at.Y, ThroughMetres, e => !edit.Closed.Contains(e) && found.TrueForAll(f => f.Edge != e)) is { } next)
        {
            found.Add(next);
        }

        return found;
    }
}
