namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>What the user says about a file before it is opened.</summary>
public sealed record SourceOptions
{
    /// <summary>Nothing said, usual limits.</summary>
    public static readonly SourceOptions Default = new();

    /// <summary>Name of the text encoding; null finds it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Largest and most that is taken.</summary>
    public SourceLimits Limits { get; init; } = SourceLimits.Default;

    /// <summary>Told how far unpacking or converting has come.</summary>
    public IProgress<Progress>? Progress { get; init; }

    /// <summary>Folder in which archives are unpacked and files converted; the system's for temporary files where null.</summary>
    public string? TemporaryFolder { get; init; }
}

/// <summary>Limits that keep a wrong or hostile file from filling the disk or the memory.</summary>
public sealed record SourceLimits
{
    /// <summary>The usual limits, read once from the environment.</summary>
    public static readonly SourceLimits Default = new()
    {
        FileBytes = Setting("SPATIALPLANNER_MAX_FILE_MB", 4096) << 20,
        UnpackedBytes = Setting("SPATIALPLANNER_MAX_UNPACKED_MB", 16384) << 20,
        Entries = Setting("SPATIALPLANNER_MAX_ARCHIVE_FILES", 1000),
        Rows = Setting("SPATIALPLANNER_MAX_ROWS", 20_000_000),
    };

    /// <summary>Bytes of a file.</summary>
    public long FileBytes { get; init; }

    /// <summary>Bytes of an archive's content.</summary>
    public long UnpackedBytes { get; init; }

    /// <summary>Files in an archive.</summary>
    public long Entries { get; init; }

    /// <summary>Rows of a table.</summary>
    public long Rows { get; init; }

    private static long Setting(string name, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), out var value) && value > 0 ? value : usual;
}
