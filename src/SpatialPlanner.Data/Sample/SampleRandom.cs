namespace SpatialPlanner.Data.Sample;

/// <summary>
/// PCG-XSH-RR 64/32 (O'Neill 2014). Written here because the algorithm behind <c>System.Random</c> may change
/// between runtimes, and the sample must not. Each part of the generator has a stream of its own, so that a change
/// to one part leaves the others as they were.
/// </summary>
internal sealed class SampleRandom
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong _increment;
    private ulong _state;

    public SampleRandom(ulong seed, ulong stream)
    {
        _increment = (stream << 1) | 1;
        NextBits();
        _state += seed;
        NextBits();
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Next() => NextBits() / 4294967296.0;

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>Uniform whole number in [low, high], both included.</summary>
    public int Whole(int low, int high) => low + (int)(((ulong)NextBits() * (ulong)(high - low + 1)) >> 32);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>One of the items.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Whole(0, items.Count - 1)];

    /// <summary>Index drawn with the given weights, none below 0.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var rest = Next() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
        {
            rest -= weights[i];
            if (rest < 0)
            {
                return i;
            }
        }

        return weights.Count - 1;
    }

    /// <summary>Fisher–Yates, in place.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Whole(0, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private uint NextBits()
    {
        var old = _state;
        _state = (old * Multiplier) + _increment;
        var mixed = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(mixed, (int)(old >> 59));
    }
}
