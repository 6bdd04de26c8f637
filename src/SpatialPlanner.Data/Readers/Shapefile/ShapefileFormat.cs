using System.Buffers.Binary;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Shapefiles: the .shp or any file that belongs to it may be given. A .dbf alone is a table.</summary>
internal sealed class ShapefileFormat : SourceFormat
{
    public override string Name => "Shapefile";

    public override bool Recognises(FileHead head) => !head.IsPacked
        && (head.HasExtension(".shp", ".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix")
            || (head.Bytes.Length > 4 && BinaryPrimitives.ReadInt32BigEndian(head.Bytes) == ShapeHeader.Code));

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var parts = ShapefileParts.Of(head.Path);
        if (parts.Shapes is { } shapes)
        {
            // The header tells what is wrong before anything is asked.
            new ShapeReader(shapes, null, file).Dispose();
            return Make(new ShapefileTable(file, parts, Encoding(parts, file, options, cancel))
            {
                Bytes = new FileInfo(shapes).Length,
            }, parts);
        }

        if (parts.Attributes is { } attributes)
        {
            return Make(new DbfTable(file, parts, Encoding(parts, file, options, cancel))
            {
                Bytes = new FileInfo(attributes).Length,
            }, parts);
        }

        throw InputException.Fatal(
            file, null,
            new($"缺少 {parts.Stem}.shp：这个文件只是 shapefile 的一部分", $"{parts.Stem}.shp is missing: this file is only a part of a shapefile"),
            new("把 .shp、.dbf、.shx、.prj 放在同一文件夹，或打包成 .zip", "put .shp, .dbf, .shx and .prj into one folder, or into one .zip"));
    }

    private SourceFile Make(SourceTable table, ShapefileParts parts) => new(Name, [table])
    {
        Files = parts.Read,
    };

    private static SourceEncoding Encoding(ShapefileParts parts, string file, SourceOptions options, CancellationToken cancel)
    {
        if (parts.Attributes is not { } attributes)
        {
            return SourceEncoding.Utf8;
        }

        using var reader = new DbfReader(attributes, file);
        return DbfEncodingChoice.Of(reader, parts.Path(".cpg") ?? parts.Path(".cst"), options.Encoding, cancel);
    }
}
