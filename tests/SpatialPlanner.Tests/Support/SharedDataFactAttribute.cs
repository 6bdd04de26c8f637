namespace SpatialPlanner.Tests.Support;

/// <summary>A test that needs the real data and is skipped, saying so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Root is null)
        {
            Skip = "needs the folder shared/data beside the repository";
        }
    }
}
