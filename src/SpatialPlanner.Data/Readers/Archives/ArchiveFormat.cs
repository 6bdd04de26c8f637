using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Archives of data files: .zip, .tar and .tar.gz are unpacked, others refused.</summary>
internal sealed class ArchiveFormat : SourceFormat
{
    public override string Name => "ZIP";

    public override bool Recognises(FileHead head) =>
        Kind(head.Bytes) is not null || (!head.IsFolder && head.HasExtension(".zip", ".7z", ".rar", ".tar"));

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var kind = Kind(head.Bytes) ?? "zip";
        if (kind is "rar" or "7z")
        {
            throw InputException.Fatal(
                file, null, new($"本程序不解压 {kind} 文件", $"{kind} files are not unpacked here"),
                new("用解压软件解开后改为 zip，或直接给出其中的数据文件", "unpack it and pack it as zip, or give the data files in it"));
        }

        var folder = new TemporaryFolder(options.TemporaryFolder);
        try
        {
            if (kind == "tar")
            {
                TarFiles.Unpack(head.Path, folder, file, options, cancel);
            }
            else
            {
                ZipFiles.Unpack(head.Path, folder, file, options, cancel);
            }

            return ArchiveContent.Open(folder, kind.ToUpperInvariant(), file, options, cancel);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static string? Kind(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8) ? "zip"
        : head.StartsWith("Rar!\u001A\u0007"u8) ? "rar"
        : head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? "7z"
        : TarFiles.IsTar(head) ? "tar" : null;
}
