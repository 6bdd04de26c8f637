namespace SpatialPlanner.Engine.Network;

/// <summary>
/// Orders points along a Hilbert curve, so that what is near on the ground is near in memory (Hilbert 1891; the loop
/// over quadrants is Skilling's reading of it for two dimensions).
/// </summary>
internal static class SpatialOrder
{
    private const int Bits = 16;

    /// <summary>The points from the first to the last along the curve; ties by number.</summary>
    /// <param name="x">East of each point, metres.</param>
    /// <param name="y">North of each point, metres.</param>
    public static int[] Of(double[] x, double[] y)
    {
        if (x.Length == 0)
        {
            return [];
        }

        var (minX, minY) = (x.Min(), y.Min());
        var side = Math.Max(x.Max() - minX, y.Max() - minY);
        var scale = side > 0 ? ((1 << Bits) - 1) / side : 0;
        var keys = new ulong[x.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((ulong)Hilbert((uint)((x[i] - minX) * scale), (uint)((y[i] - minY) * scale)) << 32) | (uint)i;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, k => (int)(uint)k);
    }

    private static uint Hilbert(uint x, uint y)
    {
        var position = 0u;
        for (var half = 1u << (Bits - 1); half > 0; half >>= 1)
        {
            var (right, upper) = ((x & half) != 0, (y & half) != 0);
            position += half * half * ((right ? 3u : 0u) ^ (upper ? 1u : 0u));
            if (!upper)
            {
                // Turn the quadrant so that the curve enters and leaves it where its neighbours do.
                if (right)
                {
                    (x, y) = ((half << 1) - 1 - (x & ((half << 1) - 1)), (half << 1) - 1 - (y & ((half << 1) - 1)));
                }

                (x, y) = (y, x);
            }
        }

        return position;
    }
}
