namespace SpatialPlanner.Data.Sample;

/// <summary>A straight piece of the walk network before it is split at its junctions.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End.</param>
/// <param name="Class">Word of the <c>class</c> column.</param>
/// <param name="Name">Name, or null.</param>
internal sealed record Street(Vec From, Vec To, string Class, string? Name = null)
{
    /// <summary>Word of the <c>access</c> column.</summary>
    public string Access { get; init; } = "open";

    public bool Steps { get; init; }

    public bool Bridge { get; init; }

    public bool Tunnel { get; init; }

    /// <summary>False for pieces that are laid out with their junctions, such as the paths inside compounds.</summary>
    public bool MayBeJoined { get; init; }
}
