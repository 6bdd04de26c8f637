using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Linking;

/// <summary>The open entrances of places that are entered by these and not at the point that stands for them.</summary>
/// <param name="Of">Entrances by place, local metres; a place without any is not in it.</param>
public sealed record PlaceEntrances(IReadOnlyDictionary<int, Coordinate[]> Of)
{
    /// <summary>No place has entrances.</summary>
    public static readonly PlaceEntrances None = new(new Dictionary<int, Coordinate[]>());

    /// <summary>Where a place is linked from: its entrances, or else the point that stands for it.</summary>
    /// <param name="place">Place.</param>
    /// <param name="x">Local east of the point that stands for it, metres.</param>
    /// <param name="y">Local north, metres.</param>
    public IReadOnlyList<Coordinate> Points(int place, double x, double y) =>
        Of.TryGetValue(place, out var points) ? points : [new Coordinate(x, y)];
}
