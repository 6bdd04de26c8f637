namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>A measure of <see cref="StreetFit"/>.</summary>
internal enum TellingMeasure
{
    /// <summary>Polygons that streets run through.</summary>
    Cut,

    /// <summary>Places on the carriageway.</summary>
    OnStreet,

    /// <summary>Places beside a street.</summary>
    Beside,
}
