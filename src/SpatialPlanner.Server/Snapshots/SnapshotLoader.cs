namespace SpatialPlanner.Server.Snapshots;
internal static class SnapshotLoader
{
    public static Snapshot Load(PlannerServerOptions options, CancellationToken cancel) => throw new NotImplementedException();
}
