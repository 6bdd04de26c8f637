using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>A .dbf without shapes: a table whose geometry, if any, is in columns of coordinates.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="parts">The files.</param>
/// <param name="encoding">Encoding of the texts.</param>
internal sealed class DbfTable(string file, ShapefileParts parts, SourceEncoding encoding) : SourceTable(parts.Stem)
{
    public override bool HasGeometry => false;

    public override SourceEncoding Encoding => encoding;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        using var records = new DbfReader(parts.Attributes!, file);
        var values = new DbfRows(records, encoding, FieldKey.Of(parts), file, sink);
        var (row, more) = (new SourceRow(), true);
        while (more && records.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (!records.IsDeleted)
            {
                BytesRead = records.BytesRead;
                values.Fill(row);
                more = sink.Take(row);
            }
        }

        values.Finish();
    }
}
