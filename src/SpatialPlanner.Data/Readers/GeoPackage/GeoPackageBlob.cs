using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>Geometry blobs of GeoPackages (OGC 12-128r17, 2.1.3): a header with an envelope of any kind, then WKB.</summary>
internal static class GeoPackageBlob
{
    private const int HeaderBytes = 8, Extended = 1 << 5;

    private static ReadOnlySpan<sbyte> EnvelopeBytes => [0, 32, 48, 48, 64, -1, -1, -1];

    /// <summary>The geometry in the coordinates of the file.</summary>
    /// <exception cref="RowFault">The bytes are no such geometry.</exception>
    public static Geometry Parse(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < HeaderBytes || blob[0] != 'G' || blob[1] != 'P' || (blob[3] & Extended) != 0
            || EnvelopeBytes[(blob[3] >> 1) & 7] is not (>= 0 and var envelope) || blob.Length < HeaderBytes + envelope)
        {
            throw new RowFault(
                new("几何不是 GeoPackage 的标准格式", "the geometry is not in the standard form of a GeoPackage"),
                new("在 GIS 软件中重新导出", "export it again from a GIS program"));
        }

        return WkbParser.Parse(blob[(HeaderBytes + envelope)..]);
    }
}
