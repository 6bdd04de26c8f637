using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Needs;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>Audits the rows of <c>compound_rooms</c> compound by compound.</summary>
internal static class CompoundRooms
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly RowReader Read = new(WorkspaceLayers.CompoundRooms);
    private static readonly Func<LayerRow, string?> CompoundId = Read.Text("compound_id");
    private static readonly Func<LayerRow, string?> Service = Read.Text("service");
    private static readonly Func<LayerRow, double?> RequiredM2 = Read.Real("required_m2");
    private static readonly Func<LayerRow, double?> DeliveredM2 = Read.Real("delivered_m2");
    private static readonly Func<LayerRow, string?> State = Read.Text("state");
    private static readonly Func<LayerRow, string?> Deadline = Read.Text("deadline");
    private static readonly RowReader ReadCompound = new(WorkspaceLayers.Compounds);
    private static readonly Func<LayerRow, string?> CommunityCode = ReadCompound.Text("community_code");
    private static readonly Func<LayerRow, string?> Kind = new RowReader(WorkspaceLayers.Boundaries).Text("kind");

    public static IReadOnlyList<RoomAudit> Audit(Assessment assessment, DateOnly? asOf)
    {
        var (loaded, areas) = (assessment.Loaded, assessment.Areas);
        var rooms = loaded.Rows[WorkspaceLayers.CompoundRooms].ToLookup(r => CompoundId(r) ?? "", RoomOf, StringComparer.Ordinal);
        var (compounds, people) = (loaded.Rows[WorkspaceLayers.Compounds], PeopleOfAreas.Make(loaded, areas));
        var isNew = loaded.Rows[WorkspaceLayers.Boundaries]
            .Where(r => Kind(r)?.Contains("新建", StringComparison.Ordinal) == true)
            .Select(r => (string)r.Values[0]!).ToHashSet(StringComparer.Ordinal);
        var dwellings = Enumerable.Range(0, areas.All.Count).Where(a => areas.All[a].Level == Engine.Districts.AreaLevel.Compound)
            .ToDictionary(a => areas.All[a].Area.Code, a => people[a].Households, StringComparer.Ordinal);
        var known = compounds.Select(r => (string)r.Values[0]!).ToList();
        var audited = known.Where((id, i) => rooms.Contains(id) || (CommunityCode(compounds[i]) is { } code && isNew.Contains(code)))
            .Concat(rooms.Select(g => g.Key).Except(known)).Order(StringComparer.Ordinal);
        return
        [
            .. audited.Select(id => RoomAudit.Of(
                new AuditedCompound(id, dwellings.TryGetValue(id, out var d) ? d : null, [.. rooms[id]]), loaded.Pack.Rules, asOf)),
        ];
    }

    private static RoomRecord RoomOf(LayerRow row) => new(
        (string)row.Values[0]!, Service(row), Hundredths.Given(RequiredM2(row)), Hundredths.Given(DeliveredM2(row)),
        State(row) switch
        {
            "in_use" => RoomState.InUse,
            "idle" => RoomState.Idle,
            "unfit" => RoomState.Unfit,
            "diverted" => RoomState.Diverted,
            "not_delivered" => RoomState.NotDelivered,
            _ => RoomState.Unknown,
        },
        DateOnly.TryParseExact(Deadline(row)?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
}
