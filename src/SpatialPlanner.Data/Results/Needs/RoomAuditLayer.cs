using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Needs;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>The layer <c>room_audit</c>: the rooms that each new compound had to hand over, and did (配建审计).</summary>
public static class RoomAuditLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("name", ColumnType.Text), new("community", ColumnType.Text),
        new("dwellings", ColumnType.Whole), new("rooms", ColumnType.Whole), new("required_contract_m2", ColumnType.Real),
        new("required_rule_m2", ColumnType.Real), new("required_m2", ColumnType.Real), new("delivered_m2", ColumnType.Real),
        new("usable_m2", ColumnType.Real), new("shortfall_m2", ColumnType.Real), new("findings", ColumnType.Text),
        new("overdue", ColumnType.Flag), new("entries", ColumnType.Whole),
    ];

    /// <summary>The layer; a compound that the data do not have has no geometry.</summary>
    public static ResultLayer Layer { get; } = new("room_audit", new("配建审计", "Audit of compounds' rooms"), LayerGeometry.Polygon, Contents);

    /// <summary>Word of a finding in tables.</summary>
    /// <param name="finding">Finding.</param>
    public static string NameOf(RoomFinding finding) => finding == RoomFinding.TooSmall ? "short" : RuleText.Snake(finding);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var read = new AuditedCompoundRows(assessment);
        return (Columns, [.. assessment.RoomAudits.Select(a => new LayerRow(read.ShapeOf(a.Compound.Id), Values(read, a)))]);
    }

    private static object?[] Values(AuditedCompoundRows read, RoomAudit audit) =>
    [
        audit.Compound.Id, read.NameOf(audit.Compound.Id), read.CommunityOf(audit.Compound.Id), audit.Compound.Dwellings,
        (long)audit.Compound.Rooms.Count, Hundredths.Amount(audit.ContractDm2), Hundredths.Amount(audit.RuleDm2),
        Hundredths.Amount(audit.RequiredDm2), Hundredths.Amount(audit.DeliveredDm2), Hundredths.Amount(audit.UsableDm2),
        Hundredths.Amount(audit.ShortfallDm2), audit.Findings.Count == 0 ? "none" : string.Join(';', audit.Findings.Select(NameOf)),
        audit.Entries.Any(e => e.IsOverdue is not null) ? audit.Entries.Any(e => e.IsOverdue == true) : null, (long)audit.Entries.Count,
    ];
}
