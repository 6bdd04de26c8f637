using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Server.Imports;

/// <summary>What a user can say about a file.</summary>
/// <param name="Layers">Layers that take files.</param>
/// <param name="CoordinateSystems">Systems of planning practice; others are taken by code or WKT.</param>
/// <param name="Encodings">Encodings of texts.</param>
/// <param name="Limits">Largest and most that is taken.</param>
internal sealed record ChoicesDocument(
    IReadOnlyList<ChoiceOfLayer> Layers, IReadOnlyList<ChoiceOfSystem> CoordinateSystems, IReadOnlyList<string> Encodings,
    LimitsDocument Limits)
{
    /// <summary>The same for every workspace.</summary>
    public static readonly ChoicesDocument Instance = new(
        [.. WorkspaceLayers.Imported.Select(ChoiceOfLayer.Of)],
        [.. Data.Crs.CoordinateSystems.Known.Select(s => new ChoiceOfSystem(s.Code, s.Name, s.CentralMeridian, s.NeedsShift))],
        ["utf-8", "gb18030", "big5", "utf-16"],
        new(SourceLimits.Default.FileBytes, SourceLimits.Default.UnpackedBytes, SourceLimits.Default.Entries, ImportSessions.Most));
}

/// <summary>A layer that takes files.</summary>
internal sealed record ChoiceOfLayer(string Name, LocalText Title, LayerGeometry Geometry, IReadOnlyList<ChoiceOfColumn> Columns)
{
    public static ChoiceOfLayer Of(LayerSchema layer) => new(
        layer.Name, layer.Title, layer.Geometry,
        [.. layer.Columns.Select(c => new ChoiceOfColumn(c.Name, c.Type, c.Allowed, Importer.FieldNamesOf(c.Name)))]);
}

/// <summary>A column of a layer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of its values.</param>
/// <param name="Allowed">The words allowed; null for any.</param>
/// <param name="OtherNames">Names of fields in files that fill it unasked, besides its own.</param>
internal sealed record ChoiceOfColumn(
    string Name, ColumnType Type, IReadOnlyList<string>? Allowed, IReadOnlyList<string> OtherNames);

/// <summary>A coordinate system.</summary>
/// <param name="Code">What to say for it.</param>
/// <param name="Name">Its name.</param>
/// <param name="CentralMeridian">Degrees, where it is a projection by zones; null elsewhere.</param>
/// <param name="NeedsShift">True where 3 or 7 parameters to WGS 84 have to be given.</param>
internal sealed record ChoiceOfSystem(string Code, LocalText Name, double? CentralMeridian, bool NeedsShift);

/// <summary>Limits of an import.</summary>
/// <param name="FileBytes">Bytes of a file.</param>
/// <param name="ImportBytes">Bytes of all files of an import, and of an archive's content.</param>
/// <param name="Files">Files of an import, and of an archive.</param>
/// <param name="Imports">Imports under way at a time.</param>
internal sealed record LimitsDocument(long FileBytes, long ImportBytes, long Files, int Imports);
