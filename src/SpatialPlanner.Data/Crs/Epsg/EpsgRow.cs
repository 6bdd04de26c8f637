using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Projections;
using SpatialPlanner.Data.Crs.Systems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Epsg;

/// <summary>A line of <c>data/crs/epsg.csv</c>.</summary>
/// <param name="Code">EPSG code.</param>
/// <param name="Name">Name for people; the English one is EPSG's.</param>
/// <param name="EsriName">Name in a .prj.</param>
/// <param name="Datum">Id of the datum.</param>
/// <param name="Kind"><c>geographic</c>, <c>transverse_mercator</c> or <c>web_mercator</c>.</param>
/// <param name="ZoneDegrees">Width of the Gauss–Krüger zone, 3 or 6; null where it is no such zone.</param>
/// <param name="Zone">Number of the zone.</param>
/// <param name="CentralMeridian">Degrees.</param>
/// <param name="Scale">Scale on the central meridian.</param>
/// <param name="FalseEasting">Metres; with the zone's number in front where the zone has a prefix.</param>
/// <param name="FalseNorthing">Metres.</param>
internal sealed record EpsgRow(
    int Code, LocalText Name, string EsriName, Datum Datum, string Kind, int? ZoneDegrees, int? Zone,
    double CentralMeridian, double Scale, double FalseEasting, double FalseNorthing)
{
    public const string Geographic = "geographic";
    public const string TransverseMercator = "transverse_mercator";
    public const string WebMercator = "web_mercator";

    /// <summary>True where eastings have the zone's number in front.</summary>
    public bool HasPrefix => FalseEasting >= 1e6;

    /// <summary>True where it is a zone of the Gauss–Krüger grids of China.</summary>
    public bool IsGaussKrueger => ZoneDegrees is not null;

    /// <summary>The system.</summary>
    /// <param name="shift">Parameters to WGS 84, for the datums that need them.</param>
    public CoordinateSystem System(DatumShift? shift) => new DatumSystem(
        $"EPSG:{Code}", Name, Code, Wkt(), Datum, Projection(), Kind == Geographic, shift);

    private IMapProjection? Projection() => Kind switch
    {
        Geographic => null,
        WebMercator => new WebMercator(),
        _ => new TransverseMercator(Datum.Ellipsoid, CentralMeridian, 0, Scale, FalseEasting, FalseNorthing),
    };

    private string Wkt() => Kind switch
    {
        Geographic => Datum.EsriWkt!,
        WebMercator => FormattableString.Invariant(
            $"PROJCS[\"{EsriName}\",{Datum.EsriWkt},PROJECTION[\"Mercator_Auxiliary_Sphere\"],{Offsets()},PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]"),
        _ => FormattableString.Invariant(
            $"PROJCS[\"{EsriName}\",{Datum.EsriWkt},PROJECTION[\"{(IsGaussKrueger ? "Gauss_Kruger" : "Transverse_Mercator")}\"],{Offsets()},PARAMETER[\"Central_Meridian\",{CentralMeridian:0.0}],PARAMETER[\"Scale_Factor\",{Scale:0.0###}],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]"),
    };

    private string Offsets() => FormattableString.Invariant(
        $"PARAMETER[\"False_Easting\",{FalseEasting:0.0}],PARAMETER[\"False_Northing\",{FalseNorthing:0.0}]");
}
