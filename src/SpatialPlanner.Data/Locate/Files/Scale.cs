namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Numbers in millionths, brought to the coarsest power of ten that still holds each of them.</summary>
internal static class Scale
{
    private const long Millionth = 1_000_000;

    /// <summary>What 1 is in the coarsest numbers.</summary>
    /// <param name="groups">Numbers in millionths.</param>
    public static long Of(params ReadOnlySpan<long[]> groups)
    {
        var step = Millionth;
        foreach (var numbers in groups)
        {
            foreach (var number in numbers)
            {
                while (number % step != 0)
                {
                    step /= 10;
                }
            }
        }

        return Millionth / step;
    }

    /// <summary>Numbers in millionths as numbers of a scale.</summary>
    public static void Bring(long[] numbers, long scale)
    {
        var step = Millionth / scale;
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] /= step;
        }
    }
}
