namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Units that a header gives in brackets and that differ from those of the layers: 投资（万元）, 面积（公顷）.</summary>
internal static class ColumnUnits
{
    private static readonly (string Word, double Factor)[] Factors =
    [
        ("万元", 10_000), ("万平方米", 10_000), ("万㎡", 10_000), ("万m²", 10_000), ("万m2", 10_000), ("万平米", 10_000), ("公顷", 10_000), ("hm²", 10_000), ("hm2", 10_000),
        ("平方公里", 1_000_000), ("平方千米", 1_000_000), ("km²", 1_000_000), ("km2", 1_000_000), ("亩", 2000.0 / 3),
        ("千人", 1000), ("万人", 10_000), ("亿元", 100_000_000), ("千元", 1000),
    ];

    /// <summary>The number by which values are to be multiplied; 1 where the header names no such unit.</summary>
    /// <param name="header">Name of the field.</param>
    /// <param name="unit">The unit as written.</param>
    public static double FactorOf(string header, out string unit)
    {
        unit = string.Empty;
        var open = header.IndexOfAny(['(', '（', '[', '【', '/']);
        if (open < 0)
        {
            return 1;
        }

        // The longest word tells: 万平方米 has 平方米 in it, 平方公里 no 公顷.
        var inBrackets = header[open..];
        var found = Factors.Where(f => inBrackets.Contains(f.Word, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(f => f.Word.Length).FirstOrDefault();
        unit = found.Word ?? string.Empty;
        return found.Word is null ? 1 : found.Factor;
    }
}
