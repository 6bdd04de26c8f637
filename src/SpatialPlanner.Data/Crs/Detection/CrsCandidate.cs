using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>A coordinate system that a layer may be in.</summary>
/// <param name="Code">Code as <see cref="CoordinateSystems.Parse"/> takes it, e.g. <c>EPSG:4545</c>, <c>GCJ-02/yx</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="System">The system.</param>
/// <param name="Reason">Why the numbers speak for it.</param>
/// <param name="Evidence">How the layer lies in it.</param>
/// <param name="Text">The evidence as a sentence.</param>
public sealed record CrsCandidate(
    string Code, LocalText Name, CoordinateSystem System, LocalText Reason, CrsEvidence Evidence, LocalText Text);
