using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Opens what was unpacked: each data file gives its tables, named by its path in the archive.</summary>
internal static class ArchiveContent
{
    private const int MostNamed = 10;

    private static readonly LocalText UnpackFirst = new("先解压，再导入其中的数据文件", "unpack it first and import the data files in it");

    /// <summary>Opens the files of a folder, which is deleted with the result.</summary>
    public static SourceFile Open(TemporaryFolder folder, string kind, string file, SourceOptions options, CancellationToken cancel)
    {
        if (OgrFormat.IsGeodatabase(folder.Content))
        {
            // The files of a geodatabase without their folder; its name is what GDAL goes by.
            folder.Rename("content.gdb");
        }

        var found = Datasets.In(folder.Content);
        var data = found.Data.Count > 0 ? found.Data : [.. found.Others.Where(IsData)];
        if (data.Count == 0)
        {
            throw Nothing(found, folder.Content, file);
        }

        var (opened, tables) = (new List<IDisposable>(), new List<SourceTable>());
        try
        {
            var notes = Notes(found, folder.Content);
            var formats = new HashSet<string>();
            foreach (var path in data)
            {
                tables.AddRange(Tables(path, NameOf(path, folder.Content), data.Count == 1));
            }

            return new SourceFile(formats.Count == 1 ? $"{formats.First()} ({kind})" : kind, tables, new Owned([.. opened, folder]))
            {
                Main = data.Count == 1 && opened is [SourceFile { Main: { } main } only] ? tables[only.Tables.ToList().IndexOf(main)] : null,
            };

            IEnumerable<SourceTable> Tables(string path, string name, bool isOnly)
            {
                var inner = TryOpen(path, $"{file}/{name}", isOnly, options, cancel, out var reason);
                if (inner is null)
                {
                    return [new BrokenTable(name, reason!)];
                }

                opened.Add(inner);
                formats.Add(inner.Format);
                return inner.Tables.Select(t => new InnerTable(inner.Tables.Count == 1 ? name : $"{name}/{t.Name}", t, notes)
                {
                    Bytes = t.Bytes,
                });
            }
        }
        catch
        {
            opened.ForEach(o => o.Dispose());
            throw;
        }
    }

    private static SourceFile? TryOpen(
        string path, string name, bool isOnly, SourceOptions options, CancellationToken cancel, out InputException? reason)
    {
        reason = null;
        try
        {
            var head = FileHead.Of(path);
            var format = FormatOf(head) ?? throw InputException.Fatal(
                name, null, new("不是可识别的格式", "not a format that is read here"), new("检查文件，或转换为 GeoJSON", "check the file, or convert it to GeoJSON"));
            return format.Open(head, name, options, cancel);
        }
        catch (InputException e) when (!isOnly)
        {
            reason = e;
            return null;
        }
    }

    private static SourceFormat? FormatOf(FileHead head) =>
        SourceFormats.All.Where(f => f is not ArchiveFormat).FirstOrDefault(f => f.Recognises(head));

    private static bool IsData(string path) =>
        new FileInfo(path).Length > 0 && FormatOf(FileHead.Of(path)) is not null and not AnyOgrFormat;

    private static List<(LocalText, LocalText)> Notes(Datasets found, string root)
    {
        var notes = new List<(LocalText, LocalText)>();
        if (found.Archives.Count > 0)
        {
            var names = Names(found.Archives, root);
            notes.Add((new($"压缩包里还有压缩包，未读：{names}", $"archives within the archive were not read: {names}"), UnpackFirst));
        }

        if (found.Osm.Count > 0)
        {
            var names = Names(found.Osm, root);
            notes.Add((new($"压缩包里的 OpenStreetMap 文件未读：{names}", $"OpenStreetMap files in the archive were not read: {names}"), UnpackFirst));
        }

        return notes;
    }

    private static InputException Nothing(Datasets found, string root, string file)
    {
        var all = Names([.. found.Archives, .. found.Osm, .. found.Others], root);
        return InputException.Fatal(
            file, null,
            found.Archives.Count > 0 ? new($"压缩包里只有另外的压缩包：{all}", $"the archive holds other archives: {all}")
            : found.Osm.Count > 0 ? new($"压缩包里是 OpenStreetMap 文件：{all}", $"the archive holds an OpenStreetMap file: {all}")
            : all.Length > 0 ? new($"压缩包里没有可识别的数据文件；有：{all}", $"the archive has no data file that is read here; it has {all}")
            : new("压缩包是空的", "the archive is empty"),
            found.Archives.Count > 0 || found.Osm.Count > 0
                ? UnpackFirst
                : new("打包 shapefile 时包括 .shp、.dbf、.shx、.prj", "of a shapefile, pack .shp, .dbf, .shx and .prj"));
    }

    private static string Names(IReadOnlyList<string> paths, string root) =>
        string.Join(", ", paths.Take(MostNamed).Select(p => NameOf(p, root))) + (paths.Count > MostNamed ? ", …" : string.Empty);

    private static string NameOf(string path, string root) =>
        path == root ? "geodatabase" : Path.GetRelativePath(root, path).Replace('\\', '/');

    private sealed class Owned(IReadOnlyList<IDisposable> all) : IDisposable
    {
        public void Dispose()
        {
            foreach (var one in all)
            {
                one.Dispose();
            }
        }
    }
}
