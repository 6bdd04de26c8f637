namespace SpatialPlanner.Data.Readers;

/// <summary>Grades (rise over run, a signed fraction) from the heights of the two ends of an edge.</summary>
internal static class Slopes
{
    private const double SteepestStreet = 0.5, Steepest = 1;

    // Mappers write heights to the metre, so that two of them are off by up to a metre: over 20 m, by 5 %.
    private const long ShortestMappedMm = 20_000;

    private const long ShortestSurveyedMm = 1_000;

    /// <summary>Grade of an edge between nodes with a mapped height, or null where the two make no sense.</summary>
    /// <param name="firstM">Height of the first end, metres.</param>
    /// <param name="lastM">Height of the last end, metres.</param>
    /// <param name="lengthMm">Length of the edge, millimetres.</param>
    /// <param name="isSteps">True for stairs, which are steeper than any street.</param>
    public static double? ByMappedHeights(double firstM, double lastM, long lengthMm, bool isSteps) =>
        lengthMm >= ShortestMappedMm
            && Grade(firstM, lastM, lengthMm) is var grade && Math.Abs(grade) <= (isSteps ? Steepest : SteepestStreet)
                ? grade
                : null;

    /// <summary>Grade of an edge whose points have heights of their own; those of a bridge are the walker's.</summary>
    /// <param name="firstM">Height of the first end, metres; not a number where it has none.</param>
    /// <param name="lastM">Height of the last end, metres; not a number where it has none.</param>
    /// <param name="lengthMm">Length of the edge, millimetres.</param>
    public static double? BySurvey(double firstM, double lastM, long lengthMm)
    {
        // Programs that must write a third number and know none write 0.
        var isKnown = double.IsFinite(firstM) && double.IsFinite(lastM) && (firstM != 0 || lastM != 0);
        return isKnown && lengthMm >= ShortestSurveyedMm
            && Grade(firstM, lastM, lengthMm) is var grade && Math.Abs(grade) <= Steepest
                ? grade
                : null;
    }

    private static double Grade(double firstM, double lastM, long lengthMm) => (lastM - firstM) * 1000 / lengthMm;
}
