using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Edits;

/// <summary>What an edit does to its row.</summary>
public enum EditAction
{
    /// <summary>Adds a row.</summary>
    Add,

    /// <summary>Changes columns or the place of a row.</summary>
    Change,

    /// <summary>Removes a row.</summary>
    Delete,

    /// <summary>Brings back the state of before another edit.</summary>
    Restore,
}

/// <summary>An edit of one row, its values already judged.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Id">Key of the row.</param>
/// <param name="Action">What is done.</param>
/// <param name="Values">New values by column; other columns stay.</param>
/// <param name="Geometry">The new place, WGS 84; null leaves it.</param>
/// <param name="Base">Values that the editor saw; where the stored ones differ, somebody else was there first.</param>
public sealed record Edit(
    LayerSchema Layer, string Id, EditAction Action, IReadOnlyDictionary<string, object?> Values, Geometry? Geometry,
    IReadOnlyDictionary<string, object?> Base);
