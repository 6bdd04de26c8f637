using System.Reflection;
using Xunit.Sdk;

namespace SpatialPlanner.Tests.Support;

/// <summary>Runs a test of any store on PostGIS; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgisStoreAttribute : DataAttribute
{
    public PostgisStoreAttribute() => Skip = Postgis.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.Postgis]];
}
