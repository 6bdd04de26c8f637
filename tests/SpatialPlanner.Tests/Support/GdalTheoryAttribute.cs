namespace SpatialPlanner.Tests.Support;

/// <summary>As <see cref="GdalFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GdalTheoryAttribute : TheoryAttribute
{
    public GdalTheoryAttribute()
    {
        Skip = new GdalFactAttribute().Skip;
    }
}
