using System.Reflection;
using Xunit.Sdk;

namespace SpatialPlanner.Tests.Support;

/// <summary>Runs a test of any store on a GeoPackage.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GeoPackageStoreAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreKind.GeoPackage]];
}
