using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Server.Imports;

/// <summary>An import under way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Files">Names of the files uploaded.</param>
internal sealed record ImportUnderWay(string Id, IReadOnlyList<string> Files);

/// <summary>A file that was uploaded.</summary>
internal sealed record UploadDocument(string Name, long Bytes);

/// <summary>What was recognised in a file.</summary>
internal sealed record InspectionDocument(string File, string Format, long Bytes, IReadOnlyList<TableDocument> Tables)
{
    public static InspectionDocument Of(FileInspection i) =>
        new(i.File, i.Format, i.Bytes, [.. i.Tables.Select(TableDocument.Of)]);
}

/// <summary>What was recognised in a table of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Number of rows; null where it is known only after reading.</param>
/// <param name="Encoding">Encoding of the texts.</param>
/// <param name="GeometryTypes">Types of geometry met.</param>
/// <param name="Fields">Its fields and the columns that they fill.</param>
/// <param name="FirstRows">Texts of the first rows, by field.</param>
/// <param name="SuggestedLayer">The layer that it most likely is.</param>
/// <param name="Crs">Coordinate system declared, chosen or proposed, with the evidence.</param>
/// <param name="Sample">A GeoJSON geometry collection for the preview.</param>
/// <param name="Problems">Faults met in the first rows.</param>
internal sealed record TableDocument(
    string Name, long? Rows, EncodingDocument Encoding, IReadOnlyList<string> GeometryTypes,
    IReadOnlyList<FieldInspection> Fields, IReadOnlyList<IReadOnlyList<string?>> FirstRows, string? SuggestedLayer,
    CrsInspection Crs, JsonElement Sample, IReadOnlyList<ProblemLine> Problems)
{
    public static TableDocument Of(TableInspection t) => new(
        t.Name, t.Rows, new EncodingDocument(t.Encoding.Name, t.Encoding.Origin, t.Encoding.Where), t.GeometryTypes,
        t.Fields, t.FirstRows, t.SuggestedLayer, t.Crs, GeoJson(t.Sample), [.. t.Problems.Select(ProblemLine.Of)]);

    private static JsonElement GeoJson(IReadOnlyList<Geometry> sample)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "GeometryCollection");
            json.WriteStartArray("geometries");
            foreach (var geometry in sample)
            {
                GeoJsonGeometry.Write(json, geometry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}

/// <summary>Encoding of the texts, and how it is known.</summary>
internal sealed record EncodingDocument(string Name, EncodingOrigin Origin, string Where);

/// <summary>One thing that is wrong with the file.</summary>
internal sealed record ProblemLine(ProblemSeverity Severity, string? Place, LocalText What, LocalText Remedy)
{
    public static ProblemLine Of(InputProblem p) => new(p.Severity, p.Place, p.What, p.Remedy);
}

/// <summary>What reading a file gave, or what storing it did.</summary>
/// <param name="Stored">True once it is in the workspace.</param>
/// <param name="Crs">Coordinate system it was read in.</param>
/// <param name="CrsReason">Why that one.</param>
/// <param name="Conversion">How coordinates became WGS 84; empty where they were.</param>
/// <param name="Encoding">Encoding of the texts and how it is known.</param>
/// <param name="Layers">Counts by layer.</param>
/// <param name="BuildingsWithEstimatedPopulation">Buildings whose people were estimated.</param>
/// <param name="RowsReplaced">Rows that took the place of a stored row with their id, by layer; known once stored.</param>
/// <param name="Problems">Everything worth telling; of each severity the first thousand.</param>
internal sealed record ImportResultDocument(
    bool Stored, string Crs, LocalText CrsReason, string Conversion, string Encoding, IReadOnlyList<LayerCount> Layers,
    int BuildingsWithEstimatedPopulation, IReadOnlyDictionary<string, long> RowsReplaced, IReadOnlyList<ProblemLine> Problems)
{
    public static ImportResultDocument Of(ImportResult r, bool stored) => new(
        stored, r.Crs, r.CrsReason, r.Conversion, r.Encoding, r.Layers, r.PopulationEstimated, r.Replaced,
        [.. r.Problems.Select(ProblemLine.Of)]);
}
