namespace SpatialPlanner.Tests.Support;

/// <summary>What holds a workspace.</summary>
public enum StoreKind
{
    GeoPackage,
    Postgis,
}
