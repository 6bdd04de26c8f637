using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Matching;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>
/// The three-party match (三方联动): needs of the demand list, the resources that serve them, and the bodies responsible for these.
/// </summary>
/// <param name="Needs">The needs of the communities, by community, service and kind.</param>
/// <param name="Resources">The resources, in the order of their rows.</param>
/// <param name="Reach">For each need the resources in reach.</param>
/// <param name="Result">Who serves whom.</param>
public sealed record MatchAnswer(
    IReadOnlyList<Need> Needs, IReadOnlyList<MatchResource> Resources, IReadOnlyList<IReadOnlyList<NeedReach>> Reach, NeedMatches Result)
{
    private static readonly RowReader Read = new(WorkspaceLayers.Resources);
    private static readonly Func<LayerRow, string?> Services = Read.Text("services");
    private static readonly Func<LayerRow, string?> Kind = Read.Text("kind");
    private static readonly Func<LayerRow, string?> Community = Read.Text("community_code");
    private static readonly Func<LayerRow, string?> Body = Read.Text("body");
    private static readonly Func<LayerRow, long?> Capacity = Read.Whole("capacity");

    /// <summary>Matches the needs of a district.</summary>
    /// <param name="assessment">The district.</param>
    public static MatchAnswer Find(Assessment assessment)
    {
        var (loaded, demand) = (assessment.Loaded, assessment.Demand);
        var rows = loaded.Rows[WorkspaceLayers.Resources];
        MatchResource[] resources = [.. rows.Select(r => ResourceOf(loaded, r))];
        List<Need> needs =
        [
            .. demand.Ranked().Where(r => r.Row.Level == AreaLevel.Community).SelectMany(r => new Need[]
            {
                new(r.Row.Area, r.Row.Service, false, r.Row.Common ?? 0, r.CommonRank),
                new(r.Row.Area, r.Row.Service, true, r.Row.Individual ?? 0, r.IndividualRank),
            }).Where(n => n.People > 0),
        ];
        var within = WithinReach(assessment, rows, resources);
        int[] home = [.. rows.Select(r => demand.Areas.CommunityOf(Community(r)))];
        List<IReadOnlyList<NeedReach>> reach =
        [
            .. needs.Select(n => ReachOf(n, resources, home, within[n.Service], demand.Areas.Frame.Communities[n.Community].People)),
        ];
        return new MatchAnswer(needs, resources, reach, NeedMatching.Make(needs, resources, reach));
    }

    /// <summary>A resource as the matching sees it.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="row">Row of <c>resources</c>.</param>
    internal static MatchResource ResourceOf(LoadedDistrict loaded, LayerRow row) => new(
        (Services(row) ?? "").Split(';', StringSplitOptions.TrimEntries).Select(loaded.Pack.IndexOfService).Where(s => s >= 0).ToHashSet(),
        Kind(row) is "organisation" or "volunteers", Capacity(row), !string.IsNullOrWhiteSpace(Body(row)));

    // All of a need's people where the resource is of their community, else as large a part as lives within the walk.
    private static List<NeedReach> ReachOf(Need need, MatchResource[] resources, int[] home, long[][] within, long people)
    {
        var reach = new List<NeedReach>();
        for (var r = 0; r < resources.Length; r++)
        {
            if (!resources[r].Fits(need))
            {
                continue;
            }

            var isHome = home[r] == need.Community;
            var reached = isHome ? need.People : need.People * within[r][need.Community] / people;
            if (reached > 0)
            {
                reach.Add(new(r, reached, isHome));
            }
        }

        return reach;
    }

    /// <summary>People of each community who walk to a resource within a service's limit: by service, resource, community.</summary>
    private static long[][][] WithinReach(Assessment assessment, IReadOnlyList<LayerRow> rows, MatchResource[] resources)
    {
        var (loaded, areas) = (assessment.Loaded, assessment.Demand.Areas);
        var (buildings, count) = (loaded.District.Buildings, areas.Frame.Communities.Count);
        var communityOf = CommunityOfBuildings(loaded, areas);
        var within = new long[loaded.Pack.Services.Count][][];
        for (var s = 0; s < within.Length; s++)
        {
            within[s] = [.. rows.Select(_ => new long[count])];
            int[] giving = [.. Enumerable.Range(0, rows.Count).Where(r => resources[r].Services.Contains(s))];
            var rule = loaded.Pack.Services[s];
            var (walker, limit) = (loaded.Pack.FindProfile(rule.Profile)!, LoadedDistrict.EngineLimit(rule.Limit));
            var links = LinkedNetwork.Of(loaded).Link(giving.Select(r => rows[r].Geometry!.Coordinate));
            // People walk to the resource, so the search from it goes against the way.
            var network = loaded.District.Network;
            var costs = (limit.IsDistance ? network.DistanceCosts : network.TimeCosts(walker.Pace)).Reversed;
            var walks = OriginDestinationMatrix.Find(
                network, costs, links, loaded.District.BuildingLinks, limit.CostMm(walker.SpeedMmPerS), Environment.ProcessorCount);
            for (var i = 0; i < giving.Length; i++)
            {
                foreach (var b in walks.Columns(i))
                {
                    within[s][giving[i]][communityOf[b]] += buildings.People[0][b];
                }
            }
        }

        return within;
    }

    /// <summary>Place in the frame of each building's community.</summary>
    internal static int[] CommunityOfBuildings(LoadedDistrict loaded, DemandAreas areas)
    {
        var placeOf = new int[loaded.Areas.Count];
        for (var c = 0; c < areas.Frame.Communities.Count; c++)
        {
            placeOf[areas.AreaOf(AreaLevel.Community, c)] = c;
        }

        return Array.ConvertAll(loaded.District.Buildings.Area[(int)AreaLevel.Community], a => placeOf[a]);
    }
}
