namespace SpatialPlanner.Tests.Support;

/// <summary>A test that needs PostGIS and is skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgisFactAttribute : FactAttribute
{
    public PostgisFactAttribute() => Skip = Postgis.Missing;
}
