using System.Globalization;

namespace SpatialPlanner.Data.Crs.Wkt;

/// <summary>A keyword of a WKT with what stands in its brackets.</summary>
/// <param name="Keyword">In capitals.</param>
/// <param name="Values">Texts and numbers, in order, as written.</param>
/// <param name="Children">Keywords within, in order.</param>
internal sealed record WktNode(string Keyword, IReadOnlyList<string> Values, IReadOnlyList<WktNode> Children)
{
    /// <summary>The first value; empty where there is none.</summary>
    public string Name => Values.Count > 0 ? Values[0] : string.Empty;

    /// <summary>The first child with a keyword, or null.</summary>
    public WktNode? Child(string keyword) => Children.FirstOrDefault(c => c.Keyword == keyword);

    /// <summary>The child with a keyword.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public WktNode Need(string keyword) =>
        Child(keyword) ?? throw new FormatException($"{Keyword}[…] has no {keyword}[…]");

    /// <summary>A value as a number.</summary>
    /// <exception cref="FormatException">There is none, or it is no finite number.</exception>
    public double Number(int index) =>
        index < Values.Count
        && double.TryParse(Values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : throw new FormatException($"{Keyword}[…] has no number at place {index + 1}");
}
