namespace SpatialPlanner.Data.Sample;

/// <summary>Axes of a parcel: its rows run along the first, turned to the sun as far as its streets let them.</summary>
internal readonly record struct RowFrame(Vec Origin, Vec East)
{
    /// <summary>Rows along the longest side that runs more east–west than north–south.</summary>
    public static RowFrame Along(ConvexCell plot)
    {
        var (best, longest) = (new Vec(1, 0), 0.0);
        for (var i = 0; i < plot.Count; i++)
        {
            var side = plot.At(i + 1) - plot.At(i);
            if (Math.Abs(side.Y) < Math.Abs(side.X) && side.Length > longest)
            {
                (best, longest) = (side.X > 0 ? side.Unit : side.Unit * -1, side.Length);
            }
        }

        return new RowFrame(plot.Centre, best);
    }

    /// <summary>The same with the rows turned by a right angle.</summary>
    public RowFrame Turned() => this with { East = East.Left };

    public ConvexCell ToLocal(ConvexCell cell)
    {
        var frame = this;
        return new ConvexCell([.. cell.Sides.Select(s => s with { From = frame.ToLocal(s.From) })]);
    }

    public Vec ToLocal(Vec p) => new((p - Origin).Dot(East), (p - Origin).Dot(East.Left));

    public Vec ToWorld(Vec p) => Origin + (East * p.X) + (East.Left * p.Y);
}
