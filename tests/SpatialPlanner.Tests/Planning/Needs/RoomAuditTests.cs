using SpatialPlanner.Planning.Needs;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Planning.Needs.RectificationAction;
using static SpatialPlanner.Planning.Needs.RoomState;

namespace SpatialPlanner.Tests.Planning.Needs;

public class RoomAuditTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly PlanningRule Together = PlannedTown.Size("30", null, RuleCriterion.AreaPer100Households, 30);

    // 1,000 dwellings: 30 m² per 100 households are 300 m².
    [Fact]
    public void TheLargerOfContractAndRuleIsRequired()
    {
        var below = Audit([Together], Room("a", "health", 200, 200, InUse));
        Assert.Equal((20_000, 30_000, 30_000, 20_000, 10_000), Figures(below));
        var above = Audit([Together], Room("a", "health", 350, 350, Idle));
        Assert.Equal((35_000, 30_000, 35_000, 35_000, 0), Figures(above));
        Assert.Empty(above.Findings);
        Assert.Empty(above.Entries);
    }

    [Fact]
    public void ARuleOfOneServiceIsAskedOfItsRoomsAlone()
    {
        // Care: contract 100, rule 20 × 10 = 200. Health: 150 by contract. Together 350, more than the 300 of all services.
        var care = PlannedTown.Size("20", "elderly_care", RuleCriterion.AreaPer100Households, 20);
        var audit = Audit([Together, care], Room("a", "elderly_care", 100, 120, InUse), Room("b", "health", 150, 400, InUse));
        Assert.Equal(35_000, audit.RequiredDm2);
        // 520 m² are there; care lacks 80 all the same.
        Assert.Equal((52_000L, 8_000L), (audit.UsableDm2, audit.ShortfallDm2));
        Assert.Equal([(MakeUp, "elderly_care", 8_000L)], Entries(audit));
    }

    [Fact]
    public void ARecommendedRuleObligesNobody() => Assert.Null(
        Audit([Together with { Force = RuleForce.Recommended }], Room("a", "health", 10, 10, InUse)).RuleDm2);

    [Theory]
    [InlineData(Unfit, MakeFit, RoomFinding.Unfit)]
    [InlineData(Diverted, GiveBack, RoomFinding.Diverted)]
    [InlineData(NotDelivered, HandOver, RoomFinding.NotDelivered)]
    [InlineData(Unknown, Inspect, RoomFinding.StateUnknown)]
    public void WhatCannotBeUsedIsMissingUntilItIsSetRight(RoomState state, RectificationAction action, RoomFinding finding)
    {
        var audit = Audit([], Room("a", "health", 100, 100, state), Room("b", "meals", 50, 50, InUse));
        Assert.Equal((15_000, null, 15_000, 5_000, 10_000), Figures(audit));
        Assert.Equal([(action, "health", 10_000L)], Entries(audit));
        Assert.Equal([finding], audit.Findings);
    }

    [Fact]
    public void ARoomThatIsTooSmallIsMadeUpForBesideWhatElseIsWrongWithIt()
    {
        // 100 m² asked for, 60 delivered and let out: the 60 are given back and 40 more made up.
        var audit = Audit([], Room("a", "health", 100, 60, Diverted));
        Assert.Equal([(GiveBack, "health", 6_000L), (MakeUp, "health", 4_000L)], Entries(audit));
        Assert.Equal([RoomFinding.Diverted, RoomFinding.TooSmall], audit.Findings);
    }

    [Fact]
    public void ARoomOfUnknownSizeIsMeasuredBeforeMoreIsAskedFor()
    {
        var audit = Audit([], Room("a", "health", 100, null, InUse));
        Assert.Equal([(Measure, "health", null)], Entries(audit));
        Assert.Equal(10_000, audit.ShortfallDm2);
    }

    [Fact]
    public void OverdueIsJudgedByTheDayThatIsGivenAndByNoOther()
    {
        var room = Room("a", "health", 100, 0, NotDelivered, new DateOnly(2026, 2, 28));
        Assert.True(Assert.Single(RoomAudit.Of(Of(room), [], Today).Entries).IsOverdue);
        Assert.False(Assert.Single(RoomAudit.Of(Of(room with { Deadline = Today }), [], Today).Entries).IsOverdue);
        Assert.Null(Assert.Single(RoomAudit.Of(Of(room), [], null).Entries).IsOverdue);
        Assert.Null(Assert.Single(RoomAudit.Of(Of(room with { Deadline = null }), [], Today).Entries).IsOverdue);
        Assert.Contains(RoomFinding.Overdue, RoomAudit.Of(Of(room), [], Today).Findings);
    }

    [Fact]
    public void ANewEstateWithoutARecordIsAskedForOneAndNotJudged()
    {
        var audit = Audit([Together]);
        Assert.Equal((null, null, RoomFinding.NoRecord), (audit.UsableDm2, audit.ShortfallDm2, Assert.Single(audit.Findings)));
        Assert.Equal([(Report, null, 30_000L)], Entries(audit));
    }

    [Fact]
    public void RoomsOfAnUnknownCompoundAreAuditedByTheirContract()
    {
        var audit = RoomAudit.Of(new AuditedCompound("?", null, [Room("a", "health", 100, 80, InUse)]), [Together], null);
        Assert.Equal((10_000L, null, 10_000L, 2_000L), (audit.ContractDm2, audit.RuleDm2, audit.RequiredDm2, audit.ShortfallDm2));
        Assert.Equal([RoomFinding.UnknownCompound, RoomFinding.TooSmall], audit.Findings);
    }

    [Fact]
    public void TheListIsSortedByWhatIsOverdueThenDeadlineThenArea()
    {
        Rectification Entry(string id, long area, DateOnly? deadline, bool? overdue) => new(id, null, null, HandOver, area, deadline, overdue);
        var (early, late) = (new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1));
        Rectification[] sorted =
        [
            Entry("e", 1, late, true), Entry("b", 9, early, null), Entry("c", 5, early, null), Entry("a", 9, late, false), Entry("d", 99, null, null),
        ];
        Assert.Equal(sorted, Rectification.Sorted(sorted.Reverse()));
    }

    [Fact]
    public void WithEveryEntryDoneNothingIsMissing()
    {
        var random = new Random(5);
        string?[] services = ["health", "meals", null];
        for (var round = 0; round < 2000; round++)
        {
            long? Size() => random.Next(6) == 0 ? null : random.Next(0, 300) * 100;
            RoomRecord[] rooms =
            [
                .. Enumerable.Range(0, random.Next(1, 6)).Select(r => new RoomRecord(
                    $"r{r}", services[random.Next(3)], Size(), random.Next(0, 300) * 100, (RoomState)random.Next(6), null)),
            ];
            PlanningRule[] rules = [Together, PlannedTown.Size("m", "meals", RuleCriterion.AreaPer100Households, 20)];
            var compound = new AuditedCompound("c", random.Next(0, 2000), rooms);
            var audit = RoomAudit.Of(compound, rules, null);
            Assert.Equal(audit.ShortfallDm2 > 0 || rooms.Any(r => r.State is not (InUse or Idle)), audit.Entries.Count > 0);
            var made = audit.Entries.Where(e => e.Room is null)
                .Select((e, i) => new RoomRecord($"new{i}", e.Service, null, e.AmountDm2, InUse, null));
            var done = rooms.Select(r => audit.Entries.SingleOrDefault(e => e.Room == r.Id) is { } entry
                ? r with { State = InUse, DeliveredDm2 = entry.AmountDm2 } : r);
            var after = RoomAudit.Of(compound with { Rooms = [.. done, .. made] }, rules, null);
            Assert.Equal(0, after.ShortfallDm2);
        }
    }

    private static RoomAudit Audit(PlanningRule[] rules, params RoomRecord[] rooms) => RoomAudit.Of(Of(rooms), rules, null);

    private static AuditedCompound Of(params RoomRecord[] rooms) => new("c", 1000, rooms);

    private static RoomRecord Room(string id, string service, long required, long? delivered, RoomState state, DateOnly? deadline = null) =>
        new(id, service, required * 100, delivered * 100, state, deadline);

    private static (long? Contract, long? Rule, long? Required, long? Usable, long? Shortfall) Figures(RoomAudit audit) =>
        (audit.ContractDm2, audit.RuleDm2, audit.RequiredDm2, audit.UsableDm2, audit.ShortfallDm2);

    private static IEnumerable<(RectificationAction, string?, long?)> Entries(RoomAudit audit) =>
        audit.Entries.Select(e => (e.Action, e.Service, e.AmountDm2));
}
