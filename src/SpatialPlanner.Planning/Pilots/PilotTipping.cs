namespace SpatialPlanner.Planning.Pilots;

/// <summary>How far one weight can be moved before the choice changes, the others keeping their proportions.</summary>
/// <param name="Criterion">Place of the criterion.</param>
/// <param name="Weight">Its weight, a share of all.</param>
/// <param name="Down">The highest lower weight at which the choice is another one; null where none is.</param>
/// <param name="Up">The lowest higher weight at which the choice is another one; null where none is.</param>
/// <param name="Leaves">Alternatives that leave at the nearer of the two.</param>
/// <param name="Enters">Alternatives that come in their place.</param>
public sealed record PilotTipping(
    int Criterion, double Weight, double? Down, double? Up, IReadOnlyList<int> Leaves, IReadOnlyList<int> Enters)
{
    /// <summary>The smaller change of the two; null where the choice never changes.</summary>
    public double? Change => (Down, Up) switch
    {
        (null, null) => null,
        ({ } down, null) => Weight - down,
        (null, { } up) => up - Weight,
        ({ } down, { } up) => Math.Min(Weight - down, up - Weight),
    };
}
