using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Needs;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>The table <c>rectification</c> (整改清单): what sets the rooms of new compounds right, how much, by when, in the order of work.</summary>
public static class RectificationLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("order", ColumnType.Whole), new("compound", ColumnType.Text), new("name", ColumnType.Text),
        new("community", ColumnType.Text), new("room", ColumnType.Text), new("service", ColumnType.Text), new("action", ColumnType.Text),
        new("amount_m2", ColumnType.Real), new("deadline", ColumnType.Text), new("overdue", ColumnType.Flag), new("note", ColumnType.Text),
    ];

    private static readonly Func<LayerRow, string?> Note = new RowReader(WorkspaceLayers.CompoundRooms).Text("note");
    private static readonly Func<LayerRow, string?> Deadline = new RowReader(WorkspaceLayers.CompoundRooms).Text("deadline");

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("rectification", new("整改清单", "Rectification list"), LayerGeometry.None, Contents);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var read = new AuditedCompoundRows(assessment);
        var rooms = assessment.Loaded.Rows[WorkspaceLayers.CompoundRooms].ToDictionary(r => (string)r.Values[0]!, StringComparer.Ordinal);
        var entries = Rectification.Sorted(assessment.RoomAudits.SelectMany(a => a.Entries));
        return (Columns, [.. entries.Select((entry, i) => new LayerRow(null, Values(read, rooms, entry, i + 1)))]);
    }

    private static object?[] Values(AuditedCompoundRows read, Dictionary<string, LayerRow> rooms, Rectification entry, long order)
    {
        var (action, room) = (RuleText.Snake(entry.Action), entry.Room is { } id ? rooms.GetValueOrDefault(id) : null);
        // A deadline that is no date is shown as it was written, and nothing is judged by it.
        var deadline = entry.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (room is null ? null : Deadline(room));
        return
        [
            $"{entry.Compound}/{entry.Room ?? entry.Service ?? "all"}/{action}", order, entry.Compound, read.NameOf(entry.Compound),
            read.CommunityOf(entry.Compound), entry.Room, entry.Service, action, Hundredths.Amount(entry.AmountDm2),
            deadline, entry.IsOverdue, room is null ? null : Note(room),
        ];
    }
}
