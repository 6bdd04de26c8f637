using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Sensitivity;

namespace SpatialPlanner.Data.Results.Sensitivity;

/// <summary>
/// Counts the people outside every service's limit again under each assumption. Only what an assumption touches is made
/// again: another limit only compares, another speed searches where something waits or climbs, other links and gates are
/// made once for all services.
/// </summary>
public sealed class SensitivityAnswer
{
    private readonly LoadedDistrict loaded;
    private readonly IReadOnlyList<ServiceAnswer> answers;
    private readonly SensitivitySettings settings;
    private readonly int threads;
    private readonly CancellationToken cancel;

    private SensitivityAnswer(
        Assessment assessment, SensitivitySettings settings, int threads, CancellationToken cancel)
    {
        (loaded, answers) = (assessment.Loaded, assessment.Answers);
        (this.settings, this.threads, this.cancel) = (settings, threads, cancel);
    }

    /// <summary>Makes the rows of every service.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="settings">How far each assumption is moved.</param>
    /// <param name="threads">Number of threads; the answer is the same for each.</param>
    /// <param name="cancel">Cancels between two searches.</param>
    public static IReadOnlyList<SensitivityRow> Find(
        Assessment assessment, SensitivitySettings settings, int threads, CancellationToken cancel) =>
        new SensitivityAnswer(assessment, settings, threads, cancel).Rows();

    private List<SensitivityRow> Rows()
    {
        var district = loaded.District;
        var baseOut = answers.Select(a => Outside(a, a.Walks.Judged(a.Limit), a.Limit, a.Profile.SpeedMmPerS)).ToArray();

        // In the order of the assumptions, low before high.
        long[][][] variants =
        [
            Speed(false), Speed(true), Threshold(false), Threshold(true),
            Assumed(AssumedDistrict.LinkedWithin(district, settings.LowLinkMetres), baseOut),
            Assumed(AssumedDistrict.LinkedWithin(district, settings.HighLinkMetres), baseOut),
            Assumed(AssumedDistrict.WithLegs(district, 0), baseOut),
            Assumed(AssumedDistrict.WithLegs(district, 2), baseOut),
            Assumed(AssumedDistrict.WithoutWalls(district, DrawnNetwork), baseOut),
            Assumed(AssumedDistrict.WithGatesOpen(district), baseOut),
        ];
        var rows = new List<SensitivityRow>();
        for (var s = 0; s < answers.Count; s++)
        {
            var service = s;
            rows.AddRange(SensitivityTable.Make(
                district, answers[s].Service.Code, Total(answers[s]), baseOut[s],
                [.. variants.Chunk(2).Select(pair => (pair[0][service], pair[1][service]))]));
        }

        return rows;
    }

    private long[][] Speed(bool isHigh) => Each(loaded.District.Network, (answer, search) =>
    {
        var pace = settings.Pace(answer.Profile, isHigh);
        var walks = answer.Limit.IsDistance || loaded.District.Network.TimeCosts(pace) == loaded.District.Network.DistanceCosts
            ? answer.Walks.Judged(answer.Limit)
            : Nearest(loaded.District, answer, pace, search);
        return Outside(answer, walks, answer.Limit, pace.SpeedMmPerS);
    });

    private long[][] Threshold(bool isHigh) => Each(loaded.District.Network, (answer, _) => Outside(
        answer, answer.Walks.Judged(answer.Limit), settings.Limit(answer.Limit, answer.Profile, isHigh),
        answer.Profile.SpeedMmPerS));

    private long[][] Assumed(District district, long[][] baseOut) => district == loaded.District
        ? baseOut
        : Each(district.Network, (answer, search) => Outside(
            answer, Nearest(district, answer, answer.Profile.Pace, search), answer.Limit, answer.Profile.SpeedMmPerS));

    private long[][] Each(WalkNetwork network, Func<ServiceAnswer, ShortestPathSearch, long[]> outside)
    {
        var outs = new long[answers.Count][];
        Workers.Run(
            outs.Length, threads, () => new ShortestPathSearch(network),
            (search, s) => outs[s] = outside(answers[s], search), cancel);
        return outs;
    }

    private NearestFacility Nearest(District district, ServiceAnswer answer, WalkerPace pace, ShortestPathSearch search)
    {
        var network = district.Network;
        var costs = answer.Limit.IsDistance ? network.DistanceCosts : network.TimeCosts(pace);
        return NearestFacility.Find(
            network, costs.Reversed, district.FacilityLinks,
            district.Facilities.OpenWith(loaded.Pack.IndexOfService(answer.Service.Code)), district.BuildingLinks,
            answer.Limit.CostMm(pace.SpeedMmPerS), search);
    }

    private long[] Outside(ServiceAnswer answer, NearestFacility walks, CoverageLimit limit, int speedMmPerS) =>
        SensitivityTable.OutsideByArea(loaded.District, People(answer), walks.CostMm, limit.CostMm(speedMmPerS));

    // Nobody is within a limit of less than nothing.
    private long[] Total(ServiceAnswer answer) =>
        SensitivityTable.OutsideByArea(loaded.District, People(answer), new int[loaded.District.Buildings.Count], -1);

    private int[] People(ServiceAnswer answer) =>
        loaded.District.Buildings.People[DemandGroups.IndexOf(answer.Service.Group)];

    private WalkNetwork DrawnNetwork() =>
        new NetworkFromRows(loaded.Projection, loaded.Pack).Make(loaded.Rows[WorkspaceLayers.WalkEdges]).Network;
}
