using System.Buffers.Binary;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>Geometries as PostGIS takes and gives them. Not safe for two threads.</summary>
internal sealed class PostgisGeometry
{
    private const uint HasSrid = 0x20000000;
    private const int TypeEnd = 5;

    private readonly WKBWriter _writer = new(ByteOrder.LittleEndian, false, false, false);
    private readonly WKBReader _reader = new(new NtsGeometryServices(PrecisionModel.Floating.Value, Wgs84.Srid));
    private readonly GeometryBlob _blob = new();

    /// <summary>WKB with its SRID (EWKB), which a geometry column takes as it is.</summary>
    public byte[] Write(Geometry geometry)
    {
        var wkb = _writer.Write(geometry);
        var ewkb = new byte[wkb.Length + 4];
        wkb.AsSpan(0, TypeEnd).CopyTo(ewkb);
        var type = BinaryPrimitives.ReadUInt32LittleEndian(wkb.AsSpan(1)) | HasSrid;
        BinaryPrimitives.WriteUInt32LittleEndian(ewkb.AsSpan(1), type);
        BinaryPrimitives.WriteInt32LittleEndian(ewkb.AsSpan(TypeEnd), Wgs84.Srid);
        wkb.AsSpan(TypeEnd).CopyTo(ewkb.AsSpan(TypeEnd + 4));
        return ewkb;
    }

    /// <summary>A geometry of WKB.</summary>
    public Geometry Read(byte[] wkb) => _reader.Read(wkb);

    /// <summary>The bytes that a GeoPackage holds for WKB: what is hashed, so that both stores have one fingerprint.</summary>
    public byte[] Blob(byte[] wkb) => _blob.Write(_reader.Read(wkb));
}
