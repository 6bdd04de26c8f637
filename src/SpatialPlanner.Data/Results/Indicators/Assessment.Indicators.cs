using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Indicators;

namespace SpatialPlanner.Data.Results;

/// <content>Indicators of the walk rules.</content>
public sealed partial class Assessment
{
    /// <summary>Walk rules by area and denominator, in the order of the pack's rules.</summary>
    public IReadOnlyList<IndicatorRow> Indicators => Once(() => IndicatorRows.Make(this, CancellationToken.None));

    /// <summary>The points of residential land.</summary>
    public LandColumns Land => Once(() => ResidentialLand.Make(loaded, LandStepMetres));

    /// <summary>Step of the grid whose points stand for residential land, metres.</summary>
    public double LandStepMetres { get; init; } = ResidentialLand.StepMetres;

    /// <summary>The areas of the tables that count more than buildings.</summary>
    public TableAreas Areas => Once(() =>
    {
        var codes = loaded.Rows[WorkspaceLayers.ResidentialLand]
            .Select(new RowReader(WorkspaceLayers.ResidentialLand).Text("community_code")).ToList();
        var land = Enumerable.Range(0, Land.Count).Select(p => (LonLat(Land.X[p], Land.Y[p]), codes[Land.Parcel[p]])).ToList();
        return TableAreas.Make(
            loaded, land, [.. loaded.Rows[WorkspaceLayers.Compounds].Select(new RowReader(WorkspaceLayers.Compounds).Text("community_code"))]);
    });

    /// <summary>Share of each area's people who live on a parcel of residential land, 0..1; null where nobody lives.</summary>
    internal IReadOnlyList<double?> ShareOnLand => Once(() => ResidentialLand.ShareOfPeople(loaded, Areas));

    /// <summary>The compounds as indicators count them.</summary>
    internal CompoundColumns Compounds => Once(() =>
    {
        var areas = loaded.District.Areas.Level;
        var first = areas.Length - areas.Count(l => l == AreaLevel.Compound);
        return new CompoundColumns
        {
            OfBuilding = Array.ConvertAll(
                loaded.District.Buildings.Area[(int)AreaLevel.Compound],
                a => a == BuildingColumns.NoArea ? CompoundColumns.None : a - first),
            Area = Areas.OfCompounds,
        };
    });

    private Coordinate LonLat(double x, double y)
    {
        var (lon, lat) = loaded.Projection.ToLonLat(x, y);
        return new Coordinate(lon, lat);
    }
}
