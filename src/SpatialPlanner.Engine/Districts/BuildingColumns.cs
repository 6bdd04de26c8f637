namespace SpatialPlanner.Engine.Districts;

/// <summary>The buildings of a district, one entry each, in the order of their ids.</summary>
public sealed class BuildingColumns
{
    /// <summary>Id in the source.</summary>
    public required string[] Id { get; init; }

    /// <summary>Local east of the point that stands for the building, metres.</summary>
    public required double[] X { get; init; }

    /// <summary>Local north, metres.</summary>
    public required double[] Y { get; init; }

    /// <summary>People of each demand group (first index, in the order of the groups) in each building.</summary>
    public required int[][] People { get; init; }

    /// <summary>Dwellings.</summary>
    public required int[] Dwellings { get; init; }

    /// <summary>True where people live in the building; only such buildings count in tables.</summary>
    public required bool[] Residential { get; init; }

    /// <summary>Area of each level (first index, <see cref="AreaLevel"/>) of each building, or <see cref="NoArea"/>.</summary>
    public required int[][] Area { get; init; }

    /// <summary>The area of a building that belongs to none: only possible for compounds.</summary>
    public const int NoArea = -1;

    /// <summary>1 for each building where people live, 0 elsewhere: to be added up like people.</summary>
    public int[] ResidentialCounts => field ??= Array.ConvertAll(Residential, r => r ? 1 : 0);

    /// <summary>The buildings by the areas that they belong to; made when first asked for.</summary>
    public AreaCells Cells => field ??= new AreaCells(Area, Count);

    /// <summary>Number of buildings.</summary>
    public int Count => Id.Length;
}
