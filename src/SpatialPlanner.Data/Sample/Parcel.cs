namespace SpatialPlanner.Data.Sample;

/// <summary>What a parcel is for.</summary>
internal enum ParcelUse
{
    Housing,
    Park,
    School,
    Civic,
}

/// <summary>A parcel between streets and walls.</summary>
/// <param name="Index">0, 1, … in order of the communities.</param>
/// <param name="Community">Index of its community.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Housing">What is built on it, where it is housing.</param>
/// <param name="Cell">Its land to the middle of the streets around.</param>
internal sealed record Parcel(int Index, int Community, ParcelUse Use, HousingKind Housing, ConvexCell Cell)
{
    /// <summary>The land without the streets: where its wall or kerb runs.</summary>
    public ConvexCell Plot { get; } = Cell.Inset(k => k.HalfWidthMetres())
        ?? throw new ArgumentException("The parcel is narrower than its streets; cut larger parcels.", nameof(Cell));
}
