using System.Collections;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Gaps;

/// <summary>
/// The rows of a gap table, by area, then column. Kept as columns and made row by row when asked for: a pack of 16
/// services has a quarter of a million rows in a district of 1,600 areas, and few of them are looked at.
/// </summary>
/// <param name="areas">The areas.</param>
/// <param name="heads">What is the same in the rows of all areas, by column.</param>
/// <param name="total">Count of each row.</param>
/// <param name="covered">Count within the limit of each row.</param>
internal sealed class GapRows(AreaColumns areas, GapRow[] heads, long[] total, long[] covered) : IReadOnlyList<GapRow>
{
    public int Count => total.Length;

    public GapRow this[int index] => heads[index % heads.Length] with
    {
        Level = areas.Level[index / heads.Length],
        Area = index / heads.Length,
        Total = total[index],
        Covered = covered[index],
    };

    public IEnumerator<GapRow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
