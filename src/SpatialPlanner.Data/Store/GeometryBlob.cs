using System.Buffers.Binary;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace SpatialPlanner.Data.Store;

/// <summary>The binary geometry of a GeoPackage: a header with an envelope, then WKB. Not safe for two threads.</summary>
/// <param name="srid">Number of the coordinate system, for what is written.</param>
internal sealed class GeometryBlob(int srid = Wgs84.Srid)
{
    private const int HeaderBytes = 8;
    private const byte LittleEndian = 1, EnvelopeXy = 1 << 1, EmptyFlag = 1 << 4;

    private readonly WKBWriter _writer = new(ByteOrder.LittleEndian, false, false, false);
    private readonly WKBReader _reader = new(new NtsGeometryServices(PrecisionModel.Floating.Value, Wgs84.Srid));

    /// <summary>Number of envelope bytes by the three envelope bits of the flags; -1 is not allowed.</summary>
    private static ReadOnlySpan<sbyte> EnvelopeBytes => [0, 32, 48, 48, 64, -1, -1, -1];

    public byte[] Write(Geometry geometry)
    {
        // A point is its own envelope; GDAL leaves it out as well.
        var withEnvelope = geometry is not Point && !geometry.IsEmpty;
        Span<byte> header = stackalloc byte[HeaderBytes + 32];
        header[0] = (byte)'G';
        header[1] = (byte)'P';
        header[2] = 0;
        header[3] = (byte)(LittleEndian | (withEnvelope ? EnvelopeXy : 0) | (geometry.IsEmpty ? EmptyFlag : 0));
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], srid);
        if (withEnvelope)
        {
            WriteEnvelope(header[HeaderBytes..], geometry.EnvelopeInternal);
        }

        using var buffer = new MemoryStream(256);
        buffer.Write(header[..(HeaderBytes + (withEnvelope ? 32 : 0))]);
        _writer.Write(geometry, buffer);
        return buffer.ToArray();
    }

    public Geometry Read(byte[] blob)
    {
        var start = WkbStart(blob);
        using var wkb = new MemoryStream(blob, start, blob.Length - start);
        return _reader.Read(wkb);
    }

    /// <summary>Grows an envelope by that of a blob, without parsing the WKB where the header has it.</summary>
    public void Expand(Envelope envelope, byte[] blob)
    {
        if ((blob[3] & EmptyFlag) != 0)
        {
            return;
        }

        if ((blob[3] & (LittleEndian | EnvelopeXy)) == (LittleEndian | EnvelopeXy) && blob.Length >= HeaderBytes + 32)
        {
            double At(int i) => BinaryPrimitives.ReadDoubleLittleEndian(blob.AsSpan(HeaderBytes + (8 * i)));
            envelope.ExpandToInclude(At(0), At(2));
            envelope.ExpandToInclude(At(1), At(3));
            return;
        }

        envelope.ExpandToInclude(Read(blob).EnvelopeInternal);
    }

    private static void WriteEnvelope(Span<byte> target, Envelope e)
    {
        ReadOnlySpan<double> values = [e.MinX, e.MaxX, e.MinY, e.MaxY];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(target[(8 * i)..], values[i]);
        }
    }

    private static int WkbStart(byte[] blob)
    {
        if (blob.Length < HeaderBytes || blob[0] != 'G' || blob[1] != 'P')
        {
            throw new FormatException("A geometry is not in the GeoPackage format.");
        }

        var envelope = EnvelopeBytes[(blob[3] >> 1) & 7];
        return envelope >= 0
            ? HeaderBytes + envelope
            : throw new FormatException("A geometry has an unknown envelope in its header.");
    }
}
