using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Health;

/// <summary>Do the parts add up to what the wholes say?</summary>
internal static class SumHealth
{
    private static readonly RowReader Boundary = new(WorkspaceLayers.Boundaries);
    private static readonly Func<LayerRow, long?> Population = Boundary.Whole("population");
    private static readonly Func<LayerRow, string?> Parent = Boundary.Text("parent_code");

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var boundaries = loaded.Rows[WorkspaceLayers.Boundaries];
        var children = boundaries.Where(r => Parent(r) is not null && Population(r) is not null).ToLookup(r => Parent(r)!);
        foreach (var row in boundaries)
        {
            var code = (string)row.Values[0]!;
            if (Population(row) is { } whole && children[code].Any()
                && children[code].Sum(r => Population(r)!.Value) is var parts && parts != whole)
            {
                yield return HealthReport.Finding(
                    HealthGrade.Warning, "parts_do_not_add_up", WorkspaceLayers.Boundaries.Name, [code],
                    Text($"{code} 的人口为 {whole:N0}，下级合计为 {parts:N0}"),
                    Text($"{code} has {whole:N0} people, its parts {parts:N0}"));
            }
        }

        foreach (var finding in BuildingsAgainstCommunities(loaded, boundaries))
        {
            yield return finding;
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
            .. boundaries.Where(r => Population(r) is { } given && sum.TryGetValue((string)r.Values[0]!, out var counted)
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
