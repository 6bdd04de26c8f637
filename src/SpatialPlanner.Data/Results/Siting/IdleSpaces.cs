using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>The idle spaces of a workspace as candidates of a plan.</summary>
internal static class IdleSpaces
{
    private const double MostAreaM2 = 1e6, MostCostCny = 1e12;
    private static readonly RowReader Read = new(WorkspaceLayers.IdleSpaces);
    private static readonly Func<LayerRow, string?> Name = Read.Text("name");
    private static readonly Func<LayerRow, string?> Community = Read.Text("community_code");
    private static readonly Func<LayerRow, string?> Status = Read.Text("status");
    private static readonly Func<LayerRow, string?> Permitted = Read.Text("permitted_services");
    private static readonly Func<LayerRow, string?> AvailableFrom = Read.Text("available_from");
    private static readonly Func<LayerRow, double?> AreaM2 = Read.Real("floor_area_m2");
    private static readonly Func<LayerRow, double?> CostCny = Read.Real("cost_cny");
    private static readonly Func<LayerRow, long?> Storey = Read.Whole("storey");

    /// <summary>Reads them, in the order of their ids.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="areas">Its communities.</param>
    public static IReadOnlyList<SiteSpace> Of(LoadedDistrict loaded, DemandAreas areas)
    {
        var rows = loaded.Rows[WorkspaceLayers.IdleSpaces];
        var median = MedianCostPerM2(rows);
        return [.. rows.Select(r => Space(loaded, areas, r, median))];
    }

    private static SiteSpace Space(LoadedDistrict loaded, DemandAreas areas, LayerRow row, double medianPerM2)
    {
        var (at, area, cost) = (row.Geometry!.Coordinate, UsableArea(row), Cost(row));
        var (x, y) = loaded.Projection.ToLocal(at.X, at.Y);
        return new SiteSpace(
            (string)row.Values[0]!, Name(row), areas.CommunityOf(Community(row)) is var c and >= 0 ? c : areas.CommunityAt(row), at.X, at.Y,
            x, y, area ?? 0, Storey(row), (long)Math.Round(cost ?? (area ?? 0) * medianPerM2), cost is null, YearOf(AvailableFrom(row)),
            [.. (Permitted(row) ?? "").Split([';', ',', '；', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Status(row) is { } status and not ("candidate" or "reserve") ? OfStatus(status) : area is null ? NoArea : null);
    }

    private static readonly LocalText NoArea = new(
        "没有建筑面积，无法安排房间：请在 idle_spaces 中填写 floor_area_m2", "its floor area is not known, so no room can be planned: give floor_area_m2 in idle_spaces");

    private static LocalText OfStatus(string status) => status switch
    {
        "chosen" => new("已被选用（状态 chosen）", "it is chosen already (status chosen)"),
        "built" => new("已建成（状态 built）", "it is built already (status built)"),
        "rejected" => new("已被否决（状态 rejected）", "it was rejected (status rejected)"),
        _ => new($"状态为 {status}", $"its status is {status}"),
    };

    private static double? UsableArea(LayerRow row) => AreaM2(row) is { } area && area > 0 && area <= MostAreaM2 ? area : null;

    // A negative cost is a mistake of the data and no gift.
    private static double? Cost(LayerRow row) => CostCny(row) is { } cost && cost >= 0 && cost <= MostCostCny ? cost : null;

    /// <summary>Cost a m² of the spaces that have one; 0 where none has.</summary>
    private static double MedianCostPerM2(IReadOnlyList<LayerRow> rows)
    {
        double[] known = [.. rows.Where(r => UsableArea(r) is not null && Cost(r) is not null).Select(r => Cost(r)!.Value / UsableArea(r)!.Value).Order()];
        return known.Length == 0 ? 0 : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }

    /// <summary>The year that a date begins with: 2026-06-01, 2026/6, 2026年6月.</summary>
    private static int? YearOf(string? date) =>
        date?.Trim() is { Length: >= 4 } text && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900
            ? year : null;
}
