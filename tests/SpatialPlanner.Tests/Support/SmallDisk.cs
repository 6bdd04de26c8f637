using System.Globalization;

namespace SpatialPlanner.Tests.Support;

/// <summary>A disk of a few MiB (tmpfs) that is unmounted after the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder folder = new();

    public SmallDisk(int kib)
    {
        Directory.CreateDirectory(Path);
        var size = kib.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(0, Command.Run("mount", "-t", "tmpfs", "-o", $"size={size}k", "tmpfs", Path).Code);
    }

    /// <summary>Why tests on a small disk are skipped; null where they are not.</summary>
    public static string? Missing { get; } = Try();

    public string Path => folder.File("disk");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes all of the disk that is left but some bytes.</summary>
    public void Fill(int leaveKib)
    {
        var free = new DriveInfo(Path).AvailableFreeSpace - (leaveKib * 1024L);
        System.IO.File.WriteAllBytes(File("filler"), new byte[Math.Max(0, free)]);
    }

    public void MakeRoom() => System.IO.File.Delete(File("filler"));

    public void Dispose()
    {
        Command.Run("umount", Path);
        folder.Dispose();
    }

    private static string? Try()
    {
        if (Environment.UserName != "root" || !Command.Exists("mount"))
        {
            return "needs root, to mount a small disk";
        }

        using var folder = new TempFolder();
        var place = folder.File("try");
        Directory.CreateDirectory(place);
        var (code, _, error) = Command.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place);
        return code == 0 && Command.Run("umount", place).Code == 0 ? null : $"a small disk cannot be mounted here: {error.Trim()}";
    }
}
