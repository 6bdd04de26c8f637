using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Import;

/// <summary>Import of files of plain rows: one table of the file fills one layer.</summary>
internal static class PlainImport
{
    public static ReadFile Read(
        string path, string file, ImportOptions options, RulePack pack, WorkspaceStreets? streets, IProgress<Progress>? progress,
        CancellationToken cancel)
    {
        using var source = SourceFile.Open(
            path, new SourceOptions
            {
                Encoding = options.Encoding,
                Limits = options.Limits,
                Progress = progress,
            },
            cancel);
        var layer = options.Layer ?? throw InputException.Fatal(
            file, null, new LocalText($"{source.Format} 文件需要指明图层", $"a {source.Format} file needs the name of a layer"),
            new LocalText($"加 --layer：{Importer.LayerNames}", $"add --layer with one of {Importer.LayerNames}"));
        var table = source.Table(file, options.Table);
        var sample = new SampleSink(file, table.HasGeometry, options.Map, options.DecimalComma || table.DecimalComma, !options.SwapAxes);
        if (layer.Geometry != LayerGeometry.None)
        {
            // Some formats declare their coordinate system between the rows, and the numbers must agree with it.
            table.Read(sample, cancel);
        }

        var crs = CrsChoice.Of(file, table, sample.Geometries, options, streets, cancel);
        var read = new ReadOptions(layer, pack)
        {
            Map = options.Map,
            DecimalComma = options.DecimalComma || table.DecimalComma,
            Limits = options.Limits,
        };
        using var rows = new RowCollector(file, read);
        var mapper = new RowMapper(file, read, crs.Required, table.HasGeometry, rows);
        table.Read(new ProgressSink(mapper, table, file, progress), cancel);
        mapper.Finish();
        crs.CheckStillDeclared(file, table);
        foreach (var remark in crs.Remarks)
        {
            rows.Tell(ProblemSeverity.Warning, null, remark.What, remark.Remedy);
        }

        TellGuess(rows, table.Encoding);
        var batch = rows.ToBatch(crs.Required.Code) with
        {
            Format = source.Format,
            Encoding = Describe(table.Encoding),
            CrsReason = crs.Reason.En,
            Conversion = crs.Conversion,
        };
        Importer.CheckAny(file, layer, batch, isOsm: false);
        return Importer.Finish(source.Files, file, batch, crs.Reason, rows.Estimated, options, cancel);
    }

    private static void TellGuess(RowCollector rows, SourceEncoding encoding)
    {
        if (encoding is { Origin: EncodingOrigin.Guessed, Name: not "utf-8" })
        {
            rows.Tell(
                ProblemSeverity.Warning, null,
                new($"文件没有说明编码，按字节判断为 {encoding.Name}", $"the file does not tell its encoding; by its bytes it is {encoding.Name}"),
                new("核对名称；不对时用 --encoding 指定", "look at the names; where they are wrong, give --encoding"));
        }
    }

    private static string Describe(SourceEncoding encoding) => encoding.Origin switch
    {
        EncodingOrigin.Standard => encoding.Name,
        EncodingOrigin.User => $"{encoding.Name} (given)",
        EncodingOrigin.Declared => $"{encoding.Name} ({encoding.Where})",
        _ => $"{encoding.Name} (guessed)",
    };
}
