using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Population;

/// <summary>By what people are spread over buildings.</summary>
public enum SpreadBy
{
    /// <summary>Dwellings where every home of the zone gives them, else floor area.</summary>
    Auto,

    /// <summary>Dwellings.</summary>
    Dwellings,

    /// <summary>Floor area of housing; where it is not given footprint times storeys.</summary>
    FloorArea,
}

/// <summary>How much of a zone's people a building draws (dasymetric weights).</summary>
internal sealed class SpreadWeight(PopulationConstants constants)
{
    private static readonly RowReader Building = new(WorkspaceLayers.Buildings);
    private static readonly Func<LayerRow, string?> Use = Building.Text("use");
    private static readonly Func<LayerRow, long?> DwellingsOf = Building.Whole("dwellings");
    private static readonly Func<LayerRow, long?> Storeys = Building.Whole("storeys");
    private static readonly Func<LayerRow, double?> FloorArea = Building.Real("floor_area_m2");

    /// <summary>Weights of buildings of one zone, all of one kind.</summary>
    /// <param name="rows">Rows of buildings.</param>
    /// <param name="by">What is wished.</param>
    /// <returns>What was taken, and a weight for each row: dwellings, or square metres of housing.</returns>
    public (SpreadBy By, double[] Weights) Of(IReadOnlyList<LayerRow> rows, SpreadBy by)
    {
        var taken = by != SpreadBy.Auto ? by
            : rows.All(r => DwellingsOf(r) is not null || IsNoHome(r)) && rows.Any(r => DwellingsOf(r) > 0)
                ? SpreadBy.Dwellings : SpreadBy.FloorArea;
        return (taken, [.. rows.Select(r => taken == SpreadBy.Dwellings ? DwellingsOf(r) ?? 0 : HousingM2(r))]);
    }

    private static bool IsNoHome(LayerRow row) => Use(row) == "other";

    // A building of unknown use counts as housing: in a source that does not tell uses most buildings are.
    private double HousingM2(LayerRow row)
    {
        if (IsNoHome(row))
        {
            return 0;
        }

        var area = FloorArea(row)
            ?? (row.Geometry is Polygon or MultiPolygon ? GeodesicArea.SquareMetres(row.Geometry) * (Storeys(row) ?? constants.DefaultStoreys) : 0);
        return Use(row) == "mixed" ? area * constants.MixedUseShare : area;
    }
}
