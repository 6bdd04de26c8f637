using System.Text.Json.Serialization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Planning.Gaps;

namespace SpatialPlanner.Server.Api;

/// <summary>A row of the gap table.</summary>
internal sealed record GapLine(
    string Level, string Code, string Name, string NameEn, string Service, double? LimitM, double? LimitS, string Group,
    string Denominator, long Total, long Covered, long Uncovered, double? Share, string Profile,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? CoveredBefore = null)
{
    public static GapLine Of(LoadedDistrict loaded, GapRow row, long? coveredBefore = null)
    {
        var area = loaded.Areas[row.Area].Area;
        return new GapLine(
            GapsLayer.NameOf(row.Level), area.Code, area.Name, area.NameEn, row.Service, Rounded.Milli(row.LimitM),
            Rounded.Milli(row.LimitS), row.Group, GapTableLayer.NameOf(row.Denominator), row.Total, row.Covered,
            row.Uncovered, row.Share is { } share ? Math.Round(share, 6) : null, row.Profile, coveredBefore);
    }
}
