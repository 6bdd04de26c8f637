using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>Looks at a file: what it is and how an import would take it. Reads some thousand rows of each table.</summary>
public static class FileInspector
{
    private const int PreviewGeometries = 1000;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">What the user says about it so far.</param>
    /// <param name="streets">The streets that the file should lie at; null where none are known.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file is of no known format or cannot be used at all.</exception>
    public static FileInspection Inspect(
        string path, ImportOptions options, WorkspaceStreets? streets = null, CancellationToken cancel = default)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return ReadFaults.Worded(file, () => Look(path, file, options, streets, cancel));
    }

    private static FileInspection Look(
        string path, string file, ImportOptions options, WorkspaceStreets? streets, CancellationToken cancel)
    {
        if (!Directory.Exists(path) && OsmReader.Recognises(path))
        {
            return new FileInspection(file, Importer.OsmFormatName, new FileInfo(path).Length, []);
        }

        using var source = SourceFile.Open(
            path, new SourceOptions
            {
                Encoding = options.Encoding,
                Limits = options.Limits,
            },
            cancel);
        return new FileInspection(
            file, source.Format, source.Files.Sum(f => new FileInfo(f).Length),
            [.. source.Tables.Select(t => Table(file, t, source.Tables.Count == 1, OptionsOf(t, options), streets, cancel))]);
    }

    // What is said about one table of several holds for that one.
    private static ImportOptions OptionsOf(SourceTable table, ImportOptions options) =>
        options.Table is null || string.Equals(options.Table, table.Name, StringComparison.OrdinalIgnoreCase)
            ? options
            : new ImportOptions
            {
                Encoding = options.Encoding,
                Limits = options.Limits,
            };

    private static TableInspection Table(
        string file, SourceTable table, bool isOnly, ImportOptions options, WorkspaceStreets? streets, CancellationToken cancel)
    {
        var sample = new SampleSink(file, table.HasGeometry, options.Map, options.DecimalComma || table.DecimalComma, !options.SwapAxes);
        try
        {
            table.Read(sample, cancel);
        }
        catch (InputException e) when (!isOnly)
        {
            // The other tables of the file can still be shown.
            sample.Add(e.Problem);
        }

        string[] types = [.. sample.Geometries.Select(g => g.GeometryType).Distinct().Order(StringComparer.Ordinal)];
        var layer = options.Layer ?? LayerGuess.Of([Path.GetFileNameWithoutExtension(file), table.Name], sample.Fields.Names, types);
        var columns = layer is null
            ? new string?[sample.Fields.Count]
            : LayerGuess.Columns(file, layer, sample.Fields.Names, options.Map, table.HasGeometry);
        var fields = sample.Fields.Names.Select((name, i) => new FieldInspection(
            name, i < sample.Values.Count ? TypeOf(sample.Values[i].Types) : "text",
            i < sample.Values.Count ? sample.Values[i].Example : null, columns[i]));
        var (crs, system) = Crs(file, table, sample.Geometries, options, streets, cancel);
        return new TableInspection(
            table.Name, table.Rows, table.Encoding, types, [.. fields], sample.Shown, layer?.Name, crs,
            Preview(sample.Geometries, system), sample.Problems.ToList());
    }

    // What is shown on the map is what would be taken, else what the evidence proposes.
    private static (CrsInspection Crs, CoordinateSystem? Preview) Crs(
        string file, SourceTable table, IReadOnlyList<Geometry> sample, ImportOptions options, WorkspaceStreets? streets,
        CancellationToken cancel)
    {
        var choice = CrsChoice.Of(file, table, sample, options, streets, cancel);
        var proposal = choice.Proposal;
        var candidates = proposal?.Candidates ?? [];
        return (
            new CrsInspection(
                table.Crs, choice.System?.Code, choice.Reason, proposal?.Verdict, proposal?.Proposed, proposal?.Reason,
                [
                    .. candidates.Select(c => new CandidateInspection(
                        c.Code, c.Name, choice.IsGiven && c.Code == choice.System?.Code ? choice.Reason : c.Reason, c.Text)),
                ]),
            choice.System ?? candidates.FirstOrDefault(c => c.Code == proposal!.Proposed)?.System);
    }

    private static List<Geometry> Preview(List<Geometry> geometries, CoordinateSystem? system)
    {
        var step = Math.Max(1, geometries.Count / PreviewGeometries);
        return system is null
            ? []
            : [.. geometries.Where((_, i) => i % step == 0).Select(system.ToWgs84)
                .Where(g => Readers.Mapping.Degrees.AreFine(g.EnvelopeInternal))];
    }

    private static string TypeOf(HashSet<string> types) => types.Count == 0 ? "text"
        : types.Count == 1 ? types.First()
        : types.IsSubsetOf(["integer", "number"]) ? "number" : "text";
}
