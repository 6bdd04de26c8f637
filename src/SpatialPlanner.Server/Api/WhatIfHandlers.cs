using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>POST /api/v1/what-if</c>.</summary>
internal static class WhatIfHandlers
{
    public static Answer<WhatIfDocument> WhatIf(
        Question<WhatIfRequest> question, Snapshot snapshot, CancellationToken cancel)
    {
        var (loaded, request) = (snapshot.Loaded, question.Fields);
        var before = Binding.Answer(snapshot, request);
        var service = loaded.Pack.IndexOfService(before.Service.Code);
        var (modifications, places) = Modifications(loaded, request, service);
        modifications.AddRange(Ways(loaded, request));
        cancel.ThrowIfCancellationRequested();
        var search = snapshot.WhatIfs.TryTake(out var used) ? used : new IncrementalSearch();
        var answer = WhatIfAnswer.Find(loaded, snapshot.Fields(service), before, new Scenario(modifications), search);
        snapshot.WhatIfs.Add(search);
        return new(WhatIfDocument.Of(loaded, answer, places));
    }

    private static IEnumerable<Modification> Ways(LoadedDistrict loaded, WhatIfRequest request)
    {
        var (open, close) = (Binding.Few("open_gates", request.OpenGates), Binding.Few("close_gates", request.CloseGates));
        var (add, shut) = (Binding.Few("add_paths", request.AddPaths), Binding.Few("close_paths", request.ClosePaths));
        return
        [
            .. open.Select((id, i) => new Modification.OpenGate(Binding.Gate(loaded, $"open_gates[{i}]", id))),
            .. close.Select((id, i) => new Modification.CloseGate(Binding.Gate(loaded, $"close_gates[{i}]", id))),
            .. add.Select((path, i) => Path(loaded, $"add_paths[{i}].coordinates", path)),
            .. shut.SelectMany((id, i) => Binding.Edges(loaded, $"close_paths[{i}]", id)).Distinct()
                .Select(e => new Modification.ClosePath(e)),
        ];
    }

    private static Modification.AddPath Path(LoadedDistrict loaded, string field, NewPath path)
    {
        var points = Binding.Few(field, path.Coordinates);
        if (points.Count < 2 || points.Any(p => p.Count < 2))
        {
            throw HttpProblem.Invalid(field, "至少需要两个点，每点为 [经度, 纬度]", "give at least two points, [lon, lat] each");
        }

        var local = points.Select((p, i) => Binding.Local(loaded, $"{field}[{i}]", p[0], p[1])).ToList();
        return new([.. local.Select(p => p.X)], [.. local.Select(p => p.Y)], path.ResidentsOnly);
    }

    // A place that cannot be linked changes nothing: its facility is not added, or stays where it is.
    private static (List<Modification> Modifications, List<PlaceLink> Places) Modifications(
        LoadedDistrict loaded, WhatIfRequest request, int service)
    {
        var (modifications, places) = (new List<Modification>(), new List<PlaceLink>());
        var (add, close, move) = (
            Binding.Few("add", request.Add), Binding.Few("close", request.Close), Binding.Few("move", request.Move));
        for (var i = 0; i < add.Count; i++)
        {
            var (x, y) = Binding.Local(loaded, $"add[{i}]", add[i].Lon, add[i].Lat);
            places.Add(PlaceLink.Of(loaded, add[i].Lon, add[i].Lat));
            modifications.Add(new Modification.AddFacility(x, y, 1UL << service));
        }

        for (var i = 0; i < close.Count; i++)
        {
            modifications.Add(new Modification.CloseFacility(Binding.Facility(loaded, $"close[{i}]", close[i])));
        }

        for (var i = 0; i < move.Count; i++)
        {
            var facility = Binding.Facility(loaded, $"move[{i}].id", move[i].Id);
            var (x, y) = Binding.Local(loaded, $"move[{i}]", move[i].Lon, move[i].Lat);
            places.Add(PlaceLink.Of(loaded, move[i].Lon, move[i].Lat));
            if (places[^1].Linked)
            {
                modifications.Add(new Modification.MoveFacility(facility, x, y));
            }
        }

        var services = Binding.Few("set_services", request.SetServices);
        for (var i = 0; i < services.Count; i++)
        {
            modifications.Add(new Modification.SetServices(
                Binding.Facility(loaded, $"set_services[{i}].id", services[i].Id),
                Binding.Services(loaded.Pack, $"set_services[{i}].services", services[i].Services)));
        }

        return (modifications, places);
    }
}
