using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Server.Answers;
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
        var scenario = ChangeBinder.Bind(loaded, new ScenarioChanges(
            [.. ChangeBinder.Few("add", request.Add).Select(p => new AddedPlace(p.Lon, p.Lat, [before.Service.Code]))], request.Move,
            request.Close, request.SetServices, request.OpenGates, request.CloseGates, request.AddPaths, request.ClosePaths));
        PlaceLink[] places =
        [
            .. (request.Add ?? []).Select(p => PlaceLink.Of(loaded, p.Lon, p.Lat)),
            .. (request.Move ?? []).Select(p => PlaceLink.Of(loaded, p.Lon, p.Lat)),
        ];
        cancel.ThrowIfCancellationRequested();
        var search = snapshot.WhatIfs.TryTake(out var used) ? used : new IncrementalSearch();
        var answer = WhatIfAnswer.Find(loaded, snapshot.Fields(service), before, scenario, search);
        snapshot.WhatIfs.Add(search);
        return new(WhatIfDocument.Of(loaded, answer, places));
    }
}
