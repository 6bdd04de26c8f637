using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Export;

/// <summary>Where exported rows come from, for the metadata that leaves with them.</summary>
/// <param name="Workspace">Name of the workspace; null where there is none.</param>
/// <param name="Synthetic">True where the city is invented.</param>
/// <param name="Imports">Where the rows of the workspace came from.</param>
public sealed record ExportOrigin(LocalText? Workspace, bool Synthetic, IReadOnlyList<ImportRecord> Imports)
{
    // The first day that every file format here can write.
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Hash of the content that the rows are from; null where it is not known.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The rules that a result layer follows; null for a source layer.</summary>
    public RulePack? Rules { get; init; }

    /// <summary>Who made the data, or that it is invented; null where nothing is to be said.</summary>
    public string? Note { get; init; } = NoteOf(Synthetic, Imports);

    /// <summary>True where data of OpenStreetMap is among the sources.</summary>
    public bool HasOpenStreetMap => Imports.Any(i => IsOpenStreetMap(i.Source.FileName));

    /// <summary>
    /// When the data last changed: the newest import. Stands where a format wants a date, so that the same data gives the
    /// same bytes.
    /// </summary>
    public DateTimeOffset DataDate => Imports.Select(i => Time(i.ImportedAt)).DefaultIfEmpty(NoDate).Max();

    /// <summary>The origin of a workspace's source layers.</summary>
    /// <param name="workspace">The workspace.</param>
    public static ExportOrigin Of(IWorkspace workspace)
    {
        var info = workspace.Info;
        return new(info.Name, info.Synthetic, workspace.Imports)
        {
            Fingerprint = workspace.Fingerprint(),
        };
    }

    /// <summary>The origin of layers of a district.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="isResult">True for a layer that was computed by the rules.</param>
    public static ExportOrigin Of(LoadedDistrict loaded, bool isResult) =>
        new(loaded.Info.Name, loaded.Info.Synthetic, loaded.Imports)
        {
            Fingerprint = loaded.District.Fingerprint,
            Rules = isResult ? loaded.Pack : null,
        };

    /// <summary>An origin of which nothing is known but what a note says.</summary>
    /// <param name="note">The note, or null.</param>
    public static ExportOrigin Noted(string? note) => new(null, false, [])
    {
        Note = note,
    };

    internal static string? NoteOf(bool synthetic, IReadOnlyList<ImportRecord> imports) =>
        synthetic ? "Synthetic data: the place and its people are invented. 合成数据：地点与人口均为虚构。"
        : imports.Any(i => IsOpenStreetMap(i.Source.FileName)) ? "Contains data © OpenStreetMap contributors, ODbL 1.0"
        : null;

    private static DateTimeOffset Time(string iso) =>
        DateTimeOffset.TryParse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > NoDate
            ? time.ToUniversalTime()
            : NoDate;

    private static bool IsOpenStreetMap(string file) =>
        file.Contains(".osm", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".pbf", StringComparison.OrdinalIgnoreCase);
}
