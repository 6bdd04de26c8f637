using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Repair;

/// <summary>Writes the rows of an edge after a round of repairs: its parts, or itself with other ends.</summary>
internal sealed class EdgeCutter(WalkEdgeShapes shapes, RepairNodes nodes)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);
    private static readonly int LengthMm = WorkspaceLayers.WalkEdges.Require("length_mm");
    private static readonly int DelayS = WorkspaceLayers.WalkEdges.Require("delay_s");
    private static readonly int Crossing = WorkspaceLayers.WalkEdges.Require("crossing");
    private static readonly int FromNode = WorkspaceLayers.WalkEdges.Require("from_node");
    private static readonly int ToNode = WorkspaceLayers.WalkEdges.Require("to_node");

    /// <summary>The parts of an edge, in order along it.</summary>
    /// <param name="e">The edge.</param>
    /// <param name="draft">Its row.</param>
    /// <param name="stops">Its ends and cuts; null where it is not cut.</param>
    /// <param name="isExtended">True where an end was moved on and the edge grows.</param>
    public IEnumerable<EdgeDraft> Cut(int e, EdgeDraft draft, List<EdgeCut>? stops, bool isExtended)
    {
        if (shapes.Lines[e] is null
            || (stops is null && !nodes.IsChanged(shapes.From[e]) && !nodes.IsChanged(shapes.To[e])))
        {
            return [draft];
        }

        stops ??= Stops(e, []);
        var ends = PartEndsMm(e, draft.Row, stops);
        return Enumerable.Range(0, stops.Count - 1)
            .Select(k => Part(e, draft, stops, k, ends[k + 1] - ends[k], isExtended));
    }

    /// <summary>The ends of an edge and its cuts in order; cuts on one spot are one, and their nodes too.</summary>
    /// <param name="e">The edge.</param>
    /// <param name="cuts">Where to cut it.</param>
    public List<EdgeCut> Stops(int e, List<EdgeCut> cuts)
    {
        var stops = new List<EdgeCut> { new(0, shapes.From[e]) };
        foreach (var cut in cuts.OrderBy(c => c.OffsetM).ThenBy(c => c.Node))
        {
            if (stops.Count > 1 && cut.OffsetM - stops[^1].OffsetM <= NetworkFaults.OneSpotM)
            {
                nodes.Merge(stops[^1].Node, cut.Node);
                continue;
            }

            stops.Add(cut);
        }

        stops.Add(new EdgeCut(shapes.LengthM(e), shapes.To[e]));
        return stops;
    }

    // Rounded from the start of the edge, so that the parts add up to the whole to the millimetre.
    private long[] PartEndsMm(int e, LayerRow row, List<EdgeCut> stops)
    {
        var whole = row.Values[LengthMm] is long and > 0 and var given
            ? given
            : (long)Math.Round(Geodesy.LengthMetres(((LineString)row.Geometry!).Coordinates) * 1000);
        var metres = shapes.LengthM(e);
        return [0, .. stops.Skip(1).SkipLast(1).Select(s => (long)Math.Round(whole * s.OffsetM / metres)), whole];
    }

    private EdgeDraft Part(int e, EdgeDraft draft, List<EdgeCut> stops, int k, long lengthMm, bool isExtended)
    {
        var (from, to) = (stops[k], stops[k + 1]);
        var (source, values) = (((LineString)draft.Row.Geometry!).Coordinates, (object?[])draft.Row.Values.Clone());
        List<Coordinate> line = [.. LineCut.Between(shapes, e, from.OffsetM, to.OffsetM)];
        line.InsertRange(0, k == 0 ? End(shapes.From[e], source[0], isExtended) : [nodes.PlaceOf(from.Node)]);
        line.AddRange(k == stops.Count - 2
            ? End(shapes.To[e], source[^1], isExtended).Reverse()
            : [nodes.PlaceOf(to.Node)]);
        values[LengthMm] = Math.Max(1, lengthMm + (isExtended ? AddedMm(e, source) : 0));
        values[FromNode] = k == 0 ? IdOf(shapes.From[e], draft.Row.Values[FromNode]) : nodes.IdOf(from.Node);
        values[ToNode] = k == stops.Count - 2 ? IdOf(shapes.To[e], draft.Row.Values[ToNode]) : nodes.IdOf(to.Node);
        if (k > 0)
        {
            // A walk along all parts meets the wait of the edge once.
            (values[DelayS], values[Crossing]) = (null, null);
        }

        var geometry = Factory.CreateLineString([.. line]);
        return new EdgeDraft(draft.Row with { Geometry = geometry, Values = values }, draft.IsPart || stops.Count > 2, true);
    }

    private object? IdOf(int junction, object? asRead) => nodes.IsChanged(junction) ? nodes.IdOf(junction) : asRead;

    // The end of an edge from outside in. A dead end is drawn on to its new place; where edges join by their spot, the
    // end moves there, by a centimetre at most; where they join by id, it stays where it was drawn.
    private IEnumerable<Coordinate> End(int junction, Coordinate drawn, bool isExtended)
    {
        var place = nodes.PlaceOf(junction);
        var isMoved = nodes.IsChanged(junction) && !place.Equals2D(drawn);
        return !isMoved ? [drawn]
            : isExtended && shapes.Degree[junction] == 1 ? [place, drawn]
            : nodes.IdOf(junction) is null ? [place]
            : [drawn];
    }

    private long AddedMm(int e, Coordinate[] source) =>
        AddedMm(shapes.From[e], source[0]) + AddedMm(shapes.To[e], source[^1]);

    private long AddedMm(int junction, Coordinate drawn) =>
        nodes.IsChanged(junction) && shapes.Degree[junction] == 1 && nodes.PlaceOf(junction) is var place
            ? (long)Math.Round(Geodesy.SegmentMetres(place.X, place.Y, drawn.X, drawn.Y) * 1000)
            : 0;
}
