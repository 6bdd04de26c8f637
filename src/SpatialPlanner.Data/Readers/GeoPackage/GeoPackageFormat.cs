using SpatialPlanner.Data.Readers.Archives;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>GeoPackages of any program; each layer and each table of attributes is a table.</summary>
internal sealed class GeoPackageFormat : SourceFormat
{
    private const string SrsTable = "gpkg_spatial_ref_sys";

    public override string Name => "GeoPackage";

    public override bool Recognises(FileHead head) =>
        head.Bytes.StartsWith("SQLite format 3\0"u8) || (!head.IsFolder && head.HasExtension(".gpkg"));

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        if (!head.IsPacked)
        {
            return Open(head.Path, file, SrsTable);
        }

        var folder = Unpacking.Gzip(head.Path, file, options, cancel);
        try
        {
            return Open(folder.Files().Single(), file, SrsTable, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Opens a GeoPackage.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="crsFrom">What to name as the source of coordinate systems.</param>
    /// <param name="owned">What is to be disposed of with it.</param>
    /// <param name="format">Name of the format to show.</param>
    public static SourceFile Open(string path, string file, string crsFrom, IDisposable? owned = null, string format = "GeoPackage")
    {
        var connection = ReadOnlySqlite.Open(path, file);
        try
        {
            var tables = ReadOnlySqlite.Guard(file, () => GeoPackageContents.Of(connection, file, crsFrom))
                .Select(e => new GeoPackageTable(connection, file, e)).ToList();
            return new SourceFile(format, tables, new Both(connection, owned));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed class Both(IDisposable first, IDisposable? second) : IDisposable
    {
        public void Dispose()
        {
            first.Dispose();
            second?.Dispose();
        }
    }
}
