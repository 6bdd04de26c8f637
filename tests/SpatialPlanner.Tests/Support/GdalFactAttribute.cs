namespace SpatialPlanner.Tests.Support;

/// <summary>A test that runs GDAL's programs and is skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GdalFactAttribute : FactAttribute
{
    public GdalFactAttribute()
    {
        if (!Command.Exists("ogrinfo"))
        {
            Skip = "needs ogrinfo (package gdal-bin)";
        }
    }
}
