using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Import;

/// <summary>How a file is to be imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The layer to fill; an OpenStreetMap file needs none and fills several.</summary>
    public LayerSchema? Layer { get; init; }

    /// <summary>Coordinate system of the file as the user declares it; null for that of the file.</summary>
    public CoordinateSystem? Crs { get; init; }

    /// <summary>Source field by column, empty to leave the column empty; a column that is not in it is found by its name.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Which table of the file, where it has several: a sheet, a layer of a GeoPackage.</summary>
    public string? Table { get; init; }

    /// <summary>True where the file gives latitude (northing) before longitude (easting).</summary>
    public bool SwapAxes { get; init; }

    /// <summary>From the datum of the file to WGS 84, where that needs parameters (Xian 80, Beijing 54).</summary>
    public DatumShift? DatumShift { get; init; }

    /// <summary>True where numbers are written with a decimal comma.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Largest and most that is taken.</summary>
    public SourceLimits Limits { get; init; } = SourceLimits.Default;

    /// <summary>Name of the file's text encoding; found where null.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which faults of the file's walk network to mend; nothing is mended unasked.</summary>
    public IReadOnlyCollection<NetworkFaultKind> Repair { get; init; } = [];

    /// <summary>True empties the layers of the file first; else rows with a known key are replaced and others added.</summary>
    public bool Replace { get; init; }
}
