using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Import;

/// <summary>Values that a file left out and that follow from others.</summary>
internal static class DerivedValues
{
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

    /// <summary>People of buildings that do not give them; the number of buildings that were estimated.</summary>
    public static int FillPeople(LayerBatch batch, PopulationConstants constants)
    {
        var layer = WorkspaceLayers.Buildings;
        if (!batch.Layers.TryGetValue(layer, out var rows))
        {
            return 0;
        }

        var (population, source) = (layer.Require("population"), layer.Require("population_source"));
        var ages = DemandGroups.AgeColumns.Select(layer.Require).ToArray();
        var people = PopulationEstimate.Of(rows.Select(Facts), constants);
        var estimated = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var values = rows[i].Values;
            if (people[i].Population is null)
            {
                continue;
            }

            estimated += people[i].Estimated ? 1 : 0;
            values[population] = people[i].Population;
            values[source] ??= people[i].Estimated ? "estimated" : "given";
            FillAges(values, ages, people[i].Ages);
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

    private static BuildingFacts Facts(LayerRow row)
    {
        object? Value(string column) => row.Values[WorkspaceLayers.Buildings.Require(column)];
        return new BuildingFacts(
            Value("use") as string, Value("storeys") as long?, Value("floor_area_m2") as double?,
            row.Geometry is Polygon or MultiPolygon ? GeodesicArea.SquareMetres(row.Geometry) : null,
            Value("dwellings") as long?, Value("population") as long?);
    }
}
