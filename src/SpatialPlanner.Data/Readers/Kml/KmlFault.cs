using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>Why one placemark cannot be used; the table adds its place.</summary>
internal sealed class KmlFault(LocalText what, LocalText remedy) : Exception(what.En)
{
    public LocalText What { get; } = what;

    public LocalText Remedy { get; } = remedy;
}
