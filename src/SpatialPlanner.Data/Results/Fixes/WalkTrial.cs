using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>Tries changes for one building: what its walk is after each.</summary>
internal sealed class WalkTrial(LoadedDistrict loaded, ServiceAnswer answer, int building, CancellationToken cancel)
{
    private readonly ShortestPathSearch search = new(loaded.District.Network);

    public LoadedDistrict Loaded => loaded;

    public District District => loaded.District;

    public int Building => building;

    public int Service { get; } = loaded.Pack.IndexOfService(answer.Service.Code);

    public string ServiceCode => answer.Service.Code;

    /// <summary>The limit in paced millimetres.</summary>
    public int LimitMm { get; } = answer.Limit.CostMm(answer.Profile.SpeedMmPerS);

    /// <summary>Scratch of the unchanged network.</summary>
    public ShortestPathSearch Search => search;

    /// <summary>The costs that the limit judges.</summary>
    public WalkCosts CostsOf(WalkNetwork network) => answer.Limit.IsDistance
        ? network.DistanceCosts : network.TimeCosts(answer.Profile.Pace);

    /// <summary>Metres and seconds of the building's walk after a change; null where it is not within the limit.</summary>
    public (double Metres, double Seconds)? After(Modification change)
    {
        cancel.ThrowIfCancellationRequested();
        var district = new Scenario([change]).ApplyTo(loaded.District).District;
        var (network, costs) = (district.Network, CostsOf(district.Network));
        var reached = NearestFacility.Find(
            network, costs, district.BuildingLinks, [building], district.FacilityLinks, LimitMm,
            network == loaded.District.Network ? search : new ShortestPathSearch(network)).CostMm;
        var open = district.Facilities.OpenWith(Service);
        if (open.Length == 0 || open.MinBy(f => reached[f]) is var facility && reached[facility] == WalkCosts.Unreached)
        {
            return null;
        }

        var path = WalkPath.Find(network, costs, district.BuildingLinks, building, district.FacilityLinks, facility)!;
        var parts = WalkParts.Of(network, answer.Profile.Pace, path);
        return (parts.LengthMm / 1000.0, parts.PacedMm / (double)answer.Profile.SpeedMmPerS);
    }
}
