using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Api;

/// <summary>The parameters of an export.</summary>
/// <param name="Crs">Coordinate system of the file.</param>
/// <param name="Encoding">Encoding of a shapefile's texts, or null.</param>
/// <param name="Zip">True for an archive of the file and its metadata.</param>
internal sealed record ExportQuery(CoordinateSystem Crs, string? Encoding, bool Zip)
{
    /// <summary>Reads the parameters; refuses any other.</summary>
    public static ExportQuery Of(IQueryCollection query)
    {
        var read = new ExportQuery(CoordinateSystems.Wgs84, null, false);
        foreach (var (name, values) in query)
        {
            var value = Parameters.Single(name, values);
            read = name switch
            {
                "crs" => read with { Crs = CrsOf(value) },
                "encoding" => read with { Encoding = value },
                "zip" => read with { Zip = Flag(value) },
                _ => throw Parameters.Unknown(name),
            };
        }

        return read;
    }

    private static CoordinateSystem CrsOf(string text)
    {
        try
        {
            return CoordinateSystems.Parse(text);
        }
        catch (InputException e)
        {
            throw HttpProblem.Invalid("crs", e.Problem.ToLine("zh"), e.Problem.ToLine("en"));
        }
    }

    private static bool Flag(string value) => value switch
    {
        "true" => true,
        "false" => false,
        _ => throw HttpProblem.Invalid("zip", "应为 true 或 false", "give true or false"),
    };
}
