using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>What was recognised in a file before anything of it is stored.</summary>
/// <param name="File">File name.</param>
/// <param name="Format">Format by its content.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Tables">Its tables; none for OpenStreetMap, which fills its layers by its tags.</param>
public sealed record FileInspection(string File, string Format, long Bytes, IReadOnlyList<TableInspection> Tables);

/// <summary>What was recognised in one table of a file.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Rows">Number of rows where it is known before reading them all.</param>
/// <param name="Encoding">Encoding of the texts.</param>
/// <param name="GeometryTypes">Types of geometry met, e.g. <c>Polygon</c>; empty for a table without coordinates.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="FirstRows">Texts of the first rows, by field; long ones cut.</param>
/// <param name="SuggestedLayer">Name of the layer that it most likely is; null where nothing speaks for any.</param>
/// <param name="Crs">Coordinate system declared or proposed.</param>
/// <param name="Sample">Some geometries in WGS 84, for a preview; empty where the system is not known.</param>
/// <param name="Problems">Faults met in the first rows.</param>
public sealed record TableInspection(
    string Name, long? Rows, SourceEncoding Encoding, IReadOnlyList<string> GeometryTypes,
    IReadOnlyList<FieldInspection> Fields, IReadOnlyList<IReadOnlyList<string?>> FirstRows, string? SuggestedLayer,
    CrsInspection Crs, IReadOnlyList<Geometry> Sample, IReadOnlyList<InputProblem> Problems);

/// <summary>One field of a table.</summary>
/// <param name="Name">Name as in the file.</param>
/// <param name="Type"><c>text</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</param>
/// <param name="Example">The first value, as text; null where all are empty.</param>
/// <param name="Column">The column of the layer that it fills; null for none.</param>
public sealed record FieldInspection(string Name, string Type, string? Example, string? Column);
