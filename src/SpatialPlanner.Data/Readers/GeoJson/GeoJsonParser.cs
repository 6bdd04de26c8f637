using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>Reads the objects of RFC 7946, judging them strictly, and hands on each feature as it comes.</summary>
internal sealed class GeoJsonParser(
    string file, FeatureProperties properties, Func<SourceRow, bool> onFeature, CancellationToken cancel)
{
    private readonly Positions _positions = new();
    private int _features;
    private long _featureLine;
    private string? _id;
    private bool _stopped;
    private bool _collection;
    private GeoJsonFault? _otherJson;

    private enum Role
    {
        Root,
        Feature,
        Geometry,
    }

    /// <summary>Makes the geometries and counts what it mended.</summary>
    public GeometryBuilder Builder { get; } = new();

    /// <summary>Told the number of bytes read, now and then.</summary>
    public Action<long>? BytesRead { get; init; }

    /// <summary>Name of the declared coordinate system; null where none is declared.</summary>
    public string? Crs { get; private set; }

    public void Parse(Stream stream)
    {
        var tokens = new JsonTokens(stream);
        if (tokens.IsEmpty)
        {
            throw Refuse(null, new("文件是空的", "the file is empty"), new("检查文件是否完整", "check whether the file is complete"));
        }

        try
        {
            // RFC 8142 and newline-delimited files hold one object after another.
            while (!_stopped && tokens.Read())
            {
                if (_collection)
                {
                    throw new GeoJsonFault("要素集合之后还有内容", "there is something after the feature collection");
                }

                ReadObject(ref tokens, Role.Root);
                BytesRead?.Invoke(tokens.Consumed);
            }
        }
        catch (GeoJsonFault fault)
        {
            fault = _otherJson ?? fault;
            throw Refuse(Place(tokens.Line()), fault.What, fault.Remedy);
        }
        catch (JsonException e)
        {
            var (what, remedy) = JsonComplaint.Of(e);
            throw Refuse($"line {e.LineNumber.GetValueOrDefault() + 1}", what, remedy, e);
        }
        catch (InvalidOperationException e)
        {
            throw Refuse(
                Place(tokens.Line()), new("文本不是有效的 UTF-8", "a text is not valid UTF-8"),
                new("用 --encoding gbk 指定编码，或另存为 UTF-8", "give --encoding gbk, or save the file as UTF-8"), e);
        }
    }

    private Geometry? ReadObject(ref JsonTokens tokens, Role role)
    {
        if (tokens.Type != JsonTokenType.StartObject)
        {
            throw role switch
            {
                Role.Root when tokens.Type == JsonTokenType.StartArray => new GeoJsonFault(
                    "文件是一个列表（[…]），GeoJSON 的根应为对象", "the file is a list ([…]), but the root of a GeoJSON file must be an object",
                    new("要素列表外加上 {\"type\":\"FeatureCollection\",\"features\":…}", "put {\"type\":\"FeatureCollection\",\"features\":…} around a list of features")),
                Role.Root => new GeoJsonFault("GeoJSON 的根应为对象", "the root of a GeoJSON file must be an object"),
                Role.Feature => new GeoJsonFault("每个要素都应为对象", "every feature must be an object"),
                _ => new GeoJsonFault("几何应为对象", "a geometry must be an object"),
            };
        }

        if (role != Role.Geometry)
        {
            BeginFeature(tokens.Line());
        }

        var found = new Members();
        while (!_stopped && tokens.Read() && tokens.Type != JsonTokenType.EndObject)
        {
            ReadMember(ref tokens, role, found);
        }

        return _stopped ? null : Finish(found, role);
    }

    private void BeginFeature(long line)
    {
        properties.Begin();
        _id = null;
        _featureLine = line;
    }

    private void ReadMember(ref JsonTokens tokens, Role role, Members found)
    {
        var name = Members.NameOf(ref tokens);
        if (name == Members.Name.Other)
        {
            SkipOther(ref tokens, role);
            return;
        }

        tokens.Read();

        found.See(name);
        switch (name)
        {
            case Members.Name.Type:
                found.Type = tokens.Type == JsonTokenType.String
                    ? tokens.Text()
                    : throw new GeoJsonFault("“type” 应为字符串", "\"type\" must be a string");
                break;
            case Members.Name.Coordinates:
                _positions.Read(ref tokens);
                break;
            case Members.Name.Geometries:
                ReadGeometries(ref tokens, found);
                break;
            case Members.Name.Geometry when tokens.Type == JsonTokenType.Null:
                break;
            case Members.Name.Geometry:
                found.Geometry = ReadObject(ref tokens, Role.Geometry);
                break;
            case Members.Name.Properties:
                ReadProperties(ref tokens, role);
                break;
            case Members.Name.Features when role == Role.Root:
                ReadFeatures(ref tokens);
                break;
            case Members.Name.Id when role != Role.Geometry:
                ReadId(ref tokens);
                break;
            case Members.Name.Bbox:
                Members.CheckBbox(ref tokens);
                break;
            case Members.Name.Crs when role == Role.Root:
                Crs = CrsMember.Read(ref tokens);
                break;
            default:
                tokens.Skip();
                break;
        }
    }

    // A member that GeoJSON does not know may tell what the file is instead.
    private void SkipOther(ref JsonTokens tokens, Role role)
    {
        var member = role == Role.Root && _features == 0 ? tokens.Text() : string.Empty;
        tokens.Read();
        if (member is "geometryType" or "spatialReference" or "displayFieldName")
        {
            _otherJson = new GeoJsonFault(
                "这是 Esri JSON，不是 GeoJSON", "this is Esri JSON, not GeoJSON",
                new("请求时用 f=geojson，或在 ArcGIS 中导出为 GeoJSON", "ask the service for f=geojson, or export it as GeoJSON"));
        }
        else if (member == "arcs")
        {
            _otherJson = new GeoJsonFault(
                "这是 TopoJSON，不是 GeoJSON", "this is TopoJSON, not GeoJSON",
                new("转换为 GeoJSON（例如 mapshaper）", "convert it to GeoJSON, for instance with mapshaper"));
        }

        if (member.Length == 0)
        {
            tokens.Skip();
        }
        else if (NestedCollection.Skip(ref tokens, member) is { } path)
        {
            _otherJson = new GeoJsonFault(
                $"要素集合不在最外层，而在“{path}”里", $"the feature collection is not the file itself, but inside '{path}'",
                new($"只把“{path}”的内容另存为文件", $"save the content of '{path}' alone as a file"));
        }
    }

    private void ReadFeatures(ref JsonTokens tokens)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw new GeoJsonFault("“features” 应为数组", "\"features\" must be an array");
        }

        while (!_stopped && tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            cancel.ThrowIfCancellationRequested();
            _features++;
            ReadObject(ref tokens, Role.Feature);
            BytesRead?.Invoke(tokens.Consumed);
        }
    }

    private void ReadGeometries(ref JsonTokens tokens, Members found)
    {
        if (tokens.Type != JsonTokenType.StartArray)
        {
            throw new GeoJsonFault("“geometries” 应为数组", "\"geometries\" must be an array");
        }

        while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
        {
            found.Geometries.Add(ReadObject(ref tokens, Role.Geometry)!);
        }
    }

    private void ReadProperties(ref JsonTokens tokens, Role role)
    {
        if (tokens.Type == JsonTokenType.StartObject && role != Role.Geometry)
        {
            properties.Read(ref tokens);
        }
        else if (tokens.Type is not (JsonTokenType.Null or JsonTokenType.StartObject))
        {
            throw new GeoJsonFault("“properties” 应为对象", "\"properties\" must be an object");
        }
        else
        {
            tokens.Skip();
        }
    }

    private void ReadId(ref JsonTokens tokens) => _id = tokens.Type switch
    {
        JsonTokenType.String => tokens.Text(),
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(tokens.Reader.ValueSpan),
        _ => throw new GeoJsonFault("要素的 “id” 应为字符串或数字", "the \"id\" of a feature must be a string or a number"),
    };

    private Geometry? Finish(Members found, Role role)
    {
        switch (role)
        {
            case Role.Geometry:
                return found.ToGeometry(Builder, _positions);
            case Role.Feature:
                Emit(found.ToFeatureGeometry());
                return null;
            default:
                FinishRoot(found);
                return null;
        }
    }

    private void FinishRoot(Members found)
    {
        switch (found.RequireType())
        {
            case "FeatureCollection":
                _otherJson = null;
                found.CheckCollection();
                _collection = true;
                break;
            case "Feature":
                _features++;
                Emit(found.ToFeatureGeometry());
                break;
            default:
                _features++;
                Emit(found.ToGeometry(Builder, _positions));
                break;
        }
    }

    private void Emit(Geometry? geometry)
    {
        var row = properties.Row;
        (row.Geometry, row.Id, row.Place, row.Number) = (geometry, _id, Place(_featureLine), _features);
        _stopped = !onFeature(row);
    }

    private string Place(long line) => (_features, _id) switch
    {
        (0, _) => $"line {line}",
        (_, null) => $"feature {_features}, line {line}",
        _ => $"feature {_features} (id {_id}), line {line}",
    };

    private InputException Refuse(string? place, LocalText what, LocalText remedy, Exception? inner = null) =>
        InputException.Fatal(file, place, what, remedy, inner);
}
