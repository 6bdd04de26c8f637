using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import;

/// <summary>
/// The coordinate system in which a table is read, and why: what the user says, else what the file declares where the
/// numbers and the streets do not speak against it, else WGS 84 where they speak for it. Nothing else is ever taken
/// unasked.
/// </summary>
/// <param name="System">The system; null where the user has to say.</param>
/// <param name="Reason">Why that one, or why none.</param>
/// <param name="Declared">What the file declared when it was looked at; null where it did not.</param>
/// <param name="IsGiven">True where the user said so.</param>
internal sealed record CrsChoice(CoordinateSystem? System, LocalText Reason, DeclaredCrs? Declared, bool IsGiven)
{
    private static readonly LocalText Undeclared = new(
        "文件未声明坐标系；数值是经纬度，按 WGS 84 读取", "the file declares none; the numbers are degrees and are taken for WGS 84");

    /// <summary>What the numbers and the streets say; null where there is no geometry.</summary>
    public CrsProposal? Proposal { get; private init; }

    /// <summary>What is worth telling about it.</summary>
    public IReadOnlyList<(LocalText What, LocalText Remedy)> Remarks { get; private init; } = [];

    /// <summary>Why the table cannot be read without a word of the user; null where it can.</summary>
    public InputException? Refusal { get; private init; }

    /// <summary>The system.</summary>
    /// <exception cref="InputException">The user has to say which.</exception>
    public CoordinateSystem Required => System ?? throw Refusal!;

    /// <summary>How coordinates become WGS 84, for the log; empty where they are.</summary>
    public string Conversion => System is null || System == CoordinateSystems.Wgs84
        ? string.Empty
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{System.Code} ({System.Name.En}){(System.Shift is { } shift ? $" by {shift}" : string.Empty)} to EPSG:4326");

    /// <summary>Chooses.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="table">The table.</param>
    /// <param name="sample">Some of its geometries, in the coordinates of the file.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="streets">The streets that the file should lie at.</param>
    /// <param name="cancel">Cancels.</param>
    public static CrsChoice Of(
        string file, SourceTable table, IReadOnlyList<Geometry> sample, ImportOptions options, WorkspaceStreets? streets,
        CancellationToken cancel)
    {
        if (options.Layer?.Geometry == LayerGeometry.None)
        {
            return new CrsChoice(CoordinateSystems.Wgs84, new("该图层没有几何", "the layer has no geometry"), null, true);
        }

        var declaration = options.Crs is { } given
            ? CrsDeclaration.Of(given)
            : CrsDeclaration.Of(table.Crs?.Text, options.DatumShift);
        if (options.SwapAxes && declaration.System is { } straight)
        {
            declaration = CrsDeclaration.Of(CoordinateSystems.Swapped(straight));
        }

        var proposal = CrsDetection.Propose(LayerSample.Of(sample), declaration, streets?.Reference, cancel);
        var choice = options.Crs is not null || options.SwapAxes ? Given(declaration, proposal, table.Crs)
            : table.Crs is { } declared ? ByFile(file, declared, declaration, proposal)
            : ByNumbers(file, proposal, sample.Count > 0);
        return choice with
        {
            Proposal = proposal,
        };
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

    // The user's word is taken, and told where everything speaks against it.
    private static CrsChoice Given(CrsDeclaration declaration, CrsProposal proposal, DeclaredCrs? declared) =>
        new(declaration.System ?? CoordinateSystems.Wgs84, new("由用户指定", "given by the user"), declared, true)
        {
            Remarks = Contradicts(proposal) ? [(proposal.Reason, Remedy(proposal, null))] : [],
        };

    private static CrsChoice ByFile(string file, DeclaredCrs declared, CrsDeclaration declaration, CrsProposal proposal)
    {
        var reason = new LocalText($"由 {declared.Where} 声明", $"declared by {declared.Where}");
        if (declaration.System is null)
        {
            var problem = declaration.Problem!;
            return Ask(declared, InputException.Fatal(file, declared.Where, problem.What, problem.Remedy));
        }

        return Contradicts(proposal)
            ? Ask(declared, InputException.Fatal(file, declared.Where, proposal.Reason, Remedy(proposal, declaration.System)))
            : new CrsChoice(declaration.System, reason, declared, false);
    }

    private static CrsChoice ByNumbers(string file, CrsProposal proposal, bool hasGeometry) =>
        !hasGeometry || proposal.Proposed == CoordinateSystems.Wgs84.Code
        || (proposal.Proposed is null && proposal.Candidates.Any(c => c.System == CoordinateSystems.Wgs84))
            ? new CrsChoice(CoordinateSystems.Wgs84, Undeclared, null, false)
            : Ask(null, InputException.Fatal(file, null, proposal.Reason, Remedy(proposal, null)));

    private static CrsChoice Ask(DeclaredCrs? declared, InputException refusal) => new(null, refusal.Problem.What, declared, false)
    {
        Refusal = refusal,
    };

    private static bool Contradicts(CrsProposal proposal) =>
        proposal.Verdict is CrsVerdict.Doubtful or CrsVerdict.Contradicted;

    private static LocalText Remedy(CrsProposal proposal, CoordinateSystem? asIs)
    {
        var code = proposal.Proposed;
        var (zh, en) = (
            code is null ? "用 --crs 指定坐标系，例如 --crs EPSG:4545" : $"核对后加 --crs {code}",
            code is null ? "give the coordinate system, for instance --crs EPSG:4545" : $"check it and add --crs {code}");
        return asIs is null
            ? new(zh, en)
            : new($"{zh}；若声明无误，加 --crs {asIs.Code}", $"{en}; where the declaration is right, add --crs {asIs.Code}");
    }
}
