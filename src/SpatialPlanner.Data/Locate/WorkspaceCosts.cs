using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Locate.Files;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Data.Locate;

/// <summary>
/// A service of a workspace as a location problem: buildings are demand with the people of the service's group, idle spaces
/// that may take the service are sites, its open facilities are sites that exist. Costs are walks in metres as the coverage
/// table judges them: where the rule's limit is in minutes, the metres that the walker covers in the time it takes.
/// </summary>
public static class WorkspaceCosts
{
    // Beyond this nobody walks, whatever is asked.
    private const int FarthestMm = 20_000_000;

    /// <summary>Finds the walks.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="service">Service, as its place in the rule pack.</param>
    /// <param name="limit">Largest walk that matters in metres; null for 20 km.</param>
    /// <param name="progress">Told how far the search is.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The table, and the limit of the service's rule in metres.</returns>
    /// <exception cref="InputException">There is no idle space for the service, or nobody to serve.</exception>
    public static (LocateTable Table, decimal RuleLimit) Of(
        LoadedDistrict loaded, int service, decimal? limit, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var (district, rule) = (loaded.District, loaded.Pack.Services[service]);
        var (typed, walker) = (LoadedDistrict.EngineLimit(rule.Limit), loaded.Pack.FindProfile(rule.Profile)!);
        var costs = typed.IsDistance ? district.Network.DistanceCosts : district.Network.TimeCosts(walker.Pace);
        var sites = SitesOf(loaded, service);
        if (!sites.Exists(s => s.Facility < 0))
        {
            throw InputException.Fatal(
                "idle_spaces", null, new($"没有可用于 {rule.Name.Zh} 的闲置空间", $"no idle space may take {rule.Name.En}"),
                new("导入 idle_spaces，或检查 status 和 permitted_services", "import idle_spaces, or look at status and permitted_services"));
        }

        var links = LinksOf(loaded, sites);
        var mostMm = (int)Math.Min(FarthestMm, (limit ?? FarthestMm / 1000) * 1000);
        var walks = OriginDestinationMatrix.Find(
            district.Network, costs.Reversed, links, district.BuildingLinks, mostMm, Environment.ProcessorCount, new Walked(progress, sites.Count), cancel);
        var table = Transposed(rule.Code, district.Buildings.Id, [.. sites.Select(s => s.Id)], walks) with
        {
            NearerThan = spacing => Apart(district.Network, costs, links, spacing),
        };
        var people = district.Buildings.People[DemandGroups.IndexOf(rule.Group)];
        var plain = table.Plain() with
        {
            Weight = Array.ConvertAll(people, p => p * LocateTable.Millionths),
            Role = [.. sites.Select(s => s.Facility < 0 ? SiteRole.Free : SiteRole.Existing)],
        };
        return (plain, typed.CostMm(walker.SpeedMmPerS) / 1000m);
    }

    private static List<(string Id, int Facility, double X, double Y)> SitesOf(LoadedDistrict loaded, int service)
    {
        var facilities = loaded.District.Facilities;
        var sites = facilities.OpenWith(service).Select(f => (facilities.Id[f], f, facilities.X[f], facilities.Y[f])).ToList();
        var taken = sites.Select(s => s.Item1).ToHashSet(StringComparer.Ordinal);
        foreach (var row in loaded.Rows[WorkspaceLayers.IdleSpaces].Where(r => IdleSpaceFixes.MayBecome(r, loaded.Pack.Services[service].Code)))
        {
            var (x, y) = loaded.Projection.ToLocal(row.Geometry!.Coordinate.X, row.Geometry.Coordinate.Y);
            var id = (string)row.Values[0]!;
            sites.Add((taken.Contains(id) ? $"space:{id}" : id, -1, x, y));
        }

        return [.. sites.OrderBy(s => s.Item1, StringComparer.Ordinal)];
    }

    private static Linkage LinksOf(LoadedDistrict loaded, List<(string Id, int Facility, double X, double Y)> sites)
    {
        var links = new LinkageBuilder();
        foreach (var (_, facility, x, y) in sites)
        {
            if (facility >= 0)
            {
                links.AddAll(loaded.District.FacilityLinks, facility);
            }
            else
            {
                loaded.District.PlaceLinker.Link(x, y, links);
            }

            links.EndPoint();
        }

        return links.Build();
    }

    // Rows of sites as rows of demand; sites rise within a row since they come in order.
    private static RawTable Transposed(string source, string[] demand, string[] sites, SparseRows walks)
    {
        var first = new int[demand.Length + 1];
        foreach (var building in walks.Column)
        {
            first[building + 1]++;
        }

        for (var d = 0; d < demand.Length; d++)
        {
            first[d + 1] += first[d];
        }

        var (next, site, cost) = (first.AsSpan().ToArray(), new int[walks.Column.Length], new long[walks.Column.Length]);
        for (var s = 0; s < sites.Length; s++)
        {
            for (var k = walks.First[s]; k < walks.First[s + 1]; k++)
            {
                var at = next[walks.Column[k]]++;
                (site[at], cost[at]) = (s, walks.CostMm[k] * (LocateTable.Millionths / 1000));
            }
        }

        return new RawTable(source, demand, sites, first, site, cost);
    }

    // Between two sites the shorter way counts.
    private static (int Site, long Distance)[][] Apart(WalkNetwork network, WalkCosts costs, Linkage links, long spacing)
    {
        const long perMm = LocateTable.Millionths / 1000;
        var mostMm = (int)Math.Min(FarthestMm, (spacing - 1) / perMm);
        var walks = OriginDestinationMatrix.Find(network, costs, links, links, mostMm, Environment.ProcessorCount);
        var near = Enumerable.Range(0, walks.RowCount).Select(_ => new SortedDictionary<int, long>()).ToArray();
        for (var a = 0; a < near.Length; a++)
        {
            for (var k = walks.First[a]; k < walks.First[a + 1]; k++)
            {
                var (b, distance) = (walks.Column[k], walks.CostMm[k] * perMm);
                if (a != b && distance < spacing)
                {
                    near[a][b] = Math.Min(near[a].GetValueOrDefault(b, long.MaxValue), distance);
                    near[b][a] = Math.Min(near[b].GetValueOrDefault(a, long.MaxValue), distance);
                }
            }
        }

        return Array.ConvertAll(near, n => n.Select(p => (p.Key, p.Value)).ToArray());
    }

    private sealed class Walked(IProgress<Progress>? progress, int count) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(new Progress("searching from sites", value, count));
    }
}
