using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Sample;

/// <summary>Writes the sample district as a workspace, with a fixed clock: the same bytes every time.</summary>
public static class SampleWorkspace
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workspace; one that is there is replaced as a whole.</summary>
    /// <param name="location">Where the workspace is made.</param>
    /// <param name="batch">The rows of <see cref="SampleDistrict.Make"/>.</param>
    /// <param name="progress">Told about the rows stored.</param>
    /// <param name="cancel">Cancels; nothing is left behind.</param>
    public static void Write(
        string location, LayerBatch batch, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        Workspaces.Build(
            location,
            workspace =>
            {
                workspace.SetInfo(new WorkspaceInfo(
                    new("示例区（合成数据）", "Sample District (synthetic)"), true, ProgramInfo.Version));
                workspace.Commit(batch, new ImportSource(batch.File, string.Empty, 0), false, progress, cancel);
            },
            new FixedClock());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Made;
    }
}
