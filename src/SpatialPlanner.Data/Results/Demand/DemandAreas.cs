using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The areas of a district as the survey knows them, and back.</summary>
public sealed class DemandAreas
{
    private static readonly Func<LayerRow, string?> Service = new RowReader(WorkspaceLayers.Facilities).Text("services");
    private static readonly Func<LayerRow, string?> Status = new RowReader(WorkspaceLayers.Facilities).Text("status");

    private readonly LoadedDistrict loaded;
    private readonly int[] communities;
    private readonly int[] subdistricts;
    private readonly Lazy<AreaFinder> finder;

    private DemandAreas(LoadedDistrict loaded, int[] communities, int[] subdistricts)
    {
        (this.loaded, this.communities, this.subdistricts) = (loaded, communities, subdistricts);
        Frame = new(CommunitiesOf(), subdistricts.Length, [.. loaded.Pack.Services.Select(s => s.Code)]);
        finder = new(() => new AreaFinder([.. communities.Select(a => loaded.Areas[a].Area)]));
    }

    /// <summary>The population that the survey is weighted to.</summary>
    public SurveyFrame Frame { get; }

    /// <summary>Finds the areas of a district.</summary>
    /// <param name="loaded">The district.</param>
    public static DemandAreas Of(LoadedDistrict loaded)
    {
        int[] Of(AreaLevel level) => [.. Enumerable.Range(0, loaded.Areas.Count).Where(a => loaded.Areas[a].Level == level)];
        return new DemandAreas(loaded, Of(AreaLevel.Community), Of(AreaLevel.Subdistrict));
    }

    /// <summary>The area of the district's tables that an area of the survey is.</summary>
    /// <param name="level">District, subdistrict or community.</param>
    /// <param name="place">Its place in the frame.</param>
    public int AreaOf(AreaLevel level, int place) => level switch
    {
        AreaLevel.District => 0,
        AreaLevel.Subdistrict => subdistricts[place],
        _ => communities[place],
    };

    /// <summary>The community at a place, or -1.</summary>
    /// <param name="row">A row with a geometry, or without one.</param>
    internal int CommunityAt(LayerRow row) =>
        row.Geometry is { IsEmpty: false } geometry && finder.Value.At(Places.Of(geometry)) is var at and >= 0 ? at : -1;

    /// <summary>The community of a code, or -1.</summary>
    /// <param name="code">Code.</param>
    internal int CommunityOf(string? code)
    {
        for (var c = 0; c < communities.Length && !string.IsNullOrEmpty(code); c++)
        {
            if (Frame.Communities[c].Code == code)
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>Number of open facilities by area of the district's tables, then service. The district counts those in no community too.</summary>
    internal int[][] OpenFacilities()
    {
        var counts = loaded.Areas.Select(_ => new int[loaded.Pack.Services.Count]).ToArray();
        foreach (var row in loaded.Rows[WorkspaceLayers.Facilities].Where(r => Status(r) is null or "open"))
        {
            var community = CommunityAt(row);
            var subdistrict = community < 0 ? -1 : Frame.Communities[community].Subdistrict;
            foreach (var s in (Service(row) ?? "").Split(';', StringSplitOptions.TrimEntries).Select(loaded.Pack.IndexOfService).Distinct())
            {
                if (s >= 0)
                {
                    counts[0][s]++;
                    counts[subdistrict < 0 ? 0 : subdistricts[subdistrict]][s] += subdistrict < 0 ? 0 : 1;
                    counts[community < 0 ? 0 : communities[community]][s] += community < 0 ? 0 : 1;
                }
            }
        }

        return counts;
    }

    private SurveyCommunity[] CommunitiesOf()
    {
        var buildings = loaded.District.Buildings;
        int[] groups = [DemandGroups.IndexOf("all"), .. DemandGroups.AgeColumns.Select(DemandGroups.IndexOf)];
        var people = loaded.Areas.Select(_ => new long[groups.Length]).ToArray();
        var parent = new Dictionary<int, int>();
        for (var b = 0; b < buildings.Count; b++)
        {
            var community = buildings.Area[(int)AreaLevel.Community][b];
            parent.TryAdd(community, Array.IndexOf(subdistricts, buildings.Area[(int)AreaLevel.Subdistrict][b]));
            for (var g = 0; g < groups.Length; g++)
            {
                people[community][g] += buildings.People[groups[g]][b];
            }
        }

        return
        [
            .. communities.Select(a => new SurveyCommunity(
                loaded.Areas[a].Area.Code, parent.TryGetValue(a, out var sub) ? sub : SubdistrictOf(loaded.Areas[a].Area.Parent),
                SurveyCommunity.AgesOf(people[a][0], people[a][1..]))),
        ];
    }

    private int SubdistrictOf(string? code) => Array.FindIndex(subdistricts, a => loaded.Areas[a].Area.Code == code);
}
