using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Crs;

/// <summary>Copies geometries with other coordinates.</summary>
internal static class CoordinateChange
{
    /// <summary>A copy of a geometry with x and y of each position changed.</summary>
    public static Geometry Of(Geometry geometry, Func<double, double, (double X, double Y)> change)
    {
        var copy = geometry.Copy();
        copy.Apply(new EachCoordinate(change));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class EachCoordinate(Func<double, double, (double X, double Y)> change)
        : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = change(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
