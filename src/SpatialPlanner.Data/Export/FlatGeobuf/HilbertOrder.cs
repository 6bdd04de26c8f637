using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>Places along a Hilbert curve through 65,536 × 65,536 cells: near on the ground is near in the file.</summary>
/// <param name="extent">Extent of all features.</param>
internal sealed class HilbertOrder(Envelope extent)
{
    private const int Order = 16;
    private const double Cells = (1 << Order) - 1;

    /// <summary>Place of a box's centre; that of no box is the last.</summary>
    /// <param name="box">Box.</param>
    public uint Of(Envelope box) => box.IsNull
        ? uint.MaxValue
        : Of(Cell(box.MinX + box.MaxX, extent.MinX, extent.Width), Cell(box.MinY + box.MaxY, extent.MinY, extent.Height));

    private static uint Cell(double twiceCentre, double min, double size) =>
        size > 0 ? (uint)Math.Clamp(Cells * ((twiceCentre / 2) - min) / size, 0, Cells) : 0;

    // From the largest quadrant to the smallest; each turns the curve within it.
    private static uint Of(uint x, uint y)
    {
        var place = 0u;
        for (var side = 1u << (Order - 1); side > 0; side >>= 1)
        {
            var (right, upper) = ((x & side) != 0, (y & side) != 0);
            place += side * side * ((right ? 3u : 0u) ^ (upper ? 1u : 0u));
            if (upper)
            {
                continue;
            }

            (x, y) = right ? (~y, ~x) : (y, x);
        }

        return place;
    }
}
