using System.IO.Compression;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>KML, also packed as KMZ. One table of all placemarks; where there are several top folders, one for each too.</summary>
internal sealed class KmlFormat : SourceFormat
{
    private const int MostTables = 200;

    public override string Name => "KML";

    public override bool Recognises(FileHead head) => IsArchive(head)
        ? head.HasExtension(".kmz") || HasDocument(head.Path)
        : head.Text.StartsWith("<"u8) && (head.Text.IndexOf("<kml"u8) >= 0 || head.HasExtension(".kml"));

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var archive = IsArchive(head) ? OpenArchive(head.Path, file) : null;
        try
        {
            var entry = archive is null ? null : Document(archive) ?? throw InputException.Fatal(
                file, null, new LocalText("KMZ 中没有 .kml 文件", "there is no .kml file in the KMZ"),
                new LocalText("重新导出，或直接导出为 KML", "export it again, or as KML"));
            var document = new KmlDocument(
                file, entry is null ? () => FileHead.Open(head.Path) : () => Unpacked(entry, file), options.Encoding, options.Limits);
            var tables = Tables(document, file, cancel);
            return new SourceFile(archive is null ? Name : "KMZ", tables, archive)
            {
                Main = tables[0],
            };
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    private static List<KmlTable> Tables(KmlDocument document, string file, CancellationToken cancel)
    {
        var (all, folders) = (0L, new Dictionary<string, long>(StringComparer.Ordinal));
        document.Walk((xml, at) =>
        {
            cancel.ThrowIfCancellationRequested();
            if (xml.LocalName == "Placemark")
            {
                all++;
                if (at.Top is { } top && (folders.ContainsKey(top) || folders.Count < MostTables))
                {
                    folders[top] = folders.GetValueOrDefault(top) + 1;
                }
            }

            return true;
        });
        var name = Path.GetFileNameWithoutExtension(file);
        return
        [
            new KmlTable(document, name, null, all),
            .. folders.Count < 2 ? [] : folders.Select(f => new KmlTable(document, f.Key, f.Key, f.Value)),
        ];
    }

    private static bool IsArchive(FileHead head) => head.Bytes.StartsWith("PK\u0003\u0004"u8);

    private static bool HasDocument(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry("doc.kml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static ZipArchive OpenArchive(string path, string file)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(file, e);
        }
    }

    // Only the main document is read; pictures and further documents stay where they are. Nothing is unpacked to disk.
    private static ZipArchiveEntry? Document(ZipArchive archive) =>
        archive.GetEntry("doc.kml") ?? archive.Entries.Where(e => e.FullName.EndsWith(".kml", StringComparison.OrdinalIgnoreCase))
            .OrderBy(e => e.FullName.Count(c => c is '/' or '\\')).ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault();

    private static Stream Unpacked(ZipArchiveEntry entry, string file)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw Damaged(file, e);
        }
    }

    private static InputException Damaged(string file, Exception e) => InputException.Fatal(
        file, null, new LocalText("KMZ 文件已损坏或不完整", "the KMZ file is damaged or cut off"),
        new LocalText("重新导出或下载", "export or download it again"), e);
}
