using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Imports;

/// <summary>What the user says about the file of an import; whatever is left out is found.</summary>
/// <param name="Layer">Layer to fill.</param>
/// <param name="Table">Table of the file, where it has several.</param>
/// <param name="Crs">Coordinate system: <c>EPSG:n</c>, <c>GCJ-02</c>, <c>BD-09</c> or WKT.</param>
/// <param name="SwapAxes">True where latitude or northing comes first.</param>
/// <param name="DatumShift">3 or 7 parameters to WGS 84: <c>dx,dy,dz[,rx,ry,rz,ppm]</c>.</param>
/// <param name="Encoding">Text encoding.</param>
/// <param name="DecimalComma">True where numbers are written 12,5.</param>
/// <param name="Map">Source field by column.</param>
/// <param name="Replace">True empties the layer first.</param>
internal sealed record ImportRequest(
    string? Layer = null, string? Table = null, string? Crs = null, bool SwapAxes = false, string? DatumShift = null,
    string? Encoding = null, bool DecimalComma = false, IReadOnlyDictionary<string, string>? Map = null,
    bool Replace = false)
{
    /// <summary>The options of the import.</summary>
    /// <exception cref="ProblemException">There is no such layer.</exception>
    public ImportOptions ToOptions()
    {
        var shift = DatumShift is null ? null : Data.Crs.DatumShift.Parse(DatumShift);
        return new()
        {
            Layer = Layer is null ? null : WorkspaceLayers.Find(Layer) ?? throw HttpProblem.Invalid(
                "layer", $"没有图层“{Layer}”，可用：{Importer.LayerNames}", $"there is no layer \"{Layer}\"; take one of {Importer.LayerNames}"),
            Table = Table,
            Crs = Crs is null ? null : CoordinateSystems.Parse(Crs, shift),
            SwapAxes = SwapAxes,
            DatumShift = shift,
            Encoding = Encoding,
            DecimalComma = DecimalComma,
            Map = Map ?? new Dictionary<string, string>(),
            Replace = Replace,
        };
    }
}
