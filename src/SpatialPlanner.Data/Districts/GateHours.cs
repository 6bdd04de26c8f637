using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Data.Districts;

/// <summary>The entrances that are open at some hours only.</summary>
/// <param name="Entrances">Rows of <c>entrances</c> and their hours; one whose hours are not understood is not among them.</param>
/// <param name="Warnings">Those whose hours are not understood: they count as open.</param>
public sealed record GateHours(
    IReadOnlyList<(int Row, OpeningHours Hours)> Entrances, IReadOnlyList<LocalText> Warnings)
{
    private const int NamedAtMost = 5;
    private static readonly RowReader Read = new(WorkspaceLayers.Entrances);
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly Func<LayerRow, string?> Hours = Read.Text("hours");

    /// <summary>Reads the hours of entrances with <c>access=hours</c>.</summary>
    /// <param name="entrances">Rows of <c>entrances</c>.</param>
    public static GateHours Of(IReadOnlyList<LayerRow> entrances)
    {
        var known = new List<(int Row, OpeningHours Hours)>();
        var unknown = new List<string>();
        for (var r = 0; r < entrances.Count; r++)
        {
            if (Access(entrances[r]) != "hours")
            {
                continue;
            }

            var text = Hours(entrances[r]) ?? "";
            if (OpeningHours.Parse(text) is { } hours)
            {
                known.Add((r, hours));
            }
            else
            {
                unknown.Add($"{entrances[r].Values[0]} \"{text}\"");
            }
        }

        return new GateHours(known, unknown.Count == 0 ? [] : [Warning(unknown)]);
    }

    private static LocalText Warning(List<string> unknown)
    {
        var named = string.Join(", ", unknown.Take(NamedAtMost)) + (unknown.Count > NamedAtMost ? " …" : "");
        return new(
            $"{unknown.Count} 个出入口的开放时间无法理解，按开放计：{named}（写作 06:00-22:00 或 Mo-Fr 06:00-09:00,16:00-22:00）",
            $"the hours of {unknown.Count} entrances are not understood and they count as open: {named} "
            + "(write 06:00-22:00 or Mo-Fr 06:00-09:00,16:00-22:00)");
    }
}
