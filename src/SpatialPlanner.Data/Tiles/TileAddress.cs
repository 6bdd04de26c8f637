using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Tiles;

/// <summary>A tile of the usual pyramid: Web Mercator (EPSG:3857), y from north to south.</summary>
/// <param name="Z">Zoom, 0 to <see cref="DeepestZoom"/>.</param>
/// <param name="X">Column, 0 to 2^Z − 1.</param>
/// <param name="Y">Row, 0 to 2^Z − 1.</param>
public readonly record struct TileAddress(int Z, int X, int Y)
{
    /// <summary>The deepest zoom; a unit of a tile is then a few millimetres.</summary>
    public const int DeepestZoom = 22;

    /// <summary>Units of a side of a tile.</summary>
    public const int Extent = 4096;

    /// <summary>Units by which what is drawn reaches over the border, so that outlines are not seen there.</summary>
    public const int Buffer = 64;

    // Farther north and south the plane has no end.
    private const double MostLat = 85.0511287798066;

    /// <summary>True for a tile of the pyramid.</summary>
    public bool Exists => Z is >= 0 and <= DeepestZoom && X >= 0 && Y >= 0 && X < 1 << Z && Y < 1 << Z;

    /// <summary>The tile with its buffer, longitude and latitude in degrees.</summary>
    public Envelope LonLat
    {
        get
        {
            const double Over = (double)Buffer / Extent;
            var side = Math.Pow(2, Z);
            return new Envelope(
                (((X - Over) / side) - 0.5) * 360, (((X + 1 + Over) / side) - 0.5) * 360, Lat((Y + 1 + Over) / side), Lat((Y - Over) / side));
        }
    }

    /// <summary>A place in units of the tile, x to the east and y to the south of its corner; it may lie outside.</summary>
    /// <param name="lon">Longitude, degrees.</param>
    /// <param name="lat">Latitude, degrees.</param>
    public (double X, double Y) ToTile(double lon, double lat)
    {
        var side = Math.Pow(2, Z);
        var sine = Math.Sin(Math.Clamp(lat, -MostLat, MostLat) * Math.PI / 180);
        var north = 0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI));
        return ((((lon / 360) + 0.5) * side - X) * Extent, ((north * side) - Y) * Extent);
    }

    private static double Lat(double north) => Math.Atan(Math.Sinh(Math.PI * (1 - (2 * north)))) * 180 / Math.PI;
}
