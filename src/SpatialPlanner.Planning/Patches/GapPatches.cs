using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Patches;

namespace SpatialPlanner.Planning.Patches;

/// <summary>
/// Groups the homes outside the limit of a service into patches. A patch lies in one community, whose committee works on it,
/// so that patches and remainder add up to the community's figure in the gap table. The great roads, railways and rivers
/// are what communities are bounded by, so that a patch hardly ever spans one.
/// </summary>
/// <param name="district">The district, with all demand groups.</param>
/// <param name="outlineOf">Outline or point of a building, local metres; asked for from several threads.</param>
/// <param name="services">All services of the pack.</param>
/// <param name="options">How buildings become patches.</param>
public sealed class GapPatches(
    District district, Func<int, Geometry> outlineOf, IReadOnlyList<ServiceReach> services, PatchOptions options)
{
    private readonly BuildingColumns buildings = district.Buildings;

    /// <summary>
    /// The patches of one service by rank, then the remainders by community. More people of the service's group rank higher,
    /// then more residents, then the lower first building.
    /// </summary>
    /// <param name="service">Service, as its place among the services.</param>
    public IReadOnlyList<GapPatch> Of(int service)
    {
        var groups = Groups(services[service]).Select(g => Make(service, g, 1)).ToLookup(p => p.AllPeople >= options.FewestPeople);
        var ranked = groups[true].OrderByDescending(p => p.People).ThenByDescending(p => p.AllPeople).ThenBy(p => p.Buildings[0])
            .Select((p, i) => p with { Rank = i + 1, Outline = PatchOutline.Of([.. p.Buildings.Select(outlineOf)], options.GapMetres) });
        var rest = groups[false].GroupBy(p => p.Community).OrderBy(c => c.Key)
            .Select(c => Make(service, [.. c.SelectMany(p => p.Buildings).Order()], c.Count()));
        return [.. ranked, .. rest];
    }

    private IEnumerable<int[]> Groups(ServiceReach reach)
    {
        var (all, group) = (buildings.People[0], buildings.People[reach.Group]);
        int[] outside =
        [
            .. Enumerable.Range(0, buildings.Count).Where(b => (all[b] > 0 || group[b] > 0) && reach.IsOutside(b)),
        ];
        var community = buildings.Area[(int)AreaLevel.Community];
        return PlaceChains.Find(
            [.. outside.Select(outlineOf)], Array.ConvertAll(outside, b => buildings.X[b]),
            Array.ConvertAll(outside, b => buildings.Y[b]), Array.ConvertAll(outside, b => community[b]), options.GapMetres)
            .Select(places => Array.ConvertAll(places, p => outside[p]));
    }

    private GapPatch Make(int service, int[] members, int pieces)
    {
        var reach = services[service];
        int[] unreached = [.. members.Where(reach.IsUnreached)];
        return new GapPatch(
            reach.Service, buildings.Area[(int)AreaLevel.Community][members[0]], null, pieces, members,
            Sum(members, reach.Group), Sum(members, 0), Sum(unreached, reach.Group), unreached.Length,
            unreached.Length > 0 ? null : members.Max(reach.Walks.Metres),
            unreached.Length > 0 ? null : members.Max(reach.Walks.Seconds),
            [.. services.Where(s => IsMissing(s, members)).Select(s => s.Service)], null);
    }

    private bool IsMissing(ServiceReach reach, int[] members)
    {
        var (total, outside) = (0L, 0L);
        foreach (var b in members)
        {
            total += buildings.People[reach.Group][b];
            outside += reach.IsOutside(b) ? buildings.People[reach.Group][b] : 0;
        }

        return total > 0 && 2 * outside >= total;
    }

    private long Sum(int[] members, int group) => members.Sum(b => (long)buildings.People[group][b]);
}
