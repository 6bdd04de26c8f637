namespace SpatialPlanner.Data.Layers;

/// <summary>What was done to the rows of a layer after they were read.</summary>
/// <param name="Added">Rows there are more than were read and taken; negative where there are fewer.</param>
/// <param name="Ids">Ids of rows that are new or not as they were read.</param>
/// <param name="SourceIds">Ids of all rows as they were read.</param>
public sealed record RowChanges(int Added, IReadOnlySet<string> Ids, IReadOnlySet<string> SourceIds);
