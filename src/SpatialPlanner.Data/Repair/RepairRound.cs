using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;

namespace SpatialPlanner.Data.Repair;

/// <summary>
/// One round of repairs: takes the faults that do not get in each other's way, in order, and leaves the others to the
/// next round, which sees the edges as this one leaves them.
/// </summary>
internal sealed class RepairRound(WalkEdgeShapes shapes, IReadOnlyList<EdgeDraft> drafts, RepairLog log)
{
    private readonly RepairNodes _nodes = new(shapes);
    private readonly HashSet<int> _leftOut = [];
    private readonly HashSet<int> _movedJunctions = [];
    private readonly HashSet<int> _extended = [];
    private readonly Dictionary<int, List<EdgeCut>> _cuts = [];

    /// <summary>The edges after the round.</summary>
    public IReadOnlyList<EdgeDraft> Mend(IEnumerable<NetworkFault> faults)
    {
        foreach (var fault in faults)
        {
            if (Take(fault))
            {
                log.Add(
                    fault, drafts[fault.At.Edge].SourceId, fault.Other is { } other ? drafts[other.Edge].SourceId : null,
                    drafts[fault.At.Edge].Row.Place);
            }
        }

        // All cuts first: cuts on one spot make their nodes one, which the edges before must know.
        var cutter = new EdgeCutter(shapes, _nodes);
        var stops = _cuts.ToDictionary(c => c.Key, c => cutter.Stops(c.Key, c.Value));
        var mended = new List<EdgeDraft>(drafts.Count + _cuts.Count);
        for (var e = 0; e < drafts.Count; e++)
        {
            if (!_leftOut.Contains(e))
            {
                mended.AddRange(cutter.Cut(e, drafts[e], stops.GetValueOrDefault(e), _extended.Contains(e)));
            }
        }

        return mended;
    }

    private bool Take(NetworkFault fault)
    {
        if (_leftOut.Contains(fault.At.Edge) || (fault.Other is { } other && _leftOut.Contains(other.Edge)))
        {
            return false;
        }

        return fault.Kind switch
        {
            NetworkFaultKind.ZeroLength => LeaveOut(fault.At.Edge, shapes.From[fault.At.Edge], shapes.To[fault.At.Edge]),
            NetworkFaultKind.Duplicate => LeaveOutTwin(fault.At.Edge, fault.Other!.Value.Edge),
            NetworkFaultKind.Crossing => Join(fault),
            _ => Extend(fault),
        };
    }

    private bool LeaveOut(int edge, int a, int b)
    {
        if (IsTouched(edge))
        {
            return false;
        }

        _leftOut.Add(edge);
        _nodes.Merge(a, b);
        return true;
    }

    // What ended at the ends of the edge left out goes on from those of its twin.
    private bool LeaveOutTwin(int edge, int twin)
    {
        var sameWay = shapes.Place[shapes.From[edge]].Distance(shapes.Place[shapes.From[twin]])
            <= shapes.Place[shapes.From[edge]].Distance(shapes.Place[shapes.To[twin]]);
        if (!LeaveOut(edge, shapes.From[edge], sameWay ? shapes.From[twin] : shapes.To[twin]))
        {
            return false;
        }

        _nodes.Merge(shapes.To[edge], sameWay ? shapes.To[twin] : shapes.From[twin]);
        return true;
    }

    private bool Join(NetworkFault fault)
    {
        var (at, other) = (fault.At, fault.Other!.Value);
        if (_extended.Contains(at.Edge) || _extended.Contains(other.Edge) || IsMoved(at) || IsMoved(other))
        {
            return false;
        }

        var node = at.Junction >= 0 ? at.Junction : other.Junction >= 0 ? other.Junction : _nodes.Add(fault.Place);
        Put(at, node);
        Put(other, node);
        return true;
    }

    private bool Extend(NetworkFault fault)
    {
        var (at, other) = (fault.At, fault.Other!.Value);
        if (IsTouched(at.Edge) || _extended.Contains(other.Edge) || IsMoved(at) || IsMoved(other))
        {
            return false;
        }

        _extended.Add(at.Edge);
        _movedJunctions.Add(at.Junction);
        _nodes.Move(at.Junction, other.Junction >= 0 ? shapes.Place[other.Junction] : PlaceOn(other));
        Put(other, at.Junction);
        return true;
    }

    private Coordinate PlaceOn(FaultSpot spot) => LineCut.At(shapes, spot.Edge, spot.OffsetM);

    private void Put(FaultSpot spot, int node)
    {
        if (spot.Junction >= 0)
        {
            _nodes.Merge(spot.Junction, node);
            _movedJunctions.Add(spot.Junction);
            return;
        }

        if (!_cuts.TryGetValue(spot.Edge, out var cuts))
        {
            _cuts.Add(spot.Edge, cuts = []);
        }

        cuts.Add(new EdgeCut(spot.OffsetM, node));
    }

    private bool IsTouched(int edge) => _extended.Contains(edge) || _cuts.ContainsKey(edge);

    private bool IsMoved(FaultSpot spot) => spot.Junction >= 0 && _movedJunctions.Contains(spot.Junction);
}
