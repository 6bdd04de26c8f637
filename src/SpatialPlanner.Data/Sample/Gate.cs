namespace SpatialPlanner.Data.Sample;

/// <summary>A gate in the wall of a compound.</summary>
/// <param name="Parcel">Index of the parcel.</param>
/// <param name="At">Point on the wall.</param>
/// <param name="Side">Side of the parcel's plot in which it is.</param>
/// <param name="Access">Word of the <c>access</c> column.</param>
/// <param name="Hours">When it is open, or null.</param>
internal sealed record Gate(int Parcel, Vec At, int Side, string Access, string? Hours);
