using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What a file says of its coordinate system.</summary>
/// <param name="Text">As the file says it; null where it says nothing.</param>
/// <param name="System">The system; null where there is none or it cannot be used.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
public sealed record CrsDeclaration(string? Text, CoordinateSystem? System, InputProblem? Problem)
{
    /// <summary>True where the system is known but its datum needs parameters that are not given.</summary>
    public bool NeedsShift { get; private init; }

    /// <summary>A file that says nothing.</summary>
    public static CrsDeclaration None { get; } = new(null, null, null);

    /// <summary>A declaration that is understood.</summary>
    /// <param name="system">The system.</param>
    public static CrsDeclaration Of(CoordinateSystem system) => new(system.Code, system, null);

    /// <summary>What a file says, understood or not; reads no file.</summary>
    /// <param name="text">Code or WKT; null or blank where the file says nothing.</param>
    /// <param name="shift">Parameters of the user's for the datum, or null.</param>
    public static CrsDeclaration Of(string? text, DatumShift? shift = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        try
        {
            return Of(CoordinateSystems.Parse(text, shift));
        }
        catch (InputException e)
        {
            return new(text, null, e.Problem)
            {
                NeedsShift = shift is null && IsUsable(text),
            };
        }
    }

    private static bool IsUsable(string text)
    {
        try
        {
            return CoordinateSystems.Parse(text, new DatumShift(0, 0, 0)).Shift is not null;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
