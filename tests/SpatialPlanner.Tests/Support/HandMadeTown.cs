using System.Globalization;
using System.Text.Json;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A town as a planner would draw it, in files: a street of ten stretches of 100 m from west to east, and from its
/// middle a lane of two stretches to the north with a canteen at its end. A pharmacy stands at the west end, a closed
/// canteen at the east end. Places are given in stretches from the west end; everything stands on the street.
/// </summary>
internal static class HandMadeTown
{
    public const string Canteen = "老王\"面馆\"", East = "东“新”\"社区\"", Old = "\"老\"楼,\"";

    /// <summary>Imports that fill the workspace, in order: file and layer.</summary>
    public static IReadOnlyList<(string File, string Layer)> Write(TempFolder folder) =>
    [
        (folder.Write("streets.geojson", Streets()), "walk_edges"),
        (folder.Write("buildings.csv", Buildings()), "buildings"),
        (folder.Write("facilities.csv", Facilities()), "facilities"),
        (folder.Write("boundaries.geojson", Boundaries()), "boundaries"),
    ];

    private static string Streets()
    {
        var street = Enumerable.Range(0, 10).Select(i => Stretch($"m{i}", (i, 0), (i + 1, 0)));
        return Collection([.. street, Stretch("s0", (5, 0), (5, 1)), Stretch("s1", (5, 1), (5, 2))]);
    }

    private static string Stretch(string id, (double X, double Y) from, (double X, double Y) to) =>
        $$$"""{"type":"Feature","id":"{{{id}}}","properties":{"name":"长街 \"A\"","length_mm":100000},"geometry":{"type":"LineString","coordinates":[{{{At(from.X, from.Y)}}},{{{At(to.X, to.Y)}}}]}}""";

    // 150 people on the street and 7 who live 200 m from it, farther than anything is linked.
    private static string Buildings() =>
        "id,name,lon,lat,use,dwellings,population,age_0_3,age_3_6,age_6_12,age_60_79,age_80_up\n"
        + House("b00", 0, 0, 10, 2) + House("b25", 2.5, 0, 20, 0) + House("b50", 5, 0, 30, 0)
        + House("b75", 7.5, 0, 40, 0) + House("b99", 10, 0, 50, 4) + House("远", 5, -2, 7, 0);

    private static string House(string id, double x, double y, int people, int old) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id},\"{Old.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{Lon(x)},{Lat(y)},住宅,5,{people},0,0,0,{old},0\n");

    private static string Facilities() => "编号,名称,服务,状态,经度,纬度\n"
        + $"F1,\"{Canteen.Replace("\"", "\"\"", StringComparison.Ordinal)}\",meals,open,{Lon(5)},{Lat(2)}\n"
        + $"F2,药店,pharmacy,open,{Lon(0)},{Lat(0)}\nF3,旧食堂,meals,closed,{Lon(10)},{Lat(0)}\n";

    private static string Boundaries() => Collection(
        Area("D", "长安镇", "district", null, -1, 11), Area("S", "甲街道", "subdistrict", "D", -1, 11),
        Area("W", "西社区", "community", "S", -1, 4.5), Area("E", East, "community", "S", 4.5, 11));

    private static string Area(string code, string name, string level, string? parent, double west, double east)
    {
        var properties = JsonSerializer.Serialize(new { code, name, level, parent_code = parent });
        var ring = $"{At(west, -3)},{At(east, -3)},{At(east, 3)},{At(west, 3)},{At(west, -3)}";
        return $$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""";
    }

    private static string Collection(params string[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""";

    private static string At(double x, double y) => $"[{Lon(x)},{Lat(y)}]";

    private static string Lon(double x) => (108.94 + (x * 0.001)).ToString("F7", CultureInfo.InvariantCulture);

    private static string Lat(double y) => (34.26 + (y * 0.001)).ToString("F7", CultureInfo.InvariantCulture);
}
