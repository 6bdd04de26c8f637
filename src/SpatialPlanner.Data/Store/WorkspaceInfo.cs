using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>What a workspace says about itself.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Synthetic">True where the city is invented; everything that shows the workspace says so.</param>
/// <param name="CreatedBy">Version of the program that made the file.</param>
public sealed record WorkspaceInfo(LocalText Name, bool Synthetic, string CreatedBy);
