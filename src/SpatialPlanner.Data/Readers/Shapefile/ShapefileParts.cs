namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>The files that make one shapefile: those of one name beside each other, whatever the case of their letters.</summary>
internal sealed class ShapefileParts
{
    /// <summary>Endings of files that belong to a shapefile and are no data of their own.</summary>
    public static readonly string[] Endings =
    [
        ".shp", ".dbf", ".shx", ".prj", ".cpg", ".cst", ".fields.csv", ".texts.csv", ".qpj", ".sbn", ".sbx", ".qix", ".fbn", ".fbx",
        ".ain", ".aih", ".atx", ".ixs", ".mxs", ".idm", ".ind", ".shp.xml", ".qmd", ".qml", ".sld", ".lyr",
    ];

    private static readonly string[] EndingsRead = [".shp", ".dbf", ".shx", ".prj", ".cpg", ".cst", ".fields.csv", ".texts.csv"];

    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    private ShapefileParts(string stem) => Stem = stem;

    /// <summary>Name of the shapefile without an ending.</summary>
    public string Stem { get; }

    /// <summary>The shapes, or null where they are missing.</summary>
    public string? Shapes => Path(".shp");

    /// <summary>The attributes, or null where they are missing.</summary>
    public string? Attributes => Path(".dbf");

    /// <summary>The files that are read, in the order of their endings.</summary>
    public IReadOnlyList<string> Read => [.. EndingsRead.Select(Path).OfType<string>()];

    /// <summary>Path of the file of an ending, or null where it is missing.</summary>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public string? Path(string ending) => _paths.GetValueOrDefault(ending);

    /// <summary>Finds the files beside one of them.</summary>
    /// <param name="path">Path of a file whose name ends in one of <see cref="Endings"/>.</param>
    public static ShapefileParts Of(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var name = System.IO.Path.GetFileName(full);
        var own = EndingOf(name);
        var parts = new ShapefileParts(name[..^own.Length]);
        var files = Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(full)!)
            .Where(f => System.IO.Path.GetFileName(f).StartsWith(parts.Stem, StringComparison.OrdinalIgnoreCase));

        // Where names differ by case alone, the one written like the given file comes first.
        foreach (var file in files.OrderBy(f => Unlikeness(System.IO.Path.GetFileName(f), name)).ThenBy(f => f, StringComparer.Ordinal))
        {
            var ending = System.IO.Path.GetFileName(file)[parts.Stem.Length..].ToLowerInvariant();
            if (Endings.Contains(ending))
            {
                parts._paths.TryAdd(ending, file);
            }
        }

        if (own.Length > 0)
        {
            parts._paths[own] = full;
        }

        return parts;
    }

    /// <summary>The ending by which a file belongs to a shapefile, in small letters; empty where it has none such.</summary>
    /// <param name="name">Name of the file.</param>
    public static string EndingOf(string name) =>
        Endings.Where(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)).MaxBy(e => e.Length) ?? string.Empty;

    private static int Unlikeness(string name, string given)
    {
        var differing = 0;
        for (var i = 0; i < Math.Min(name.Length, given.Length); i++)
        {
            differing += name[i] == given[i] || given.LastIndexOf('.') < i ? 0 : 1;
        }

        return differing;
    }
}
