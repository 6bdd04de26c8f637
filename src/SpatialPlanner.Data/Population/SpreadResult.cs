using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Population;

/// <summary>What a spreading of people gave.</summary>
/// <param name="Changed">Rows of buildings with their new people, marked <c>estimated</c>.</param>
/// <param name="Zones">Zones whose people were spread.</param>
/// <param name="PeopleSpread">People spread over buildings.</param>
/// <param name="PeopleGiven">People of buildings in these zones whose number is given and stays.</param>
/// <param name="PeopleWithoutBuilding">People of zones without any building that could hold them.</param>
/// <param name="Problems">What could not be done as wished, zone by zone.</param>
public sealed record SpreadResult(
    IReadOnlyList<LayerRow> Changed, int Zones, long PeopleSpread, long PeopleGiven, long PeopleWithoutBuilding,
    IReadOnlyList<InputProblem> Problems);
