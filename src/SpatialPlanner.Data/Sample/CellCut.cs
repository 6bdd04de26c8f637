namespace SpatialPlanner.Data.Sample;

/// <summary>A cell cut in two by a straight line from A to B.</summary>
/// <param name="Left">Part left of the line.</param>
/// <param name="Right">Part right of the line.</param>
/// <param name="A">Start of the line.</param>
/// <param name="B">End of the line.</param>
/// <param name="AtA">What runs along the side where the line starts.</param>
/// <param name="AtB">What runs along the side where it ends.</param>
internal sealed record CellCut(ConvexCell Left, ConvexCell Right, Vec A, Vec B, StreetKind AtA, StreetKind AtB)
{
    /// <summary>Cuts across the longer extent so that the left part has a share of the area.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="share">Share of the left part, 0..1.</param>
    /// <param name="skew">Slope of the line against the square cut; keeps the town from looking ruled.</param>
    /// <param name="kind">What runs along the line.</param>
    public static CellCut? Make(ConvexCell cell, double share, double skew, StreetKind kind)
    {
        var along = LongDirection(cell);
        var direction = (along.Left + (along * skew)).Unit;
        var outwards = direction.Left * -1;
        var (low, high) = Extent(cell, outwards);
        for (var i = 0; i < 44; i++)
        {
            var middle = (low + high) / 2;
            var left = cell.KeepLeft(outwards * middle, direction, kind);
            (low, high) = (left?.AreaM2 ?? 0) < cell.AreaM2 * share ? (middle, high) : (low, middle);
        }

        return At(cell, outwards * low, direction, kind);
    }

    /// <summary>Cuts along a given line.</summary>
    public static CellCut? At(ConvexCell cell, Vec on, Vec direction, StreetKind kind)
    {
        var (left, right) = (cell.KeepLeft(on, direction, kind), cell.KeepLeft(on, direction * -1, kind));
        if (left is null || right is null)
        {
            return null;
        }

        var (a, atA) = cell.Crossing(on, direction, leaving: true);
        var (b, atB) = cell.Crossing(on, direction, leaving: false);
        return new CellCut(left, right, a, b, atA, atB);
    }

    private static Vec LongDirection(ConvexCell cell)
    {
        var longest = Enumerable.Range(0, cell.Count).MaxBy(cell.SideLength);
        var u = (cell.At(longest + 1) - cell.At(longest)).Unit;
        var (lowU, highU) = Extent(cell, u);
        var (lowV, highV) = Extent(cell, u.Left);
        return highU - lowU >= highV - lowV ? u : u.Left;
    }

    private static (double Low, double High) Extent(ConvexCell cell, Vec direction)
    {
        var at = cell.Sides.Select(s => s.From.Dot(direction)).ToArray();
        return (at.Min(), at.Max());
    }
}
