using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Needs;

/// <summary>
/// Compares what a compound had to hand over with what it did (配建审计). Required of a service is the larger of the contract
/// and the mandatory rule; required of the compound the larger of their sum and the mandatory rule of all services together.
/// </summary>
public sealed record RoomAudit
{
    /// <summary>The compound.</summary>
    public required AuditedCompound Compound { get; init; }

    /// <summary>Required by contract, dm²; null where no room says.</summary>
    public long? ContractDm2 { get; init; }

    /// <summary>Required by rule, dm²; null where the pack has no mandatory rule, or the compound's dwellings are not known.</summary>
    public long? RuleDm2 { get; init; }

    /// <summary>Required, dm².</summary>
    public long RequiredDm2 { get; init; }

    /// <summary>Handed over in whatever state, dm²; null where there is no record.</summary>
    public long? DeliveredDm2 { get; init; }

    /// <summary>In use or idle, dm²; null where there is no record.</summary>
    public long? UsableDm2 { get; init; }

    /// <summary>Missing today, dm²; null where there is no record. What one service has too much does not fill another's gap.</summary>
    public long? ShortfallDm2 { get; init; }

    /// <summary>What was found, the gravest first; nothing where all is well.</summary>
    public required IReadOnlyList<RoomFinding> Findings { get; init; }

    /// <summary>What sets it right. With all of it done nothing is missing.</summary>
    public required IReadOnlyList<Rectification> Entries { get; init; }

    /// <summary>Audits a compound.</summary>
    /// <param name="compound">The compound.</param>
    /// <param name="rules">The pack's rules; the mandatory ones of floor area per 100 households count.</param>
    /// <param name="asOf">Day by which overdue is judged; null leaves it open.</param>
    public static RoomAudit Of(AuditedCompound compound, IEnumerable<PlanningRule> rules, DateOnly? asOf)
    {
        PlanningRule[] mandatory =
            [.. rules.Where(r => r.Criterion == RuleCriterion.AreaPer100Households && r.Force == RuleForce.Mandatory)];
        long? ByRule(string? service) => compound.Dwellings is { } dwellings
            ? mandatory.Where(r => r.Service == service).Max(r => (long?)Hundredths.Of(r.Value * dwellings / 100)) : null;
        ServiceRooms[] services =
        [
            .. compound.Rooms.Select(r => r.Service ?? "").Union(mandatory.Select(r => r.Service).OfType<string>())
                .Order(StringComparer.Ordinal).Select(s => ServiceRooms.Of(compound, s, s == "" ? null : ByRule(s), asOf)),
        ];
        var (ofServices, together) = (services.Sum(s => s.RequiredDm2), ByRule(null));
        var byRule = services.Max(s => s.RuleDm2) is null ? null : (long?)services.Sum(s => s.RuleDm2 ?? 0);
        var audit = new RoomAudit
        {
            Compound = compound,
            ContractDm2 = compound.Rooms.Any(r => r.RequiredDm2 is not null) ? compound.Rooms.Sum(r => r.RequiredDm2 ?? 0) : null,
            RuleDm2 = together is null || byRule > together ? byRule : together,
            RequiredDm2 = Math.Max(ofServices, together ?? 0),
            Findings = [],
            Entries = [],
        };
        return compound.Rooms.Count == 0 ? audit.WithoutRecord() : audit.With(services, together ?? 0, asOf);
    }

    private RoomAudit WithoutRecord() => this with
    {
        Findings = [RoomFinding.NoRecord],
        Entries = [new Rectification(Compound.Id, null, null, RectificationAction.Report, RequiredDm2, null, null)],
    };

    private RoomAudit With(ServiceRooms[] services, long together, DateOnly? asOf)
    {
        var entries = services.SelectMany(s => s.Entries).ToList();
        var usable = services.Sum(s => s.UsableDm2);
        if (together - services.Sum(s => s.AfterwardsDm2) is var rest and > 0)
        {
            var deadline = Compound.Rooms.Min(r => r.Deadline);
            entries.Add(ServiceRooms.Entry(Compound, null, null, RectificationAction.MakeUp, rest, deadline, asOf));
        }

        return this with
        {
            DeliveredDm2 = Compound.Rooms.Sum(r => r.DeliveredDm2 ?? 0),
            UsableDm2 = usable,
            ShortfallDm2 = Math.Max(services.Sum(s => Math.Max(0, s.RequiredDm2 - s.UsableDm2)), together - usable),
            Findings = [.. FindingsOf(entries)],
            Entries = Rectification.Sorted(entries),
        };
    }

    private IEnumerable<RoomFinding> FindingsOf(List<Rectification> entries)
    {
        bool Has(RectificationAction action) => entries.Any(e => e.Action == action);
        (RoomFinding Finding, bool Holds)[] findings =
        [
            (RoomFinding.UnknownCompound, Compound.Dwellings is null),
            (RoomFinding.NotDelivered, Has(RectificationAction.HandOver)),
            (RoomFinding.Diverted, Has(RectificationAction.GiveBack)),
            (RoomFinding.Unfit, Has(RectificationAction.MakeFit)),
            (RoomFinding.TooSmall, Has(RectificationAction.MakeUp)),
            (RoomFinding.StateUnknown, Has(RectificationAction.Inspect)),
            (RoomFinding.AreaUnknown, Has(RectificationAction.Measure)),
            (RoomFinding.Overdue, entries.Any(e => e.IsOverdue == true)),
        ];
        return findings.Where(f => f.Holds).Select(f => f.Finding);
    }
}
