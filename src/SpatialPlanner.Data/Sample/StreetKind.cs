namespace SpatialPlanner.Data.Sample;

/// <summary>What runs along one side of a parcel, from a shared wall to an arterial.</summary>
internal enum StreetKind
{
    Wall,
    Lane,
    Residential,
    Bank,
    Secondary,
    Arterial,
}

/// <summary>Widths and words of the kinds of street.</summary>
internal static class StreetKinds
{
    /// <summary>Metres from the centre line to the walls beside it.</summary>
    public static double HalfWidthMetres(this StreetKind kind) => kind switch
    {
        StreetKind.Arterial => 19,
        StreetKind.Secondary => 11,
        StreetKind.Bank => 8,
        StreetKind.Residential => 7,
        StreetKind.Lane => 3.6,
        _ => 0.8,
    };

    /// <summary>The word of the <c>class</c> column, as OpenStreetMap calls such a street.</summary>
    public static string ClassName(this StreetKind kind) => kind switch
    {
        StreetKind.Arterial => "primary",
        StreetKind.Secondary => "secondary",
        StreetKind.Bank => "tertiary",
        StreetKind.Residential => "residential",
        _ => "living_street",
    };
}
