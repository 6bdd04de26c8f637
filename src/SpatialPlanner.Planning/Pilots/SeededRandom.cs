namespace SpatialPlanner.Planning.Pilots;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014). Written here because the algorithm behind <c>System.Random</c> may change between
/// runtimes, and a ranking's stability must not.
/// </summary>
/// <param name="seed">Seed.</param>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * ((Next() >> 11) / (double)(1UL << 53)));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
