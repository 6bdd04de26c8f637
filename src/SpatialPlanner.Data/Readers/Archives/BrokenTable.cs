using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>A file in an archive that cannot be opened; who asks for it is told why, and the others can be read.</summary>
/// <param name="name">Path in the archive.</param>
/// <param name="reason">Why not.</param>
internal sealed class BrokenTable(string name, InputException reason) : SourceTable(name)
{
    public override void Read(ISourceSink sink, CancellationToken cancel) => throw new InputException(reason.Problem, reason);
}
