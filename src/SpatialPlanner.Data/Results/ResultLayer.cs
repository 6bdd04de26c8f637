using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results;

/// <summary>A result layer: what it is called before anybody has worked it out, and how that is done.</summary>
/// <param name="Name">snake_case name, also of the OGC collection.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Geometry">What geometry the rows have.</param>
/// <param name="Contents">Works out columns and rows; the first column is the feature id where it is unique.</param>
public sealed record ResultLayer(
    string Name, LocalText Title, LayerGeometry Geometry,
    Func<Assessment, (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows)> Contents)
{
    /// <summary>The layer with its rows.</summary>
    /// <param name="assessment">What is known of the district.</param>
    public PublishedLayer Make(Assessment assessment)
    {
        var (columns, rows) = Contents(assessment);
        return new PublishedLayer(Name, Title, Geometry, columns, rows, true);
    }
}
