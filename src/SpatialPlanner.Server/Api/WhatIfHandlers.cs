using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Scenarios;
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
        var (modifications, places) = Modifications(loaded, request, loaded.Pack.IndexOfService(before.Service.Code));
        cancel.ThrowIfCancellationRequested();
        return new(WhatIfDocument.Of(loaded, WhatIfAnswer.Find(loaded, before, new Scenario(modifications)), places));
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

        return (modifications, places);
    }
}
