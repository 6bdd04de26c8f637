namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>A format of files with plain rows.</summary>
internal abstract class SourceFormat
{
    /// <summary>Name for people.</summary>
    public abstract string Name { get; }

    /// <summary>False for what is recognised only to be refused with advice.</summary>
    public virtual bool IsRead => true;

    /// <summary>True where the first bytes, or failing them the name, tell this format.</summary>
    public abstract bool Recognises(FileHead head);

    /// <summary>Opens a file of this format. Nothing but what describes it is read.</summary>
    /// <param name="head">Path and first bytes of the file.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="options">What the user says about it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="Problems.InputException">The file cannot be used.</exception>
    public abstract SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel);
}
