using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>
/// What every plan of a district stands on, whatever is asked: the spaces, and which buildings reach each of them within the
/// limit of each service, by the walks that the coverage table judges.
/// </summary>
/// <param name="Areas">Communities and subdistricts.</param>
/// <param name="Spaces">The spaces by id, also those that are no candidates.</param>
/// <param name="Links">Where they stand on the network.</param>
/// <param name="Reach">For each service of the pack, buildings (columns) within the limit of each space (rows).</param>
public sealed record SitingGround(
    DemandAreas Areas, IReadOnlyList<SiteSpace> Spaces, Linkage Links, IReadOnlyList<SparseRows> Reach)
{
    /// <summary>Finds the ground of a district.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="extend">True where open facilities are candidates too.</param>
    public static SitingGround Of(Assessment assessment, bool extend)
    {
        var (loaded, areas) = (assessment.Loaded, DemandAreas.Of(assessment.Loaded));
        var spaces = IdleSpaces.Of(loaded, areas);
        if (extend)
        {
            var facilities = ExtensionSpaces.Of(loaded, areas, spaces.Select(s => s.Id).ToHashSet(StringComparer.Ordinal));
            spaces = [.. spaces.Concat(facilities).OrderBy(s => s.Id, StringComparer.Ordinal)];
        }

        var links = LinksOf(loaded, spaces);
        return new SitingGround(areas, spaces, links, ReachOf(assessment, links));
    }

    // A new facility is linked as a what-if links it, and one that is there stays where it is.
    private static Linkage LinksOf(LoadedDistrict loaded, IReadOnlyList<SiteSpace> spaces)
    {
        var links = new LinkageBuilder();
        foreach (var space in spaces)
        {
            if (space.IsExtension)
            {
                links.AddAll(loaded.District.FacilityLinks, space.Facility);
            }
            else
            {
                loaded.District.PlaceLinker.Link(space.X, space.Y, links);
            }

            links.EndPoint();
        }

        return links.Build();
    }

    // People walk to the space, so the search from it goes against the way. Services of the same costs and limit share a search.
    private static SparseRows[] ReachOf(Assessment assessment, Linkage links)
    {
        var (loaded, found) = (assessment.Loaded, new Dictionary<(WalkCosts, int), SparseRows>());
        var network = loaded.District.Network;
        var reach = new SparseRows[assessment.Answers.Count];
        for (var s = 0; s < reach.Length; s++)
        {
            var answer = assessment.Answers[s];
            var costs = answer.Limit.IsDistance ? network.DistanceCosts : network.TimeCosts(answer.Profile.Pace);
            var limitMm = answer.Limit.CostMm(answer.Profile.SpeedMmPerS);
            if (!found.TryGetValue((costs, limitMm), out var rows))
            {
                rows = found[(costs, limitMm)] = OriginDestinationMatrix.Find(
                    network, costs.Reversed, links, loaded.District.BuildingLinks, limitMm, Environment.ProcessorCount);
            }

            reach[s] = rows;
        }

        return reach;
    }
}
