using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Server.Api;

/// <summary>A place of a question, and whether it is on the network.</summary>
internal sealed record PlaceLink(double Lon, double Lat, bool Linked, double? OffNetworkM)
{
    public static PlaceLink Of(LoadedDistrict loaded, double lon, double lat) =>
        Of(loaded, lon, lat, new LinkageBuilder());

    /// <summary>Links a place and adds it to those being collected.</summary>
    public static PlaceLink Of(LoadedDistrict loaded, double lon, double lat, LinkageBuilder collected)
    {
        var (x, y) = loaded.Projection.ToLocal(lon, lat);
        var alone = new LinkageBuilder();
        loaded.District.PlaceLinker.Link(x, y, alone);
        alone.EndPoint();
        var links = alone.Build();
        collected.AddAll(links, 0);
        collected.EndPoint();
        return new(lon, lat, links.IsLinked(0), links.IsLinked(0) ? links.AccessMm.Min() / 1000.0 : null);
    }
}
