using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>Sites of a plan that stand elsewhere than their spaces, and who reaches them there.</summary>
internal sealed class MovedSites
{
    private readonly PlanCase made;
    private readonly Linkage links;
    private readonly Dictionary<int, int> rowOf = [];
    private readonly Dictionary<(WalkCosts Costs, int LimitMm), SparseRows> found = [];

    /// <summary>Links the sites that were moved, as a what-if links a new facility.</summary>
    /// <param name="made">The question as numbers.</param>
    /// <param name="sites">The plan.</param>
    public MovedSites(PlanCase made, IReadOnlyList<TrialSite> sites)
    {
        this.made = made;
        var builder = new LinkageBuilder();
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites[i].At is { } at)
            {
                rowOf[i] = rowOf.Count;
                made.Assessment.Loaded.District.PlaceLinker.Link(at.X, at.Y, builder);
                builder.EndPoint();
            }
        }

        links = builder.Build();
        OffNetworkM = rowOf.ToDictionary(r => r.Key, r => links.IsLinked(r.Value) ? links.NearestAccessM(r.Value) : (double?)null);
    }

    /// <summary>Metres to the network of each moved site, null where it is too far from every street.</summary>
    public IReadOnlyDictionary<int, double?> OffNetworkM { get; }

    /// <summary>Buildings within a service's limit of a moved site.</summary>
    /// <param name="site">The site, as its place in the plan.</param>
    /// <param name="service">The service, as its place in the problem.</param>
    public int[] Reach(int site, int service)
    {
        var (loaded, answer) = (made.Assessment.Loaded, made.Assessment.Answers[made.Services[service]]);
        var network = loaded.District.Network;
        var costs = answer.Limit.IsDistance ? network.DistanceCosts : network.TimeCosts(answer.Profile.Pace);
        var limitMm = answer.Limit.CostMm(answer.Profile.SpeedMmPerS);
        if (!found.TryGetValue((costs, limitMm), out var rows))
        {
            rows = found[(costs, limitMm)] = OriginDestinationMatrix.Find(network, costs.Reversed, links, loaded.District.BuildingLinks, limitMm);
        }

        return rows.Columns(rowOf[site]).ToArray();
    }
}
