namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// For each column, those that serve a row in common with it: only for them is one for the other more than one in and one
/// out. In a city they are a few of a hundred.
/// </summary>
internal sealed class Neighbours
{
    private readonly int[] first;
    private readonly List<int> others = [];

    /// <summary>Finds them.</summary>
    public Neighbours(GainMatrix gains)
    {
        first = new int[gains.ColumnCount + 1];
        var seen = new int[gains.ColumnCount];
        Array.Fill(seen, -1);
        for (var c = 0; c < gains.ColumnCount; c++)
        {
            seen[c] = c;
            var start = others.Count;

            // Once a column meets all others the rest of its rows tells nothing new.
            for (var k = gains.FirstOfColumn[c]; k < gains.FirstOfColumn[c + 1] && others.Count - start < seen.Length - 1; k++)
            {
                var r = gains.Row[k];
                for (var e = gains.First[r]; e < gains.First[r + 1]; e++)
                {
                    var other = gains.Column[e];
                    if (seen[other] != c)
                    {
                        seen[other] = c;
                        others.Add(other);
                    }
                }
            }

            first[c + 1] = others.Count;
        }
    }

    /// <summary>The neighbours of a column, in no order.</summary>
    public ReadOnlySpan<int> Of(int column) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(others)[first[column]..first[column + 1]];
}
