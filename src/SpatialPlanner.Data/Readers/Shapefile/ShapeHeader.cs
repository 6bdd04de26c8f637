using System.Buffers.Binary;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>The first 100 bytes of a .shp (ESRI Shapefile Technical Description, July 1998).</summary>
internal static class ShapeHeader
{
    /// <summary>Length of the header.</summary>
    public const int Bytes = 100;

    /// <summary>First number of the header.</summary>
    public const int Code = 9994;

    private const int MultiPatch = 31;

    private static readonly LocalText CopyAgain = new("重新复制或导出全部文件", "copy or export all its files again");

    /// <summary>Reads the header and refuses what cannot be read on.</summary>
    /// <param name="shapes">The .shp, at its start.</param>
    /// <param name="file">File name for messages.</param>
    /// <returns>Byte at which the records end.</returns>
    /// <exception cref="InputException">It is no .shp, was cut off or holds multipatches.</exception>
    public static long ReadEnd(Stream shapes, string file)
    {
        Span<byte> header = stackalloc byte[Bytes];
        var read = shapes.ReadAtLeast(header, Bytes, throwOnEndOfStream: false);
        if (read < Bytes)
        {
            throw InputException.Fatal(
                file, $"byte {read}", new(".shp 文件不完整，连 100 字节的文件头都没有", "the .shp is cut off within its header of 100 bytes"), CopyAgain);
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header) != Code)
        {
            throw InputException.Fatal(
                file, "byte 0", new("不是 shapefile（.shp 文件头不对）", "this is no shapefile: the header of the .shp is wrong"), CopyAgain);
        }

        var type = BinaryPrimitives.ReadInt32LittleEndian(header[32..]);
        if (type == MultiPatch || !ShapeParser.IsKnown(type))
        {
            throw InputException.Fatal(
                file, "byte 32",
                type == MultiPatch
                    ? new("是三维面片（multipatch），本程序不读", "it holds multipatches (3D surfaces), which are not read here")
                    : new($"几何类型 {type} 不存在", $"there is no shape type {type}"),
                type == MultiPatch
                    ? new("在 GIS 软件中转换为多边形（如 ArcGIS 的“多面体转覆盖区”）", "make footprints of them in a GIS program (ArcGIS: Multipatch Footprint)")
                    : CopyAgain);
        }

        return End(BinaryPrimitives.ReadUInt32BigEndian(header[24..]) * 2L, shapes.Length, file);
    }

    // A program that was stopped leaves the length of an empty file in the header; the records are there all the same.
    private static long End(long told, long length, string file)
    {
        if (told > length)
        {
            throw InputException.Fatal(
                file, $"byte {length}",
                new($".shp 文件不完整：应有 {told} 字节，只有 {length} 字节", $"the .shp is cut off: it should have {told} bytes and has {length}"), CopyAgain);
        }

        return told <= Bytes ? length : told;
    }
}
