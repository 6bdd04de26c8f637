using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Import;

/// <summary>Values that a file left out and that follow from others.</summary>
internal static class DerivedValues
{
    private static readonly int Use = WorkspaceLayers.Buildings.Require("use");
    private static readonly int Storeys = WorkspaceLayers.Buildings.Require("storeys");
    private static readonly int FloorArea = WorkspaceLayers.Buildings.Require("floor_area_m2");
    private static readonly int Dwellings = WorkspaceLayers.Buildings.Require("dwellings");
    private static readonly int Population = WorkspaceLayers.Buildings.Require("population");
    private static readonly int Source = WorkspaceLayers.Buildings.Require("population_source");
    private static readonly int[] Ages = [.. DemandGroups.AgeColumns.Select(WorkspaceLayers.Buildings.Require)];

    /// <summary>Lengths of walk edges that have none.</summary>
    public static void FillLengths(LayerBatch batch)
    {
        if (!batch.Layers.TryGetValue(WorkspaceLayers.WalkEdges, out var edges))
        {
            return;
        }

        var length = WorkspaceLayers.WalkEdges.Require("length_mm");
        foreach (var edge in edges)
        {
            if (edge.Values[length] is null && edge.Geometry is LineString line)
            {
                edge.Values[length] = (long)Math.Round(Geodesy.LengthMetres(line.Coordinates) * 1000);
            }
        }
    }

    /// <summary>Grades of walk edges that have none and whose ends have heights.</summary>
    public static void FillGrades(LayerBatch batch)
    {
        if (!batch.Layers.TryGetValue(WorkspaceLayers.WalkEdges, out var edges))
        {
            return;
        }

        var grade = WorkspaceLayers.WalkEdges.Require("grade");
        var lengthMm = WorkspaceLayers.WalkEdges.Require("length_mm");
        foreach (var edge in edges)
        {
            if (edge.Values[grade] is null && edge.Geometry is LineString { NumPoints: >= 2 } line
                && edge.Values[lengthMm] is long length)
            {
                edge.Values[grade] = Slopes.BySurvey(line.Coordinates[0].Z, line.Coordinates[^1].Z, length);
            }
        }
    }

    /// <summary>People of buildings that do not give them; the number of buildings that were estimated.</summary>
    public static int FillPeople(LayerBatch batch, PopulationConstants constants)
    {
        if (!batch.Layers.TryGetValue(WorkspaceLayers.Buildings, out var rows))
        {
            return 0;
        }

        var people = PopulationEstimate.Of(rows.Select(Facts), constants);
        var estimated = 0;
        foreach (var (row, found) in rows.Zip(people))
        {
            if (found.Population is null)
            {
                continue;
            }

            estimated += found.Estimated ? 1 : 0;
            row.Values[Population] = found.Population;
            row.Values[Source] ??= found.Estimated ? "estimated" : "given";
            FillAges(row.Values, Ages, found.Ages);
        }

        return estimated;
    }

    // Ages that the source gives are left alone, all of them: shares of a pack and counts do not mix in one row.
    private static void FillAges(object?[] values, int[] columns, IReadOnlyList<long> ages)
    {
        if (columns.Any(c => values[c] is not null))
        {
            return;
        }

        for (var k = 0; k < columns.Length; k++)
        {
            values[columns[k]] = ages[k];
        }
    }

    private static BuildingFacts Facts(LayerRow row) => new(
        row.Values[Use] as string, row.Values[Storeys] as long?, row.Values[FloorArea] as double?,
        row.Geometry is Polygon or MultiPolygon ? GeodesicArea.SquareMetres(row.Geometry) : null,
        row.Values[Dwellings] as long?, row.Values[Population] as long?);
}
