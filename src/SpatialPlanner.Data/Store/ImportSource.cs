namespace SpatialPlanner.Data.Store;

/// <summary>The file that a batch of rows came from.</summary>
/// <param name="FileName">Name without its folder: a workspace is passed on, and paths tell about a machine.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record ImportSource(string FileName, string Sha256, long Bytes);
