namespace SpatialPlanner.Tests.Support;

/// <summary>A test that fills a small disk and is skipped, saying so, where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
