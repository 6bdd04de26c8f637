using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Makes the synthetic district that a machine without data shows first. Pure: no file, no clock, the same recipe
/// gives the same rows to the last digit. Nothing in it is real, and it overlays nothing real.
/// </summary>
public static class SampleDistrict
{
    /// <summary>Name under which the sample stands in the provenance table.</summary>
    public const string FileName = "sample (synthetic)";

    private const long Steps = 5;

    /// <summary>Makes all layers of the workspace.</summary>
    /// <param name="recipe">What the district is made of.</param>
    /// <param name="pack">The services that its facilities and its survey know.</param>
    /// <param name="progress">Told of each step, or null.</param>
    /// <param name="ct">Cancels between steps.</param>
    public static LayerBatch Make(
        SampleRecipe recipe, RulePack pack, IProgress<Progress>? progress, CancellationToken ct)
    {
        var frame = new GeoFrame(recipe);
        Tell(progress, "planning streets and compounds", 0, ct);
        var city = SampleCity.Plan(recipe, ct);
        Tell(progress, "settling residents", 1, ct);
        var residents = Settling.Settle(recipe, city);
        Tell(progress, "drawing boundaries and buildings", 2, ct);
        var boundaries = BoundaryRows.Make(city, frame, residents);
        var housing = new HousingRows(city, frame, residents);
        List<Rows> layers = [boundaries, housing.Land(), housing.Compounds(), housing.Buildings()];
        Tell(progress, "joining streets", 3, ct);
        layers.Add(new StreetRows(frame).Make(city));
        layers.Add(housing.Entrances());
        Tell(progress, "opening facilities", 4, ct);
        var spots = new Spots(city, new SampleRandom(recipe.Seed, 10));
        var facilities = FacilityRows.Make(recipe, city, frame, pack, spots);
        layers.Add(facilities);
        layers.Add(LandCoverRows.Make(city, frame, facilities));
        layers.Add(IdleSpaceRows.Make(recipe, city, frame, pack, spots));
        layers.Add(ResourceRows.Make(recipe, city, frame, pack, spots));
        layers.Add(SurveyRows.Make(recipe, city, pack, PeopleOfCommunities(city, residents)));
        layers.Add(CompoundRoomRows.Make(recipe, city, pack, residents));
        progress?.Report(new Progress("sample made", Steps, Steps));
        return new LayerBatch(
            FileName, "EPSG:4326", layers.ToDictionary(l => l.Schema, IReadOnlyCollection<LayerRow> (l) => l.List),
            layers.ToDictionary(l => l.Schema, l => l.List.Count), [Notice]);
    }

    private static InputProblem Notice { get; } = new(
        ProblemSeverity.Warning, FileName, null,
        new LocalText("示例区全部为合成数据，不对应任何真实地点或人口", "everything in the sample district is synthetic"),
        new LocalText("正式工作请导入自己的数据（planner import）", "import your own data for real work (planner import)"));

    private static void Tell(IProgress<Progress>? progress, string task, long done, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        progress?.Report(new Progress(task, done, Steps));
    }

    private static int[] PeopleOfCommunities(SampleCity city, List<Residents> residents)
    {
        var people = new int[city.Communities.Count];
        for (var i = 0; i < residents.Count; i++)
        {
            people[city.Parcels[city.Houses[i].Parcel].Community] += residents[i].People;
        }

        return people;
    }
}
