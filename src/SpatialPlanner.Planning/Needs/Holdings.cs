namespace SpatialPlanner.Planning.Needs;

/// <summary>What the facilities of an area add up to for a rule; amounts in hundredths of its unit.</summary>
/// <param name="Open">Of the open facilities.</param>
/// <param name="NotOpen">Of the closed, planned and repurposed ones: what would be there if they opened.</param>
/// <param name="Largest">Of the largest open facility.</param>
/// <param name="Facilities">Number of open facilities.</param>
/// <param name="FacilitiesNotOpen">Number of the others.</param>
/// <param name="FacilitiesUnknown">Open facilities whose amount the data do not tell; they add nothing.</param>
public readonly record struct Holdings(
    long Open, long NotOpen, long Largest, int Facilities, int FacilitiesNotOpen, int FacilitiesUnknown)
{
    /// <summary>What two parts of an area have together.</summary>
    /// <param name="a">One part.</param>
    /// <param name="b">The other.</param>
    public static Holdings operator +(Holdings a, Holdings b) => new(
        a.Open + b.Open, a.NotOpen + b.NotOpen, Math.Max(a.Largest, b.Largest), a.Facilities + b.Facilities,
        a.FacilitiesNotOpen + b.FacilitiesNotOpen, a.FacilitiesUnknown + b.FacilitiesUnknown);

    /// <summary>The holdings with one facility more.</summary>
    /// <param name="amount">Its amount, or null where the data do not tell.</param>
    /// <param name="isOpen">True where it is open.</param>
    internal Holdings With(long? amount, bool isOpen) => this + (isOpen
        ? new Holdings(amount ?? 0, 0, amount ?? 0, 1, 0, amount is null ? 1 : 0)
        : new Holdings(0, amount ?? 0, 0, 0, 1, 0));
}
