using System.ComponentModel;
using System.Diagnostics;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Bench;

/// <summary>
/// Measures files on their way in and out: a seeded GeoJSON file of buildings is written, read, and imported into a new
/// workspace; beside it <c>ogr2ogr</c>, where it is installed, makes a GeoPackage of the same file.
/// </summary>
public sealed class ImportBench(int buildings, RulePack pack, CancellationToken cancel)
{
    private const double CellDegrees = 0.0003;

    /// <summary>The tasks, each run once: a million buildings take their time.</summary>
    public IReadOnlyList<BenchTask> Run()
    {
        var folder = Directory.CreateTempSubdirectory("planner-bench-");
        try
        {
            var (file, workspace) = (Path.Combine(folder.FullName, "buildings.geojson"), Path.Combine(folder.FullName, "w.gpkg"));
            var options = new ImportOptions
            {
                Layer = WorkspaceLayers.Buildings,
            };
            List<BenchTask> tasks =
            [
                Once("write", () => LayerExport.Write(WorkspaceLayers.Buildings, Rows(), null, "geojson", file, cancel)),
                Once("read", () => Importer.Read(file, options, pack, null, null, cancel).Dispose()),
                Once("import", () => Workspaces.Build(
                    workspace, made => Importer.Import(made, file, options, pack, null, cancel))),
            ];
            if (Ogr2Ogr(file, Path.Combine(folder.FullName, "ogr.gpkg")) is { } other)
            {
                tasks.Add(other);
            }

            return tasks;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private BenchTask Once(string name, Action task)
    {
        cancel.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        task();
        return new BenchTask(name, [clock.Elapsed.TotalMilliseconds], Reached: buildings);
    }

    private BenchTask? Ogr2Ogr(string file, string target)
    {
        try
        {
            return Once("ogr2ogr", () =>
            {
                using var process = Process.Start(new ProcessStartInfo("ogr2ogr", ["-q", "-f", "GPKG", target, file]))!;
                process.WaitForExit();
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private IEnumerable<LayerRow> Rows()
    {
        var random = new Random(7);
        var side = (int)Math.Ceiling(Math.Sqrt(buildings));
        var (use, storeys, area, homes) = (Column("use"), Column("storeys"), Column("floor_area_m2"), Column("dwellings"));
        var (people, name) = (Column("population"), Column("name"));
        for (var i = 0; i < buildings; i++)
        {
            var values = new object?[WorkspaceLayers.Buildings.Columns.Count];
            values[0] = $"b{i}";
            values[use] = "residential";
            values[storeys] = (long)random.Next(1, 30);
            values[area] = Math.Round(random.NextDouble() * 5000, 1);
            values[homes] = (long)random.Next(120);
            values[people] = (long)random.Next(300);
            values[name] = $"{i % 99} 号楼";
            var (x, y) = (108.8 + (i % side * CellDegrees), 34.1 + (i / side * CellDegrees));
            var (w, h) = (CellDegrees * (0.3 + (random.NextDouble() / 2)), CellDegrees * (0.3 + (random.NextDouble() / 2)));
            yield return new LayerRow(
                new Polygon(new LinearRing([new(x, y), new(x + w, y), new(x + w, y + h), new(x, y + h), new(x, y)])), values);
        }
    }

    private static int Column(string name) => WorkspaceLayers.Buildings.Require(name);
}
