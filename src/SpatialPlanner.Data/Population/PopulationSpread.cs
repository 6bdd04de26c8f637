using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Population;

/// <summary>
/// Spreads the people of areas over their buildings (dasymetric mapping): by dwellings or floor area, age groups likewise,
/// in whole people whose sums are those of the areas exactly. Buildings whose people are given keep them; the others
/// share what is left and are marked <c>estimated</c>.
/// </summary>
public static class PopulationSpread
{
    private static readonly int Community = WorkspaceLayers.Buildings.Require("community_code");
    private static readonly int Population = WorkspaceLayers.Buildings.Require("population");
    private static readonly int Source = WorkspaceLayers.Buildings.Require("population_source");
    private static readonly int[] Ages = [.. DemandGroups.AgeColumns.Select(WorkspaceLayers.Buildings.Require)];

    /// <summary>Spreads the people of zones.</summary>
    /// <param name="buildings">Rows of <c>buildings</c>; they are not changed.</param>
    /// <param name="zones">The areas.</param>
    /// <param name="source">Where the zones come from, for messages.</param>
    /// <param name="by">By what.</param>
    /// <param name="constants">Shares of ages where a zone gives none, and the default storeys.</param>
    /// <param name="cancel">Cancels.</param>
    public static SpreadResult Of(
        IReadOnlyList<LayerRow> buildings, IReadOnlyList<PopulationZone> zones, string source, SpreadBy by,
        PopulationConstants constants, CancellationToken cancel = default)
    {
        var (changed, problems) = (new List<LayerRow>(), new List<InputProblem>());
        var (done, spread, given, homeless) = (0, 0L, 0L, 0L);
        var weights = new SpreadWeight(constants);
        foreach (var (zone, rows) in zones.Zip(RowsOf(buildings, zones)))
        {
            cancel.ThrowIfCancellationRequested();
            void Tell(LocalText what, LocalText remedy) =>
                problems.Add(new InputProblem(ProblemSeverity.Warning, source, zone.Code, what, remedy));

            List<LayerRow> known = [.. rows.Where(IsGiven)];
            List<LayerRow> open = [.. rows.Where(r => !IsGiven(r))];
            var there = known.Sum(r => (long)r.Values[Population]!);
            var rest = zone.People - there;
            var (_, weight) = weights.Of(open, by);
            if (rest < 0)
            {
                Tell(
                    new($"建筑已有 {there:N0} 人，多于区域的 {zone.People:N0} 人；未分配", $"the buildings already have {there:N0} people, more than the area's {zone.People:N0}; nothing was spread"),
                    new("核对两个数字", "compare the two numbers"));
                continue;
            }

            if (rest > 0 && !(weight.Sum() > 0))
            {
                homeless += rest;
                Tell(
                    new($"{rest:N0} 人没有可分配的住宅建筑", $"{rest:N0} people have no building to be spread over"),
                    new("补充建筑，或核对建筑用途", "add buildings, or check their use"));
                continue;
            }

            var people = LargestRemainder.Share(rest, weight);
            var ages = GroupShares.Split(people, AgesLeft(zone, known, rest, constants, Tell));
            changed.AddRange(open.Select((row, i) => With(row, people[i], ages[i])));
            (done, spread, given) = (done + 1, spread + rest, given + there);
        }

        return new SpreadResult(changed, done, spread, given, homeless, problems);
    }

    // What a spreading or an import estimated before is estimated anew.
    private static bool IsGiven(LayerRow row) =>
        row.Values[Population] is long && row.Values[Source] is not "estimated";

    private static List<LayerRow>[] RowsOf(IReadOnlyList<LayerRow> buildings, IReadOnlyList<PopulationZone> zones)
    {
        var byCode = new Dictionary<string, int>();
        for (var z = 0; z < zones.Count; z++)
        {
            byCode.TryAdd(zones[z].Code, z);
        }

        var finder = new AreaFinder([.. zones.Select(z => new Area(z.Code, z.Code, z.Code, null, z.Shape))]);
        var rows = zones.Select(_ => new List<LayerRow>()).ToArray();
        foreach (var row in buildings.Where(r => r.Geometry is { IsEmpty: false }))
        {
            var zone = row.Values[Community] is string code && byCode.TryGetValue(code, out var z)
                ? z
                : finder.At(Places.Of(row.Geometry!));
            if (zone != AreaFinder.None)
            {
                rows[zone].Add(row);
            }
        }

        return rows;
    }

    private static long[] AgesLeft(
        PopulationZone zone, List<LayerRow> known, long rest, PopulationConstants constants, Action<LocalText, LocalText> tell)
    {
        var left = new long[Ages.Length];
        for (var g = 0; g < left.Length; g++)
        {
            left[g] = zone.Ages[g] is { } total
                ? total - known.Sum(r => r.Values[Ages[g]] as long? ?? 0)
                : (long)Math.Floor(rest * constants.AgeShares[DemandGroups.AgeColumns[g]]);
        }

        if (left.All(n => n >= 0) && left.Sum() <= rest)
        {
            return left;
        }

        tell(
            new("年龄组之和与人口不符；年龄按规则包比例估算（待核实）", "the age groups do not fit the population; ages are estimated by the shares of the rule pack (to be verified)"),
            new("核对该区域的年龄组", "check the age groups of the area"));
        return [.. DemandGroups.AgeColumns.Select(column => (long)Math.Floor(rest * constants.AgeShares[column]))];
    }

    private static LayerRow With(LayerRow row, long people, long[] ages)
    {
        var values = (object?[])row.Values.Clone();
        values[Population] = people;
        values[Source] = "estimated";
        for (var g = 0; g < ages.Length; g++)
        {
            values[Ages[g]] = ages[g];
        }

        return row with
        {
            Values = values,
        };
    }
}
