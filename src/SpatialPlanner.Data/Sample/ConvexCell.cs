namespace SpatialPlanner.Data.Sample;

/// <summary>One side of a cell: where it starts and what runs along it.</summary>
internal readonly record struct Side(Vec From, StreetKind Kind);

/// <summary>
/// A convex piece of the city, counter-clockwise. All the land is made by cutting such cells with straight lines, so
/// that neighbours share their points exactly and nothing can overlap.
/// </summary>
internal sealed class ConvexCell(IReadOnlyList<Side> sides)
{
    private const double SliverMetres = 0.05;

    public IReadOnlyList<Side> Sides { get; } = sides;

    public int Count => Sides.Count;

    public double AreaM2
    {
        get
        {
            var twice = 0.0;
            for (var i = 0; i < Count; i++)
            {
                twice += (At(i) - At(0)).Cross(At(i + 1) - At(0));
            }

            return twice / 2;
        }
    }

    public Vec Centre
    {
        get
        {
            var (sum, twice) = (new Vec(0, 0), 0.0);
            for (var i = 1; i + 1 < Count; i++)
            {
                var weight = (At(i) - At(0)).Cross(At(i + 1) - At(0));
                sum += (At(0) + At(i) + At(i + 1)) * (weight / 3);
                twice += weight;
            }

            return sum * (1 / twice);
        }
    }

    public Vec At(int i) => Sides[i % Count].From;

    public double SideLength(int i) => (At(i + 1) - At(i)).Length;

    /// <summary>The part left of a line; what runs along the new side is given. Null where nothing is left.</summary>
    public ConvexCell? KeepLeft(Vec on, Vec direction, StreetKind kind)
    {
        var kept = new List<Side>(Count + 1);
        for (var i = 0; i < Count; i++)
        {
            var (a, b) = (At(i), At(i + 1));
            var (sa, sb) = (direction.Cross(a - on), direction.Cross(b - on));
            if (sa >= 0)
            {
                kept.Add(Sides[i]);
            }

            if (sa >= 0 != sb >= 0)
            {
                kept.Add(new Side(a.Towards(b, sa / (sa - sb)), sa >= 0 ? kind : Sides[i].Kind));
            }
        }

        return WithoutSlivers(kept);
    }

    /// <summary>
    /// Where the outline crosses a line, going out of the part left of it or coming back: the two ends of the cut,
    /// by the same arithmetic as <see cref="KeepLeft"/>, so that both parts and the street between agree to the bit.
    /// </summary>
    public (Vec Point, StreetKind Kind) Crossing(Vec on, Vec direction, bool leaving)
    {
        for (var i = 0; i < Count; i++)
        {
            var (a, b) = (At(i), At(i + 1));
            var (sa, sb) = (direction.Cross(a - on), direction.Cross(b - on));
            if (sa >= 0 == leaving && sb >= 0 != leaving)
            {
                return (a.Towards(b, sa / (sa - sb)), Sides[i].Kind);
            }
        }

        throw new ArgumentException("The line misses the cell; cut only where KeepLeft finds both parts.", nameof(on));
    }

    /// <summary>The cell with every side moved inwards, by kind; null where nothing is left.</summary>
    public ConvexCell? Inset(Func<StreetKind, double> metres)
    {
        var cell = this;
        for (var i = 0; i < Count && cell is not null; i++)
        {
            var along = (At(i + 1) - At(i)).Unit;
            cell = cell.KeepLeft(At(i) + (along.Left * metres(Sides[i].Kind)), along, Sides[i].Kind);
        }

        return cell;
    }

    /// <summary>Where a ray from inside leaves the cell, and through which side.</summary>
    public (Vec Point, int Side) Exit(Vec from, Vec direction)
    {
        var (best, side) = (double.MaxValue, 0);
        for (var i = 0; i < Count; i++)
        {
            var edge = At(i + 1) - At(i);
            var facing = direction.Cross(edge);
            var t = facing > 1e-9 ? (At(i) - from).Cross(edge) / facing : double.MaxValue;
            if (t < best)
            {
                (best, side) = (t, i);
            }
        }

        return (from + (direction * best), side);
    }

    /// <summary>West–east extent at a height; null above or below the cell.</summary>
    public (double Low, double High)? RangeX(double y)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        for (var i = 0; i < Count; i++)
        {
            var (a, b) = (At(i), At(i + 1));
            if (a.Y <= y != b.Y <= y)
            {
                var x = a.Towards(b, (y - a.Y) / (b.Y - a.Y)).X;
                (low, high) = (Math.Min(low, x), Math.Max(high, x));
            }
        }

        return low < high ? (low, high) : null;
    }

    public bool Contains(Vec p)
    {
        for (var i = 0; i < Count; i++)
        {
            if ((At(i + 1) - At(i)).Cross(p - At(i)) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ConvexCell? WithoutSlivers(List<Side> sides)
    {
        for (var i = sides.Count - 1; i >= 0 && sides.Count > 2; i--)
        {
            var next = sides[(i + 1) % sides.Count];
            if ((next.From - sides[i].From).Length < SliverMetres)
            {
                // The longer neighbour keeps its direction: the short side goes, not the point it leads to.
                sides[(i + 1) % sides.Count] = next with { From = sides[i].From };
                sides.RemoveAt(i);
            }
        }

        return sides.Count < 3 ? null : new ConvexCell(sides);
    }
}
