using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Tests.Planning.Siting;

public class PlanTrimTests
{
    // Spaces 0 and 1 reach the one building of service 0; nobody lacks service 1.
    private static readonly PlanProblem Twice = new()
    {
        Services = ["meals", "household"],
        Spaces = [new("S1", 10_000, 0, -1, 0), new("S2", 10_000, 0, -1, 0)],
        Rooms = [new(0, 0, 100, 300, null), new(0, 1, 100, 50, null), new(1, 0, 100, 200, null)],
        NotWith = [0, 0],
        Need = [[7], [0]],
        Value = [[1000], [1000]],
        Reach = [new SparseRows([0, 1, 2], [0, 0], [1, 1]), new SparseRows([0, 1, 2], [0, 0], [1, 1])],
        Community = [0],
        Total = [[7], [7]],
        Covered = [[0], [7]],
    };

    private static readonly PlanOutcome All = new(SitingStatus.Optimal, 7000, 7000, [0, 1, 2], [0, 0, 0]);

    [Fact]
    public void WhatGainsNobodyGoesTheDearestFirst() =>
        Assert.Equal([2], PlanTrim.Of(Twice, new(), All).Rooms);

    [Fact]
    public void WhatIsRequiredStays()
    {
        Assert.Equal([1, 2], PlanTrim.Of(Twice, new() { Must = ["S1"] }, All).Rooms);
        Assert.Equal([0], PlanTrim.Of(Twice, new() { Must = ["S1:meals"] }, All).Rooms);
    }
}
