using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Tiles;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Tiles;

/// <summary><c>/tiles/{layer}/{z}/{x}/{y}.mvt</c>: the layers as vector tiles.</summary>
internal static class TileHandlers
{
    public const string MediaType = "application/vnd.mapbox-vector-tile";

    public static IResult Tile(string layer, string z, string x, string y, Snapshot snapshot)
    {
        var tile = new TileAddress(Whole(z), Whole(x), Whole(y));
        if (!tile.Exists)
        {
            throw HttpProblem.Invalid(
                "z/x/y", $"没有瓦片 {z}/{x}/{y}：z 为 0 至 {TileAddress.DeepestZoom}，x、y 为 0 至 2^z − 1", $"there is no tile {z}/{x}/{y}: z is 0 to {TileAddress.DeepestZoom}, x and y are 0 to 2^z − 1");
        }

        var served = snapshot.Find(layer) is { Geometry: not LayerGeometry.None } found ? found : throw HttpProblem.Missing(
            $"没有可绘制的图层“{layer}”；见 /ogc/collections", $"There is no layer \"{layer}\" that can be drawn; see /ogc/collections");
        var bytes = served.Tiles.Encode(tile, served.Near(tile.LonLat));
        return bytes.Length > 0 ? TypedResults.Bytes(bytes, MediaType) : TypedResults.NoContent();
    }

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : -1;
}
