using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Districts;

/// <summary>A walk network that places can be linked to, without the rest of a district.</summary>
/// <param name="Network">The network.</param>
/// <param name="Linker">Links places to it.</param>
/// <param name="Projection">Its metric plane.</param>
public sealed record LinkedNetwork(WalkNetwork Network, PlaceLinker Linker, LocalProjection Projection)
{
    /// <summary>The network of a loaded district, walls included.</summary>
    /// <param name="loaded">The district.</param>
    public static LinkedNetwork Of(LoadedDistrict loaded) =>
        new(loaded.District.Network, loaded.District.PlaceLinker, loaded.Projection);

    /// <summary>The network of rows of <c>walk_edges</c> alone.</summary>
    /// <param name="walkEdges">The rows.</param>
    public static LinkedNetwork Of(IReadOnlyList<LayerRow> walkEdges)
    {
        var extent = new Envelope();
        foreach (var row in walkEdges)
        {
            extent.ExpandToInclude(row.Geometry?.EnvelopeInternal ?? new Envelope());
        }

        var projection = LocalProjection.Around(extent);
        var (network, _) = new NetworkFromRows(projection, null).Make(walkEdges);
        return new LinkedNetwork(
            network, new PlaceLinker(network, new EdgeIndex(network), [], District.LinkLimitMetres), projection);
    }

    /// <summary>Links places given in longitude/latitude, in order.</summary>
    /// <param name="lonLat">The places.</param>
    public Linkage Link(IEnumerable<Coordinate> lonLat)
    {
        var builder = new LinkageBuilder();
        foreach (var place in lonLat)
        {
            var (x, y) = Projection.ToLocal(place.X, place.Y);
            Linker.Link(x, y, builder);
            builder.EndPoint();
        }

        return builder.Build();
    }
}
