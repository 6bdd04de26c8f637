using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The "crs" member of GeoJSON before RFC 7946, which many programs still write.</summary>
internal static partial class CrsMember
{
    /// <summary>The code in the member, <c>EPSG:n</c> where it is one; null where the member is null.</summary>
    public static string? Read(ref JsonTokens tokens)
    {
        if (tokens.Type == JsonTokenType.Null)
        {
            return null;
        }

        var (depth, name, isName) = (tokens.Depth, "?", false);
        if (tokens.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            do
            {
                if (isName && tokens.Type == JsonTokenType.String)
                {
                    name = tokens.Text();
                }

                isName = tokens.Type == JsonTokenType.PropertyName && tokens.Is("name"u8);
            }
            while (tokens.Read() && tokens.Depth > depth);
        }

        return Code(name);
    }

    private static string Code(string name) =>
        name.Contains("CRS84", StringComparison.OrdinalIgnoreCase) ? "EPSG:4326"
        : OfWebMaps().Match(name) is { Success: true } shifted ? shifted.Groups[1].Value
        : Urn().Match(name) is { Success: true } match ? $"EPSG:{match.Groups[1].Value}" : name;

    [GeneratedRegex("^(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|https?://www.opengis.net/def/crs/EPSG/[^/]*/|EPSG:)([0-9]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Urn();

    // Our own exports: no EPSG code says GCJ-02, and GDAL takes a null for WGS 84.
    [GeneratedRegex("^ENGCRS\\[\"(GCJ-02|BD-09)\"")]
    private static partial Regex OfWebMaps();
}
