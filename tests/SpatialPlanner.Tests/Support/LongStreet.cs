using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Support;

/// <summary>A street of 1,600 m from west (-600 m) to east (1,000 m), and what tests put beside it; places in metres.</summary>
internal static class LongStreet
{
    public static List<LayerRow> Street =>
        [.. Enumerable.Range(-6, 16).Select(i => TwoStreets.Edge($"a{i + 6:d2}", (100 * i, 0), (100 * (i + 1), 0)))];

    /// <summary>A rule pack of one service, meals, for everybody.</summary>
    public static RulePack Meals(WalkLimit limit, double peoplePerPlace = 1) => Pack.Default with
    {
        Services =
        [
            Pack.Default.Services[Pack.Default.IndexOfService("meals")] with
            {
                Limit = limit, Group = "all", Profile = "planning", PeoplePerPlace = peoplePerPlace,
            },
        ],
    };

    public static LayerRow Home(string id, double x, double y, long people) => Rows.Of(
        Buildings, new Point(TwoStreets.At(x, y)), ("id", id), ("use", "residential"), ("population", people));

    public static LayerRow Facility(string id, double x, long? capacity, string services = "meals", string status = "open") => Rows.Of(
        Facilities, new Point(TwoStreets.At(x, 0)), ("id", id), ("services", services), ("status", status), ("capacity", capacity));

    public static LayerRow Community(string code, double west, double east) => Rows.Of(
        Boundaries, TwoStreets.Box(west, -500, east, 500), ("code", code), ("name", code), ("level", "community"));

    public static LoadedDistrict Load(RulePack pack, params (LayerSchema Layer, IReadOnlyList<LayerRow> Rows)[] layers)
    {
        var rows = All.ToDictionary(
            l => l, l => (IReadOnlyList<LayerRow>)[.. layers.Where(x => x.Layer == l).SelectMany(x => x.Rows)
                .OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);
        return new DistrictBuilder(rows, pack, new(new("长街", "Long street"), true, "test"), "long street").Build([], []);
    }
}
