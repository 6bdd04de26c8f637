using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Crs.Detection;

/// <summary>Layers of a district in the coordinates that a file may have, and its streets.</summary>
internal static class Layers
{
    /// <summary>The streets that lie open on the ground.</summary>
    public static StreetReference Streets(LayerBatch batch) => new(batch.Layers[WalkEdges]
        .Where(r => r.Values[WalkEdges.Require("tunnel")] is not true).Select(r => r.Geometry!));

    /// <summary>Geometries of a layer in WGS 84.</summary>
    public static List<Geometry> Of(LayerBatch batch, LayerSchema layer) =>
        [.. batch.Layers[layer].Select(r => r.Geometry).OfType<Geometry>()];

    /// <summary>The layer as a file in another system has it.</summary>
    public static LayerSample As(IEnumerable<Geometry> layer, CoordinateSystem system) =>
        LayerSample.Of(layer.Select(system.FromWgs84));

    /// <summary>The layer as a file in another system has it.</summary>
    public static LayerSample As(IEnumerable<Geometry> layer, string code) => As(layer, CoordinateSystems.Find(code));
}
