using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Export;

/// <summary>What to export, as what, and where to.</summary>
/// <param name="Layer">Name, geometry and columns of a source or result layer.</param>
/// <param name="Rows">Its rows, WGS 84; read once, from first to last.</param>
/// <param name="Format">One of <see cref="LayerExport.Formats"/>.</param>
/// <param name="Path">Path of the file; what is there is replaced.</param>
/// <param name="Origin">Where the rows come from.</param>
public sealed record ExportRequest(
    LayerSchema Layer, IEnumerable<LayerRow> Rows, string Format, string Path, ExportOrigin Origin)
{
    /// <summary>Number of rows, for progress; null where it is not known.</summary>
    public long? Count { get; init; }

    /// <summary>Coordinate system of the file.</summary>
    public CoordinateSystem Crs { get; init; } = CoordinateSystems.Wgs84;

    /// <summary>Encoding of a shapefile's texts: <c>utf-8</c> (where null), <c>gbk</c> or <c>gb18030</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Gives the date in the metadata file, and nothing else.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A request for a source layer of a workspace.</summary>
    /// <param name="workspace">The workspace; stays open until the export is written.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="format">One of <see cref="LayerExport.Formats"/>.</param>
    /// <param name="path">Path of the file.</param>
    public static ExportRequest Of(IWorkspace workspace, LayerSchema layer, string format, string path) =>
        new(layer, workspace.Read(layer), format, path, ExportOrigin.Of(workspace))
        {
            Count = workspace.Count(layer),
        };

    /// <summary>A request for a layer of a district.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="format">One of <see cref="LayerExport.Formats"/>.</param>
    /// <param name="path">Path of the file.</param>
    public static ExportRequest Of(LoadedDistrict loaded, PublishedLayer layer, string format, string path) =>
        new(new(layer.Name, layer.Title, layer.Geometry, layer.Columns), layer.Rows, format, path, ExportOrigin.Of(loaded, layer.IsResult))
        {
            Count = layer.Rows.Count,
        };
}
