using System.Text.Json;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The "crs" member of GeoJSON before RFC 7946, which many programs still write.</summary>
internal static class CrsMember
{
    private static readonly string[] Wgs84Names =
        ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "OGC:CRS84", "CRS84"];

    /// <summary>The name in the member; null where the member is null. Refuses anything but WGS 84.</summary>
    public static string? Read(ref JsonTokens tokens, string file)
    {
        if (tokens.Type == JsonTokenType.Null)
        {
            return null;
        }

        var (depth, name, isName) = (tokens.Depth, "?", false);
        do
        {
            if (isName && tokens.Type == JsonTokenType.String)
            {
                name = tokens.Text();
            }

            isName = tokens.Type == JsonTokenType.PropertyName && tokens.Is("name"u8);
        }
        while (tokens.Read() && tokens.Depth > depth);

        return Wgs84Names.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : throw Refusal(name, file);
    }

    private static InputException Refusal(string name, string file) => InputException.Fatal(
        file, null,
        new LocalText($"坐标系为 {name}，目前只接受 EPSG:4326", $"the file is in {name}; only EPSG:4326 is taken"),
        new LocalText(
            "请先转换：ogr2ogr -t_srs EPSG:4326 新文件.geojson 原文件.geojson",
            "convert it first: ogr2ogr -t_srs EPSG:4326 NEW.geojson OLD.geojson"));
}
