using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>
/// A district under another assumption on how places come to the network, where nobody knows for sure. Only what the
/// assumption touches is made again; where it changes nothing the district itself comes back.
/// </summary>
public static class AssumedDistrict
{
    /// <summary>Places are linked up to another distance from the network.</summary>
    /// <param name="district">The district.</param>
    /// <param name="limitMetres">Farthest place that is linked.</param>
    public static District LinkedWithin(District district, double limitMetres) =>
        Relinked(district, district.Network, district.PlaceLinker.Within(limitMetres));

    /// <summary>The legs off the network count so many times: 0 for not at all.</summary>
    /// <param name="district">The district.</param>
    /// <param name="times">How often, 0 or more.</param>
    public static District WithLegs(District district, int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        Linkage Times(Linkage links) => new(
            links.FirstLink, links.Edge, links.OffsetMm,
            Array.ConvertAll(links.AccessMm, leg => (int)Math.Min((long)leg * times, WalkCosts.LongestMm)));
        return times == 1 ? district : district.With(
            district.Network, district.PlaceLinker, Times(district.BuildingLinks), district.Facilities,
            Times(district.FacilityLinks));
    }

    /// <summary>No gate is known, so there are no walls: every place links to its nearest street.</summary>
    /// <param name="district">The district.</param>
    /// <param name="drawn">Makes its network as drawn, before what leads through closed gates was parted.</param>
    public static District WithoutWalls(District district, Func<WalkNetwork> drawn)
    {
        if (district.PlaceLinker.Compounds.Count == 0)
        {
            return district;
        }

        var network = district.PlaceLinker.Gates.All(g => g.Gate.IsOpen) ? district.Network : drawn();
        return Relinked(
            district, network, new PlaceLinker(network, new EdgeIndex(network), [], District.LinkLimitMetres));
    }

    /// <summary>Every gate is open.</summary>
    /// <param name="district">The district.</param>
    public static District WithGatesOpen(District district)
    {
        var gates = district.PlaceLinker.Gates;
        var closed = Enumerable.Range(0, gates.Count).Where(g => !gates[g].Gate.IsOpen).ToList();
        return closed.Count == 0
            ? district : new Scenario([.. closed.Select(g => new Modification.OpenGate(g))]).ApplyTo(district).District;
    }

    private static District Relinked(District district, WalkNetwork network, PlaceLinker linker)
    {
        var (buildings, facilities) = (district.Buildings, district.Facilities);
        var buildingLinks = Links(linker, district.BuildingEntrances, buildings.X, buildings.Y, district.BuildingLinks);
        var facilityLinks = Links(linker, district.FacilityEntrances, facilities.X, facilities.Y, district.FacilityLinks);
        return network == district.Network && buildingLinks == district.BuildingLinks && facilityLinks == district.FacilityLinks
            ? district : district.With(network, linker, buildingLinks, facilities, facilityLinks);
    }

    /// <summary>The links of places; those that there are where they come out the same.</summary>
    private static Linkage Links(PlaceLinker linker, PlaceEntrances entrances, double[] x, double[] y, Linkage old)
    {
        var builder = new LinkageBuilder();
        for (var place = 0; place < x.Length; place++)
        {
            linker.Link(entrances, place, x[place], y[place], builder);
            builder.EndPoint();
        }

        var links = builder.Build();
        return links.FirstLink.AsSpan().SequenceEqual(old.FirstLink) && links.Edge.AsSpan().SequenceEqual(old.Edge)
            && links.OffsetMm.AsSpan().SequenceEqual(old.OffsetMm) && links.AccessMm.AsSpan().SequenceEqual(old.AccessMm)
            ? old : links;
    }
}
