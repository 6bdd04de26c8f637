namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>One table of plain rows in a file: the one class of a GeoJSON file, a sheet, a layer of a GeoPackage.</summary>
/// <param name="name">Name for people and for the option <c>--table</c>.</param>
internal abstract class SourceTable(string name)
{
    private long _bytesRead;

    /// <summary>Name for people and for the option <c>--table</c>.</summary>
    public string Name { get; } = name;

    /// <summary>False where a geometry can only come from columns of coordinates.</summary>
    public virtual bool HasGeometry => true;

    /// <summary>
    /// The coordinate system that the table declares, or null. Some formats tell it only while they are read: ask again
    /// afterwards.
    /// </summary>
    public virtual DeclaredCrs? Crs => null;

    /// <summary>Encoding of its texts; may be known only after reading has begun.</summary>
    public virtual SourceEncoding Encoding => SourceEncoding.Utf8;

    /// <summary>True where its numbers are written 12,5.</summary>
    public virtual bool DecimalComma => false;

    /// <summary>Number of rows where the format tells it before they are read.</summary>
    public virtual long? Rows => null;

    /// <summary>Bytes of the table; 0 where that means nothing.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes read so far, for a bar of progress.</summary>
    public virtual long BytesRead
    {
        get => Volatile.Read(ref _bytesRead);
        protected set => Volatile.Write(ref _bytesRead, value);
    }

    /// <summary>Reads the rows from the first on; may be called again.</summary>
    /// <param name="sink">Takes them.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="Problems.InputException">The file cannot be used.</exception>
    public abstract void Read(ISourceSink sink, CancellationToken cancel);
}
