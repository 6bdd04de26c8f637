using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Data.Health;

/// <summary>Do the parts add up to what the wholes say?</summary>
internal static class SumHealth
{
    private static readonly RowReader Boundary = new(WorkspaceLayers.Boundaries);
    private static readonly Func<LayerRow, string?> Parent = Boundary.Text("parent_code");
    private static readonly Func<LayerRow, string?> Name = Boundary.Text("name");
    private static readonly Func<LayerRow, long?> People = Boundary.Whole("population");
    private static readonly (string Column, Func<LayerRow, long?> Read)[] Counts =
    [
        .. new[] { "households", "population" }.Concat(DemandGroups.AgeColumns).Select(c => (c, Boundary.Whole(c))),
    ];

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var boundaries = loaded.Rows[WorkspaceLayers.Boundaries];
        var children = boundaries.Where(r => Parent(r) is not null).ToLookup(r => Parent(r)!);
        return Counts.SelectMany(c => PartsAgainstWholes(boundaries, children, c.Column, c.Read))
            .Concat(AgesAgainstPeople(loaded, WorkspaceLayers.Boundaries))
            .Concat(AgesAgainstPeople(loaded, WorkspaceLayers.Buildings))
            .Concat(BuildingsAgainstCommunities(loaded, boundaries));
    }

    // Parts of which some do not say are compared only where the others are too many already.
    private static IEnumerable<HealthFinding> PartsAgainstWholes(
        IReadOnlyList<LayerRow> boundaries, ILookup<string, LayerRow> children, string column, Func<LayerRow, long?> read)
    {
        foreach (var row in boundaries)
        {
            var code = (string)row.Values[0]!;
            long?[] parts = [.. children[code].Select(read)];
            if (read(row) is not { } whole || parts.All(p => p is null))
            {
                continue;
            }

            var (sum, silent) = (parts.Sum()!.Value, parts.Count(p => p is null));
            if (sum > whole || (sum != whole && silent == 0))
            {
                var shown = parts.Length <= 6 ? $" = {string.Join(" + ", parts.Select(p => p?.ToString(CultureInfo.InvariantCulture) ?? "?"))}" : string.Empty;
                yield return HealthReport.Finding(
                    HealthGrade.Warning, "parts_do_not_add_up", WorkspaceLayers.Boundaries.Name, [code],
                    Text($"{Name(row) ?? code} 的 {column} 为 {whole:N0}，{parts.Length} 个下级合计为 {sum:N0}{shown}：核对哪个数字有误"),
                    Text($"{column} of {Name(row) ?? code} is {whole:N0}, of its {parts.Length} parts {sum:N0}{shown}: see which figure is wrong"));
            }
        }
    }

    private static IEnumerable<HealthFinding> AgesAgainstPeople(LoadedDistrict loaded, LayerSchema layer)
    {
        var read = new RowReader(layer);
        var population = read.Whole("population");
        Func<LayerRow, long?>[] ages = [.. DemandGroups.AgeColumns.Select(read.Whole)];
        List<string> over =
        [
            .. loaded.Rows[layer].Where(r => population(r) is { } people && ages.Sum(a => a(r) ?? 0) > people)
                .Select(r => (string)r.Values[0]!),
        ];
        if (over.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Problem, "ages_over_population", layer.Name, over,
                $"{over.Count} 行的年龄组合计多于总人口：核对各年龄组", $"in {over.Count} rows the age groups have more people than the population: check the age groups");
        }
    }

    private static IEnumerable<HealthFinding> BuildingsAgainstCommunities(
        LoadedDistrict loaded, IReadOnlyList<LayerRow> boundaries)
    {
        var (buildings, areas) = (loaded.District.Buildings, loaded.District.Areas);
        var sum = new Dictionary<string, long>();
        for (var b = 0; b < buildings.Count; b++)
        {
            var code = areas.Code[buildings.Area[(int)AreaLevel.Community][b]];
            sum[code] = sum.GetValueOrDefault(code) + buildings.People[0][b];
        }

        // A twentieth: registers and buildings are rarely counted on the same day.
        List<string> off =
        [
            .. boundaries.Where(r => People(r) is { } given && sum.TryGetValue((string)r.Values[0]!, out var counted)
                && Math.Abs(given - counted) > given / 20.0).Select(r => (string)r.Values[0]!),
        ];
        if (off.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "buildings_against_register", WorkspaceLayers.Boundaries.Name, off,
                $"{off.Count} 个社区的建筑人口合计与登记人口相差超过 5%",
                $"in {off.Count} communities the people of the buildings differ by over 5 % from the register");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
