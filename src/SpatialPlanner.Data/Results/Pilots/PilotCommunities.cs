using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>The communities that may become pilots, with what they are judged by.</summary>
/// <param name="Candidates">Those that can be chosen, by rising code.</param>
/// <param name="Place">Place of each candidate in the survey's frame.</param>
/// <param name="BestPlace">Id of the idle space or centre of each that reaches most people; null where it has none.</param>
/// <param name="Sizes">Candidates of each subdistrict.</param>
public sealed record PilotCommunities(
    IReadOnlyList<PilotCandidate> Candidates, IReadOnlyList<int> Place, IReadOnlyList<string?> BestPlace, IReadOnlyList<int> Sizes)
{
    /// <summary>Service whose open facilities count as the community's centre.</summary>
    private const string Centre = "community_centre";

    private static readonly RowReader Read = new(WorkspaceLayers.IdleSpaces);
    private static readonly Func<LayerRow, string?> Community = Read.Text("community_code");
    private static readonly Func<LayerRow, string?> Status = Read.Text("status");
    private static readonly Func<LayerRow, double?> AreaM2 = Read.Real("floor_area_m2");

    /// <summary>Works out the criteria of every community where people live.</summary>
    /// <param name="assessment">The district.</param>
    public static PilotCommunities Of(Assessment assessment)
    {
        var (loaded, demand) = (assessment.Loaded, assessment.Demand);
        var frame = demand.Areas.Frame;
        int[] places =
        [
            .. Enumerable.Range(0, frame.Communities.Count).Where(c => frame.Communities[c] is { Code.Length: > 0, People: > 0 })
                .OrderBy(c => frame.Communities[c].Code, StringComparer.Ordinal),
        ];
        List<int> subdistricts = [.. places.Select(c => frame.Communities[c].Subdistrict).Distinct().Order()];
        var idle = loaded.Rows[WorkspaceLayers.IdleSpaces].Where(r => Status(r) is null or "candidate" or "reserve")
            .ToLookup(r => CommunityOf(demand.Areas, r));
        var (reach, best) = Reach(loaded, demand.Areas, idle);
        var (households, common, uncovered) = (Households(loaded, demand.Areas), demand.CommonByCommunity(), Uncovered(assessment));
        PilotCandidate[] candidates =
        [
            .. places.Select(c => new PilotCandidate(
                frame.Communities[c].Code, subdistricts.IndexOf(frame.Communities[c].Subdistrict),
                [
                    .. Idle([.. idle[c].Select(r => Math.Max(0, AreaM2(r) ?? 0))], households[c]).Select(OrUnknown),
                    common[c] * 1000.0 / frame.Communities[c].People, uncovered[c], reach[c], Density(loaded, demand.Areas, c),
                ])),
        ];
        return new PilotCommunities(
            candidates, places, [.. places.Select(c => best[c])],
            [.. subdistricts.Select((_, s) => candidates.Count(c => c.Subdistrict == s))]);
    }

    // A floor area that is no number, or too large to be added up, is not known.
    private static double? OrUnknown(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static double?[] Idle(double[] areasM2, long households) =>
        [households == 0 ? null : areasM2.Sum() * 100 / households, areasM2.Length, areasM2.DefaultIfEmpty(0).Max()];

    private static int CommunityOf(DemandAreas areas, LayerRow row) =>
        areas.CommunityOf(Community(row)) is var byCode and >= 0 ? byCode : areas.CommunityAt(row);

    private static long[] Households(LoadedDistrict loaded, DemandAreas areas)
    {
        var (households, communityOf) = (new long[areas.Frame.Communities.Count], MatchAnswer.CommunityOfBuildings(loaded, areas));
        for (var b = 0; b < communityOf.Length; b++)
        {
            households[communityOf[b]] += loaded.District.Buildings.Dwellings[b];
        }

        return households;
    }

    // Of each priority service the people of its own group beyond the limit; who lacks two services counts twice.
    private static long[] Uncovered(Assessment assessment)
    {
        var (areas, priority) = (assessment.Demand.Areas, PriorityServices(assessment.Loaded));
        var placeOf = Enumerable.Range(0, areas.Frame.Communities.Count).ToDictionary(c => areas.AreaOf(AreaLevel.Community, c));
        var uncovered = new long[placeOf.Count];
        foreach (var answer in assessment.Answers.Where(a => priority.Contains(a.Service.Code)))
        {
            foreach (var row in answer.Gaps.Where(g => g.Level == AreaLevel.Community && g.Group == answer.Service.Group
                && g.Denominator == Denominator.People))
            {
                uncovered[placeOf[row.Area]] += row.Uncovered;
            }
        }

        return uncovered;
    }

    /// <summary>The services of the complex rule that go first; all of a pack that has no such rule.</summary>
    /// <param name="loaded">The district.</param>
    internal static IReadOnlyList<string> PriorityServices(LoadedDistrict loaded) =>
        loaded.Pack.Complex?.PriorityServices ?? [.. loaded.Pack.Services.Select(s => s.Code)];

    private static double? Density(LoadedDistrict loaded, DemandAreas areas, int community) =>
        loaded.Areas[areas.AreaOf(AreaLevel.Community, community)].Area.Shape is { } shape
        && GeodesicArea.SquareMetres(shape) is var m2 and > 0
            ? areas.Frame.Communities[community].People * 1e6 / m2
            : null;

    /// <summary>Most people within the walk of one place of each community, and that place's id; 0 where it has none.</summary>
    private static (long[] People, string?[] Best) Reach(LoadedDistrict loaded, DemandAreas areas, ILookup<int, LayerRow> idle)
    {
        var (links, network) = (new LinkageBuilder(), loaded.District.Network);
        var places = new List<(int Community, string Id)>();
        for (var c = 0; c < areas.Frame.Communities.Count; c++)
        {
            foreach (var row in idle[c])
            {
                Link(loaded, row, links);
                places.Add((c, (string)row.Values[0]!));
            }
        }

        foreach (var f in Centres(loaded))
        {
            links.AddAll(loaded.District.FacilityLinks, f);
            links.EndPoint();
            places.Add((areas.CommunityAt(loaded.Rows[WorkspaceLayers.Facilities][f]), loaded.District.Facilities.Id[f]));
        }

        var walker = loaded.Pack.Profiles[0];
        var walks = OriginDestinationMatrix.Find(
            network, network.TimeCosts(walker.Pace).Reversed, links.Build(), loaded.District.BuildingLinks,
            CoverageLimit.OfMinutes(PilotCriteria.ReachMinutes).CostMm(walker.SpeedMmPerS), Environment.ProcessorCount);
        var (most, best) = (new long[areas.Frame.Communities.Count], new string?[areas.Frame.Communities.Count]);
        for (var p = 0; p < places.Count; p++)
        {
            var people = 0L;
            foreach (var b in walks.Columns(p))
            {
                people += loaded.District.Buildings.People[0][b];
            }

            if (places[p].Community is var c and >= 0 && people > most[c])
            {
                (most[c], best[c]) = (people, places[p].Id);
            }
        }

        return (most, best);
    }

    private static int[] Centres(LoadedDistrict loaded) =>
        loaded.Pack.IndexOfService(Centre) is var centre and >= 0 ? loaded.District.Facilities.OpenWith(centre) : [];

    private static void Link(LoadedDistrict loaded, LayerRow row, LinkageBuilder links)
    {
        if (row.Geometry is Point { IsEmpty: false } point)
        {
            var (x, y) = loaded.Projection.ToLocal(point.X, point.Y);
            loaded.District.PlaceLinker.Link(x, y, links);
        }

        links.EndPoint();
    }
}
