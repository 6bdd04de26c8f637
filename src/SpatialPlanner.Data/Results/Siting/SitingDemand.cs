using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>How many of those asked want a service as a common need: what a person counts where a plan goes by demand.</summary>
/// <param name="OfDistrict">Share of the district's people, 0..1.</param>
/// <param name="OfCommunity">Share of the people of each community of the survey's frame, or null where nobody lives.</param>
internal sealed record SitingDemand(double OfDistrict, double?[] OfCommunity)
{
    /// <summary>The shares of a service, or null where nobody in the district was asked about it.</summary>
    /// <param name="demand">The survey, weighted.</param>
    /// <param name="service">Service, as its place in the pack.</param>
    public static SitingDemand? Of(DemandAnswer demand, int service)
    {
        var shares = new double?[demand.Areas.Frame.Communities.Count];
        double? district = null;
        foreach (var row in demand.Estimate.Rows.Where(r => r.Service == service && r.Common is not null && r.People > 0))
        {
            var share = (double)row.Common!.Value / row.People;
            district = row.Level == AreaLevel.District ? share : district;
            if (row.Level == AreaLevel.Community)
            {
                shares[row.Area] = share;
            }
        }

        return district is { } whole ? new SitingDemand(whole, shares) : null;
    }

    /// <summary>The share of a community; the district's where nobody lives.</summary>
    /// <param name="community">Its place in the frame.</param>
    public double ShareOf(int community) => OfCommunity[community] ?? OfDistrict;
}
