using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>
/// A plan as changes of the district: laid over it, the ordinary coverage says who is covered, and by it a plan is checked.
/// </summary>
public static class PlanScenario
{
    /// <summary>The changes, when all of the plan is built.</summary>
    /// <param name="made">The question as numbers.</param>
    /// <param name="outcome">The chosen rooms.</param>
    public static Scenario Of(PlanCase made, PlanOutcome outcome)
    {
        var changes = new List<Modification>();
        foreach (var space in outcome.Rooms.Select(r => made.Problem.Rooms[r]).GroupBy(r => r.Space))
        {
            var at = made.Ground.Spaces[made.Spaces[space.Key]];
            var services = space.Aggregate(0UL, (bits, r) => bits | Bit(made, r));
            if (made.Question.CountCapacity)
            {
                // A facility's places are shared by its services; rooms have their own, so each is a facility here.
                changes.AddRange(space.Select(r => new Modification.AddFacility(at.X, at.Y, Bit(made, r), PlacesOf(made, r))));
            }
            else
            {
                changes.Add(at.IsExtension
                    ? new Modification.SetServices(at.Facility, at.Has | services) : new Modification.AddFacility(at.X, at.Y, services));
            }
        }

        return new Scenario(changes);
    }

    private static ulong Bit(PlanCase made, RoomOption room) => 1UL << made.Services[room.Service];

    private static int PlacesOf(PlanCase made, RoomOption room) =>
        made.Assessment.Loaded.Pack.Services[made.Services[room.Service]].Room!.AreaPerPlaceM2 is { } perPlace
            ? RoomFit.Places(room.AreaDm2, perPlace) : FacilityColumns.UnknownCapacity;
}
