using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import;

/// <summary>The coordinate system in which a table is read, and why.</summary>
/// <param name="System">The system.</param>
/// <param name="Reason">Why that one.</param>
/// <param name="Declared">What the file declared when it was looked at; null where it did not.</param>
/// <param name="IsGiven">True where the user said so.</param>
internal sealed record CrsChoice(CoordinateSystem System, LocalText Reason, DeclaredCrs? Declared, bool IsGiven)
{
    /// <summary>What is worth telling about it.</summary>
    public IReadOnlyList<(LocalText What, LocalText Remedy)> Remarks { get; init; } = [];

    /// <summary>How coordinates become WGS 84, for the log; empty where they are.</summary>
    public string Conversion => System == CoordinateSystems.Wgs84
        ? string.Empty
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{System.Code} ({System.Name.En}){(System.Shift is { } shift ? $" by {shift}" : string.Empty)} to EPSG:4326");

    /// <summary>Chooses: what the user says, else what the file declares, else WGS 84 where the numbers allow.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="table">The table.</param>
    /// <param name="sample">Some of its geometries, in the coordinates of the file.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="streets">The streets that the file should lie at.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The system is unknown, or the numbers contradict it.</exception>
    public static CrsChoice Of(
        string file, SourceTable table, IReadOnlyList<Geometry> sample, ImportOptions options, Streets? streets,
        CancellationToken cancel)
    {
        if (options.Layer?.Geometry == LayerGeometry.None)
        {
            return new CrsChoice(CoordinateSystems.Wgs84, new("该图层没有几何", "the layer has no geometry"), null, true);
        }

        var choice = options.Crs is { } given
            ? new CrsChoice(given, new("由用户指定", "given by the user"), table.Crs, true)
            : table.Crs is { } declared
                ? new CrsChoice(
                    Declares(file, declared, options.DatumShift),
                    new($"由 {declared.Where} 声明", $"declared by {declared.Where}"), declared, false)
                : new CrsChoice(
                    CoordinateSystems.Wgs84,
                    new("未声明；数值都在经纬度范围内", "not declared; all values are within the range of degrees"), null, false);
        return options.SwapAxes
            ? choice with
            {
                System = CoordinateSystems.Swapped(choice.System),
            }
            : choice;
    }

    private static CoordinateSystem Declares(string file, DeclaredCrs declared, DatumShift? shift)
    {
        try
        {
            // Parse and not Find: what a file declares is never a path.
            return CoordinateSystems.Parse(declared.Text, shift);
        }
        catch (InputException e)
        {
            throw InputException.Fatal(file, declared.Where, e.Problem.What, e.Problem.Remedy, e);
        }
    }

    /// <summary>Refuses a table that turned out, while it was read, to declare another system.</summary>
    public void CheckStillDeclared(string file, SourceTable table)
    {
        if (!IsGiven && table.Crs is { } now && now.Text != Declared?.Text)
        {
            throw InputException.Fatal(
                file, null,
                new($"文件在数据之后才声明坐标系 {now.Text}", $"the file declares its coordinate system, {now.Text}, only after the data"),
                new($"加 --crs {now.Text}", $"add --crs {now.Text}"));
        }
    }
}
