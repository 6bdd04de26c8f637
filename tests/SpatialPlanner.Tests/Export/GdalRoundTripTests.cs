using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Export;

/// <summary>Every layer in every format and several coordinate systems, read back by GDAL.</summary>
public sealed class GdalRoundTripTests : IDisposable
{
    // A millimetre; and what the inverse of GCJ-02 may be off.
    private const double Millimetre = 1e-8, TenCentimetres = 1e-6;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> FormatsAndSystems()
    {
        var data = new TheoryData<string, string>();
        foreach (var format in LayerExport.Formats)
        {
            foreach (var crs in format == "kml" ? ["EPSG:4326"] : new[] { "EPSG:4326", "EPSG:4545", "GCJ-02" })
            {
                data.Add(format, crs);
            }
        }

        return data;
    }

    public void Dispose() => _folder.Dispose();

    [GdalTheory]
    [MemberData(nameof(FormatsAndSystems))]
    public void EverySourceLayerComesBackToTheLetter(string format, string crsName)
    {
        using var workspace = NastyLayers.Create(_folder.File("nasty.gpkg"));
        foreach (var layer in WorkspaceLayers.All)
        {
            Check(ExportRequest.Of(workspace, layer, format, _folder.File($"{layer.Name}.{format}")), CoordinateSystems.Find(crsName));
        }
    }

    [GdalTheory]
    [MemberData(nameof(FormatsAndSystems))]
    public void EveryResultLayerComesBackToTheLetter(string format, string crsName)
    {
        using var workspace = GeoPackageWorkspace.Open(OneStreet.Write(_folder), readOnly: true);
        var loaded = LoadedDistrict.Load(workspace, Pack.Default, null, CancellationToken.None);
        var assessment = new Assessment(loaded);
        foreach (var layer in ResultLayers.All.Select(l => l.Make(assessment)))
        {
            Check(ExportRequest.Of(loaded, layer, format, _folder.File($"{layer.Name}.{format}")), CoordinateSystems.Find(crsName));
        }
    }

    [GdalTheory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("shp")]
    [InlineData("fgb")]
    public void AGridOfACityIsKnownByItsText(string format)
    {
        var grid = CoordinateSystems.Parse(
            """
            PROJCS["Local grid",GEOGCS["GCS_China_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],
            PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",50000],
            PARAMETER["False_Northing",-3700000],PARAMETER["Central_Meridian",108.3],PARAMETER["Scale_Factor",1],
            PARAMETER["Latitude_Of_Origin",0],UNIT["Meter",1]]
            """);
        using var workspace = NastyLayers.Create(_folder.File("nasty.gpkg"));
        Check(ExportRequest.Of(workspace, WorkspaceLayers.Compounds, format, _folder.File($"local.{format}")), grid);
    }

    private static void Check(ExportRequest request, CoordinateSystem crs)
    {
        var written = request.Rows.ToList();
        var result = LayerExport.Write(request with { Crs = crs });
        Assert.Equal(written.Count, result.Rows);
        var back = GdalFile.Read(request.Format, request.Path, request.Layer, crs);
        RoundTrip.Check(
            $"{request.Layer.Name}.{request.Format} in {crs.Code}", request.Layer, written, back, FormatLimits.OfGdal(request.Format),
            crs.Wkt is null ? TenCentimetres : Millimetre);
    }
}
