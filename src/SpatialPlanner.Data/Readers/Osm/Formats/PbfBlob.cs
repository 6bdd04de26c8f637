namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>One block of a PBF file as it stands in the file.</summary>
/// <param name="Offset">Byte of the file at which the block begins.</param>
/// <param name="Type"><c>OSMHeader</c>, <c>OSMData</c> or something to skip.</param>
/// <param name="Body">The packed message.</param>
internal sealed record PbfBlob(long Offset, string Type, byte[] Body);
