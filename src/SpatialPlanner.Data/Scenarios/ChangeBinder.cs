using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Scenarios;

/// <summary>Finds what changes name in a district.</summary>
public static class ChangeBinder
{
    /// <summary>Most entries of one list.</summary>
    public const int MaxEntries = 200;

    /// <summary>The changes as the engine takes them, in the order of the lists.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="changes">The changes.</param>
    /// <exception cref="ChangeException">One of them names what is not there.</exception>
    public static Scenario Bind(LoadedDistrict loaded, ScenarioChanges changes)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(changes);
        return new([.. Facilities(loaded, changes), .. Ways(loaded, changes)]);
    }

    /// <summary>Facility of an id.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="field">Place of the id in the question.</param>
    /// <param name="id">The id.</param>
    /// <exception cref="ChangeException">There is none.</exception>
    public static int Facility(LoadedDistrict loaded, string field, string? id)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        // Ids stand in the order of their UTF-8 bytes, which is not the order of .NET's strings: a scan is exact, and
        // there are a few thousand.
        var found = Array.IndexOf(loaded.District.Facilities.Id, id);
        return found >= 0 ? found : throw new ChangeException(field, new($"没有设施“{id}”", $"there is no facility \"{id}\""));
    }

    /// <summary>Local metres of a place.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="field">Place in the question.</param>
    /// <param name="lon">Longitude, degrees.</param>
    /// <param name="lat">Latitude, degrees.</param>
    /// <exception cref="ChangeException">No such place is on the earth.</exception>
    public static (double X, double Y) Local(LoadedDistrict loaded, string field, double lon, double lat)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90
            ? loaded.Projection.ToLocal(lon, lat)
            : throw new ChangeException(field, new(
                "经度 lon 应在 ±180、纬度 lat 在 ±90 之内", "lon is within ±180 and lat within ±90"));
    }

    /// <summary>A list of places or ids, none where it is not given.</summary>
    /// <param name="field">Name of the list.</param>
    /// <param name="items">The list.</param>
    /// <typeparam name="T">Type of its entries.</typeparam>
    /// <exception cref="ChangeException">It is too long, or an entry is null.</exception>
    public static IReadOnlyList<T> Few<T>(string field, IReadOnlyList<T>? items)
        where T : class
    {
        if (items?.Count > MaxEntries)
        {
            throw new ChangeException(field, new($"最多 {MaxEntries} 个", $"give at most {MaxEntries}"));
        }

        var empty = items?.ToList().FindIndex(i => i is null) ?? -1;
        return empty < 0 ? items ?? [] : throw new ChangeException($"{field}[{empty}]", new("不能为 null", "must not be null"));
    }

    private static IEnumerable<Modification> Facilities(LoadedDistrict loaded, ScenarioChanges changes)
    {
        var (add, close) = (Few("add", changes.Add), Few("close", changes.Close));
        var (move, services) = (Few("move", changes.Move), Few("set_services", changes.SetServices));
        return
        [
            .. add.Select((place, i) => Added(loaded, $"add[{i}]", place)),
            .. close.Select((id, i) => new Modification.CloseFacility(Facility(loaded, $"close[{i}]", id))),
            .. move.Select((m, i) => Moved(loaded, $"move[{i}]", m)).OfType<Modification>(),
            .. services.Select((s, i) => new Modification.SetServices(
                Facility(loaded, $"set_services[{i}].id", s.Id), Services(loaded, $"set_services[{i}].services", s.Services))),
        ];
    }

    private static IEnumerable<Modification> Ways(LoadedDistrict loaded, ScenarioChanges changes)
    {
        var (open, shut) = (Few("open_gates", changes.OpenGates), Few("close_gates", changes.CloseGates));
        var (paths, closed) = (Few("add_paths", changes.AddPaths), Few("close_paths", changes.ClosePaths));
        return
        [
            .. open.Select((id, i) => new Modification.OpenGate(Gate(loaded, $"open_gates[{i}]", id))),
            .. shut.Select((id, i) => new Modification.CloseGate(Gate(loaded, $"close_gates[{i}]", id))),
            .. paths.Select((path, i) => Path(loaded, $"add_paths[{i}].coordinates", path)),
            .. closed.SelectMany((id, i) => Edges(loaded, $"close_paths[{i}]", id)).Distinct()
                .Select(e => new Modification.ClosePath(e)),
        ];
    }

    private static Modification.AddFacility Added(LoadedDistrict loaded, string field, AddedPlace place)
    {
        var (x, y) = Local(loaded, field, place.Lon, place.Lat);
        return new(x, y, Services(loaded, $"{field}.services", place.Services));
    }

    // A place off the network is no place for a facility: it stays where it is.
    private static Modification.MoveFacility? Moved(LoadedDistrict loaded, string field, MovedFacility move)
    {
        var facility = Facility(loaded, $"{field}.id", move.Id);
        var (x, y) = Local(loaded, field, move.Lon, move.Lat);
        var links = new LinkageBuilder();
        loaded.District.PlaceLinker.Link(x, y, links);
        links.EndPoint();
        return links.Build().IsLinked(0) ? new(facility, x, y) : null;
    }

    private static Modification.AddPath Path(LoadedDistrict loaded, string field, NewPath path)
    {
        var points = Few(field, path.Coordinates);
        if (points.Count < 2 || points.Any(p => p.Count < 2))
        {
            throw new ChangeException(field, new("至少需要两个点，每点为 [经度, 纬度]", "give at least two points, [lon, lat] each"));
        }

        var local = points.Select((p, i) => Local(loaded, $"{field}[{i}]", p[0], p[1])).ToList();
        return new([.. local.Select(p => p.X)], [.. local.Select(p => p.Y)], path.ResidentsOnly);
    }

    private static int Gate(LoadedDistrict loaded, string field, string id)
    {
        var gates = loaded.District.PlaceLinker.Gates;
        for (var g = 0; g < gates.Count; g++)
        {
            if (gates[g].Gate.Id == id)
            {
                return g;
            }
        }

        throw new ChangeException(field, new(
            $"“{id}”不是有围墙小区的大门（entrances 图层）", $"\"{id}\" is no gate of a gated compound (layer entrances)"));
    }

    private static List<int> Edges(LoadedDistrict loaded, string field, string id)
    {
        var rows = loaded.Rows[WorkspaceLayers.WalkEdges];
        List<int> edges =
        [
            .. Enumerable.Range(0, loaded.RowOfEdge.Length).Where(e => (string)rows[loaded.RowOfEdge[e]].Values[0]! == id),
        ];
        return edges.Count > 0 ? edges : throw new ChangeException(field, new(
            $"没有可步行的路段“{id}”（walk_edges 图层）", $"there is no walkable edge \"{id}\" (layer walk_edges)"));
    }

    private static ulong Services(LoadedDistrict loaded, string field, IReadOnlyList<string>? codes) =>
        Few(field, codes).Aggregate(0UL, (bits, code) => bits | (1UL << Service(loaded, field, code)));

    private static int Service(LoadedDistrict loaded, string field, string code)
    {
        var known = string.Join(", ", loaded.Pack.Services.Select(s => s.Code));
        return loaded.Pack.IndexOfService(code) is var s and >= 0
            ? s : throw new ChangeException(field, new($"没有“{code}”，可用：{known}", $"there is no \"{code}\"; take one of {known}"));
    }
}
