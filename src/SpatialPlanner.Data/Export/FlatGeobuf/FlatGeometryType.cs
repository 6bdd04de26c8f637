namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>Types of geometry by the numbers of header.fbs.</summary>
internal enum FlatGeometryType : byte
{
    /// <summary>Each feature tells its own, or there is none.</summary>
    Unknown = 0,

    /// <summary>Point.</summary>
    Point = 1,

    /// <summary>LineString.</summary>
    LineString = 2,

    /// <summary>Polygon.</summary>
    Polygon = 3,

    /// <summary>MultiPoint.</summary>
    MultiPoint = 4,

    /// <summary>MultiLineString.</summary>
    MultiLineString = 5,

    /// <summary>MultiPolygon.</summary>
    MultiPolygon = 6,

    /// <summary>GeometryCollection.</summary>
    GeometryCollection = 7,
}
