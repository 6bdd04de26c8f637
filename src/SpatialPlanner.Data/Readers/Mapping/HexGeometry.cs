using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Readers.GeoPackage;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Geometry as PostGIS writes it into tables: WKT, EWKT, and WKB or EWKB in hexadecimal digits.</summary>
internal sealed class HexGeometry
{
    private const int MostWktNested = 64;

    private readonly WKTReader _wkt = new(new NetTopologySuite.NtsGeometryServices(PrecisionModel.Floating.Value, 4326));

    /// <summary>The geometry, or null where the text is none.</summary>
    public Geometry? Read(string text)
    {
        try
        {
            text = text.Trim();
            return text.Length >= 10 && text[0] == '0' && text[1] is '0' or '1' ? WkbParser.Parse(Convert.FromHexString(text)) : Text(text);
        }
        catch (Exception e) when (e is RowFault or ParseException or OverflowException or ArgumentException or FormatException or InvalidOperationException or IndexOutOfRangeException or IOException)
        {
            return null;
        }
    }

    private Geometry? Text(string text)
    {
        if (text.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase))
        {
            text = text[(text.IndexOf(';', StringComparison.Ordinal) + 1)..];
        }

        // The library calls itself for each bracket.
        var (depth, deepest) = (0, 0);
        foreach (var c in text)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.Max(depth, deepest);
        }

        return deepest <= MostWktNested && _wkt.Read(text) is { } read && AllFinite(read) ? read : null;
    }

    private static bool AllFinite(Geometry geometry) =>
        geometry.IsEmpty || Array.TrueForAll(geometry.Coordinates, c => double.IsFinite(c.X) && double.IsFinite(c.Y));
}
