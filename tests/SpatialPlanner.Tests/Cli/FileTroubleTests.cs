using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

/// <summary>A full disk, a file and a folder that may not be written to: nothing is lost and a sentence says why.</summary>
public sealed class FileTroubleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SmallDiskFact]
    public async Task AnImportOntoAFullDiskLeavesTheWorkspaceAsItWas()
    {
        using var disk = new SmallDisk(3000);
        var path = Workspace(disk.File("w.gpkg"));
        var before = Fingerprint(path);
        disk.Fill(leaveKib: 600);
        var file = PlannerProcess.Facilities(_folder, 20_000);

        foreach (var arguments in new[] { (string[])[], ["--replace"] })
        {
            var (code, error) = await PlannerProcess.Run(["import", file, "-w", path, "--layer", "facilities", .. arguments]);
            Assert.Equal(1, code);
            Assert.Contains("disk is full; the workspace is as it was before", error, StringComparison.Ordinal);
            Assert.Equal(before, Fingerprint(path));
        }

        Assert.Equal(["filler", "w.gpkg"], Directory.GetFiles(disk.Path).Select(Path.GetFileName).Order());
        disk.MakeRoom();
        Assert.Equal(0, (await PlannerProcess.Run("import", PlannerProcess.Facilities(_folder, 10, "g"), "-w", path, "--layer", "facilities")).Code);
    }

    [SmallDiskFact]
    public async Task ANewWorkspaceOnAFullDiskLeavesNothing()
    {
        using var disk = new SmallDisk(600);
        var (code, error) = await PlannerProcess.Run(
            "import", PlannerProcess.Facilities(_folder, 20_000), "-w", disk.File("w.gpkg"), "--layer", "facilities");
        Assert.Equal(1, code);
        Assert.Contains("disk is full", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(disk.Path));
    }

    [SmallDiskFact]
    public async Task AMigrationWithoutRoomForTheCopyChangesNothing()
    {
        using var disk = new SmallDisk(3000);
        var path = Workspace(disk.File("w.gpkg"));
        FormerVersion.Make(path);
        var before = await File.ReadAllBytesAsync(path);
        disk.Fill(leaveKib: 100);
        var (code, error) = await PlannerProcess.Run(
            "import", PlannerProcess.Facilities(_folder, 1), "-w", path, "--layer", "facilities");
        Assert.Equal(1, code);
        Assert.Contains("disk is full", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.Equal(["filler", "w.gpkg"], Directory.GetFiles(disk.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("444", "777")]
    [InlineData("666", "555")]
    public async Task WhatMayNotBeWrittenToIsReadAndNotWritten(string file, string folder)
    {
        var place = Directory.CreateDirectory(_folder.File("place")).FullName;
        var path = Workspace(Path.Combine(place, "w.gpkg"));
        var input = PlannerProcess.Facilities(_folder, 1);
        var before = await File.ReadAllBytesAsync(path);
        Chmod("755", Path.GetDirectoryName(place)!);
        Chmod(file, path);
        Chmod(folder, place);
        try
        {
            var (code, error) = await PlannerProcess.RunAsNobody("import", input, "-w", path, "--layer", "facilities");
            Assert.Equal(1, code);
            Assert.Contains("the workspace cannot be written to", error, StringComparison.Ordinal);
            (code, error) = await PlannerProcess.RunAsNobody("check", "-w", path);
            Assert.InRange(code, 0, 1);
            Assert.DoesNotContain("cannot be", error, StringComparison.Ordinal);
            (code, error) = await PlannerProcess.RunAsNobody("sample", "-w", Path.Combine(place, "new.gpkg"));
            Assert.True(code == (folder == "777" ? 0 : 1), error);
        }
        finally
        {
            Chmod("777", place);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        Assert.DoesNotContain(Directory.GetFiles(place), f => f.Contains(".tmp-", StringComparison.Ordinal) || f.EndsWith("-journal", StringComparison.Ordinal));
    }

    private static void Chmod(string mode, string path) => Assert.Equal(0, Command.Run("chmod", mode, path).Code);

    private static string Workspace(string path)
    {
        using var workspace = GeoPackageWorkspace.Create(path);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("old")), Rows.Source, false);
        return path;
    }

    private static string Fingerprint(string path)
    {
        using var workspace = Workspaces.Open(path, readOnly: true);
        return workspace.Fingerprint();
    }
}
