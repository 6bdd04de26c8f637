namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>One field of a .dbf.</summary>
/// <param name="Name">Bytes of its name.</param>
/// <param name="Type">Its type, a letter.</param>
/// <param name="Offset">First byte in a record.</param>
/// <param name="Width">Bytes of a value.</param>
/// <param name="Decimals">Digits after the point.</param>
internal sealed record DbfField(byte[] Name, char Type, int Offset, int Width, int Decimals);
