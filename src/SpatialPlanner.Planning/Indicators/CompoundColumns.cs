namespace SpatialPlanner.Planning.Indicators;

/// <summary>The compounds of a district as indicators count them, one entry each.</summary>
public sealed class CompoundColumns
{
    /// <summary>A building of no compound.</summary>
    public const int None = -1;

    /// <summary>Compound of each building, or <see cref="None"/>.</summary>
    public required int[] OfBuilding { get; init; }

    /// <summary>Area of each level (first index) of each compound.</summary>
    public required int[][] Area { get; init; }

    /// <summary>Number of compounds.</summary>
    public int Count => Area[0].Length;

    /// <summary>People of each compound who are within something.</summary>
    /// <param name="people">People of each building.</param>
    /// <param name="isInside">True for each building within.</param>
    public long[] PeopleInside(int[] people, Func<int, bool> isInside)
    {
        var inside = new long[Count];
        for (var b = 0; b < OfBuilding.Length; b++)
        {
            if (OfBuilding[b] != None && isInside(b))
            {
                inside[OfBuilding[b]] += people[b];
            }
        }

        return inside;
    }
}
