using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>
/// Links of places after a change of the network. What opens only adds links; a place is linked anew where its own way
/// closed.
/// </summary>
/// <param name="linker">Linking on the changed network.</param>
/// <param name="edges">Edges of the changed network.</param>
/// <param name="change">What changed.</param>
internal sealed class Relinking(PlaceLinker linker, EdgeColumns edges, Relinking.Change change)
{
    private readonly ILookup<int, EdgePart> partsOf = change.Parts.ToLookup(p => p.Of);
    private readonly List<Envelope> reach = Reach(linker, edges, change);

    /// <summary>What changed for places.</summary>
    /// <param name="Closed">Edges that nobody links to any more.</param>
    /// <param name="Parts">New parts of edges.</param>
    /// <param name="Paths">New edges that are no parts.</param>
    /// <param name="OpenedAt">Compounds with a gate more.</param>
    /// <param name="ClosedAt">Compounds with a gate less.</param>
    public sealed record Change(
        IReadOnlySet<int> Closed, IReadOnlyList<EdgePart> Parts, IReadOnlyList<int> Paths, IReadOnlySet<int> OpenedAt,
        IReadOnlySet<int> ClosedAt);

    /// <summary>The links of places, and those whose links changed.</summary>
    /// <param name="old">Their links so far.</param>
    /// <param name="entrances">Their entrances.</param>
    /// <param name="x">Local east of each, metres.</param>
    /// <param name="y">Local north of each, metres.</param>
    /// <param name="isMoved">Places that are linked anew in any case.</param>
    public (Linkage Links, List<int> Changed) Of(
        Linkage old, PlaceEntrances entrances, double[] x, double[] y, IReadOnlySet<int> isMoved)
    {
        var changes = new SortedDictionary<int, List<LinkPosition>>();
        for (var place = 0; place < x.Length; place++)
        {
            if (isMoved.Contains(place))
            {
                changes[place] = WithParts(Fresh(PlaceEntrances.None, place, x[place], y[place]));
            }
            else if (MayChange(old, entrances, place, x[place], y[place])
                && Links(old, entrances, place, x[place], y[place]) is var links && !links.SequenceEqual(old.LinksOf(place)))
            {
                changes[place] = links;
            }
        }

        return (changes.Count == 0 ? old : old.With(changes, x.Length), [.. changes.Keys]);
    }

    private List<LinkPosition> Links(Linkage old, PlaceEntrances entrances, int place, double x, double y)
    {
        var compounds = entrances.Points(place, x, y).Select(p => linker.CompoundAt(p.X, p.Y)).ToList();
        var isClosed = old.LinksOf(place).Any(l => change.Closed.Contains(l.Edge) && !partsOf.Contains(l.Edge))
            || compounds.Any(change.ClosedAt.Contains);
        List<LinkPosition> links = isClosed ? Fresh(entrances, place, x, y) : [.. old.LinksOf(place)];
        if (compounds.Any(change.OpenedAt.Contains))
        {
            links.AddRange(Fresh(entrances, place, x, y));
        }

        var nearest = links.Count == 0 ? int.MaxValue : links.Min(l => l.AccessMm);
        foreach (var point in entrances.Points(place, x, y))
        {
            links.AddRange(Paths(point.X, point.Y).Where(l => l.AccessMm < nearest));
        }

        return WithParts(links);
    }

    /// <summary>A cheap test that lets through every place whose links may change.</summary>
    private bool MayChange(Linkage old, PlaceEntrances entrances, int place, double x, double y)
    {
        for (var k = old.FirstLink[place]; k < old.FirstLink[place + 1]; k++)
        {
            if (change.Closed.Contains(old.Edge[k]) || partsOf.Contains(old.Edge[k]))
            {
                return true;
            }
        }

        foreach (var box in reach)
        {
            if (entrances.Of.TryGetValue(place, out var points) ? points.Any(box.Contains) : box.Contains(x, y))
            {
                return true;
            }
        }

        return false;
    }

    private static List<Envelope> Reach(PlaceLinker linker, EdgeColumns edges, Change change)
    {
        var boxes = change.OpenedAt.Concat(change.ClosedAt).Distinct()
            .Select(c => linker.Compounds[c].Wall.EnvelopeInternal).ToList();
        foreach (var path in change.Paths)
        {
            var box = new Envelope();
            for (var s = edges.FirstShapePoint[path]; s < edges.FirstShapePoint[path + 1]; s++)
            {
                box.ExpandToInclude(edges.ShapeX[s], edges.ShapeY[s]);
            }

            box.ExpandBy(District.LinkLimitMetres);
            boxes.Add(box);
        }

        return boxes;
    }

    private List<LinkPosition> Fresh(PlaceEntrances entrances, int place, double x, double y)
    {
        var builder = new LinkageBuilder();
        linker.Link(entrances, place, x, y, builder);
        builder.EndPoint();
        return [.. builder.Build().LinksOf(0)];
    }

    private IEnumerable<LinkPosition> Paths(double x, double y)
    {
        var compound = linker.CompoundAt(x, y);
        return change.Paths.Where(e => linker.CompoundOfEdge(e) == compound)
            .Select(e => EdgeShape.Nearest(edges, e, x, y))
            .Where(l => l.AccessMm <= District.LinkLimitMetres * 1000);
    }

    /// <summary>A place on an edge stands on every part of it that holds the place too; on a closed edge there only.</summary>
    private List<LinkPosition> WithParts(List<LinkPosition> links)
    {
        var all = new List<LinkPosition>();
        foreach (var link in links)
        {
            if (!change.Closed.Contains(link.Edge))
            {
                all.Add(link);
            }

            foreach (var part in partsOf[link.Edge])
            {
                if (part.FromMm <= link.OffsetMm && link.OffsetMm <= part.ToMm)
                {
                    all.Add(link with { Edge = part.Edge, OffsetMm = link.OffsetMm - part.FromMm });
                }
            }
        }

        return [.. all.Distinct()];
    }
}
