using System.Text.Json;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>The members of one GeoJSON object, and whether together they make what its type says (RFC 7946 §3, §7.1).</summary>
internal sealed class Members
{
    private const string Collection = "FeatureCollection", Feature = "Feature", GeometryCollection = "GeometryCollection";

    private static readonly string[] Types =
    [
        Collection, Feature, GeometryCollection, "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
        "MultiPolygon",
    ];

    private int _seen;

    /// <summary>Members with a meaning.</summary>
    internal enum Name
    {
        Other, Type, Features, Geometry, Geometries, Coordinates, Properties, Id, Bbox, Crs,
    }

    public string? Type { get; set; }

    public Geometry? Geometry { get; set; }

    public List<Geometry> Geometries { get; } = [];

    public static Name NameOf(ref JsonTokens t) =>
        t.Is("type"u8) ? Name.Type : t.Is("coordinates"u8) ? Name.Coordinates : t.Is("geometry"u8) ? Name.Geometry
        : t.Is("properties"u8) ? Name.Properties : t.Is("id"u8) ? Name.Id : t.Is("bbox"u8) ? Name.Bbox
        : t.Is("features"u8) ? Name.Features : t.Is("geometries"u8) ? Name.Geometries : t.Is("crs"u8) ? Name.Crs
        : Name.Other;

    public static void CheckBbox(ref JsonTokens tokens)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw new GeoJsonFault("“bbox” 应为数字数组", "\"bbox\" must be an array of numbers");
        }

        var count = 0;
        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            count += tokens.Type == JsonTokenType.Number
                ? 1
                : throw new GeoJsonFault("“bbox” 的每个元素都应为数字", "each element of a \"bbox\" must be a number");
        }

        if (count is not (4 or 6))
        {
            throw new GeoJsonFault("“bbox” 应有 4 或 6 个数字", "a \"bbox\" must have 4 or 6 numbers");
        }
    }

    public void See(Name name)
    {
        var bit = 1 << (int)name;
        if ((_seen & bit) != 0)
        {
            throw new GeoJsonFault($"成员 “{Json(name)}” 出现了两次", $"the member \"{Json(name)}\" appears twice in one object");
        }

        _seen |= bit;
    }

    /// <summary>The type, which must be one of the nine.</summary>
    public string RequireType()
    {
        var type = Type ?? throw new GeoJsonFault("缺少 “type”", "the member \"type\" is missing");
        if (Types.Contains(type))
        {
            return type;
        }

        var meant = Types.FirstOrDefault(t => string.Equals(t, type, StringComparison.OrdinalIgnoreCase));
        throw meant is null
            ? new GeoJsonFault($"未知类型 {type}", $"the type {type} is unknown")
            : new GeoJsonFault($"类型应写作 {meant}，而不是 {type}", $"the type must be written {meant}, not {type}");
    }

    public void CheckCollection()
    {
        Forbid(Collection, Name.Coordinates, Name.Geometries, Name.Geometry, Name.Properties);
        Require(Name.Features);
    }

    public Geometry? ToFeatureGeometry()
    {
        if (Type != Feature)
        {
            throw new GeoJsonFault("要素的 “type” 应为 Feature", "the \"type\" of a feature must be Feature");
        }

        Forbid(Feature, Name.Features, Name.Coordinates, Name.Geometries);
        Require(Name.Properties);
        Require(Name.Geometry);
        return Geometry;
    }

    public Geometry ToGeometry(GeometryBuilder builder, Positions positions)
    {
        var type = RequireType();
        if (type is Collection or Feature)
        {
            throw new GeoJsonFault($"{type} 不是几何类型", $"{type} is no type of geometry");
        }

        Forbid("geometry", Name.Properties, Name.Geometry, Name.Features);
        if (type == GeometryCollection)
        {
            Require(Name.Geometries);
            return GeometryBuilder.Collect(Geometries);
        }

        Require(Name.Coordinates);
        return builder.Build(type, positions);
    }

    private void Forbid(string type, params ReadOnlySpan<Name> names)
    {
        foreach (var name in names)
        {
            if ((_seen & (1 << (int)name)) != 0)
            {
                throw new GeoJsonFault(
                    $"{type} 对象不能有成员 “{Json(name)}”", $"a {type} object cannot have a \"{Json(name)}\" member");
            }
        }
    }

    private void Require(Name name)
    {
        if ((_seen & (1 << (int)name)) == 0)
        {
            throw new GeoJsonFault($"缺少成员 “{Json(name)}”", $"the member \"{Json(name)}\" is missing");
        }
    }

    private static string Json(Name name) => name.ToString().ToLowerInvariant();
}
