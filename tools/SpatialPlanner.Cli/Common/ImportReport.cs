using System.Text.Json;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Cli.Common;

/// <summary>What an import did, as text and as JSON.</summary>
public static class ImportReport
{
    public static void Print(Terminal terminal, ImportResult result, bool dryRun)
    {
        terminal.Tell(result.Problems);
        terminal.Print(new(
            $"{result.File}：{result.Format}，{result.Crs}（{result.CrsReason.Zh}）{(dryRun ? "，试运行，未写入" : string.Empty)}",
            $"{result.File}: {result.Format}, {result.Crs} ({result.CrsReason.En}){(dryRun ? ", dry run, nothing stored" : string.Empty)}"));
        foreach (var l in result.Layers)
        {
            var (read, taken) = (CommonOptions.Count(l.Read), CommonOptions.Count(l.Taken));
            var (repaired, rejected) = (CommonOptions.Count(l.Repaired), CommonOptions.Count(l.Rejected));
            terminal.Print(new(
                $"  {l.Layer}：读取 {read}，采用 {taken}，修复 {repaired}，未采用 {rejected}",
                $"  {l.Layer}: {read} read, {taken} taken, {repaired} repaired, {rejected} rejected"));
        }

        foreach (var (layer, count) in result.Replaced)
        {
            terminal.Print(new(
                $"  {layer}：{CommonOptions.Count(count)} 行取代了同编号的旧行", $"  {layer}: {CommonOptions.Count(count)} rows took the place of rows with their id"));
        }

        if (result.Repairs.Count > 0)
        {
            var zh = string.Join("，", result.Repairs.Select(r => $"{FaultNames.Title(r.Key).Zh} {CommonOptions.Count(r.Value)}"));
            var en = string.Join(", ", result.Repairs.Select(r => $"{CommonOptions.Count(r.Value)} {FaultNames.Title(r.Key).En}"));
            terminal.Print(new($"  路网修复：{zh}（见图层 network_repairs）", $"  network repairs: {en} (see the layer network_repairs)"));
        }

        if (result.PopulationEstimated > 0)
        {
            var count = CommonOptions.Count(result.PopulationEstimated);
            terminal.Print(new(
                $"  {count} 栋建筑的人口为估算值（population_source=estimated）",
                $"  people of {count} buildings are estimated (population_source=estimated)"));
        }
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<ImportResult> results, bool dryRun, InputProblem? failure)
    {
        json.WriteStartObject();
        json.WriteString("status", failure is null ? "done" : "problems");
        json.WriteBoolean("dry_run", dryRun);
        json.WriteStartArray("files");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("file", result.File);
            json.WriteString("format", result.Format);
            json.WriteString("crs", result.Crs);
            JsonParts.Text(json, "crs_reason", result.CrsReason);
            json.WriteNumber("buildings_with_estimated_population", result.PopulationEstimated);
            WriteLayers(json, result);
            WriteRepairs(json, result);
            json.WriteStartObject("rows_replaced");
            foreach (var (layer, count) in result.Replaced)
            {
                json.WriteNumber(layer, count);
            }

            json.WriteEndObject();
            JsonParts.Problems(json, result.Problems);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (failure is not null)
        {
            JsonParts.Problems(json, [failure]);
        }

        json.WriteEndObject();
    }

    private static void WriteRepairs(Utf8JsonWriter json, ImportResult result)
    {
        json.WriteStartObject("repairs");
        foreach (var (kind, count) in result.Repairs)
        {
            json.WriteNumber(FaultNames.Of(kind), count);
        }

        json.WriteEndObject();
    }

    private static void WriteLayers(Utf8JsonWriter json, ImportResult result)
    {
        json.WriteStartArray("layers");
        foreach (var l in result.Layers)
        {
            json.WriteStartObject();
            json.WriteString("layer", l.Layer);
            json.WriteNumber("rows_read", l.Read);
            json.WriteNumber("rows_taken", l.Taken);
            json.WriteNumber("rows_repaired", l.Repaired);
            json.WriteNumber("rows_rejected", l.Rejected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
