using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Edits;

/// <summary>An edit rests on a state of its row that is no more; nothing was stored.</summary>
public sealed class EditConflictException(LocalText what) : Exception(what.En)
{
    /// <summary>Which row, and what is stored now.</summary>
    public LocalText What { get; } = what;
}
