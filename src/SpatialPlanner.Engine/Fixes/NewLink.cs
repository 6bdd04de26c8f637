using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Fixes;

/// <summary>A straight path that does not exist, between two streets near each other.</summary>
/// <param name="From">Where it begins, on the side of the building.</param>
/// <param name="To">Where it ends, on the side of the facility.</param>
/// <param name="GapMm">Its length, millimetres.</param>
/// <param name="CostMm">Cost of the building's walk over it, paced millimetres.</param>
public sealed record NewLink(LinkPosition From, LinkPosition To, int GapMm, int CostMm)
{
    /// <summary>
    /// The longest new path looked for, metres: across a wide road with its green strips, or through one plot. What is
    /// longer is a new street, and not a missing link.
    /// </summary>
    public const int LongestMetres = 60;

    /// <summary>
    /// The shortest one, metres. Streets that are drawn to touch and not joined pass over each other, or the drawing has
    /// a mistake that a path does not mend.
    /// </summary>
    public const int ShortestMetres = 1;

    // Half a spacing off costs a gap of 20 m 0.16 m; feet of perpendiculars make up for it.
    private const int SpacingMm = 5_000;

    // A new path is laid out in the plane and joined to the nearest edge: either rounds by a millimetre.
    private const int RoundingMm = 5;

    /// <summary>
    /// Finds the shortest new path that brings a building within a limit: one search from the building, one from the
    /// facilities, and all pairs of places in between that are near enough.
    /// </summary>
    /// <param name="district">The district.</param>
    /// <param name="building">The building; it is beyond the limit.</param>
    /// <param name="facilities">The facilities that count, rising.</param>
    /// <param name="costs">The costs that the limit judges.</param>
    /// <param name="limitMm">The limit, paced millimetres; it counts.</param>
    /// <param name="mayJoin">Edges that a path may join, residents' edges and closed ones apart, which it never does.</param>
    /// <param name="mayPass">Whether a straight path may lead so, in local metres, walls apart, which it never passes.</param>
    /// <param name="search">Scratch of the district's network.</param>
    /// <returns>The path, or null where none would do.</returns>
    public static NewLink? Find(
        District district, int building, ReadOnlySpan<int> facilities, WalkCosts costs, int limitMm,
        Func<int, bool> mayJoin, Func<(double X1, double Y1, double X2, double Y2), bool> mayPass, ShortestPathSearch search)
    {
        var edges = district.Network.Edges;
        // Downhill a walker gets farther than the paced millimetres say, by Tobler's fastest share at most.
        var reach = (limitMm / 1000.0 * WalkerPace.FastestShare) + LongestMetres;
        var places = PlacesOnEdges.Lay(
            edges, SpacingMm, district.Buildings.X[building], district.Buildings.Y[building], reach,
            e => !edges.ResidentsOnly[e] && edges.Passage[e] != EdgePassage.Closed && mayJoin(e));
        var sides = new Sides(district, costs, limitMm, search, building, facilities.ToArray());
        var (there, onward) = sides.CostsOf(places.Links);
        var pairs = new LinkPairs(district, places.X, places.Y, places.At, limitMm - RoundingMm, mayPass);
        return pairs.Best(there, onward) is { } best ? Feet(district, sides, best, limitMm - RoundingMm, mayPass) : null;
    }

    /// <summary>The same path with an end moved to the foot of the other one, where that is shorter.</summary>
    private static NewLink Feet(
        District district, Sides sides, NewLink best, int limitMm,
        Func<(double X1, double Y1, double X2, double Y2), bool> mayPass)
    {
        var edges = district.Network.Edges;
        LinkPosition Foot(LinkPosition of, int edge)
        {
            var (x, y) = EdgeShape.Between(edges, of.Edge, of.OffsetMm, of.OffsetMm)[0];
            return EdgeShape.Nearest(edges, edge, x, y) with { AccessMm = 0 };
        }

        LinkPosition[] at = [best.From, best.To, Foot(best.To, best.From.Edge), Foot(best.From, best.To.Edge)];
        var points = at.Select(p => EdgeShape.Between(edges, p.Edge, p.OffsetMm, p.OffsetMm)[0]).ToList();
        var (there, onward) = sides.CostsOf(PlacesOnEdges.Of(at));
        var pairs = new LinkPairs(
            district, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)], at, limitMm, mayPass);
        return pairs.Best(there, onward) ?? best;
    }

    /// <summary>Costs from the building to places, and from these to the nearest facility.</summary>
    private sealed class Sides(
        District district, WalkCosts costs, int limitMm, ShortestPathSearch search, int building, int[] facilities)
    {
        public (int[] There, int[] Onward) CostsOf(Linkage places) => (
            NearestFacility.Find(
                district.Network, costs, district.BuildingLinks, [building], places, limitMm, search).CostMm,
            NearestFacility.Find(
                district.Network, costs.Reversed, district.FacilityLinks, facilities, places, limitMm, search).CostMm);
    }
}
