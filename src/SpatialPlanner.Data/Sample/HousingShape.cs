namespace SpatialPlanner.Data.Sample;

/// <summary>Measures of a kind of housing, in metres and storeys.</summary>
/// <param name="Depth">Depth of a building.</param>
/// <param name="Length">Length of a building.</param>
/// <param name="Beside">Space between two buildings of a row.</param>
/// <param name="PathGap">Space between two rows with a path in it.</param>
/// <param name="BackGap">Space between two rows without.</param>
/// <param name="LeastStoreys">Lowest buildings.</param>
/// <param name="MostStoreys">Highest buildings.</param>
internal sealed record HousingShape(
    double Depth, double Length, double Beside, double PathGap, double BackGap, int LeastStoreys, int MostStoreys)
{
    private static readonly HousingShape Lanes = new(8.6, 11.5, 0.9, 3.4, 1.2, 1, 3);
    private static readonly HousingShape WalkUp = new(11.5, 39, 6.5, 17, 15, 4, 7);
    private static readonly HousingShape MidRise = new(13.5, 40, 11, 25, 22, 7, 12);
    private static readonly HousingShape Towers = new(16, 29, 23, 43, 40, 18, 33);
    private static readonly HousingShape Offices = new(24, 50, 14, 20, 18, 3, 16);
    private static readonly HousingShape Schools = new(13, 58, 12, 20, 16, 3, 5);

    public static HousingShape Of(ParcelUse use, HousingKind housing) => (use, housing) switch
    {
        (ParcelUse.Civic, _) => Offices,
        (ParcelUse.School, _) => Schools,
        (_, HousingKind.Lanes) => Lanes,
        (_, HousingKind.WalkUp) => WalkUp,
        (_, HousingKind.MidRise) => MidRise,
        _ => Towers,
    };
}
