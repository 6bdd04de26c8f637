using NetTopologySuite.Geometries;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>One row as the file gives it. A reader uses one object for all rows: what is to be kept must be copied.</summary>
internal sealed class SourceRow
{
    /// <summary>Geometry in the coordinates of the file, x = easting or longitude; null where there is none.</summary>
    public Geometry? Geometry { get; set; }

    /// <summary>One value for each field: string, long, double, bool or null. Fields beyond the array are null.</summary>
    public object?[] Values { get; set; } = [];

    /// <summary>Id that the format gives besides the fields; null where it gives none.</summary>
    public string? Id { get; set; }

    /// <summary>Where the row stands ("line 7", "record 12"), for messages.</summary>
    public string Place { get; set; } = string.Empty;

    /// <summary>Name of the cell of each field ("column C"), for messages; null where the format has none.</summary>
    public string[]? CellNames { get; set; }

    /// <summary>True where a collection holds one thing drawn in several ways, of which a layer takes the one it holds.</summary>
    public bool PicksKind { get; set; }

    /// <summary>Number of the row, from 1.</summary>
    public long Number { get; set; }

    /// <summary>Why the row cannot be used; null where it can.</summary>
    public (LocalText What, LocalText Remedy)? Fault { get; set; }

    /// <summary>Makes the object ready for the next row.</summary>
    /// <param name="fields">Number of fields.</param>
    public void Begin(int fields)
    {
        if (Values.Length < fields)
        {
            Values = new object?[Math.Max(fields, 2 * Values.Length)];
        }

        Array.Clear(Values);
        (Geometry, Id, Place, Fault, PicksKind) = (null, null, string.Empty, null, false);
        Number++;
    }

    /// <summary>Place of a value: that of the row, with the cell where the format has cells.</summary>
    /// <param name="field">Index of the field.</param>
    public string PlaceOf(int field) =>
        CellNames is { } names && field < names.Length && names[field] is { } name ? $"{Place}, {name}" : Place;
}
