namespace SpatialPlanner.Data.Sample;

/// <summary>A building before people move in.</summary>
/// <param name="Parcel">Index of its parcel.</param>
/// <param name="Outline">Corners, counter-clockwise, open ring.</param>
/// <param name="Use">Word of the <c>use</c> column.</param>
/// <param name="Storeys">Storeys.</param>
/// <param name="FootprintM2">Area on the ground.</param>
internal sealed record House(int Parcel, IReadOnlyList<Vec> Outline, string Use, int Storeys, double FootprintM2)
{
    public double FloorAreaM2 => FootprintM2 * Storeys;

    /// <summary>Floor area that is housing: all of it, all but the shops, or none.</summary>
    public double HousingM2 => Use switch
    {
        "residential" => FloorAreaM2,
        "mixed" => FloorAreaM2 * Math.Max(0.35, (Storeys - 1.5) / Storeys),
        _ => 0,
    };
}
