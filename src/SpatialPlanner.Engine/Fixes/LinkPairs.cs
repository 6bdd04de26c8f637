using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Fixes;

/// <summary>Goes through the pairs of places that a new path could join.</summary>
internal sealed class LinkPairs(
    District district, double[] x, double[] y, LinkPosition[] at, int limitMm,
    Func<(double X1, double Y1, double X2, double Y2), bool> mayPass)
{
    private const double CellMetres = NewLink.LongestMetres;

    /// <summary>The shortest path within the limit, to the metre: ties to the shorter walk, then to the first pair.</summary>
    /// <param name="there">Cost from the building to each place.</param>
    /// <param name="onward">Cost from each place to the nearest facility.</param>
    public NewLink? Best(int[] there, int[] onward)
    {
        NewLink? best = null;
        var cells = Cells(onward);
        for (var p = 0; p < at.Length; p++)
        {
            if (there[p] >= limitMm)
            {
                continue;
            }

            var (column, row) = CellOf(p);
            for (var r = row - 1; r <= row + 1; r++)
            {
                for (var c = column - 1; c <= column + 1; c++)
                {
                    foreach (var q in cells.GetValueOrDefault((c, r)) ?? [])
                    {
                        best = Better(best, p, q, there[p], onward[q]);
                    }
                }
            }
        }

        return best;
    }

    private Dictionary<(int Column, int Row), List<int>> Cells(int[] onward)
    {
        var cells = new Dictionary<(int Column, int Row), List<int>>();
        for (var q = 0; q < at.Length; q++)
        {
            if (onward[q] >= limitMm)
            {
                continue;
            }

            if (!cells.TryGetValue(CellOf(q), out var cell))
            {
                cells[CellOf(q)] = cell = [];
            }

            cell.Add(q);
        }

        return cells;
    }

    private (int Column, int Row) CellOf(int place) =>
        ((int)Math.Floor(x[place] / CellMetres), (int)Math.Floor(y[place] / CellMetres));

    // Nobody builds by the millimetre: of paths alike to the metre the one with the shorter walk is better.
    private static int Metres(int mm) => (mm + 500) / 1000;

    private NewLink? Better(NewLink? best, int p, int q, int there, int onward)
    {
        var (dx, dy) = (x[q] - x[p], y[q] - y[p]);
        var gapMm = (int)Math.Round(Math.Sqrt((dx * dx) + (dy * dy)) * 1000);
        var costMm = (long)there + gapMm + onward;
        if (gapMm is < NewLink.ShortestMetres * 1000 or > NewLink.LongestMetres * 1000 || costMm > limitMm || at[p].Edge == at[q].Edge
            || (best is not null && (Metres(gapMm), costMm).CompareTo((Metres(best.GapMm), best.CostMm)) >= 0))
        {
            return best;
        }

        return district.PlaceLinker.LeadsThroughWall(x[p], y[p], x[q], y[q]) || !mayPass((x[p], y[p], x[q], y[q]))
            || !JoinsItsEdge(p) || !JoinsItsEdge(q)
                ? best
                : new NewLink(at[p], at[q], gapMm, (int)costMm);
    }

    // A path joins the edge of its end's compound that the end is nearest to: where two pass a place, that may be the other.
    private bool JoinsItsEdge(int place)
    {
        var linker = district.PlaceLinker;
        var compound = linker.CompoundAt(x[place], y[place]);
        var near = linker.Nearest(x[place], y[place], NewLink.ShortestMetres, e => linker.CompoundOfEdge(e) == compound);
        return near is { } found && (found.Edge == at[place].Edge || (NodeAt(found) is { } node && node == NodeAt(at[place])));
    }

    private int? NodeAt(LinkPosition position)
    {
        var edges = district.Network.Edges;
        return position.OffsetMm == 0 ? edges.StartFrom[position.Edge]
            : position.OffsetMm == edges.LengthMm[position.Edge] ? edges.StartTo[position.Edge] : null;
    }
}
