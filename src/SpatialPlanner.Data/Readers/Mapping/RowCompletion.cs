using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Fills values that a row left out and that follow from others: rows of one layer, one after another.</summary>
/// <param name="layer">The layer.</param>
/// <param name="constants">Constants of the population estimate.</param>
internal sealed class RowCompletion(LayerSchema layer, PopulationConstants constants)
{
    private static readonly int LengthMm = WorkspaceLayers.WalkEdges.Require("length_mm");
    private static readonly int Grade = WorkspaceLayers.WalkEdges.Require("grade");
    private static readonly int Use = WorkspaceLayers.Buildings.Require("use");
    private static readonly int Storeys = WorkspaceLayers.Buildings.Require("storeys");
    private static readonly int FloorArea = WorkspaceLayers.Buildings.Require("floor_area_m2");
    private static readonly int Dwellings = WorkspaceLayers.Buildings.Require("dwellings");
    private static readonly int Population = WorkspaceLayers.Buildings.Require("population");
    private static readonly int Source = WorkspaceLayers.Buildings.Require("population_source");
    private static readonly int[] Ages = [.. DemandGroups.AgeColumns.Select(WorkspaceLayers.Buildings.Require)];

    private readonly PopulationEstimate _people = new(constants);

    /// <summary>Buildings whose people were estimated.</summary>
    public int Estimated { get; private set; }

    /// <summary>Completes the rows of a batch in place; the number of buildings that were estimated.</summary>
    /// <param name="batch">Rows in memory.</param>
    /// <param name="constants">Constants of the population estimate.</param>
    public static int Complete(LayerBatch batch, PopulationConstants constants)
    {
        var estimated = 0;
        foreach (var (layer, rows) in batch.Layers)
        {
            var completion = new RowCompletion(layer, constants);
            foreach (var row in rows)
            {
                completion.Complete(row);
            }

            estimated += completion.Estimated;
        }

        return estimated;
    }

    /// <summary>Completes a row in place.</summary>
    public void Complete(LayerRow row)
    {
        if (layer == WorkspaceLayers.WalkEdges)
        {
            FillLength(row);
            FillGrade(row);
        }
        else if (layer == WorkspaceLayers.Buildings)
        {
            FillPeople(row);
        }
    }

    private static void FillLength(LayerRow edge)
    {
        if (edge.Values[LengthMm] is null && edge.Geometry is LineString line)
        {
            edge.Values[LengthMm] = (long)Math.Round(Geodesy.LengthMetres(line.Coordinates) * 1000);
        }
    }

    private static void FillGrade(LayerRow edge)
    {
        if (edge.Values[Grade] is null && edge.Geometry is LineString { NumPoints: >= 2 } line
            && edge.Values[LengthMm] is long length)
        {
            edge.Values[Grade] = Slopes.BySurvey(line.Coordinates[0].Z, line.Coordinates[^1].Z, length);
        }
    }

    private void FillPeople(LayerRow row)
    {
        var values = row.Values;
        var people = _people.Next(Facts(row));
        if (people.Population is null)
        {
            return;
        }

        Estimated += people.Estimated ? 1 : 0;
        values[Population] = people.Population;
        values[Source] ??= people.Estimated ? "estimated" : "given";

        // Ages that the source gives are left alone, all of them: shares of a pack and counts do not mix in one row.
        if (Ages.All(c => values[c] is null))
        {
            for (var k = 0; k < Ages.Length; k++)
            {
                values[Ages[k]] = people.Ages[k];
            }
        }
    }

    private static BuildingFacts Facts(LayerRow row) => new(
        row.Values[Use] as string, row.Values[Storeys] as long?, row.Values[FloorArea] as double?,
        row.Geometry is Polygon or MultiPolygon ? GeodesicArea.SquareMetres(row.Geometry) : null,
        row.Values[Dwellings] as long?, row.Values[Population] as long?);
}
