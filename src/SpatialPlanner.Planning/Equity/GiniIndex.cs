namespace SpatialPlanner.Planning.Equity;

/// <summary>The Gini index (Gini 1912, Variabilità e mutabilità).</summary>
public static class GiniIndex
{
    /// <summary>
    /// <c>G = Σᵢ Σⱼ |xᵢ - xⱼ| / (2 N² μ)</c> over people: 0 where all walk alike, below 1 always. It is the concentration
    /// index of the walks ranked by themselves, and worked out as such. Null where there is nobody, 0 where nobody walks.
    /// No correction for small numbers: everybody is counted, nobody drawn by lot.
    /// </summary>
    /// <param name="walks">The walks.</param>
    public static double? Of(WalkDistribution walks)
    {
        if (walks.People == 0)
        {
            return null;
        }

        var blocks = new (long, double)[walks.Burdens.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            var burden = walks.Burdens[i];
            blocks[i] = (burden.People, burden.People * burden.Minutes);
        }

        return ConcentrationIndex.OfBlocks(walks, blocks);
    }
}
