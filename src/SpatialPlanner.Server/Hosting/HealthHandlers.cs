using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Hosting;

/// <summary>Is the server alive, and can it answer.</summary>
internal static class HealthHandlers
{
    public static string Alive() => "ok";

    /// <summary>Ready once the workspace is loaded; a problem document until then.</summary>
    public static string Ready(Snapshot snapshot) => $"ready {snapshot.Fingerprint}";
}
