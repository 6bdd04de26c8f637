using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Health;

/// <summary>How much a finding matters.</summary>
public enum HealthGrade
{
    /// <summary>A figure to know.</summary>
    Note,

    /// <summary>Worth a look: the figures may be off by what it says.</summary>
    Warning,

    /// <summary>Wrong: mend it before trusting the figures.</summary>
    Problem,
}

/// <summary>One thing found about the data of a workspace.</summary>
/// <param name="Grade">How much it matters.</param>
/// <param name="Code">Stable code, e.g. <c>network_islands</c>.</param>
/// <param name="Layer">Layer it is about.</param>
/// <param name="Count">How many rows it is about.</param>
/// <param name="Text">What was found and what to do.</param>
/// <param name="Ids">Ids of the first rows it is about, at most <see cref="IdLimit"/>.</param>
public sealed record HealthFinding(
    HealthGrade Grade, string Code, string Layer, long Count, LocalText Text, IReadOnlyList<string> Ids)
{
    /// <summary>
    /// Places of the first of them, at most <see cref="IdLimit"/>; none where the rows have no place or it is about the
    /// layer as a whole.
    /// </summary>
    public IReadOnlyList<HealthPlace> Places { get; init; } = [];

    /// <summary>How many ids a finding names.</summary>
    public const int IdLimit = 1000;
}
