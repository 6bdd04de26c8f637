namespace SpatialPlanner.Planning.Needs;

/// <summary>An entry of the rectification list (整改清单).</summary>
/// <param name="Compound">Id of the compound.</param>
/// <param name="Room">Id of the room's row; null where the entry is about no one of them.</param>
/// <param name="Service">Service code, or null.</param>
/// <param name="Action">What sets it right.</param>
/// <param name="AmountDm2">How much floor area it is about, dm²; null where nobody knows.</param>
/// <param name="Deadline">Day by which it had to be right, or null.</param>
/// <param name="IsOverdue">True where that day has passed; null where no day was asked about or none is given.</param>
public sealed record Rectification(
    string Compound, string? Room, string? Service, RectificationAction Action, long? AmountDm2, DateOnly? Deadline, bool? IsOverdue)
{
    /// <summary>In the order of work: overdue first, then the earliest deadline, the largest area, the compound's id.</summary>
    /// <param name="entries">Entries.</param>
    public static IReadOnlyList<Rectification> Sorted(IEnumerable<Rectification> entries) =>
    [
        .. entries.OrderBy(e => e.IsOverdue == true ? 0 : 1).ThenBy(e => e.Deadline ?? DateOnly.MaxValue)
            .ThenByDescending(e => e.AmountDm2 ?? 0).ThenBy(e => e.Compound, StringComparer.Ordinal)
            .ThenBy(e => e.Room ?? "", StringComparer.Ordinal).ThenBy(e => e.Service ?? "", StringComparer.Ordinal)
            .ThenBy(e => e.Action),
    ];
}
