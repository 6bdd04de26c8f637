namespace SpatialPlanner.Data.Crs.Datums;

/// <summary>Which parameters bring a datum to WGS 84.</summary>
internal static class DatumShifts
{
    /// <summary>
    /// The user's before those of the file; none for a datum that counts as WGS 84 already.
    /// </summary>
    /// <param name="datum">The datum.</param>
    /// <param name="given">The user's, or null.</param>
    /// <param name="own">Those in the file (<c>TOWGS84</c>), or null.</param>
    /// <param name="source">For messages.</param>
    /// <exception cref="Problems.InputException">Needed and absent, or given and not needed.</exception>
    public static DatumShift? Of(Datum datum, DatumShift? given, DatumShift? own, string source)
    {
        if (datum.IsWgs84)
        {
            return given is not null && datum.EsriWkt is not null ? throw CrsRefusals.NeedlessShift(source, datum)
                : (given ?? own) is { IsZero: false } shift ? shift : null;
        }

        return given ?? own ?? throw CrsRefusals.NeedsShift(source, datum);
    }
}
