namespace SpatialPlanner.Tests.Support;

/// <summary>A theory that runs GDAL's programs and is skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GdalTheoryAttribute : TheoryAttribute
{
    public GdalTheoryAttribute()
    {
        if (!Command.Exists("ogrinfo"))
        {
            Skip = "needs ogrinfo (package gdal-bin)";
        }
    }
}
