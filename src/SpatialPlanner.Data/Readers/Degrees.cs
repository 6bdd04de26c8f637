using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers;

/// <summary>Refuses what cannot be longitude and latitude: one such position means that the whole file is not.</summary>
internal static class Degrees
{
    public static bool AreFine(double lon, double lat) => Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90;

    public static InputException Refusal(string file, string? place, double lon, double lat)
    {
        var at = FormattableString.Invariant($"({lon}, {lat})");
        return Math.Abs(lat) <= 180 && Math.Abs(lon) <= 90
            ? InputException.Fatal(
                file, place,
                new LocalText($"{at}：经度和纬度似乎颠倒了", $"{at}: latitude and longitude seem swapped"),
                new LocalText("经度在前、纬度在后；改正列名或坐标顺序", "longitude comes first, then latitude; correct the columns or the order"))
            : InputException.Fatal(
                file, place,
                new LocalText($"{at} 不是以度为单位的经纬度", $"{at} is not longitude and latitude in degrees"),
                new LocalText(
                    "看起来是投影坐标；请先转换为 EPSG:4326", "it looks like projected coordinates: convert the file to EPSG:4326 first"));
    }
}
