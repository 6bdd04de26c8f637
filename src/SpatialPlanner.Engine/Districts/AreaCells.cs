namespace SpatialPlanner.Engine.Districts;

/// <summary>
/// The buildings by the areas that they belong to: those of one cell have the same area at every level, so that figures
/// are added up by cell first and by area from the few cells.
/// </summary>
public sealed class AreaCells
{
    private readonly List<int[]> areas = [];

    /// <summary>Finds the cells.</summary>
    /// <param name="areaOfBuilding">Area of each level (first index) of each building.</param>
    /// <param name="buildingCount">Number of buildings.</param>
    internal AreaCells(int[][] areaOfBuilding, int buildingCount)
    {
        Of = new int[buildingCount];
        foreach (var column in areaOfBuilding)
        {
            Refine(column);
        }

        for (var b = 0; b < buildingCount; b++)
        {
            if (Of[b] == areas.Count)
            {
                var building = b;
                areas.Add([.. areaOfBuilding.Select(column => column[building]).Where(a => a != BuildingColumns.NoArea)]);
            }
        }
    }

    /// <summary>Cell of each building; cells are numbered as the buildings first name them.</summary>
    public int[] Of { get; }

    /// <summary>Number of cells.</summary>
    public int Count => areas.Count;

    /// <summary>The areas that a cell belongs to, from the whole to the part.</summary>
    /// <param name="cell">Cell.</param>
    public ReadOnlySpan<int> AreasOf(int cell) => areas[cell];

    /// <summary>Splits the cells by one more level.</summary>
    private void Refine(int[] areaOfBuilding)
    {
        var cells = new Dictionary<(int Cell, int Area), int>();
        for (var b = 0; b < Of.Length; b++)
        {
            var key = (Of[b], areaOfBuilding[b]);
            if (!cells.TryGetValue(key, out var cell))
            {
                cells[key] = cell = cells.Count;
            }

            Of[b] = cell;
        }
    }
}
