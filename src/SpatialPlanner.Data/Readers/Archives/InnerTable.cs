using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>A table of a file in an archive, under the name that it has there.</summary>
/// <param name="name">Path in the archive.</param>
/// <param name="inner">The table.</param>
/// <param name="notes">What is to be told about the archive.</param>
internal sealed class InnerTable(string name, SourceTable inner, IReadOnlyList<(LocalText What, LocalText Remedy)> notes) : SourceTable(name)
{
    public override bool HasGeometry => inner.HasGeometry;

    public override DeclaredCrs? Crs => inner.Crs;

    public override SourceEncoding Encoding => inner.Encoding;

    public override bool DecimalComma => inner.DecimalComma;

    public override long? Rows => inner.Rows;

    public override long BytesRead => inner.BytesRead;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        foreach (var (what, remedy) in notes)
        {
            sink.Tell(ProblemSeverity.Warning, null, what, remedy);
        }

        inner.Read(sink, cancel);
    }
}
