namespace SpatialPlanner.Planning.Needs;

/// <summary>The rooms of one service in a compound; amounts in dm².</summary>
/// <param name="RuleDm2">Required by rule, or null.</param>
/// <param name="RequiredDm2">The larger of the contract and the rule.</param>
/// <param name="UsableDm2">In use or idle.</param>
/// <param name="AfterwardsDm2">Usable when the entries are done.</param>
/// <param name="Entries">What sets them right.</param>
internal sealed record ServiceRooms(
    long? RuleDm2, long RequiredDm2, long UsableDm2, long AfterwardsDm2, IReadOnlyList<Rectification> Entries)
{
    public static ServiceRooms Of(AuditedCompound compound, string service, long? ruleDm2, DateOnly? asOf)
    {
        RoomRecord[] rooms = [.. compound.Rooms.Where(r => (r.Service ?? "") == service)];
        var required = Math.Max(rooms.Sum(r => r.RequiredDm2 ?? 0), ruleDm2 ?? 0);
        var usable = rooms.Sum(r => r.UsableDm2);
        var entries = rooms.Select(r => Entry(compound, r, asOf)).OfType<Rectification>().ToList();
        // A room that nobody measured is taken to be as large as it had to be: measuring it comes before asking for more.
        var afterwards = usable + entries.Sum(e => e.AmountDm2 ?? rooms.Single(r => r.Id == e.Room).RequiredDm2 ?? 0);
        if (compound.Rooms.Count > 0 && required > afterwards)
        {
            entries.Add(Entry(
                compound, null, service == "" ? null : service, RectificationAction.MakeUp, required - afterwards,
                rooms.Min(r => r.Deadline), asOf));
            afterwards = required;
        }

        return new ServiceRooms(ruleDm2, required, usable, afterwards, entries);
    }

    public static Rectification Entry(
        AuditedCompound compound, RoomRecord? room, string? service, RectificationAction action, long? amountDm2,
        DateOnly? deadline, DateOnly? asOf) =>
        new(compound.Id, room?.Id, service, action, amountDm2, deadline, deadline is { } day && asOf is { } now ? day < now : null);

    private static Rectification? Entry(AuditedCompound compound, RoomRecord room, DateOnly? asOf)
    {
        Rectification Of(RectificationAction action, long? amount) =>
            Entry(compound, room, room.Service, action, amount, room.Deadline, asOf);
        return room switch
        {
            // What is not handed over is as large as it had to be, or as it was measured where that is more.
            { State: RoomState.NotDelivered } => Of(
                RectificationAction.HandOver, room.RequiredDm2 is { } r ? Math.Max(r, room.DeliveredDm2 ?? 0) : room.DeliveredDm2),
            { State: RoomState.Diverted } => Of(RectificationAction.GiveBack, room.DeliveredDm2),
            { State: RoomState.Unfit } => Of(RectificationAction.MakeFit, room.DeliveredDm2),
            { State: RoomState.Unknown } => Of(RectificationAction.Inspect, room.DeliveredDm2),
            { DeliveredDm2: null } => Of(RectificationAction.Measure, null),
            _ => null,
        };
    }
}
