namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>What a set of files holds, by the numbers of the ESRI specification (1998).</summary>
internal enum ShapeType
{
    /// <summary>A table without geometry: no .shp.</summary>
    None = 0,

    /// <summary>Points.</summary>
    Point = 1,

    /// <summary>Lines of one part or more.</summary>
    PolyLine = 3,

    /// <summary>Polygons: outer rings clockwise, holes counterclockwise.</summary>
    Polygon = 5,
}
