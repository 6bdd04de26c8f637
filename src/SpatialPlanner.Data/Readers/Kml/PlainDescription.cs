using System.Net;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>Descriptions without the marks of a web page, where they are no more than a text.</summary>
internal static partial class PlainDescription
{
    /// <summary>The text; pages with tables or scripts are left as they are.</summary>
    public static string Of(string text)
    {
        text = text.Trim();
        return !text.Contains('<', StringComparison.Ordinal) || Page().IsMatch(text)
            ? text
            : WebUtility.HtmlDecode(Tag().Replace(Break().Replace(text, "\n"), string.Empty)).Trim();
    }

    [GeneratedRegex("<(?:table|script|iframe|style|ul|ol)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex("<(?:br\\s*/?|/p|/div)>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("</?[A-Za-z][^<>]{0,2000}>")]
    private static partial Regex Tag();
}
